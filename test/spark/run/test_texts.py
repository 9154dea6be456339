"""Texts that the runtime changes before Spark reads them, and those that it makes."""

from pistevo_runtime.datasets import choose_dataset
from pistevo_runtime.quoting import quote_name, quote_text
from pistevo_runtime.run.spark_checks import as_own_table
from pistevo_runtime.run.summary import summarize
from pistevo_runtime.run.timestamps import next_ts
from pistevo_runtime.stop import RunStop
from pytest import mark, raises


@mark.parametrize(
    ("query", "own"),
    [
        ("SELECT * FROM billing.claim", "SELECT * FROM `claim`"),
        ("select billing.claim.id from `billing` . `Claim`", "select `claim`.id from `claim`"),
        (
            "SELECT 'billing.claim' -- billing.claim\nFROM claim",
            "SELECT 'billing.claim' -- billing.claim\nFROM claim",
        ),
        ("SELECT * FROM billing.claims", "SELECT * FROM billing.claims"),
        ("SELECT * FROM x.billing.claim", "SELECT * FROM x.billing.claim"),
    ],
)
def test_a_check_sees_its_own_table_as_it_would_be(query: str, own: str) -> None:
    assert as_own_table(query, "billing", "claim") == own


def test_names_and_texts_are_quoted() -> None:
    assert quote_name("a`b") == "`a``b`"
    assert quote_text("it's\n${x}\\") == "'it\\'s\\n\\u0024{x}\\\\'"


@mark.parametrize(
    ("now_ms", "previous", "ts"),
    [
        (1_700_000_000_999, None, "20231114221320"),
        (1_700_000_000_000, "20231114221319", "20231114221320"),
        (1_700_000_000_000, "20231231235959", "20240101000000"),
    ],
)
def test_a_run_is_later_than_the_one_before(now_ms: int, previous: str, ts: str) -> None:
    assert next_ts(now_ms, previous) == ts


def test_a_dataset_is_found_by_its_twin() -> None:
    assert choose_dataset(["patients", "claim"], "Patient") == "patients"
    assert choose_dataset(["claim", "company"], "companies") == "company"
    with raises(RunStop, match="may be any of `boxs`, `boxes`"):
        choose_dataset(["boxs", "boxes"], "box")
    with raises(RunStop, match="has no dataset `x`"):
        choose_dataset(["claim"], "x")


def test_a_summary_tells_rules_and_places() -> None:
    counts = {"records": 3, "inserted": 2, "targetRows": 2}
    events = [
        {
            "kind": "rule-result",
            "rule": "cast:n",
            "severity": "quarantine",
            "failing": 1,
            "samples": [{"file": "a.csv", "line": 4}],
        },
        {"kind": "rule-result", "rule": "min:n", "severity": "warn", "failing": 0, "samples": []},
    ]
    told = summarize(
        "claim", {"status": "succeeded", "counts": counts, "places": {"target": "billing.claim"}}, events
    )
    assert told.splitlines() == [
        "claim: succeeded",
        "  3 records, 2 inserted; 2 rows in the table",
        "  cast:n (quarantine): 1, first at a.csv:4",
        "  target: billing.claim",
    ]
