"""Other names for files whose own would make Hadoop take them for what they are not."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pyspark.sql import SparkSession

from pistevo_runtime.read.rejection import RejectedFile
from pistevo_runtime.read.source_file import SourceFile

GZIP_CODEC = "org.apache.hadoop.io.compress.GzipCodec"
_GZIP = ".gz"
#: No codec is known by it.
_PLAIN = ".text"


def needed_ending(spark: SparkSession, source: SourceFile, is_gzip: bool) -> str:
    """
    Hadoop decompresses by a name's ending (`.gz`, `.bz2`, `.zst`, …; in capitals as well, or not, as its version has it).
    Answers the ending that the name should have, the empty text when its own will do. RejectedFile `format` when the name is
    beyond Hadoop.
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
    if name == (GZIP_CODEC if is_gzip else None):
        return ""
    return _GZIP if is_gzip else _PLAIN


@dataclass(frozen=True)
class Aliases:
    """`paths` by the files' own; `options` for the reader that is to know them."""

    paths: Mapping[str, str]
    options: Mapping[str, str]


def give_aliases(spark: SparkSession, endings: Sequence[tuple[str, str]]) -> Aliases:
    """
    Links to files, from a path and the ending that each should have, in a `viewfs` that exists in the reader's options
    alone. Nothing is copied and nothing is left behind.
    """
    if not endings:
        return Aliases({}, {})
    jvm: Any = spark.sparkContext._jvm
    # Hadoop keeps one file system for each authority, with the links that it had first: other links, other authority.
    told = "\n".join(f"{path}\n{ending}" for path, ending in endings)
    authority = f"pistevo-{hashlib.sha256(told.encode()).hexdigest()[:32]}"
    paths, options = {}, {}
    for at, (path, ending) in enumerate(endings):
        link = f"/{at}{ending}"
        paths[path] = f"viewfs://{authority}{link}"
        # Spark hands options on in small letters.
        target = str(jvm.org.apache.hadoop.fs.Path(path).toUri().toString())
        options[f"fs.viewfs.mounttable.{authority}.link.{link}"] = target
    return Aliases(paths, options)
