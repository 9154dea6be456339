"""The rows in quarantine, read where the commits of the chain left them."""

from __future__ import annotations

from collections.abc import Mapping

from pyspark.sql import DataFrame

from pistevo_runtime.store.chain import Chain
from pistevo_runtime.store.context import StoreContext
from pistevo_runtime.store.paths import join_path
from pistevo_runtime.store.places import Places

QUARANTINE_COLUMNS = (
    ("ts", "STRING"),
    ("file_name", "STRING"),
    ("record", "BIGINT"),
    ("line", "BIGINT"),
    ("length", "BIGINT"),
    ("reasons", "ARRAY<STRING>"),
    ("staged", "MAP<STRING, STRING>"),
)
RESOLVED_COLUMNS = (("run_id", "STRING"), ("file_name", "STRING"), ("record", "BIGINT"))


def quarantine_folders(places: Places, chain: Chain) -> Mapping[str, str]:
    """Where the rows of each run are.

    In its own folder, or in that of the commit that took clear values out of them.
    """
    folders: dict[str, str] = {}
    for run in chain:
        own = places.run(run.run_id).quarantine
        if run.is_scrubbing:
            folders = {run_id: join_path(own, f"run={run_id}") for run_id in folders}
        elif run.has_quarantine:
            folders[run.run_id] = own
    return folders


def read_all_quarantine(context: StoreContext, chain: Chain) -> DataFrame | None:
    """Every row: `run_id, ts, file_name, record, line, length, reasons, staged`. None when no run had any."""
    folders = list(quarantine_folders(context.places, chain).values())
    if not folders:
        return None
    columns = ", ".join(f"{name} {kind}" for name, kind in (("run_id", "STRING"), *QUARANTINE_COLUMNS))
    return context.spark.read.schema(columns).parquet(*folders)


def read_quarantine(context: StoreContext, chain: Chain) -> DataFrame | None:
    """The rows that nothing has resolved; None when no run had any."""
    rows = read_all_quarantine(context, chain)
    done = [context.places.run(run.run_id).resolved for run in chain if run.has_resolved]
    if rows is None or not done:
        return rows
    columns = ", ".join(f"{name} {kind}" for name, kind in RESOLVED_COLUMNS)
    resolved = context.spark.read.schema(columns).parquet(*done)
    return rows.join(resolved, ["run_id", "file_name", "record"], "left_anti").select(rows.columns)
