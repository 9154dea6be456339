"""Breaks a run off at its n-th side effect, as a machine that loses its power would: nothing after it happens either."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from pyspark.sql import DataFrameWriter, SparkSession

_FILES = ("write_text", "create_text", "copy", "rename", "delete", "make_folder")
_STATEMENT = re.compile(r"\s*(CREATE|ALTER|DROP|INSERT|MSCK)\b", re.IGNORECASE)


class Cut(BaseException):
    """The power is gone. No handler of errors may take it for one."""


class Cutter:
    """Counts side effects; from number `at` on there are none. `at` None: only counts."""

    def __init__(self, at: int | None) -> None:
        self.at = at
        self.count = 0

    def step(self) -> None:
        self.count += 1
        if self.at is not None and self.count >= self.at:
            raise Cut

    def before(self, act: Callable[..., Any], does_count: Callable[..., bool]) -> Callable[..., Any]:
        def acting(*words: Any, **more: Any) -> Any:
            if does_count(*words, **more):
                self.step()
            return act(*words, **more)

        return acting


@contextmanager
def cutting(at: int | None) -> Iterator[Cutter]:
    """Files, statements that change the catalog, and writes of data are counted while this is open."""
    from pistevo_runtime.store.files import Files

    cutter = Cutter(at)
    always: Callable[..., bool] = lambda *_words, **_more: True  # noqa: E731
    places: list[tuple[Any, str, Callable[..., bool]]] = [
        *((Files, name, always) for name in _FILES),
        (DataFrameWriter, "parquet", always),
        (SparkSession, "sql", lambda _self, text, *_words, **_more: _STATEMENT.match(text) is not None),
    ]
    kept = [(owner, name, getattr(owner, name)) for owner, name, _ in places]
    for (owner, name, does_count), (_, _, act) in zip(places, kept):
        setattr(owner, name, cutter.before(act, does_count))
    try:
        yield cutter
    finally:
        for owner, name, act in kept:
            setattr(owner, name, act)
