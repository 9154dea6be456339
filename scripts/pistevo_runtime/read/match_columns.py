"""Which field of a file each column of the plan is read from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pistevo_runtime.read.header_names import duplicate_names, plain_name
from pistevo_runtime.stop import RunStop

#: What `String.prototype.trim` takes away.
_BLANKS = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)


@dataclass(frozen=True)
class ColumnMatch:
    """`fields` counts from 0; None: the file does not have the column."""

    fields: tuple[int | None, ...]
    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    is_reordered: bool

    @property
    def has_drift(self) -> bool:
        return len(self.missing) > 0 or len(self.unknown) > 0 or self.is_reordered


def match_columns(file: str, header: Sequence[str], read: Mapping[str, Any]) -> ColumnMatch:
    """
    Matches by header name: blanks around a name and ASCII case do not count, a column's own name goes before its former
    ones. A file without a header is taken in schema order.

    RunStop `rejected` when a name stands twice, a needed column is missing, or drift is not allowed.
    """
    columns = read["columns"]
    if not read["format"]["hasHeader"]:
        return ColumnMatch(tuple(range(len(columns))), (), (), False)
    twice = duplicate_names(header)
    if twice:
        raise RunStop(
            "rejected",
            "duplicate_header",
            f"`{file}` has two columns named `{twice[0].strip(_BLANKS)}`; nothing tells which one is meant, "
            "so rename one and deliver it again.",
        )
    places = {plain_name(title): index for index, title in enumerate(header)}
    fields = tuple(_place_of(column, places) for column in columns)
    missing = [column for column, field in zip(columns, fields) if field is None]
    unknown = tuple(
        title.strip(_BLANKS)
        for index, title in enumerate(header)
        if plain_name(title) != "" and index not in fields
    )
    for column in missing:
        if column["isNeeded"]:
            raise _missing_stop(file, column["name"], header)
    names = tuple(column["name"] for column in missing)
    if read["onDrift"] == "fail" and (names or unknown):
        raise RunStop(
            "rejected",
            "drift",
            f"The columns of `{file}` are not those of the schema ({_tell_drift(names, unknown)}), "
            "and `on_drift` is `fail`; change the schema or the delivery.",
        )
    known = [field for field in fields if field is not None]
    return ColumnMatch(fields, names, unknown, known != sorted(known))


def _place_of(column: Mapping[str, Any], places: Mapping[str, int]) -> int | None:
    for title in column["headers"]:
        place = places.get(plain_name(title))
        if place is not None:
            return place
    return None


def _missing_stop(file: str, column: str, header: Sequence[str]) -> RunStop:
    shown = ", ".join(f"`{title.strip(_BLANKS)}`" for title in header[:12])
    others = (
        f"its columns are {shown}{', …' if len(header) > 12 else ''}" if header else "its header is empty"
    )
    return RunStop(
        "rejected",
        "missing_column",
        f"`{file}` has no column `{column}`, which is required; {others}. "
        "Deliver it with that column, or name its former spelling in `rename_from`.",
    )


def _tell_drift(missing: Sequence[str], unknown: Sequence[str]) -> str:
    told = [("missing", missing), ("unknown", unknown)]
    return "; ".join(f"{kind}: {', '.join(f'`{name}`' for name in names)}" for kind, names in told if names)
