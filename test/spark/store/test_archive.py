"""Moving what was read out of the source: copy, verify, delete; again after any interruption."""

import pytest
from pistevo_runtime.store.archive import ToArchive, archive_files
from pistevo_runtime.store.context import places_of
from pistevo_runtime.store.files import part_of
from pistevo_runtime.store.paths import join_path, parent_path
from store.project import a_plan


class Bench:
    def __init__(self, project):
        self.files = project.files
        self.source = join_path(project.root, "source/a b.csv")
        self.files.write_text(self.source, "id\n1\n")
        self.places = places_of(self.files, a_plan("x"), project.root)
        self.target = self.places.archived("r1", "in/a b.csv")
        self.told = []
        status = self.files.status(self.source)
        self.item = ToArchive(
            status.path, "in/a b.csv", status.size_bytes, status.modified_ms, self.files.tag_of(status), "r1"
        )

    def archive(self, item=None):
        return archive_files(self.files, self.places, [item or self.item], self.told.append)

    @property
    def messages(self):
        return [event["message"] for event in self.told]


@pytest.fixture
def bench(project):
    return Bench(project)


def test_a_file_is_in_the_archive_and_no_longer_in_the_source(bench):
    assert bench.archive() == 1
    assert bench.files.read_text(bench.target) == "id\n1\n"
    assert bench.files.status(bench.source) is None
    assert bench.told == []


def test_what_an_interrupted_run_copied_is_not_copied_again(bench):
    bench.files.copy(bench.source, bench.target)
    assert bench.archive() == 1
    assert bench.files.status(bench.source) is None
    assert bench.archive() == 1


def test_a_file_that_no_run_commits_goes_where_a_run_that_died_began_to_put_it(project):
    plan = a_plan(project.schema)
    files = project.files
    with pytest.raises(KeyboardInterrupt), project.prepared(plan) as dead:
        files.write_text(part_of(dead.context.places.archived(dead.context.run_id, "begun.csv")), "i")
        files.write_text(dead.context.places.archived(dead.context.run_id, "whole.csv"), "id")
        dead._lock.release = lambda: None
        raise KeyboardInterrupt
    forget_holder(project, dead)
    with project.prepared(plan) as store:
        assert store.archive_of("begun.csv") == dead.context.run_id
        assert store.archive_of("whole.csv") == dead.context.run_id
        assert store.archive_of("other.csv") == store.context.run_id
    with project.prepared(plan) as later:
        assert later.archive_of("whole.csv") == later.context.run_id


def forget_holder(project, store):
    """The process that died is this one, which lives: its sign of life is taken away."""
    for status in project.files.walk(store.context.places.locks):
        if status.name == "holder.json":
            project.files.delete(status.path)


def test_many_files_are_moved_each_to_its_own_place(bench):
    items = []
    for number in range(20):
        path = join_path(parent_path(bench.source), f"{number}.csv")
        bench.files.write_text(path, str(number))
        status = bench.files.status(path)
        tag = bench.files.tag_of(status)
        items.append(ToArchive(path, f"{number}.csv", status.size_bytes, status.modified_ms, tag, "r1"))
    assert archive_files(bench.files, bench.places, items, bench.told.append) == 20
    places = [bench.places.archived("r1", item.file) for item in items]
    assert [bench.files.read_text(place) for place in places] == [str(number) for number in range(20)]


def test_half_a_copy_never_has_the_name_of_the_file(bench):
    bench.files.write_text(bench.target.replace("a b.csv", ".a b.csv.part"), "id")
    assert bench.archive() == 1
    assert bench.files.read_text(bench.target) == "id\n1\n"


def test_a_file_that_changed_after_it_was_read_stays_in_the_source(bench):
    bench.files.write_text(bench.source, "id\n2\n")
    assert bench.archive() == 0
    assert bench.files.read_text(bench.source) == "id\n2\n"
    assert bench.files.status(bench.target) is None
    assert "changed after it was read" in bench.messages[0]


def test_another_file_in_the_place_is_not_replaced(bench):
    bench.files.write_text(bench.target, "id\n9\n")
    assert bench.archive() == 0
    assert bench.files.read_text(bench.target) == "id\n9\n"
    assert bench.files.status(bench.source) is not None
    assert "another file is in its place" in bench.messages[0]


def test_a_file_that_is_in_neither_place_is_told(bench):
    bench.files.delete(bench.source)
    assert bench.archive() == 0
    assert "no longer in the source folder" in bench.messages[0]


def test_no_path_leads_out_of_the_archive(bench):
    item = ToArchive(bench.item.path, "../../x.csv", 6, bench.item.modified_ms, bench.item.tag, "r1")
    assert bench.archive(item) == 0
    assert "leads out of the archive" in bench.messages[0]
    assert bench.files.status(bench.source) is not None
