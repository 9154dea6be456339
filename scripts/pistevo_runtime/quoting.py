"""Names and texts inside Spark SQL, quoted so that any of them is safe: the rules of core/translate/quote.ts."""

from __future__ import annotations

from collections.abc import Iterable

_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0"})


def quote_name(name: str) -> str:
    """An identifier."""
    return "`" + name.replace("`", "``") + "`"


def quote_text(text: str) -> str:
    """A string literal. Spark substitutes `${…}` before it parses, inside literals too."""
    return "'" + text.translate(_ESCAPES).replace("${", "\\u0024{") + "'"


def quote_table(table: str) -> str:
    """`billing.claim` as two identifiers."""
    return ".".join(quote_name(part) for part in table.split(".", 1))


def quote_list(texts: Iterable[str]) -> str:
    """String literals, one after the other."""
    return ", ".join(quote_text(text) for text in texts)
