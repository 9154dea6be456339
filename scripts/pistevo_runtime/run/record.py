"""How a run ended, kept beside its table: submitters forget exit codes, and drivers die."""

from __future__ import annotations

import json
from datetime import datetime, timezone

from pistevo_runtime.events import warning
from pistevo_runtime.run.request import Outcome, RunRequest
from pistevo_runtime.store.java_errors import java_class
from pistevo_runtime.store.store import Store

RECORD_VERSION = 1


def keep_record(store: Store, request: RunRequest, outcome: Outcome, started_ms: int) -> None:
    """Writes `<target_path>/<dataset>__v/_runs/<run_id>.json`; that it cannot be written is a warning."""
    record = {
        "v": RECORD_VERSION,
        "runId": request.run_id,
        "dataset": request.plan["dataset"],
        "planFingerprint": request.plan["fingerprint"],
        "startedAt": _iso(started_ms),
        "endedAt": _iso(request.now_ms()),
        "outcome": outcome.to_json(),
        "events": list(request.log.kept),
    }
    try:
        store.write_run_record(json.dumps(record, separators=(",", ":")))
    except Exception as error:  # noqa: BLE001 - the run itself has ended as it has
        message = f"The record of run `{request.run_id}` could not be written ({java_class(error)})."
        request.log.emit(warning("record_not_written", message))


def _iso(epoch_ms: int) -> str:
    moment = datetime.fromtimestamp(epoch_ms / 1000, timezone.utc)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
