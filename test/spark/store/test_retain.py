"""What is kept and what is not."""

from pistevo_runtime.store.paths import join_path
from store.project import DAY_MS, a_file, a_plan, a_stage


def has(project, run_id, part):
    return project.files.status(join_path(project.root, f"target/claim__v/{run_id}/{part}")) is not None


def test_the_current_snapshot_two_before_it_and_young_ones_are_kept(project):
    plan = a_plan(project.schema)
    runs = [project.run(plan, [(1, "a")], files=[a_file()])]
    for days in (1, 1, 1, 5, 0):
        project.clock_ms += days * DAY_MS
        runs.append(project.run(plan, [(1, "a")]))
    # The first is 8 days old now, the second 7 and a little.
    assert [has(project, run_id, "data") for run_id in runs] == [False, False, True, True, True, True]
    project.clock_ms += 30 * DAY_MS
    runs.append(project.run(plan, [(1, "a")]))
    assert [has(project, run_id, "data") for run_id in runs] == [False] * 4 + [True] * 3
    with project.prepared(plan) as store:
        assert [file.file for file in store.ledger().files] == ["a.csv"]
    assert all(has(project, run_id, "commit.json") for run_id in runs)


def test_staged_files_are_kept_as_long_as_the_plan_says(project):
    plan = a_plan(project.schema, stage_days=3)
    ids = []
    for days in (2, 2, 0):
        with project.prepared(plan) as store:
            ts = f"{20270101000000 + project.runs}"
            rows = project.spark.sql(f"SELECT '1' AS id, 'x' AS name, 'a.csv' AS file_name, '{ts}' AS ts")
            rows.write.partitionBy("file_name", "ts").parquet(store.stage_folder)
            project.write(store, [(1, "x")])
            store.commit(project.commit(store, [1], stage=a_stage()))
            ids.append(store.context.run_id)
        project.clock_ms += days * DAY_MS
    assert [has(project, run_id, "stage") for run_id in ids] == [False, True, True]
    assert len(project.rows("claim_stage")) == 2
    with project.prepared(plan) as store:
        assert [staged.run_id for staged in store.ledger().staged] == ids[1:]
