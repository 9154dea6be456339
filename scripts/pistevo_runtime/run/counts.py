"""Numbers of a run, named as in the contract of events, and their proof."""

from __future__ import annotations

from collections.abc import Mapping

from pistevo_runtime.stop import RunStop

Counts = Mapping[str, int]

_NAMES = (
    "files",
    "bytes",
    "records",
    "malformed",
    "accepted",
    "quarantined",
    "inserted",
    "updated",
    "unchanged",
    "superseded",
    "stale",
    "deleted",
    "retried",
    "targetRows",
)
_OUTCOMES = ("quarantined", "inserted", "updated", "unchanged", "superseded", "stale", "deleted")


def no_counts() -> dict[str, int]:
    """Nothing happened."""
    return dict.fromkeys(_NAMES, 0)


def reconcile(counts: Counts, staged: int, seen: int) -> None:
    """Every record must be accounted for: what was accepted was staged, read back, and became exactly one thing."""
    records, malformed, accepted = counts["records"], counts["malformed"], counts["accepted"]
    if records != malformed + accepted:
        _disagree(
            f"{records} records were counted, but {malformed} malformed and {accepted} accepted were read"
        )
    if staged != accepted or seen != accepted:
        _disagree(f"{accepted} records were accepted, but {staged} staged and {seen} read back")
    became = sum(counts[name] for name in _OUTCOMES)
    if became != accepted:
        _disagree(f"{accepted} records were accepted, but {became} are accounted for")


def _disagree(what: str) -> None:
    raise RunStop(
        "failed",
        "counts_disagree",
        f"The books do not balance: {what}. Nothing was changed; please report this with the run's folder.",
    )
