"""Which gzip of a delivery is damaged, and how: Spark tells neither."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from py4j.protocol import Py4JJavaError
from pyspark.sql import SparkSession

from pistevo_runtime.read.file_head import BytesReader
from pistevo_runtime.read.gunzip import broken_gzip, gunzip
from pistevo_runtime.read.rejection import RejectedFile
from pistevo_runtime.read.text_size import text_bytes

_PIECE_BYTES = 8 << 20


def find_damage(
    spark: SparkSession, files: BytesReader, paths: Sequence[str | None]
) -> tuple[int, RejectedFile] | None:
    """
    The first of some gzips that cannot be unzipped to its end, with its fault; None among the paths is a file of another
    kind. Each is read inside the JVM, the damaged one also here: what classes of exceptions tell of a cause differs between
    Hadoop's own zlib and the system's.
    """
    for at, path in enumerate(paths):
        try:
            if path is not None:
                text_bytes(spark, path)
        except Py4JJavaError:
            return at, _fault(files, path or "")
    return None


def _fault(files: BytesReader, path: str) -> RejectedFile:
    try:
        for _ in gunzip(_pieces(files, path)):
            pass
    except RejectedFile as fault:
        return fault
    # Hadoop has judged.
    return broken_gzip()


def _pieces(files: BytesReader, path: str) -> Iterator[bytes]:
    for at in count():
        piece = files.read_bytes(path, _PIECE_BYTES, at * _PIECE_BYTES)
        yield piece
        if len(piece) < _PIECE_BYTES:
            return
