"""Tables with `partition_by`.

A commit writes the partitions that it touches and shares the others by reference.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyspark.sql import DataFrame

from pistevo_runtime.quoting import quote_name
from pistevo_runtime.store import metastore
from pistevo_runtime.store.context import StoreContext
from pistevo_runtime.store.metastore import NULL_PARTITION, PartitionSpec
from pistevo_runtime.store.paths import join_path, relative_path
from pistevo_runtime.store.places import Places
from pistevo_runtime.store.snapshot import read_snapshot
from pistevo_runtime.store.swap import ready_partitions

if TYPE_CHECKING:
    from pistevo_runtime.store.chain import Chain
    from pistevo_runtime.store.commit import Commit
    from pistevo_runtime.store.files import Files

SCRATCH_SUFFIX = "__touched"


@dataclass(frozen=True)
class Touched:
    """`partitions` hold a key of the delivery, before or after; `target` has the rows of those that exist."""

    partitions: Sequence[PartitionSpec]
    target: DataFrame


def read_partitions(files: Files, places: Places, run_id: str) -> Mapping[str, str]:
    """Where each partition of a snapshot is, by its spec as a path (`p=a/d=1`)."""
    value: Mapping[str, str] = json.loads(files.read_text(places.run(run_id).partitions))
    return value


def find_touched(context: StoreContext, chain: Chain, changes: DataFrame, keys: Sequence[str]) -> Touched:
    """Partitions that `changes` moves rows into or out of. Values of partitions are in paths anyway.

    No other value is collected.
    """
    latest = chain[-1]
    by = [quote_name(name) for name in latest.partition_by]
    rows = read_snapshot(context.spark, context.places, latest)
    texts = [f"CAST({name} AS STRING)" for name in by]
    moved = changes.where("_op <> 'delete'").selectExpr(*texts)
    if keys:
        # Without a key nothing is replaced: rows only come.
        gone = changes.where("_op <> 'insert'").select(*[quote_name(key) for key in keys])
        moved = moved.unionAll(rows.join(gone, list(keys), "semi").selectExpr(*texts))
    found = moved.distinct().collect()
    specs = [dict(zip(latest.partition_by, (_value(cell) for cell in row))) for row in found]
    wanted = {_key(spec) for spec in specs}
    old = read_partitions(context.files, context.places, latest.run_id)
    some = {path: place for path, place in old.items() if _key(metastore.parse_partition(path)) in wanted}
    scratch = Places(
        context.places.schema, context.places.dataset + SCRATCH_SUFFIX, context.places.target, ""
    )
    ready_partitions(context.spark, scratch, latest, some)
    return Touched(specs, read_snapshot(context.spark, scratch, latest))


def forget_scratch(context: StoreContext) -> None:
    """Removes the tables through which touched partitions were read.

    Their files are those of the snapshots.
    """
    prefix = f"{context.places.dataset}{SCRATCH_SUFFIX}__v_"
    for table in metastore.list_tables(context.spark, context.places.schema, prefix):
        metastore.drop_table(context.spark, table)


def collect_partitions(context: StoreContext, chain: Chain, commit: Commit) -> Mapping[str, str]:
    """Partitions of the new snapshot, old and new, and writes them down in the run's folder."""
    data = context.own.data
    context.files.make_folder(data)
    own = {path: join_path(data, path) for path in _folders(context.files, data, len(commit.partition_by))}
    shared: Mapping[str, str] = {}
    if chain and chain[-1].partition_by and not commit.is_whole and commit.touched is not None:
        touched = {_key(spec) for spec in commit.touched.partitions}
        old = read_partitions(context.files, context.places, chain[-1].run_id)
        shared = {
            path: at for path, at in old.items() if _key(metastore.parse_partition(path)) not in touched
        }
    partitions = {**shared, **own}
    context.files.write_text(context.own.partitions, json.dumps(partitions, sort_keys=True))
    return partitions


def _folders(files: Files, data: str, depth: int) -> list[str]:
    paths = [data]
    for _ in range(depth):
        paths = [
            status.path
            for path in paths
            for status in files.list(path)
            if status.is_folder and not status.name.startswith(("_", "."))
        ]
    return [relative_path(data, path) or "" for path in paths]


def _value(cell: str | None) -> str:
    return NULL_PARTITION if cell is None or cell == "" else cell


def _key(spec: PartitionSpec) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name.lower(), value) for name, value in spec.items()))
