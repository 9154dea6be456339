"""Refuses files that hold a record over the limits, or one that is never closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyspark.sql import DataFrame
from pyspark.sql import functions as sf

from pistevo_runtime.quoting import quote_text
from pistevo_runtime.read.dialect import MOST_BYTES, MOST_LINES
from pistevo_runtime.read.layout import Split
from pistevo_runtime.read.rejection import RejectedFile, open_quote, too_long


@dataclass(frozen=True)
class WovenEnds:
    """The records at both ends of a woven split; `*_bytes` with line ends, `*_id` of a record's first line."""

    head_lines: int
    head_bytes: int
    tail_lines: int
    tail_bytes: int
    tail_id: int | None
    bad_id: int | None
    records: int


def is_hopeless(split: Split) -> bool:
    """No quote closes the record that is open where the split begins, and it is too long by then: it need not be walked."""
    return split.is_inside and split.facts.odd_lines == 0 and split.facts.lines > MOST_LINES


def find_fault(
    lines: DataFrame,
    splits: Sequence[Split],
    ends: Mapping[tuple[int, int], WovenEnds],
    is_terminated: bool,
) -> RejectedFile | None:
    """The first record of a file that cannot be: `splits` are the file's, in order, `ends` by start of split."""
    open_line, open_lines, open_bytes = 0, 0, 0
    for at, split in enumerate(splits):
        facts = split.facts
        if not split.is_woven:
            if facts.longest_bytes > MOST_BYTES:
                line = _first_long_line(lines, split)
                if line is not None:
                    return too_long(line, MOST_LINES, MOST_BYTES)
            continue
        if is_hopeless(split):
            return too_long(open_line, MOST_LINES, MOST_BYTES)
        end = ends[split.file_no, facts.start]
        to_line = split.first_line - facts.first_id
        if split.is_inside:
            open_lines += end.head_lines
            open_bytes += end.head_bytes
        is_last = at == len(splits) - 1
        stays_open = split.is_inside ^ (facts.odd_lines % 2 == 1)
        if stays_open and end.records == 0:
            is_over = open_lines >= MOST_LINES + (1 if is_last and not is_terminated else 0)
        else:
            is_over = open_lines > MOST_LINES
        if is_over or open_bytes > MOST_BYTES + 2:
            return too_long(open_line, MOST_LINES, MOST_BYTES)
        is_tail_bad = False
        if stays_open and end.records > 0 and end.tail_id is not None:
            open_line, open_lines, open_bytes = end.tail_id + to_line, end.tail_lines, end.tail_bytes
            is_tail_bad = open_lines >= MOST_LINES + (1 if is_last and not is_terminated else 0)
        if end.bad_id is not None:
            return too_long(end.bad_id + to_line, MOST_LINES, MOST_BYTES)
        if is_tail_bad:
            return too_long(open_line, MOST_LINES, MOST_BYTES)
        if is_last and stays_open:
            return open_quote(open_line)
        if not stays_open:
            open_lines = open_bytes = 0
    return None


def _first_long_line(lines: DataFrame, split: Split) -> int | None:
    facts = split.facts
    is_long = "octet_length(_text) - CAST(endswith(_text, '\\r') AS INT) > " + str(MOST_BYTES)
    row = (
        lines.where(f"_path = {quote_text(facts.path)} AND _start = {facts.start} AND {is_long}")
        .agg(sf.min("_id"))
        .first()
    )
    if row is None or row[0] is None:
        return None
    return int(row[0]) - facts.first_id + split.first_line
