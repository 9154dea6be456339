"""A peer: the script that such projects usually begin with.

Strings are staged and read again, dates go through a Python function, a trip through RDDs finds the latest row of a
key, the whole table is joined and written anew, and counts are taken on the way for the log.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pyspark.sql import SparkSession
from pyspark.sql import functions as fn
from pyspark.sql.types import DateType

Reading = tuple[float, float]
DATES = ("date_of_service", "claim_date", "last_modified_date")


def date_parser() -> Callable[[Any], Any]:
    """Defined inside a function, so that it travels by value to the workers."""

    def parse_date(text: Any) -> Any:
        from datetime import datetime

        for form in ("%Y-%m-%d", "%m/%d/%Y", "%m-%d-%Y"):
            try:
                return datetime.strptime(text, form).date() if text else None
            except ValueError:
                continue
        return None

    return parse_date


def prepare(spark: SparkSession, job: Mapping[str, Any]) -> None:
    for name in ("patients", "provider"):
        rows = spark.read.option("header", True).csv(job[name])
        rows.write.mode("overwrite").parquet(f"{job['folder']}/naive/{name}")


def run(spark: SparkSession, job: Mapping[str, Any], read: Callable[[], Reading]) -> tuple[int, Reading]:
    folder = f"{job['folder']}/naive"
    to_date = fn.udf(date_parser(), DateType())
    raw = spark.read.option("header", True).csv(job["claims"])
    print("read", raw.count())
    raw.withColumn("file_name", fn.input_file_name()).write.mode("overwrite").parquet(f"{folder}/stage")

    staged = spark.read.parquet(f"{folder}/stage").drop("member_name", "file_name")
    for column in DATES:
        staged = staged.withColumn(column, to_date(column))
    staged = staged.withColumn("total_cost", fn.col("total_cost").cast("double"))
    staged = staged.withColumn("coverage_type", fn.col("coverage_type").cast("int"))
    good = staged.where(
        "claim_id IS NOT NULL AND total_cost >= 0 AND date_of_service IS NOT NULL AND claim_date >= date_of_service"
    )
    good = good.join(spark.read.parquet(f"{folder}/patients").select("patient_id"), "patient_id")
    good = good.join(spark.read.parquet(f"{folder}/provider").select("provider_id"), "provider_id")
    print("good", good.count(), "bad", staged.count() - good.count())

    latest = (
        good.rdd.map(lambda row: (row.claim_id, row))
        .reduceByKey(lambda one, two: one if one.last_modified_date >= two.last_modified_date else two)
        .values()
    )
    new = spark.createDataFrame(latest, good.schema)
    print("latest", new.count())
    target = f"{folder}/claim"
    old = spark.createDataFrame([], good.schema)
    names = [column for column in new.columns if column != "claim_id"]
    both = old.alias("o").join(new.alias("n"), "claim_id", "full_outer")
    merged = both.select("claim_id", *[fn.coalesce(f"n.{name}", f"o.{name}").alias(name) for name in names])
    merged.write.mode("overwrite").parquet(target)
    end = read()
    return spark.read.parquet(target).count(), end
