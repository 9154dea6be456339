"""The stages of a run in order, under the dataset's lock."""

from __future__ import annotations

from collections.abc import Sequence

from pistevo_runtime.local_rows import local_rows
from pistevo_runtime.run.check_delivery import check_delivery
from pistevo_runtime.run.context import RunContext
from pistevo_runtime.run.counts import no_counts
from pistevo_runtime.run.delivery import ReadBook
from pistevo_runtime.run.find_source import FoundSource, find_source
from pistevo_runtime.run.lateness import tell_lateness
from pistevo_runtime.run.leave_source import aside_of, kept_of
from pistevo_runtime.run.merge import merge_and_commit, preview_merge
from pistevo_runtime.run.orphans import bring_back_orphans
from pistevo_runtime.run.pin_parents import pin_parents
from pistevo_runtime.run.read_source import ReadSource, read_source
from pistevo_runtime.run.request import Outcome
from pistevo_runtime.run.timestamps import next_ts
from pistevo_runtime.store.archive import ToArchive

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
    found = find_source(context, ledger)
    clock.end(len(found.new))
    request.cancellation.stop_if_asked()

    clock.start("stage")
    context.define("_malformed", local_rows(context.spark, _MALFORMED, []))
    read = read_source(context, found, ledger, ts) if found.new else None
    book = _book(context, found, read)
    aside = aside_of(context, found, book.redelivered)
    if not book.kept and orphans is None:
        clock.end(0)
        return _no_input(context, found, aside, has_redelivered=bool(book.redelivered))
    frames = [] if read is None or not book.kept else [read.staged.frame]
    frames += [] if orphans is None else [orphans]
    context.define("_stage", frames[0] if len(frames) == 1 else frames[0].unionByName(frames[1]))
    clock.end(book.staged)

    checked = check_delivery(context, book)
    if not book.kept and context.number("SELECT count(*) FROM _candidates WHERE _file_no < 0") == 0:
        return _no_input(context, found, aside, has_redelivered=bool(book.redelivered))
    tell_lateness(context, [source.modified_ms for source in book.sources])
    if request.is_dry:
        return Outcome("succeeded", preview_merge(context, book, checked))
    counts = merge_and_commit(context, book, checked, ts=ts, has_orphans=orphans is not None)
    clock.start("archive")
    clock.end(store.archive([*kept_of(context, book.kept), *aside]))
    return Outcome("succeeded", counts)


def _book(context: RunContext, found: FoundSource, read: ReadSource | None) -> ReadBook:
    if read is None:
        return ReadBook(kept=[], redelivered=[], records=0, malformed=0, staged=0)
    staged = sum(read.staged.by_file.values())
    malformed = sum(file.read.malformed for file in read.kept)
    records = sum(file.read.records for file in read.kept)
    if found.only_records is not None:
        # The independent count is of whole files; of a selection there is only what was read.
        malformed = context.number("SELECT count(*) FROM _malformed")
        records = staged + malformed
    return ReadBook(
        kept=read.kept, redelivered=read.redelivered, records=records, malformed=malformed, staged=staged
    )


def _no_input(
    context: RunContext, found: FoundSource, aside: Sequence[ToArchive], has_redelivered: bool
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
