"""A file of a delivery, as it was when the list was frozen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from pistevo_runtime.stop import RunStop


class Status(Protocol):
    """What a look at a file tells (store/files.py)."""

    @property
    def path(self) -> str: ...
    @property
    def size_bytes(self) -> int: ...
    @property
    def modified_ms(self) -> int: ...
    @property
    def tag(self) -> str | None: ...


class StatusReader(Protocol):
    """The part of `Files` that tells whether a file is still what it was."""

    def status(self, path: str) -> Status | None: ...


@dataclass(frozen=True)
class SourceFile:
    """`file` is relative to the source, with `/`: its name in the ledger, in quarantine and in `file_name`."""

    file: str
    #: Qualified.
    path: str
    size_bytes: int
    modified_ms: int
    #: The store's own ETag; None where it has none.
    etag: str | None = None
    #: The strong tag of its identity, where it had to be taken.
    tag: str | None = None
    #: The run that committed it; None: not committed.
    run_id: str | None = None


def has_changed(files: StatusReader, source: SourceFile) -> bool:
    """Whether the file is no longer what it was when the list was frozen; a file that is gone has changed."""
    now = files.status(source.path)
    return now is None or (now.size_bytes, now.modified_ms, now.tag) != (
        source.size_bytes,
        source.modified_ms,
        source.etag,
    )


def assert_same(files: StatusReader, source: SourceFile) -> None:
    """RunStop `failed`/`source_changed` when the file is not any more what it was."""
    if has_changed(files, source):
        raise RunStop(
            "failed",
            "source_changed",
            f"`{source.file}` changed or vanished while it was being ingested; nothing was changed. Deliver files "
            "under a temporary name (`*.part`) and rename them when they are complete, then run again.",
        )
