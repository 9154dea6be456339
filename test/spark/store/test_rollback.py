"""Undoing the latest commit."""

import pytest
from pistevo_runtime.stop import RunStop
from pistevo_runtime.store import rollback
from store.project import DAY_MS, a_file, a_plan


def quarantined(project):
    return project.spark.sql(
        "SELECT '20270101000001' AS ts, 'b.csv' AS file_name, 1L AS record, 1L AS line, "
        "CAST(NULL AS BIGINT) AS length, array('cast:id') AS reasons, map('id', 'q') AS staged"
    )


def test_the_table_its_quarantine_and_its_ledger_are_what_they_were(project):
    plan = a_plan(project.schema)
    project.run(plan, [(1, "a")], files=[a_file("a.csv")])
    undone = project.run(plan, [(2, "b")], files=[a_file("b.csv")], quarantine=quarantined(project))
    assert len(project.rows("claim_quarantine")) == 1
    with project.prepared(plan) as store:
        done = store.roll_back()
    assert (done.run_id, done.target_rows, done.files) == (undone, 1, ["b.csv"])
    assert project.rows() == [(1, "a")]
    assert project.rows("claim_quarantine") == []
    assert len(project.rows("pistevo_runs")) == 1
    with project.prepared(plan) as store:
        ledger = store.ledger()
        assert [file.file for file in ledger.files] == ["a.csv"]
        # Later runs are later than the one that was undone.
        assert ledger.last_ts == "20270101000002"


def test_a_first_commit_that_is_undone_leaves_no_table(project):
    plan = a_plan(project.schema)
    project.run(plan, [(1, "a")])
    with project.prepared(plan) as store:
        assert store.roll_back().target_rows == 0
    assert not project.exists("claim")
    with project.prepared(plan) as store, pytest.raises(RunStop) as stopped:
        store.roll_back()
    assert stopped.value.code == "nothing_to_undo"
    project.run(plan, [(5, "e")])
    assert project.rows() == [(5, "e")]
    assert len(project.rows("pistevo_runs")) == 1


def test_a_commit_is_not_undone_when_the_rows_before_it_are_gone(project):
    plan = a_plan(project.schema)
    for number in range(4):
        project.run(plan, [(number, "a")])
        project.clock_ms += 30 * DAY_MS
    for _ in range(2):
        with project.prepared(plan) as store:
            store.roll_back()
    with project.prepared(plan) as store, pytest.raises(RunStop) as stopped:
        store.roll_back()
    assert stopped.value.code == "cannot_undo"
    assert "`pistevo reprocess claim --rebuild`" in stopped.value.message
    assert project.rows() == [(1, "a")]


def test_a_rollback_that_died_on_its_way_is_finished_by_the_next_run(project, monkeypatch):
    plan = a_plan(project.schema)
    project.run(plan, [(1, "a")])
    project.run(plan, [(2, "b")], quarantine=quarantined(project))

    def die(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), project.prepared(plan) as store, monkeypatch.context() as patch:
        patch.setattr(rollback, "follow", die)
        store.roll_back()
    assert project.rows() == [(1, "a")]
    with project.prepared(plan):
        assert project.rows("claim_quarantine") == []
