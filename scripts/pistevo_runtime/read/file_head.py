"""What the driver looks at before Spark reads a file: whether it is what its name says, and its header."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from pistevo_runtime.read.dialect import MOST_BYTES, MOST_LINES, Dialect
from pistevo_runtime.read.gunzip import gunzip_head
from pistevo_runtime.read.header_names import parse_header
from pistevo_runtime.read.rejection import RejectedFile, open_quote, too_long
from pistevo_runtime.read.source_file import SourceFile
from pistevo_runtime.read.text_decoding import (
    GZIP_MAGIC,
    UTF8_MARK,
    is_big_endian,
    to_utf8,
)

#: Enough for nearly every header, and little enough to answer at once. The local engine's number: a gzip that is damaged in its
#: first text is told as that, behind it for what its header is refused for.
_FIRST_BYTES = 64 * 1024


class BytesReader(Protocol):
    """The part of `Files` that reads the beginning of a file."""

    def read_bytes(self, path: str, limit: int | None = None, offset: int = 0) -> bytes: ...


@dataclass(frozen=True)
class FileHead:
    """`names` as delivered; empty when the format has no header."""

    names: tuple[str, ...]
    is_gzip: bool
    #: The format's; UTF-16 with its order of bytes.
    encoding: str
    #: Bytes of a mark of UTF-8, which Spark takes away whatever the encoding is.
    mark_bytes: int
    #: What a reader has to do about the first line: "\ufeff" stands there and is no data, "ï»¿" is data and is missing.
    mend: str
    #: UTF-16 that begins with the bytes of UTF-8's mark, which Spark would take away.
    is_whole: bool = False
    #: See `needed_ending`.
    needed_ending: str = ""


def read_head(
    files: BytesReader, source: SourceFile, format_: Mapping[str, Any], dialect: Dialect
) -> FileHead:
    """RejectedFile when the content is not what the name says, and when the header is damaged, missing or malformed."""
    limit = _FIRST_BYTES
    while True:
        data = files.read_bytes(source.path, limit)
        is_gzip = _is_gzip(data, source.file, format_["compression"])
        is_all = len(data) < limit
        text, has_more = gunzip_head(data, limit, is_all) if is_gzip else (data, not is_all)
        names: list[str] = []
        if format_["hasHeader"]:
            found = _find_header(to_utf8(text, format_["encoding"]), dialect, not has_more)
            if found is None:
                limit *= 4
                continue
            names = found
        return _told(text, names, is_gzip, format_["encoding"])


def _told(text: bytes, names: list[str], is_gzip: bool, encoding: str) -> FileHead:
    mark_bytes, mend, is_whole = 0, "", False
    if encoding == "utf-16":
        encoding = "utf-16-be" if is_big_endian(text) else "utf-16-le"
        is_whole = text.startswith(UTF8_MARK)
        mend = "\ufeff" if text[:2] in (b"\xff\xfe", b"\xfe\xff") else ""
    elif text.startswith(UTF8_MARK):
        mark_bytes = len(UTF8_MARK)
        mend = "" if encoding == "utf-8" else UTF8_MARK.decode("latin-1")
    return FileHead(tuple(names), is_gzip, encoding, mark_bytes, mend, is_whole)


def _is_gzip(data: bytes, name: str, compression: str) -> bool:
    has_magic = data.startswith(GZIP_MAGIC)
    is_gzip = compression == "gzip" or (compression == "auto" and name.lower().endswith(".gz"))
    if is_gzip and not has_magic and data:
        raise RejectedFile(
            "not-gzip",
            "The file is named or declared gzip, and its content is not: rename it, "
            "or set `format.compression: none`.",
        )
    if not is_gzip and has_magic and compression == "auto":
        raise RejectedFile(
            "is-gzip",
            "The content of the file is gzip, and its name does not end in `.gz`: rename it, "
            "or set `format.compression: gzip`.",
        )
    return is_gzip


def _find_header(text: bytes, dialect: Dialect, is_whole: bool) -> list[str] | None:
    """Names in the first record, or None when it does not end within `text` and more is to come."""
    quote = dialect.quote.encode()
    start = 0
    line = 1
    while start < len(text):
        end = start
        lines = quotes = 0
        while True:
            feed = text.find(b"\n", end)
            is_ended = feed >= 0
            stop = feed if is_ended else len(text)
            quotes += text.count(quote, end, stop) if quote else 0
            lines += 1
            if is_ended and quotes % 2 == 1 and lines >= MOST_LINES:
                raise too_long(line, MOST_LINES, MOST_BYTES)
            if not is_ended or quotes % 2 == 0:
                break
            end = stop + 1
        content = stop - 1 if is_ended and stop > start and text[stop - 1] == 13 else stop
        if content - start > MOST_BYTES:
            raise too_long(line, MOST_LINES, MOST_BYTES)
        if not is_ended and not is_whole:
            return None
        if quotes % 2 == 1:
            raise open_quote(line)
        if content > start:
            return parse_header(text[start:content], dialect, line)
        start = stop + 1
        line += 1
    if not is_whole:
        return None
    raise RejectedFile("no-header", "The file holds no record, not even a header: deliver it again.")
