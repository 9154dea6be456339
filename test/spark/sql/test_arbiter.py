"""What the labels of the SQL parser's score rest on."""

import json
from collections.abc import Iterator
from typing import Any, Dict, List

import pytest
from pyspark.sql import SparkSession
from sql.arbiter import open_arbiter

pytestmark = pytest.mark.spark4
SCRIPTING = "spark.sql.scripting.enabled"


@pytest.fixture(scope="module")
def arbiter(spark: SparkSession) -> Iterator[Any]:
    spark.conf.set(SCRIPTING, "true")
    yield open_arbiter(spark)
    spark.conf.unset(SCRIPTING)


def ask(arbiter: Any, *texts: str) -> List[Dict[str, Any]]:
    labels: List[Dict[str, Any]] = json.loads(arbiter.label(json.dumps(texts)))
    return labels


def test_accepts_what_spark_parses_and_names_the_class_of_what_it_does_not(arbiter):
    accepted, by_grammar, beyond = ask(
        arbiter, "SELECT a FROM from t", "SELECT FROM WHERE )", "SELECT DATE 'x'"
    )
    assert accepted == {"accepts": True}
    assert (by_grammar["class"], by_grammar["offset"]) == ("PARSE_SYNTAX_ERROR", 18)
    assert (beyond["class"], beyond["offset"]) == ("INVALID_TYPED_LITERAL", 7)


def test_places_are_utf16_code_units_of_the_whole_text(arbiter):
    text = "-- 😀😀\nSELECT '😀', FROM t WHERE )"
    (label,) = ask(arbiter, text)
    assert label["offset"] == len(text[: text.index(")")].encode("utf-16-le")) // 2


def test_the_end_of_a_text_is_a_place(arbiter):
    text = "SELECT 1 +"
    assert ask(arbiter, text)[0]["offset"] == len(text)


def test_several_statements_are_asked_about_one_by_one(arbiter):
    fine, broken = ask(arbiter, "SELECT ';' ; SELECT 2;", "SELECT 1;\nSELECT 2 +;\nSELECT )")
    assert fine["accepts"]
    assert broken["offset"] == len("SELECT 1;\nSELECT 2 +")


def test_a_script_is_one_statement_on_spark_4(arbiter, spark):
    script, unclosed = ask(arbiter, "BEGIN DECLARE x INT; SELECT x; END", "BEGIN SELECT 1;")
    assert script["accepts"] == (not spark.version.startswith("3."))
    assert not unclosed["accepts"]
