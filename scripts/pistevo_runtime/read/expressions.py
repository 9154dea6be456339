"""Spark SQL texts that take one record apart."""

from __future__ import annotations

from dataclasses import dataclass

from pistevo_runtime.quoting import quote_text
from pistevo_runtime.read.dialect import Dialect

#: In a record that is not malformed it is never found.
_NUL = "chr(0)"
#: Signs that mean something in a regular expression, one by one.
_MEANT_BY_JAVA = ".$|()[{^?*+\\"


@dataclass(frozen=True)
class RecordTexts:
    """Expressions over columns `_rec` (text of a record without its line end), `_parts` (its fields) and `_fields`."""

    #: Fields as they stand, quotes and all.
    parts: str
    #: Whether the record is well-formed; never NULL.
    is_sound: str
    #: Why it is not, the first that applies; NULL for a sound one.
    reason: str
    dialect: Dialect

    @property
    def canonical(self) -> str:
        """One spelling of a sound record, however its fields were quoted."""
        quote, delimiter = quote_text(self.dialect.quote), quote_text(self.dialect.delimiter)
        if self.dialect.quote == "":
            return "_rec"
        value = self.field("part")
        is_marked = f"contains(it, {quote}) OR contains(it, {delimiter}) OR contains(it, '\n')"
        marked = f"{quote} || replace(it, {quote}, {quote_text(self.dialect.quote * 2)}) || {quote}"
        values = f"transform(_parts, part -> {value})"
        spelled = f"transform({values}, it -> CASE WHEN {is_marked} THEN {marked} ELSE it END)"
        return f"CASE WHEN contains(_rec, {quote}) THEN array_join({spelled}, {delimiter}) ELSE _rec END"

    def field(self, part: str) -> str:
        """The value of one of `_parts`."""
        if self.dialect.quote == "":
            return part
        quote = quote_text(self.dialect.quote)
        opening = f"octet_length({part}) - octet_length(ltrim({quote}, {part}))"
        # Doubled quotes at the start of a field that goes on open nothing.
        return (
            f"CASE WHEN startswith({part}, {quote}) AND "
            f"(({opening}) % 2 = 1 OR {opening} = octet_length({part})) "
            f"THEN replace(substring({part}, 2, char_length({part}) - 2), "
            f"{quote_text(self.dialect.quote * 2)}, {quote}) ELSE {part} END"
        )


def record_texts(dialect: Dialect, version: str) -> RecordTexts:
    """`version` of Spark: what tells sound UTF-8 differs."""
    delimiter, quote = dialect.delimiter, dialect.quote
    plain = f"split(_rec, {quote_text(_split_pattern(delimiter))}, -1)"
    is_valid = "is_valid_utf8(_rec)" if version >= "4" else "decode(CAST(_rec AS BINARY), 'UTF-8') = _rec"
    reasons = [("malformed:nul", f"contains(_rec, {_NUL})"), ("malformed:encoding", f"NOT ({is_valid})")]
    parts = plain
    if quote != "":
        has_quotes = f"contains(_rec, {quote_text(quote)})"
        tokens = (
            f"regexp_extract_all(concat(_rec, {quote_text(delimiter)}), "
            f"{quote_text(_field_pattern(dialect))}, 1)"
        )
        parts = f"CASE WHEN {has_quotes} THEN {tokens} ELSE {plain} END"
        # Where a field cannot be matched the matches end, and something is left over.
        is_left = f"octet_length(array_join(_parts, {quote_text(delimiter)})) <> octet_length(_rec)"
        reasons.append(("malformed:quote", f"{has_quotes} AND {is_left}"))
    reasons.append(("malformed:fields", "size(_parts) <> _fields"))
    branches = " ".join(f"WHEN {condition} THEN '{name}'" for name, condition in reasons)
    # The cheapest first: most malformed records have another number of fields.
    sound = " AND ".join(f"NOT ({condition})" for _, condition in reversed(reasons))
    return RecordTexts(parts, sound, f"CASE {branches} END", dialect)


def _split_pattern(delimiter: str) -> str:
    """Spelled so that Java's `split` takes its quickest way: one sign, and a backslash only where that has a meaning."""
    return "\\" + delimiter if delimiter in _MEANT_BY_JAVA else delimiter


def _field_pattern(dialect: Dialect) -> str:
    """
    One field and the delimiter after it, right behind the one before: quoted, or with doubled quotes at most.

    Every loop is possessive: Java's others recurse, and a long field would exhaust the stack.
    """
    delimiter, quote = (f"\\x{{{ord(sign):x}}}" for sign in (dialect.delimiter, dialect.quote))
    quoted = f"{quote}[^{quote}]*+(?:{quote}{quote}[^{quote}]*+)*+{quote}"
    unquoted = f"(?:[^{quote}{delimiter}]++|{quote}{quote})*+"
    return f"\\G({quoted}(?={delimiter})|{unquoted}){delimiter}"
