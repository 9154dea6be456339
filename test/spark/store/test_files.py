"""Files through Hadoop's file systems, on the local disk."""

import hashlib

import pytest
from pistevo_runtime.store.files import Files
from pistevo_runtime.store.java_errors import is_java_error, java_class
from pistevo_runtime.store.paths import (
    has_scheme,
    join_path,
    name_of,
    parent_path,
    relative_path,
    resolve_path,
)


@pytest.fixture
def files(spark):
    return Files(spark)


@pytest.fixture
def folder(files, tmp_path):
    return files.qualify(str(tmp_path))


def test_names_with_blanks_signs_and_letters_of_any_script_come_back_as_they_are(files, folder):
    for name in ("a b.csv", "100%25.csv", "ü:x=1,y.csv", "日本.csv"):
        files.write_text(join_path(folder, name), name)
    found = {status.name: files.read_text(status.path) for status in files.list(folder)}
    assert sorted(files.names(folder)) == sorted(found)
    assert found == {name: name for name in ("a b.csv", "100%25.csv", "ü:x=1,y.csv", "日本.csv")}


def test_a_listing_is_in_the_order_of_the_bytes_of_names(files, folder):
    for name in ("b", "a", "B", "ä", "Z", "\U0001f600", "\uffee"):
        files.write_text(join_path(folder, name), "x")
    assert [status.name for status in files.list(folder)] == ["B", "Z", "a", "b", "ä", "\uffee", "\U0001f600"]


def test_what_is_not_there_is_told_without_an_error(files, folder):
    nowhere = join_path(folder, "nowhere")
    assert files.status(nowhere) is None
    assert files.list(nowhere) == []
    assert files.names(nowhere) == []
    files.delete(nowhere)
    assert files.rename(nowhere, join_path(folder, "other")) is False


def test_a_text_is_replaced_whole_and_leaves_nothing_beside_it(files, folder, tmp_path):
    place = join_path(folder, "current.json")
    files.write_text(place, "a long first text")
    files.write_text(place, "é")
    assert files.read_text(place) == "é"
    assert [path.name for path in tmp_path.iterdir()] == ["current.json"]


def test_a_file_is_created_once(files, folder):
    place = join_path(folder, "mark")
    assert files.create_text(place, "first") is True
    assert files.create_text(place, "second") is False
    assert files.read_text(place) == "first"


def test_a_copy_is_hashed_while_it_is_made_and_never_replaces(files, folder, tmp_path):
    content = bytes(range(256)) * 9000
    (tmp_path / "source.bin").write_bytes(content)
    source, target = join_path(folder, "source.bin"), join_path(folder, "deep/er/copy.bin")
    assert files.copy(source, target) == hashlib.sha256(content).hexdigest() == files.sha256(target)
    assert files.copy(source, target) is None
    assert [path.name for path in (tmp_path / "deep/er").iterdir()] == ["copy.bin"]


def test_errors_of_the_jvm_are_told_apart_by_class(files, folder):
    with pytest.raises(Exception) as caught:
        files.read_text(join_path(folder, "nowhere"))
    assert is_java_error(caught.value, "java.io.IOException")
    assert not is_java_error(caught.value, "java.lang.RuntimeException")
    assert java_class(caught.value) == "FileNotFoundException"


def test_bytes_are_read_from_anywhere(files, folder, tmp_path):
    (tmp_path / "bytes").write_bytes(bytes(range(100)))
    assert files.read_bytes(join_path(folder, "bytes"), limit=5, offset=90) == bytes(range(90, 95))
    assert files.read_bytes(join_path(folder, "bytes"), offset=95) == bytes(range(95, 100))


def test_the_tag_of_a_local_file_is_that_of_its_content(files, folder):
    place = join_path(folder, "a.csv")
    files.write_text(place, "id\n1\n")
    first = files.tag_of(files.status(place))
    files.write_text(place, "id\n2\n")
    second = files.tag_of(files.status(place))
    files.write_text(place, "id\n1\n")
    assert first != second
    assert files.tag_of(files.status(place)) == first


def test_a_rename_takes_no_place_that_is_taken(files, folder):
    for name in ("a", "b"):
        files.write_text(join_path(folder, name), name)
    assert files.rename(join_path(folder, "a"), join_path(folder, "b")) is False
    assert files.rename(join_path(folder, "a"), join_path(folder, "c/d")) is True
    assert sorted(status.path for status in files.walk(folder)) == [
        join_path(folder, "b"),
        join_path(folder, "c/d"),
    ]


def test_paths_are_joined_and_taken_apart_as_texts():
    assert join_path("s3a://b/x/", "/y/", "z") == "s3a://b/x/y/z"
    assert relative_path("file:/a", "file:/a/b/c") == "b/c"
    assert relative_path("file:/a", "file:/ab") is None
    assert resolve_path("file:/project", "./target/") == "file:/project/target"
    assert resolve_path("file:/project", "s3://bucket/x") == "s3://bucket/x"
    assert resolve_path("file:/project", "/data") == "/data"
    assert (parent_path("file:/a/b/"), name_of("file:/a/b/")) == ("file:/a", "b")
    assert has_scheme("file:///x") and not has_scheme("C:x")
