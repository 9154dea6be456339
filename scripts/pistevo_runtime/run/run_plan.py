"""A run for callers that hold a session of their own: tests, benches, notebooks."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any, Callable

from pyspark.sql import SparkSession

from pistevo_runtime.events import Emit, EventLog
from pistevo_runtime.run.cancellation import Cancellation
from pistevo_runtime.run.request import Reprocess, RunRequest
from pistevo_runtime.run.run_dataset import run_dataset


def run_plan(
    spark: SparkSession,
    plan: Mapping[str, Any],
    *,
    root: str,
    run_id: str,
    command: str,
    emit: Emit,
    now_ms: Callable[[], int],
    mask_key: str | None = None,
    reprocess: Reprocess | None = None,
) -> dict[str, Any]:
    """Carries the plan out in this process and answers the outcome as it is told in JSON."""
    request = RunRequest(
        plan=plan,
        root=root,
        run_id=run_id,
        command=command,
        log=EventLog(emit),
        now_ms=now_ms,
        cancellation=Cancellation(threading.Event(), lambda: None),
        mask_key=mask_key,
        reprocess=reprocess,
    )
    return run_dataset(spark, request).to_json()
