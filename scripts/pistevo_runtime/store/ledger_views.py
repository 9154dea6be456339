"""The ledger as tables that people can ask."""

from __future__ import annotations

from pyspark.sql import SparkSession

from pistevo_runtime.quoting import quote_table, quote_text
from pistevo_runtime.store import metastore
from pistevo_runtime.store.places import Places

_COMMIT = (
    "STRUCT<run_id: STRING, parent: STRING, kind: STRING, ts: STRING, committed_ms: BIGINT, "
    "plan_fingerprint: STRING, `load`: STRING, counts: MAP<STRING, BIGINT>, files: ARRAY<STRUCT<"
    "file_no: INT, "
    "file: STRING, size_bytes: BIGINT, tag: STRING, modified_ms: BIGINT, state: STRING, records: BIGINT, "
    "malformed: BIGINT, archived_to: STRING>>>"
)


def make_ledger_views(spark: SparkSession, places: Places) -> None:
    """`pistevo_runs` and `pistevo_deliveries` of the schema, over the commits of all its datasets; those that are missing."""
    commits = quote_table(places.commits_table)
    parsed = f"SELECT dataset, from_json(commit, {quote_text(_COMMIT)}) AS c FROM {commits}"
    runs = (
        "SELECT dataset, c.run_id, c.parent, c.kind, c.ts, timestamp_millis(c.committed_ms) AS committed_at, "
        f"c.plan_fingerprint, c.`load`, c.counts FROM ({parsed}) AS commits"
    )
    files = (
        "SELECT dataset, run_id, f.file_no, f.file, f.size_bytes, f.tag, "
        "timestamp_millis(f.modified_ms) AS modified_at, f.state, f.records, f.malformed, f.archived_to "
        f"FROM (SELECT dataset, c.run_id, explode(c.files) AS f FROM ({parsed}) AS commits) AS deliveries"
    )
    for name, query in (("pistevo_runs", runs), ("pistevo_deliveries", files)):
        view = f"{places.schema}.{name}"
        if metastore.describe(spark, view) is None:
            metastore.show_view(spark, view, query)
