"""What must not be seen of a run from outside, asked of a real Spark."""

import hashlib
import threading

from pistevo_runtime.local_rows import local_rows
from pistevo_runtime.run.cancellation import Cancellation
from pistevo_runtime.run.secrets import bind_secrets
from pistevo_runtime.session import prepare_session
from pistevo_runtime.stop import RunStop
from pyspark.sql import SparkSession
from pytest import LogCaptureFixture, raises

KEY = "a key that nobody may see"
TEXT = (
    "SELECT x, sha2(concat(:mask_key, ':', x), 256) AS h, ':mask_key' AS t FROM VALUES ('a'), ('b') AS v(x)"
)


def test_the_mask_key_works_and_stands_in_no_plan(spark: SparkSession) -> None:
    frame = spark.sql(bind_secrets(spark, TEXT, {"mask_key": KEY}))
    hashes = {row["x"]: row["h"] for row in frame.collect()}
    assert hashes == {x: hashlib.sha256(f"{KEY}:{x}".encode()).hexdigest() for x in "ab"}
    execution = frame._jdf.queryExecution()
    plan = execution.executedPlan()
    jvm = spark._jvm
    assert jvm is not None
    code = jvm.org.apache.spark.sql.execution.debug.package.codegenString(plan)
    told = [execution.toString(), execution.logical().treeString(), plan.treeString(), code]
    assert [KEY in text for text in told] == [False] * len(told)


def test_the_text_of_an_error_is_not_logged(spark: SparkSession, caplog: LogCaptureFixture) -> None:
    prepare_session(spark.newSession())
    with raises(Exception, match="NO_SUCH"):
        spark.sql("SELECT raise_error('NO_SUCH value')").collect()
    assert "NO_SUCH" not in caplog.text


def test_a_text_that_looks_like_a_parameter_stays(spark: SparkSession) -> None:
    row = spark.sql(bind_secrets(spark, TEXT, {"mask_key": KEY})).first()
    assert row is not None and row["t"] == ":mask_key"


def test_small_relations_have_the_types_they_say(spark: SparkSession) -> None:
    frame = local_rows(spark, "a string, `b c` bigint, n int", [["x", 1 << 40, 2], [None, None, None]])
    assert frame.dtypes == [("a", "string"), ("b c", "bigint"), ("n", "int")]
    assert [tuple(row) for row in frame.collect()] == [("x", 1 << 40, 2), (None, None, None)]
    assert local_rows(spark, "k string", []).count() == 0


def test_a_run_is_cancelled_until_its_commit_and_not_after() -> None:
    interrupted = threading.Event()
    asked = threading.Event()
    early = Cancellation(asked, interrupted.set)
    early.stop_if_asked()
    asked.set()
    assert interrupted.wait(10)
    with raises(RunStop, match="was cancelled; nothing was changed"):
        early.close()
    early.end()
    late = Cancellation(threading.Event(), interrupted.set)
    late.close()
    late._asked.set()
    late.stop_if_asked()
    assert not late.is_asked
