"""Small relations made by the driver."""

from __future__ import annotations

from typing import Any, Sequence

from pyspark.sql import DataFrame, SparkSession


def local_rows(spark: SparkSession, schema: str, rows: Sequence[Sequence[Any]]) -> DataFrame:
    """A relation of a few rows. It is built inside the JVM: no Python worker is started, and no plan shows a value.

    `schema` is DDL. Cells are None, text, whole numbers, floats or booleans, in the columns' types.
    """
    jvm = spark.sparkContext._jvm
    gateway = spark.sparkContext._gateway
    assert jvm is not None and gateway is not None
    struct = jvm.org.apache.spark.sql.types.StructType.fromDDL(schema)
    types = [field.dataType().typeName() for field in struct.fields()]
    items = jvm.java.util.ArrayList()
    for row in rows:
        cells = gateway.new_array(jvm.java.lang.Object, len(row))
        for at, value in enumerate(row):
            # py4j sends a whole number as an Integer when it fits.
            cells[at] = jvm.java.lang.Long(value) if types[at] == "long" and value is not None else value
        items.add(jvm.org.apache.spark.sql.RowFactory.create(cells))
    return DataFrame(spark._jsparkSession.createDataFrame(items, struct), spark)
