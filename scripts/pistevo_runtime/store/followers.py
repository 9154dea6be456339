"""The tables that follow the target.

Staging, quarantine and the ledger, made to agree with the chain of commits.
"""

from __future__ import annotations

from collections.abc import Sequence

from pyspark.sql import SparkSession

from pistevo_runtime.quoting import quote_table
from pistevo_runtime.store import metastore
from pistevo_runtime.store.chain import Chain
from pistevo_runtime.store.commit_file import CommittedRun
from pistevo_runtime.store.ledger_views import make_ledger_views
from pistevo_runtime.store.metastore import NewTable, PartitionSpec
from pistevo_runtime.store.paths import join_path
from pistevo_runtime.store.places import Places
from pistevo_runtime.store.quarantine import QUARANTINE_COLUMNS, RESOLVED_COLUMNS, quarantine_folders

_STRING = "STRING"


def make_followers(spark: SparkSession, places: Places, columns: Sequence[str]) -> None:
    """Makes the tables that are missing, and gives the stage table the columns that it lacks."""
    stage = [(column, _STRING) for column in columns]
    keys = [("file_name", _STRING), ("ts", _STRING)]
    _ensure(spark, NewTable(places.stage_table, stage, keys, join_path(places.versions, "_stage")))
    rows = NewTable(
        places.quarantine_rows,
        QUARANTINE_COLUMNS,
        [("run_id", _STRING)],
        join_path(places.versions, "_quarantine"),
    )
    _ensure(spark, rows)
    resolved = NewTable(
        places.quarantine_resolved,
        RESOLVED_COLUMNS,
        [("resolved_run", _STRING)],
        join_path(places.versions, "_resolved"),
    )
    _ensure(spark, resolved)
    if metastore.describe(spark, places.quarantine_view) is None:
        metastore.show_view(spark, places.quarantine_view, _quarantine_query(places))
    commits = NewTable(
        places.commits_table,
        [("commit", _STRING)],
        [("dataset", _STRING), ("run_id", _STRING)],
        join_path(places.target, "pistevo__commits"),
        is_text=True,
    )
    _ensure(spark, commits)
    make_ledger_views(spark, places)


def _ensure(spark: SparkSession, table: NewTable) -> None:
    facts = metastore.describe(spark, table.name)
    if facts is None:
        metastore.create_table(spark, table, may_exist=True)
        return
    there = {name.lower() for name, _ in facts.columns}
    metastore.add_columns(
        spark, table.name, [column for column in table.columns if column[0].lower() not in there]
    )


def register(spark: SparkSession, places: Places, run: CommittedRun) -> None:
    """Shows what one commit added."""
    folder = places.run(run.run_id)
    metastore.add_partitions(spark, places.stage_table, _staged(places, run))
    own = {"run_id": run.run_id}
    if run.has_quarantine:
        metastore.add_partitions(spark, places.quarantine_rows, [(own, folder.quarantine)])
    if run.has_resolved:
        by = {"resolved_run": run.run_id}
        metastore.add_partitions(spark, places.quarantine_resolved, [(by, folder.resolved)])
    metastore.add_partitions(
        spark, places.commits_table, [({"dataset": places.dataset, **own}, folder.ledger)]
    )


def realign(spark: SparkSession, places: Places, chain: Chain, staged: Sequence[CommittedRun]) -> None:
    """Makes every follower show exactly the chain, whatever it shows now.

    `staged` are the runs whose staged files are kept.
    """
    wanted = [part for run in staged for part in _staged(places, run)]
    _align(spark, places.stage_table, wanted, {})
    if chain and chain[-1].is_scrubbing:
        # The same runs are to be found in another place from now on.
        _align(spark, places.quarantine_rows, [], {})
    rows = [({"run_id": run_id}, folder) for run_id, folder in quarantine_folders(places, chain).items()]
    _align(spark, places.quarantine_rows, rows, {})
    resolved = [
        ({"resolved_run": run.run_id}, places.run(run.run_id).resolved) for run in chain if run.has_resolved
    ]
    _align(spark, places.quarantine_resolved, resolved, {})
    own = {"dataset": places.dataset}
    commits = [({**own, "run_id": run.run_id}, places.run(run.run_id).ledger) for run in chain]
    _align(spark, places.commits_table, commits, own)


def _align(
    spark: SparkSession, table: str, wanted: Sequence[tuple[PartitionSpec, str]], where: PartitionSpec
) -> None:
    keys = {_key(spec) for spec, _ in wanted}
    there = metastore.list_partitions(spark, table, where)
    known = {_key(spec) for spec in there}
    metastore.drop_partitions(spark, table, [spec for spec in there if _key(spec) not in keys])
    metastore.add_partitions(spark, table, [part for part in wanted if _key(part[0]) not in known])


def _key(spec: PartitionSpec) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(spec.items()))


def _staged(places: Places, run: CommittedRun) -> list[tuple[PartitionSpec, str]]:
    if run.stage is None:
        return []
    folder = places.run(run.run_id).stage
    return [(metastore.parse_partition(part), join_path(folder, part)) for part in run.stage.partitions]


def _quarantine_query(places: Places) -> str:
    columns = "q.run_id, q.ts, q.file_name, q.record, q.line, q.length, q.reasons, q.staged, r.resolved_run"
    return (
        f"SELECT {columns} FROM {quote_table(places.quarantine_rows)} q "
        f"LEFT JOIN {quote_table(places.quarantine_resolved)} r "
        "ON r.run_id = q.run_id AND r.file_name = q.file_name AND r.record = q.record"
    )
