"""Lines, quotes and independent counts of a delivery's files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pyspark.sql import DataFrame, SparkSession

from pistevo_runtime.read.dialect import Dialect
from pistevo_runtime.read.file_head import FileHead
from pistevo_runtime.read.layout import Split, WovenFacts, place_lines
from pistevo_runtime.read.lines import known_path, seen_path
from pistevo_runtime.read.rejection import RejectedFile
from pistevo_runtime.read.relations import splits_frame
from pistevo_runtime.read.source_file import SourceFile, StatusReader, assert_same
from pistevo_runtime.read.survey import SplitFacts, survey
from pistevo_runtime.read.text_size import text_bytes
from pistevo_runtime.read.weave import follow_quotes, survey_woven
from pistevo_runtime.read.whole_records import WovenEnds

_SMALLEST_BOUND_BYTES = 1024 * 1024


@dataclass(frozen=True)
class SurveyedFile:
    """`woven` and `ends` by (file number, start of split)."""

    splits: Sequence[Split]
    woven: Mapping[tuple[int, int], WovenFacts]
    ends: Mapping[tuple[int, int], WovenEnds]
    #: The last line ends with an LF.
    is_terminated: bool
    #: Id of an unterminated last line that ends with a CR.
    keep: int | None
    fault: RejectedFile | None


def survey_files(
    spark: SparkSession,
    files: StatusReader,
    lines: DataFrame,
    sources: Sequence[tuple[SourceFile, FileHead]],
    format_: Mapping[str, Any],
    dialect: Dialect,
) -> list[SurveyedFile]:
    """One look at all lines, and a second one at those splits in which records and lines part."""
    if not sources:
        return []
    numbers = {known_path(source.path): file_no for file_no, (source, _) in enumerate(sources)}
    by_file: list[list[SplitFacts]] = [[] for _ in sources]
    for facts in survey(lines, dialect):
        if facts.last_id - facts.first_id + 1 != facts.lines:
            raise AssertionError("ids of a split have gaps")
        by_file[numbers[seen_path(facts.path)]].append(facts)
    judged = [
        _judge_end(spark, files, source, head, own, format_["maxExpansion"])
        for (source, head), own in zip(sources, by_file)
    ]
    placed = [place_lines(file_no, end.splits) for file_no, end in enumerate(judged)]
    walked = [
        (split, (end.keep, 0, 0)) for own, end in zip(placed, judged) for split in own if split.is_woven
    ]
    ends, woven = _walk(spark, lines, walked, dialect)
    return [
        SurveyedFile(own, woven, ends, end.is_terminated, end.keep, end.fault)
        for own, end in zip(placed, judged)
    ]


@dataclass(frozen=True)
class _End:
    """How a file ends; its splits with a last line that is a lone CR counted as the data it is."""

    splits: Sequence[SplitFacts]
    is_terminated: bool
    keep: int | None
    fault: RejectedFile | None


def _judge_end(
    spark: SparkSession,
    files: StatusReader,
    source: SourceFile,
    head: FileHead,
    splits: Sequence[SplitFacts],
    most_expansion: int,
) -> _End:
    """Compares the bytes that Spark saw with those of the file: a line more than they tell is one without an LF."""
    seen = sum(split.size_bytes + split.lines for split in splits) + head.mark_bytes
    ends_with_return = len(splits) > 0 and splits[-1].last_return == splits[-1].last_id
    fault, is_terminated = None, True
    if head.is_gzip:
        if seen - 1 > max(_SMALLEST_BOUND_BYTES, most_expansion * source.size_bytes):
            fault = _expands(most_expansion)
        elif ends_with_return:
            is_terminated = text_bytes(spark, source.path) == seen
    else:
        is_terminated = seen == source.size_bytes
        if seen not in (source.size_bytes, source.size_bytes + 1) and len(splits) > 0:
            assert_same(files, source)
            fault = RejectedFile(
                "unreadable", "Spark did not read all of it: make it readable, and run again."
            )
    if is_terminated or not ends_with_return:
        return _End(splits, is_terminated, None, fault)
    last = splits[-1]
    if last.last_filled != last.last_id:
        first = last.last_id if last.first_filled is None else last.first_filled
        last = replace(last, filled=last.filled + 1, first_filled=first, last_filled=last.last_id)
    return _End([*splits[:-1], last], is_terminated, last.last_id, fault)


def _walk(
    spark: SparkSession,
    lines: DataFrame,
    splits: Sequence[tuple[Split, tuple[Any, ...]]],
    dialect: Dialect,
) -> tuple[dict[tuple[int, int], WovenEnds], dict[tuple[int, int], WovenFacts]]:
    if not splits:
        return {}, {}
    frame = splits_frame(spark, [split for split, _ in splits], [more for _, more in splits])
    ends, facts = {}, {}
    for row in survey_woven(follow_quotes(lines, frame, dialect)).collect():
        place = (row["_file_no"], row["_start"])
        facts[place] = WovenFacts(row["records"], row["blank_lines"])
        ends[place] = WovenEnds(
            row["head_lines"],
            row["head_bytes"],
            row["tail_lines"],
            row["tail_bytes"],
            row["tail_id"],
            row["bad_id"],
            row["records"],
        )
    return ends, facts


def _expands(most: int) -> RejectedFile:
    return RejectedFile(
        "expansion",
        f"The gzip file expands to more than {most} times its size: check it, or raise `format.max_expansion`.",
    )
