"""Reads and stages the files of a run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pistevo_runtime.read.read_delivery import read_delivery
from pistevo_runtime.run.context import RunContext
from pistevo_runtime.run.find_source import FoundSource, assert_undamaged
from pistevo_runtime.run.leave_source import tag_of
from pistevo_runtime.run.progress import telling_progress
from pistevo_runtime.run.redelivery import KeptFile, tell_redelivered
from pistevo_runtime.run.stage import StagedRows, keep_stage, leave_out, write_stage
from pistevo_runtime.run.take_digests import digests_of
from pistevo_runtime.store.ledger import Ledger


@dataclass(frozen=True)
class ReadSource:
    """What was staged, and of which files. Malformed records are the relation `_malformed`."""

    staged: StagedRows
    kept: Sequence[KeptFile]
    redelivered: Sequence[KeptFile]


def read_source(context: RunContext, found: FoundSource, ledger: Ledger, ts: str) -> ReadSource:
    """Stages the new files, and sets aside those that were delivered before."""
    request = context.request
    delivery = read_delivery(context.spark, context.files, context.parts.read, found.new, ts, context.emit)
    folder = context.store.stage_folder
    whole = folder if found.only_records is None else f"{folder}__whole"
    total_bytes = sum(source.size_bytes for source in found.new)
    with telling_progress(context.spark, context.emit, f"pistevo stage {request.run_id}", total_bytes):
        staged = write_stage(context, delivery.raw, whole)
    read = delivery.finish(staged.by_file)
    request.cancellation.stop_if_asked()
    kept = [KeptFile(file, tag_of(context, file.source)) for file in read]
    for file, expected in zip(kept, found.expected):
        assert_undamaged(file.read.source, file.tag, expected)
    redelivered: list[KeptFile] = []
    if not request.is_dry and request.reprocess is None:
        kept, redelivered = tell_redelivered(context, kept, ledger, digests_of(context))
    gone = {(file.read.file_no, file.read.source.file) for file in redelivered}
    staged = leave_out(context, staged, gone, folder)
    malformed = delivery.malformed
    if gone:
        malformed = malformed.where(~malformed["_file_no"].isin([number for number, _ in gone]))
    context.define("_malformed", malformed)
    if found.only_records is not None:
        staged = _keep_selected(context, staged, found, folder)
        context.files.delete(whole)
    return ReadSource(staged, kept, redelivered)


def _keep_selected(context: RunContext, staged: StagedRows, found: FoundSource, folder: str) -> StagedRows:
    """What was not asked for is not of this run: neither staged nor among the malformed."""
    assert found.only_records is not None
    context.define("_selected", context.keep(found.only_records))
    context.define("_whole", staged.frame)
    same = "s._file_no = w._file_no AND s.record"
    context.define(
        "_malformed",
        context.keep(
            context.spark.sql(f"SELECT w.* FROM _malformed w LEFT SEMI JOIN _selected s ON {same} = w.record")
        ),
    )
    rows = context.spark.sql(f"SELECT w.* FROM _whole w LEFT SEMI JOIN _selected s ON {same} = w._record")
    return keep_stage(context, rows, folder)
