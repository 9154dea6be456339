"""Records that span lines, put together again."""

from __future__ import annotations

from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as sf

from pistevo_runtime.quoting import quote_text
from pistevo_runtime.read.dialect import MOST_BYTES, MOST_LINES, Dialect
from pistevo_runtime.read.survey import IS_BLANK, is_odd


def mended_text(mend: str) -> str:
    """`_text`, with the mark of the lines where `_mark` stands taken away or given back."""
    if mend == "":
        return "_text"
    mended = "substring(_text, 2)" if mend == "\ufeff" else f"concat({quote_text(mend)}, _text)"
    return f"CASE WHEN _id <=> _mark THEN {mended} ELSE _text END"


def follow_quotes(lines: DataFrame, splits: DataFrame, dialect: Dialect, mend: str) -> DataFrame:
    """
    Lines of woven splits with `_inside` (the line begins inside quotes), `_nth` (how many records of this split have
    begun so far, this line included; 0: it belongs to one of an earlier split) and `_is_blank` (an empty line outside
    quotes). The lines of a split meet in one task; no more than that.
    """
    ordered = Window.partitionBy("_file_no", "_start").orderBy("_id")
    before = ordered.rowsBetween(Window.unboundedPreceding, -1)
    until = ordered.rowsBetween(Window.unboundedPreceding, Window.currentRow)
    walked = (
        lines.join(sf.broadcast(splits), ["_path", "_start"])
        .withColumn("_text", sf.expr(mended_text(mend)))
        .withColumn("_odd", sf.expr(f"CAST({is_odd(dialect)} AS INT)"))
        .withColumn("_before", sf.coalesce(sf.sum("_odd").over(before), sf.lit(0)))
        .withColumn("_inside", sf.expr("(_before + CAST(_is_inside AS INT)) % 2 = 1"))
        .withColumn("_is_blank", sf.expr(f"NOT _inside AND {IS_BLANK} AND NOT (_id <=> _keep)"))
    )
    return walked.withColumn(
        "_nth", sf.sum(sf.expr("CAST(NOT _inside AND NOT _is_blank AS INT)")).over(until)
    )


def survey_woven(followed: DataFrame) -> DataFrame:
    """
    One row a split: `records` that begin there, `blank_lines`, `head_lines` and `head_bytes` of the record that an earlier
    split left open, `tail_*` of the last record (with the id of its first line), and `bad_id`, the first line of the first
    record over the limits. Bytes count line ends.
    """
    records = followed.groupBy("_file_no", "_start", "_nth").agg(
        sf.expr("count_if(_is_blank) AS blanks"),
        sf.expr("count_if(NOT _is_blank) AS lines"),
        sf.expr("sum(CASE WHEN NOT _is_blank THEN octet_length(_text) + 1 ELSE 0 END) AS bytes"),
        sf.expr("min(CASE WHEN NOT _is_blank THEN _id END) AS first_id"),
        sf.expr("max_by(CAST(endswith(_text, '\\r') AND NOT (_id <=> _keep) AS INT), _id) AS returns"),
    )
    over = f"_nth > 0 AND (lines > {MOST_LINES} OR bytes - 1 - returns > {MOST_BYTES})"
    return records.groupBy("_file_no", "_start").agg(
        sf.expr("max(_nth) AS records"),
        sf.expr("sum(blanks) AS blank_lines"),
        sf.expr("sum(CASE WHEN _nth = 0 THEN lines ELSE 0 END) AS head_lines"),
        sf.expr("sum(CASE WHEN _nth = 0 THEN bytes ELSE 0 END) AS head_bytes"),
        sf.expr("max_by(lines, _nth) AS tail_lines"),
        sf.expr("max_by(bytes, _nth) AS tail_bytes"),
        sf.expr("max_by(first_id, _nth) AS tail_id"),
        sf.expr(f"min(CASE WHEN {over} THEN first_id END) AS bad_id"),
    )


def weave(followed: DataFrame) -> DataFrame:
    """
    `_file_no`, `_record`, `_line`, `_rec`, `_fields`, `_layout` of every record of woven splits, the header left out.
    Only the lines of records that span several meet again, one record at a time.
    """
    placed = (
        followed.where("NOT _is_blank")
        .selectExpr(
            "_file_no",
            "_last_record + _nth AS _record",
            "_id + _to_line AS _line",
            "_text",
            "_inside OR _odd = 1 AS _is_part",
            "_fields",
            "_layout",
            "_id <=> _keep AS _keeps",
        )
        .where("_record > 0")
    )
    single = placed.where("NOT _is_part").selectExpr(
        "_file_no", "_record", "_line", "_text AS _rec", "_fields", "_layout", "_keeps"
    )
    joined = (
        placed.where("_is_part")
        .groupBy("_file_no", "_record")
        .agg(
            sf.expr("min(_line) AS _line"),
            sf.expr("array_sort(collect_list(struct(_line, _text))) AS _lines"),
            sf.expr("first(_fields) AS _fields"),
            sf.expr("first(_layout) AS _layout"),
            sf.expr("bool_or(_keeps) AS _keeps"),
        )
        .selectExpr(
            "_file_no",
            "_record",
            "_line",
            "array_join(_lines._text, '\\n') AS _rec",
            "_fields",
            "_layout",
            "_keeps",
        )
    )
    return single.unionByName(joined)
