"""Settings of the Spark session that every run works in."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from pyspark.sql import SparkSession

#: Settings that can be made on a running session: what the contract asks of every engine, in Spark's words.
SESSION: Mapping[str, str] = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "false",
    "spark.sql.variable.substitute": "false",
    "spark.sql.storeAssignmentPolicy": "ANSI",
    "spark.sql.legacy.timeParserPolicy": "CORRECTED",
    "spark.sql.parquet.datetimeRebaseModeInRead": "CORRECTED",
    "spark.sql.parquet.datetimeRebaseModeInWrite": "CORRECTED",
    "spark.sql.parquet.int96RebaseModeInRead": "CORRECTED",
    "spark.sql.parquet.int96RebaseModeInWrite": "CORRECTED",
    "spark.sql.sources.partitionColumnTypeInference.enabled": "false",
    "spark.sql.adaptive.enabled": "true",
    # Java never compiles a method of more than 8,000 bytes, and typing a wide row becomes one: it would be interpreted,
    # at twice the cost. Beyond this limit Spark makes several smaller ones.
    "spark.sql.codegen.hugeMethodLimit": "8000",
    # What Spark infers from hundreds of nested expressions costs memory without bound, and spares nothing here.
    "spark.sql.constraintPropagation.enabled": "false",
    # Text in another encoding than it says is replaced and counted, not an error: Spark 4 would raise one.
    "spark.sql.legacy.codingErrorAction": "true",
    "spark.sql.debug.maxToStringFields": "0",
    # Rows of one source file stay in one partition folder: writers side by side spare a sort of everything.
    "spark.sql.maxConcurrentOutputFileWriters": "32",
}


#: What only a new session takes. A value in a spill file is as good as one in a log.
STATIC: Mapping[str, str] = {
    "spark.io.encryption.enabled": "true",
    "spark.yarn.maxAppAttempts": "1",
    "spark.ui.showConsoleProgress": "false",
}


def prepare_session(spark: SparkSession) -> SparkSession:
    """Makes the settings that a run counts on, whatever the cluster's defaults are."""
    # Spark 4 logs the text of every error that it hands to Python, the expected ones too; texts may quote data.
    logging.getLogger("SQLQueryContextLogger").disabled = True
    for key, value in SESSION.items():
        spark.conf.set(key, value)
    _fit_shuffles(spark)
    return spark


def _fit_shuffles(spark: SparkSession) -> None:
    """On one machine Spark's 200 parts of a shuffle are 200 tasks, nearly all of them empty: a minute of a small run.

    Elsewhere, and where somebody has chosen a number, it stays.
    """
    context = spark.sparkContext
    if (context.master or "").startswith("local") and not context.getConf().contains(
        "spark.sql.shuffle.partitions"
    ):
        spark.conf.set("spark.sql.shuffle.partitions", str(2 * context.defaultParallelism))
