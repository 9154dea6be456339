"""Bytes of a file's beginning as UTF-8 text: transcoded as its format says."""

from __future__ import annotations

import re

GZIP_MAGIC = b"\x1f\x8b"
UTF8_MARK = b"\xef\xbb\xbf"
#: Never part of UTF-8: what cannot be transcoded becomes this.
INVALID = b"\xff"
#: Bytes for which windows-1252 defines nothing.
UNDEFINED_1252 = (0x81, 0x8D, 0x8F, 0x90, 0x9D)


def to_utf8(data: bytes, encoding: str) -> bytes:
    """Without its byte order mark; what is cut off at the end becomes the invalid byte."""
    if encoding == "utf-8":
        return data[3:] if data.startswith(UTF8_MARK) else data
    if encoding == "utf-16":
        return _from_utf16(data)
    if encoding == "iso-8859-1":
        return data.decode("latin-1").encode("utf-8")
    parts = re.split(b"([" + bytes(UNDEFINED_1252) + b"])", data)
    return b"".join(INVALID if at % 2 else part.decode("cp1252").encode() for at, part in enumerate(parts))


def is_big_endian(data: bytes) -> bool:
    """UTF-16 is little-endian unless its mark says otherwise."""
    return data.startswith(b"\xfe\xff")


def _from_utf16(data: bytes) -> bytes:
    spelling = "utf-16-be" if is_big_endian(data) else "utf-16-le"
    whole = data[2 if data[:2] in (b"\xfe\xff", b"\xff\xfe") else 0 : len(data) // 2 * 2]
    text = whole.decode(spelling, errors="surrogatepass")
    parts = [
        INVALID if at % 2 else part.encode() for at, part in enumerate(re.split("([\ud800-\udfff])", text))
    ]
    return b"".join(parts) + (INVALID if len(data) % 2 else b"")
