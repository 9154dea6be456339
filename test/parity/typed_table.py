"""Tables as typed values that any engine can be asked for, alike to test/parity/typed-rows.ts."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from decimal import Decimal
from functools import reduce
from typing import Any

from pistevo_runtime.quoting import quote_name
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import types as kinds


def text_of(name: str, kind: kinds.DataType) -> str:
    """Days and microseconds as numbers, lists as JSON, maps as sorted pairs, all else as text."""
    column = quote_name(name)
    if isinstance(kind, kinds.DateType):
        column = f"unix_date({column})"
    elif isinstance(kind, kinds.TimestampType):
        column = f"unix_micros({column})"
    elif isinstance(kind, kinds.MapType):
        column = f"to_json(array_sort(map_entries({column})))"
    elif isinstance(kind, kinds.ArrayType):
        column = f"to_json({column})"
    return f"CAST({column} AS STRING)"


def typed_value(text: str | None, kind: kinds.DataType) -> Any:
    """Doubles by their bits: their text is exact, but not the same everywhere."""
    if text is None:
        return None
    if isinstance(kind, kinds.DoubleType):
        return struct.pack(">d", float(text)).hex()
    if isinstance(kind, kinds.DecimalType):
        return format(Decimal(text), "f")
    if isinstance(kind, kinds.MapType):
        return [[pair["key"], pair.get("value")] for pair in json.loads(text)]
    return json.loads(text) if isinstance(kind, kinds.ArrayType) else text


def tables(frames: Mapping[str, DataFrame]) -> dict[str, Any]:
    """Columns and rows of some tables, by one query for all."""
    answers: dict[str, Any] = {}
    selected = []
    for key, frame in frames.items():
        fields = frame.schema.fields
        cells = ", ".join(text_of(field.name, field.dataType) for field in fields)
        selected.append(frame.selectExpr(f"'{key}' AS which", f"array({cells}) AS cells"))
        names = [f"{field.name} {field.dataType.simpleString()}" for field in fields]
        answers[key] = {"columns": names, "rows": []}
    for row in reduce(DataFrame.unionAll, selected).collect() if selected else []:
        fields = frames[row["which"]].schema.fields
        values = [typed_value(text, field.dataType) for text, field in zip(row["cells"], fields)]
        answers[row["which"]]["rows"].append(values)
    return answers


def table(frame: DataFrame) -> dict[str, Any]:
    """Columns and rows of one table."""
    answer: dict[str, Any] = tables({"it": frame})["it"]
    return answer


def frame_or_none(spark: SparkSession, name: str, columns: list[str] | None = None) -> DataFrame | None:
    if not spark.catalog.tableExists(name):
        return None
    frame = spark.table(name)
    return frame if columns is None else frame.select(columns)


def table_or_none(spark: SparkSession, name: str, columns: list[str] | None = None) -> dict[str, Any] | None:
    frame = frame_or_none(spark, name, columns)
    return None if frame is None else table(frame)
