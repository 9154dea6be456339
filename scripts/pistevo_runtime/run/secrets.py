"""Values of a plan's parameters inside its texts."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pyspark.sql import SparkSession

from pistevo_runtime.local_rows import local_rows

_SECRETS = "_secrets"
_PARAMETER = re.compile(r"'(?:[^'\\]|\\.)*'|`(?:[^`]|``)*`|:(mask_key|run_id|ts)\b", re.DOTALL)


def bind_secrets(spark: SparkSession, text: str, values: Mapping[str, str]) -> str:
    """The text with its parameters read from a relation of one row: a literal would stand in plans, logs and the UI."""
    if not values:
        return text
    names = sorted(values)
    row = local_rows(spark, ", ".join(f"{name} string" for name in names), [[values[name] for name in names]])
    row.createOrReplaceTempView(_SECRETS)
    return _PARAMETER.sub(lambda match: _subquery(match, values), text)


def _subquery(match: re.Match[str], values: Mapping[str, str]) -> str:
    name = match.group(1)
    return match.group(0) if name is None or name not in values else f"(SELECT {name} FROM {_SECRETS})"
