"""One contender in a process of its own: `contender.py <kind> <job.json>`; prints what it took as JSON.

Session start is told apart. Each contender first does the same small work, so that none of them measures a cold JVM.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pyspark.sql import SparkSession

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parents[1] / "scripts"))


def read_meter() -> tuple[float, float]:
    """Wall time, and CPU seconds of this process with all that it started, as far as /proc tells."""
    return time.monotonic(), tree_seconds(os.getpid())


def tree_seconds(root: int) -> float:
    ticks = os.sysconf("SC_CLK_TCK")
    parents: dict[int, int] = {}
    seconds: dict[int, float] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = folder.joinpath("stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(folder.name)] = int(fields[1])
        # User and system time, of the process and of those of its children that have ended.
        seconds[int(folder.name)] = sum(int(field) for field in fields[11:15]) / ticks
    return sum(spent for pid, spent in seconds.items() if descends(pid, root, parents))


def descends(pid: int, root: int, parents: Mapping[int, int]) -> bool:
    while pid not in (root, 0, 1):
        pid = parents.get(pid, 0)
    return pid == root


def open_session(job: Mapping[str, Any]) -> SparkSession:
    from pistevo_runtime.session import SESSION, STATIC, prepare_session

    folder = Path(job["folder"])
    settings = {
        "spark.driver.memory": job["memory"],
        "spark.ui.enabled": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.local.dir": str(folder / "local"),
        "spark.sql.warehouse.dir": (folder / "warehouse").as_uri(),
        "spark.hadoop.javax.jdo.option.ConnectionURL": "jdbc:derby:memory:bench;create=true",
        "spark.driver.extraJavaOptions": f"-Dderby.system.home={folder} -Djava.io.tmpdir={folder}",
    }
    builder = SparkSession.builder.master(job["master"]).appName("bench").enableHiveSupport()
    for name, value in {**STATIC, **SESSION, **settings}.items():
        builder = builder.config(name, value)
    spark = prepare_session(builder.getOrCreate())
    spark.sparkContext.setLogLevel("ERROR")
    return spark


def main(kind: str, job: Mapping[str, Any]) -> None:
    began = time.monotonic()
    spark = open_session(job)
    started = time.monotonic() - began
    contender = importlib.import_module(kind)
    contender.prepare(spark, job)
    before = read_meter()
    rows, end = contender.run(spark, job, read_meter)
    result = {
        "startSeconds": started,
        "seconds": end[0] - before[0],
        "cpuSeconds": end[1] - before[1],
        "rows": rows,
    }
    print("RESULT " + json.dumps(result))
    spark.stop()


if __name__ == "__main__":
    main(sys.argv[1], json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")))
