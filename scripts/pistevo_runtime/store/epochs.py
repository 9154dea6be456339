"""The table of locks: for each dataset the epochs in which a run held it, the highest being the last."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from pyspark.errors import AnalysisException
from pyspark.sql import SparkSession

from pistevo_runtime.store import metastore
from pistevo_runtime.store.files import Files
from pistevo_runtime.store.holder import Holder, is_here, is_known_dead, own_holder, parse_holder
from pistevo_runtime.store.java_errors import is_java_error
from pistevo_runtime.store.metastore import PartitionSpec
from pistevo_runtime.store.paths import join_path, name_of
from pistevo_runtime.store.places import Places

_TAKEN = "org.apache.spark.sql.catalyst.analysis.PartitionsAlreadyExistException"


@dataclass(frozen=True)
class Living:
    """Who holds an epoch, for people, and how long ago it gave a sign of life.

    `is_sure`: its process was seen; else it may be dead.
    """

    who: str
    silent_seconds: float
    is_sure: bool


@dataclass(frozen=True)
class Epochs:
    """Epochs of one dataset, numbered from 1.

    Each has a folder, in it the folder of the run that added it.
    """

    spark: SparkSession
    files: Files
    places: Places

    def folder(self, epoch: int) -> str:
        return join_path(self.places.locks, self.places.dataset, str(epoch))

    def highest(self) -> int:
        """0 when there was none yet."""
        return max(self.all(), default=0)

    def all(self) -> list[int]:
        """Epochs that the table has; makes the table, and the database, when there is none."""
        where = {"dataset": self.places.dataset}
        try:
            found = metastore.list_partitions(self.spark, self.places.locks_table, where)
        except AnalysisException as error:
            if not metastore.is_missing(error):
                raise
            self._ensure()
            return []
        return [int(spec["epoch"]) for spec in found]

    def add(self, epoch: int, folder: str) -> bool:
        """Adds an epoch; False when another run was faster."""
        try:
            metastore.add_partition_once(self.spark, self.places.locks_table, self._spec(epoch), folder)
        except Exception as error:
            if not is_java_error(error, _TAKEN):
                raise
            # An answer may have got lost on its way, and the client asked again: then it is our own.
            return self._holder_folder(epoch) == folder
        return True

    def living(self, epoch: int, takeover: float) -> Living | None:
        """Who holds an epoch; None when it was released, or its holder is dead or was silent too long."""
        if self._is_released(epoch):
            return None
        beat = self.files.status(join_path(self._holder_folder(epoch), "holder.json"))
        silent = 0.0 if beat is None else max(0.0, (self._store_now() - beat.modified_ms) / 1000)
        if beat is None or silent > takeover:
            return None
        holder = parse_holder(self.files.read_text(beat.path))
        if holder is None:
            return Living("a run that is just beginning or ending", silent, False)
        if is_known_dead(holder):
            return None
        who = f"run `{holder.run_id}` (`{holder.command}`, process {holder.pid} on {holder.host})"
        return Living(who, silent, is_here(holder))

    def died(self, epochs: Sequence[int]) -> tuple[str, ...]:
        """Runs of the highest of these epochs that never released it, down to the first that did."""
        runs: list[str] = []
        for epoch in sorted(epochs, reverse=True):
            if self._is_released(epoch):
                break
            runs.append(name_of(self._holder_folder(epoch)))
        return tuple(runs)

    def own_holder(self, run_id: str, command: str) -> Holder:
        """This process, as a holder."""
        jvm = self.spark.sparkContext._jvm
        assert jvm is not None
        return own_holder(run_id, command, int(jvm.java.lang.ProcessHandle.current().pid()))

    def forget(self, epochs: Sequence[int]) -> None:
        """For those below the highest one, which stays for ever.

        No run that slept finds its own the highest again.
        """
        metastore.drop_partitions(
            self.spark, self.places.locks_table, [self._spec(epoch) for epoch in epochs]
        )
        for epoch in epochs:
            self.files.delete(self.folder(epoch))

    def _ensure(self) -> None:
        metastore.ensure_database(self.spark, self.places.schema)
        # Of two who make a table the metastore lets one fail, and then removes the folder if that one had made it.
        self.files.make_folder(self.places.locks)
        columns, keys = [("run_id", "STRING")], [("dataset", "STRING"), ("epoch", "INT")]
        table = metastore.NewTable(self.places.locks_table, columns, keys, self.places.locks, is_text=True)
        metastore.create_table(self.spark, table, may_exist=True)

    def _spec(self, epoch: int) -> PartitionSpec:
        return {"dataset": self.places.dataset, "epoch": str(epoch)}

    def _is_released(self, epoch: int) -> bool:
        return self.files.status(join_path(self.folder(epoch), "released")) is not None

    def _holder_folder(self, epoch: int) -> str:
        location = metastore.partition_location(self.spark, self.places.locks_table, self._spec(epoch))
        return self.files.qualify(location)

    def _store_now(self) -> int:
        """The time on the store's own clock, in milliseconds: clocks of machines differ."""
        probe = join_path(self.places.locks, self.places.dataset, f".now-{time.time_ns()}")
        self.files.write_text(probe, "")
        status = self.files.status(probe)
        self.files.delete(probe)
        return 0 if status is None else status.modified_ms
