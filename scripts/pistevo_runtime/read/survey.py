"""One cheap look at all lines: how many there are in each split, and where records may span them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pyspark.sql import DataFrame
from pyspark.sql import functions as sf

from pistevo_runtime.quoting import quote_text
from pistevo_runtime.read.dialect import Dialect

IS_BLANK = "_text IN ('', '\\r')"

_IS_BARE = "_text IN ('', '\\r', '\ufeff', '\ufeff\\r')"


def is_odd(dialect: Dialect) -> str:
    """Whether a line holds an odd number of quotes."""
    if dialect.quote == "":
        return "false"
    quote = quote_text(dialect.quote)
    count = f"octet_length(_text) - octet_length(replace(_text, {quote}, ''))"
    return f"contains(_text, {quote}) AND ({count}) % 2 = 1"


@dataclass(frozen=True)
class SplitFacts:
    """What one split of one file holds. Ids are those of `read_lines`."""

    path: str
    start: int
    lines: int
    first_id: int
    last_id: int
    #: Without line ends.
    size_bytes: int
    longest_bytes: int
    odd_lines: int
    #: Lines that are not empty.
    filled: int
    first_filled: int | None
    last_filled: int | None
    #: The last line that ends with a CR.
    last_return: int | None
    #: Lines of an odd number of bytes: in UTF-16 they were not split between characters.
    odd_bytes: int = 0
    #: The first line is empty but for what may be a byte order mark.
    is_first_bare: bool = False


def survey(lines: DataFrame, dialect: Dialect, has_marks: bool = False) -> Sequence[SplitFacts]:
    """One row a split, in the order of files and bytes; `has_marks`: look out for bare first lines and odd bytes."""
    filled = f"NOT ({IS_BLANK})"
    rows = (
        lines.groupBy("_path", "_start")
        .agg(
            sf.expr("count(1) AS lines"),
            sf.expr("min(_id) AS first_id"),
            sf.expr("max(_id) AS last_id"),
            sf.expr("sum(_bytes) AS size_bytes"),
            sf.expr("max(octet_length(_text)) AS longest_bytes"),
            sf.expr(f"count_if({is_odd(dialect)}) AS odd_lines"),
            sf.expr(f"count_if({filled}) AS filled"),
            sf.expr(f"min(CASE WHEN {filled} THEN _id END) AS first_filled"),
            sf.expr(f"max(CASE WHEN {filled} THEN _id END) AS last_filled"),
            sf.expr("max(CASE WHEN endswith(_text, '\\r') THEN _id END) AS last_return"),
            sf.expr("count_if(_bytes % 2 = 1)" if has_marks else "0"),
            sf.expr(f"min_by({_IS_BARE}, _id)" if has_marks else "false"),
        )
        .collect()
    )
    return sorted((SplitFacts(*row) for row in rows), key=lambda split: (split.path, split.start))
