"""How each rule over single records fared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pistevo_runtime.quoting import quote_text
from pistevo_runtime.run.context import RunContext

_BITS_PER_WORD = 62
_MOST_SAMPLES = 5
#: Rules asked for their places in one query.
_RULES_PER_QUERY = 20

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
    samples: dict[str, list[Mapping[str, Any]]] = {}
    for some in _slices(broken):
        queries = [
            f"(SELECT {at} AS at, file_name, _line, _file_no, _record FROM _flags WHERE {has_bit(rule)}"
            f" AND _file_no >= 0 ORDER BY _file_no, _record LIMIT {_MOST_SAMPLES})"
            for at, rule in enumerate(some)
        ]
        rows = context.spark.sql(" UNION ALL ".join(queries)).collect()
        for row in sorted(rows, key=lambda one: (one["at"], one["_file_no"], one["_record"])):
            place = {"file": row["file_name"], "line": row["_line"]}
            samples.setdefault(some[row["at"]]["id"], []).append(place)
    return samples


def _slices(rules: Sequence[Rule]) -> Iterator[Sequence[Rule]]:
    for start in range(0, len(rules), _RULES_PER_QUERY):
        yield rules[start : start + _RULES_PER_QUERY]
