"""The size of a gzip's text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from py4j.protocol import Py4JJavaError
from pyspark.sql import SparkSession


def text_bytes(spark: SparkSession, path: str) -> int:
    """Bytes that come out of a compressed file; it is read to its end, inside the JVM."""
    jvm: Any = spark.sparkContext._jvm
    configuration = spark._jsparkSession.sessionState().newHadoopConf()
    where = jvm.org.apache.hadoop.fs.Path(path)
    codec = jvm.org.apache.hadoop.io.compress.CompressionCodecFactory(configuration).getCodec(where)
    stream = codec.createInputStream(where.getFileSystem(configuration).open(where))
    try:
        return int(jvm.org.apache.commons.io.IOUtils.skip(stream, 1 << 62))
    finally:
        stream.close()


def first_damaged(spark: SparkSession, paths: Sequence[str | None]) -> int | None:
    """Which of some gzips cannot be unzipped to its end; None among the paths is a file of another kind."""
    for at, path in enumerate(paths):
        try:
            if path is not None:
                text_bytes(spark, path)
        except Py4JJavaError:
            return at
    return None
