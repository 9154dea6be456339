"""What a long write tells of itself."""

import time

from pistevo_runtime.events import Event
from pistevo_runtime.run.progress import telling_progress

LINES = 5_000


def _file(tmp_path):
    file = tmp_path / "lines.txt"
    file.write_text("a line of text\n" * LINES)
    return file


def test_a_write_tells_lines_and_bytes_that_its_tasks_have_read(spark, tmp_path):
    file = _file(tmp_path)
    size = file.stat().st_size
    events: list[Event] = []
    deadline = time.monotonic() + 120
    jobs = 0
    with telling_progress(spark, events.append, "progress-1", size):
        while not events and time.monotonic() < deadline:
            spark.read.text(str(file)).write.format("noop").mode("overwrite").save()
            jobs += 1
    assert events, "nothing was told in two minutes"
    first = events[0]
    assert (first["kind"], first["stage"]) == ("stage-progress", "stage")
    assert 0 < first["rows"] <= jobs * LINES
    assert 0 < first["bytes"] <= first["totalBytes"] == size


def test_jobs_of_others_are_not_counted_and_the_group_of_the_thread_comes_back(spark, tmp_path):
    file = _file(tmp_path)
    context = spark.sparkContext
    context.setLocalProperty("spark.jobGroup.id", "another's")
    try:
        spark.read.text(str(file)).write.format("noop").mode("overwrite").save()
        events: list[Event] = []
        with telling_progress(spark, events.append, "progress-2", 1):
            # Longer than it takes to look once.
            time.sleep(1.5)
        assert events == []
        assert context.getLocalProperty("spark.jobGroup.id") == "another's"
    finally:
        context.setLocalProperty("spark.jobGroup.id", None)
