"""The characters of a source's format."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pistevo_runtime.read.rejection import RejectedFile

#: A record over either limit rejects its file.
MOST_LINES = 1000
MOST_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True)
class Dialect:
    """One character each; `quote` is empty when fields are never quoted."""

    delimiter: str
    quote: str


def dialect_of(format_: Mapping[str, Any]) -> Dialect:
    """The dialect of `ReadFormat`; RejectedFile for characters that cannot separate or quote anything."""
    delimiter, quote = format_["delimiter"], format_["quote"]
    if len(delimiter) != 1 or delimiter in "\n\r\0":
        raise RejectedFile("format", "`delimiter` must be one character that is not a line end.")
    if quote != "" and re.fullmatch(r"[\x01-\x09\x0b\x0c\x0e-\x7f]", quote) is None:
        raise RejectedFile("format", "`quote` must be one ASCII character or empty.")
    if quote == delimiter:
        raise RejectedFile("format", "`quote` and `delimiter` must differ.")
    return Dialect(delimiter, quote)
