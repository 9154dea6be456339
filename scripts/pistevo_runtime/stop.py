"""Ends of a run that its user should read."""

from __future__ import annotations

from collections.abc import Mapping

EXIT_CODES: Mapping[str, int] = {
    "succeeded": 0,
    "no_input": 0,
    "rejected": 3,
    "failed": 4,
    "cancelled": 130,
}


class RunStop(Exception):
    """Ends a run early: `status` as in the contract of events, a stable word, and one sentence without data."""

    def __init__(self, status: str, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
