"""The stages of a run in order, under the dataset's lock."""

from __future__ import annotations

from collections.abc import Sequence

from pistevo_runtime.local_rows import local_rows
from pistevo_runtime.read.discover import Discovery, discover
from pistevo_runtime.read.read_delivery import read_delivery
from pistevo_runtime.run.check_delivery import check_delivery
from pistevo_runtime.run.context import RunContext
from pistevo_runtime.run.counts import no_counts
from pistevo_runtime.run.delivery import ReadBook
from pistevo_runtime.run.lateness import tell_lateness
from pistevo_runtime.run.leave_source import aside_of, kept_of, tag_of
from pistevo_runtime.run.merge import merge_and_commit, preview_merge
from pistevo_runtime.run.orphans import bring_back_orphans
from pistevo_runtime.run.pin_parents import pin_parents
from pistevo_runtime.run.redelivery import KeptFile, tell_redelivered
from pistevo_runtime.run.request import Outcome
from pistevo_runtime.run.stage import StagedRows, leave_out, write_stage
from pistevo_runtime.run.timestamps import next_ts
from pistevo_runtime.store.archive import ToArchive
from pistevo_runtime.store.ledger import Ledger

_MALFORMED = "_file_no int, file_name string, record bigint, line bigint, length bigint, reason string"


def carry_out(context: RunContext) -> Outcome:
    """From the source folder to the archive. Raises RunStop, and anything else, before the commit alone."""
    store, clock, request = context.store, context.clock, context.request
    clock.start("discover")
    store.prepare()
    ledger = store.ledger()
    store.check_evolution(context.is_replaced)
    ts = next_ts(request.now_ms(), ledger.last_ts)
    pin_parents(context)
    orphans = None if request.is_dry or request.reprocess is not None else bring_back_orphans(context)
    found = discover(
        context.files,
        context.parts.read,
        request.root,
        known=ledger.files,
        now_ms=request.now_ms(),
        is_replace=context.parts.swap["load"] == "replace",
        emit=context.emit,
    )
    clock.end(len(found.new))
    request.cancellation.stop_if_asked()

    clock.start("stage")
    context.define("_malformed", local_rows(context.spark, _MALFORMED, []))
    staged, kept, redelivered = _read(context, found, ledger, ts) if found.new else (None, [], [])
    aside = aside_of(context, found, redelivered)
    if not kept and orphans is None:
        clock.end(0)
        return _no_input(context, found, aside, has_redelivered=bool(redelivered))
    own = sum(staged.by_file.values()) if staged is not None else 0
    frames = [
        frame
        for frame in (staged.frame if staged is not None and kept else None, orphans)
        if frame is not None
    ]
    context.define("_stage", frames[0] if len(frames) == 1 else frames[0].unionByName(frames[1]))
    clock.end(own)

    book = ReadBook(
        kept=kept,
        redelivered=redelivered,
        records=sum(file.read.records for file in kept),
        malformed=sum(file.read.malformed for file in kept),
        staged=own,
    )
    checked = check_delivery(context, book)
    if not kept and context.number("SELECT count(*) FROM _candidates WHERE _file_no < 0") == 0:
        return _no_input(context, found, aside, has_redelivered=bool(redelivered))
    tell_lateness(context, [source.modified_ms for source in book.sources])
    if request.is_dry:
        return Outcome("succeeded", preview_merge(context, book, checked))
    counts = merge_and_commit(context, book, checked, ts=ts, has_orphans=orphans is not None)
    clock.start("archive")
    clock.end(store.archive([*kept_of(context, kept), *aside]))
    return Outcome("succeeded", counts)


def _read(
    context: RunContext, found: Discovery, ledger: Ledger, ts: str
) -> tuple[StagedRows, list[KeptFile], list[KeptFile]]:
    """Reads and stages the new files, and sets aside those that were delivered before."""
    delivery = read_delivery(context.spark, context.files, context.parts.read, found.new, ts, context.emit)
    folder = context.store.stage_folder
    staged = write_stage(context, delivery.raw, folder)
    context.request.cancellation.stop_if_asked()
    kept = [KeptFile(file, tag_of(context, file.source)) for file in delivery.finish(staged.by_file)]
    redelivered: list[KeptFile] = []
    if not context.request.is_dry:
        kept, redelivered = tell_redelivered(context, kept, ledger, None)
    gone = {(file.read.file_no, file.read.source.file) for file in redelivered}
    staged = leave_out(context, staged, gone, folder)
    malformed = delivery.malformed
    if gone:
        malformed = malformed.where(~malformed["_file_no"].isin([number for number, _ in gone]))
    context.define("_malformed", malformed)
    return staged, kept, redelivered


def _no_input(
    context: RunContext, found: Discovery, aside: Sequence[ToArchive], has_redelivered: bool
) -> Outcome:
    """Nothing new: what lies in the source for no use is archived all the same."""
    ledger = context.store.ledger()
    tell_lateness(context, [], ledger.last_commit_ms)
    if not context.request.is_dry and aside:
        context.clock.start("archive")
        context.clock.end(context.store.archive(aside))
    path = context.parts.read["path"]
    why = (
        f"Every new file in `{path}` holds records that were ingested before."
        if has_redelivered
        else found.why_none
    )
    return Outcome("no_input", {**no_counts(), "targetRows": ledger.target_rows}, why, "no_input")
