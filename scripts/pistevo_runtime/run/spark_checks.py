"""Checks that a user wrote in Spark SQL: every row that a query yields breaks its rule."""

from __future__ import annotations

import re

from pistevo_runtime.plan import Operation
from pistevo_runtime.quoting import quote_name
from pistevo_runtime.run.context import RunContext
from pistevo_runtime.run.operations import rule_of
from pistevo_runtime.stop import RunStop
from pistevo_runtime.store.java_errors import java_class


def run_spark_checks(context: RunContext) -> dict[str, int]:
    """Rows at fault by rule. A query sees the dataset's own table as it would be after the run, others as they are."""
    checks = context.parts.spark_checks
    if not checks:
        return {}
    dataset = context.plan["dataset"]
    context.spark.sql(f"USE {quote_name(context.plan['schema'])}")
    context.define(dataset, context.spark.table("_result"))
    return {operation["rule"]: _count(context, operation) for operation in checks}


def _count(context: RunContext, operation: Operation) -> int:
    context.request.cancellation.stop_if_asked()
    query = as_own_table(operation["query"], context.plan["schema"], context.plan["dataset"])
    try:
        return context.spark.sql(query).count()
    except Exception as error:
        # A query that was interrupted is no wrong query.
        context.request.cancellation.stop_if_asked()
        rule = rule_of(context, operation["rule"])
        raise RunStop(
            "failed",
            "spark_check_failed",
            f"The query of `{rule['id']}` cannot be run ({java_class(error)}); mend it ({rule['origin']['path']}).",
        ) from error


def as_own_table(query: str, schema: str, dataset: str) -> str:
    """The query with `schema.dataset` named as the view that stands for it; texts and comments stay as they are."""
    own = rf"(?<![\w.`])(?:{_either(schema)})\s*\.\s*(?:{_either(dataset)})(?![\w`])"
    skipped = r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|--[^\n]*|/\*.*?\*/"
    found = re.compile(f"{skipped}|(?P<own>{own})", re.DOTALL | re.IGNORECASE)
    return found.sub(lambda match: quote_name(dataset) if match.group("own") else match.group(0), query)


def _either(name: str) -> str:
    quoted = re.escape(quote_name(name))
    return f"{re.escape(name)}|{quoted}" if re.fullmatch(r"\w+", name) else quoted
