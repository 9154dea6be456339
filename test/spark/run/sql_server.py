"""Answers Spark SQL for the tests of plans: one JSON request a line on stdin, one JSON answer a line on stdout.

Requests: {"op": "relation", "name", "columns": [[name, type]], "rows": [[text | null]]} registers a relation;
{"op": "query", "text", "parameters"?, "produces"?: {"relation", "as"}} runs a text. Values are answered as text, timestamps as
microseconds.
"""

from __future__ import annotations

import json
import sys
from typing import Any, Dict, List

from pistevo_runtime.quoting import quote_name
from pistevo_runtime.run.secrets import bind_secrets
from pistevo_runtime.session import STATIC, prepare_session
from pyspark.sql import DataFrame, SparkSession


def open_local() -> SparkSession:
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    builder = builder.config("spark.sql.shuffle.partitions", "2").config("spark.driver.memory", "1g")
    builder = builder.config("spark.sql.catalogImplementation", "in-memory")
    for key, value in STATIC.items():
        builder = builder.config(key, value)
    spark = prepare_session(builder.getOrCreate())
    spark.sparkContext.setLogLevel("OFF")
    return spark


def relation(spark: SparkSession, request: Dict[str, Any]) -> None:
    columns = request["columns"]
    names = [f"c{at}" for at in range(len(columns))]
    schema = ", ".join(f"{name} string" for name in names)
    texts = spark.createDataFrame([tuple(row) for row in request["rows"]], schema)
    typed = [f"CAST({name} AS {kind}) AS {quote_name(title)}" for name, (title, kind) in zip(names, columns)]
    keep(texts.selectExpr(*typed), request["name"], is_table=True)


def keep(frame: DataFrame, name: str, is_table: bool) -> None:
    if is_table:
        frame = frame.localCheckpoint()
    frame.createOrReplaceTempView(quote_name(name))


def query(spark: SparkSession, request: Dict[str, Any]) -> List[Dict[str, Any]]:
    text = bind_secrets(spark, request["text"], request.get("parameters", {}))
    frame = spark.sql(text)
    produces = request.get("produces")
    if produces is not None:
        keep(frame, produces["relation"], produces["as"] == "table")
        return []
    shown = [
        f"unix_micros({quote_name(name)}) AS {quote_name(name)}" if kind == "timestamp" else quote_name(name)
        for name, kind in frame.dtypes
    ]
    rows = frame.selectExpr(*[f"CAST({item.split(' AS ')[0]} AS STRING)" for item in shown]).collect()
    names = [name for name, _ in frame.dtypes]
    return [dict(zip(names, row)) for row in rows]


def main() -> None:
    spark = open_local()
    print(json.dumps({"ready": spark.version}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        try:
            answer: Dict[str, Any] = {"rows": []}
            if request["op"] == "relation":
                relation(spark, request)
            else:
                answer = {"rows": query(spark, request)}
        except Exception as error:  # the test that asked decides what a failure means
            answer = {"error": str(error)}
        print(json.dumps(answer), flush=True)


main()
