"""Lines of UTF-16, which Spark splits without knowing where a character begins."""

from __future__ import annotations

from pyspark.sql import DataFrame, SparkSession

from pistevo_runtime.quoting import quote_text

_CHARSETS = {"utf-16-le": "UTF-16LE", "utf-16-be": "UTF-16BE"}
#: One unit as two signs of ISO-8859-1: pairs of surrogates and whole units first, then what stands alone.
_LONE = {
    "utf-16-le": r"(?s)\G((?:.[^\xD8-\xDF]|.[\xD8-\xDB].[\xDC-\xDF])*+).[\xD8-\xDF]",
    "utf-16-be": r"(?s)\G((?:[^\xD8-\xDF].|[\xD8-\xDB].[\xDC-\xDF].)*+)[\xD8-\xDF].",
}
_REPLACEMENT = {"utf-16-le": "\xfd\xff", "utf-16-be": "\xff\xfd"}


def charset_of(encoding: str) -> str:
    """Java's name."""
    return _CHARSETS[encoding]


def utf16_text(value: str, encoding: str) -> str:
    """
    Expression for the text of UTF-16 bytes in string `value`: UTF-8, where a lone surrogate or half a unit is byte FF.
    Java takes the character behind a lone surrogate away with it, so those are replaced before.
    """
    charset = f"'{_CHARSETS[encoding]}'"
    decoded = f"decode(CAST({value} AS BINARY), {charset})"
    latin = f"decode(CAST({value} AS BINARY), 'ISO-8859-1')"
    pattern, marked = quote_text(_LONE[encoding]), quote_text("$1" + _REPLACEMENT[encoding])
    mended = f"decode(encode(regexp_replace({latin}, {pattern}, {marked}), 'ISO-8859-1'), {charset})"
    is_broken = f"contains({decoded}, '\ufffd') AND encode({decoded}, {charset}) <> CAST({value} AS BINARY)"
    return f"CASE WHEN {is_broken} THEN replace({mended}, '\ufffd', CAST(X'FF' AS STRING)) ELSE {decoded} END"


def whole_lines(spark: SparkSession, paths: list[str], encoding: str) -> DataFrame:
    """
    Lines of files that are decoded as a whole, one task a file: for the few in which the bytes of a line end also occur
    across two characters. The columns are those of `read_lines`.
    """
    parts = (
        spark.read.text(paths, wholetext=True)
        .selectExpr(
            "input_file_name() AS _path", f"split({utf16_text('value', encoding)}, '\\n', -1) AS _all"
        )
        .selectExpr("_path", "size(_all) AS _size", "posexplode(_all) AS (_at, _text)")
    )
    return parts.where("NOT (_text = '' AND _at = _size - 1)").selectExpr(
        "_path",
        "CAST(0 AS BIGINT) AS _start",
        "CAST(_at AS BIGINT) AS _id",
        "_text",
        f"octet_length(encode(_text, '{_CHARSETS[encoding]}')) AS _bytes",
    )
