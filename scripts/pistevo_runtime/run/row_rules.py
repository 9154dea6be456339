"""How each rule over single records fared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pistevo_runtime.quoting import quote_text
from pistevo_runtime.run.context import RunContext

_BITS_PER_WORD = 62
_MOST_SAMPLES = 5

Rule = Mapping[str, Any]


@dataclass(frozen=True)
class RuleOutcome:
    rule: Rule
    failing: int
    samples: Sequence[Mapping[str, Any]]


def has_bit(rule: Rule) -> str:
    """SQL that is true when the rule's bit is set in the words of a relation."""
    word, bit = divmod(rule["bit"], _BITS_PER_WORD)
    return f"(_b{word} & {1 << bit}L) <> 0"


def reason_list(rules: Sequence[Rule]) -> str:
    """SQL of the list of reasons why a flagged record is quarantined, in plan order."""
    reasons = [
        f"CASE WHEN {has_bit(rule)} THEN {quote_text(rule['id'])} END"
        for rule in rules
        if "bit" in rule and rule["severity"] in ("quarantine", "error")
    ]
    if not reasons:
        return "CAST(array() AS array<string>)"
    return f"filter(array({', '.join(reasons)}), reason -> reason IS NOT NULL)"


def count_row_rules(context: RunContext) -> list[RuleOutcome]:
    """Counts every record and reference rule over `_flags`, in plan order, with the first few places at fault."""
    rules = [rule for rule in context.plan["rules"] if "bit" in rule]
    if not rules:
        return []
    items = [f"count(CASE WHEN {has_bit(rule)} THEN 1 END) AS n{at}" for at, rule in enumerate(rules)]
    counts = context.one(f"SELECT {', '.join(items)} FROM _flags WHERE _file_no >= 0")
    samples = _find_samples(context, [rule for rule, failing in zip(rules, counts) if failing > 0])
    return [
        RuleOutcome(rule, int(failing), samples.get(rule["id"], [])) for rule, failing in zip(rules, counts)
    ]


def _find_samples(context: RunContext, broken: Sequence[Rule]) -> dict[str, list[Mapping[str, Any]]]:
    """One pass for all rules: each task keeps the first few places of each rule."""
    if not broken:
        return {}
    ats = ", ".join(f"CASE WHEN {has_bit(rule)} THEN {at} END" for at, rule in enumerate(broken))
    rows = context.spark.sql(
        f"""SELECT at, place, file_name, _line FROM (
          SELECT at, file_name, _line,
            row_number() OVER (PARTITION BY at ORDER BY _file_no, _record) AS place
          FROM (SELECT explode(filter(array({ats}), at -> at IS NOT NULL)) AS at, file_name, _line, _file_no, _record
            FROM _flags WHERE _file_no >= 0) AS broken) AS placed
        WHERE place <= {_MOST_SAMPLES}"""
    ).collect()
    samples: dict[str, list[Mapping[str, Any]]] = {}
    for row in sorted(rows, key=lambda one: (one["at"], one["place"])):
        place = {"file": row["file_name"], "line": row["_line"]}
        samples.setdefault(broken[row["at"]]["id"], []).append(place)
    return samples
