"""Breaks a run off at its n-th side effect, as a machine that loses its power would: nothing after it happens either."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from effect_names import file_effect, rows_effect, statement_effect
from pyspark.sql import DataFrameWriter, SparkSession

#: What of `Files` only looks. Everything else that is public has to be below, or the run is refused.
_LOOKS = {"qualify", "status", "list", "names", "walk", "read_text", "read_bytes", "sha256", "tag_of"}
#: These change something by the others alone, which are counted.
_MADE_OF_OTHERS = {"write_text", "create_text", "copy"}
_CHANGES = ("make_folder", "rename", "delete")


class Cut(BaseException):
    """The power is gone. No handler of errors may take it for one."""


class Cutter:
    """Counts side effects; from number `at` on there are none. `at` None: only counts.

    With `is_torn` number `at` is half done, where that can be.
    """

    def __init__(self, at: int | None, is_torn: bool = False) -> None:
        self.at = at
        self.is_torn = is_torn
        self.names: list[str] = []
        #: What the power failed at; None while it has not.
        self.cut: str | None = None
        self._lock = threading.Lock()

    @property
    def count(self) -> int:
        return len(self.names)

    def step(self, name: str, tear: Callable[[], object] | None = None) -> None:
        """Comes before every side effect."""
        with self._lock:
            if self.cut is not None:
                raise Cut
            self.names.append(name)
            if self.count != self.at:
                return
            is_torn = self.is_torn and tear is not None
            self.cut = f"{name} (torn)" if is_torn else name
            if is_torn and tear is not None:
                tear()
            raise Cut


@contextmanager
def cutting(cutter: Cutter) -> Iterator[None]:
    """Files, statements that change the catalog, and writes of data are counted while this is open."""
    from pistevo_runtime.store.files import Files

    _require_known(Files)
    replaced: dict[tuple[Any, str], Callable[..., Any]] = {
        **{(Files, name): _changing(cutter, name, getattr(Files, name)) for name in _CHANGES},
        (Files, "_create"): _creating(cutter, Files._create),
        (Files, "_copy_bytes"): _copying(cutter, Files._copy_bytes),
        (DataFrameWriter, "parquet"): _writing(cutter, DataFrameWriter.parquet),
        (SparkSession, "sql"): _stating(cutter, SparkSession.sql),
    }
    kept = {(owner, name): getattr(owner, name) for owner, name in replaced}
    for (owner, name), act in replaced.items():
        setattr(owner, name, act)
    try:
        yield
    finally:
        for (owner, name), act in kept.items():
            setattr(owner, name, act)


def _require_known(files: type) -> None:
    public = {name for name in vars(files) if not name.startswith("_")}
    unknown = public - _LOOKS - _MADE_OF_OTHERS - set(_CHANGES)
    if unknown:
        raise ValueError(
            f"does {', '.join(sorted(unknown))} of Files change anything? test/parity/cutting.py must know"
        )


def _changing(cutter: Cutter, name: str, act: Callable[..., Any]) -> Callable[..., Any]:
    def acting(self: Any, path: str, *more: Any) -> Any:
        cutter.step(file_effect(name, path))
        return act(self, path, *more)

    return acting


def _creating(cutter: Cutter, act: Callable[..., Any]) -> Callable[..., Any]:
    def acting(self: Any, system: Any, where: Any, text: str, is_replacing: bool) -> Any:
        path = str(where.toString())
        half = text[: len(text) // 2]
        cutter.step(file_effect("write", path), lambda: act(self, system, where, half, is_replacing))
        answer = act(self, system, where, text, is_replacing)
        if path.endswith(".tmp"):
            # What follows is the rename to its place, by the JVM alone.
            cutter.step(file_effect("put in place", path))
        return answer

    return acting


def _copying(cutter: Cutter, act: Callable[..., Any]) -> Callable[..., Any]:
    def acting(self: Any, source: str, end: Any) -> Any:
        def tear() -> None:
            system = self._system(end)
            system.mkdirs(end.getParent())
            stream = system.create(end, True)
            stream.write(bytearray(self.read_bytes(source, limit=5)))
            stream.close()

        cutter.step(file_effect("copy", str(end.toString())), tear)
        return act(self, source, end)

    return acting


def _writing(cutter: Cutter, act: Callable[..., Any]) -> Callable[..., Any]:
    def acting(self: Any, path: str, *words: Any, **more: Any) -> Any:
        def tear() -> None:
            act(self, path, *words, **more)
            _break_rows(Path(path.removeprefix("file:")))

        cutter.step(rows_effect(path), tear)
        return act(self, path, *words, **more)

    return acting


def _break_rows(folder: Path) -> None:
    """As if its writers had been in the middle of it."""
    (folder / "_SUCCESS").unlink()
    (folder / "_temporary" / "0").mkdir(parents=True)
    for part in sorted(folder.rglob("*.parquet"))[:1]:
        part.write_bytes(part.read_bytes()[:-10])


def _stating(cutter: Cutter, act: Callable[..., Any]) -> Callable[..., Any]:
    def acting(self: Any, text: str, *words: Any, **more: Any) -> Any:
        name = statement_effect(text)
        if name is not None:
            cutter.step(name)
        return act(self, text, *words, **more)

    return acting
