"""Records set aside: where they are, why, and their strings with masks applied."""

from __future__ import annotations

from collections.abc import Sequence

from pyspark.sql import DataFrame

from pistevo_runtime.events import Event
from pistevo_runtime.quoting import quote_name, quote_text
from pistevo_runtime.run.context import RunContext
from pistevo_runtime.run.row_rules import reason_list

_SAMPLES = 5


def tell_malformed(context: RunContext) -> None:
    """One result a reason, with places of the first few records."""
    rows = context.spark.sql(
        f"""SELECT reason, n, place, file_name, line FROM (
          SELECT reason, file_name, line, count(*) OVER (PARTITION BY reason) AS n,
            row_number() OVER (PARTITION BY reason ORDER BY _file_no, record) AS place
          FROM _malformed) AS placed
        WHERE place <= {_SAMPLES} ORDER BY reason, place"""
    ).collect()
    results: dict[str, list[object]] = {}
    counts: dict[str, int] = {}
    for row in rows:
        counts[row["reason"]] = row["n"]
        results.setdefault(row["reason"], []).append({"file": row["file_name"], "line": row["line"]})
    for reason, samples in results.items():
        event: Event = {
            "kind": "rule-result",
            "rule": reason,
            "severity": "quarantine",
            "failing": counts[reason],
            "samples": samples,
        }
        context.emit(event)


def resolved_rows(context: RunContext, reprocessed: Sequence[str], has_orphans: bool) -> DataFrame | None:
    """Quarantined records of earlier runs that this one decides anew, as `(run_id, file_name, record)`; None: none.

    Orphans that came through, or every record of a file that is read again.
    """
    if has_orphans:
        return context.spark.sql(
            "SELECT o.run_id, o.file_name, o.record FROM _orphans o"
            " JOIN _candidates c ON c._file_no = o.n AND c._record = o.record"
        )
    rows = context.store.quarantine() if reprocessed else None
    if rows is None:
        return None
    return rows.where(rows["file_name"].isin(list(reprocessed))).select("run_id", "file_name", "record")


def quarantine_rows(context: RunContext, ts: str) -> DataFrame:
    """Malformed and rejected records of this run: `run_id, ts, file_name, record, line, length, reasons, staged`."""
    plan = context.plan
    run = f"{quote_text(context.request.run_id)} AS run_id, {quote_text(ts)} AS ts"
    pairs = ", ".join(f"{quote_text(c['name'])}, s.{quote_name(c['name'])}" for c in plan["columns"])
    return context.spark.sql(
        f"""SELECT {run}, file_name, record, line, length, array(reason) AS reasons, CAST(NULL AS map<string, string>) AS staged
        FROM _malformed
        UNION ALL
        SELECT {run}, f.file_name, f._record, f._line, CAST(NULL AS BIGINT), f.reasons, map({pairs})
        FROM (SELECT _file_no, file_name, _record, _line, {reason_list(plan["rules"])} AS reasons
          FROM _flags LEFT SEMI JOIN _rejected USING (_file_no, _record) WHERE _file_no >= 0) AS f
        JOIN _stage s ON s._file_no = f._file_no AND s._record = f._record"""
    )
