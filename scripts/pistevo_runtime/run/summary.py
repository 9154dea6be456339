"""How a run went, for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pistevo_runtime.events import Event

_COUNTS = (
    "records",
    "malformed",
    "quarantined",
    "inserted",
    "updated",
    "unchanged",
    "superseded",
    "stale",
    "deleted",
)


def summarize(dataset: str, outcome: Mapping[str, Any], events: Sequence[Event]) -> str:
    """A few lines without a value of the data."""
    counts = outcome.get("counts", {})
    lines = [f"{dataset}: {outcome['status']}"]
    if "reason" in outcome:
        lines.append(f"  {outcome['reason']}")
    told = [f"{counts[name]} {name}" for name in _COUNTS if counts.get(name)]
    if told:
        lines.append(f"  {', '.join(told)}; {counts['targetRows']} rows in the table")
    lines.extend(f"  {step}" for step in outcome.get("steps", ()))
    for event in events:
        if event["kind"] == "rule-result" and event["failing"] > 0:
            places = ", ".join(f"{place['file']}:{place['line']}" for place in event["samples"])
            first = f", first at {places}" if places else ""
            lines.append(f"  {event['rule']} ({event['severity']}): {event['failing']}{first}")
        elif event["kind"] == "warning":
            lines.append(f"  warning {event['code']}: {event['message']}")
    lines.extend(f"  {name}: {place}" for name, place in outcome.get("places", {}).items())
    return "\n".join(lines) + "\n"
