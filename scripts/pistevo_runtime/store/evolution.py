"""How a table must change to take a plan's rows. Adding columns is done by the run.

The rest is for `pistevo migrate`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pistevo_runtime.plan import Plan, parts
from pistevo_runtime.stop import RunStop
from pistevo_runtime.store.chain import Chain
from pistevo_runtime.store.commit_file import TargetColumn


@dataclass(frozen=True)
class Evolution:
    """`masked` are columns that hold clear values and may not any more."""

    added: Sequence[TargetColumn]
    renamed: Sequence[tuple[str, TargetColumn]]
    dropped: Sequence[str]
    retyped: Sequence[tuple[TargetColumn, TargetColumn]]
    masked: Sequence[TargetColumn]


def compare_columns(plan: Plan, columns: Sequence[TargetColumn]) -> Evolution:
    """Compares a target's columns, as they were last written, with a plan's."""
    before = {column.name.lower(): column for column in columns}
    wanted = {column["name"].lower() for column in plan["columns"]}
    added: list[TargetColumn] = []
    renamed: list[tuple[str, TargetColumn]] = []
    kept: list[tuple[TargetColumn, TargetColumn]] = []
    for item in plan["columns"]:
        column = TargetColumn(item["name"], item["type"], item.get("mask"))
        same = before.get(column.name.lower())
        if same is not None:
            kept.append((same, column))
            continue
        titles = [title.lower() for title in item["headers"][1:]]
        former = next((before[title] for title in titles if title in before and title not in wanted), None)
        if former is None:
            added.append(column)
        else:
            renamed.append((former.name, column))
            kept.append((former, column))
    used = {was.name for was, _ in kept}
    return Evolution(
        added=added,
        renamed=renamed,
        dropped=[column.name for column in columns if column.name not in used],
        retyped=[(was, now) for was, now in kept if was.type != now.type],
        masked=[now for was, now in kept if was.mask is None and now.mask is not None],
    )


def check_evolution(plan: Plan, chain: Chain, is_replaced: bool) -> Sequence[TargetColumn]:
    """Columns that a run adds by itself.

    RunStop `failed`/`needs_migration` when the target must change in a way that could lose or bare a value.
    """
    if not chain:
        return []
    found = compare_columns(plan, chain[-1].columns)
    changes: list[str] = []
    # A table that is made anew takes any shape; but the old one stays for `rollback`, so it may not hold
    # what is masked now.
    if not is_replaced:
        changes += [f"`{was}` is now `{column.name}`" for was, column in found.renamed]
        changes += [f"`{name}` is gone from the schema" for name in found.dropped]
    changes += [f"`{column.name}` is masked now and the table holds clear values" for column in found.masked]
    if not is_replaced:
        changes += [
            f"`{now.name}` was {was.type} and is now {now.type}"
            for was, now in found.retyped
            if now not in found.masked
        ]
        by = list(parts(plan).swap["partitionBy"])
        if by != list(chain[-1].partition_by):
            changes.append(
                f"it is partitioned by {_told(chain[-1].partition_by)} and shall be by {_told(by)}"
            )
    if not changes:
        return found.added
    raise RunStop(
        "failed",
        "needs_migration",
        f"The table `{plan['schema']}.{plan['dataset']}` was written for another schema: "
        f"{'; '.join(changes)}. "
        f"Run `pistevo migrate {plan['dataset']}` to change the table, or change the schema back.",
    )


def _told(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "nothing"
