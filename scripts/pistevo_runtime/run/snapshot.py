"""The table as it will be after the run, written once."""

from __future__ import annotations

from pyspark.sql import DataFrame

from pistevo_runtime.quoting import quote_name
from pistevo_runtime.run.context import RunContext


def write_snapshot(context: RunContext, before: DataFrame | None) -> DataFrame:
    """Writes the rows that stay and those that come; `before` holds the rows that may stay. Answers the written rows."""
    columns = [quote_name(column["name"]) for column in context.plan["columns"]]
    listed = ", ".join(columns)
    come = context.spark.sql(f"SELECT {listed} FROM _changes WHERE _op <> 'delete'")
    rows = come
    partitions = context.parts.swap["partitionBy"]
    if before is not None:
        context.define("_before", before)
        rows = context.spark.sql(_stay(context, listed)).unionByName(come)
    if partitions:
        # A partition's rows come together, so that it does not become as many files as there are tasks.
        context.define("_rows", rows)
        names = ", ".join(quote_name(name) for name in partitions)
        rows = context.spark.sql(f"SELECT /*+ REBALANCE({names}) */ * FROM _rows")
    folder = context.store.data_folder
    rows.write.mode("overwrite").partitionBy(*partitions).parquet(folder)
    return context.spark.read.schema(rows.schema).parquet(folder).selectExpr(*columns)


def _stay(context: RunContext, listed: str) -> str:
    keys = [quote_name(key) for key in context.parts.swap["keys"]]
    if context.parts.swap["load"] == "append":
        return f"SELECT {listed} FROM _before"
    gone = f"SELECT {', '.join(keys)} FROM _changes WHERE _op <> 'insert'"
    same = " AND ".join(f"b.{key} = g.{key}" for key in keys)
    kept = ", ".join(f"b.{quote_name(column['name'])}" for column in context.plan["columns"])
    return f"SELECT {kept} FROM _before b LEFT ANTI JOIN ({gone}) g ON {same}"
