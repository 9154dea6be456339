"""One warm Spark that plays run after run: a request a line on stdin, an answer a line on stdout, both JSON.

A request names files instead of holding texts: {"plan", "root", "run_id", "now_ms", "mask_key", "answer"};
the answer's file holds the outcome, the events, and the tables as typed values.
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

os.environ["TZ"] = "UTC"
time.tzset()

from pyspark.sql import DataFrame, SparkSession  # noqa: E402
from pyspark.sql import functions as fn  # noqa: E402
from pyspark.sql import types as kinds  # noqa: E402

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from cutting import Cut, cutting  # noqa: E402
from pistevo_runtime.run.run_plan import run_plan  # noqa: E402

MARK = "ANSWER "
#: For short lives: half of a test's time would go into compiling what runs once.
QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
QUARANTINE = ("run_id", "file_name", "record", "line", "length", "reasons", "staged", "resolved_run")


def open_worker_session(folder: Path, memory: str) -> SparkSession:
    """A session with a metastore of its own, as small as tests need it."""
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.memory": memory,
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
        "spark.default.parallelism": "2",
        "spark.sql.warehouse.dir": (folder / "warehouse").as_uri(),
        "spark.local.dir": str(folder / "local"),
        "spark.hadoop.javax.jdo.option.ConnectionURL": "jdbc:derby:memory:parity;create=true",
        "spark.driver.extraJavaOptions": f"{QUICK} -Dderby.system.home={folder} -Djava.io.tmpdir={folder}",
    }
    from pistevo_runtime.session import SESSION, STATIC, prepare_session

    builder = SparkSession.builder.master("local[2]").appName("pistevo parity").enableHiveSupport()
    for name, value in {**STATIC, **SESSION, **settings}.items():
        builder = builder.config(name, value)
    spark = prepare_session(builder.getOrCreate())
    spark.sparkContext.setLogLevel("ERROR")
    return spark


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
        import struct

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


def play(spark: SparkSession, request: Mapping[str, Any]) -> dict[str, Any]:
    plan = json.loads(Path(request["plan"]).read_text(encoding="utf-8"))
    events: list[Mapping[str, Any]] = []
    outcome: Mapping[str, Any] | None = None
    with cutting(request.get("cut_at")) as cutter:
        try:
            outcome = run_plan(
                spark,
                plan,
                root=request["root"],
                run_id=request["run_id"],
                command="parity",
                emit=events.append,
                now_ms=lambda: int(request["now_ms"]),
                mask_key=request["mask_key"],
            )
        except Cut:
            forget_holders(Path(request["root"].removeprefix("file://")), plan)
    qualified = f"{plan['schema']}.{plan['dataset']}"
    return {
        "outcome": outcome,
        "effects": cutter.count,
        "events": events,
        "target": table_or_none(spark, qualified),
        "quarantine": table_or_none(spark, f"{qualified}_quarantine", list(QUARANTINE)),
    }


def forget_holders(root: Path, plan: Mapping[str, Any]) -> None:
    """A process that died is told by its number; this one plays on, and so its sign of life is taken away."""
    for sign in (root / plan["targetPath"] / "pistevo__locks").glob("*/*/*/holder.json"):
        sign.unlink()


def serve(handle: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> None:
    """Answers requests until stdin ends. An exception is the answer to its request, not the end."""
    for line in sys.stdin:
        request = json.loads(line)
        try:
            answer: Mapping[str, Any] = handle(request)
        except Exception:
            answer = {"trouble": traceback.format_exc()}
        Path(request["answer"]).write_text(json.dumps(answer), encoding="utf-8")
        sys.stdout.write(f"{MARK}{request['answer']}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    session = open_worker_session(Path(sys.argv[1]), sys.argv[2])
    sys.stdout.write(f"{MARK}ready\n")
    sys.stdout.flush()
    serve(lambda request: play(session, request))
    session.stop()
