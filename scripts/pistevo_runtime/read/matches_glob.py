"""The names that a source's `glob` covers."""

from __future__ import annotations


def matches_glob(glob: str, name: str) -> bool:
    """
    Whether `*` (any run of characters) and `?` (one character) cover the whole name; every other character stands for
    itself. Time grows with the product of both lengths at worst.
    """
    at = wanted = mark = 0
    star = -1
    while at < len(name):
        if wanted < len(glob) and glob[wanted] == "*":
            star = wanted
            wanted += 1
            mark = at
        elif wanted < len(glob) and glob[wanted] in ("?", name[at]):
            wanted += 1
            at += 1
        elif star >= 0:
            wanted = star + 1
            mark += 1
            at = mark
        else:
            return False
    return all(sign == "*" for sign in glob[wanted:])
