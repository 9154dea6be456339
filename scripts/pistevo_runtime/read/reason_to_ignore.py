"""What lies in a source folder and is no delivery."""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import Protocol

from pistevo_runtime.read.matches_glob import matches_glob
from pistevo_runtime.read.source_file import Status


class ListedStatus(Status, Protocol):
    """A status that tells folders."""

    @property
    def is_folder(self) -> bool: ...


def kind_of(status: ListedStatus) -> str:
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


def reason_to_ignore(name: str, kind: str, glob: str) -> str | None:
    if name.startswith((".", "_")):
        return "hidden"
    if name.endswith((".tmp", ".part", ".filepart", "._COPYING_")):
        return "unfinished"
    if kind != "file":
        return kind
    return None if matches_glob(glob, name) else "glob"
