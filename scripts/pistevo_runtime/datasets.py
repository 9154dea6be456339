"""The dataset that an argument means, as core/plan/resolve-dataset.ts has it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pistevo_runtime.stop import RunStop


def choose_dataset(names: Sequence[str], wanted: str) -> str:
    """The name itself, else its singular or plural twin where just one is there, ASCII case ignored."""
    if wanted in names:
        return wanted
    lower = wanted.lower()
    exact = [name for name in names if name.lower() == lower]
    twins = exact or [name for name in names if _are_twins(name.lower(), lower)]
    if len(twins) == 1:
        return twins[0]
    listed = ", ".join(f"`{name}`" for name in (twins or names))
    if twins:
        raise RunStop("failed", "ambiguous_dataset", f"`{wanted}` may be any of {listed}; name one of them.")
    raise RunStop(
        "failed",
        "unknown_dataset",
        f"The release has no dataset `{wanted}`; it has {listed or 'none'}. Name one of them, or publish again.",
    )


def _are_twins(left: str, right: str) -> bool:
    return right in _plurals(left) or left in _plurals(right)


def _plurals(noun: str) -> list[str]:
    if noun == "":
        return []
    forms = [f"{noun}s"]
    if re.search(r"(s|x|z|ch|sh)$", noun):
        forms.append(f"{noun}es")
    if re.search(r"[^aeiou]y$", noun):
        forms.append(f"{noun[:-1]}ies")
    return forms
