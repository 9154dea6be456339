"""Warns of deliveries that come late. They are not refused: that would only make them later."""

from __future__ import annotations

from collections.abc import Sequence

from pistevo_runtime.events import warning
from pistevo_runtime.run.context import RunContext

_HOUR_MS = 3_600_000


def tell_lateness(context: RunContext, modified_ms: Sequence[int], last_commit_ms: int | None = None) -> None:
    """Takes the times of the delivery's files; with none of them, the last commit's time counts."""
    hours_late = context.plan["gate"]["hoursLate"]
    newest = max(modified_ms) if modified_ms else last_commit_ms
    if hours_late is None or newest is None:
        return
    age_ms = context.request.now_ms() - newest
    if age_ms <= hours_late * _HOUR_MS:
        return
    hours = int(age_ms // _HOUR_MS)
    dataset = context.plan["dataset"]
    what = (
        f"The newest file of this delivery of `{dataset}` is {hours} hours old"
        if modified_ms
        else f"`{dataset}` has had no delivery for {hours} hours"
    )
    message = f"{what}, more than the {hours_late:g} that `expect.hours_late` allows; ask its sender."
    context.emit(warning("late", message))
