"""The floor: what Spark alone needs to split the same lines, parse them with a schema and write Parquet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pyspark.sql import SparkSession

Reading = tuple[float, float]

SCHEMA = (
    "claim_id STRING, patient_id STRING, provider_id STRING, member_name STRING, visit_type STRING, "
    "total_cost DOUBLE, coverage_type INT, date_of_service DATE, claim_date DATE, billed STRING, last_modified_date DATE"
)


def prepare(spark: SparkSession, job: Mapping[str, Any]) -> None:
    for name in ("patients", "provider"):
        rows = spark.read.option("header", True).csv(job[name])
        rows.write.mode("overwrite").parquet(f"{job['folder']}/warm/{name}")


def run(spark: SparkSession, job: Mapping[str, Any], read: Callable[[], Reading]) -> tuple[int, Reading]:
    target = f"{job['folder']}/floor"
    spark.read.schema(SCHEMA).option("header", True).csv(job["claims"]).write.mode("overwrite").parquet(
        target
    )
    end = read()
    return spark.read.parquet(target).count(), end
