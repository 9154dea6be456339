"""Stopping a run from outside: before its commit it ends cleanly, after it nothing stops."""

from __future__ import annotations

import threading
from typing import Callable

from pistevo_runtime.stop import RunStop


class Cancellation:
    """Asked for by an event, heeded between the steps of a run; what Spark is doing is interrupted."""

    def __init__(self, asked: threading.Event, interrupt: Callable[[], None]) -> None:
        self._asked = asked
        self._interrupt = interrupt
        self._is_closed = False
        threading.Thread(target=self._watch, name="pistevo-cancellation", daemon=True).start()

    @property
    def is_asked(self) -> bool:
        """True once the run was asked to stop while it still could."""
        return self._asked.is_set() and not self._is_closed

    def stop_if_asked(self) -> None:
        """Ends the run when it was asked to stop."""
        if self.is_asked:
            raise RunStop("cancelled", "cancelled", "The run was cancelled; nothing was changed.")

    def close(self) -> None:
        """From here on the run cannot be cancelled: its commit follows."""
        self.stop_if_asked()
        self._is_closed = True

    def _watch(self) -> None:
        self._asked.wait()
        if not self._is_closed:
            self._interrupt()
