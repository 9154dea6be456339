"""What is done to a table besides running: taking commits back, changing its shape, taking it over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Callable

from pyspark.sql import SparkSession

from pistevo_runtime.run.engine_error import to_run_stop
from pistevo_runtime.run.request import RunRequest
from pistevo_runtime.run.timestamps import next_ts
from pistevo_runtime.session import prepare_session
from pistevo_runtime.stop import EXIT_CODES
from pistevo_runtime.store.files import Files
from pistevo_runtime.store.store import Store, open_store

Told = Mapping[str, Any]


def roll_back(session: SparkSession, request: RunRequest, commits: int) -> Told:
    """Undoes so many commits, the latest first."""

    def act(store: Store) -> Told:
        steps: list[str] = []
        told: dict[str, Any] = {}
        for _ in range(commits):
            request.cancellation.stop_if_asked()
            store.prepare()
            done = store.roll_back()
            steps.append(f"Undid run `{done.run_id}`; the table has {done.target_rows} rows.")
            told = {"runId": done.run_id, "targetRows": done.target_rows, "files": list(done.files)}
        return {"steps": steps, **told}

    return _act(session, request, act)


def migrate(session: SparkSession, request: RunRequest) -> Told:
    """Gives the table the columns and types of the plan."""

    def act(store: Store) -> Told:
        store.prepare()
        return {"steps": list(store.migrate(next_ts(request.now_ms(), store.ledger().last_ts)))}

    return _act(session, request, act)


def adopt(session: SparkSession, request: RunRequest) -> Told:
    """Takes over a table that other scripts made."""

    def act(store: Store) -> Told:
        return {"steps": list(store.adopt(next_ts(request.now_ms(), None)))}

    return _act(session, request, act)


def _act(session: SparkSession, request: RunRequest, act: Callable[[Store], Told]) -> Told:
    """The outcome as it is told in JSON. A failure that a user can meet is its reason, never an exception."""
    try:
        spark = prepare_session(session.newSession())
        store = open_store(
            spark,
            Files(spark),
            request.plan,
            root=request.root,
            run_id=request.run_id,
            command=request.command,
            emit=request.log.emit,
            now_ms=request.now_ms,
        )
        with store.locked():
            try:
                done = act(store)
            except BaseException:
                store.abandon()
                raise
        request.cancellation.end()
        return {"status": "succeeded", "exitCode": EXIT_CODES["succeeded"], **done}
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - every failure becomes the outcome here
        stop = to_run_stop(error, None, request.cancellation)
        told = {"status": stop.status, "exitCode": EXIT_CODES[stop.status], "steps": []}
        return {**told, "reason": stop.message, "code": stop.code}
