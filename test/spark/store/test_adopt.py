"""Taking over tables that older scripts made."""

import pytest
from pistevo_runtime.stop import RunStop
from store.project import a_plan

TS = "20270101000000"


@pytest.fixture
def legacy(project):
    """As older projects have them: lines of text, every value blank or not."""
    spark, schema, files = project.spark, project.schema, project.files
    spark.sql(f"CREATE DATABASE {schema}")
    files.write_text(f"{project.root}/target/claim/part-0", "1,a,2020-01-02,x\n2,,,y\n")
    spark.sql(
        f"CREATE EXTERNAL TABLE {schema}.claim (id INT, name STRING, paid STRING, more STRING) "
        f"ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' STORED AS TEXTFILE LOCATION '{project.root}/target/claim'"
    )
    spark.sql(
        f"CREATE EXTERNAL TABLE {schema}.claim_stage (id STRING) PARTITIONED BY (file_name STRING, ts STRING) "
        f"STORED AS TEXTFILE LOCATION '{project.root}/target/claim_stage'"
    )
    return project


def adopt(project, plan):
    store = project.store(plan)
    with store.locked():
        return store.adopt(TS)


def test_a_table_of_text_is_copied_once_and_kept_beside(legacy):
    plan = a_plan(legacy.schema, columns=("id:int", "name:string", "paid:date"))
    schema = legacy.schema
    assert adopt(legacy, plan) == [
        f"Set `{schema}.claim_stage` aside as `{schema}.claim_stage__before_pistevo`.",
        "Dropped `more`.",
        "Changed `paid` from string to date.",
        f"Took over `{schema}.claim`; the table that was there is `{schema}.claim__before_pistevo` now.",
    ]
    assert legacy.rows(columns="id, name, CAST(paid AS STRING)") == [(1, "a", "2020-01-02"), (2, None, None)]
    assert legacy.rows("claim__before_pistevo") == [(1, "a", "2020-01-02", "x"), (2, "", "", "y")]
    assert adopt(legacy, plan) == []
    with legacy.prepared(plan) as store:
        assert (store.ledger().target_rows, store.check_evolution(False)) == (2, [])
        with pytest.raises(RunStop):
            store.roll_back()
    legacy.run(plan, [(3, "c", None)])
    assert legacy.rows(columns="id") == [(3,)]


def test_a_table_that_may_be_partitioned_from_now_on(legacy):
    plan = a_plan(legacy.schema, columns=("id:int", "name:string", "paid:string"), by=("name",))
    adopt(legacy, plan)
    assert legacy.rows() == [(1, "a", "2020-01-02"), (2, None, None)]
    assert legacy.exists("claim__before_pistevo")


def test_a_key_that_is_there_twice_is_refused_and_nothing_changes(legacy):
    legacy.files.write_text(f"{legacy.root}/target/claim/part-1", "1,b,,z\n,c,,z\n")
    store = legacy.store(a_plan(legacy.schema, columns=("id:int", "name:string")))
    with store.locked():
        with pytest.raises(RunStop) as stopped:
            store.adopt(TS)
        store.abandon()
    assert stopped.value.code == "duplicate_keys"
    assert "1 values of `id` in more than one row and 1 rows without one" in stopped.value.message
    assert len(legacy.rows()) == 4


def test_there_is_nothing_to_adopt_where_there_is_no_table(project):
    store = project.store(a_plan(project.schema))
    with store.locked(), pytest.raises(RunStop) as stopped:
        store.adopt(TS)
    assert stopped.value.code == "nothing_to_adopt"
