"""What every part of the store is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

from pyspark.sql import SparkSession

from pistevo_runtime.events import Emit
from pistevo_runtime.plan import Plan, parts
from pistevo_runtime.store.files import Files
from pistevo_runtime.store.paths import resolve_path
from pistevo_runtime.store.places import Places, RunFolder


@dataclass(frozen=True)
class StoreContext:
    """One dataset of one plan, and the run that works on it."""

    spark: SparkSession
    files: Files
    plan: Plan
    places: Places
    run_id: str
    command: str
    emit: Emit
    now_ms: Callable[[], int]

    @property
    def own(self) -> RunFolder:
        """The folder of this run."""
        return self.places.run(self.run_id)

    @property
    def stage_days(self) -> int:
        return int(parts(self.plan).stage["retentionDays"])


def places_of(files: Files, plan: Plan, root: str) -> Places:
    """Places of a plan's dataset; relative paths lie below `root`, the project's folder."""
    return Places(
        schema=plan["schema"],
        dataset=plan["dataset"],
        target=files.qualify(resolve_path(root, plan["targetPath"])),
        archive=files.qualify(resolve_path(root, parts(plan).archive["path"])),
    )
