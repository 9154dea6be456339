"""A driver process of the tests with several: writes a table again and again, or reads it in a loop.

`one_driver.py writer|reader <metastore> <project folder> <schema> <name> <runs> <partitioned>`
"""

import json
import sys
from pathlib import Path

from pistevo_runtime.stop import RunStop
from pistevo_runtime.store.files import Files
from pistevo_runtime.store.lock import LockTimes
from pyspark.errors import AnalysisException
from pyspark.sql import SparkSession
from store.project import Project, a_file, a_plan

ROWS = 40


def main() -> None:
    role, address, folder, schema, name, runs, by = sys.argv[1:]
    spark = session(address, folder)
    project = Project(spark, Files(spark).qualify(f"{folder}/project"), schema)
    plan = a_plan(schema, columns=("id:int", "run:string", "part:int"), by=("part",) if by == "True" else ())
    if role == "writer":
        write(project, plan, name, int(runs))
    else:
        read(project, folder, name)


def session(address: str, folder: str) -> SparkSession:
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.memory": "512m",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.extraJavaOptions": "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m",
        "spark.sql.shuffle.partitions": "1",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.ansi.enabled": "false",
        "spark.sql.warehouse.dir": Path(folder, "warehouse").as_uri(),
        "spark.hadoop.hive.metastore.uris": address,
    }
    builder = SparkSession.builder.master("local[1]").enableHiveSupport()
    for key, value in settings.items():
        builder = builder.config(key, value)
    made = builder.getOrCreate()
    made.sparkContext.setLogLevel("ERROR")
    return made


def write(project: Project, plan, name: str, runs: int) -> None:
    """So many commits; says of each who came before. Every snapshot holds the same number of rows, all of one run."""
    done = 0
    while done < runs:
        project.clock_ms += 1000
        store = project.store(plan, LockTimes(wait=600), mark=name)
        with store.locked():
            try:
                store.prepare()
            except RunStop as stopped:
                say("refused", code=stopped.code)
                continue
            before = store.ledger().latest_run
            run_id = store.context.run_id
            project.write(store, [(number, run_id, number % 3) for number in range(ROWS)])
            ts = f"{int(store.ledger().last_ts or 20270101000000) + 1}"
            files = [a_file(f"{name}-{done}.csv")]
            store.commit(project.commit(store, range(ROWS), files=files, is_whole=True, ts=ts))
            say("committed", run=run_id, before=before)
        done += 1
    say("ended", warnings=[event["code"] for event in project.warnings()])


def read(project: Project, folder: str, name: str) -> None:
    """Asks again and again until a file says that it is enough; every answer must be whole and of one run."""
    seen = set()
    asked = 0
    table = f"{project.schema}.claim"
    enough = Path(folder, "enough")
    while not project.spark.catalog.tableExists(table) and not enough.exists():
        pass
    while not enough.exists():
        try:
            row = project.spark.sql(f"SELECT count(*), count(DISTINCT run), min(run) FROM {table}").collect()[
                0
            ]
        except AnalysisException as error:
            say("missing", error=error.getErrorClass())
            continue
        if (row[0], row[1]) != (ROWS, 1):
            say("torn", rows=row[0], runs=row[1])
        seen.add(row[2])
        asked += 1
    say("read", asked=asked, seen=len(seen))


def say(kind: str, **facts: object) -> None:
    sys.stdout.write("TOLD " + json.dumps({"kind": kind, **facts}) + "\n")
    sys.stdout.flush()


main()
