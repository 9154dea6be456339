"""Physical lines of a delivery, as Spark reads them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from urllib.parse import unquote

from pyspark.sql import DataFrame, DataFrameReader, SparkSession

from pistevo_runtime.quoting import quote_text
from pistevo_runtime.read.text_decoding import UNDEFINED_1252
from pistevo_runtime.read.utf16_lines import charset_of, utf16_text, whole_lines

#: What a code page has where ISO-8859-1 has control characters (Unicode consortium's CP1252.TXT).
_OF_1252 = "".join(bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in UNDEFINED_1252)
_OF_LATIN = "".join(chr(code) for code in range(0x80, 0xA0) if code not in UNDEFINED_1252)


@dataclass(frozen=True)
class SourceText:
    """A file that is to be split into lines. `encoding` is the format's, UTF-16 with its order of bytes."""

    path: str
    encoding: str
    #: Decoded as a whole before it is split.
    is_whole: bool = False


def read_lines(spark: SparkSession, texts: Sequence[SourceText], options: Mapping[str, str]) -> DataFrame:
    """
    `_path`, `_start` (of the split), `_id` (ascending without gaps within a split), `_text` (without the LF; UTF-8, with
    byte FF for what could not be decoded) and `_bytes` (of the line in the file).

    `options` are what the files' paths need (`Aliases`). Spark takes a byte order mark of UTF-8 away. Every reading of the same
    frame sees the same splits and ids.
    """
    _settle(spark)
    kinds: dict[tuple[str, bool], list[str]] = {}
    for text in texts:
        kinds.setdefault((text.encoding, text.is_whole), []).append(_literally(text.path))
    frames = [
        (whole_lines if is_whole else _split_lines)(spark.read.options(**options), paths, encoding)
        for (encoding, is_whole), paths in kinds.items()
    ]
    return reduce(DataFrame.unionByName, frames)


def _split_lines(reader: DataFrameReader, paths: Sequence[str], encoding: str) -> DataFrame:
    reader = reader.option("lineSep", "\n")
    if encoding.startswith("utf-16"):
        reader = reader.option("encoding", charset_of(encoding))
    lines = (
        reader.option("ignoreCorruptFiles", "false").option("ignoreMissingFiles", "false").text(list(paths))
    )
    return lines.selectExpr(
        "input_file_name() AS _path",
        "input_file_block_start() AS _start",
        "monotonically_increasing_id() AS _id",
        f"{_text_of(encoding)} AS _text",
        "octet_length(value) AS _bytes",
    )


def _settle(spark: SparkSession) -> None:
    """Settings that every reading of the same lines has to share."""
    # How files are split must not change with the executors that come and go.
    name = "spark.sql.files.minPartitionNum"
    if spark.conf.get(name, None) is None:
        spark.conf.set(name, str(spark.sparkContext.defaultParallelism))
    # Spark 4 would raise at broken UTF-16, and its message would be about data.
    spark.conf.set("spark.sql.legacy.codingErrorAction", "true")


def _text_of(encoding: str) -> str:
    if encoding == "utf-8":
        return "value"
    if encoding.startswith("utf-16"):
        return utf16_text("value", encoding)
    latin = "decode(CAST(value AS BINARY), 'ISO-8859-1')"
    if encoding == "iso-8859-1":
        return latin
    # Spark 4 knows no windows-1252, so it is taken as what differs from ISO-8859-1.
    text = f"translate({latin}, {quote_text(_OF_LATIN)}, {quote_text(_OF_1252)})"
    for code in UNDEFINED_1252:
        text = f"replace({text}, {quote_text(chr(code))}, CAST(X'FF' AS STRING))"
    # Plain ASCII is spared all of it.
    return f"CASE WHEN octet_length({latin}) = octet_length(value) THEN value ELSE {text} END"


def _literally(path: str) -> str:
    """A path in which no sign is a wildcard."""
    return re.sub(r"([{}\[\]*?\\^])", r"\\\1", path)


def seen_path(name: str) -> str:
    """A path as `input_file_name` tells it, comparable with `known_path`."""
    return known_path(unquote(name))


def known_path(path: str) -> str:
    """A qualified path; the number of slashes after the scheme is a matter of taste."""
    return re.sub(r"^([A-Za-z][A-Za-z0-9+.-]*):/*", r"\1:", path)
