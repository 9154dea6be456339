"""The time that a run stamps on what it stages."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

_FORMAT = "%Y%m%d%H%M%S"


def next_ts(now_ms: int, previous: str | None) -> str:
    """Now as `yyyyMMddHHmmss` in UTC, or one second after the previous run's when that is not earlier."""
    own = datetime.fromtimestamp(now_ms // 1000, timezone.utc).strftime(_FORMAT)
    if previous is None or own > previous:
        return own
    return (datetime.strptime(previous, _FORMAT) + timedelta(seconds=1)).strftime(_FORMAT)
