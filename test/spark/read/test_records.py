"""What a record is, and what is malformed: the cases of test/engine/read/read-records.test.ts."""

from __future__ import annotations

import gzip

import pytest
from pistevo_runtime.read.content_digest import content_digest
from pistevo_runtime.read.source_file import SourceFile
from pistevo_runtime.stop import RunStop
from pistevo_runtime.store.files import Files

from .conftest import Read, read_operation

TS = "20260101000000"


def fields(found):
    """Record, line and fields."""
    return [(row[1], row[2], *row[5:]) for row in found.rows]


def reasons(found):
    return [(row[3], row[5]) for row in found.malformed]


def test_numbers_records_from_the_header_on_and_lines_from_the_top(read: Read) -> None:
    found = read({"a.csv": b'\n\r\n"a\nx",b\n\n1,"two\nlines"\n3,4\n'}, read_operation(["a\nx", "b"]))
    assert fields(found) == [(1, 6, "1", "two\nlines"), (2, 8, "3", "4")]
    assert found.files == [("a.csv", 2, 0, 3)]


def test_gives_raw_the_columns_of_the_plan(read: Read) -> None:
    found = read(
        {"a.csv": b"b,A\n1,2\n", "b.csv": b"a,c\n3,4\n"},
        read_operation(["a", "b"]),
    )
    assert found.rows == [(0, 1, 2, "a.csv", TS, "2", "1"), (1, 1, 2, "b.csv", TS, "3", None)]
    assert found.events[:2] == [
        {"kind": "drift-seen", "file": "a.csv", "missing": [], "unknown": [], "isReordered": True},
        {"kind": "drift-seen", "file": "b.csv", "missing": ["b"], "unknown": ["c"], "isReordered": False},
    ]


def test_names_the_first_of_several_faults(read: Read) -> None:
    found = read(
        {"a.csv": b'a,b\n1\0\xff\n\xff""x"y"\nx"y"\n1,2,3\n'},
        read_operation(["a", "b"]),
    )
    assert reasons(found) == [
        (2, "malformed:nul"),
        (3, "malformed:encoding"),
        (4, "malformed:quote"),
        (5, "malformed:fields"),
    ]
    assert [row[4] for row in found.malformed] == [3, 7, 4, 5]


def test_reads_quotes_and_finds_those_that_do_not_fit(read: Read) -> None:
    sound = {
        '"a",b': ("a", "b"),
        '"",""""': ("", '"'),
        '"a,""b""",c': ('a,"b"', "c"),
        'a""b,c': ('a""b', "c"),
        '" a ", "" ': (" a ", ' "" '),
        '""a"",b': ('""a""', "b"),
        '"""",""""""': ('"', '""'),
        '"""a","b"""': ('"a', 'b"'),
    }
    bad = ['"a" ,b', ' "a",b', 'a"b",c', '"a"b,c', '""a",b,"c', '"""","x"y']
    text = "\n".join(["x,y", *sound, *bad, ""])
    found = read({"a.csv": text.encode()}, read_operation(["x", "y"]))
    assert fields(found) == [(at + 1, at + 2, *values) for at, values in enumerate(sound.values())]
    first = len(sound) + 2
    assert reasons(found) == [(first + at, "malformed:quote") for at in range(len(bad))]


def test_keeps_a_lone_cr_as_data_at_the_end_of_the_file_too(read: Read) -> None:
    found = read({"a.csv": b"a,b\n1\r,2\r\r\n3,4\r"}, read_operation(["a", "b"]))
    assert fields(found) == [(1, 2, "1\r", "2\r"), (2, 3, "3", "4\r")]


def test_names_the_line_where_a_quote_is_left_open(read: Read) -> None:
    with pytest.raises(RunStop) as stop:
        read({"a.csv": b'a,b\n1,2\n3,"4\n5,6\n'}, read_operation(["a", "b"]))
    assert (stop.value.status, stop.value.code) == ("rejected", "file_open_quote")
    assert "line 3" in stop.value.message


def test_a_digest_tells_records_not_their_order_quotes_or_line_ends(spark, tmp_path) -> None:
    files = Files(spark)

    def digest(content: bytes) -> str | None:
        (tmp_path / "a.csv").write_bytes(content)
        status = files.status(str(tmp_path / "a.csv"))
        assert status is not None
        source = SourceFile("a.csv", status.path, status.size_bytes, status.modified_ms, status.tag)
        return content_digest(spark, files, read_operation(["b"], on_drift="fail"), source)

    one = digest(b'a,b\n1,2\n3,"4"\n"x,y",z\n')
    assert one == digest(b'a,b\r\n"x,y","z"\r\n"1",2\r\n3,4\r\n')
    assert one != digest(b'a,b\n1,2\n3,4\n"x,y",Z\n')
    assert digest(b"a,b\n") == "md5:0"
    assert digest(b'a,b\n1,"2\n') is None


def test_refuses_what_is_not_the_gzip_it_seems(read: Read) -> None:
    whole = gzip.compress(b"a,b\n" + b"1,2\n" * 20_000, mtime=0)
    cases = {
        "file_damaged_gzip": {"a.csv": b"a,b\n1,2\n", "b.csv.gz": whole[:-20]},
        "file_open_quote": {"a.csv": b'a,b\n1,"2\n', "b.csv.gz": whole[:-20]},
        "file_not_gzip": {"a.csv.gz": b"a,b\n1,2\n"},
        "file_is_gzip": {"a.csv": whole},
        "file_expansion": {"a.csv.gz": gzip.compress(b"a,b\n" + b"1,2\n" * 400_000)},
        "file_format": {"a:b.csv": b"a,b\n1,2\n"},
    }
    for code, texts in cases.items():
        with pytest.raises(RunStop) as stop:
            read(texts, read_operation(["a", "b"]))
        assert (stop.value.status, stop.value.code) == ("rejected", code)
        (*_, last) = read.events
        assert (last["state"], last["reason"] in stop.value.message) == ("rejected", True)
    found = read({"a.csv.gz": whole + whole}, read_operation(["a"]))
    assert found.files == [("a.csv.gz", 40_001, 0, 0)]


@pytest.mark.spark4
def test_reads_a_gzip_whatever_its_name(read: Read) -> None:
    # The last one holds no more than its header has room for; lines end with a CR and begin with a mark.
    texts = [b"a,b\n1,2\n3,4\n", b"a,b\n" + b"1,2\n" * 30_000, b"\xef\xbb\xbfa,b\r\n1,2\r\n\r\n3,\r"]
    names = ["a.csv", "B.GZ", "[x]{y} ${a} \u65e5%41,b.bz2", "c.csv.gz", "it's;a=b&c#d?e.zst", "f*\\.csv.Gz"]
    whole = {name: gzip.compress(texts[at % 3]) for at, name in enumerate(sorted(names))}
    found = read(whole, read_operation(["a", "b"], compression="gzip"))
    counts = [(2, 0, 0), (30_000, 0, 0), (2, 0, 1)]
    assert found.files == [(name, *counts[at % 3]) for at, name in enumerate(sorted(names))]
    assert {row[3] for row in found.rows} == set(names)
    assert [row[1:3] + row[5:] for row in found.rows if row[3] == sorted(names)[2]] == [
        (1, 2, "1", "2"),
        (2, 4, "3", "\r"),
    ]
    # The same names, and other files under them.
    again = read(dict(zip(whole, reversed(whole.values()))), read_operation(["a", "b"], compression="gzip"))
    assert again.files == [(name, *counts[2 - at % 3]) for at, name in enumerate(sorted(names))]


@pytest.mark.spark4
def test_finds_the_damage_of_a_gzip_whatever_its_name(read: Read) -> None:
    whole = gzip.compress(b"a,b\n" + b"1,2\n" * 20_000, mtime=0)
    with pytest.raises(RunStop) as stop:
        read({"a.csv": whole, "b.csv": whole[:-9]}, read_operation(["a", "b"], compression="gzip"))
    assert stop.value.message.startswith("`b.csv` cannot be read: The gzip file is damaged (it ends early)")


@pytest.mark.spark4
def test_reads_plain_text_whatever_its_name_promises(read: Read) -> None:
    text = b"a,b\n1,2\n3,4\n"
    rows = [(1, 2, "1", "2"), (2, 3, "3", "4")]
    named = {f"a.csv.{ending}": text for ending in ("bz2", "deflate", "lz4", "snappy", "zst")}
    found = read({**named, "b.csv": text}, read_operation(["a", "b"]))
    assert found.files == [(name, 2, 0, 0) for name in [*named, "b.csv"]]
    assert fields(found) == rows * len(found.files)
    assert fields(read({"a.csv.gz": text}, read_operation(["a", "b"], compression="none"))) == rows
    # The second letter begins and ends with the bytes of a line end: such a file is decoded as a whole.
    wide = "a,b\n1,\u0a05\u0100\n".encode("utf-16")
    found = read({"a.csv.bz2": wide}, read_operation(["a", "b"], encoding="utf-16"))
    assert fields(found) == [(1, 2, "1", "\u0a05\u0100")]


def test_stops_at_headers_that_do_not_fit(read: Read) -> None:
    columns = ["a!", "b"]
    cases: list[tuple[str, bytes, str]] = [
        ("duplicate_header", b"a,A \n1,2\n", "warn"),
        ("missing_column", b"b,c\n1,2\n", "warn"),
        ("drift", b"a,b,c\n1,2,3\n", "fail"),
    ]
    for code, content, on_drift in cases:
        with pytest.raises(RunStop) as stop:
            read({"a.csv": content}, read_operation(columns, on_drift))
        assert (stop.value.status, stop.value.code) == ("rejected", code)
    found = read({"a.csv": b"a,b,,c\n1,2,3,4\n"}, read_operation(columns, "ignore"))
    assert [event["kind"] for event in found.events] == ["file-read"]
