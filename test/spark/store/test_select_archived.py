"""Finding the archived originals that are to be read again."""

import pytest
from pistevo_runtime.stop import RunStop
from pistevo_runtime.store.select_archived import Selection
from store.project import a_file, a_plan


@pytest.fixture
def history(project):
    plan = a_plan(project.schema)
    rows = project.spark.sql(
        "SELECT '20270101000001' AS ts, f AS file_name, n AS record, n AS line, CAST(NULL AS BIGINT) AS length, "
        "array('cast:id') AS reasons, map('id', 'q') AS staged FROM VALUES ('b.csv', 1L), ('b.csv', 2L) AS t(f, n)"
    )
    files = [a_file("a.csv", file_no=0), a_file("b.csv", file_no=1), a_file("twin.csv", state="redelivered")]
    first = project.run(plan, [(1, "a")], files=files, quarantine=rows)
    project.clock_ms += 1_000_000
    second = project.run(plan, [(2, "b")], files=[a_file("c.csv")])
    for run_id, name in ((first, "a.csv"), (first, "b.csv"), (second, "c.csv")):
        project.files.write_text(f"{project.root}/archive/claim/{run_id}/{name}", name)
    return plan, first, second


def select(project, plan, *selection):
    with project.prepared(plan) as store:
        found = store.select_archived(Selection(*selection))
        only = (
            None if found.only_records is None else sorted(tuple(row) for row in found.only_records.collect())
        )
        return [file.ledger.file for file in found.files], only


def test_originals_are_found_by_run_by_name_by_time_and_all_together(project, history):
    plan, first, _ = history
    assert select(project, plan, "run", first) == (["a.csv", "b.csv"], None)
    assert select(project, plan, "file", "c.csv") == (["c.csv"], None)
    assert select(project, plan, "all") == (["a.csv", "b.csv", "c.csv"], None)
    assert select(project, plan, "since", "2027-01-15T08:10:00Z") == (["c.csv"], None)
    assert select(project, plan, "run", "nothing") == ([], None)


def test_records_in_quarantine_are_numbered_as_the_files_of_the_run(project, history):
    plan, _, _ = history
    assert select(project, plan, "quarantined") == (["b.csv"], [(0, 1), (0, 2)])
    assert select(project, plan, "quarantined", "", True) == (["a.csv", "b.csv", "c.csv"], None)


def test_of_a_table_that_is_replaced_only_the_latest_delivery_counts(project, history):
    assert select(project, a_plan(project.schema, load="replace"), "all", "", True) == (["c.csv"], None)


def test_rows_of_an_append_are_not_added_twice(project, history):
    with project.prepared(a_plan(project.schema, load="append")) as store, pytest.raises(RunStop) as stopped:
        store.select_archived(Selection("all"))
    assert stopped.value.code == "would_duplicate"


def test_an_original_that_is_gone_is_named(project, history):
    plan, first, _ = history
    project.files.delete(f"{project.root}/archive/claim/{first}/a.csv")
    with project.prepared(plan) as store, pytest.raises(RunStop) as stopped:
        store.select_archived(Selection("run", first))
    assert stopped.value.code == "original_missing"
    assert "`a.csv`" in stopped.value.message
