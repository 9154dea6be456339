"""Several drivers on one metastore: two that write, and one that reads all the while."""

import json
import os
from contextlib import ExitStack
from pathlib import Path

import pytest
from metastore import driver, metastore

SCRIPT = Path(__file__).with_name("one_driver.py")


def told(log: Path):
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return [json.loads(line[5:]) for line in lines if line.startswith("TOLD ")]


#: Whether there is `partition_by`, and commits of each of the two writers. PISTEVO_STORE=all: a hundred and more,
#: which `npm run campaign -- readers` sets.
CASES = [(False, 50), (True, 10)] if os.environ.get("PISTEVO_STORE") == "all" else [(False, 3)]


@pytest.mark.parametrize(("is_partitioned", "runs"), CASES)
def test_a_reader_in_a_loop_never_sees_an_empty_a_mixed_or_a_missing_table(tmp_path, is_partitioned, runs):
    logs = {name: tmp_path / f"{name}.log" for name in ("aaaa", "bbbb", "read")}
    with metastore(tmp_path) as address, ExitStack() as stack:

        def start(role, name):
            arguments = [role, address, str(tmp_path), "billing", name, str(runs), str(is_partitioned)]
            return stack.enter_context(driver(SCRIPT, arguments, logs[name]))

        reader, *writers = start("reader", "read"), start("writer", "aaaa"), start("writer", "bbbb")
        assert [writer.wait() for writer in writers] == [0, 0]
        (tmp_path / "enough").touch()
        assert reader.wait() == 0
    found = [fact for name in ("aaaa", "bbbb") for fact in told(logs[name])]
    (read,) = told(logs["read"])
    assert read["kind"] == "read"
    assert read["seen"] > 1
    print(f"{2 * runs} commits, {read['asked']} answers to the reader, {read['seen']} snapshots among them")
    commits = {fact["run"]: fact["before"] for fact in found if fact["kind"] == "committed"}
    assert [fact for fact in found if fact["kind"] not in ("committed", "ended")] == []
    # Every commit knows the one before it, and no two know the same: the two writers took turns.
    assert len(commits) == len(set(commits.values())) == 2 * runs
    assert [fact["warnings"] for fact in found if fact["kind"] == "ended"] == [[], []]
