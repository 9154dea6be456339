"""Lines, quotes and independent counts of a delivery's files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any

from pyspark.sql import DataFrame, SparkSession

from pistevo_runtime.read.aliases import give_aliases
from pistevo_runtime.read.dialect import Dialect
from pistevo_runtime.read.file_head import FileHead
from pistevo_runtime.read.layout import Split, WovenFacts, place_lines
from pistevo_runtime.read.lines import SourceText, known_path, read_lines, seen_path
from pistevo_runtime.read.rejection import RejectedFile
from pistevo_runtime.read.relations import mark_of, splits_frame
from pistevo_runtime.read.source_file import SourceFile, StatusReader, assert_same
from pistevo_runtime.read.survey import SplitFacts, survey
from pistevo_runtime.read.text_size import text_bytes
from pistevo_runtime.read.weave import follow_quotes, survey_woven
from pistevo_runtime.read.whole_records import WovenEnds, is_hopeless

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


@dataclass(frozen=True)
class Surveyed:
    """The lines of a delivery with what is known of its files."""

    lines: DataFrame
    files: Sequence[SurveyedFile]
    #: Of those files whose first line has to be mended (`FileHead.mend`).
    mend: str


def survey_files(
    spark: SparkSession,
    files: StatusReader,
    sources: Sequence[tuple[SourceFile, FileHead]],
    format_: Mapping[str, Any],
    dialect: Dialect,
) -> Surveyed:
    """One look at all lines of one file or more, and another at splits in which records and lines part."""
    mend = next((head.mend for _, head in sources if head.mend), "")
    is_utf16 = format_["encoding"] == "utf-16"
    has_marks = mend != "" or is_utf16
    aliases = give_aliases(
        spark, [(source.path, head.needed_ending) for source, head in sources if head.needed_ending]
    )
    texts = [
        SourceText(aliases.paths.get(source.path, source.path), head.encoding, head.is_whole)
        for source, head in sources
    ]
    lines = read_lines(spark, texts, aliases.options)
    by_file = _by_file(texts, survey(lines, dialect, has_marks))
    if is_utf16 and any(_has_odd_bytes(own) for own in by_file):
        texts = [
            replace(text, is_whole=text.is_whole or _has_odd_bytes(own)) for text, own in zip(texts, by_file)
        ]
        lines = read_lines(spark, texts, aliases.options)
        by_file = _by_file(texts, survey(lines, dialect, has_marks))
    judged = [
        _judge_end(spark, files, source, head, own, (text.is_whole, format_["maxExpansion"]))
        for (source, head), text, own in zip(sources, texts, by_file)
    ]
    placed = [
        place_lines(file_no, end.splits, head.mend != "")
        for file_no, (end, (_, head)) in enumerate(zip(judged, sources))
    ]
    walked = [
        (split, (end.keep, mark_of(split, head.mend != ""), 0, 0))
        for own, end, (_, head) in zip(placed, judged, sources)
        for split in takewhile(lambda split: not is_hopeless(split), own)
        if split.is_woven
    ]
    ends, woven = _walk(spark, lines, walked, dialect, mend)
    surveyed = [
        SurveyedFile(own, woven, ends, end.is_terminated, end.keep, end.fault)
        for own, end in zip(placed, judged)
    ]
    return Surveyed(lines, surveyed, mend)


def _has_odd_bytes(splits: Sequence[SplitFacts]) -> bool:
    return any(split.odd_bytes > 0 for split in splits)


def _by_file(texts: Sequence[SourceText], splits: Sequence[SplitFacts]) -> list[list[SplitFacts]]:
    numbers = {known_path(text.path): file_no for file_no, text in enumerate(texts)}
    by_file: list[list[SplitFacts]] = [[] for _ in texts]
    for facts in splits:
        if facts.last_id - facts.first_id + 1 != facts.lines:
            raise AssertionError("ids of a split have gaps")
        by_file[numbers[seen_path(facts.path)]].append(facts)
    return by_file


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
    reading: tuple[bool, int],
) -> _End:
    """
    Compares the bytes that Spark saw with those of the file: a line more than they tell is one without an LF. `reading`:
    whether the file was decoded as a whole, and how many times its size a gzip may expand to.
    """
    is_whole, most_expansion = reading
    if head.mend == "\ufeff" and sum(split.size_bytes for split in splits) == 2 and splits[0].lines == 1:
        # Nothing but a mark.
        return _End(() if source.size_bytes == 2 else splits, source.size_bytes != 2, None, None)
    end_bytes = 2 if head.encoding.startswith("utf-16") else 1
    seen = sum(split.size_bytes + split.lines * end_bytes for split in splits) + head.mark_bytes
    ends_with_return = len(splits) > 0 and splits[-1].last_return == splits[-1].last_id
    fault, is_terminated = None, True
    if head.is_gzip:
        if seen - end_bytes > max(_SMALLEST_BOUND_BYTES, most_expansion * source.size_bytes):
            fault = _expands(most_expansion)
        elif ends_with_return:
            is_terminated = text_bytes(spark, source.path) == seen
    else:
        is_terminated = seen == source.size_bytes
        # Half a unit at the end of a text is told as a whole one.
        surplus = (0, end_bytes, end_bytes + 1) if is_whole else (0, end_bytes)
        if seen - source.size_bytes not in surplus and len(splits) > 0:
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
    mend: str,
) -> tuple[dict[tuple[int, int], WovenEnds], dict[tuple[int, int], WovenFacts]]:
    if not splits:
        return {}, {}
    frame = splits_frame(spark, [split for split, _ in splits], [more for _, more in splits])
    ends, facts = {}, {}
    for row in survey_woven(follow_quotes(lines, frame, dialect, mend)).collect():
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
