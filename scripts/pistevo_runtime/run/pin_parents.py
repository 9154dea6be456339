"""Keys of the tables that a dataset refers to, as they were when the run began."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyspark.sql import DataFrame

from pistevo_runtime.events import warning
from pistevo_runtime.local_rows import local_rows
from pistevo_runtime.quoting import quote_name
from pistevo_runtime.run.context import RunContext


def pin_parents(context: RunContext) -> None:
    """Defines `_parent_<n>(k)` for every reference; with no such parent the set is empty and a warning says so."""
    for reference in context.plan["references"]:
        keys = _find_keys(context, reference)
        if keys is None:
            keys = local_rows(context.spark, f"k {_type_of_child(context.plan, reference)}", [])
            context.emit(warning("parent_missing", _tell_missing(context, reference)))
        context.define(reference["relation"], keys)


def _find_keys(context: RunContext, reference: Mapping[str, Any]) -> DataFrame | None:
    parent = context.store.parent(reference["parent"])
    column = reference["column"]
    if parent is None or column not in parent.columns:
        return None
    name = quote_name(column)
    return parent.selectExpr(f"{name} AS k").where("k IS NOT NULL").distinct()


def _type_of_child(plan: Mapping[str, Any], reference: Mapping[str, Any]) -> str:
    rule = next(rule for rule in plan["rules"] if rule["id"] == reference["rule"])
    child = next(column for column in plan["columns"] if column["name"] == rule["columns"][0])
    return str(child["type"])


def _tell_missing(context: RunContext, reference: Mapping[str, Any]) -> str:
    parent, column = reference["parent"], reference["column"]
    return (
        f"`{context.plan['dataset']}` refers to `{parent}.{column}`, which has not been ingested yet: every row that"
        f" names one is quarantined, and tried again after `pistevo run {parent}`."
    )
