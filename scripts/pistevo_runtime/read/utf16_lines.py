"""Lines of UTF-16, which Spark splits without knowing where a character begins."""

from __future__ import annotations

from collections.abc import Sequence

from pyspark.sql import DataFrame, DataFrameReader

from pistevo_runtime.quoting import quote_text

_CHARSETS = {"utf-16-le": "UTF-16LE", "utf-16-be": "UTF-16BE"}
#: Bytes as signs of ISO-8859-1: whole units and pairs of surrogates first, then a surrogate or a byte that stands alone.
_LONE = {
    "utf-16-le": r"(?s)\G((?:.[^\xD8-\xDF]|.[\xD8-\xDB].[\xDC-\xDF])*+)(?:.[\xD8-\xDF]|.\z)",
    "utf-16-be": r"(?s)\G((?:[^\xD8-\xDF].|[\xD8-\xDB].[\xDC-\xDF].)*+)(?:[\xD8-\xDF].|.\z)",
}
#: Stands for them until the text is UTF-8; no text has it, for it is no character.
_MARK = "\uffff"
_INVALID = "CAST(X'FF' AS STRING)"


def charset_of(encoding: str) -> str:
    """Java's name."""
    return _CHARSETS[encoding]


def utf16_text(value: str, encoding: str) -> str:
    """
    Expression for the text of UTF-16 bytes in string `value`: UTF-8, where a lone surrogate or half a unit is byte FF.
    Java takes the character behind a lone surrogate away with it, so those are replaced before.
    """
    texts = _Texts(value, encoding)
    marked = f"replace({texts.mended}, '{_MARK}', {_INVALID})"
    return f"CASE WHEN {texts.is_broken} THEN {marked} ELSE {texts.decoded} END"


class _Texts:
    """Expressions over UTF-16 bytes in a string."""

    def __init__(self, value: str, encoding: str) -> None:
        charset = f"'{_CHARSETS[encoding]}'"
        latin = f"decode(CAST({value} AS BINARY), 'ISO-8859-1')"
        pattern, marked = quote_text(_LONE[encoding]), quote_text("$1\xff\xff")
        replaced = f"encode(regexp_replace({latin}, {pattern}, {marked}), 'ISO-8859-1')"
        self.decoded = f"decode(CAST({value} AS BINARY), {charset})"
        #: With `_MARK` in place of what stands alone, and nothing else lost.
        self.mended = f"decode({replaced}, {charset})"
        is_same = f"encode({self.decoded}, {charset}) = CAST({value} AS BINARY)"
        self.is_broken = f"(contains({self.decoded}, '\ufffd') AND NOT ({is_same}))"


def whole_lines(reader: DataFrameReader, paths: Sequence[str], encoding: str) -> DataFrame:
    """
    Lines of files that are decoded as a whole, one task a file: for the few in which the bytes of a line end also occur
    across two characters. The columns are those of `read_lines`.
    """
    texts = _Texts("value", encoding)
    # Java's split would lose the byte that is no UTF-8, so it is put there afterwards.
    parts = (
        reader.text(list(paths), wholetext=True)
        .selectExpr(
            "input_file_name() AS _path",
            f"{texts.is_broken} AS _is_broken",
            f"split(CASE WHEN {texts.is_broken} THEN {texts.mended} ELSE {texts.decoded} END, '\\n', -1) AS _all",
        )
        .selectExpr("_path", "_is_broken", "size(_all) AS _size", "posexplode(_all) AS (_at, _line)")
    )
    return parts.where("NOT (_line = '' AND _at = _size - 1)").selectExpr(
        "_path",
        "CAST(0 AS BIGINT) AS _start",
        "CAST(_at AS BIGINT) AS _id",
        f"CASE WHEN _is_broken THEN replace(_line, '{_MARK}', {_INVALID}) ELSE _line END AS _text",
        f"octet_length(encode(_line, '{_CHARSETS[encoding]}')) AS _bytes",
    )
