"""The frozen list of a run's files: new ones of the source folder, or originals that are read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pyspark.sql import DataFrame

from pistevo_runtime.read.discover import Discovery, discover
from pistevo_runtime.read.source_file import SourceFile
from pistevo_runtime.run.context import RunContext
from pistevo_runtime.stop import RunStop
from pistevo_runtime.store.ledger import Ledger


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
        raise RunStop(
            "failed",
            "cannot_reprocess",
            "This release of the Spark engine reads no originals again; reprocess with the local engine.",
        )
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
