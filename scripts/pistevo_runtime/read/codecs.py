"""What Spark would make of a file by its name alone, and how it is kept from that."""

from __future__ import annotations

from typing import Any

from pyspark.sql import DataFrameReader, SparkSession

from pistevo_runtime.read.rejection import RejectedFile
from pistevo_runtime.read.source_file import SourceFile

_GZIP = "org.apache.hadoop.io.compress.GzipCodec"
#: Hands on what it is given; it stands for whatever ending it is told.
_PLAIN = "org.apache.hadoop.io.compress.PassthroughCodec"


def plain_ending(spark: SparkSession, source: SourceFile, is_gzip: bool) -> str:
    """
    Hadoop decompresses by a name's ending (`.gz`, `.bz2`, `.zst`, …, lower case). Answers the ending of a file that is plain
    text all the same, for `reader_of`; else the empty text. RejectedFile `format` for a gzip by another name, and when the
    name is beyond Hadoop.
    """
    if source.path.startswith("file:") and ":" in source.file:
        raise RejectedFile(
            "format",
            "Hadoop cannot open a file of a local disk whose name holds `:`: rename it, or use the local engine.",
        )
    jvm: Any = spark.sparkContext._jvm
    hadoop = jvm.org.apache.hadoop
    configuration = spark._jsparkSession.sessionState().newHadoopConf()
    codec = hadoop.io.compress.CompressionCodecFactory(configuration).getCodec(hadoop.fs.Path(source.path))
    name = None if codec is None else str(codec.getClass().getName())
    if name == (_GZIP if is_gzip else None):
        return ""
    if is_gzip:
        why = "Spark unzips by name, and the name does not end in `.gz`: rename it"
        raise RejectedFile("format", f"{why}, or use the local engine.")
    ending = str(codec.getDefaultExtension())
    if _ending_option(spark) is None:
        why = f"Spark decompresses files whose name ends in `{ending}`, and this one is plain text: rename it"
        raise RejectedFile("format", f"{why}, or use the local engine.")
    return ending


def reader_of(spark: SparkSession, ending: str) -> DataFrameReader:
    """A reader that takes files with this ending as they are; the empty text: one that does as Hadoop would."""
    option = _ending_option(spark)
    if ending == "" or option is None:
        return spark.read
    return spark.read.option("io.compression.codecs", _PLAIN).option(option, ending)


def _ending_option(spark: SparkSession) -> str | None:
    """What the setting is called: builds of Hadoop differ. None: this one is too old to have it."""
    jvm: Any = spark.sparkContext._jvm
    option = jvm.org.apache.hadoop.io.compress.PassthroughCodec.OPT_EXTENSION
    return option if isinstance(option, str) else None
