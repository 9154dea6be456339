"""A table changes its kind or its columns: the new one is made aside, and takes the name by two renames."""

from __future__ import annotations

from typing import Callable

from pyspark.sql import SparkSession

from pistevo_runtime.quoting import quote_table
from pistevo_runtime.store import metastore
from pistevo_runtime.store.places import Places

_NEXT = "__next"
_BEFORE = "__before"


def replace_table(
    spark: SparkSession, places: Places, make: Callable[[str], None], *, kept: str | None = None
) -> None:
    """Makes the new table under another name, moves the old one aside and the new one in.

    Hive refuses to change a column's type together with its location, so for the moment between two renames
    there is no table of
    that name. Runs never come here, unless they make a table anew in another shape. With `kept` the old one
    stays under that name.
    """
    _remove(spark, places.table(_NEXT))
    make(places.table(_NEXT))
    rename(spark, places.table(), kept or places.table(_BEFORE))
    finish_replacement(spark, places)


def finish_replacement(spark: SparkSession, places: Places) -> bool:
    """Does what is left of a replacement that was interrupted; False when there was nothing to do."""
    has_next = metastore.describe(spark, places.table(_NEXT)) is not None
    if has_next and metastore.describe(spark, places.table()) is None:
        rename(spark, places.table(_NEXT), places.table())
    elif has_next:
        # It died before the first rename: nothing happened yet.
        _remove(spark, places.table(_NEXT))
    elif metastore.describe(spark, places.table(_BEFORE)) is None:
        return False
    _remove(spark, places.table(_BEFORE))
    return True


def rename(spark: SparkSession, name: str, to: str) -> None:
    """Gives a table or view another name; files of an external table stay where they are."""
    facts = metastore.describe(spark, name)
    kind = "VIEW" if facts is not None and facts.is_view else "TABLE"
    spark.sql(f"ALTER {kind} {quote_table(name)} RENAME TO {quote_table(to)}")


def _remove(spark: SparkSession, name: str) -> None:
    facts = metastore.describe(spark, name)
    if facts is not None:
        spark.sql(f"DROP {'VIEW' if facts.is_view else 'TABLE'} {quote_table(name)}")
