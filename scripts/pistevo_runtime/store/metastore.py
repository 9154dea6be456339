"""What is asked of the metastore, in Spark's own statements.

They mean the same on Hive's and on other catalogs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyspark.errors import AnalysisException
from pyspark.sql import SparkSession

from pistevo_runtime.quoting import quote_name, quote_table, quote_text

#: What Hive calls the partition of NULL.
NULL_PARTITION = "__HIVE_DEFAULT_PARTITION__"
_BATCH = 100

PartitionSpec = Mapping[str, str]


@dataclass(frozen=True)
class TableFacts:
    """A table or view as the metastore has it. `location` is as it was given; empty for a view."""

    is_view: bool
    location: str
    serde: str
    view_text: str
    #: Name and type of each column in order, those of partitions last; types as Spark prints them.
    columns: Sequence[tuple[str, str]]

    @property
    def is_parquet(self) -> bool:
        return "parquet" in self.serde.lower()


def is_missing(error: AnalysisException) -> bool:
    """True when a table, or its database, is not there."""
    # The name that 4.0 has for it; the older one warns there.
    condition = getattr(error, "getCondition", error.getErrorClass)()
    return condition in ("TABLE_OR_VIEW_NOT_FOUND", "SCHEMA_NOT_FOUND")


def ensure_database(spark: SparkSession, schema: str) -> None:
    spark.sql(f"CREATE DATABASE IF NOT EXISTS {quote_name(schema)}")


def describe(spark: SparkSession, table: str) -> TableFacts | None:
    """None when there is no such table or view."""
    try:
        rows = spark.sql(f"DESCRIBE TABLE EXTENDED {quote_table(table)}").collect()
    except AnalysisException as error:
        if is_missing(error):
            return None
        raise
    columns: list[tuple[str, str]] = []
    details: dict[str, str] = {}
    is_columns, is_details = True, False
    for name, kind, _ in rows:
        if name.startswith("# ") or name == "":
            is_columns = False
            is_details = is_details or name == "# Detailed Table Information"
        elif is_columns:
            columns.append((name, kind))
        elif is_details:
            details.setdefault(name, kind)
    return TableFacts(
        is_view=details.get("Type") == "VIEW",
        location=details.get("Location", ""),
        serde=details.get("Serde Library", ""),
        view_text=details.get("View Text", ""),
        columns=columns,
    )


@dataclass(frozen=True)
class NewTable:
    """An external table of Parquet files, or of lines of text. Columns are (name, type)."""

    name: str
    columns: Sequence[tuple[str, str]]
    partitions: Sequence[tuple[str, str]]
    location: str
    is_text: bool = False


def create_table(spark: SparkSession, table: NewTable, *, may_exist: bool = False) -> None:
    """Hive's kind of table.

    Of Spark's own kind a session that lives long would keep the first location it saw.
    """
    partitioned = f" PARTITIONED BY ({_columns(table.partitions)})" if table.partitions else ""
    spark.sql(
        f"CREATE EXTERNAL TABLE {'IF NOT EXISTS ' if may_exist else ''}{quote_table(table.name)} "
        f"({_columns(table.columns)}){partitioned} STORED AS {'TEXTFILE' if table.is_text else 'PARQUET'} "
        f"LOCATION {quote_text(table.location)}"
    )


def add_columns(spark: SparkSession, table: str, columns: Sequence[tuple[str, str]]) -> None:
    if columns:
        spark.sql(f"ALTER TABLE {quote_table(table)} ADD COLUMNS ({_columns(columns)})")


def set_location(spark: SparkSession, table: str, location: str) -> None:
    spark.sql(f"ALTER TABLE {quote_table(table)} SET LOCATION {quote_text(location)}")


def rename_table(spark: SparkSession, table: str, name: str) -> None:
    spark.sql(f"ALTER TABLE {quote_table(table)} RENAME TO {quote_table(name)}")


def drop_table(spark: SparkSession, table: str) -> None:
    """Forgets an external table; its files stay."""
    spark.sql(f"DROP TABLE IF EXISTS {quote_table(table)}")


def drop_view(spark: SparkSession, view: str) -> None:
    spark.sql(f"DROP VIEW IF EXISTS {quote_table(view)}")


def show_view(spark: SparkSession, view: str, query: str) -> None:
    """Makes a view or moves it at once: `CREATE OR REPLACE VIEW` would drop the old one first."""
    is_there = spark.catalog.tableExists(quote_table(view))
    spark.sql(f"{'ALTER' if is_there else 'CREATE'} VIEW {quote_table(view)} AS {query}")


def list_tables(spark: SparkSession, schema: str, prefix: str) -> list[str]:
    """Names, with the schema, of tables and views that begin so."""
    pattern = re.sub(r"[^a-z0-9_]", ".", prefix.lower()) + "*"
    rows = spark.sql(f"SHOW TABLES IN {quote_name(schema)} LIKE {quote_text(pattern)}").collect()
    return [f"{schema}.{row[1]}" for row in rows if not row[2] and row[1].startswith(prefix.lower())]


def list_partitions(spark: SparkSession, table: str, where: PartitionSpec) -> list[PartitionSpec]:
    """Partitions that have these values; all values as texts."""
    only = f" PARTITION ({_spec(where)})" if where else ""
    rows = spark.sql(f"SHOW PARTITIONS {quote_table(table)}{only}").collect()
    return [parse_partition(row[0]) for row in rows]


def partition_location(spark: SparkSession, table: str, spec: PartitionSpec) -> str:
    rows = spark.sql(f"DESCRIBE TABLE EXTENDED {quote_table(table)} PARTITION ({_spec(spec)})").collect()
    names = [row[0] for row in rows]
    start = names.index("# Detailed Partition Information")
    return str(rows[names.index("Location", start)][1])


def add_partition_once(spark: SparkSession, table: str, spec: PartitionSpec, location: str) -> None:
    """Fails when the partition is there: of two who add it at the same time one succeeds."""
    spark.sql(
        f"ALTER TABLE {quote_table(table)} ADD PARTITION ({_spec(spec)}) LOCATION {quote_text(location)}"
    )


def add_partitions(spark: SparkSession, table: str, partitions: Iterable[tuple[PartitionSpec, str]]) -> None:
    """Adds those that are not there; the others stay where they are."""
    clauses = [f"PARTITION ({_spec(spec)}) LOCATION {quote_text(location)}" for spec, location in partitions]
    for start in range(0, len(clauses), _BATCH):
        some = " ".join(clauses[start : start + _BATCH])
        spark.sql(f"ALTER TABLE {quote_table(table)} ADD IF NOT EXISTS {some}")


def drop_partitions(spark: SparkSession, table: str, specs: Iterable[PartitionSpec]) -> None:
    """Forgets partitions of an external table; their files stay."""
    clauses = [f"PARTITION ({_spec(spec)})" for spec in specs]
    for start in range(0, len(clauses), _BATCH):
        some = ", ".join(clauses[start : start + _BATCH])
        spark.sql(f"ALTER TABLE {quote_table(table)} DROP IF EXISTS {some}")


def parse_partition(path: str) -> PartitionSpec:
    """`p=a%2Fb/d=1` as names and values."""
    pairs = (part.split("=", 1) for part in path.split("/"))
    return {_unescape(name): _unescape(value) for name, value in pairs}


def _unescape(text: str) -> str:
    return re.sub(r"%([0-9A-Fa-f]{2})", lambda found: chr(int(found.group(1), 16)), text)


def _columns(columns: Sequence[tuple[str, str]]) -> str:
    return ", ".join(f"{quote_name(name)} {kind}" for name, kind in columns)


def _spec(spec: PartitionSpec) -> str:
    return ", ".join(f"{quote_name(name)} = {quote_text(value)}" for name, value in spec.items())
