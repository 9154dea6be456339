"""Tables with `partition_by`: what is touched is written anew, the rest is shared, and readers see one or the other."""

import pytest
from pistevo_runtime.stop import RunStop
from pistevo_runtime.store.paths import join_path
from store.project import a_plan

COLUMNS = ("id:int", "place:string", "day:date")
FIRST = [(1, "north", "2020-01-01"), (2, "south", "2020-01-02"), (3, None, None), (4, "a/b=%ü", "2020-01-01")]


@pytest.fixture
def plan(project):
    return a_plan(project.schema, columns=COLUMNS, by=("place", "day"))


def seen(project):
    return project.rows(columns="id, place, CAST(day AS STRING)")


def change(project, store, values):
    query = f"SELECT op AS _op, CAST(id AS INT) AS id, place, CAST(day AS DATE) AS day FROM VALUES {values}"
    return project.spark.sql(f"{query} AS t(op, id, place, day)")


def test_values_of_partitions_come_back_as_they_were(project, plan):
    project.run(plan, FIRST)
    assert seen(project) == FIRST
    assert project.rows(columns="id, place, day")[0][2].isoformat() == "2020-01-01"


def test_an_upsert_writes_the_partitions_that_hold_a_key_before_or_after_and_shares_the_others(project, plan):
    first = project.run(plan, FIRST)
    with project.prepared(plan) as store:
        changes = change(project, store, "('update', 2, 'west', '2020-01-02'), ('insert', 5, NULL, NULL)")
        touched = store.touched(changes)
        found = {tuple(spec.values()) for spec in touched.partitions}
        null = "__HIVE_DEFAULT_PARTITION__"
        assert found == {("south", "2020-01-02"), ("west", "2020-01-02"), (null, null)}
        assert [row.id for row in touched.target.orderBy("id").collect()] == [2, 3]
        project.write(store, [(2, "west", "2020-01-02"), (3, None, None), (5, None, None)])
        store.commit(project.commit(store, FIRST, touched=touched))
        second = store.context.run_id
    assert seen(project) == [FIRST[0], (2, "west", "2020-01-02"), FIRST[2], FIRST[3], (5, None, None)]
    places = dict.fromkeys((row[0].split("/")[-5] for row in project.rows(columns="input_file_name()")), True)
    assert set(places) == {first, second}
    names = [row[1] for row in project.spark.sql(f"SHOW TABLES IN {project.schema}").collect()]
    assert not [name for name in names if "touched" in name]


def test_rows_without_a_key_are_appended_to_the_partitions_that_they_belong_to(project):
    plan = a_plan(project.schema, columns=COLUMNS, by=("place", "day"), load="append")
    plan["operations"][2]["keys"] = []
    project.run(plan, FIRST)
    with project.prepared(plan) as store:
        touched = store.touched(change(project, store, "('insert', 1, 'north', '2020-01-01')"))
        assert [tuple(spec.values()) for spec in touched.partitions] == [("north", "2020-01-01")]
        assert [row.id for row in touched.target.collect()] == [1]
        project.write(store, [FIRST[0], FIRST[0]])
        store.commit(project.commit(store, [*FIRST, FIRST[0]], touched=touched))
    assert seen(project) == [FIRST[0], *FIRST]


def test_a_partition_that_lost_its_last_row_is_gone(project, plan):
    project.run(plan, FIRST)
    with project.prepared(plan) as store:
        touched = store.touched(change(project, store, "('delete', 1, 'north', '2020-01-01')"))
        project.write(store, [])
        store.commit(project.commit(store, FIRST, touched=touched))
    assert seen(project) == FIRST[1:]


def test_rows_that_were_handed_out_stay_what_they_were(project, plan):
    project.run(plan, FIRST)
    with project.prepared(plan) as store:
        pinned = store.target()
        assert store.touched(change(project, store, "('insert', 9, 'x', NULL)")) is not None
        project.write(store, [(9, "x", None)])
        store.commit(project.commit(store, [1], is_whole=True))
        assert [row.id for row in pinned.orderBy("id").collect()] == [1, 2, 3, 4]
    assert seen(project) == [(9, "x", None)]


def test_partitions_of_another_kind_need_a_migration(project, plan):
    project.run(plan, FIRST)
    with project.prepared(a_plan(project.schema, columns=COLUMNS)) as store:
        with pytest.raises(RunStop) as stopped:
            store.check_evolution(False)
        assert "it is partitioned by `place`, `day` and shall be by nothing" in stopped.value.message
        assert store.migrate("20280101000000") == ["Partitioned the table by nothing."]
    assert seen(project) == FIRST
    with project.prepared(a_plan(project.schema, columns=COLUMNS, by=("day",))) as store:
        assert store.migrate("20280101000001") == ["Partitioned the table by `day`."]
    assert seen(project) == FIRST


def test_a_run_is_undone_partitions_and_all(project, plan):
    project.run(plan, FIRST)
    project.run(plan, [(7, "east", None)], is_whole=True)
    with project.prepared(plan) as store:
        store.roll_back()
    assert seen(project) == FIRST
    with project.prepared(plan) as store:
        store.roll_back()
    assert not project.exists("claim")


def test_partitions_that_no_kept_snapshot_shows_are_removed_and_shared_ones_stay(project, plan):
    day_ms = 24 * 60 * 60 * 1000
    runs = [project.run(plan, [(1, "north", None), (2, "south", None)])]
    for _ in range(4):
        project.clock_ms += 8 * day_ms
        with project.prepared(plan) as store:
            touched = store.touched(change(project, store, "('update', 1, 'north', NULL)"))
            project.write(store, [(1, "north", None)])
            store.commit(project.commit(store, [1, 2], touched=touched))
            runs.append(store.context.run_id)
    assert seen(project) == [(1, "north", None), (2, "south", None)]
    left = join_path(project.root, f"target/claim__v/{runs[0]}/data")
    rows = [status.path for status in project.files.walk(left) if status.name.endswith(".parquet")]
    assert ["place=south" in path for path in rows] == [True]
    tables = [
        row[1] for row in project.spark.sql(f"SHOW TABLES IN {project.schema} LIKE 'claim__v_*'").collect()
    ]
    assert len(tables) == 3
    assert project.warnings() == []
