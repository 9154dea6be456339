"""What the tests of the runtime stand on."""

import pytest
from pyspark.sql import SparkSession


@pytest.mark.spark4
def test_the_session_keeps_hive_tables_that_say_stored_as(spark: SparkSession) -> None:
    spark.sql("CREATE DATABASE IF NOT EXISTS session_test")
    spark.sql("CREATE TABLE session_test.kept (a INT) STORED AS PARQUET")
    spark.sql("INSERT INTO session_test.kept VALUES (1)")
    provider = spark.sql("DESCRIBE TABLE EXTENDED session_test.kept").where("col_name = 'Provider'").first()
    assert provider is not None
    assert provider["data_type"] == "hive"
    assert [row.a for row in spark.table("session_test.kept").collect()] == [1]
    spark.sql("DROP DATABASE session_test CASCADE")


@pytest.mark.spark4
def test_the_session_counts_in_utc_without_ansi(spark: SparkSession) -> None:
    assert spark.conf.get("spark.sql.session.timeZone") == "UTC"
    row = spark.sql("SELECT CAST('x' AS INT) AS a").first()
    assert row is not None and row.a is None
