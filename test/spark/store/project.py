"""A small project whose runs are made by hand.

What the store does is tested without reading or judging anything.
"""

from contextlib import contextmanager
from dataclasses import dataclass, field

from pistevo_runtime.events import Event
from pistevo_runtime.store.commit import Commit
from pistevo_runtime.store.commit_file import CommitFile, StageFacts
from pistevo_runtime.store.files import Files
from pistevo_runtime.store.lock import LockTimes
from pistevo_runtime.store.store import Store, open_store
from pyspark.sql import SparkSession

DAY_MS = 24 * 60 * 60 * 1000


def a_plan(schema, dataset="claim", columns=("id:int", "name:string"), by=(), load="upsert", stage_days=30):
    """As much of a plan as the store reads.

    A column is `name:type`, and may go on `:former_name` and `:mask`.
    """
    made = []
    for text in columns:
        name, kind, *more = text.split(":")
        column = {"name": name, "type": kind, "headers": [name, *more[:1]], "isNeeded": False}
        made.append({**column, "mask": more[1]} if len(more) > 1 else column)
    return {
        "dataset": dataset,
        "schema": schema,
        "targetPath": "target",
        "fingerprint": "f" * 64,
        "columns": made,
        "operations": [
            {"kind": "read"},
            {"kind": "stage", "retentionDays": stage_days},
            {"kind": "swap", "load": load, "keys": ["id"], "partitionBy": list(by)},
            {"kind": "archive", "path": "archive"},
        ],
    }


@dataclass
class Project:
    """`clock_ms` is the time that runs are told."""

    spark: SparkSession
    root: str
    schema: str
    clock_ms: int = 1_800_000_000_000
    events: list[Event] = field(default_factory=list)
    runs: int = 0

    @property
    def files(self) -> Files:
        return Files(self.spark)

    def store(self, plan, times=None, mark="abcd") -> Store:
        self.runs += 1
        self.clock_ms += 1000
        return open_store(
            self.spark,
            self.files,
            plan,
            root=self.root,
            run_id=f"20270115T{100000 + self.runs}Z-{plan['dataset']}-{mark}",
            command=f"pistevo run {plan['dataset']}",
            emit=self.events.append,
            now_ms=lambda: self.clock_ms,
            times=times or LockTimes(wait=0),
        )

    def run(self, plan, rows, **more):
        """A whole run that leaves these rows; answers its id."""
        store = self.store(plan)
        with store.locked():
            store.prepare()
            self.write(store, rows)
            store.commit(self.commit(store, rows, **more))
        return store.context.run_id

    def prepared(self, plan):
        """A store that holds its lock and is ready, for as long as the block lasts."""
        return _prepared(self.store(plan))

    def exists(self, name):
        return self.spark.catalog.tableExists(f"{self.schema}.{name}")

    def write(self, store, rows):
        writer = self.frame(store, rows).coalesce(1).write
        by = store.context.plan["operations"][2]["partitionBy"]
        (writer.partitionBy(*by) if by else writer).parquet(store.data_folder)

    def frame(self, store, rows):
        kinds = {"int": "INT", "string": "STRING", "bigint": "BIGINT", "date": "DATE", "double": "DOUBLE"}
        columns = store.context.plan["columns"]
        names = [column["name"] for column in columns]
        values = ", ".join(f"({', '.join(_literal(cell) for cell in row)})" for row in rows)
        items = [f"CAST({c['name']} AS {kinds[c['type']]}) AS {c['name']}" for c in columns]
        query = f"SELECT {', '.join(items)} FROM "
        if rows:
            return self.spark.sql(f"{query} VALUES {values} AS t({', '.join(names)})")
        nothing = ", ".join(f"NULL AS {name}" for name in names)
        return self.spark.sql(f"{query} (SELECT {nothing}) WHERE FALSE")

    def commit(self, store, rows, **more):
        ledger = store.ledger()
        facts = {
            "ts": f"{20270101000000 + self.runs}",
            "load": "upsert",
            "counts": {"targetRows": len(rows), "inserted": len(rows)},
            "columns": store.columns(),
            "files": (),
            "partition_by": store.context.plan["operations"][2]["partitionBy"],
        }
        made = Commit(**{**facts, **more})
        assert ledger.last_ts is None or made.ts > ledger.last_ts
        return made

    def rows(self, name="claim", columns="*", order="1"):
        return [
            tuple(row)
            for row in self.spark.sql(
                f"SELECT {columns} FROM {self.schema}.{name} ORDER BY {order}"
            ).collect()
        ]

    def warnings(self):
        return [event for event in self.events if event["kind"] == "warning"]


@contextmanager
def _prepared(store):
    with store.locked():
        store.prepare()
        yield store


def a_file(file="a.csv", **more):
    facts = {
        "file_no": 0,
        "file": file,
        "size_bytes": 10,
        "tag": "sha256:00",
        "modified_ms": 1,
        "state": "new",
        "header": '["id"]',
        "records": 1,
        "malformed": 0,
    }
    return CommitFile(**{**facts, **more})


def a_stage(shape="s1"):
    return StageFacts(shape)


def _literal(cell):
    if cell is None:
        return "NULL"
    return str(cell) if isinstance(cell, (int, float)) else "'" + str(cell) + "'"
