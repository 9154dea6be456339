"""Decides which records are fit, and whether the delivery is."""

from __future__ import annotations

from pistevo_runtime.plan import Plan
from pistevo_runtime.run.context import RunContext
from pistevo_runtime.run.delivery import ReadBook
from pistevo_runtime.run.gate import pass_gate
from pistevo_runtime.run.operations import run_operations
from pistevo_runtime.run.quarantine import tell_malformed
from pistevo_runtime.run.row_rules import count_row_rules


def check_delivery(context: RunContext, book: ReadBook) -> dict[str, int]:
    """Runs the check phase, tells how every rule fared, and lets the delivery pass the gate or stops the run.

    Where only orphans are looked at there is no delivery to refuse.
    """
    context.clock.start("check")
    numbers = run_operations(context, "check", has_rows=False).numbers
    if book.malformed > 0:
        tell_malformed(context)
    outcomes = count_row_rules(context)
    for outcome in outcomes:
        context.emit(
            {
                "kind": "rule-result",
                "rule": outcome.rule["id"],
                "severity": outcome.rule["severity"],
                "failing": outcome.failing,
                "samples": list(outcome.samples),
            }
        )
    context.clock.end(book.records)
    context.clock.start("gate")
    if book.kept:
        pass_gate(
            _gated(context),
            records=book.records,
            malformed=book.malformed,
            quarantined=numbers["quarantined"],
            outcomes=outcomes,
        )
    context.clock.end(book.records)
    return numbers


def _gated(context: RunContext) -> Plan:
    """Shares and numbers of rows are promises about deliveries: records taken out of quarantine are bad by choice."""
    plan, reprocess = context.plan, context.request.reprocess
    gate = dict(plan["gate"])
    if reprocess is not None and reprocess.kind == "quarantined" and not reprocess.is_rebuild:
        gate.update(maxBadShare=1, minRows=0)
    return {**plan, "gate": gate}
