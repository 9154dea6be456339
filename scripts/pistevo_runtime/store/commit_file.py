"""What a commit writes down: one JSON object a run, in its folder, never changed after."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

COMMIT_VERSION = 1


@dataclass(frozen=True)
class TargetColumn:
    """A column of the target as the schema file spelled it; `mask` is None when it holds clear values."""

    name: str
    type: str
    mask: str | None = None


@dataclass(frozen=True)
class CommitFile:
    """A file of a delivery. `state` is `new`, `redelivered`, `empty_file` or `reprocessed`.

    `header` is JSON.
    """

    file_no: int
    file: str
    size_bytes: int
    tag: str
    modified_ms: int
    state: str
    header: str
    records: int
    malformed: int
    digest: str | None = None
    #: Where the original is or will be; None: in the run's own archive folder, under its relative path.
    archived_to: str | None = None


@dataclass(frozen=True)
class StageFacts:
    """How the staged files of a run look. `columns` are those that were staged as strings."""

    shape: str
    columns: Sequence[str] = ()
    #: Partition folders below the run's stage folder, as Spark names them: `file_name=a.csv/ts=…`.
    partitions: Sequence[str] = ()


@dataclass(frozen=True)
class CommittedRun:
    """A commit as the chain has it. `kind` is `run`, `adopt` or `migrate`."""

    run_id: str
    parent: str | None
    epoch: int
    kind: str
    ts: str
    committed_ms: int
    plan_fingerprint: str
    load: str
    counts: Mapping[str, int]
    checks: Sequence[Mapping[str, Any]]
    columns: Sequence[TargetColumn]
    partition_by: Sequence[str]
    files: Sequence[CommitFile]
    stage: StageFacts | None
    has_quarantine: bool
    has_resolved: bool
    #: Clear values were taken out of all that earlier runs had written: only what is kept from here on
    #: counts.
    is_scrubbing: bool
    #: Commits since the last checkpoint; 0: this run's folder has one.
    since_checkpoint: int

    @property
    def target_rows(self) -> int:
        return int(self.counts.get("targetRows", 0))


def commit_json(dataset: str, run: CommittedRun) -> str:
    """One line."""
    return json.dumps({"v": COMMIT_VERSION, "dataset": dataset, **asdict(run)}, separators=(",", ":"))


def parse_commit(value: Mapping[str, Any]) -> CommittedRun:
    """The commit in a JSON object; KeyError or TypeError when it is none."""
    fields = {name: value[name] for name in CommittedRun.__dataclass_fields__}
    stage = fields["stage"]
    return CommittedRun(
        **{
            **fields,
            "columns": tuple(TargetColumn(**column) for column in fields["columns"]),
            "files": tuple(CommitFile(**file) for file in fields["files"]),
            "stage": None if stage is None else StageFacts(**stage),
        }
    )
