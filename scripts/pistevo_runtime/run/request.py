"""What a run is asked to do, and how it ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Callable

from pistevo_runtime.events import EventLog
from pistevo_runtime.plan import Plan
from pistevo_runtime.run.cancellation import Cancellation
from pistevo_runtime.run.counts import Counts, no_counts
from pistevo_runtime.stop import EXIT_CODES, RunStop


@dataclass(frozen=True)
class Reprocess:
    """Which archived originals are read again. `kind` is `run`, `file`, `quarantined`, `since` or `all`."""

    kind: str
    value: str | None
    is_rebuild: bool


@dataclass(frozen=True)
class RunRequest:
    plan: Plan
    #: Where relative paths of the plan begin.
    root: str
    run_id: str
    #: What started the run, to name the holder of a lock.
    command: str
    log: EventLog
    now_ms: Callable[[], int]
    cancellation: Cancellation
    mask_key: str | None = None
    #: Reads the delivery and says what it would do; nothing is kept.
    is_dry: bool = False
    reprocess: Reprocess | None = None

    @property
    def is_rebuild(self) -> bool:
        return self.reprocess is not None and self.reprocess.is_rebuild


@dataclass(frozen=True)
class Outcome:
    status: str
    counts: Counts = field(default_factory=no_counts)
    #: One sentence why, and what to do; None when the run succeeded.
    reason: str | None = None
    code: str | None = None
    places: Mapping[str, str] = field(default_factory=dict)

    @property
    def exit_code(self) -> int:
        return EXIT_CODES[self.status]

    @staticmethod
    def of(stop: RunStop, places: Mapping[str, str]) -> Outcome:
        return Outcome(stop.status, reason=stop.message, code=stop.code, places=places)

    def to_json(self) -> dict[str, Any]:
        told: dict[str, Any] = {
            "status": self.status,
            "exitCode": self.exit_code,
            "counts": dict(self.counts),
        }
        if self.reason is not None:
            told["reason"] = self.reason
        if self.code is not None:
            told["code"] = self.code
        return {**told, "places": dict(self.places)}
