"""The rows in quarantine, read where the commits of the chain left them."""

from __future__ import annotations

from pyspark.sql import DataFrame

from pistevo_runtime.store.chain import Chain
from pistevo_runtime.store.context import StoreContext
from pistevo_runtime.store.followers import QUARANTINE_COLUMNS, RESOLVED_COLUMNS


def read_quarantine(context: StoreContext, chain: Chain) -> DataFrame | None:
    """Open rows: `run_id, ts, file_name, record, line, length, reasons, staged`. None when no run had any."""
    places, spark = context.places, context.spark
    held = [places.run(run.run_id).quarantine for run in chain if run.has_quarantine]
    if not held:
        return None
    columns = ", ".join(f"{name} {kind}" for name, kind in (("run_id", "STRING"), *QUARANTINE_COLUMNS))
    rows = spark.read.schema(columns).parquet(*held)
    done = [places.run(run.run_id).resolved for run in chain if run.has_resolved]
    if not done:
        return rows
    resolved = spark.read.schema(", ".join(f"{name} {kind}" for name, kind in RESOLVED_COLUMNS)).parquet(
        *done
    )
    return rows.join(resolved, ["run_id", "file_name", "record"], "left_anti").select(rows.columns)
