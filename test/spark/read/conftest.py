"""Deliveries made of bytes, read by the runtime."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pistevo_runtime.read.read_delivery import read_delivery
from pistevo_runtime.read.source_file import SourceFile
from pistevo_runtime.store.files import Files
from pyspark.sql import SparkSession

FORMAT: Mapping[str, Any] = {
    "delimiter": ",",
    "quote": '"',
    "hasHeader": True,
    "encoding": "utf-8",
    "compression": "auto",
    "maxExpansion": 100,
    "nullValues": [],
}


def read_operation(columns: Sequence[str], on_drift: str = "warn", **format_: Any) -> dict[str, Any]:
    """A read operation of a plan; a column that ends with `!` is needed."""
    return {
        "columns": [
            {"name": name.rstrip("!"), "headers": [name.rstrip("!")], "isNeeded": name.endswith("!")}
            for name in columns
        ],
        "onDrift": on_drift,
        "format": {**FORMAT, **format_},
    }


@dataclass
class Found:
    """What was read, sorted by file and record."""

    rows: list[tuple[Any, ...]]
    malformed: list[tuple[Any, ...]]
    #: File, records, malformed, blank lines.
    files: list[tuple[str, int, int, int]]
    events: list[Mapping[str, Any]] = field(default_factory=list)


class Read:
    """Writes files by name, reads them as one delivery, and collects what is asked for."""

    def __init__(self, spark: SparkSession, folder: Path) -> None:
        self._spark = spark
        self._files = Files(spark)
        self._folder = folder
        #: Of the last delivery, also when it was refused.
        self.events: list[Mapping[str, Any]] = []

    def __call__(self, texts: Mapping[str, bytes], operation: Mapping[str, Any]) -> Found:
        sources = []
        for name, content in texts.items():
            (self._folder / name).write_bytes(content)
            status = self._files.status(str(self._folder / name))
            assert status is not None
            sources.append(SourceFile(name, status.path, status.size_bytes, status.modified_ms, status.tag))
        events = self.events = []
        delivery = read_delivery(
            self._spark, self._files, operation, sources, "20260101000000", events.append
        )
        rows = sorted((tuple(row) for row in delivery.raw.collect()), key=lambda row: row[:2])
        told = delivery.finish(Counter(row[0] for row in rows))
        malformed = sorted(tuple(row) for row in delivery.malformed.collect())
        delivery.close()
        counts = [(one.source.file, one.records, one.malformed, one.blank_lines) for one in told]
        return Found(rows, malformed, counts, events)


@pytest.fixture
def read(spark: SparkSession, tmp_path: Path) -> Read:
    return Read(spark, tmp_path)
