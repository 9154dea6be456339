"""Gzip as zlib reads it, where the driver has to know what Hadoop does not tell."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from pistevo_runtime.read.rejection import RejectedFile

_TEXT_BYTES = 256 * 1024


class EarlyEnd(RejectedFile):
    """The data ends before the gzip does."""

    def __init__(self) -> None:
        super().__init__("damaged-gzip", "The gzip file is damaged (it ends early): deliver it again.")


def broken_gzip() -> RejectedFile:
    return RejectedFile("damaged-gzip", "The gzip file is damaged (it is broken): deliver it again.")


def gunzip(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """
    Text of gzip members one after another, a piece at a time. RejectedFile `damaged-gzip`, for the cause that
    engine/read/gunzip.ts tells: EarlyEnd when more has to come, else what `broken_gzip` answers.
    """
    unzip = zlib.decompressobj(wbits=31)
    for piece in pieces:
        data = piece
        while data:
            if unzip.eof:
                # zlib would wait for a second byte; Node takes it for padding.
                if data.startswith(b"\0"):
                    raise broken_gzip()
                unzip = zlib.decompressobj(wbits=31)
            try:
                yield unzip.decompress(data, _TEXT_BYTES)
            except zlib.error:
                raise broken_gzip() from None
            data = unzip.unused_data if unzip.eof else unzip.unconsumed_tail
    if not unzip.eof:
        raise EarlyEnd()


def gunzip_head(data: bytes, most_bytes: int, is_all: bool) -> tuple[bytes, bool]:
    """
    The first text bytes of a gzip that begins with `data`, at least `most_bytes` or all there are, and whether more may
    follow. `is_all`: `data` is all of the file, which is damaged when more would have to come.
    """
    text = bytearray()
    try:
        for piece in gunzip([data]):
            text += piece
            if len(text) >= most_bytes:
                return bytes(text), True
    except EarlyEnd:
        if is_all:
            raise
        return bytes(text), True
    return bytes(text), not is_all
