"""Finds the release that a submitted job runs: by the YAML files beside it alone, without a YAML reader."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyspark import SparkFiles
from pyspark.sql import SparkSession

CONFIG = "config.yaml"
SCHEMA = "tables_schema.yaml"
_FOLDERS = {CONFIG: "conf", SCHEMA: "schema"}

#: A top-level scalar on one line: the same expression as in engine/spark/published-path.ts.
_SCALAR = re.compile(
    r"^(artifacts_path|target_path)[ \t]*:[ \t]+"
    r"(?:'([^'\r\n]*)'|\"([^\"\\\r\n]*)\"|([^\s'\"&*!|>%@{}\[\],#?`-][^#\r\n]*?))[ \t]*(?:[ \t]#.*)?\r?$",
    re.MULTILINE,
)

#: As in `pistevo_runtime.session`, which is not there before a session is.
STATIC_SETTINGS: Mapping[str, str] = {
    "spark.io.encryption.enabled": "true",
    "spark.yarn.maxAppAttempts": "1",
    "spark.ui.showConsoleProgress": "false",
}


class RefusedError(Exception):
    """The job cannot begin: a stable word, and a sentence that says what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True)
class Release:
    """An immutable folder of plans and of the code that carries them out."""

    folder: str
    manifest: Mapping[str, Any]


def open_session(name: str) -> SparkSession:
    """The session of this driver, with Hive support."""
    builder = SparkSession.builder.appName(name).enableHiveSupport()
    for key, value in STATIC_SETTINGS.items():
        builder = builder.config(key, value)
    return builder.getOrCreate()


def find_file(name: str, script_folder: Path) -> Path | None:
    """A YAML file where `--files`, a checkout or a copy of the folder put it."""
    here = Path.cwd()
    sent = Path(SparkFiles.getRootDirectory())
    kind = _FOLDERS[name]
    plain: Iterable[Path] = (here, sent, script_folder)
    nested: Iterable[Path] = (here, script_folder, script_folder.parent)
    places = [folder / name for folder in plain] + [folder / kind / name for folder in nested]
    return next((place for place in places if place.is_file()), None)


def published_path(config_text: str) -> str | None:
    """Folder of artifacts by a configuration's text, ends with `/`; None when it is not written plainly."""
    found: dict[str, str] = {}
    for name, single, double, plain in _SCALAR.findall(config_text):
        found[name] = single or double or plain
    path = found.get("artifacts_path")
    if path is None and "target_path" in found:
        parent = found["target_path"].rstrip("/").rpartition("/")
        path = f"{parent[0]}{parent[1]}artifacts"
    if path is None or "${" in path:
        return None
    return path if path.endswith("/") else f"{path}/"


def artifacts_folder(config: Path) -> str:
    """Where releases are, read from the configuration beside the job; relative paths begin at the project's root."""
    path = published_path(config.read_bytes().decode("utf-8-sig"))
    if path is None:
        raise RefusedError(
            "no_artifacts_path",
            f"`{config}` does not say plainly where releases are; write `artifacts_path:` at its top level as one plain"
            " text, or pass `--artifacts_path`.",
        )
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", path) or path.startswith("/"):
        return path
    root = config.resolve().parent
    root = root.parent if root.name == _FOLDERS[CONFIG] else root
    return f"{root.as_uri()}/{path}"


def read_bytes(spark: SparkSession, path: str) -> bytes | None:
    """A whole file through Hadoop's file systems; None when it is not there."""
    jvm: Any = spark.sparkContext._jvm
    place = jvm.org.apache.hadoop.fs.Path(path)
    system = place.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())
    if not system.exists(place):
        return None
    stream = system.open(place)
    try:
        return bytes(jvm.org.apache.commons.io.IOUtils.toByteArray(stream))
    finally:
        stream.close()


def latest_release(spark: SparkSession, artifacts: str) -> str:
    """The folder that `current.json` points to now. It is looked at once: a run keeps the release it began with."""
    pointer = read_bytes(spark, f"{artifacts}current.json")
    if pointer is None:
        raise RefusedError(
            "not_published",
            f"There is no release in `{artifacts}`; run `pistevo publish`, then submit again.",
        )
    return f"{artifacts}releases/{json.loads(pointer)['release']}/"


def open_release(spark: SparkSession, folder: str) -> Release:
    """Reads the manifest, whose digest is the folder's name."""
    folder = folder if folder.endswith("/") else f"{folder}/"
    content = read_bytes(spark, f"{folder}manifest.json")
    if content is None:
        raise RefusedError(
            "not_published", f"There is no release at `{folder}`; run `pistevo publish`, then submit again."
        )
    name = folder.rstrip("/").rpartition("/")[2]
    if hashlib.sha256(content).hexdigest() != name:
        raise _damaged(folder, "manifest.json")
    return Release(folder, json.loads(content))


def read_part(spark: SparkSession, release: Release, name: str) -> bytes:
    """A file of the release, checked against the manifest."""
    known = release.manifest["files"].get(name)
    content = None if known is None else read_bytes(spark, f"{release.folder}{name}")
    if content is None or hashlib.sha256(content).hexdigest() != known["sha256"]:
        raise _damaged(release.folder, name)
    return content


def require_same_project(release: Release, files: Mapping[str, Path]) -> None:
    """Refuses a release that was compiled from other YAML files than those beside the job."""
    for name, path in files.items():
        compiled = release.manifest["compiledFrom"].get(f"{_FOLDERS[name]}/{name}")
        if compiled is not None and hashlib.sha256(path.read_bytes()).hexdigest() != compiled:
            raise RefusedError(
                "release_outdated",
                f"`{path}` is not what the published release was compiled from; run `pistevo publish`, then submit again.",
            )


def _damaged(folder: str, name: str) -> RefusedError:
    return RefusedError(
        "release_damaged",
        f"`{name}` of the release at `{folder}` is missing or not what was published; run `pistevo publish` again.",
    )
