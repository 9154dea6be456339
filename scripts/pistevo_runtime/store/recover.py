"""Before a run works: what an earlier one left half done is finished or undone."""

from __future__ import annotations

import json
from dataclasses import dataclass

from pistevo_runtime.plan import parts
from pistevo_runtime.stop import RunStop
from pistevo_runtime.store import metastore
from pistevo_runtime.store.chain import Chain, read_chain
from pistevo_runtime.store.context import StoreContext
from pistevo_runtime.store.files import Files
from pistevo_runtime.store.followers import make_followers, realign
from pistevo_runtime.store.head import Head, read_head, require_own
from pistevo_runtime.store.ledger import kept_stages
from pistevo_runtime.store.partitions import forget_scratch
from pistevo_runtime.store.places import RUN_ID, RunFolder
from pistevo_runtime.store.reshape import finish_replacement
from pistevo_runtime.store.retain import retain

#: A commit whose table never moved is kept for so long: its run may only be very slow.
_SLOW_MS = 24 * 60 * 60 * 1000


@dataclass(frozen=True)
class State:
    """What is true of a dataset now. `undone_ts`: of runs that were rolled back."""

    head: Head
    chain: Chain
    undone_ts: tuple[str, ...]


def recover(context: StoreContext) -> State:
    """Brings the dataset in order; the caller holds its lock.

    RunStop `failed`/`not_adopted`, `table_missing`, `ledger_damaged`.
    """
    spark, files, places = context.spark, context.files, context.places
    head = read_head(spark, files, places)
    if head.facts is None and finish_replacement(spark, places):
        head = read_head(spark, files, places)
    require_own(head, places)
    chain = read_chain(files, places, head.run_id)
    off_chain = _off_chain(context, chain)
    if head.facts is None and any(_was_shown(files, folder) for folder in off_chain.values()):
        raise _missing(context)
    undone_ts = _undo(context, off_chain)
    if chain and files.status(places.run(chain[-1].run_id).done) is None:
        finish_replacement(spark, places)
        follow(context, chain)
    if parts(context.plan).swap["partitionBy"]:
        forget_scratch(context)
    return State(head, chain, undone_ts)


def follow(context: StoreContext, chain: Chain) -> None:
    """Makes the other tables agree with the chain, removes what is old, and marks the last run as done."""
    names = [column["name"] for column in context.plan["columns"]]
    make_followers(context.spark, context.places, names)
    staged = kept_stages(chain, context.stage_days, context.now_ms())
    realign(context.spark, context.places, chain, staged)
    retain(context, chain)
    if chain:
        context.files.create_text(context.places.run(chain[-1].run_id).done, "")


def _off_chain(context: StoreContext, chain: Chain) -> dict[str, RunFolder]:
    known = {run.run_id for run in chain} | {context.run_id}
    names = [name for name in context.files.names(context.places.versions) if RUN_ID.fullmatch(name)]
    return {name: context.places.run(name) for name in sorted(names) if name not in known}


def _undo(context: StoreContext, folders: dict[str, RunFolder]) -> tuple[str, ...]:
    """Removes what never happened; answers the `ts` of runs that were rolled back, whose folders stay."""
    files = context.files
    undone_ts: list[str] = []
    for run_id, folder in folders.items():
        if files.status(folder.undone) is not None:
            undone_ts.append(json.loads(files.read_text(folder.undone))["ts"])
            continue
        if files.status(folder.commit) is not None:
            committed_ms = json.loads(files.read_text(folder.commit)).get("committed_ms", 0)
            if context.now_ms() - committed_ms < _SLOW_MS:
                continue
        metastore.drop_table(context.spark, context.places.run_table(run_id))
        files.delete(folder.path)
    return tuple(undone_ts)


def _was_shown(files: Files, folder: RunFolder) -> bool:
    return files.status(folder.done) is not None and files.status(folder.undone) is None


def _missing(context: StoreContext) -> RunStop:
    places = context.places
    return RunStop(
        "failed",
        "table_missing",
        f"The table `{places.table()}` is gone, while its runs are kept in `{places.versions}`; "
        f"`pistevo adopt {places.dataset}` brings it back, or move that folder away to start anew.",
    )
