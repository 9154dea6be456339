"""Which run a dataset's table shows now."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pyspark.sql import SparkSession

from pistevo_runtime.stop import RunStop
from pistevo_runtime.store import metastore
from pistevo_runtime.store.files import Files
from pistevo_runtime.store.metastore import TableFacts
from pistevo_runtime.store.places import Places


@dataclass(frozen=True)
class Head:
    """`facts` are those of the table or view that users read; None when there is none."""

    facts: TableFacts | None
    #: The run whose snapshot it shows; None when there is no table, or it is not one of ours.
    run_id: str | None

    @property
    def is_foreign(self) -> bool:
        return self.facts is not None and self.run_id is None


def read_head(spark: SparkSession, files: Files, places: Places) -> Head:
    """Asks the metastore: the location of the table, or of the table behind the view."""
    facts = metastore.describe(spark, places.table())
    if facts is None:
        return Head(None, None)
    shown: TableFacts | None = facts
    if facts.is_view:
        behind = _table_behind(places, facts.view_text)
        shown = None if behind is None else metastore.describe(spark, behind)
    location = "" if shown is None else shown.location
    is_ours = shown is not None and shown.is_parquet and location != ""
    return Head(facts, places.run_of_location(files.qualify(location)) if is_ours else None)


def require_own(head: Head, places: Places) -> None:
    """RunStop `failed`/`not_adopted` for a table that other means made."""
    if not head.is_foreign:
        return
    raise RunStop(
        "failed",
        "not_adopted",
        f"`{places.table()}` was not made by pistevo; run `pistevo adopt {places.dataset}` once "
        "to take it over (nothing is deleted), then run again.",
    )


def _table_behind(places: Places, view_text: str) -> str | None:
    prefix = places.table("__v_").lower()
    found = re.findall(r"(?i)\bFROM\s+((?:`[^`]+`|\w+)\.(?:`[^`]+`|\w+))", view_text)
    names = (name.replace("`", "") for name in found)
    return next((name for name in names if name.lower().startswith(prefix)), None)
