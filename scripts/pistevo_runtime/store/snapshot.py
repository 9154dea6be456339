"""Rows of a snapshot, read where they are: they stay the same whatever moves the table meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from pyspark.sql import DataFrame, SparkSession

from pistevo_runtime.plan import sql_type
from pistevo_runtime.quoting import quote_name
from pistevo_runtime.store.commit_file import CommittedRun, TargetColumn
from pistevo_runtime.store.places import Places


def read_snapshot(spark: SparkSession, places: Places, run: CommittedRun) -> DataFrame:
    """The rows that a commit left, with its columns in order."""
    if run.partition_by:
        names = [quote_name(column.name) for column in run.columns]
        return spark.table(places.run_table(run.run_id)).select(*names)
    return spark.read.schema(_ddl(run.columns)).parquet(places.run(run.run_id).data)


def shape_rows(rows: DataFrame, there: Sequence[TargetColumn], wanted: Sequence[TargetColumn]) -> DataFrame:
    """Gives rows the columns of a plan: by name, and NULL for those that are new."""
    folded = {column.name.lower(): column.name for column in there}
    items = []
    for column in wanted:
        name = folded.get(column.name.lower())
        source = f"CAST(NULL AS {sql_type(column.type)})" if name is None else quote_name(name)
        items.append(f"{source} AS {quote_name(column.name)}")
    return rows.selectExpr(*items)


def _ddl(columns: Sequence[TargetColumn]) -> str:
    return ", ".join(f"{quote_name(column.name)} {sql_type(column.type)}" for column in columns)
