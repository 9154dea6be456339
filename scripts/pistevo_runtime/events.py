"""What a run tells while it works: the events of core/contracts/event.ts, without the fields that their reader adds."""

from __future__ import annotations

import json
import sys
import threading
from typing import Any, Callable, Dict, List, Mapping, TextIO

Event = Mapping[str, Any]
Emit = Callable[[Event], None]

#: Spark writes to stdout as well: what begins like this is an event.
MARK = "PISTEVO "


class EventLog:
    """Prints events as they come and keeps them for the run's record, all but progress."""

    def __init__(self, is_printing: bool, out: TextIO = sys.stdout) -> None:
        self._is_printing = is_printing
        self._out = out
        self._lock = threading.Lock()
        self.kept: List[Event] = []

    def emit(self, event: Event) -> None:
        """Takes an event of any thread."""
        with self._lock:
            if event["kind"] != "stage-progress":
                self.kept.append(event)
            if self._is_printing:
                print_event(event, self._out)


def print_event(event: Event, out: TextIO = sys.stdout) -> None:
    """One line, ASCII only: whatever the driver's locale is, the reader gets what was meant."""
    out.write(MARK + json.dumps(event, separators=(",", ":")) + "\n")
    out.flush()


def warning(code: str, message: str) -> Dict[str, str]:
    """Something that a user should know and that stops nothing."""
    return {"kind": "warning", "code": code, "message": message}
