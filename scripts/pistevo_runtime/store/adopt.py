"""Takes over a table that other means made, once; nothing is deleted."""

from __future__ import annotations

from collections.abc import Sequence

from pyspark.sql import DataFrame

from pistevo_runtime.plan import parts
from pistevo_runtime.quoting import quote_name, quote_table
from pistevo_runtime.stop import RunStop
from pistevo_runtime.store import metastore
from pistevo_runtime.store.chain import read_chain
from pistevo_runtime.store.commit import Commit, commit_run
from pistevo_runtime.store.commit_file import TargetColumn
from pistevo_runtime.store.context import StoreContext
from pistevo_runtime.store.convert import as_target_columns, convert_rows
from pistevo_runtime.store.evolution import compare_columns
from pistevo_runtime.store.head import Head, read_head
from pistevo_runtime.store.lock import DatasetLock
from pistevo_runtime.store.migrate import tell_steps, write_whole
from pistevo_runtime.store.places import RUN_ID
from pistevo_runtime.store.recover import follow, recover
from pistevo_runtime.store.reshape import finish_replacement, rename
from pistevo_runtime.store.swap import swap

_KEPT = "__before_pistevo"


def adopt(context: StoreContext, lock: DatasetLock, ts: str) -> Sequence[str]:
    """Copies the rows of a foreign table into a first snapshot and gives it the table's name; the old one is kept beside it.

    Brings a table back, too, that was dropped while its runs are kept. Answers what was done, a sentence
    each; nothing
    for a table that is ours. RunStop `failed`/`nothing_to_adopt`, `would_lose_values`, `duplicate_keys`,
    `name_taken`.
    """
    spark, places = context.spark, context.places
    finish_replacement(spark, places)
    head = read_head(spark, context.files, places)
    if head.run_id is not None:
        recover(context)
        return []
    if head.facts is None:
        return _bring_back(context, lock, head)
    return [*_set_aside_stage(context), *_take_over(context, lock, head, ts)]


def _take_over(context: StoreContext, lock: DatasetLock, head: Head, ts: str) -> list[str]:
    plan, places, swap_ = context.plan, context.places, parts(context.plan).swap
    if head.facts is None:
        return []
    kept = places.table(_KEPT)
    _require_free(context, kept)
    old = context.spark.table(quote_table(places.table()))
    evolution = compare_columns(plan, as_target_columns(head.facts.columns))
    rows = convert_rows(_blanks_to_null(old), plan, evolution)
    _refuse_bad_keys(context, rows, swap_["keys"] if swap_["load"] == "upsert" else [])
    write_whole(context, rows, swap_["partitionBy"])
    commit = Commit(
        ts=ts,
        load=swap_["load"],
        counts={"targetRows": rows.count()},
        columns=[
            TargetColumn(column["name"], column["type"], column.get("mask")) for column in plan["columns"]
        ],
        files=(),
        kind="adopt",
        partition_by=swap_["partitionBy"],
        is_whole=True,
    )
    commit_run(context, lock, commit, head=head, chain=[], kept=kept)
    return [
        *tell_steps(evolution),
        f"Took over `{places.table()}`; the table that was there is `{kept}` now.",
    ]


def _set_aside_stage(context: StoreContext) -> list[str]:
    """A stage table of lines of text cannot take partitions of Parquet."""
    name, kept = context.places.stage_table, f"{context.places.stage_table}{_KEPT}"
    facts = metastore.describe(context.spark, name)
    if facts is None or facts.location.startswith(context.places.versions):
        return []
    _require_free(context, kept)
    rename(context.spark, name, kept)
    return [f"Set `{name}` aside as `{kept}`."]


def _bring_back(context: StoreContext, lock: DatasetLock, head: Head) -> Sequence[str]:
    files, places = context.files, context.places
    shown = [
        status.name
        for status in files.list(places.versions)
        if RUN_ID.fullmatch(status.name)
        and files.status(places.run(status.name).done) is not None
        and files.status(places.run(status.name).undone) is None
    ]
    if not shown:
        raise RunStop(
            "failed",
            "nothing_to_adopt",
            f"There is no table `{places.table()}` to take over; `pistevo run {places.dataset}` makes it.",
        )
    chains = [read_chain(files, places, run_id) for run_id in shown]
    chain = max(chains, key=lambda each: (each[-1].epoch, each[-1].ts))
    lock.assert_held()
    swap(context.spark, places, chain[-1], head)
    files.delete(places.run(chain[-1].run_id).done)
    follow(context, chain)
    return [f"Brought `{places.table()}` back as run `{chain[-1].run_id}` left it."]


def _blanks_to_null(rows: DataFrame) -> DataFrame:
    """Tables of text cannot tell a blank from NULL, and to us a blank is NULL."""
    items = [
        f"nullif({quote_name(name)}, '') AS {quote_name(name)}" if kind == "string" else quote_name(name)
        for name, kind in rows.dtypes
    ]
    return rows.selectExpr(*items)


def _refuse_bad_keys(context: StoreContext, rows: DataFrame, keys: Sequence[str]) -> None:
    if not keys:
        return
    names = [quote_name(key) for key in keys]
    blank = " OR ".join(f"{name} IS NULL" for name in names)
    bad = rows.where(blank).count()
    more = rows.groupBy(*keys).count().where("count > 1").count()
    if bad == 0 and more == 0:
        return
    table, told = context.places.table(), ", ".join(names)
    raise RunStop(
        "failed",
        "duplicate_keys",
        f"`{table}` has {more} values of {told} in more than one row and {bad} rows without one, and `merge_key` asks "
        "for one row each; mend the table, or choose another key, then run this again.",
    )


def _require_free(context: StoreContext, name: str) -> None:
    if metastore.describe(context.spark, name) is None:
        return
    raise RunStop(
        "failed", "name_taken", f"There is a table `{name}` already; rename it, then run this again."
    )
