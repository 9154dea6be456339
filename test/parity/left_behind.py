"""What a run, whole or not, left of its dataset in the metastore, as a reader finds it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyspark.sql import SparkSession
from typed_table import table, table_or_none

QUARANTINE = ("run_id", "file_name", "record", "line", "length", "reasons", "staged", "resolved_run")


def left_behind(spark: SparkSession, plan: Mapping[str, Any], *, is_short: bool = False) -> dict[str, Any]:
    """Target, quarantine, staged rows, the ledger's own views, and every name in the schema.

    `is_short`: the target alone, and nothing of all else.
    """
    schema = plan["schema"]
    name = f"{schema}.{plan['dataset']}"
    target = table_or_none(spark, name)
    if is_short:
        none: dict[str, Any] = {"quarantine": None, "stage": None, "runs": [], "deliveries": [], "tables": []}
        return {"target": target, **none}
    columns = [column["name"] for column in plan["columns"]]
    return {
        "target": target,
        "quarantine": table_or_none(spark, f"{name}_quarantine", list(QUARANTINE)),
        "stage": table_or_none(spark, f"{name}_stage", [*columns, "file_name"]),
        "runs": _ledger(spark, plan, "pistevo_runs", "run_id, parent"),
        "deliveries": _ledger(spark, plan, "pistevo_deliveries", "run_id, file, state, records"),
        "tables": _names(spark, schema),
    }


def _ledger(spark: SparkSession, plan: Mapping[str, Any], view: str, columns: str) -> Any:
    """Rows of a view of the ledger; none when there is no such view."""
    name = f"{plan['schema']}.{view}"
    if not spark.catalog.tableExists(name):
        return []
    return table(spark.sql(f"SELECT {columns} FROM {name} WHERE dataset = '{plan['dataset']}'"))["rows"]


def _names(spark: SparkSession, schema: str) -> list[str]:
    if not spark.catalog.databaseExists(schema):
        return []
    return sorted(row[1] for row in spark.sql(f"SHOW TABLES IN {schema}").collect() if not row[2])
