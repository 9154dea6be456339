"""What was read of a run's files, as the commit takes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pistevo_runtime.read.source_file import SourceFile, assert_same
from pistevo_runtime.run.context import RunContext
from pistevo_runtime.run.redelivery import KeptFile
from pistevo_runtime.store.commit_file import CommitFile


@dataclass(frozen=True)
class ReadBook:
    """Numbers of the records that this run decides about."""

    kept: Sequence[KeptFile]
    redelivered: Sequence[KeptFile]
    #: By the independent count.
    records: int
    malformed: int
    staged: int

    @property
    def bytes(self) -> int:
        return sum(file.read.source.size_bytes for file in self.kept)

    @property
    def sources(self) -> list[SourceFile]:
        return [file.read.source for file in self.kept]


def assert_unchanged(context: RunContext, book: ReadBook) -> None:
    """Compares every file with what was read: RunStop `source_changed`."""
    for source in book.sources:
        assert_same(context.files, source)


def commit_files(context: RunContext, book: ReadBook) -> list[CommitFile]:
    """Every file that the ledger learns of, the redelivered ones too."""
    state = "reprocessed" if context.request.reprocess is not None else "new"
    return [
        *(_commit_file(file, state) for file in book.kept),
        *(_commit_file(file, "redelivered") for file in book.redelivered),
    ]


def _commit_file(file: KeptFile, state: str) -> CommitFile:
    read, source = file.read, file.read.source
    return CommitFile(
        file_no=read.file_no,
        file=source.file,
        size_bytes=source.size_bytes,
        tag=file.tag,
        modified_ms=source.modified_ms,
        state=state,
        header=read.header,
        records=read.records,
        malformed=read.malformed,
        digest=file.digest,
        # A new file goes to the run's own folder of the archive.
        archived_to=source.path if state == "reprocessed" else None,
    )
