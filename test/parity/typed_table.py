"""Tables as typed values that any engine can be asked for, alike to test/parity/typed-rows.ts."""

from __future__ import annotations

import struct
from typing import Any

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as fn
from pyspark.sql import types as kinds


def type_name(kind: kinds.DataType) -> str:
    return str(kind.simpleString())


def typed_column(name: str, kind: kinds.DataType) -> Any:
    """Days and microseconds as numbers, doubles by their bits, maps as sorted pairs, all else as text."""
    column = fn.col(f"`{name}`")
    if isinstance(kind, kinds.DateType):
        return fn.expr(f"CAST(unix_date(`{name}`) AS STRING)").alias(name)
    if isinstance(kind, kinds.TimestampType):
        return fn.expr(f"CAST(unix_micros(`{name}`) AS STRING)").alias(name)
    if isinstance(kind, kinds.MapType):
        return fn.expr(f"array_sort(map_entries(`{name}`))").alias(name)
    if isinstance(kind, (kinds.DoubleType, kinds.ArrayType)):
        return column
    return column.cast("string")


def typed_value(value: Any) -> Any:
    if isinstance(value, float):
        return struct.pack(">d", value).hex()
    if isinstance(value, (list, tuple)):
        return [typed_value(item) for item in value]
    return value if value is None else str(value)


def table(frame: DataFrame) -> dict[str, Any]:
    fields = frame.schema.fields
    typed = frame.select([typed_column(field.name, field.dataType) for field in fields])
    return {
        "columns": [f"{field.name} {type_name(field.dataType)}" for field in fields],
        "rows": [[typed_value(value) for value in row] for row in typed.collect()],
    }


def table_or_none(spark: SparkSession, name: str, columns: list[str] | None = None) -> dict[str, Any] | None:
    if not spark.catalog.tableExists(name):
        return None
    frame = spark.table(name)
    return table(frame if columns is None else frame.select(columns))
