"""The parts of a plan that the runtime asks for by name. Plans stay the JSON of core/contracts/plan.ts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Tuple

Plan = Mapping[str, Any]
Operation = Mapping[str, Any]

PLAN_VERSION = 1


@dataclass(frozen=True)
class PlanParts:
    """Operations by kind: exactly one of each but `sql` and `spark_checks`."""

    read: Operation
    stage: Operation
    sql: Tuple[Operation, ...]
    spark_checks: Tuple[Operation, ...]
    swap: Operation
    archive: Operation


def parts(plan: Plan) -> PlanParts:
    """Sorts the operations of a plan; a plan that lacks one is a fault of the planner."""
    by_kind = {
        kind: _of_kind(plan, kind) for kind in ("read", "stage", "sql", "spark-check", "swap", "archive")
    }
    for kind in ("read", "stage", "swap", "archive"):
        if len(by_kind[kind]) != 1:
            raise ValueError(f"The plan of {plan['dataset']} has {len(by_kind[kind])} operations `{kind}`.")
    return PlanParts(
        read=by_kind["read"][0],
        stage=by_kind["stage"][0],
        sql=tuple(by_kind["sql"]),
        spark_checks=tuple(by_kind["spark-check"]),
        swap=by_kind["swap"][0],
        archive=by_kind["archive"][0],
    )


def _of_kind(plan: Plan, kind: str) -> Sequence[Operation]:
    return [operation for operation in plan["operations"] if operation["kind"] == kind]


_SQL_TYPES = {"string": "STRING", "int": "INT", "bigint": "BIGINT", "double": "DOUBLE", "boolean": "BOOLEAN"}


def sql_type(column_type: str) -> str:
    """A column type of the schema file as Spark spells it."""
    return _SQL_TYPES.get(column_type, column_type.upper())
