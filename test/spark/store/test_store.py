"""A run's way through the store: lock, snapshot, commit, and what is known afterwards."""

import pytest
from pistevo_runtime.stop import RunStop
from pistevo_runtime.store.paths import join_path
from store.project import a_file, a_plan, a_stage


def test_a_first_run_makes_the_database_and_the_table(project):
    run_id = project.run(a_plan(project.schema), [(1, "a"), (2, None)])
    assert project.rows() == [(1, "a"), (2, None)]
    described = dict(
        row[:2] for row in project.spark.sql(f"DESCRIBE TABLE EXTENDED {project.schema}.claim").collect()
    )
    assert described["Type"] == "EXTERNAL"
    assert described["Location"] == join_path(project.root, f"target/claim__v/{run_id}/data")


def test_each_run_shows_what_it_wrote_and_knows_all_that_went_before(project):
    plan = a_plan(project.schema)
    runs = [project.run(plan, [(n, "x")], files=[a_file(f"{n}.csv", file_no=n)]) for n in range(18)]
    assert project.rows() == [(17, "x")]
    store = project.store(plan)
    with store.locked():
        store.prepare()
        ledger = store.ledger()
    assert [run.run_id for run in ledger.runs] == runs
    assert [(file.run_id, file.file, file.file_no) for file in ledger.files] == [
        (run_id, f"{n}.csv", n) for n, run_id in enumerate(runs)
    ]
    assert (ledger.exists, ledger.latest_run, ledger.target_rows) == (True, runs[-1], 1)
    assert ledger.files[3].archived_to == join_path(project.root, f"archive/claim/{runs[3]}/3.csv")


def test_before_the_first_run_nothing_is_known(project):
    store = project.store(a_plan(project.schema))
    with store.locked():
        store.prepare()
        assert store.ledger().exists is False
        assert store.ledger().last_ts is None
        assert (store.target(), store.quarantine(), store.parent("patients")) == (None, None, None)


def test_rows_that_were_handed_out_stay_what_they_were_when_the_table_moves(project):
    plan = a_plan(project.schema)
    project.run(plan, [(1, "old")])
    store = project.store(plan)
    with store.locked():
        store.prepare()
        pinned, parent = store.target(), store.parent("claim")
        project.write(store, [(2, "new")])
        store.commit(project.commit(store, [(2, "new")]))
        assert project.rows() == [(2, "new")]
        assert [tuple(row) for row in pinned.collect()] == [(1, "old")]
        assert [tuple(row) for row in parent.collect()] == [(1, "old")]


def test_a_table_can_become_empty(project):
    plan = a_plan(project.schema)
    project.run(plan, [(1, "a")])
    project.run(plan, [])
    assert project.rows() == []


def test_a_new_column_is_added_and_old_rows_have_none(project):
    project.run(a_plan(project.schema), [(1, "a")])
    wider = a_plan(project.schema, columns=("id:int", "paid:date", "name:string"))
    store = project.store(wider)
    with store.locked():
        store.prepare()
        assert [column.name for column in store.check_evolution(False)] == ["paid"]
        assert [row.asDict() for row in store.target().collect()] == [{"id": 1, "paid": None, "name": "a"}]
        project.write(store, [(1, "2020-01-02", "a")])
        store.commit(project.commit(store, [1]))
    assert project.rows(columns="id, name, CAST(paid AS STRING)") == [(1, "a", "2020-01-02")]


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        (("id:int", "title:string:name"), "`name` is now `title`"),
        (("id:int",), "`name` is gone from the schema"),
        (("id:bigint", "name:string"), "`id` was int and is now bigint"),
        (("id:int", "name:string:name:null"), "`name` is masked now and the table holds clear values"),
    ],
)
def test_a_schema_that_does_not_fit_the_table_is_refused_with_the_mending_command(project, columns, told):
    project.run(a_plan(project.schema), [(1, "a")])
    store = project.store(a_plan(project.schema, columns=columns))
    with store.locked():
        store.prepare()
        with pytest.raises(RunStop) as stopped:
            store.check_evolution(False)
    assert (stopped.value.status, stopped.value.code) == ("failed", "needs_migration")
    assert told in stopped.value.message
    assert "`pistevo migrate claim`" in stopped.value.message


def test_a_table_that_is_made_anew_takes_any_shape_but_keeps_no_clear_values(project):
    project.run(a_plan(project.schema), [(1, "a")])
    other = a_plan(project.schema, columns=("id:string", "when:date"))
    store = project.store(other)
    with store.locked():
        store.prepare()
        store.check_evolution(True)
        project.write(store, [("x", "2020-01-02")])
        store.commit(project.commit(store, [1], is_whole=True))
    assert project.rows(columns="id, CAST(when AS STRING)") == [("x", "2020-01-02")]


def test_a_table_that_other_means_made_is_left_alone(project):
    spark = project.spark
    spark.sql(f"CREATE DATABASE {project.schema}")
    spark.sql(f"CREATE TABLE {project.schema}.claim (id INT, name STRING) STORED AS TEXTFILE")
    spark.sql(f"INSERT INTO {project.schema}.claim VALUES (1, 'old')")
    store = project.store(a_plan(project.schema))
    with store.locked(), pytest.raises(RunStop) as stopped:
        store.prepare()
    assert stopped.value.code == "not_adopted"
    assert "`pistevo adopt claim`" in stopped.value.message
    assert project.rows() == [(1, "old")]


def test_staged_and_quarantined_records_are_seen_after_the_commit_and_not_before(project):
    plan = a_plan(project.schema)
    store = project.store(plan)
    with store.locked():
        store.prepare()
        staged = project.spark.sql(
            "SELECT 0 AS _file_no, '1' AS id, 'x' AS name, 'a/b =%.csv' AS file_name, '20270101000001' AS ts"
        )
        staged.write.partitionBy("file_name", "ts").parquet(store.stage_folder)
        project.write(store, [(1, "x")])
        quarantined = project.spark.sql(
            "SELECT '20270101000001' AS ts, 'a/b =%.csv' AS file_name, 7L AS record, 8L AS line, "
            "CAST(NULL AS BIGINT) AS length, array('cast:id') AS reasons, "
            "map('id', 'q', 'name', NULL) AS staged"
        )
        assert not project.spark.catalog.tableExists(f"{project.schema}.claim_stage")
        store.commit(project.commit(store, [1], quarantine=quarantined, stage=a_stage()))
    assert project.rows("claim_stage") == [("1", "x", "a/b =%.csv", "20270101000001")]
    (row,) = project.rows("claim_quarantine")
    assert row == (
        store.context.run_id,
        "20270101000001",
        "a/b =%.csv",
        7,
        8,
        None,
        ["cast:id"],
        {"id": "q", "name": None},
        None,
    )


def test_quarantined_records_that_are_resolved_say_by_which_run(project):
    plan = a_plan(project.schema)
    values = "(1L, 'references:id'), (2L, 'cast:id')"
    rows = project.spark.sql(
        "SELECT '20270101000001' AS ts, 'a.csv' AS file_name, n AS record, n AS line, "
        "CAST(NULL AS BIGINT) AS length, array(r) AS reasons, "
        f"map('id', 'q') AS staged FROM VALUES {values} AS t(n, r)"
    )
    first = project.run(plan, [], quarantine=rows)
    store = project.store(plan)
    with store.locked():
        store.prepare()
        opened = store.quarantine()
        assert [(row.run_id, row.record) for row in opened.orderBy("record").collect()] == [
            (first, 1),
            (first, 2),
        ]
        project.write(store, [(1, "x")])
        again = opened.where("record = 1").select("run_id", "file_name", "record")
        store.commit(project.commit(store, [1], resolved=again.unionAll(again)))
    assert project.rows("claim_quarantine", "record, resolved_run") == [(1, store.context.run_id), (2, None)]
    later = project.store(plan)
    with later.locked():
        later.prepare()
        assert [row.record for row in later.quarantine().collect()] == [2]


def test_the_ledger_can_be_asked_in_sql(project):
    plan = a_plan(project.schema)
    run_id = project.run(plan, [(1, "x")], files=[a_file("a.csv", records=5)])
    project.run(a_plan(project.schema, dataset="patients"), [(1, "x")])
    assert project.rows("pistevo_runs", "dataset, run_id, `load`, counts['targetRows']", "dataset")[0] == (
        "claim",
        run_id,
        "upsert",
        1,
    )
    assert project.rows("pistevo_deliveries", "dataset, run_id, file, records, state") == [
        ("claim", run_id, "a.csv", 5, "new")
    ]


def test_a_run_that_is_given_up_leaves_nothing(project):
    plan = a_plan(project.schema)
    store = project.store(plan)
    with store.locked():
        store.prepare()
        project.write(store, [(1, "x")])
        store.abandon()
    assert not project.spark.catalog.tableExists(f"{project.schema}.claim")
    assert list(project.files.walk(join_path(project.root, "target/claim__v"))) == []


def test_a_commit_whose_sources_changed_leaves_the_table_as_it_was(project):
    plan = a_plan(project.schema)
    project.run(plan, [(1, "old")])
    store = project.store(plan)

    def changed():
        raise RunStop("failed", "source_changed", "`a.csv` changed.")

    with store.locked():
        store.prepare()
        project.write(store, [(2, "new")])
        with pytest.raises(RunStop):
            store.commit(project.commit(store, [1], assert_unchanged=changed))
        store.abandon()
    assert project.rows() == [(1, "old")]
