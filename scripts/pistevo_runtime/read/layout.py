"""Where records and lines stand in each split: plain arithmetic over what the survey told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pistevo_runtime.read.survey import SplitFacts


@dataclass(frozen=True)
class Split:
    """A split with its place in its file."""

    facts: SplitFacts
    file_no: int
    #: Physical line of its first line, 1-based.
    first_line: int
    #: It begins inside a quoted field.
    is_inside: bool
    #: Lines and records part somewhere in it, so that both have to be counted line by line.
    is_woven: bool
    #: Ordinal of the last record that began before it; -1: not even the header did.
    last_record: int = 0


@dataclass(frozen=True)
class WovenFacts:
    """What only a walk through a woven split tells."""

    #: Records that begin in it.
    records: int
    blank_lines: int


@dataclass(frozen=True)
class FileLayout:
    splits: tuple[Split, ...]
    #: Without the header.
    records: int
    blank_lines: int


def place_lines(file_no: int, splits: Sequence[SplitFacts], is_mended: bool) -> list[Split]:
    """
    The splits of one file, in order, with lines counted and quotes followed; records not yet. `is_mended`: a mark is
    put into the first line or taken from it, so that what the survey told of an empty one does not hold.
    """
    placed: list[Split] = []
    line, is_inside = 1, False
    for facts in splits:
        is_contiguous = facts.filled == 0 or (
            facts.first_filled is not None
            and facts.last_filled is not None
            and facts.last_filled - facts.first_filled + 1 == facts.filled
        )
        is_doubtful = is_mended and facts.start == 0 and facts.is_first_bare
        is_woven = is_inside or facts.odd_lines > 0 or not is_contiguous or is_doubtful
        placed.append(Split(facts, file_no, line, is_inside, is_woven))
        line += facts.lines
        is_inside ^= facts.odd_lines % 2 == 1
    return placed


def place_records(
    splits: Sequence[Split], woven: Mapping[tuple[int, int], WovenFacts], has_header: bool
) -> FileLayout:
    """Counts records on; `woven` by file and start of split."""
    header = 1 if has_header else 0
    last, blank_lines = -header, 0
    placed: list[Split] = []
    for split in splits:
        placed.append(replace(split, last_record=last))
        if split.is_woven:
            facts = woven[split.file_no, split.facts.start]
            last += facts.records
            blank_lines += facts.blank_lines
        else:
            last += split.facts.filled
            blank_lines += split.facts.lines - split.facts.filled
    return FileLayout(tuple(placed), max(last, 0), blank_lines)
