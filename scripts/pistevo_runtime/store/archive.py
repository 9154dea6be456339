"""Moves what was read out of the source: copy, verify, and only then delete."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from pistevo_runtime.events import Emit, warning
from pistevo_runtime.store.files import Files, FileStatus
from pistevo_runtime.store.java_errors import java_class
from pistevo_runtime.store.paths import relative_path
from pistevo_runtime.store.places import Places

_AT_ONCE = 4


@dataclass(frozen=True)
class ToArchive:
    """A file of the source with what it must be; `run_id` is the run whose archive it belongs to."""

    path: str
    file: str
    size_bytes: int
    modified_ms: int
    tag: str
    run_id: str


def archive_files(files: Files, places: Places, wanted: Sequence[ToArchive], emit: Emit) -> int:
    """How many were moved.

    What fails is told as a warning and left for the next run, which knows the file again.
    """
    # Mostly waiting for the store: several at once.
    with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
        problems = [
            problem
            for problem in pool.map(lambda item: _try(files, places, item), wanted)
            if problem is not None
        ]
    for problem in problems:
        emit(warning("archive_failed", problem))
    return len(wanted) - len(problems)


def _try(files: Files, places: Places, item: ToArchive) -> str | None:
    try:
        return _archive(files, places, item)
    except Exception as error:  # noqa: BLE001
        return f"`{item.file}` could not be archived ({java_class(error)}); the next run tries again."


def _archive(files: Files, places: Places, item: ToArchive) -> str | None:
    """None when the copy is there and the source is gone; else what a person should know."""
    target = places.archived(item.run_id, item.file)
    what = f"`{item.file}` cannot be archived"
    if relative_path(places.archive, files.qualify(target)) is None or ".." in item.file.split("/"):
        return f"{what}: its path leads out of the archive."
    source = files.status(item.path)
    if source is not None and not _is_same(files, source, item):
        return _changed(item)
    kept = files.status(target)
    if source is None:
        return None if kept is not None else f"{what}: it is no longer in the source folder."
    if kept is None:
        digest = files.copy(item.path, target)
        if digest is None:
            return f"{what}: another file is in its place; move `{target}` away."
    else:
        digest = files.sha256(source.path)
    if files.sha256(target) != digest:
        return f"{what}: another file is in its place; move `{target}` away."
    again = files.status(item.path)
    if again is None:
        return None
    if (
        again.size_bytes != source.size_bytes
        or again.modified_ms != source.modified_ms
        or again.tag != source.tag
    ):
        return _changed(item)
    files.delete(item.path)
    return None


def _changed(item: ToArchive) -> str:
    return f"`{item.file}` changed after it was read: it stays in the source, and the next run takes it."


def _is_same(files: Files, status: FileStatus, item: ToArchive) -> bool:
    if status.size_bytes != item.size_bytes:
        return False
    return status.modified_ms == item.modified_ms or files.tag_of(status) == item.tag
