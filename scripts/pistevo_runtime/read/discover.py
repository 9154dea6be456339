"""What a source folder delivers, at one moment."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from pistevo_runtime.events import Emit
from pistevo_runtime.read.reason_to_ignore import kind_of, reason_to_ignore
from pistevo_runtime.read.source_file import SourceFile
from pistevo_runtime.read.tell_apart import KnownFile, file_seen, tell_apart
from pistevo_runtime.stop import RunStop
from pistevo_runtime.store.paths import has_scheme, resolve_path

_IGNORED_BECAUSE = {
    "hidden": "Names that begin with `.` or `_` are left out.",
    "unfinished": "Its name says that it is not complete.",
    "glob": "Its name does not match `glob`.",
    "symlink": "Symbolic links are not followed.",
    "not-a-file": "It is not a regular file.",
    "folder": "Subfolders are read only with `recursive: true`.",
}
_EMPTY_SHA256 = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


class Lister(Protocol):
    """The part of `Files` that lists."""

    def status(self, path: str) -> Any: ...
    def list(self, folder: str) -> Sequence[Any]: ...
    def tag_of(self, status: Any) -> str: ...
    def qualify(self, path: str) -> str: ...


@dataclass
class Discovery:
    """The frozen list of a run's files, each kind in the order that decides ties."""

    #: To be read.
    new: list[SourceFile] = field(default_factory=list)
    #: Of 0 bytes: named and archived, not read.
    empty: list[SourceFile] = field(default_factory=list)
    #: Committed earlier, and still there.
    leftovers: list[SourceFile] = field(default_factory=list)
    settling: list[SourceFile] = field(default_factory=list)
    #: Path and reason.
    ignored: list[tuple[str, str]] = field(default_factory=list)
    #: Why there may be nothing to read, for a person.
    why_none: str = ""


@dataclass
class _Walk:
    """What one walk through a folder found."""

    found: list[tuple[SourceFile, Any]] = field(default_factory=list)
    ignored: list[tuple[str, str]] = field(default_factory=list)
    has_marker: bool = False


def discover(
    files: Lister,
    read: Mapping[str, Any],
    root: str,
    *,
    known: Iterable[KnownFile],
    now_ms: int,
    is_replace: bool,
    emit: Emit,
) -> Discovery:
    """
    Freezes the list of files, tells new ones from those that were committed before, and says what becomes of each.

    `known` are the files of the ledger; only a file whose name and size stand there is looked at for its strong tag.
    RunStop `failed`/`path_outside` when the folder lies outside the project.
    """
    path = read["path"]
    _assert_inside(path)
    folder = files.qualify(resolve_path(root, path))
    if files.status(folder) is None:
        return Discovery(
            why_none=f"The source folder `{path}` does not exist; create it and deliver files there."
        )
    walk = _Walk()
    _visit(files, read, folder, "", walk)
    marker = read["readyMarker"]
    if marker is not None and not walk.has_marker:
        return Discovery(
            why_none=f"The marker `{marker}` is not in `{path}` yet, so the delivery is not complete."
        )
    result = Discovery(ignored=sorted(walk.ignored, key=lambda one: one[0].encode()))
    for name, reason in result.ignored:
        if reason in _IGNORED_BECAUSE:
            emit(file_seen(name, 0, "ignored", _IGNORED_BECAUSE[reason]))
    settled: list[tuple[SourceFile, Any]] = []
    newest = now_ms - read["settleSeconds"] * 1000
    for source, status in sorted(walk.found, key=lambda one: _order(one[0], read["orderBy"])):
        if read["settleSeconds"] > 0 and source.modified_ms > newest:
            result.settling.append(source)
        elif source.size_bytes == 0:
            result.empty.append(replace(source, tag=_EMPTY_SHA256))
        else:
            settled.append((source, status))
    for source in result.settling:
        why = f"It was written to less than {read['settleSeconds']} s ago."
        emit(file_seen(source.file, source.size_bytes, "settling", why))
    for source in result.empty:
        emit(file_seen(source.file, 0, "empty_file", "It has 0 bytes, not even a header."))
    told = tell_apart(files, settled, known, is_replace, emit)
    result.new, result.leftovers = told
    result.why_none = (
        f"The only new files in `{path}` are still being written."
        if result.settling
        else f"Every file in `{path}` was ingested before."
        if result.leftovers
        else f"There is no file to ingest in `{path}`."
    )
    return result


def _assert_inside(path: str) -> None:
    """Relative paths belong to the project."""
    if not has_scheme(path) and posixpath.normpath(path).split("/")[0] == "..":
        raise RunStop(
            "failed",
            "path_outside",
            f"Path `{path}` leaves the project: move the folder, or write it with `file://`.",
        )


def _visit(files: Lister, read: Mapping[str, Any], folder: str, inside: str, walk: _Walk) -> None:
    for status in files.list(folder):
        name = status.path.rsplit("/", 1)[-1]
        path = f"{inside}/{name}" if inside else name
        kind = kind_of(status)
        if path == read["readyMarker"] and kind == "file":
            walk.has_marker = True
            continue
        reason = reason_to_ignore(name, kind, read["glob"])
        if reason == "folder" and read["isRecursive"]:
            _visit(files, read, status.path, path, walk)
        elif reason is not None:
            walk.ignored.append((path, reason))
        else:
            walk.found.append(
                (SourceFile(path, status.path, status.size_bytes, status.modified_ms, status.tag), status)
            )


def _order(source: SourceFile, order_by: str) -> tuple[int, bytes]:
    return (source.modified_ms if order_by == "modified" else 0, source.file.encode())
