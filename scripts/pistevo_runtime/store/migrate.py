"""Gives a table the shape of its plan."""

from __future__ import annotations

from collections.abc import Sequence

from pyspark.sql import DataFrame

from pistevo_runtime.plan import parts
from pistevo_runtime.quoting import quote_list
from pistevo_runtime.stop import RunStop
from pistevo_runtime.store.commit import Commit, commit_run
from pistevo_runtime.store.commit_file import TargetColumn
from pistevo_runtime.store.context import StoreContext
from pistevo_runtime.store.convert import convert_rows
from pistevo_runtime.store.evolution import Evolution, compare_columns
from pistevo_runtime.store.lock import DatasetLock
from pistevo_runtime.store.quarantine import read_all_quarantine
from pistevo_runtime.store.recover import State
from pistevo_runtime.store.snapshot import read_snapshot


def migrate(context: StoreContext, lock: DatasetLock, state: State, ts: str) -> Sequence[str]:
    """Renames, drops and changes types of columns, adds new ones, and empties those that are masked now, wherever they were kept.

    Answers what was done, a sentence each. All or nothing; what was committed before cannot be undone by
    `rollback` then.
    RunStop `failed`/`not_ingested`, `would_lose_values`.
    """
    plan, places = context.plan, context.places
    if not state.chain:
        raise RunStop(
            "failed",
            "not_ingested",
            f"`{places.table()}` does not exist yet, so there is nothing to migrate; "
            f"`pistevo run {places.dataset}` makes it.",
        )
    latest = state.chain[-1]
    by = list(parts(plan).swap["partitionBy"])
    evolution = compare_columns(plan, latest.columns)
    steps = [*tell_steps(evolution), *_tell_partitions(list(latest.partition_by), by)]
    if not steps:
        return steps
    columns = [TargetColumn(column["name"], column["type"], column.get("mask")) for column in plan["columns"]]
    rows = convert_rows(read_snapshot(context.spark, places, latest), plan, evolution)
    write_whole(context, rows, by)
    is_scrubbing = len(evolution.masked) > 0
    if is_scrubbing:
        _write_scrubbed(context, state, evolution)
    commit = Commit(
        ts=ts,
        load=latest.load,
        counts={"targetRows": latest.target_rows},
        columns=columns,
        files=(),
        kind="migrate",
        partition_by=by,
        is_whole=True,
        is_scrubbing=is_scrubbing,
    )
    commit_run(context, lock, commit, head=state.head, chain=state.chain)
    return steps


def write_whole(context: StoreContext, rows: DataFrame, by: Sequence[str]) -> None:
    """Writes a snapshot of all these rows into the run's folder."""
    writer = rows.write
    (writer.partitionBy(*by) if by else writer).parquet(context.own.data)


def _write_scrubbed(context: StoreContext, state: State, evolution: Evolution) -> None:
    """All rows that ever were in quarantine, without the values of columns that are masked now."""
    rows = read_all_quarantine(context, state.chain)
    if rows is None:
        return
    names = quote_list(_spellings(evolution))
    staged = (
        f"transform_values(staged, (k, v) -> CASE WHEN lower(k) IN ({names}) THEN NULL ELSE v END) AS staged"
    )
    kept = [name for name in rows.columns if name != "staged"]
    rows.selectExpr(*kept, staged, "run_id AS run").write.partitionBy("run").parquet(context.own.quarantine)


def _spellings(evolution: Evolution) -> list[str]:
    former = {column.name: was for was, column in evolution.renamed}
    names = [column.name for column in evolution.masked]
    return [name.lower() for name in [*names, *(former[name] for name in names if name in former)]]


def tell_steps(evolution: Evolution) -> list[str]:
    """What a change of columns does, for people."""
    masked = {column.name for column in evolution.masked}
    return [
        *(f"Renamed `{was}` to `{column.name}`." for was, column in evolution.renamed),
        *(f"Dropped `{name}`." for name in evolution.dropped),
        *(
            f"Changed `{now.name}` from {was.type} to {now.type}."
            for was, now in evolution.retyped
            if now.name not in masked
        ),
        *(
            f"Emptied `{column.name}`, which is masked now, in the table, the quarantine, the staged files and the "
            "undo rows."
            for column in evolution.masked
        ),
        *(f"Added `{column.name}`." for column in evolution.added),
    ]


def _tell_partitions(was: Sequence[str], now: Sequence[str]) -> list[str]:
    if list(was) == list(now):
        return []
    told = ", ".join(f"`{name}`" for name in now) or "nothing"
    return [f"Partitioned the table by {told}."]
