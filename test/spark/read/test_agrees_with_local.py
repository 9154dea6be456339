"""Generated hostile files, read by Spark in tiny splits and by the local engine's reader: the same, to the last byte."""

from __future__ import annotations

import gzip
import json
import os
import random
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from pistevo_runtime.read.dialect import dialect_of
from pistevo_runtime.read.file_head import FileHead, read_head
from pistevo_runtime.read.header_names import plain_name
from pistevo_runtime.read.look import survey_files
from pistevo_runtime.read.read_delivery import read_delivery
from pistevo_runtime.read.rejection import RejectedFile
from pistevo_runtime.read.source_file import SourceFile
from pistevo_runtime.read.whole_records import find_fault
from pistevo_runtime.stop import RunStop
from pistevo_runtime.store.files import Files
from pyspark.sql import SparkSession

from .conftest import FORMAT, read_operation

#: Sound UTF-8 is told by other means there.
pytestmark = pytest.mark.spark4

ROOT = Path(__file__).parents[3]
COLUMNS = ["a", "b", "c"]

#: Texts made of the pieces that rules are about, so that every few bytes something is decided.
ODD = [
    ",",
    '"',
    '""',
    "\n",
    "\r\n",
    "\r",
    "a",
    "bc",
    "1",
    " ",
    "é",
    "€",
    "😀",
    "\ufeff",
    "\ufffd",
    "\u0a05\u0100",
]
SOUND = [
    "a,b,c\n",
    "x,,\n",
    "1,22,333\n",
    "é,ü,😀\n",
    '"q",b,c\n',
    '"l\nm",b,"c""d"\n',
    "p,q,r\r\n",
    "\n",
    "\r\n",
    "a,b\n",
    '"""","",""""""\n',
    'x,"1\r\n2\n\n3",y\r\n',
]
INVALID = [b"\0", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\x81", b"\xd8\x00\xdc", b"\x00\xd8"]


def make_text(dice: random.Random, encoding: str) -> bytes:
    """Some lines; now and then with bytes that mean nothing."""
    charset = {"utf-16": "utf-16-le", "iso-8859-1": "latin-1", "windows-1252": "cp1252"}.get(
        encoding, encoding
    )
    parts = [b"" if dice.random() < 0.1 else "a,b,c\n".encode(charset)]
    for _ in range(dice.randint(0, 40)):
        kind = dice.random()
        if kind < 0.3:
            parts.append(dice.choice(ODD).encode(charset, errors="ignore"))
        elif kind < 0.97:
            parts.append(dice.choice(SOUND).encode(charset, errors="ignore"))
        else:
            # U+FFFF stands for what is no character in UTF-16; it is none itself.
            parts.append(dice.choice([one for one in INVALID if encoding != "utf-16" or b"\xff" not in one]))
    if encoding == "utf-16" and dice.random() < 0.5:
        return b"\xff\xfe" + b"".join(parts)
    if encoding == "utf-16" and dice.random() < 0.5:
        whole = b"".join(parts)
        whole = whole[: len(whole) // 2 * 2]
        swapped = bytes(byte for at in range(0, len(whole), 2) for byte in (whole[at + 1], whole[at]))
        return b"\xfe\xff" + swapped
    if dice.random() < 0.2:
        parts.insert(0, b"\xef\xbb\xbf")
    return b"".join(parts)


@pytest.fixture
def tiny_splits(spark: SparkSession) -> Iterator[None]:
    """Files fall into splits of a few bytes."""
    names = ["spark.sql.files.maxPartitionBytes", "spark.sql.files.openCostInBytes"]
    before = {name: spark.conf.get(name) for name in names}
    spark.conf.set(names[0], "150b")
    spark.conf.set(names[1], "0b")
    yield
    for name, value in before.items():
        spark.conf.set(name, value or "")


def expected_of(folder: Path, names: Sequence[str], format_: Mapping[str, Any]) -> list[dict[str, Any]]:
    cases = [{"file": name, "format": format_, "columns": len(COLUMNS)} for name in names]
    (folder / "cases.json").write_text(json.dumps(cases))
    program = [ROOT / "node_modules/.bin/tsx", ROOT / "test/spark/read/read-with-local.ts", folder]
    answer = subprocess.run(program, check=True, capture_output=True, timeout=300)
    results: list[dict[str, Any]] = json.loads(answer.stdout)
    return results


def rejection_of(error: RejectedFile | None) -> tuple[str, int | None] | None:
    return None if error is None else (error.kind, error.line)


def look_at(
    spark: SparkSession, folder: Path, names: Sequence[str], format_: Mapping[str, Any]
) -> tuple[list[tuple[SourceFile, FileHead]], dict[str, tuple[str, int | None] | None]]:
    """The files whose headers can be read, and what each file is refused for."""
    files, dialect = Files(spark), dialect_of(format_)
    found: dict[str, tuple[str, int | None] | None] = {}
    heads: list[tuple[SourceFile, FileHead]] = []
    for name in names:
        status = files.status(str(folder / name))
        assert status is not None
        source = SourceFile(name, status.path, status.size_bytes, status.modified_ms, status.tag)
        try:
            heads.append((source, read_head(files, source, format_, dialect)))
        except RejectedFile as error:
            found[name] = rejection_of(error)
    looked = survey_files(spark, files, heads, format_, dialect)
    for (source, _), file in zip(heads, looked.files):
        fault = file.fault or find_fault(looked.lines, file.splits, file.ends, file.is_terminated)
        found[source.file] = rejection_of(fault)
    return heads, found


def rejections(expected: Mapping[str, Mapping[str, Any]]) -> dict[str, tuple[str, int | None] | None]:
    return {
        name: None if one["kind"] == "complete" else (one["rejection"], one["line"])
        for name, one in expected.items()
    }


#: Kinds of format, how many files of each every run of the tests takes, and how many with `PISTEVO_READ_ALL`.
CASES: list[tuple[dict[str, Any], int, int]] = [
    ({}, 30, 60),
    ({"hasHeader": False}, 25, 60),
    ({"quote": ""}, 0, 20),
    ({"delimiter": "|", "quote": "'"}, 0, 30),
    ({"delimiter": "§"}, 0, 30),
    ({"delimiter": "\t", "hasHeader": False}, 0, 30),
    ({"encoding": "iso-8859-1"}, 0, 30),
    ({"encoding": "windows-1252", "hasHeader": False}, 8, 30),
    ({"encoding": "utf-16"}, 0, 40),
    ({"encoding": "utf-16", "hasHeader": False}, 12, 40),
    ({"compression": "auto"}, 0, 20),
]
SEED = os.environ.get("PISTEVO_READ_SEED", "20261123")
HAS_ALL = "PISTEVO_READ_ALL" in os.environ
WANTED = [(changes, many if HAS_ALL else few) for changes, few, many in CASES if HAS_ALL or few > 0]


@pytest.mark.parametrize(("changes", "count"), WANTED, ids=str)
def test_spark_reads_what_the_local_engine_reads(
    spark: SparkSession, tiny_splits: None, tmp_path: Path, changes: Mapping[str, Any], count: int
) -> None:
    dice = random.Random(f"{SEED} {changes}")
    format_ = {**FORMAT, **changes}
    is_gzip = changes == {"compression": "auto"}
    files = Files(spark)
    names = [f"case {at}{'.csv.gz' if is_gzip else '.csv'}" for at in range(count)]
    for name in names:
        content = make_text(dice, format_["encoding"])
        if format_["delimiter"] != ",":
            target = format_["delimiter"].encode("utf-8")
            content = content.replace(b",", target).replace(b'"', format_["quote"].encode())
        (tmp_path / name).write_bytes(gzip.compress(content) if is_gzip else content)
    expected = dict(zip(names, expected_of(tmp_path, names, format_)))

    heads, found = look_at(spark, tmp_path, names, format_)
    assert found == rejections(expected)

    twice = {name for name, one in expected.items() if one.get("duplicates")}
    good = [source for source, _ in heads if found[source.file] is None and source.file not in twice]
    operation = read_operation(COLUMNS, **changes)
    delivery = read_delivery(spark, files, operation, good, "1", lambda _: None)
    rows: dict[str, list[Any]] = {source.file: [] for source in good}
    for row in delivery.raw.collect():
        rows[row["file_name"]].append([row["_record"], row["_line"], list(row[5:])])
    told = {
        one.source.file: one
        for one in delivery.finish({at: len(rows[source.file]) for at, source in enumerate(good)})
    }
    malformed: dict[str, list[Any]] = {source.file: [] for source in good}
    for row in delivery.malformed.collect():
        malformed[row["file_name"]].append([row["record"], row["line"], row["length"], row["reason"]])
    delivery.close()
    for name in rows:
        wanted = expected[name]
        places = {plain_name(title): at for at, title in enumerate(wanted["header"])}
        fields = (
            range(len(COLUMNS)) if not format_["hasHeader"] else [places.get(column) for column in COLUMNS]
        )
        shown = [
            [record, line, [None if at is None else values[at] for at in fields]]
            for record, line, values in sorted(wanted["rows"])
        ]
        assert sorted(rows[name]) == shown, name
        faults = [[one["record"], one["line"], one["lengthBytes"], one["reason"]] for one in wanted["faults"]]
        assert sorted(malformed[name]) == sorted(faults), name
        counts = (wanted["countedRecords"], wanted["malformed"], wanted["blankLines"])
        assert (told[name].records, told[name].malformed, told[name].blank_lines) == counts, name


def test_refuses_what_the_local_engine_refuses(
    spark: SparkSession, tiny_splits: None, tmp_path: Path
) -> None:
    def lines(count: int) -> str:
        return "x\n" * count

    texts = {
        "1000 lines": f'a\nb\n"{lines(999)}"\nc\n',
        "1001 lines": f'a\nb\n"{lines(1000)}"\nc\n',
        "1000 lines at the end": f'a\n"{lines(999)}"',
        "1001 lines at the end": f'a\n"{lines(1000)}"',
        "open": f'a\n\nb\n"{lines(3)}',
        "open for 1000 lines": f'a\n"{lines(999)}"x"\n',
        "open for 1000 lines, no line end": f'a\n"{lines(999)}x',
        "open for 999 lines": f'a\n"{lines(999)}',
        "open for 1001 lines": f'a\n"{lines(1001)}',
        "open for 3000 short lines": 'a\n"b"\nc"\n' + "\n" * 3000 + f'"{lines(100)}"\n',
        "long and then open": f'a\n"{lines(1200)}"\n"',
        "open header": '"a\nb\nc',
        "long header": f'"a{lines(1001)}"\n1\n',
        "nothing": "\n\r\n",
    }
    names = [f"{name}.csv" for name in texts]
    for name, text in texts.items():
        (tmp_path / f"{name}.csv").write_bytes(text.encode())
    expected = dict(zip(names, expected_of(tmp_path, names, FORMAT)))
    _, found = look_at(spark, tmp_path, names, FORMAT)
    assert found == rejections(expected)


def damage(whole: bytes) -> dict[str, bytes]:
    """The same gzip, damaged in each way that there is."""
    middle = len(whole) // 2
    return {
        "cut in its header": whole[:7],
        "cut in its body": whole[:middle],
        "cut in its trailer": whole[:-3],
        "bits turned over": whole[:middle]
        + bytes(byte ^ 255 for byte in whole[middle : middle + 9])
        + whole[middle + 9 :],
        "wrong checksum": whole[:-8] + bytes([whole[-8] ^ 1]) + whole[-7:],
        "wrong size": whole[:-1] + bytes([whole[-1] ^ 1]),
        "a byte behind": whole + b"\0",
        "blanks behind": whole + b"\0" * 40,
        "a word behind": whole + b"text",
        "a text behind": whole + b"text that is long",
        "a second one, cut in its header": whole + whole[:5],
        "a second one, cut": whole + whole[:middle],
    }


@pytest.mark.parametrize("count", [30, 40_000])
@pytest.mark.parametrize("header", ["a,b", "a,a"])
def test_tells_a_damaged_gzip_as_the_local_engine_does(
    spark: SparkSession, tmp_path: Path, count: int, header: str
) -> None:
    dice = random.Random(SEED)
    text = "".join(f"{at},{dice.getrandbits(64):x}\n" for at in range(count))
    contents = damage(gzip.compress(f"{header}\n{text}".encode(), mtime=0))
    names = [f"{name}.csv.gz" for name in contents]
    for name, content in zip(names, contents.values()):
        (tmp_path / name).write_bytes(content)
    expected = expected_of(tmp_path, names, FORMAT)
    files = Files(spark)
    told = {}
    for name in names:
        status = files.status(str(tmp_path / name))
        assert status is not None
        source = SourceFile(name, status.path, status.size_bytes, status.modified_ms, status.tag)
        with pytest.raises(RunStop) as stop:
            read_delivery(spark, files, read_operation(["a", "b"]), [source], "1", lambda _: None)
        told[name] = "its header" if stop.value.code == "duplicate_header" else stop.value.message
    for name, one in zip(names, expected):
        is_seen = header == "a,a" and "header" in one
        assert told[name] == "its header" if is_seen else one["message"] in told[name], name
    by_header = list(told.values()).count("its header")
    # Of a large file it is seen before the damage is, but where that is in the header of the gzip.
    assert by_header == (0 if header == "a,b" or count == 30 else 11)
    causes = [message.split("(")[1].split(")")[0] for message in told.values() if message != "its header"]
    assert header == "a,a" or (causes.count("it ends early"), causes.count("it is broken")) == (5, 7)


def test_refuses_a_record_of_more_than_16_mib(spark: SparkSession, tmp_path: Path) -> None:
    most = 16 * 1024 * 1024
    texts = {
        "line": "x" * most,
        "line and a bit": "x" * (most + 1),
        "quoted": f'"{"x" * (most - 3)}\n"',
        "quoted and a bit": f'"{"x" * (most - 2)}\n"',
    }
    names = [f"{name}.csv" for name in texts]
    for name, text in texts.items():
        (tmp_path / f"{name}.csv").write_bytes(f"a\r\nb\r\n{text}\r\n".encode())
    expected = dict(zip(names, expected_of(tmp_path, names, FORMAT)))
    _, found = look_at(spark, tmp_path, names, FORMAT)
    assert found == rejections(expected)
    assert found["line and a bit.csv"] == ("record-too-long", 3)
