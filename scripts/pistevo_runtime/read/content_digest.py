"""What a file holds, whatever the order of its records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyspark.sql import SparkSession

from pistevo_runtime.read.read_delivery import SourceReader, read_delivery
from pistevo_runtime.read.source_file import SourceFile
from pistevo_runtime.stop import RunStop


def content_digest(
    spark: SparkSession, files: SourceReader, read: Mapping[str, Any], source: SourceFile
) -> str | None:
    """
    A digest of a file's sound records in which their order, their quoting and the line ends do not count: the sum of half
    an MD5 of each. None when the file cannot be read (any more).

    It costs a reading of its own, so it is taken only of files that have a twin by header and number of records.
    """
    if files.status(source.path) is None:
        return None
    # Which columns the plan knows does not matter here.
    columns = [] if read["format"]["hasHeader"] else read["columns"]
    anything = {**read, "columns": columns, "onDrift": "ignore"}
    try:
        delivery = read_delivery(spark, files, anything, [source], "", lambda _: None)
    except RunStop:
        return None
    return delivery.digest()
