"""Quarantined records that only lacked a parent, tried again with the parents of today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pyspark.sql import DataFrame

from pistevo_runtime.local_rows import local_rows
from pistevo_runtime.quoting import quote_list, quote_name, quote_text
from pistevo_runtime.run.context import RunContext
from pistevo_runtime.store.ledger import StagedRun

_DAY_MS = 86_400_000


def bring_back_orphans(context: RunContext) -> DataFrame | None:
    """Staged rows of earlier runs to be decided anew, with negative file numbers; None when there are none.

    Defines `_orphans (run_id, file_name, record, n)`; earlier deliveries have smaller numbers.
    """
    days = {one["rule"]: one["retryDays"] for one in context.plan["references"] if one["retryDays"] > 0}
    shape = context.parts.stage["shape"]
    runs = [run for run in context.store.ledger().staged if run.shape == shape]
    quarantine = context.store.quarantine() if days and runs else None
    if quarantine is None:
        return None
    context.define("_open", quarantine)
    conditions = [
        "size(reasons) > 0",
        f"size(array_except(reasons, array({quote_list(days)}))) = 0",
        _young(context, runs, days),
        *_have_parents(context),
    ]
    found = f"SELECT ts, run_id, file_name, record FROM _open WHERE {' AND '.join(conditions)}"
    context.define("_found", context.keep(context.spark.sql(found)))
    groups = context.spark.sql(
        "SELECT ts, run_id, file_name, count(*) AS records FROM _found GROUP BY ts, run_id, file_name"
    ).collect()
    if not groups:
        return None
    _number(context, groups)
    return _staged_rows(
        context, [run for run in runs if any(group["run_id"] == run.run_id for group in groups)]
    )


def _number(context: RunContext, groups: Sequence[Any]) -> None:
    """Files get their numbers in the order of delivery, all of them below zero."""
    ordered = sorted(groups, key=lambda group: (group["ts"], group["run_id"], group["file_name"].encode()))
    lowest = -sum(int(group["records"]) for group in ordered)
    rows = [[group["run_id"], group["file_name"], lowest + at] for at, group in enumerate(ordered)]
    context.define("_numbers", local_rows(context.spark, "run_id string, file_name string, n int", rows))
    context.define(
        "_orphans",
        context.spark.sql(
            "SELECT f.run_id, f.file_name, f.record, m.n FROM _found f"
            " JOIN _numbers m ON m.run_id = f.run_id AND m.file_name = f.file_name"
        ),
    )


def _staged_rows(context: RunContext, runs: Sequence[StagedRun]) -> DataFrame:
    rows: DataFrame | None = None
    for run in runs:
        context.define("_old", context.spark.read.parquet(run.folder))
        own = context.spark.sql(
            "SELECT /*+ BROADCAST(o) */ p.*, o.n AS _n FROM _old p JOIN _orphans o"
            " ON o.file_name = p.file_name AND o.record = p._record"
            f" WHERE o.run_id = {quote_text(run.run_id)}"
        )
        own = own.withColumn("_file_no", own["_n"]).drop("_n")
        rows = own if rows is None else rows.unionByName(own)
    if rows is None:
        raise ValueError("orphans of no run")
    return context.keep(rows)


def _young(context: RunContext, runs: Sequence[StagedRun], days: Mapping[str, float]) -> str:
    """SQL that is true while every reason of an orphan may still be retried: one list of runs a rule."""
    now = context.request.now_ms()
    tests = []
    for rule, retry_days in days.items():
        young = [run.run_id for run in runs if run.staged_ms >= now - int(retry_days) * _DAY_MS]
        among = f"run_id IN ({quote_list(young)})" if young else "FALSE"
        tests.append(f"(NOT array_contains(reasons, {quote_text(rule)}) OR {among})")
    staged = f"run_id IN ({quote_list(run.run_id for run in runs)})"
    return " AND ".join([staged, *tests])


def _have_parents(context: RunContext) -> list[str]:
    """SQL that is false for an orphan whose parents are still missing, as far as the quarantined texts tell.

    Those of masked and of typed columns may be spelled otherwise than the parent's keys: there the plan decides later.
    """
    columns = {column["name"]: column for column in context.plan["columns"]}
    rules = {rule["id"]: rule for rule in context.plan["rules"]}
    tests = []
    for reference in context.plan["references"]:
        column = columns.get(rules[reference["rule"]]["columns"][0])
        if column is None or column["type"] != "string" or "mask" in column:
            continue
        value = f"trim(BOTH ' \\t' FROM staged[{quote_text(column['name'])}])"
        keys = f"SELECT CAST(k AS STRING) FROM {quote_name(reference['relation'])}"
        tests.append(f"(NOT array_contains(reasons, {quote_text(reference['rule'])}) OR {value} IN ({keys}))")
    return tests
