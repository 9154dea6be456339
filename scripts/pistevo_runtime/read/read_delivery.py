"""Looks at the files of a delivery, so that they can be read as relations."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any, Protocol

from py4j.protocol import Py4JJavaError
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from pistevo_runtime.events import Emit, Event
from pistevo_runtime.read.aliases import needed_ending
from pistevo_runtime.read.delivery import Delivery, FileFacts
from pistevo_runtime.read.dialect import Dialect, dialect_of
from pistevo_runtime.read.expressions import record_texts
from pistevo_runtime.read.file_head import BytesReader, FileHead, read_head
from pistevo_runtime.read.gzip_damage import find_damage
from pistevo_runtime.read.header_names import plain_name
from pistevo_runtime.read.layout import place_records
from pistevo_runtime.read.look import survey_files
from pistevo_runtime.read.match_columns import ColumnMatch, match_columns
from pistevo_runtime.read.rejection import RejectedFile, stop_of
from pistevo_runtime.read.relations import PlacedFile, Reading
from pistevo_runtime.read.source_file import SourceFile, StatusReader, assert_same
from pistevo_runtime.read.whole_records import find_fault
from pistevo_runtime.stop import RunStop

#: Heads of files that are fetched side by side: an object store answers slowly, but many at once.
_FETCHERS = 8


class SourceReader(BytesReader, StatusReader, Protocol):
    """What is asked of `Files`."""


@dataclass(frozen=True)
class _Matched:
    """A file whose header is known, with where the plan's columns stand in it."""

    head: FileHead
    match: ColumnMatch


def read_delivery(
    spark: SparkSession,
    files: SourceReader,
    read: Mapping[str, Any],
    sources: Sequence[SourceFile],
    ts: str,
    emit: Emit,
) -> Delivery:
    """
    Reads headers, and counts the lines of a delivery once and cheaply; `sources` stand in the order that decides ties.
    Records are taken apart when the relations are used.

    RunStop `rejected` for the first file that cannot be read as a whole, and for what `match_columns` stops at; `failed`
    for a file that changed.
    """
    format_ = read["format"]
    columns = [column["name"] for column in read["columns"]]
    dialect = dialect_of(format_)
    known, fault = _match_headers(spark, files, read, sources, dialect)
    heads = [one.head for one in known]
    damaged = None
    try:
        looked = survey_files(spark, files, list(zip(sources, heads)), format_, dialect) if known else None
    except (Py4JJavaError, PySparkException):
        # Spark tells what it met while it read, not where, and may quote data.
        zipped = [source.path if head.is_gzip else None for source, head in zip(sources, heads)]
        damaged = find_damage(spark, files, zipped)
        if damaged is None:
            raise
        before = list(zip(sources[: damaged[0]], heads))
        looked = survey_files(spark, files, before, format_, dialect) if before else None
    surveyed = [] if looked is None else looked.files
    for source, one, file in zip(sources, known, surveyed):
        own = file.fault
        if own is None and looked is not None:
            own = find_fault(looked.lines, file.splits, file.ends, file.is_terminated)
        if own is not None:
            raise _rejected(source, own, emit)
        assert_same(files, source)
        # Of a file behind one at fault nothing is told: engines that read one after the other have not seen it.
        if read["onDrift"] != "ignore" and one.match.has_drift:
            emit(_drift(source, one.match))
    if damaged is not None:
        at, own = damaged
        raise _rejected(sources[at], own, emit)
    if fault is not None:
        raise fault if isinstance(fault, RunStop) else _rejected(sources[len(known)], fault, emit)
    if looked is None:
        raise ValueError("A delivery has a file at least.")
    placed, facts = [], []
    for file_no, (source, one, file) in enumerate(zip(sources, known, surveyed)):
        layout = place_records(file.splits, file.woven, format_["hasHeader"])
        width = len(one.head.names) if format_["hasHeader"] else len(columns)
        fields = (one.match.fields, width)
        placed.append(PlacedFile(file_no, source.file, layout, fields, file.keep, one.head.mend != ""))
        header = [plain_name(name) for name in one.head.names]
        told = json.dumps(header, ensure_ascii=False, separators=(",", ":"))
        facts.append(FileFacts(file_no, source, told, layout.records, layout.blank_lines))
    texts = record_texts(dialect, spark.version)
    return Delivery(
        Reading(spark, looked.lines, placed, dialect, texts, looked.mend), facts, columns, ts, emit
    )


def _match_headers(
    spark: SparkSession,
    files: SourceReader,
    read: Mapping[str, Any],
    sources: Sequence[SourceFile],
    dialect: Dialect,
) -> tuple[list[_Matched], RejectedFile | RunStop | None]:
    """The files before the first one at fault, and what is wrong with that one."""

    def look(source: SourceFile) -> FileHead | RejectedFile:
        try:
            head = read_head(files, source, read["format"], dialect)
            return replace(head, needed_ending=needed_ending(spark, source, head.is_gzip))
        except RejectedFile as rejected:
            return rejected

    known: list[_Matched] = []
    with ThreadPoolExecutor(_FETCHERS) as fetchers:
        for source, head in zip(sources, fetchers.map(look, sources)):
            if isinstance(head, RejectedFile):
                return known, head
            try:
                known.append(_Matched(head, match_columns(source.file, head.names, read)))
            except RunStop as stop:
                return known, stop
    return known, None


def _drift(source: SourceFile, match: ColumnMatch) -> Event:
    return {
        "kind": "drift-seen",
        "file": source.file,
        "missing": list(match.missing),
        "unknown": list(match.unknown),
        "isReordered": match.is_reordered,
    }


def _rejected(source: SourceFile, rejected: RejectedFile, emit: Emit) -> RunStop:
    emit(
        {
            "kind": "file-seen",
            "file": source.file,
            "sizeBytes": source.size_bytes,
            "state": "rejected",
            "reason": rejected.message,
        }
    )
    return stop_of(source.file, rejected)
