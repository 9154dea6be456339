"""The plan's queries, phase by phase."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pistevo_runtime.plan import Operation
from pistevo_runtime.run.context import RunContext


@dataclass(frozen=True)
class PhaseResult:
    """What the operations of one phase answered; `failing` holds rows at fault by table rule."""

    numbers: dict[str, int] = field(default_factory=dict)
    failing: dict[str, int] = field(default_factory=dict)


def run_operations(context: RunContext, phase: str, has_rows: bool) -> PhaseResult:
    """Runs the queries of a phase in order. What they produce are views: a `table` is computed once, when first read."""
    when = "later" if has_rows else "first"
    result = PhaseResult()
    for operation in context.parts.sql:
        if operation["phase"] != phase or operation.get("when", when) != when:
            continue
        context.request.cancellation.stop_if_asked()
        frame = context.spark.sql(operation["text"]["spark"])
        produced: Mapping[str, str] | None = operation.get("produces")
        if produced is not None:
            context.define(produced["relation"], context.keep(frame) if produced["as"] == "table" else frame)
            continue
        row = frame.first()
        answer = {} if row is None else row.asDict()
        for name in operation.get("returns", ()):
            result.numbers[name] = int(answer.get(name) or 0)
        if "rule" in operation:
            result.failing[operation["rule"]] = int(answer.get("failing") or 0)
    return result


def rule_of(context: RunContext, rule_id: str) -> Operation:
    """The rule that a table statement checks."""
    for rule in context.plan["rules"]:
        if rule["id"] == rule_id:
            found: Operation = rule
            return found
    raise ValueError(f"The plan of {context.plan['dataset']} has no rule {rule_id}.")
