"""The one commit point: the table moves to a snapshot that is complete."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pyspark.sql import SparkSession

from pistevo_runtime.plan import sql_type
from pistevo_runtime.quoting import quote_name, quote_table
from pistevo_runtime.store import metastore
from pistevo_runtime.store.commit_file import CommittedRun, TargetColumn
from pistevo_runtime.store.head import Head
from pistevo_runtime.store.metastore import NewTable
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


def swap(spark: SparkSession, places: Places, run: CommittedRun, head: Head) -> None:
    """Moves the table, or the view, to the run's snapshot."""
    table = places.table()
    if run.partition_by:
        if head.facts is not None and not head.facts.is_view:
            replace_table(spark, places, lambda name: _show(spark, name, places, run))
        else:
            _show(spark, table, places, run)
        return
    columns = hive_columns(run.columns)
    new = NewTable(table, columns, [], places.run(run.run_id).data)
    if head.facts is None:
        metastore.create_table(spark, new)
        return
    if head.facts.is_view or _lost(columns, head.facts.columns):
        replace_table(
            spark,
            places,
            lambda name: metastore.create_table(spark, NewTable(name, columns, [], new.location)),
        )
        return
    # A reader between these two statements sees the old rows, and NULL in the new column.
    metastore.add_columns(spark, table, _lost(head.facts.columns, columns))
    metastore.set_location(spark, table, new.location)


def hive_columns(columns: Sequence[TargetColumn]) -> Columns:
    """Names and types as the metastore takes them."""
    return [(column.name, sql_type(column.type)) for column in columns]


def _show(spark: SparkSession, view: str, places: Places, run: CommittedRun) -> None:
    names = ", ".join(quote_name(column.name) for column in run.columns)
    metastore.show_view(spark, view, f"SELECT {names} FROM {quote_table(places.run_table(run.run_id))}")


def _lost(kept: Columns, columns: Columns) -> Columns:
    """Those of `columns` that `kept` does not have, with the same type."""
    folded = {(name.lower(), kind.lower().replace(" ", "")) for name, kind in kept}
    return [
        (name, kind) for name, kind in columns if (name.lower(), kind.lower().replace(" ", "")) not in folded
    ]
