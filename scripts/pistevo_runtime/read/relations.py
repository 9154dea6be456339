"""The relations that a delivery becomes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as sf

from pistevo_runtime.quoting import quote_name, quote_text
from pistevo_runtime.read.dialect import Dialect
from pistevo_runtime.read.expressions import RecordTexts
from pistevo_runtime.read.layout import FileLayout, Split
from pistevo_runtime.read.weave import follow_quotes, mended_text, weave

#: Fields (from 0) of the plan's columns, and how many a sound record has.
Layout = tuple[tuple[Any, ...], int]

_SPLITS = (
    "array<struct<_path string, _start bigint, _file_no int, _is_inside boolean, _last_record bigint, "
    "_to_line bigint, _to_record bigint, _from bigint, _until bigint, _keep bigint, _mark bigint, _fields int, _layout int>>"
)
_NAMES = [column.split()[0] for column in _SPLITS[len("array<struct<") : -2].split(", ")]


@dataclass(frozen=True)
class PlacedFile:
    """What is known of a file before its records are taken apart."""

    file_no: int
    file: str
    layout: FileLayout
    fields: Layout
    #: Id of an unterminated last line that ends with a CR: there it is data.
    keep: int | None
    #: Whether its first line has to be mended.
    is_mended: bool


def splits_frame(spark: SparkSession, splits: Sequence[Split], extra: Sequence[tuple[Any, ...]]) -> DataFrame:
    """A row a split, to be joined to its lines; `extra`: keep, mark, fields, layout of each."""
    rows: list[dict[str, Any]] = []
    for split, more in zip(splits, extra):
        facts = split.facts
        first = facts.first_filled if facts.first_filled is not None else facts.last_id + 1
        until = facts.last_filled if facts.last_filled is not None else facts.last_id
        # The header is record 0.
        from_id = first + 1 if split.last_record < 0 else first
        cells = (
            facts.path,
            facts.start,
            split.file_no,
            split.is_inside,
            split.last_record,
            split.first_line - facts.first_id,
            split.last_record + 1 - first,
            from_id,
            until,
            *more,
        )
        rows.append(dict(zip(_NAMES, cells)))
    # One text, however many splits there are: cell by cell they would cross to the JVM slowly.
    told = sf.from_json(sf.lit(json.dumps(rows)), _SPLITS)
    return spark.range(0, 1, 1, 1).select(sf.inline(told))


@dataclass(frozen=True)
class Reading:
    """One scan of the lines, and everything that says how to take them apart."""

    spark: SparkSession
    lines: DataFrame
    files: Sequence[PlacedFile]
    dialect: Dialect
    texts: RecordTexts
    #: What the lines marked for it have too much or too little (`FileHead.mend`); empty when there is none.
    mend: str = ""

    def records(self) -> DataFrame:
        """`_file_no`, `_record`, `_line`, `_rec`, `_fields`, `_layout` of every record, `_parts` its fields."""
        layouts = self.layouts()
        by_kind: dict[bool, list[tuple[Split, tuple[Any, ...]]]] = {False: [], True: []}
        for file in self.files:
            width, layout = file.fields[1], layouts.index(file.fields)
            for split in file.layout.splits:
                mark = mark_of(split, file.is_mended)
                by_kind[split.is_woven].append((split, (file.keep, mark, width, layout)))
        has_returns = any(
            split.facts.last_return is not None for split, _ in [*by_kind[False], *by_kind[True]]
        )
        parts = []
        if by_kind[False] or not by_kind[True]:
            frame = splits_frame(self.spark, *_unzip(by_kind[False]))
            parts.append(_plain(self.lines, frame, self.mend))
        if by_kind[True]:
            frame = splits_frame(self.spark, *_unzip(by_kind[True]))
            parts.append(weave(follow_quotes(self.lines, frame, self.dialect, self.mend)))
        # By bytes: what is not UTF-8 has no characters to count.
        shorter = "CAST(substring(CAST(_rec AS BINARY), 1, octet_length(_rec) - 1) AS STRING)"
        without_end = f"CASE WHEN endswith(_rec, '\\r') AND NOT _keeps THEN {shorter} ELSE _rec END"
        taken = [
            part.selectExpr(
                "_file_no",
                "_record",
                "_line",
                f"{without_end} AS _rec" if has_returns else "_rec",
                "_fields",
                "_layout",
            )
            # A column that changes by itself: without it Spark would push filters below and take records apart twice.
            .selectExpr("*", f"{self.texts.parts} AS _parts", "monotonically_increasing_id() AS _barrier")
            for part in parts
        ]
        return reduce(DataFrame.unionByName, taken)

    def layouts(self) -> list[Layout]:
        return sorted({file.fields for file in self.files}, key=repr) or [((), 0)]

    def raw(self, columns: Sequence[str], ts: str) -> DataFrame:
        """`_raw` of the plan: every sound record, one string a column."""
        return self._sound().selectExpr(
            "_file_no",
            "_record",
            "_line",
            f"{self._file_name()} AS file_name",
            f"{quote_text(ts)} AS ts",
            *(f"{self._value(at)} AS {quote_name(name)}" for at, name in enumerate(columns)),
        )

    def malformed(self) -> DataFrame:
        """`_file_no`, `file_name`, `record`, `line`, `length` (UTF-8 bytes without the line end), `reason`."""
        judged = self.records().selectExpr(
            "_file_no",
            f"{self._file_name()} AS file_name",
            "_record AS record",
            "_line AS line",
            "CAST(octet_length(_rec) AS BIGINT) AS length",
            f"{self.texts.reason} AS reason",
            "_barrier",
        )
        return judged.where("_barrier >= 0 AND reason IS NOT NULL").drop("_barrier")

    def sums(self) -> DataFrame:
        """One row, `total`: half the MD5 of each sound record, added up."""
        half = f"CAST(conv(right(md5({self.texts.canonical}), 16), 16, 10) AS DECIMAL(38, 0))"
        return self._sound().selectExpr(f"{half} AS half").selectExpr("sum(half) AS total")

    def _sound(self) -> DataFrame:
        return self.records().where(f"_barrier >= 0 AND {self.texts.is_sound}")

    def _value(self, column: int) -> str:
        layouts = self.layouts()
        if len(layouts) == 1:
            field = layouts[0][0][column]
            return "CAST(NULL AS STRING)" if field is None else self.texts.field(f"get(_parts, {field})")
        fields = ", ".join(
            "CAST(NULL AS INT)" if one[0][column] is None else str(one[0][column]) for one in layouts
        )
        return self.texts.field(f"get(_parts, get(array({fields}), _layout))")

    def _file_name(self) -> str:
        names = {file.file_no: file.file for file in self.files}
        if not names:
            return "''"
        listed = ", ".join(quote_text(names.get(no, "")) for no in range(max(names) + 1))
        return (
            quote_text(next(iter(names.values()))) if len(names) == 1 else f"get(array({listed}), _file_no)"
        )


def _unzip(rows: Sequence[tuple[Split, tuple[Any, ...]]]) -> tuple[list[Split], list[tuple[Any, ...]]]:
    return [split for split, _ in rows], [more for _, more in rows]


def mark_of(split: Split, is_mended: bool) -> int | None:
    """The id of a file's first line where that has to be mended."""
    return split.facts.first_id if is_mended and split.facts.start == 0 else None


def _plain(lines: DataFrame, splits: DataFrame, mend: str) -> DataFrame:
    """Splits in which every line that is not empty is a record."""
    return (
        lines.join(sf.broadcast(splits), ["_path", "_start"])
        .where("_id BETWEEN _from AND _until")
        .selectExpr(
            "_file_no",
            "_id + _to_record AS _record",
            "_id + _to_line AS _line",
            f"{mended_text(mend)} AS _rec",
            "_fields",
            "_layout",
            "_id <=> _keep AS _keeps",
        )
    )
