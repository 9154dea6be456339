"""The size of a gzip's text."""

from __future__ import annotations

from typing import Any

from pyspark.sql import SparkSession

from pistevo_runtime.read.aliases import GZIP_CODEC


def text_bytes(spark: SparkSession, path: str) -> int:
    """Bytes that come out of a gzip, whatever its name; it is read to its end, inside the JVM."""
    jvm: Any = spark.sparkContext._jvm
    configuration = spark._jsparkSession.sessionState().newHadoopConf()
    where = jvm.org.apache.hadoop.fs.Path(path)
    codecs = jvm.org.apache.hadoop.io.compress.CompressionCodecFactory(configuration)
    codec = codecs.getCodecByClassName(GZIP_CODEC)
    stream = codec.createInputStream(where.getFileSystem(configuration).open(where))
    try:
        return int(jvm.org.apache.commons.io.IOUtils.skip(stream, 1 << 62))
    finally:
        stream.close()
