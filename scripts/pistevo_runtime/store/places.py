"""Where everything of one dataset is: folders below the target path, and names in the metastore."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pistevo_runtime.store.paths import join_path, relative_path

#: The form of a run's id, as engine/runs/run-id.ts makes it; folders of other names are not runs.
RUN_ID = re.compile(r"\d{8}T\d{6}Z-[A-Za-z0-9_-]*-[0-9a-f]{4}")


@dataclass(frozen=True)
class RunFolder:
    """What one run wrote: all of it is there before the table moves, and never changed after."""

    path: str

    @property
    def data(self) -> str:
        """The snapshot: the location of the table."""
        return join_path(self.path, "data")

    @property
    def commit(self) -> str:
        """What the run did, and which run it came after."""
        return join_path(self.path, "commit.json")

    @property
    def checkpoint(self) -> str:
        """Every commit up to this one, in the folders of some runs."""
        return join_path(self.path, "ledger.json")

    @property
    def partitions(self) -> str:
        """Where each partition of the snapshot is, for tables with `partition_by`."""
        return join_path(self.path, "partitions.json")

    @property
    def done(self) -> str:
        """A mark: the table moved to this run, and the other tables followed."""
        return join_path(self.path, "done")

    @property
    def undone(self) -> str:
        """A mark: `rollback` took the table back from this run."""
        return join_path(self.path, "undone.json")

    @property
    def stage(self) -> str:
        return join_path(self.path, "stage")

    @property
    def quarantine(self) -> str:
        return join_path(self.path, "quarantine")

    @property
    def resolved(self) -> str:
        """Places of records that were in quarantine and are not any more."""
        return join_path(self.path, "resolved")

    @property
    def ledger(self) -> str:
        """The commit again, alone in a folder, where a table can read it."""
        return join_path(self.path, "ledger")


@dataclass(frozen=True)
class Places:
    """Names and folders of a dataset. `target` and `archive` are qualified folders."""

    schema: str
    dataset: str
    target: str
    archive: str

    @property
    def versions(self) -> str:
        return join_path(self.target, f"{self.dataset}__v")

    def run(self, run_id: str) -> RunFolder:
        return RunFolder(join_path(self.versions, run_id))

    def record(self, run_id: str) -> str:
        """How a run ended, for those who cannot see its exit code."""
        return join_path(self.versions, "_runs", f"{run_id}.json")

    def archived(self, run_id: str, file: str) -> str:
        return join_path(self.archive, self.dataset, run_id, file)

    def run_of_location(self, location: str) -> str | None:
        """The run whose snapshot a table's location is; None when it is none of ours."""
        inside = relative_path(_s3(self.versions), _s3(location))
        run_id = None if inside is None or not inside.endswith("/data") else inside[: -len("/data")]
        return run_id if run_id is not None and RUN_ID.fullmatch(run_id) else None

    @property
    def locks(self) -> str:
        return join_path(self.target, "pistevo__locks")

    def table(self, suffix: str = "") -> str:
        """`<schema>.<dataset><suffix>`, not quoted."""
        return f"{self.schema}.{self.dataset}{suffix}"

    def run_table(self, run_id: str) -> str:
        """The table of one run's partitions, behind the view of a dataset with `partition_by`."""
        return self.table("__v_" + re.sub(r"[^a-z0-9]+", "_", run_id.lower()))

    @property
    def stage_table(self) -> str:
        return self.table("_stage")

    @property
    def quarantine_view(self) -> str:
        return self.table("_quarantine")

    @property
    def quarantine_rows(self) -> str:
        return self.table("_quarantine__rows")

    @property
    def quarantine_resolved(self) -> str:
        return self.table("_quarantine__resolved")

    @property
    def locks_table(self) -> str:
        return f"{self.schema}.pistevo_locks"

    @property
    def commits_table(self) -> str:
        return f"{self.schema}.pistevo_commits"


def _s3(path: str) -> str:
    """`s3://`, `s3a://` and `s3n://` name the same bucket."""
    return re.sub(r"^s3[an]://", "s3://", path)
