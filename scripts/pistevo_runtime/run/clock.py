"""Tells when the stages of a run begin and end."""

from __future__ import annotations

import time

from pistevo_runtime.events import Emit


class StageClock:
    """One stage is open at a time."""

    def __init__(self, emit: Emit) -> None:
        self._emit = emit
        self._since = 0.0
        self.current: str | None = None

    def start(self, stage: str) -> None:
        self._since = time.monotonic()
        self.current = stage
        self._emit({"kind": "stage-started", "stage": stage})

    def end(self, rows: int) -> None:
        """Rows that the stage dealt with. Nothing happens when no stage is open."""
        if self.current is None:
            return
        elapsed = round((time.monotonic() - self._since) * 1000)
        self._emit({"kind": "stage-ended", "stage": self.current, "rows": rows, "elapsedMs": elapsed})
        self.current = None
