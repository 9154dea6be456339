"""The frozen list of a run's files: new ones of the source folder, or originals that are read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pyspark.sql import DataFrame

from pistevo_runtime.read.discover import Discovery, discover
from pistevo_runtime.read.source_file import SourceFile
from pistevo_runtime.run.context import RunContext
from pistevo_runtime.run.request import Reprocess
from pistevo_runtime.stop import RunStop
from pistevo_runtime.store.ledger import Ledger
from pistevo_runtime.store.select_archived import Selection


@dataclass(frozen=True)
class FoundSource:
    """`new` are read, in the order that decides ties; `aside` leave the source without being read."""

    new: Sequence[SourceFile]
    aside: Sequence[SourceFile]
    why_none: str
    #: `(_file_no, record)` of the only records that are wanted; None: all of them.
    only_records: DataFrame | None = None
    #: Strong tags that the files must have, in their order.
    expected: Sequence[str] = field(default_factory=tuple)


def find_source(context: RunContext, ledger: Ledger) -> FoundSource:
    """Tells what is there file by file. RunStop when the source cannot be listed, or an original is not there."""
    request = context.request
    if request.reprocess is not None:
        return _archived(context, request.reprocess)
    found: Discovery = discover(
        context.files,
        context.parts.read,
        request.root,
        known=ledger.files,
        now_ms=request.now_ms(),
        is_replace=context.parts.swap["load"] == "replace",
        emit=context.emit,
    )
    return FoundSource(found.new, [*found.leftovers, *found.empty], found.why_none)


def _archived(context: RunContext, wanted: Reprocess) -> FoundSource:
    selection = Selection(wanted.kind, wanted.value or "", wanted.is_rebuild)
    selected = context.store.select_archived(selection)
    sources = []
    for file in selected.files:
        status = context.files.status(file.path)
        etag = None if status is None else status.tag
        sources.append(SourceFile(file.ledger.file, file.path, file.size_bytes, file.modified_ms, etag))
        context.emit(
            {
                "kind": "file-seen",
                "file": file.ledger.file,
                "sizeBytes": file.size_bytes,
                "state": "new",
                "reason": "It is read again from the archive.",
            }
        )
    expected = [file.ledger.tag for file in selected.files]
    return FoundSource(sources, [], selected.why_none, selected.only_records, expected)


def assert_undamaged(source: SourceFile, tag: str, expected: str) -> None:
    """An original must be what was ingested. The tag of an object store says nothing of a copy."""
    if not expected.startswith("sha256:") or not tag.startswith("sha256:") or tag == expected:
        return
    raise RunStop(
        "failed",
        "original_damaged",
        f"The original of `{source.file}` in the archive (`{source.path}`) is not what was ingested; restore it, then"
        " run again.",
    )
