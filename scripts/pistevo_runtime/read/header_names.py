"""Names in a header record."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pistevo_runtime.read.dialect import Dialect
from pistevo_runtime.read.rejection import RejectedFile

#: A header of more columns is refused: no table has them, and every record would be split as wide.
MOST_COLUMNS = 5000


def parse_header(text: bytes, dialect: Dialect, line: int) -> list[str]:
    """Names as delivered, from the UTF-8 bytes of the record without its line end; RejectedFile when malformed."""
    if b"\0" in text:
        why = "holds a NUL byte: the file may be UTF-16; deliver it as text, or set `format.encoding`"
        raise _malformed(line, why)
    try:
        record = text.decode("utf-8")
    except UnicodeDecodeError:
        why = "holds bytes that are not valid in the declared encoding: set `format.encoding`"
        raise _malformed(line, why) from None
    names = split_record(record, dialect)
    if names is None:
        raise _malformed(line, "has quotes that do not fit: mend it, or set `format.quote`")
    if len(names) > MOST_COLUMNS:
        raise RejectedFile(
            "header-too-wide",
            f"The header on line {line} has {len(names)} columns, and {MOST_COLUMNS} is the most: "
            "check `format.delimiter`.",
            line,
        )
    return names


def _malformed(line: int, why: str) -> RejectedFile:
    return RejectedFile("header-malformed", f"The header on line {line} {why}.", line)


def split_record(record: str, dialect: Dialect) -> list[str] | None:
    """Fields of one record, or None when its quotes do not fit: the rules of engine/read/rewrite-record.ts."""
    delimiter, quote = re.escape(dialect.delimiter), re.escape(dialect.quote)
    if dialect.quote == "" or dialect.quote not in record:
        return record.split(dialect.delimiter)
    doubled = quote + quote
    # A quoted field, or one that holds doubled quotes at most, up to a delimiter or the record's end.
    field = re.compile(
        f"(?P<quoted>{quote}(?:[^{quote}]|{doubled})*{quote}(?!{quote}))(?={delimiter}|\\Z)"
        f"|(?P<plain>(?:[^{quote}{delimiter}]|{doubled})*)(?={delimiter}|\\Z)"
    )
    fields: list[str] = []
    at = 0
    while True:
        found = field.match(record, at)
        if found is None:
            return None
        quoted = found.group("quoted")
        if quoted is None:
            fields.append(found.group("plain"))
        else:
            fields.append(quoted[1:-1].replace(dialect.quote * 2, dialect.quote))
        at = found.end()
        if at == len(record):
            return fields
        at += len(dialect.delimiter)


def plain_name(name: str) -> str:
    """A header name as names are compared: without blanks around it, ASCII letters in lower case."""
    return re.sub("[A-Z]", lambda letter: letter.group().lower(), name.strip(" \t"))


def duplicate_names(header: Sequence[str]) -> list[str]:
    """Names that stand more than once; empty names are no names."""
    seen: dict[str, int] = {}
    for name in header:
        plain = plain_name(name)
        if plain != "":
            seen[plain] = seen.get(plain, 0) + 1
    told: set[str] = set()
    twice: list[str] = []
    for name in header:
        plain = plain_name(name)
        if seen.get(plain, 0) > 1 and plain not in told:
            told.add(plain)
            twice.append(name)
    return twice
