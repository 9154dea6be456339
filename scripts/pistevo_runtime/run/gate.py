"""Refuses a delivery as a whole."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NoReturn

from pistevo_runtime.plan import Plan
from pistevo_runtime.run.row_rules import RuleOutcome
from pistevo_runtime.stop import RunStop


def pass_gate(
    plan: Plan, *, records: int, malformed: int, quarantined: int, outcomes: Sequence[RuleOutcome]
) -> None:
    """A failed `error` rule, too many bad records, too few rows, or none that is good: RunStop `rejected`."""
    for outcome in outcomes:
        if outcome.rule["severity"] == "error" and outcome.failing > 0:
            _refuse_rule(outcome)
    gate = plan["gate"]
    good = records - malformed - quarantined
    if records > 0 and good == 0:
        _reject(
            "nothing_accepted",
            f"Not one of {_tell(records)} is fit for `{plan['dataset']}` ({malformed} malformed, {quarantined}"
            " quarantined); the quarantine reasons say why.",
        )
    bad = malformed + quarantined
    if records > 0 and bad / records > gate["maxBadShare"]:
        _reject(
            "too_many_bad",
            f"{bad} of {_tell(records)} are malformed or quarantined, more than the"
            f" {_percent(gate['maxBadShare'])} that `expect.max_bad` allows; mend the delivery, or raise it"
            f" ({gate['origin']['path']}).",
        )
    if good < gate["minRows"]:
        _reject(
            "too_few_rows",
            f"The delivery has {good} good rows, fewer than the {gate['minRows']} that `expect.min_rows` asks for;"
            f" deliver the rest, or lower it ({gate['origin']['path']}).",
        )


def _refuse_rule(outcome: RuleOutcome) -> NoReturn:
    rule = outcome.rule
    place = ""
    if outcome.samples:
        first = outcome.samples[0]
        place = f", first in `{first['file']}` line {first['line']}"
    _reject(
        "error_rule",
        f"{_tell(outcome.failing)} broke `{rule['id']}`{place}, and its severity is `error`; mend the delivery, or"
        f" change the rule ({rule['origin']['path']}).",
    )


def _reject(code: str, message: str) -> NoReturn:
    raise RunStop("rejected", code, message)


def _tell(count: int) -> str:
    return "1 record" if count == 1 else f"{count} records"


def _percent(share: float) -> str:
    percent = math.floor(share * 10_000 + 0.5) / 100
    return f"{percent:g} %"
