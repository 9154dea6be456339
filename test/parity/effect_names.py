"""Names of side effects, alike for every run: what is counted together in a histogram."""

from __future__ import annotations

import re
from typing import Optional

_RUN = re.compile(r"\d{8}T\d{6}Z-[A-Za-z0-9_-]*-[0-9a-f]{4}")
_RUN_TABLE = re.compile(r"__v_[a-z0-9_]+")
_STATEMENT = re.compile(r"\s*(CREATE|ALTER|DROP|INSERT|MSCK|REPAIR|TRUNCATE|REFRESH)\b", re.IGNORECASE)
#: Where a statement's own words end and columns, texts or paths begin.
_VALUES = re.compile(r"\(|\bLOCATION '| AS SELECT\b", re.IGNORECASE)


def file_effect(act: str, path: str) -> str:
    """`write <run>/done`, `delete <delivered>.csv`."""
    plain = _RUN.sub("<run>", path.rstrip("/"))
    plain = re.sub(r"/file_name=.*", "/file_name=…", plain)
    plain = re.sub(r"\.now-\d+", ".now", plain)
    plain = re.sub(r"(pistevo__locks)/[^/]+/\d+", r"\1/<epoch>", plain)
    plain = re.sub(r"/[^/]+\.csv(?=$|\.part$)", "/<delivered>.csv", plain)
    return f"{act} {'/'.join(plain.split('/')[-2:])}"


def rows_effect(path: str) -> str:
    """`rows stage`: of the staged rows, the snapshot, the quarantine or what was resolved."""
    return f"rows {path.rstrip('/').rpartition('/')[2]}"


def statement_effect(text: str) -> Optional[str]:
    """`ALTER TABLE people_stage ADD IF NOT EXISTS PARTITION`; None when nothing of the catalog is changed."""
    if _STATEMENT.match(text) is None:
        return None
    words = _VALUES.split(text, maxsplit=1)[0].replace("`", "")
    words = re.sub(r"\b\w+\.(\w+)", r"\1", words)
    return " ".join(_RUN_TABLE.sub("__v_<run>", words).split())
