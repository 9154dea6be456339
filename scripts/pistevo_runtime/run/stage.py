"""Writes what was read once, as strings with their typed values and rule bits, and reads it back by column."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from pyspark.sql import DataFrame
from pyspark.sql.types import StructType

from pistevo_runtime.run.context import RunContext
from pistevo_runtime.run.secrets import bind_secrets

_PARTITIONS = ("file_name", "ts")


@dataclass(frozen=True)
class StagedRows:
    """The staged files of this run as a relation, and how many rows each source file left in it."""

    frame: DataFrame
    by_file: dict[int, int]


def write_stage(context: RunContext, raw: DataFrame, folder: str) -> StagedRows:
    """Stages `_raw` into partition folders below `folder`, one pass over the source."""
    context.define("_raw", raw)
    stage = context.parts.stage
    values = {"mask_key": context.request.mask_key or ""}
    wanted = {name: values[name] for name in stage["parameters"]}
    frame = context.spark.sql(bind_secrets(context.spark, stage["select"]["spark"], wanted))
    return keep_stage(context, frame, folder)


def keep_stage(context: RunContext, frame: DataFrame, folder: str) -> StagedRows:
    """Writes staged rows and reads them back."""
    frame.write.mode("overwrite").partitionBy(*_PARTITIONS).parquet(folder)
    staged = read_stage(context, frame.schema, folder)
    counts = staged.groupBy("_file_no").count().collect()
    return StagedRows(staged, {row["_file_no"]: row["count"] for row in counts})


def read_stage(context: RunContext, schema: StructType, folder: str) -> DataFrame:
    """Staged files of a known schema; of no file there is no row."""
    own = [field for field in schema.fields if field.name not in _PARTITIONS]
    partitions = [schema[name] for name in _PARTITIONS]
    return context.spark.read.schema(StructType([*own, *partitions])).parquet(folder)


def leave_out(
    context: RunContext, staged: StagedRows, files: Collection[tuple[int, str]], folder: str
) -> StagedRows:
    """Forgets source files, by number and name: their partition folders go, so that nothing of them is registered."""
    if not files:
        return staged
    for _, name in files:
        context.files.delete(f"{folder}/{partition_folder(context, name)}")
    gone = {number for number, _ in files}
    kept = {number: rows for number, rows in staged.by_file.items() if number not in gone}
    return StagedRows(read_stage(context, staged.frame.schema, folder), kept)


def partition_folder(context: RunContext, file_name: str) -> str:
    """`file_name=<name>`, escaped as Spark and Hive escape it."""
    jvm = context.spark.sparkContext._jvm
    assert jvm is not None
    utils = jvm.org.apache.spark.sql.catalyst.catalog.ExternalCatalogUtils
    return str(utils.getPartitionPathString("file_name", file_name))
