"""What the store knows of a dataset when a run begins, as the chain of commits tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from pistevo_runtime.store.chain import Chain
from pistevo_runtime.store.commit_file import CommitFile, CommittedRun, TargetColumn
from pistevo_runtime.store.places import Places

DAY_MS = 24 * 60 * 60 * 1000


@dataclass(frozen=True)
class LedgerFile(CommitFile):
    """A file of a committed run; here `archived_to` is always known."""

    run_id: str = ""


@dataclass(frozen=True)
class StagedRun:
    """A run whose staged files are kept, below `folder`."""

    run_id: str
    ts: str
    shape: str
    folder: str
    staged_ms: int
    columns: Sequence[str]


@dataclass(frozen=True)
class Ledger:
    """`exists` is False before the first commit; `last_ts` counts runs that were rolled back too."""

    exists: bool
    last_ts: str | None
    latest_run: str | None
    last_commit_ms: int | None
    files: Sequence[LedgerFile]
    columns: Sequence[TargetColumn]
    target_rows: int
    runs: Sequence[CommittedRun]
    staged: Sequence[StagedRun]


@dataclass(frozen=True)
class LedgerOptions:
    """`undone_ts`: of runs that were rolled back. Staged files are kept for `stage_days`."""

    undone_ts: Sequence[str]
    stage_days: int
    now_ms: int


def ledger_of(places: Places, chain: Chain, options: LedgerOptions) -> Ledger:
    """The chain from the points of view of a run."""
    latest = chain[-1] if chain else None
    own_ts = [latest.ts] if latest is not None else []
    return Ledger(
        exists=latest is not None,
        last_ts=max([*own_ts, *options.undone_ts], default=None),
        latest_run=None if latest is None else latest.run_id,
        last_commit_ms=None if latest is None else latest.committed_ms,
        files=[file_of(places, run, file) for run in chain for file in run.files],
        columns=() if latest is None else latest.columns,
        target_rows=0 if latest is None else latest.target_rows,
        runs=chain,
        staged=[
            StagedRun(
                run.run_id,
                run.ts,
                run.stage.shape,
                places.run(run.run_id).stage,
                run.committed_ms,
                run.stage.columns,
            )
            for run in kept_stages(chain, options.stage_days, options.now_ms)
            if run.stage is not None
        ],
    )


def kept_stages(chain: Chain, days: int, now_ms: int) -> list[CommittedRun]:
    """Runs whose staged files are young enough to be kept."""
    oldest = now_ms - max(0, days) * DAY_MS
    return [run for run in clear_of_old(chain) if run.stage is not None and run.committed_ms >= oldest]


def clear_of_old(chain: Chain) -> Chain:
    """Runs whose rows and staged files may still be there: those since clear values were last taken out."""
    scrubs = [at for at, run in enumerate(chain) if run.is_scrubbing]
    return chain[scrubs[-1] :] if scrubs else chain


def file_of(places: Places, run: CommittedRun, file: CommitFile) -> LedgerFile:
    fields = asdict(file)
    fields["archived_to"] = file.archived_to or places.archived(run.run_id, file.file)
    return LedgerFile(**fields, run_id=run.run_id)
