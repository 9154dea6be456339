"""Takes the table back to what it was before its latest commit."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from pistevo_runtime.stop import RunStop
from pistevo_runtime.store import metastore
from pistevo_runtime.store.commit_file import CommittedRun
from pistevo_runtime.store.context import StoreContext
from pistevo_runtime.store.lock import DatasetLock
from pistevo_runtime.store.recover import State, follow
from pistevo_runtime.store.retain import kept_snapshots
from pistevo_runtime.store.swap import swap


@dataclass(frozen=True)
class RolledBack:
    """`files` are originals of the run: still in the archive, new again when they are delivered."""

    run_id: str
    target_rows: int
    files: Sequence[str]


def roll_back(context: StoreContext, lock: DatasetLock, state: State) -> RolledBack:
    """Moves the table to the snapshot before; the run is then off the chain, and with it all that it wrote.

    May be called again, as deep as snapshots are kept. RunStop `failed`/`nothing_to_undo`, `cannot_undo`.
    """
    places, chain = context.places, state.chain
    if not chain:
        raise RunStop("failed", "nothing_to_undo", f"`{places.dataset}` has no commit to undo.")
    undone, before = chain[-1], chain[:-1]
    if undone.kind != "run" or not _is_kept(context, undone, before):
        raise RunStop(
            "failed",
            "cannot_undo",
            f"Run `{undone.run_id}` of `{places.dataset}` cannot be undone any more: the rows it replaced are not "
            f"kept that long, or the table was changed since. `pistevo reprocess {places.dataset} --rebuild` makes "
            "the table anew from the archive.",
        )
    mark = {"ts": undone.ts, "undone_ms": context.now_ms(), "by": context.run_id}
    context.files.write_text(places.run(undone.run_id).undone, json.dumps(mark))
    if before:
        # Without this mark the next run finishes what is left here undone.
        context.files.delete(places.run(before[-1].run_id).done)
    lock.assert_held()
    if before:
        swap(context.spark, places, before[-1], state.head)
    else:
        _take_away(context, state)
    follow(context, before)
    rows = before[-1].target_rows if before else 0
    return RolledBack(undone.run_id, rows, [file.file for file in undone.files])


def _take_away(context: StoreContext, state: State) -> None:
    """Before the first commit there was no table."""
    table = context.places.table()
    if state.head.facts is not None and state.head.facts.is_view:
        metastore.drop_view(context.spark, table)
    else:
        metastore.drop_table(context.spark, table)


def _is_kept(context: StoreContext, undone: CommittedRun, before: Sequence[CommittedRun]) -> bool:
    if not before:
        return True
    kept = {run.run_id for run in kept_snapshots([*before, undone], context.now_ms())}
    parent = before[-1]
    if parent.run_id not in kept:
        return False
    path = context.places.run(parent.run_id)
    return context.files.status(path.partitions if parent.partition_by else path.data) is not None
