"""The store of one dataset as a run uses it, from the lock to the archive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Callable

from pyspark.sql import DataFrame, SparkSession

from pistevo_runtime.events import Emit
from pistevo_runtime.plan import Plan, parts
from pistevo_runtime.store.adopt import adopt
from pistevo_runtime.store.archive import ToArchive, archive_files
from pistevo_runtime.store.commit import Commit, commit_run
from pistevo_runtime.store.commit_file import CommittedRun, TargetColumn
from pistevo_runtime.store.context import StoreContext, places_of
from pistevo_runtime.store.epochs import Epochs
from pistevo_runtime.store.evolution import check_evolution
from pistevo_runtime.store.files import Files, part_of, unfinished_of
from pistevo_runtime.store.ledger import Ledger, LedgerOptions, ledger_of
from pistevo_runtime.store.lock import DatasetLock, LockTimes
from pistevo_runtime.store.migrate import migrate
from pistevo_runtime.store.parents import read_parent
from pistevo_runtime.store.partitions import Touched, find_touched, forget_scratch
from pistevo_runtime.store.paths import join_path
from pistevo_runtime.store.quarantine import read_quarantine
from pistevo_runtime.store.recover import State, recover
from pistevo_runtime.store.rollback import RolledBack, roll_back
from pistevo_runtime.store.select_archived import ArchivedSelection, Selection, select_archived
from pistevo_runtime.store.snapshot import read_snapshot, shape_rows


class Store:
    """Holds the lock of a dataset between `locked()` and its end.

    Answers questions only after `prepare()`.
    """

    def __init__(self, context: StoreContext, lock: DatasetLock) -> None:
        self.context = context
        self._lock = lock
        self._state: State | None = None
        self._is_committed = False

    @contextmanager
    def locked(self) -> Iterator[None]:
        """RunStop `failed`/`locked` when another run of the dataset holds the lock."""
        self._lock.take(self.context.run_id, self.context.command)
        with self._lock:
            yield

    def prepare(self) -> None:
        """Makes the database, and finishes or undoes what an earlier run left half done."""
        self._state = recover(self.context)
        for run_id in self._lock.died:
            # Its other unfinished files went with its folder.
            self.context.files.delete(unfinished_of(self.context.places.record(run_id)))

    @property
    def state(self) -> State:
        if self._state is None:
            raise ValueError("The store is asked before `prepare`.")
        return self._state

    def ledger(self) -> Ledger:
        """What is known of the dataset; the same until the commit."""
        options = LedgerOptions(self.state.undone_ts, self.context.stage_days, self.context.now_ms())
        return ledger_of(self.context.places, self.state.chain, options)

    def columns(self) -> tuple[TargetColumn, ...]:
        """Columns of the plan, as a commit writes them down."""
        return tuple(
            TargetColumn(column["name"], column["type"], column.get("mask"))
            for column in self.context.plan["columns"]
        )

    def check_evolution(self, is_replaced: bool) -> Sequence[TargetColumn]:
        """Columns that the table does not have yet; RunStop `failed`/`needs_migration`."""
        return check_evolution(self.context.plan, self.state.chain, is_replaced)

    def target(self) -> DataFrame | None:
        """Rows of the current snapshot in the shape of the plan; None before the first commit."""
        chain = self.state.chain
        if not chain:
            return None
        rows = read_snapshot(self.context.spark, self.context.places, chain[-1])
        return shape_rows(rows, chain[-1].columns, self.columns())

    def parent(self, dataset: str) -> DataFrame | None:
        """Rows of another dataset's current snapshot; None when it was never ingested."""
        return read_parent(self.context, dataset)

    def quarantine(self) -> DataFrame | None:
        """Rows in quarantine that nothing has resolved; None when no run had any."""
        return read_quarantine(self.context, self.state.chain)

    def touched(self, changes: DataFrame) -> Touched | None:
        """For a table with `partition_by` that has rows: the partitions to write anew. None.

        All of them, or there are none.
        """
        chain, swap = self.state.chain, parts(self.context.plan).swap
        if not swap["partitionBy"] or not chain or list(chain[-1].partition_by) != list(swap["partitionBy"]):
            return None
        found = find_touched(self.context, chain, changes, swap["keys"])
        return Touched(found.partitions, shape_rows(found.target, chain[-1].columns, self.columns()))

    def commit(self, commit: Commit) -> CommittedRun:
        """Moves the table to what this run wrote. After an error it is what it was."""
        state = self.state
        run = commit_run(self.context, self._lock, commit, head=state.head, chain=state.chain)
        self._is_committed = True
        if commit.touched is not None:
            forget_scratch(self.context)
        return run

    def roll_back(self) -> RolledBack:
        """Undoes the latest commit."""
        return roll_back(self.context, self._lock, self.state)

    def migrate(self, ts: str) -> Sequence[str]:
        """Gives the table the shape of the plan; answers what was done."""
        return migrate(self.context, self._lock, self.state, ts)

    def adopt(self, ts: str) -> Sequence[str]:
        """Takes over a table that other means made; is called instead of `prepare`."""
        return adopt(self.context, self._lock, ts)

    def select_archived(self, selection: Selection) -> ArchivedSelection:
        """Originals that are to be read again."""
        return select_archived(self.context, self.state, selection)

    def archive(self, files: Sequence[ToArchive]) -> int:
        """Moves files out of the source; what fails is a warning and is left for the next run."""
        return archive_files(self.context.files, self.context.places, files, self.context.emit)

    def archive_of(self, file: str) -> str:
        """The run in whose archive folder a file is put that no run committed.

        This one's, or that of a run which died after it had begun to copy the file: it is not kept twice.
        """
        files, places = self.context.files, self.context.places
        for run_id in self._lock.died:
            kept = places.archived(run_id, file)
            if files.status(kept) is not None or files.status(part_of(kept)) is not None:
                return run_id
        return self.context.run_id

    def abandon(self) -> None:
        """Removes what an uncommitted run wrote."""
        if not self._is_committed:
            self.context.files.delete(self.context.own.path)

    def write_run_record(self, text: str) -> None:
        """How the run ended, at a place that outlives the driver."""
        self.context.files.write_text(self.context.places.record(self.context.run_id), text)

    @property
    def stage_folder(self) -> str:
        return self.context.own.stage

    @property
    def data_folder(self) -> str:
        return self.context.own.data

    @property
    def places(self) -> Mapping[str, str]:
        """Where everything is, for people."""
        places, run_id = self.context.places, self.context.run_id
        return {
            "target": places.table(),
            "staging": places.stage_table,
            "quarantine": places.quarantine_view,
            "archive": join_path(places.archive, places.dataset, run_id) + "/",
        }


def open_store(
    spark: SparkSession,
    files: Files,
    plan: Plan,
    *,
    root: str,
    run_id: str,
    command: str,
    emit: Emit,
    now_ms: Callable[[], int],
    times: LockTimes | None = None,
) -> Store:
    """The store of a plan's dataset. `root` is the project's folder, below which relative paths lie."""
    places = places_of(files, plan, root)
    context = StoreContext(spark, files, plan, places, run_id, command, emit, now_ms)
    return Store(context, DatasetLock(Epochs(spark, files, places), times or LockTimes()))
