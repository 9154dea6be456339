"""What a source folder delivers: the cases of test/engine/files/discover.test.ts, through Hadoop's file system."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pistevo_runtime.read.discover import Discovery, discover
from pistevo_runtime.read.matches_glob import matches_glob
from pistevo_runtime.stop import RunStop
from pistevo_runtime.store.files import Files
from pyspark.sql import SparkSession

READ = {
    "path": "source/a/",
    "glob": "*.csv",
    "isRecursive": False,
    "settleSeconds": 0,
    "readyMarker": None,
    "orderBy": "path",
}
NOW_MS = 1_800_000_000_000


@dataclass(frozen=True)
class Known:
    run_id: str
    file: str
    size_bytes: int
    modified_ms: int
    tag: str


def find(
    spark: SparkSession, root: Path, known: tuple[Known, ...] = (), is_replace: bool = False, **changes: Any
) -> tuple[Discovery, list[Mapping[str, Any]]]:
    events: list[Mapping[str, Any]] = []
    found = discover(
        Files(spark),
        {**READ, **changes},
        str(root),
        known=known,
        now_ms=NOW_MS,
        is_replace=is_replace,
        emit=events.append,
    )
    return found, events


def deliver(root: Path, *names: str, content: bytes = b"a\n1\n") -> Path:
    folder = root / "source/a"
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
        os.utime(folder / name, ns=(10**18, 10**18))
    return folder


def test_takes_files_by_name_and_names_what_it_leaves(spark: SparkSession, tmp_path: Path) -> None:
    names = ["z.csv", "é.csv", "a b.csv", "a[1].csv", "B.csv", "_x.csv", ".y.csv", "t.csv.tmp", "u.part"]
    folder = deliver(tmp_path, *names, "w.filepart", "v.csv._COPYING_", "n.txt", "sub/s.csv")
    (folder / "link.csv").symlink_to(folder / "z.csv")
    (folder / "empty.csv").touch()
    found, events = find(spark, tmp_path)
    assert [one.file for one in found.new] == ["B.csv", "a b.csv", "a[1].csv", "z.csv", "é.csv"]
    assert [one.file for one in found.empty] == ["empty.csv"]
    assert dict(found.ignored) == {
        "_x.csv": "hidden",
        ".y.csv": "hidden",
        "t.csv.tmp": "unfinished",
        "u.part": "unfinished",
        "w.filepart": "unfinished",
        "v.csv._COPYING_": "unfinished",
        "n.txt": "glob",
        "link.csv": "symlink",
        "sub": "folder",
    }
    assert {event["state"] for event in events} == {"new", "ignored", "empty_file"}
    deep, _ = find(spark, tmp_path, isRecursive=True)
    assert "sub/s.csv" in [one.file for one in deep.new]


def test_waits_for_what_settles_and_for_the_marker(spark: SparkSession, tmp_path: Path) -> None:
    folder = deliver(tmp_path, "a.csv", "b.csv", "c.csv")
    os.utime(folder / "b.csv", ns=((NOW_MS - 500) * 10**6,) * 2)
    found, _ = find(spark, tmp_path, settleSeconds=1)
    assert ([one.file for one in found.new], [one.file for one in found.settling]) == (
        ["a.csv", "c.csv"],
        ["b.csv"],
    )
    by_time, _ = find(spark, tmp_path, orderBy="modified")
    assert [one.file for one in by_time.new] == ["a.csv", "c.csv", "b.csv"]
    waiting, _ = find(spark, tmp_path, readyMarker="_DONE")
    assert waiting.new == []
    assert "_DONE" in waiting.why_none
    (folder / "_DONE").touch()
    ready, _ = find(spark, tmp_path, readyMarker="_DONE")
    assert len(ready.new) == 3
    assert ready.ignored == []


def test_tells_leftovers_by_name_and_content(spark: SparkSession, tmp_path: Path) -> None:
    deliver(tmp_path, "a.csv", "b.csv", "c.csv")
    first, _ = find(spark, tmp_path)
    one = first.new[0]
    files = Files(spark)
    status = files.status(one.path)
    assert status is not None
    tag = files.tag_of(status)
    known = (
        Known("r1", "a.csv", one.size_bytes, one.modified_ms - 1, tag),
        Known("r2", "b.csv", one.size_bytes, one.modified_ms, "sha256:other"),
        Known("r3", "c.csv", one.size_bytes + 1, one.modified_ms, tag),
    )
    found, events = find(spark, tmp_path, known)
    assert [(left.file, left.run_id, left.tag) for left in found.leftovers] == [("a.csv", "r1", tag)]
    assert [new.file for new in found.new] == ["b.csv", "c.csv"]
    assert [event["state"] for event in events] == ["leftover", "new", "new"]
    replaced, _ = find(spark, tmp_path, known, is_replace=True)
    assert replaced.leftovers == []


def test_says_why_there_is_nothing(spark: SparkSession, tmp_path: Path) -> None:
    found, events = find(spark, tmp_path)
    assert "does not exist" in found.why_none
    assert events == []
    with pytest.raises(RunStop) as stop:
        find(spark, tmp_path, path="source/../../other/")
    assert (stop.value.status, stop.value.code) == ("failed", "path_outside")


def test_globs_know_two_wildcards() -> None:
    assert matches_glob("*.csv", "a.csv")
    assert matches_glob("a*b?c*", "axxbyc")
    assert matches_glob("[a].csv", "[a].csv")
    assert not matches_glob("[a].csv", "a.csv")
    assert not matches_glob("*.csv", "a.csv.gz")
    assert not matches_glob("?", "")
