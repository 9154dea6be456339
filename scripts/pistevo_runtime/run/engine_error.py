"""Errors of Spark and of the driver as the stop that a user reads: never with a value of the data."""

from __future__ import annotations

import traceback

from pistevo_runtime.run.cancellation import Cancellation
from pistevo_runtime.stop import RunStop
from pistevo_runtime.store.java_errors import does_java_say, is_java_error, is_java_gone, java_class

_PACKAGE = "pistevo_runtime"
#: What Derby calls a database that another process has open.
_DERBY_BUSY = "XSDB6"
_DOING = {
    "discover": "finding the delivery",
    "stage": "reading and staging the delivery",
    "check": "checking the records",
    "gate": "deciding about the delivery",
    "merge": "merging into the target",
    "commit": "committing",
    "archive": "archiving",
}


def to_run_stop(error: BaseException, stage: str | None, cancellation: Cancellation) -> RunStop:
    """Spark's texts may quote data, so that only the class of an error is told."""
    if isinstance(error, RunStop):
        return error
    if cancellation.is_asked:
        return RunStop("cancelled", "cancelled", "The run was cancelled; nothing was changed.")
    doing = _DOING.get(stage or "discover", "starting")
    kind = java_class(error)
    if _speaks_of(error, "No space left on device"):
        return RunStop(
            "failed",
            "disk_full",
            f"The disk is full while {doing}. Make room and run again; nothing was changed.",
        )
    if is_java_error(error, "java.lang.OutOfMemoryError") or _speaks_of(error, "java.lang.OutOfMemoryError"):
        return RunStop(
            "failed",
            "out_of_memory",
            f"Memory ran out while {doing}. Allow more memory and run again; nothing was changed.",
        )
    if does_java_say(error, _DERBY_BUSY):
        return RunStop(
            "failed",
            "metastore_busy",
            "The metastore that Spark keeps here by itself serves one driver at a time, and another one uses it; wait for"
            " that to end, or give Spark a metastore of its own (`hive.metastore.uris`), then run again.",
        )
    if is_java_gone(error):
        return RunStop(
            "failed",
            "java_ended",
            f"Spark's Java process ended while {doing}: it was killed, or memory ran out. Run again: what was not"
            " committed is undone, what was is finished.",
        )
    return RunStop(
        "failed",
        "engine_error",
        f"The run failed while {doing}: {kind}{_place(error)} (its text is withheld because it may quote the data).",
    )


def _place(error: BaseException) -> str:
    """Where in the runtime it happened, for whoever mends it."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if _PACKAGE in frame.filename]
    if not own:
        return ""
    file = own[-1].filename.rpartition(_PACKAGE)[2].lstrip("/\\")
    return f" at {file}:{own[-1].lineno}"


def _speaks_of(error: BaseException, text: str) -> bool:
    return text in str(error)
