"""Rules over the table as it would be after the run."""

from __future__ import annotations

from pistevo_runtime.run.context import RunContext
from pistevo_runtime.run.operations import rule_of, run_operations
from pistevo_runtime.run.spark_checks import run_spark_checks
from pistevo_runtime.stop import RunStop


def check_table(context: RunContext, has_rows: bool) -> None:
    """Runs the verify phase and the user's own queries over `_result`, tells how they fared, or refuses the run."""
    broken = {**run_operations(context, "verify", has_rows).failing, **run_spark_checks(context)}
    for rule_id, failing in broken.items():
        severity = rule_of(context, rule_id)["severity"]
        context.emit(
            {"kind": "rule-result", "rule": rule_id, "severity": severity, "failing": failing, "samples": []}
        )
    for rule_id, failing in broken.items():
        rule = rule_of(context, rule_id)
        if failing == 0 or rule["severity"] == "warn":
            continue
        rows = "row" if failing == 1 else "rows"
        raise RunStop(
            "rejected",
            "table_rule",
            f"The table would break `{rule_id}` ({rule['message']}) in {failing} {rows}; mend the delivery, or change"
            f" the rule ({rule['origin']['path']}).",
        )


def refuse_empty_replacement(context: RunContext, target_rows: int) -> None:
    """A table is not replaced by nothing, unless its source says so."""
    swap = context.parts.swap
    if swap["load"] != "replace" or swap["allowEmpty"] or target_rows > 0:
        return
    raise RunStop(
        "rejected",
        "empty_replacement",
        f"The delivery would leave `{swap['table']}` without a row; deliver rows, or set `allow_empty: true`.",
    )
