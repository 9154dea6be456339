"""One warm Spark that plays runs: a request a line on stdin, an answer a line on stdout, both JSON.

A request names files instead of holding texts: {"plan", "root", "run_id", "now_ms", "mask_key", "answer"};
the answer's file holds the outcome, the events, and the tables as typed values.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

os.environ["TZ"] = "UTC"
time.tzset()

from pyspark.sql import SparkSession  # noqa: E402

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parent), str(HERE.parents[2] / "scripts"), str(HERE.parents[1] / "spark")]

from cutting import Cut, Cutter, cutting  # noqa: E402
from left_behind import QUARANTINE, left_behind  # noqa: E402
from metastore import metastore  # noqa: E402
from pistevo_runtime.run.request import Reprocess  # noqa: E402
from pistevo_runtime.run.run_plan import run_plan  # noqa: E402
from reader_loop import ReaderLoop  # noqa: E402
from typed_table import frame_or_none, tables  # noqa: E402

MARK = "ANSWER "
#: For short lives: half of a test's time would go into compiling what runs once. Java gives such compilers a fifth of the room
#: for what they made, and a Spark fills it.
QUICK = "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m -XX:+UseSerialGC"
LASTING = "-XX:+UseSerialGC"


#: What runs once on ten rows is done before it would be compiled.
UNCOMPILED = {"spark.sql.codegen.wholeStage": "false", "spark.sql.codegen.factoryMode": "NO_CODEGEN"}


def open_worker_session(
    folder: Path, memory: str, address: str | None = None, *, is_compiled: bool = True
) -> SparkSession:
    """A session as small as tests need it; with a metastore of its own, or the one at an address."""
    catalog = (
        {"javax.jdo.option.ConnectionURL": "jdbc:derby:memory:parity;create=true"}
        if address is None
        else {"hive.metastore.uris": address}
    )
    flags = QUICK if is_compiled else LASTING
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.memory": memory,
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
        "spark.default.parallelism": "2",
        # Spark tells listeners each of its plans as a text; nobody reads them here.
        "spark.sql.maxPlanStringLength": "0",
        "spark.sql.warehouse.dir": (folder / "warehouse").as_uri(),
        "spark.local.dir": str(folder / "local"),
        **{f"spark.hadoop.{name}": value for name, value in catalog.items()},
        "spark.driver.extraJavaOptions": f"{flags} -Dderby.system.home={folder} -Djava.io.tmpdir={folder}",
    }
    from pistevo_runtime.session import SESSION, STATIC, prepare_session

    builder = SparkSession.builder.master("local[2]").appName("pistevo parity").enableHiveSupport()
    for name, value in {**STATIC, **SESSION, **settings, **({} if is_compiled else UNCOMPILED)}.items():
        builder = builder.config(name, value)
    spark = prepare_session(builder.getOrCreate())
    spark.sparkContext.setLogLevel("ERROR")
    return spark


def handler(spark: SparkSession) -> Callable[[Mapping[str, Any]], Mapping[str, Any]]:
    """Does what a request's `kind` asks for: `play` a run, `look` at its tables, `watch` one in a loop, `unwatch` it."""
    loops: list[ReaderLoop] = []

    def watch(request: Mapping[str, Any]) -> Mapping[str, Any]:
        loops.append(ReaderLoop(spark, request["table"]))
        return {}

    acts: Mapping[str, Callable[[Mapping[str, Any]], Mapping[str, Any]]] = {
        "play": lambda request: play(spark, request),
        "look": lambda request: left_behind(spark, plan_of(request)),
        "watch": watch,
        "unwatch": lambda _request: loops.pop().stop(),
    }
    return lambda request: acts[request["kind"]](request)


def plan_of(request: Mapping[str, Any]) -> Any:
    return json.loads(Path(request["plan"]).read_text(encoding="utf-8"))


def play(spark: SparkSession, request: Mapping[str, Any]) -> dict[str, Any]:
    plan = plan_of(request)
    events: list[Mapping[str, Any]] = []
    outcome: Mapping[str, Any] | None = None
    cutter = Cutter(request.get("cut_at"), bool(request.get("is_torn")))
    # Counting side effects replaces what all runs of this process use: the others would be counted too.
    with cutting(cutter) if request.get("is_looked_at") else nullcontext():
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
                reprocess=Reprocess("all", None, is_rebuild=True) if request.get("is_rebuilt") else None,
            )
        except Cut:
            forget_holders(Path(request["root"].removeprefix("file://")), plan)
    told = {"outcome": outcome, "effects": cutter.names, "cut": cutter.cut, "events": events}
    if request.get("is_looked_at"):
        return {**told, **left_behind(spark, plan, is_short=cutter.cut is not None)}
    name = f"{plan['schema']}.{plan['dataset']}"
    frames = {
        "target": frame_or_none(spark, name),
        "quarantine": frame_or_none(spark, f"{name}_quarantine", list(QUARANTINE)),
    }
    found = tables({key: frame for key, frame in frames.items() if frame is not None})
    return {**told, **{key: found.get(key) for key in frames}}


def forget_holders(root: Path, plan: Mapping[str, Any]) -> None:
    """A process that died is told by its number; this one plays on, and so its sign of life is taken away."""
    for sign in (root / plan["targetPath"] / "pistevo__locks").glob("*/*/*/holder.json"):
        sign.unlink()


def serve(handle: Callable[[Mapping[str, Any]], Mapping[str, Any]], lanes: int) -> None:
    """Answers requests until stdin ends, some side by side. An exception is the answer to its request, not the end."""
    telling = threading.Lock()

    def answer(request: Mapping[str, Any]) -> None:
        try:
            told: Mapping[str, Any] = handle(request)
        except Exception:
            told = {"trouble": traceback.format_exc()}
        Path(request["answer"]).write_text(json.dumps(told), encoding="utf-8")
        with telling:
            sys.stdout.write(f"{MARK}{request['answer']}\n")
            sys.stdout.flush()

    with ThreadPoolExecutor(lanes) as pool:
        for line in sys.stdin:
            pool.submit(answer, json.loads(line))


@contextmanager
def metastore_for(folder: Path, is_shared: bool) -> Iterator[str | None]:
    """With `is_shared` one that runs by itself, whose address drivers find in `metastore.uri`; else None."""
    if not is_shared:
        yield None
        return
    with metastore(folder) as address:
        (folder / "metastore.uri").write_text(address, encoding="ascii")
        yield address


if __name__ == "__main__":
    place, memory, *words = sys.argv[1:]
    with metastore_for(Path(place), "shared" in words) as uri:
        session = open_worker_session(Path(place), memory, uri, is_compiled="uncompiled" not in words)
        sys.stdout.write(f"{MARK}ready\n")
        sys.stdout.flush()
        serve(handler(session), 8 if "parallel" in words else 1)
        session.stop()
