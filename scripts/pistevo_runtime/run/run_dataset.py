"""Runs one dataset from its source folder to its archive."""

from __future__ import annotations

from dataclasses import replace

from pyspark.sql import SparkSession

from pistevo_runtime.plan import parts
from pistevo_runtime.run.carry_out import carry_out
from pistevo_runtime.run.clock import StageClock
from pistevo_runtime.run.context import RunContext
from pistevo_runtime.run.engine_error import to_run_stop
from pistevo_runtime.run.record import keep_record
from pistevo_runtime.run.request import Outcome, RunRequest
from pistevo_runtime.session import prepare_session
from pistevo_runtime.stop import RunStop
from pistevo_runtime.store.files import Files
from pistevo_runtime.store.store import Store, open_store


def run_dataset(session: SparkSession, request: RunRequest) -> Outcome:
    """Never raises for a failure that a user can meet: that is the outcome's reason.

    After `rejected`, `failed` and `cancelled` the table and the ledger are what they were.
    """
    clock = StageClock(request.log.emit)
    started_ms = request.now_ms()
    store: Store | None = None
    try:
        plan_parts = parts(request.plan)
        _require_mask_key(request, plan_parts.stage["parameters"])
        spark = prepare_session(session.newSession())
        files = Files(spark)
        store = open_store(
            spark,
            files,
            request.plan,
            root=request.root,
            run_id=request.run_id,
            command=request.command,
            emit=request.log.emit,
            now_ms=request.now_ms,
        )
        return _under_lock(RunContext(spark, files, request, plan_parts, store, clock), started_ms)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - every failure of a run becomes its outcome here
        stop = to_run_stop(error, clock.current, request.cancellation)
        outcome = Outcome.of(stop, {} if store is None else store.places)
    request.cancellation.end()
    if store is not None and not request.is_dry:
        keep_record(store, request, outcome, started_ms)
    return outcome


def _under_lock(context: RunContext, started_ms: int) -> Outcome:
    store = context.store
    with store.locked():
        try:
            outcome = carry_out(context)
        except BaseException:
            store.abandon()
            raise
        finally:
            context.forget()
        if outcome.status != "succeeded" or context.request.is_dry:
            store.abandon()
        context.request.cancellation.end()
        outcome = replace(outcome, places=store.places)
        if not context.request.is_dry:
            # Before the lock is free: a run that dies over its record is one that died.
            keep_record(store, context.request, outcome, started_ms)
    return outcome


def _require_mask_key(request: RunRequest, parameters: list[str]) -> None:
    if "mask_key" not in parameters or request.mask_key:
        return
    raise RunStop(
        "failed",
        "mask_key_missing",
        f"`{request.plan['dataset']}` masks columns by a keyed hash and there is no key; set PISTEVO_MASK_KEY, the same"
        " for every run.",
    )
