"""What a run that died left behind is finished or undone by the next."""

import json

import pytest
from pistevo_runtime.stop import RunStop
from pistevo_runtime.store import followers, metastore
from pistevo_runtime.store.files import unfinished_of
from pistevo_runtime.store.paths import join_path
from store.project import a_file, a_plan, a_stage


class Killed(BaseException):
    """Stands for the end of the process: no handler of the runtime catches it."""


def die(*_):
    raise Killed


def folders(project):
    return {status.name for status in project.files.list(join_path(project.root, "target/claim__v"))}


def test_what_a_run_wrote_before_its_commit_is_removed(project):
    plan = a_plan(project.schema)
    project.run(plan, [(1, "a")])
    with pytest.raises(Killed), project.prepared(plan) as dead:
        project.write(dead, [(2, "b")])
        raise Killed
    assert dead.context.run_id in folders(project)
    with project.prepared(plan) as store:
        assert store.ledger().target_rows == 1
    assert dead.context.run_id not in folders(project)
    assert project.rows() == [(1, "a")]


def test_a_commit_whose_table_never_moved_did_not_happen(project):
    plan = a_plan(project.schema)
    project.run(plan, [(1, "a")])
    with pytest.raises(Killed), project.prepared(plan) as dead:
        project.write(dead, [(2, "b")])
        dead.commit(project.commit(dead, [1], files=[a_file("b.csv")], on_point_of_no_return=die))
    with project.prepared(plan) as store:
        assert [file.file for file in store.ledger().files] == []
    assert project.rows() == [(1, "a")]
    # Its process may only have been very slow: its folder stays until nobody can wait for it any more.
    assert dead.context.run_id in folders(project)


def test_a_commit_whose_other_tables_did_not_follow_is_finished(project, monkeypatch):
    plan = a_plan(project.schema)
    store = project.store(plan)
    with pytest.raises(Killed), store.locked():
        store.prepare()
        rows = project.spark.sql("SELECT '1' AS id, '' AS name, 'a.csv' AS file_name, '20270101000001' AS ts")
        rows.write.partitionBy("file_name", "ts").parquet(store.stage_folder)
        project.write(store, [(1, "a")])
        with monkeypatch.context() as patch:
            patch.setattr(metastore, "add_partitions", die)
            store.commit(project.commit(store, [1], files=[a_file()], stage=a_stage()))
    assert project.rows() == [(1, "a")]
    with project.prepared(plan) as later:
        assert [file.file for file in later.ledger().files] == ["a.csv"]
        assert [run.run_id for run in later.ledger().staged] == [store.context.run_id]
    assert len(project.rows("claim_stage")) == 1
    assert len(project.rows("pistevo_runs")) == 1


def test_tables_that_cannot_follow_are_a_warning_and_the_next_run_mends_them(project, monkeypatch):
    plan = a_plan(project.schema)
    project.run(plan, [(1, "a")])

    def fail(*_):
        raise OSError("no")

    with monkeypatch.context() as patch:
        patch.setattr(followers, "_staged", fail)
        run_id = project.run(plan, [(2, "b")])
    assert [event["code"] for event in project.warnings()] == ["tables_behind"]
    assert project.rows() == [(2, "b")]
    assert len(project.rows("pistevo_runs")) == 1
    with project.prepared(plan) as store:
        assert store.ledger().latest_run == run_id
    assert len(project.rows("pistevo_runs")) == 2


def test_a_table_of_ours_that_somebody_dropped_is_made_again(project):
    plan = a_plan(project.schema)
    project.run(plan, [(1, "a")])
    project.spark.sql(f"DROP TABLE {project.schema}.pistevo_commits")
    project.run(plan, [(2, "b")])
    assert len(project.rows("pistevo_runs")) == 2
    assert project.warnings() == []


def test_views_of_the_ledger_that_a_first_run_did_not_come_to_make_are_made_by_the_next(project, monkeypatch):
    plan = a_plan(project.schema)
    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr("pistevo_runtime.store.followers.make_ledger_views", die)
        project.run(plan, [(1, "a")])
    assert not project.exists("pistevo_runs")
    project.run(plan, [(2, "b")])
    assert len(project.rows("pistevo_runs")) == 2
    assert project.exists("pistevo_deliveries")


def test_a_record_that_a_run_died_over_does_not_stay_half_written(project):
    plan = a_plan(project.schema)
    store = project.store(plan)
    store._lock.take(store.context.run_id, "x")
    half = unfinished_of(store.context.places.record(store.context.run_id))
    project.files.write_text(half, "{")
    store._lock._stopping.set()
    for status in project.files.walk(store.context.places.locks):
        if status.name == "holder.json":
            project.files.delete(status.path)
    with project.prepared(plan):
        assert project.files.status(half) is None


def test_a_target_that_somebody_dropped_is_not_started_anew_in_silence(project):
    plan = a_plan(project.schema)
    run_id = project.run(plan, [(1, "a")])
    project.spark.sql(f"DROP TABLE {project.schema}.claim")
    store = project.store(plan)
    with store.locked(), pytest.raises(RunStop) as stopped:
        store.prepare()
    assert stopped.value.code == "table_missing"
    again = project.store(plan)
    with again.locked():
        assert again.adopt("20280101000000") == [
            f"Brought `{project.schema}.claim` back as run `{run_id}` left it."
        ]
    assert project.rows() == [(1, "a")]


def test_a_replacement_of_the_table_that_was_cut_short_is_finished(project, monkeypatch):
    project.run(a_plan(project.schema), [(1, "a")])
    other = a_plan(project.schema, columns=("id:string",))
    with pytest.raises(Killed), project.prepared(other) as dead:
        project.write(dead, [("x",)])
        with monkeypatch.context() as patch:
            patch.setattr("pistevo_runtime.store.reshape.finish_replacement", die)
            dead.commit(project.commit(dead, [1], is_whole=True))
    assert not project.exists("claim")
    with project.prepared(other) as store:
        assert store.ledger().latest_run == dead.context.run_id
    assert project.rows() == [("x",)]
    assert not project.exists("claim__before")


def test_a_ledger_that_cannot_be_read_stops_the_run(project):
    plan = a_plan(project.schema)
    run_id = project.run(plan, [(1, "a")])
    project.files.write_text(
        join_path(project.root, f"target/claim__v/{run_id}/commit.json"), json.dumps({"v": 1})
    )
    store = project.store(plan)
    with store.locked(), pytest.raises(RunStop) as stopped:
        store.prepare()
    assert stopped.value.code == "ledger_damaged"
    assert project.rows() == [(1, "a")]
