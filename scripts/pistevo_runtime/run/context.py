"""What every stage of one run is given."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pyspark import StorageLevel
from pyspark.sql import DataFrame, SparkSession

from pistevo_runtime.events import Event
from pistevo_runtime.plan import Plan, PlanParts
from pistevo_runtime.quoting import quote_name
from pistevo_runtime.run.clock import StageClock
from pistevo_runtime.run.request import RunRequest
from pistevo_runtime.store.files import Files
from pistevo_runtime.store.store import Store


@dataclass(frozen=True)
class RunContext:
    """`spark` is a session of the run's own: its views and settings are nobody else's."""

    spark: SparkSession
    files: Files
    request: RunRequest
    parts: PlanParts
    store: Store
    clock: StageClock
    kept: list[DataFrame] = field(default_factory=list)

    @property
    def plan(self) -> Plan:
        return self.request.plan

    @property
    def is_replaced(self) -> bool:
        """The table is made anew, whatever it holds."""
        return self.parts.swap["load"] == "replace" or self.request.is_rebuild

    def emit(self, event: Event) -> None:
        self.request.log.emit(event)

    def keep(self, frame: DataFrame) -> DataFrame:
        """Keeps a small or costly relation for the rest of the run, in memory and, encrypted, on disk."""
        kept = frame.persist(StorageLevel.MEMORY_AND_DISK)
        self.kept.append(kept)
        return kept

    def define(self, name: str, frame: DataFrame) -> None:
        """Gives a relation the name that the plan's queries call it."""
        frame.createOrReplaceTempView(quote_name(name))

    def number(self, text: str) -> int:
        """The one number that a query answers."""
        return int(self.one(text)[0])

    def one(self, text: str) -> Any:
        """The one row that a query answers."""
        row = self.spark.sql(text).first()
        if row is None:
            raise ValueError("a query of one row without a row")
        return row

    def forget(self) -> None:
        """Gives back what was kept."""
        for frame in self.kept:
            frame.unpersist()
