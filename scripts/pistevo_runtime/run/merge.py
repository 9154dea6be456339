"""Merges what passed into the table's next snapshot, and commits it."""

from __future__ import annotations

from pyspark.sql import DataFrame

from pistevo_runtime.local_rows import local_rows
from pistevo_runtime.quoting import quote_name
from pistevo_runtime.run.context import RunContext
from pistevo_runtime.run.counts import no_counts, reconcile
from pistevo_runtime.run.delivery import ReadBook, assert_unchanged, commit_files
from pistevo_runtime.run.operations import run_operations
from pistevo_runtime.run.quarantine import quarantine_rows, resolved_rows
from pistevo_runtime.run.snapshot import write_snapshot
from pistevo_runtime.run.table_rules import check_table, refuse_empty_replacement
from pistevo_runtime.store.commit import Commit
from pistevo_runtime.store.commit_file import StageFacts
from pistevo_runtime.store.metastore import NULL_PARTITION
from pistevo_runtime.store.partitions import Touched


def merge_and_commit(
    context: RunContext, book: ReadBook, checked: dict[str, int], *, ts: str, has_orphans: bool
) -> dict[str, int]:
    """Answers the run's counts. After any exception the table is what it was."""
    context.clock.start("merge")
    target, has_rows = _open_target(context)
    merged = run_operations(context, "merge", has_rows).numbers
    touched = _touched(context, target, has_rows)
    before = target if touched is None else touched.target
    written = write_snapshot(context, before if has_rows else None)
    result = _result(context, written, target if has_rows else None, touched)
    context.define("_result", result)
    counts = {
        **_counts(context, book, checked, merged),
        "targetRows": context.number("SELECT count(*) FROM _result"),
    }
    reconcile(counts, staged=book.staged, seen=checked["accepted"])
    check_table(context, has_rows)
    refuse_empty_replacement(context, counts["targetRows"])
    context.clock.end(counts["inserted"] + counts["updated"] + counts["deleted"])

    context.clock.start("commit")
    has_bad = book.malformed + counts["quarantined"] > 0
    files = commit_files(context, book)
    reprocessed = [file.file for file in files if file.state == "reprocessed"]
    context.store.commit(
        Commit(
            ts=ts,
            load=context.parts.swap["load"],
            fingerprint=context.plan["fingerprint"],
            counts=counts,
            columns=context.store.columns(),
            files=files,
            quarantine=quarantine_rows(context, ts) if has_bad else None,
            resolved=resolved_rows(context, reprocessed, has_orphans),
            stage=StageFacts(context.parts.stage["shape"], [one["name"] for one in context.plan["columns"]]),
            partition_by=context.parts.swap["partitionBy"],
            is_whole=not has_rows,
            assert_unchanged=lambda: assert_unchanged(context, book),
            on_point_of_no_return=context.request.cancellation.close,
            touched=touched,
        )
    )
    context.emit({"kind": "committed", "counts": counts})
    context.clock.end(counts["accepted"])
    return counts


def preview_merge(context: RunContext, book: ReadBook, checked: dict[str, int]) -> dict[str, int]:
    """What a merge would do, told by the plan's own queries; nothing is written."""
    target, has_rows = _open_target(context)
    rows_before = target.count() if target is not None and has_rows else 0
    merged = run_operations(context, "merge", has_rows).numbers
    counts = {
        **_counts(context, book, checked, merged),
        "targetRows": rows_before + merged["inserted"] - merged["deleted"],
    }
    reconcile(counts, staged=book.staged, seen=checked["accepted"])
    return counts


def _open_target(context: RunContext) -> tuple[DataFrame | None, bool]:
    """
    The table as it is. One that is made anew meets no row: it is a first load. No row is fetched to find out: a timestamp
    outside of the years 1 to 9999 is beyond Python.
    """
    target = None if context.is_replaced else context.store.target()
    if target is not None:
        context.define("_target", target)
    return target, target is not None and not target.isEmpty()


def _touched(context: RunContext, target: DataFrame | None, has_rows: bool) -> Touched | None:
    """Of a partitioned table only partitions that hold, before or after, a key of the delivery are written."""
    if target is None or not has_rows or not context.parts.swap["partitionBy"]:
        return None
    return context.store.touched(context.spark.table("_changes"))


def _result(
    context: RunContext, written: DataFrame, target: DataFrame | None, touched: Touched | None
) -> DataFrame:
    if touched is None or target is None:
        return written
    names = context.parts.swap["partitionBy"]
    rows = [[spec[name] for name in names] for spec in touched.partitions]
    schema = ", ".join(f"{quote_name(name)} string" for name in names)
    context.define("_partitions", local_rows(context.spark, schema, rows))
    same = " AND ".join(
        f"coalesce(nullif(CAST(t.{name} AS STRING), ''), '{NULL_PARTITION}') = p.{name}"
        for name in map(quote_name, names)
    )
    stay = context.spark.sql(f"SELECT t.* FROM _target t LEFT ANTI JOIN _partitions p ON {same}")
    return written.unionByName(stay)


def _counts(
    context: RunContext, book: ReadBook, checked: dict[str, int], merged: dict[str, int]
) -> dict[str, int]:
    return {
        **no_counts(),
        **merged,
        "files": len(book.kept),
        "bytes": book.bytes,
        "records": book.records,
        "malformed": book.malformed,
        "accepted": book.records - book.malformed,
        "quarantined": checked["quarantined"],
        "superseded": checked["superseded"],
    }
