"""Files that leave the source folder once their rows are safe."""

from __future__ import annotations

from collections.abc import Sequence

from pistevo_runtime.read.source_file import SourceFile, assert_same
from pistevo_runtime.run.context import RunContext
from pistevo_runtime.run.find_source import FoundSource
from pistevo_runtime.run.redelivery import KeptFile
from pistevo_runtime.store.archive import ToArchive


def tag_of(context: RunContext, source: SourceFile) -> str:
    """The strong tag of a file's identity, taken now where nothing took it before."""
    if source.tag is not None:
        return source.tag
    status = context.files.status(source.path)
    if status is None:
        assert_same(context.files, source)
        raise ValueError("a file that is not there and has not changed")
    return context.files.tag_of(status)


def kept_of(context: RunContext, kept: Sequence[KeptFile]) -> list[ToArchive]:
    """What this run committed; originals that were read again are in the archive already."""
    if context.request.reprocess is not None:
        return []
    return [_to_archive(file.read.source, file.tag, context.request.run_id) for file in kept]


def aside_of(context: RunContext, found: FoundSource, redelivered: Sequence[KeptFile]) -> list[ToArchive]:
    """What leaves the source without a row of it being committed now."""
    place = context.store.archive_of
    return [
        *(
            _to_archive(source, tag_of(context, source), source.run_id or place(source.file))
            for source in found.aside
        ),
        *(_to_archive(file.read.source, file.tag, place(file.read.source.file)) for file in redelivered),
    ]


def _to_archive(source: SourceFile, tag: str, run_id: str) -> ToArchive:
    return ToArchive(
        path=source.path,
        file=source.file,
        size_bytes=source.size_bytes,
        modified_ms=source.modified_ms,
        tag=tag,
        run_id=run_id,
    )
