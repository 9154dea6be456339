"""What Spark would make of a file by its name alone."""

from __future__ import annotations

from typing import Any

from pyspark.sql import SparkSession

from pistevo_runtime.read.rejection import RejectedFile
from pistevo_runtime.read.source_file import SourceFile


def assert_readable(spark: SparkSession, source: SourceFile, is_gzip: bool) -> None:
    """
    Hadoop decompresses by extension (`.gz`, `.bz2`, `.zst`, …, lower case) and cannot be told otherwise: RejectedFile
    `format` when that is not what the format says, or when the name is beyond it.
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
    if name == ("org.apache.hadoop.io.compress.GzipCodec" if is_gzip else None):
        return
    if is_gzip:
        why = "Spark unzips by name, and the name does not end in `.gz`: rename it"
    else:
        extension = str(codec.getDefaultExtension())
        why = f"Spark decompresses files whose name ends in `{extension}`, and this one is plain text: rename it"
    raise RejectedFile("format", f"{why}, or use the local engine.")
