"""How far a long write is, as Spark itself knows it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from py4j.protocol import Py4JError
from pyspark.sql import SparkSession

from pistevo_runtime.events import Emit

#: Spark hears of running tasks with every heartbeat, each ten seconds, and of those that end at once.
_EVERY_SECONDS = 0.5
_GROUP = "spark.jobGroup.id"


@contextmanager
def telling_progress(spark: SparkSession, emit: Emit, name: str, total_bytes: int) -> Iterator[None]:
    """Tells lines and bytes of the source that the jobs of this thread have read, while they run; `name` is theirs alone.

    They are what the tasks report as their input: of a gzip the bytes of the file, not those of its text.
    """
    context = spark.sparkContext
    former = context.getLocalProperty(_GROUP)
    context.setLocalProperty(_GROUP, name)
    is_over = threading.Event()
    teller = threading.Thread(
        target=_tell, args=(spark, emit, name, total_bytes, is_over), name="pistevo-progress", daemon=True
    )
    teller.start()
    try:
        yield
    finally:
        is_over.set()
        teller.join()
        context.setLocalProperty(_GROUP, former)  # type: ignore[arg-type]


def _tell(spark: SparkSession, emit: Emit, name: str, total_bytes: int, is_over: threading.Event) -> None:
    told = 0
    while not is_over.wait(_EVERY_SECONDS):
        try:
            rows, read = _input_of(spark, name)
        except Py4JError:
            # The store of states is no promise of Spark's: a run goes on without it.
            return
        if read <= told:
            continue
        told = read
        emit(
            {
                "kind": "stage-progress",
                "stage": "stage",
                "rows": rows,
                "bytes": min(read, total_bytes),
                "totalBytes": total_bytes,
            }
        )


def _input_of(spark: SparkSession, name: str) -> tuple[int, int]:
    """Records and bytes that the stages of a group of jobs have read."""
    tracker = spark.sparkContext.statusTracker()
    store: Any = spark.sparkContext._jsc.sc().statusStore()
    rows = read = 0
    for job in tracker.getJobIdsForGroup(name):
        info = tracker.getJobInfo(job)
        for stage in [] if info is None else info.stageIds:
            # One that has not begun is not in the store of stages.
            if tracker.getStageInfo(stage) is None:
                continue
            data = store.lastStageAttempt(stage)
            rows += int(data.inputRecords())
            read += int(data.inputBytes())
    return rows, read
