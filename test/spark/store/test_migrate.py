"""Giving a table the shape of its plan."""

import pytest
from pistevo_runtime.stop import RunStop
from pistevo_runtime.store.paths import join_path
from store.project import a_plan, a_stage

TS = "20270101000004"


def test_columns_are_renamed_dropped_cast_and_added(project):
    project.run(
        a_plan(project.schema, columns=("id:string", "name:string", "old:int")),
        [("1", "a", 7), ("2", None, 8)],
    )
    plan = a_plan(project.schema, columns=("id:int", "title:string:name", "paid:date"))
    with project.prepared(plan) as store:
        assert store.migrate(TS) == [
            "Renamed `name` to `title`.",
            "Dropped `old`.",
            "Changed `id` from string to int.",
            "Added `paid`.",
        ]
    assert project.rows() == [(1, "a", None), (2, None, None)]
    with project.prepared(plan) as store:
        assert store.migrate(TS) == []
        assert store.check_evolution(False) == []
        with pytest.raises(RunStop) as stopped:
            store.roll_back()
        assert stopped.value.code == "cannot_undo"


def test_a_cast_that_would_lose_a_value_is_refused_with_how_many(project):
    project.run(
        a_plan(project.schema, columns=("id:string", "name:string")), [("1", "a"), ("x", "b"), ("y", "c")]
    )
    with project.prepared(a_plan(project.schema)) as store:
        with pytest.raises(RunStop) as stopped:
            store.migrate(TS)
        store.abandon()
    assert stopped.value.code == "would_lose_values"
    assert "`id` cannot become int: 2 values do not fit." in stopped.value.message
    assert project.rows() == [("1", "a"), ("x", "b"), ("y", "c")]


def test_a_type_that_no_value_fits_is_refused_too(project):
    project.run(a_plan(project.schema, columns=("id:date", "name:string")), [("2020-01-01", "a")])
    plan = a_plan(project.schema, columns=("id:double", "name:string"))
    with project.prepared(plan) as store, pytest.raises(RunStop) as stopped:
        store.migrate(TS)
    assert stopped.value.code == "would_lose_values"


def test_a_column_that_is_masked_now_is_emptied_wherever_it_was_kept(project):
    plan = a_plan(project.schema)
    quarantined = project.spark.sql(
        "SELECT '20270101000001' AS ts, 'a.csv' AS file_name, 1L AS record, 1L AS line, "
        "CAST(NULL AS BIGINT) AS length, array('cast:id') AS reasons, map('id', 'q', 'name', 'Sesame') AS staged"
    )
    with project.prepared(plan) as store:
        rows = project.spark.sql("SELECT '1' AS id, 'Sesame' AS name, 'a.csv' AS file_name, '1' AS ts")
        rows.write.partitionBy("file_name", "ts").parquet(store.stage_folder)
        project.write(store, [(1, "Sesame")])
        store.commit(project.commit(store, [1], quarantine=quarantined, stage=a_stage()))
    first = store.context.run_id
    project.run(plan, [(1, "Sesame"), (2, "Sesame")])
    with project.prepared(plan) as store:
        store.roll_back()
    masked = a_plan(project.schema, columns=("id:int", "name:string:name:null"))
    with project.prepared(masked) as store:
        (step,) = store.migrate(TS)
    assert "Emptied `name`, which is masked now" in step
    assert project.rows() == [(1, None)]
    assert project.rows("claim_quarantine", "run_id, record, staged") == [
        (first, 1, {"id": "q", "name": None})
    ]
    assert project.rows("claim_stage") == []
    everything = list(project.files.walk(join_path(project.root, "target")))
    assert [status.path for status in everything if b"Sesame" in project.files.read_bytes(status.path)] == []
    assert any(status.path.endswith(".parquet") for status in everything)
    with project.prepared(masked) as store:
        assert [row.run_id for row in store.quarantine().collect()] == [first]
        assert store.ledger().staged == []
    later = project.run(masked, [(1, None)], quarantine=quarantined.where("false"))
    assert later != first
    assert len(project.rows("claim_quarantine")) == 1


def test_nothing_is_migrated_before_the_first_run(project):
    with project.prepared(a_plan(project.schema)) as store, pytest.raises(RunStop) as stopped:
        store.migrate(TS)
    assert stopped.value.code == "not_ingested"
