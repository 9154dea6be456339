"""Rows of a table in the shape of a plan: columns renamed, dropped, cast, emptied or added."""

from __future__ import annotations

from collections.abc import Sequence

from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame

from pistevo_runtime.plan import Plan, sql_type
from pistevo_runtime.quoting import quote_name
from pistevo_runtime.stop import RunStop
from pistevo_runtime.store.commit_file import TargetColumn
from pistevo_runtime.store.evolution import Evolution


def convert_rows(rows: DataFrame, plan: Plan, evolution: Evolution) -> DataFrame:
    """The rows with the plan's columns. RunStop `failed`/`would_lose_values` when a cast would lose one."""
    former = {column.name.lower(): was for was, column in evolution.renamed}
    retyped = {now.name.lower(): was for was, now in evolution.retyped}
    added = {column.name.lower() for column in evolution.added}
    masked = {column.name.lower() for column in evolution.masked}
    items: list[str] = []
    for item in plan["columns"]:
        column = TargetColumn(item["name"], item["type"], item.get("mask"))
        folded = column.name.lower()
        source = quote_name(former.get(folded, column.name))
        if folded in added or folded in masked:
            source = f"CAST(NULL AS {sql_type(column.type)})"
        elif folded in retyped:
            _refuse_losses(rows, plan, source, retyped[folded], column)
            source = f"TRY_CAST({source} AS {sql_type(column.type)})"
        items.append(f"{source} AS {quote_name(column.name)}")
    return rows.selectExpr(*items)


def _refuse_losses(rows: DataFrame, plan: Plan, source: str, was: TargetColumn, now: TargetColumn) -> None:
    cast = f"TRY_CAST({source} AS {sql_type(now.type)})"
    # A text may be spelled in more ways than one; anything else must come back as it was.
    is_back = (
        f"{cast} IS NOT NULL"
        if was.type == "string"
        else f"TRY_CAST({cast} AS {sql_type(was.type)}) = {source}"
    )
    try:
        lost = rows.where(f"{source} IS NOT NULL AND ({is_back}) IS NOT TRUE").count()
    except AnalysisException as error:
        raise _lossy(plan, now, f"no {was.type} fits") from error
    if lost > 0:
        raise _lossy(plan, now, f"{lost} {'value does' if lost == 1 else 'values do'} not fit")


def _lossy(plan: Plan, column: TargetColumn, why: str) -> RunStop:
    return RunStop(
        "failed",
        "would_lose_values",
        f"`{column.name}` cannot become {column.type}: {why}. Change the type in the schema, or make the table anew "
        f"from the archive with `pistevo reprocess {plan['dataset']} --rebuild`.",
    )


def as_target_columns(columns: Sequence[tuple[str, str]]) -> list[TargetColumn]:
    """Columns of any table in the words of the schema file."""
    words = {"boolean": "boolean", "tinyint": "int", "smallint": "int", "float": "double"}
    return [TargetColumn(name, words.get(kind, kind.replace(" ", ""))) for name, kind in columns]
