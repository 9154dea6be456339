"""New files, and those that were committed before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Protocol

from pistevo_runtime.events import Emit
from pistevo_runtime.read.source_file import SourceFile
from pistevo_runtime.stop import RunStop


class Tagger(Protocol):
    """The part of `Files` that tells one content from another."""

    def status(self, path: str) -> Any: ...
    def tag_of(self, status: Any) -> str: ...


class KnownFile(Protocol):
    """A file of the ledger."""

    @property
    def run_id(self) -> str: ...
    @property
    def file(self) -> str: ...
    @property
    def size_bytes(self) -> int: ...
    @property
    def modified_ms(self) -> int: ...
    @property
    def tag(self) -> str: ...


def tell_apart(
    files: Tagger,
    found: Sequence[tuple[SourceFile, Any]],
    known: Iterable[KnownFile],
    is_replace: bool,
    emit: Emit,
) -> tuple[list[SourceFile], list[SourceFile]]:
    """
    New files and leftovers, each in the order given. Only a file whose name and size stand in the ledger is looked at for
    its strong tag. RunStop `failed`/`source_changed` when it is still being written.
    """
    new: list[SourceFile] = []
    leftovers: list[SourceFile] = []
    by_name: dict[tuple[str, int], list[KnownFile]] = {}
    for entry in known:
        by_name.setdefault((entry.file, entry.size_bytes), []).append(entry)
    for source, status in found:
        # A table that is replaced may return to an earlier state: there, the same content under the same name counts as
        # new when it was written anew. Everywhere else the identity alone decides, as the contract says.
        alike = [
            entry
            for entry in by_name.get((source.file, source.size_bytes), [])
            if not is_replace or entry.modified_ms == source.modified_ms
        ]
        if not alike:
            new.append(source)
            emit(file_seen(source.file, source.size_bytes, "new", None))
            continue
        tag = files.tag_of(status)
        if files.status(source.path) != status:
            raise RunStop(
                "failed",
                "source_changed",
                f"`{source.file}` is still being written; run again when it is complete.",
            )
        same = [entry for entry in alike if entry.tag == tag]
        if not same:
            new.append(replace(source, tag=tag))
            emit(file_seen(source.file, source.size_bytes, "new", None))
            continue
        run_id = same[-1].run_id
        leftovers.append(replace(source, tag=tag, run_id=run_id))
        why = f"Run `{run_id}` ingested it; it is archived and not read again."
        emit(file_seen(source.file, source.size_bytes, "leftover", why))
    return new, leftovers


def file_seen(file: str, size_bytes: int, state: str, reason: str | None) -> dict[str, object]:
    event: dict[str, object] = {"kind": "file-seen", "file": file, "sizeBytes": size_bytes, "state": state}
    if reason is not None:
        event["reason"] = reason
    return event
