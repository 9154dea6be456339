"""The ledger: every commit from the table's location back to the first.

What is not on this chain never happened.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from pistevo_runtime.stop import RunStop
from pistevo_runtime.store.commit_file import CommittedRun, commit_json, parse_commit
from pistevo_runtime.store.files import Files
from pistevo_runtime.store.places import Places

#: Every so many commits one keeps them all in one file, so that a long chain is read in few steps.
CHECKPOINT_EVERY = 16

Chain = Sequence[CommittedRun]


def read_chain(files: Files, places: Places, head: str | None) -> Chain:
    """Commits, the oldest first.

    RunStop `failed`/`ledger_damaged` when one of them cannot be read.
    """
    newest_first: list[CommittedRun] = []
    run_id = head
    while run_id is not None:
        commit = _read(files, places, run_id)
        if commit.since_checkpoint == 0 and commit.parent is not None:
            return [*_read_checkpoint(files, places, run_id), *reversed(newest_first)]
        newest_first.append(commit)
        run_id = commit.parent
    return newest_first[::-1]


def write_commit(files: Files, places: Places, before: Chain, run: CommittedRun) -> CommittedRun:
    """Writes down a commit that comes after `before`; it takes effect when the table moves to its folder."""
    since = 0 if not before else (before[-1].since_checkpoint + 1) % CHECKPOINT_EVERY
    commit = replace(run, since_checkpoint=since)
    folder = places.run(run.run_id)
    if since == 0 and before:
        lines = [commit_json(places.dataset, each) for each in [*before, commit]]
        files.write_text(folder.checkpoint, "\n".join(lines) + "\n")
    text = commit_json(places.dataset, commit) + "\n"
    files.write_text(f"{folder.ledger}/commit.json", text)
    files.write_text(folder.commit, text)
    return commit


def _read(files: Files, places: Places, run_id: str) -> CommittedRun:
    return _parse(places, run_id, _text(files, places, run_id, places.run(run_id).commit))


def _read_checkpoint(files: Files, places: Places, run_id: str) -> Chain:
    text = _text(files, places, run_id, places.run(run_id).checkpoint)
    return [_parse(places, run_id, line) for line in text.splitlines()]


def _text(files: Files, places: Places, run_id: str, path: str) -> str:
    if files.status(path) is None:
        raise _damaged(places, run_id, path)
    return files.read_text(path)


def _parse(places: Places, run_id: str, text: str) -> CommittedRun:
    try:
        return parse_commit(json.loads(text))
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(places, run_id, places.run(run_id).path) from error


def _damaged(places: Places, run_id: str, path: str) -> RunStop:
    return RunStop(
        "failed",
        "ledger_damaged",
        f"The ledger of `{places.table()}` cannot be read at run `{run_id}` (`{path}`); "
        "put the file back as it was, then run again.",
    )
