"""Finds the archived originals that are to be read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timezone

from pyspark.sql import DataFrame

from pistevo_runtime.plan import parts
from pistevo_runtime.quoting import quote_text
from pistevo_runtime.stop import RunStop
from pistevo_runtime.store.commit_file import CommittedRun
from pistevo_runtime.store.context import StoreContext
from pistevo_runtime.store.ledger import LedgerFile, file_of
from pistevo_runtime.store.quarantine import read_quarantine
from pistevo_runtime.store.recover import State


@dataclass(frozen=True)
class Selection:
    """`kind` is `run`, `file`, `quarantined`, `since` or `all`.

    `value` a run's id, a relative path, or a UTC time.
    """

    kind: str
    value: str = ""
    is_rebuild: bool = False


@dataclass(frozen=True)
class ArchivedFile:
    """An original in the archive; `ledger` is what was written down when it was committed first."""

    path: str
    size_bytes: int
    modified_ms: int
    ledger: LedgerFile


@dataclass(frozen=True)
class ArchivedSelection:
    """Files in the order in which they were committed; a file's place in it is its number in this run.

    `only_records` (`_file_no` int, `record` bigint) are the only records that are wanted; None: all of them.
    """

    files: Sequence[ArchivedFile]
    only_records: DataFrame | None
    why_none: str


def select_archived(context: StoreContext, state: State, selection: Selection) -> ArchivedSelection:
    """RunStop `failed`/`would_duplicate` or `original_missing`."""
    dataset, load = context.places.dataset, parts(context.plan).swap["load"]
    is_quarantined = selection.kind == "quarantined" and not selection.is_rebuild
    if load == "append" and not selection.is_rebuild and not is_quarantined:
        raise RunStop(
            "failed",
            "would_duplicate",
            f"`{dataset}` is loaded by append, so reading a file again would add its rows twice; use "
            "`--quarantined`, or `--rebuild` to make the table anew from all originals.",
        )
    open_rows = read_quarantine(context, state.chain) if is_quarantined else None
    places = set() if open_rows is None else _places(open_rows)
    chosen: dict[str, list[LedgerFile]] = {}
    for run in state.chain:
        for file in (file_of(context.places, run, each) for each in run.files):
            if file.state != "redelivered" and _is_wanted(run, file, selection, state, places, load):
                chosen.setdefault(file.archived_to or "", []).append(file)
    found = [_locate(context, files[0]) for files in chosen.values()]
    only = None if open_rows is None else _numbered(open_rows, list(chosen.values()))
    return ArchivedSelection(found, only, _why_none(dataset, selection.kind))


def _is_wanted(
    run: CommittedRun,
    file: LedgerFile,
    selection: Selection,
    state: State,
    places: set[tuple[str, str]],
    load: str,
) -> bool:
    if selection.is_rebuild or selection.kind == "all":
        # Of a table that is replaced only the latest delivery counts.
        return load != "replace" or run.run_id == state.chain[-1].run_id
    if selection.kind == "run":
        return run.run_id == selection.value
    if selection.kind == "file":
        return file.file == selection.value
    if selection.kind == "since":
        return run.committed_ms >= _epoch_ms(selection.value)
    return (run.run_id, file.file) in places


def _places(rows: DataFrame) -> set[tuple[str, str]]:
    return {(row[0], row[1]) for row in rows.select("run_id", "file_name").distinct().collect()}


def _numbered(rows: DataFrame, chosen: Sequence[Sequence[LedgerFile]]) -> DataFrame:
    """Gives the wanted records the numbers that their files have in this run."""
    pairs = [(number, file.run_id, file.file) for number, files in enumerate(chosen) for file in files]
    values = ", ".join(f"({number}, {quote_text(run)}, {quote_text(name)})" for number, run, name in pairs)
    if not pairs:
        return rows.selectExpr("0 AS _file_no", "record").where("FALSE")
    numbers = rows.sparkSession.sql(f"SELECT * FROM VALUES {values} AS t(_file_no, run_id, file_name)")
    return rows.join(numbers, ["run_id", "file_name"]).select("_file_no", "record").distinct()


def _locate(context: StoreContext, file: LedgerFile) -> ArchivedFile:
    path = file.archived_to or ""
    status = context.files.status(path)
    if status is None:
        raise RunStop(
            "failed",
            "original_missing",
            f"The original of `{file.file}` is not in the archive at `{path}`; put it back, then run again.",
        )
    return ArchivedFile(status.path, status.size_bytes, status.modified_ms, file)


def _epoch_ms(text: str) -> int:
    moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return int((moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)).timestamp() * 1000)


def _why_none(dataset: str, kind: str) -> str:
    what = {
        "run": "no file of that run",
        "file": "no committed file of that name",
        "quarantined": "no quarantined record that is not resolved",
        "since": "no run since then",
        "all": "no committed file",
    }[kind]
    return f"The ledger of `{dataset}` has {what}; `pistevo history {dataset}` lists its runs."
