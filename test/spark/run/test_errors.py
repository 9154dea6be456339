"""What a user is told when Spark, its metastore or its Java fail."""

import threading

from pistevo_runtime.run.cancellation import Cancellation
from pistevo_runtime.run.engine_error import to_run_stop
from py4j.protocol import Py4JJavaError, Py4JNetworkError
from pyspark.errors import PySparkException
from pytest import mark, raises


def told(error):
    stop = to_run_stop(error, "commit", Cancellation(threading.Event(), lambda: None))
    assert stop.status == "failed"
    return stop


def test_a_metastore_that_another_driver_has_open_is_named(spark):
    jvm = spark.sparkContext._jvm
    cause = jvm.java.sql.SQLException(
        "ERROR XSDB6: Another instance of Derby may have already booted the database"
    )
    with raises(Py4JJavaError) as caught:
        jvm.java.util.concurrent.CompletableFuture.failedFuture(
            jvm.java.lang.RuntimeException("x", cause)
        ).join()
    stop = told(caught.value)
    assert stop.code == "metastore_busy"
    assert "one driver at a time" in stop.message


@mark.parametrize("error", [Py4JNetworkError("no answer"), ConnectionRefusedError(111, "refused")])
def test_a_java_that_was_killed_is_named_with_what_to_do(error):
    stop = told(error)
    assert stop.code == "java_ended"
    assert "while committing" in stop.message
    assert "Run again" in stop.message


def test_of_any_other_error_the_class_is_told_and_the_text_is_not(spark):
    with raises(PySparkException) as caught:
        spark.sparkContext._jvm.java.lang.Integer.parseInt("a value")
    stop = told(caught.value)
    assert stop.code == "engine_error"
    assert "NumberFormatException" in stop.message
    assert "a value" not in stop.message
