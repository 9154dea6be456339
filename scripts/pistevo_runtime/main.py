"""Where a driver enters the runtime of its release."""

from __future__ import annotations

import json
import os
import re
import secrets
import sys
import threading
import time
from argparse import Namespace
from collections.abc import Mapping
from datetime import datetime, timezone
from typing import Any, Callable

from pyspark.sql import SparkSession

from pistevo_runtime.datasets import choose_dataset
from pistevo_runtime.events import EventLog, print_event
from pistevo_runtime.plan import PLAN_VERSION, Plan
from pistevo_runtime.run.actions import adopt, migrate, roll_back
from pistevo_runtime.run.cancellation import Cancellation
from pistevo_runtime.run.request import Outcome, Reprocess, RunRequest
from pistevo_runtime.run.run_dataset import run_dataset
from pistevo_runtime.run.summary import summarize
from pistevo_runtime.stop import RunStop


def main(
    spark: SparkSession,
    arguments: Namespace,
    manifest: Mapping[str, Any],
    read_part: Callable[[str], bytes],
    stop: threading.Event,
) -> int:
    """Does what the arguments ask for with the plan of the release; answers the exit code."""
    log = EventLog(print_event if arguments.events else None)
    try:
        dataset = choose_dataset(manifest["datasets"], arguments.dataset_name)
        plan: Plan = json.loads(read_part(f"plans/{dataset}.json"))
        if plan["v"] != PLAN_VERSION:
            raise RunStop(
                "failed",
                "plan_version",
                f"The plan of `{dataset}` is of version {plan['v']}, which this runtime does not know; publish again.",
            )
        told = _act(spark, arguments, _request(spark, plan, arguments, manifest, log, stop))
    except RunStop as refused:
        told = Outcome.of(refused, {}).to_json()
    if arguments.events:
        log.emit({"kind": "outcome", **told})
    else:
        sys.stdout.write(summarize(arguments.dataset_name, told, log.kept))
        sys.stdout.flush()
    return int(told["exitCode"])


def _act(spark: SparkSession, arguments: Namespace, request: RunRequest) -> Mapping[str, Any]:
    if arguments.action == "rollback":
        return roll_back(spark, request, arguments.commits)
    if arguments.action == "migrate":
        return migrate(spark, request)
    if arguments.action == "adopt":
        return adopt(spark, request)
    return run_dataset(spark, request).to_json()


def _request(
    spark: SparkSession,
    plan: Plan,
    arguments: Namespace,
    manifest: Mapping[str, Any],
    log: EventLog,
    stop: threading.Event,
) -> RunRequest:
    return RunRequest(
        plan=plan,
        root=manifest["root"] or "",
        run_id=arguments.run_id or new_run_id(plan["dataset"]),
        command=arguments.command or f"ingest_dataset.py --dataset_name {arguments.dataset_name}",
        log=log,
        now_ms=lambda: time.time_ns() // 1_000_000,
        cancellation=Cancellation(stop, spark.sparkContext.cancelAllJobs),
        mask_key=os.environ.get("PISTEVO_MASK_KEY"),
        is_dry=arguments.dry_run,
        reprocess=_reprocess(arguments),
    )


def new_run_id(dataset: str) -> str:
    """Sorts by time, tells the dataset, is a safe file name: `20261122T235427Z-claim-ab12`."""
    moment = datetime.now(timezone.utc).strftime("%Y%m%dT%H%M%SZ")
    name = re.sub(r"[^A-Za-z0-9_-]", "_", dataset)[:40]
    return f"{moment}-{name}-{secrets.token_hex(2)}"


def _reprocess(arguments: Namespace) -> Reprocess | None:
    if arguments.reprocess is None:
        return Reprocess("all", None, is_rebuild=True) if arguments.rebuild else None
    kind, _, value = arguments.reprocess.partition(":")
    if kind not in ("run", "file", "quarantined", "since", "all"):
        raise RunStop(
            "failed",
            "unknown_selection",
            f"`--reprocess {kind}` selects nothing; use run:<id>, file:<path>, quarantined, since:<time> or all.",
        )
    return Reprocess(kind, value or None, arguments.rebuild)
