"""The one commit point: the table moves to a snapshot that is complete."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pyspark.sql import SparkSession

from pistevo_runtime.plan import sql_type
from pistevo_runtime.quoting import quote_name, quote_table
from pistevo_runtime.store import metastore
from pistevo_runtime.store.commit_file import CommittedRun, TargetColumn
from pistevo_runtime.store.head import Head
from pistevo_runtime.store.metastore import NewTable, TableFacts
from pistevo_runtime.store.places import Places
from pistevo_runtime.store.reshape import replace_table

Columns = Sequence[tuple[str, str]]


def ready_partitions(
    spark: SparkSession, places: Places, run: CommittedRun, partitions: Mapping[str, str]
) -> None:
    """Makes the table of a run's partitions, old and new ones; nobody reads it before the view moves."""
    name = places.run_table(run.run_id)
    folded = {column.lower() for column in run.partition_by}
    columns = hive_columns(run.columns)
    metastore.drop_table(spark, name)
    metastore.create_table(
        spark,
        NewTable(
            name,
            [column for column in columns if column[0].lower() not in folded],
            [column for key in run.partition_by for column in columns if column[0].lower() == key.lower()],
            places.run(run.run_id).data,
        ),
    )
    specs = ((metastore.parse_partition(spec), location) for spec, location in partitions.items())
    metastore.add_partitions(spark, name, specs)


def swap(spark: SparkSession, places: Places, run: CommittedRun, head: Head, kept: str | None = None) -> None:
    """Moves the table, or the view, to the run's snapshot.

    With `kept` the old one goes aside under that name.
    """
    if head.facts is None:
        _make(spark, places, run, places.table())
    elif kept is not None or not _fits(run, head.facts):
        replace_table(spark, places, lambda name: _make(spark, places, run, name), kept=kept)
    elif run.partition_by:
        _make(spark, places, run, places.table())
    else:
        # A reader between these two statements sees the old rows, and NULL in the new column.
        metastore.add_columns(spark, places.table(), _lost(head.facts.columns, hive_columns(run.columns)))
        metastore.set_location(spark, places.table(), places.run(run.run_id).data)


def _fits(run: CommittedRun, facts: TableFacts) -> bool:
    """Whether the table can move as it is.

    A view to any columns, a table to those that it has and new ones.
    """
    if run.partition_by:
        return facts.is_view
    return not facts.is_view and not _lost(hive_columns(run.columns), facts.columns)


def _make(spark: SparkSession, places: Places, run: CommittedRun, name: str) -> None:
    if run.partition_by:
        names = ", ".join(quote_name(column.name) for column in run.columns)
        metastore.show_view(spark, name, f"SELECT {names} FROM {quote_table(places.run_table(run.run_id))}")
        return
    metastore.create_table(spark, NewTable(name, hive_columns(run.columns), [], places.run(run.run_id).data))


def hive_columns(columns: Sequence[TargetColumn]) -> Columns:
    """Names and types as the metastore takes them."""
    return [(column.name, sql_type(column.type)) for column in columns]


def _lost(kept: Columns, columns: Columns) -> Columns:
    """Those of `columns` that `kept` does not have, with the same type."""
    folded = {(name.lower(), kind.lower().replace(" ", "")) for name, kind in kept}
    return [
        (name, kind) for name, kind in columns if (name.lower(), kind.lower().replace(" ", "")) not in folded
    ]
