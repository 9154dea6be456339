"""Other datasets of the project, as they are when a run begins."""

from __future__ import annotations

from dataclasses import replace

from pyspark.sql import DataFrame

from pistevo_runtime.quoting import quote_table
from pistevo_runtime.store.chain import read_chain
from pistevo_runtime.store.context import StoreContext
from pistevo_runtime.store.head import read_head
from pistevo_runtime.store.snapshot import read_snapshot


def read_parent(context: StoreContext, dataset: str) -> DataFrame | None:
    """Rows of its current snapshot, pinned.

    Those of a table that was not adopted yet are read as they are.
    """
    places = replace(context.places, dataset=dataset)
    head = read_head(context.spark, context.files, places)
    if head.facts is None:
        return None
    if head.run_id is None:
        return context.spark.table(quote_table(places.table()))
    return read_snapshot(context.spark, places, read_chain(context.files, places, head.run_id)[-1])
