"""A Hive metastore that runs by itself, from the jars of PySpark, with Derby inside: several drivers can share it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyspark

_OPENS = ("java.lang", "java.net", "java.util", "java.util.concurrent")


@contextmanager
def metastore(folder: Path) -> Iterator[str]:
    """The metastore's address (`thrift://…`) while the block lasts. Keeps everything below `folder`."""
    port = _free_port()
    jars = Path(pyspark.__file__).parent / "jars"
    settings = {
        "javax.jdo.option.ConnectionURL": f"jdbc:derby:;databaseName={folder}/metastore;create=true",
        "datanucleus.schema.autoCreateAll": "true",
        "hive.metastore.schema.verification": "false",
        "hive.metastore.warehouse.dir": (folder / "warehouse").as_uri(),
        # Its logging wants a library that Spark does not bring.
        "hive.async.log.enabled": "false",
    }
    java = Path(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else Path("java")
    command = [
        *(str(java), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        *(f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in _OPENS),
        *(f"-Dderby.stream.error.file={folder}/derby.log", "-cp", f"{jars}/*"),
        *("org.apache.hadoop.hive.metastore.HiveMetaStore", "-p", str(port)),
        *(word for name, value in settings.items() for word in ("--hiveconf", f"{name}={value}")),
    ]
    with Path(folder, "metastore.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        try:
            _wait_for(process, port)
            yield f"thrift://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait()


@contextmanager
def driver(script: Path, arguments: list[str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A Python process of its own that runs a script of these tests; ends with the block."""
    root = Path(__file__).parents[2]
    paths = os.pathsep.join([str(root / "scripts"), str(root / "test" / "spark")])
    environment = {**os.environ, "PYTHONPATH": paths, "SPARK_LOCAL_IP": "127.0.0.1"}
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, str(script), *arguments], env=environment, cwd=log.parent, stdout=out, stderr=out
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    while process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise RuntimeError("The metastore did not start; its log says why.")
