"""Stopping a run from outside: before its commit it ends cleanly, after it nothing stops."""

from __future__ import annotations

import threading
from typing import Callable

from pistevo_runtime.stop import RunStop

_EVERY_SECONDS = 0.5


class Cancellation:
    """Asked for by an event, heeded between the steps of a run; what Spark is doing is interrupted."""

    def __init__(self, asked: threading.Event, interrupt: Callable[[], None]) -> None:
        self._asked = asked
        self._interrupt = interrupt
        self._closed = threading.Event()
        threading.Thread(target=self._watch, name="pistevo-cancellation", daemon=True).start()

    @property
    def is_asked(self) -> bool:
        """True once the run was asked to stop while it still could."""
        return self._asked.is_set() and not self._closed.is_set()

    def stop_if_asked(self) -> None:
        """Ends the run when it was asked to stop."""
        if self.is_asked:
            raise RunStop("cancelled", "cancelled", "The run was cancelled; nothing was changed.")

    def close(self) -> None:
        """From here on the run cannot be cancelled: its commit follows."""
        self.stop_if_asked()
        self.end()

    def end(self) -> None:
        """Nothing is left to interrupt."""
        self._closed.set()

    def _watch(self) -> None:
        self._asked.wait()
        # A job that begins just after one interruption would not hear of it.
        while not self._closed.wait(_EVERY_SECONDS):
            self._interrupt()
