"""One run of a dataset at a time."""

import json
import re
import subprocess
import sys
import time

import pytest
from pistevo_runtime.stop import RunStop
from pistevo_runtime.store.context import places_of
from pistevo_runtime.store.epochs import Epochs
from pistevo_runtime.store.holder import holder_json, is_known_dead, own_holder, parse_holder
from pistevo_runtime.store.lock import DatasetLock, LockTimes
from pistevo_runtime.store.paths import join_path
from store.project import a_plan

QUICK = LockTimes(wait=0, beat=0.05, takeover=2)


@pytest.fixture
def epochs(project):
    return Epochs(
        project.spark, project.files, places_of(project.files, a_plan(project.schema), project.root)
    )


def test_a_second_run_is_refused_with_the_name_of_the_first(epochs):
    with DatasetLock(epochs, QUICK) as first:
        first.take("20270101T000000Z-claim-0001", "pistevo run claim")
        with pytest.raises(RunStop) as stopped:
            DatasetLock(epochs, QUICK).take("20270101T000000Z-claim-0002", "pistevo run claim")
        assert (stopped.value.status, stopped.value.code) == ("failed", "locked")
        assert "run `20270101T000000Z-claim-0001` (`pistevo run claim`, process " in stopped.value.message
        # Its process can be seen from here: there is nothing to guess.
        assert "If it died" not in stopped.value.message
        first.assert_held()


def test_after_a_release_the_next_run_has_a_higher_epoch(epochs):
    seen = []
    for number in range(10):
        with DatasetLock(epochs, QUICK) as lock:
            lock.take(f"run{number}", "x")
            seen.append(lock.epoch)
    assert seen == list(range(1, 11))
    assert len(epochs.all()) < 10
    assert epochs.highest() == 10


def test_a_run_that_is_silent_for_too_long_loses_its_lock_and_notices(epochs):
    sleeper = DatasetLock(epochs, LockTimes(wait=0, beat=1000, takeover=1))
    sleeper.take("sleeper", "x")
    time.sleep(1.2)
    with DatasetLock(epochs, LockTimes(wait=5, beat=0.05, takeover=1)) as other:
        other.take("other", "x")
        with pytest.raises(RunStop) as stopped:
            sleeper.assert_held()
        assert stopped.value.code == "lock_lost"
        sleeper.release()
        other.assert_held()
    with pytest.raises(RunStop):
        sleeper.assert_held()


def test_a_run_that_was_silent_but_has_no_successor_yet_does_not_go_on(epochs):
    sleeper = DatasetLock(epochs, LockTimes(wait=0, beat=1000, takeover=0.5))
    sleeper.take("sleeper", "x")
    time.sleep(0.6)
    with pytest.raises(RunStop):
        sleeper.assert_held()
    sleeper.release()


def holder_of(text):
    found = parse_holder(text)
    assert found is not None
    return found


def test_the_lock_of_a_killed_process_of_this_machine_is_free_at_once(epochs):
    script = (
        "import sys; sys.path.insert(0, 'scripts')\n"
        "from pistevo_runtime.store.holder import own_holder, holder_json\n"
        "print(holder_json(own_holder('dead', 'x')))"
    )
    dead = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert is_known_dead(holder_of(dead))
    folder = join_path(epochs.folder(1), "dead")
    epochs.all()
    epochs.files.write_text(join_path(folder, "holder.json"), dead)
    assert epochs.add(1, folder)
    with DatasetLock(epochs, LockTimes(wait=0)) as lock:
        lock.take("next", "x")
        assert lock.epoch == 2


def test_a_jvm_that_outlives_its_python_still_holds_the_lock():
    code = "import sys; sys.path.insert(0, 'scripts')\nfrom pistevo_runtime.store.holder import own_holder, holder_json\n"
    code += "import os; print(holder_json(own_holder('dead', 'x', os.getppid())))"
    text = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not is_known_dead(holder_of(text))
    gone = {**json.loads(text), "jvm_started": "1"}
    assert is_known_dead(holder_of(json.dumps(gone)))


def test_who_is_locked_out_by_another_machine_is_told_when_the_place_is_free(epochs):
    elsewhere = {**json.loads(holder_json(own_holder("far", "x"))), "host": "elsewhere"}
    folder = join_path(epochs.folder(1), "far")
    epochs.all()
    epochs.files.write_text(join_path(folder, "holder.json"), json.dumps(elsewhere))
    assert epochs.add(1, folder)
    with pytest.raises(RunStop) as stopped:
        DatasetLock(epochs, LockTimes(wait=0)).take("next", "x")
    assert re.search(
        r"on elsewhere\), last heard of \d+ s ago; .* If it died, its place is free in \d+ s\.",
        stopped.value.message,
    )


def test_who_takes_the_lock_knows_which_runs_died_since_it_was_last_released(epochs):
    dead = LockTimes(wait=0, beat=1000, takeover=0)
    for run_id in ("released", "dead1", "dead2"):
        lock = DatasetLock(epochs, dead)
        time.sleep(0.01)
        lock.take(run_id, "x")
        if run_id == "released":
            lock.release()
    with DatasetLock(epochs, dead) as lock:
        time.sleep(0.01)
        lock.take("next", "x")
        assert lock.died == ("dead2", "dead1")


def test_a_process_of_another_machine_is_not_thought_dead():
    elsewhere = {**json.loads(holder_json(own_holder("r", "x"))), "host": "elsewhere", "pid": 1}
    assert not is_known_dead(holder_of(json.dumps(elsewhere)))
    assert not is_known_dead(own_holder("r", "x"))
    assert parse_holder('{"run_id": "r') is None


def test_an_epoch_is_added_once(epochs):
    epochs.all()
    assert epochs.add(1, join_path(epochs.folder(1), "a"))
    assert not epochs.add(1, join_path(epochs.folder(1), "b"))
    assert epochs.add(1, join_path(epochs.folder(1), "a"))
