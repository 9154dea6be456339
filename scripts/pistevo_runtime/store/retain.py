"""What is old is removed: snapshots that nobody is thought to read any more, and staged files."""

from __future__ import annotations

import json
from collections.abc import Sequence

from pistevo_runtime.store import metastore
from pistevo_runtime.store.chain import Chain
from pistevo_runtime.store.commit_file import CommittedRun
from pistevo_runtime.store.context import StoreContext
from pistevo_runtime.store.ledger import DAY_MS, clear_of_old, kept_stages
from pistevo_runtime.store.partitions import read_partitions
from pistevo_runtime.store.paths import join_path
from pistevo_runtime.store.places import RUN_ID

#: Kept: the current snapshot, so many before it, and all that are younger than so many days.
_KEPT_BEFORE = 2
_KEPT_DAYS = 7


def kept_snapshots(chain: Chain, now_ms: int) -> list[CommittedRun]:
    """Runs whose rows are kept."""
    oldest = now_ms - _KEPT_DAYS * DAY_MS
    last = {run.run_id for run in chain[-(_KEPT_BEFORE + 1) :]}
    return [run for run in clear_of_old(chain) if run.run_id in last or run.committed_ms >= oldest]


def retain(context: StoreContext, chain: Chain) -> None:
    """Removes rows and staged files that are no longer kept. What a commit wrote down stays.

    It is the ledger.
    """
    swept = join_path(context.places.versions, "_swept.json")
    done = json.loads(context.files.read_text(swept)) if context.files.status(swept) is not None else {}
    now_ms = context.now_ms()
    kept = kept_snapshots(chain, now_ms)
    staged = kept_stages(chain, context.stage_days, now_ms)
    old_data = _newer(chain, kept, done.get("data", ""))
    old_stages = [run for run in _newer(chain, staged, done.get("stage", "")) if run.stage is not None]
    _forget_rows(context, old_data, kept)
    _forget_stages(context, old_stages)
    is_scrubbed = len(chain) > 0 and chain[-1].is_scrubbing
    _forget_undone(context, chain, 0 if is_scrubbed else _KEPT_DAYS * DAY_MS)
    if is_scrubbed:
        for run in chain[:-1]:
            context.files.delete(context.places.run(run.run_id).quarantine)
    if old_data or old_stages:
        marks = {
            "data": max([done.get("data", ""), *(run.ts for run in old_data)]),
            "stage": max([done.get("stage", ""), *(run.ts for run in old_stages)]),
        }
        context.files.write_text(swept, json.dumps(marks))


def _newer(chain: Chain, kept: Sequence[CommittedRun], swept_ts: str) -> list[CommittedRun]:
    """Runs of the chain that are not kept and were not swept before.

    A run's `ts` is later than that of any run before it.
    """
    names = {run.run_id for run in kept}
    return [run for run in chain if run.run_id not in names and run.ts > swept_ts]


def _forget_rows(context: StoreContext, old: Sequence[CommittedRun], kept: Sequence[CommittedRun]) -> None:
    files, places = context.files, context.places
    if not old:
        return
    used = {
        place
        for run in kept
        if run.partition_by
        for place in read_partitions(files, places, run.run_id).values()
    }
    for run in old:
        if not run.partition_by:
            files.delete(places.run(run.run_id).data)
            continue
        metastore.drop_table(context.spark, places.run_table(run.run_id))
        for place in set(read_partitions(files, places, run.run_id).values()) - used:
            files.delete(place)


def _forget_stages(context: StoreContext, old: Sequence[CommittedRun]) -> None:
    for run in old:
        specs = (
            [metastore.parse_partition(part) for part in run.stage.partitions]
            if run.stage is not None
            else []
        )
        metastore.drop_partitions(context.spark, context.places.stage_table, specs)
        context.files.delete(context.places.run(run.run_id).stage)


def _forget_undone(context: StoreContext, chain: Chain, kept_ms: int) -> None:
    """What runs left that were rolled back so long ago; partitions that they wrote are no one else's."""
    files, places = context.files, context.places
    known = {run.run_id for run in chain}
    for name in files.names(places.versions):
        folder = places.run(name)
        mark = None if name in known or not RUN_ID.fullmatch(name) else files.status(folder.undone)
        if mark is None or context.now_ms() - json.loads(files.read_text(mark.path))["undone_ms"] < kept_ms:
            continue
        metastore.drop_table(context.spark, places.run_table(name))
        for path in (folder.data, folder.stage, folder.quarantine, folder.resolved):
            files.delete(path)
