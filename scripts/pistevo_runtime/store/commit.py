"""Commits a run.

All that it wrote is in its folder, then the table moves there, then the other tables follow.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Callable

from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame

from pistevo_runtime.events import warning
from pistevo_runtime.quoting import quote_text
from pistevo_runtime.store.chain import Chain, write_commit
from pistevo_runtime.store.commit_file import CommitFile, CommittedRun, StageFacts, TargetColumn
from pistevo_runtime.store.context import StoreContext
from pistevo_runtime.store.followers import register
from pistevo_runtime.store.head import Head, read_head
from pistevo_runtime.store.java_errors import java_class
from pistevo_runtime.store.lock import DatasetLock
from pistevo_runtime.store.metastore import is_missing, parse_partition
from pistevo_runtime.store.partitions import Touched, collect_partitions
from pistevo_runtime.store.quarantine import QUARANTINE_COLUMNS
from pistevo_runtime.store.recover import follow
from pistevo_runtime.store.retain import retain
from pistevo_runtime.store.swap import ready_partitions, swap

_QUARANTINE = [name for name, _ in QUARANTINE_COLUMNS]


def _nothing() -> None:
    """For callers that need not be asked."""


@dataclass(frozen=True)
class Commit:
    """What a run hands over. The rows are in the run's `data` folder already, the staged ones in `stage`.

    `quarantine` has `ts, file_name, record, line, length, reasons, staged`; `resolved` has `run_id,
    file_name, record`; None when
    there are none. `is_whole`: the rows are the whole table, so no partition is shared; else `touched` says
    which are new.
    """

    ts: str
    load: str
    counts: Mapping[str, int]
    columns: Sequence[TargetColumn]
    files: Sequence[CommitFile]
    kind: str = "run"
    fingerprint: str = ""
    checks: Sequence[Mapping[str, Any]] = ()
    quarantine: DataFrame | None = None
    resolved: DataFrame | None = None
    stage: StageFacts | None = None
    partition_by: Sequence[str] = ()
    is_whole: bool = False
    is_scrubbing: bool = False
    touched: Touched | None = None
    #: Called last before the point of no return; raises when a source is no longer what was read.
    assert_unchanged: Callable[[], None] = _nothing
    on_point_of_no_return: Callable[[], None] = _nothing


def commit_run(
    context: StoreContext,
    lock: DatasetLock,
    commit: Commit,
    *,
    head: Head,
    chain: Chain,
    kept: str | None = None,
) -> CommittedRun:
    """Answers what was written down. After an error the table is what it was.

    With `kept` it stays under that name.
    """
    own = context.own
    if commit.quarantine is not None:
        # The run's id stands in the files too, for readers that do not come through the table.
        rows = commit.quarantine.selectExpr(f"{quote_text(context.run_id)} AS run_id", *_QUARANTINE)
        rows.write.parquet(own.quarantine)
    if commit.resolved is not None:
        commit.resolved.distinct().write.parquet(own.resolved)
    run = CommittedRun(
        run_id=context.run_id,
        parent=chain[-1].run_id if chain else None,
        epoch=lock.epoch,
        kind=commit.kind,
        ts=commit.ts,
        committed_ms=context.now_ms(),
        plan_fingerprint=commit.fingerprint or str(context.plan["fingerprint"]),
        load=commit.load,
        counts=commit.counts,
        checks=commit.checks,
        columns=commit.columns,
        partition_by=commit.partition_by,
        files=commit.files,
        stage=_staged(context, commit),
        has_quarantine=commit.quarantine is not None,
        has_resolved=commit.resolved is not None,
        is_scrubbing=commit.is_scrubbing,
        since_checkpoint=0,
    )
    if run.partition_by:
        partitions = collect_partitions(context, chain, commit)
        ready_partitions(context.spark, context.places, run, partitions)
    run = write_commit(context.files, context.places, chain, run)
    commit.assert_unchanged()
    commit.on_point_of_no_return()
    lock.assert_held()
    try:
        swap(context.spark, context.places, run, head, kept)
    except Exception:
        # An answer that got lost on its way is no failure: the metastore knows.
        if read_head(context.spark, context.files, context.places).run_id != run.run_id:
            raise
    _follow(context, [*chain, run])
    return run


def _follow(context: StoreContext, chain: Chain) -> None:
    """What can wait for the next run, if it must: the commit stands."""
    run = chain[-1]
    try:
        names = [column.name for column in run.columns]
        is_alike = len(chain) > 1 and names == [column.name for column in chain[-2].columns]
        if is_alike and not run.is_scrubbing and _register(context, run):
            retain(context, chain)
            context.files.create_text(context.own.done, "")
        else:
            follow(context, chain)
    except Exception as error:  # noqa: BLE001
        context.emit(
            warning(
                "tables_behind",
                f"The commit stands, but the tables beside `{context.places.table()}` could not follow "
                f"({java_class(error)}); the next run brings them in step.",
            )
        )


def _register(context: StoreContext, run: CommittedRun) -> bool:
    """False when one of the tables is gone."""
    try:
        register(context.spark, context.places, run)
    except AnalysisException as error:
        if not is_missing(error):
            raise
        return False
    return True


def _staged(context: StoreContext, commit: Commit) -> StageFacts | None:
    if commit.stage is None:
        return None
    folder = context.own.stage
    partitions = [
        f"{status.name}/ts={commit.ts}"
        for status in context.files.list(folder)
        if status.is_folder and "file_name" in parse_partition(status.name)
    ]
    columns = commit.stage.columns or [column.name for column in commit.columns]
    return replace(commit.stage, columns=columns, partitions=partitions)
