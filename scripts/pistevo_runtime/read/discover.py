"""What a source folder delivers, at one moment."""

from __future__ import annotations

import posixpath
import re
import stat
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

from pistevo_runtime.events import Emit
from pistevo_runtime.read.matches_glob import matches_glob
from pistevo_runtime.read.source_file import SourceFile, Status
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


class ListedStatus(Status, Protocol):
    """A status that tells folders."""

    @property
    def is_folder(self) -> bool: ...


class Lister(Protocol):
    """The part of `Files` that lists."""

    def status(self, path: str) -> Any: ...
    def list(self, folder: str) -> Sequence[Any]: ...
    def tag_of(self, status: Any) -> str: ...
    def qualify(self, path: str) -> str: ...


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
            emit(_seen(name, 0, "ignored", _IGNORED_BECAUSE[reason]))
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
        emit(_seen(source.file, source.size_bytes, "settling", why))
    for source in result.empty:
        emit(_seen(source.file, 0, "empty_file", "It has 0 bytes, not even a header."))
    _tell_apart(files, settled, known, is_replace, result, emit)
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
        kind = _kind(status)
        if path == read["readyMarker"] and kind == "file":
            walk.has_marker = True
            continue
        reason = _reason_to_ignore(name, kind, read["glob"])
        if reason == "folder" and read["isRecursive"]:
            _visit(files, read, status.path, path, walk)
        elif reason is not None:
            walk.ignored.append((path, reason))
        else:
            walk.found.append(
                (SourceFile(path, status.path, status.size_bytes, status.modified_ms, status.tag), status)
            )


def _kind(status: ListedStatus) -> str:
    """Hadoop follows symbolic links of the local disk without a word."""
    if status.path.startswith("file:"):
        try:
            mode = Path(re.sub("^file:/*", "/", status.path)).lstat().st_mode
        except OSError:
            # Of another machine, or gone by now: what Hadoop told stands.
            return "folder" if status.is_folder else "file"
        if stat.S_ISLNK(mode):
            return "symlink"
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            return "not-a-file"
    return "folder" if status.is_folder else "file"


def _reason_to_ignore(name: str, kind: str, glob: str) -> str | None:
    if name.startswith((".", "_")):
        return "hidden"
    if name.endswith((".tmp", ".part", ".filepart", "._COPYING_")):
        return "unfinished"
    if kind != "file":
        return kind
    return None if matches_glob(glob, name) else "glob"


def _order(source: SourceFile, order_by: str) -> tuple[int, bytes]:
    return (source.modified_ms if order_by == "modified" else 0, source.file.encode())


def _tell_apart(
    files: Lister,
    found: Sequence[tuple[SourceFile, Any]],
    known: Iterable[KnownFile],
    is_replace: bool,
    result: Discovery,
    emit: Emit,
) -> None:
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
            result.new.append(source)
            emit(_seen(source.file, source.size_bytes, "new", None))
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
            result.new.append(replace(source, tag=tag))
            emit(_seen(source.file, source.size_bytes, "new", None))
            continue
        run_id = same[-1].run_id
        result.leftovers.append(replace(source, tag=tag, run_id=run_id))
        why = f"Run `{run_id}` ingested it; it is archived and not read again."
        emit(_seen(source.file, source.size_bytes, "leftover", why))


def _seen(file: str, size_bytes: int, state: str, reason: str | None) -> dict[str, object]:
    event: dict[str, object] = {"kind": "file-seen", "file": file, "sizeBytes": size_bytes, "state": state}
    if reason is not None:
        event["reason"] = reason
    return event
