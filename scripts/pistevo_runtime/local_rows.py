"""Small relations made by the driver."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pyspark.sql import DataFrame, SparkSession

from pistevo_runtime.quoting import quote_name


def local_rows(spark: SparkSession, schema: str, rows: Sequence[Sequence[object]]) -> DataFrame:
    """A relation of a few rows. It is built inside the JVM: no Python worker is started, and no plan shows a value.

    `schema` is DDL of simple types. Cells are None, or what casts to the column's type as text.
    """
    jvm: Any = spark.sparkContext._jvm
    gateway: Any = spark.sparkContext._gateway
    struct = jvm.org.apache.spark.sql.types.StructType.fromDDL(schema)
    names = list(struct.fieldNames())
    # As text: py4j would make a number of whatever width it fits.
    texts = jvm.org.apache.spark.sql.types.StructType()
    for name in names:
        texts = texts.add(name, "string")
    items = jvm.java.util.ArrayList()
    for row in rows:
        cells = gateway.new_array(jvm.java.lang.Object, len(row))
        for at, value in enumerate(row):
            cells[at] = None if value is None else str(value)
        items.add(jvm.org.apache.spark.sql.RowFactory.create(cells))
    frame = DataFrame(spark._jsparkSession.createDataFrame(items, texts), spark)
    casts = [
        f"CAST({quote_name(name)} AS {field.dataType().sql()}) AS {quote_name(name)}"
        for name, field in zip(names, struct.fields())
    ]
    return frame.selectExpr(*casts)
