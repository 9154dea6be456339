"""Opens Spark, loads the code that a release pins, and lets it carry out the plan."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import tempfile
import threading
from argparse import Namespace
from pathlib import Path
from types import FrameType

from pyspark.sql import SparkSession
from utils import (
    CONFIG,
    SCHEMA,
    RefusedError,
    Release,
    artifacts_folder,
    find_file,
    latest_release,
    open_release,
    open_session,
    read_part,
    require_same_project,
)

_RUNTIME = "runtime.zip"
_REFUSED = 2


def process_dataset(arguments: Namespace, script_folder: Path) -> int:
    """Carries out what the arguments ask for; answers the exit code."""
    stop = threading.Event()

    def ask_to_stop(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, ask_to_stop)
    if arguments.events:
        _tell({"kind": "driver", "pid": os.getpid(), "host": socket.gethostname()})
    spark = open_session(f"pistevo {arguments.action} {arguments.dataset_name}")
    # Spark has put its own there, which breaks off whatever line is being run.
    signal.signal(signal.SIGINT, ask_to_stop)
    try:
        release = find_release(spark, arguments, script_folder)
        with tempfile.TemporaryDirectory(prefix="pistevo-runtime-") as folder:
            _load_runtime(spark, release, Path(folder))
            from pistevo_runtime.main import main

            return main(
                spark, arguments, release.manifest, lambda name: read_part(spark, release, name), stop
            )
    except RefusedError as refused:
        return _refuse(arguments, refused)
    finally:
        spark.stop()


def find_release(spark: SparkSession, arguments: Namespace, script_folder: Path) -> Release:
    """The release that was named, or the one that the YAML files beside the job belong to."""
    if arguments.release is not None:
        return open_release(spark, arguments.release)
    found = {name: find_file(name, script_folder) for name in (CONFIG, SCHEMA)}
    beside = {name: path for name, path in found.items() if path is not None}
    if arguments.artifacts_path is not None:
        path = arguments.artifacts_path
        artifacts = path if path.endswith("/") else f"{path}/"
    elif CONFIG in beside:
        artifacts = artifacts_folder(beside[CONFIG])
    else:
        raise RefusedError(
            "no_config",
            f"There is no `{CONFIG}` beside this job; pass `--files {CONFIG},{SCHEMA}` to spark-submit, or start it in"
            " the project's folder.",
        )
    release = open_release(spark, latest_release(spark, artifacts))
    require_same_project(release, beside)
    return release


def _load_runtime(spark: SparkSession, release: Release, folder: Path) -> None:
    """Puts the release's own code before any other of that name, from an archive that it keeps in `folder`."""
    archive = folder / _RUNTIME
    archive.write_bytes(read_part(spark, release, _RUNTIME))
    sys.path.insert(0, str(archive))


def _refuse(arguments: Namespace, refused: RefusedError) -> int:
    if arguments.events:
        outcome = {"kind": "outcome", "status": "failed", "exitCode": _REFUSED, "code": refused.code}
        _tell({**outcome, "reason": refused.message, "counts": {}, "places": {}})
    else:
        sys.stderr.write(f"{refused.message}\n")
    return _REFUSED


def _tell(event: object) -> None:
    sys.stdout.write(f"PISTEVO {json.dumps(event, separators=(',', ':'))}\n")
    sys.stdout.flush()
