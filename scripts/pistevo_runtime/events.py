"""What a run tells while it works: the events of core/contracts/event.ts, without the fields that their reader adds."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Mapping
from typing import Any, Callable, Dict, TextIO

Event = Mapping[str, Any]
Emit = Callable[[Event], None]

#: Spark writes to stdout as well: what begins like this is an event.
MARK = "PISTEVO "


class EventLog:
    """Passes events on as they come and keeps them for the run's record, all but progress."""

    def __init__(self, tell: Emit | None = None) -> None:
        self._tell = tell
        self._lock = threading.Lock()
        self.kept: list[Event] = []

    def emit(self, event: Event) -> None:
        """Takes an event of any thread."""
        with self._lock:
            if event["kind"] != "stage-progress":
                self.kept.append(event)
            if self._tell is not None:
                self._tell(event)


def print_event(event: Event, out: TextIO = sys.stdout) -> None:
    """One line, ASCII only: whatever the driver's locale is, the reader gets what was meant."""
    out.write(MARK + json.dumps(event, separators=(",", ":")) + "\n")
    out.flush()


def warning(code: str, message: str) -> Dict[str, str]:
    """Something that a user should know and that stops nothing."""
    return {"kind": "warning", "code": code, "message": message}
