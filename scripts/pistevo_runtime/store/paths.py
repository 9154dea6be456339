"""Paths as texts: what Hadoop's file systems take, joined and taken apart without asking any of them."""

from __future__ import annotations

import re

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:/")


def has_scheme(path: str) -> bool:
    """True of `s3a://bucket/x` and of `file:/x`."""
    return _SCHEME.match(path) is not None


def join_path(folder: str, *parts: str) -> str:
    """A path below `folder`; parts are relative and may hold `/`."""
    joined = folder
    for part in parts:
        joined = joined if joined.endswith("/") else joined + "/"
        joined += part.strip("/")
    return joined


def resolve_path(root: str, path: str) -> str:
    """A path of the configuration: as it is with a scheme or from the root on, else below the project."""
    if has_scheme(path) or path.startswith("/"):
        return path
    relative = path[2:] if path.startswith("./") else path
    return join_path(root, relative)


def relative_path(folder: str, path: str) -> str | None:
    """The part of `path` below `folder`; None when it does not lie there. Both are qualified, or neither."""
    prefix = folder.rstrip("/") + "/"
    return path[len(prefix) :] if path.startswith(prefix) and path != prefix else None


def parent_path(path: str) -> str:
    """The folder that holds `path`."""
    return path.rstrip("/").rsplit("/", 1)[0]


def name_of(path: str) -> str:
    """The last part of a path."""
    return path.rstrip("/").rsplit("/", 1)[-1]
