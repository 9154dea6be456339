"""Read by Python as it starts, in drivers of the kill campaign: has the driver end itself at a chosen side effect.

PISTEVO_KILL_AT is its number, PISTEVO_KILL_MS how long after its beginning (empty: just before it), PISTEVO_KILL_NOTE the file
that its name is written to.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any, Optional

_ENTRY = "pistevo_runtime.main"


def kill_driver() -> None:
    """SIGKILL to this process, the JVM and whatever else they started: they are one process group."""
    os.killpg(os.getpgrp(), signal.SIGKILL)


def watch_effects(at: int, after_ms: Optional[int], note: Path) -> None:
    """Counts side effects from here on."""
    from cutting import Cutter, cutting

    class Killer(Cutter):
        def step(self, name: str, tear: Optional[Callable[[], object]] = None) -> None:
            with self._lock:
                self.names.append(name)
                is_last = self.count == at
            if not is_last:
                return
            note.write_text(name, encoding="utf-8")
            if after_ms is None:
                kill_driver()
            else:
                threading.Timer(after_ms / 1000, kill_driver).start()

    sys.modules[__name__].__dict__["_open"] = opened = cutting(Killer(at))
    opened.__enter__()


class _Entry(MetaPathFinder, Loader):
    """Stands before the module that a driver enters the runtime by: all that it needs can be imported then."""

    def __init__(self, ready: Callable[[], None]) -> None:
        self._ready = ready
        self._real: Any = None

    def find_spec(self, fullname: str, _path: object = None, _target: object = None) -> Optional[ModuleSpec]:
        if fullname != _ENTRY:
            return None
        sys.meta_path.remove(self)
        spec = find_spec(fullname)
        if spec is not None:
            self._real, spec.loader = spec.loader, self
        return spec

    def create_module(self, spec: ModuleSpec) -> Optional[ModuleType]:
        return self._real.create_module(spec)  # type: ignore[no-any-return]

    def exec_module(self, module: ModuleType) -> None:
        self._real.exec_module(module)
        self._ready()


if os.environ.get("PISTEVO_KILL_AT"):
    _at = int(os.environ["PISTEVO_KILL_AT"])
    _ms = os.environ.get("PISTEVO_KILL_MS", "")
    _note = Path(os.environ["PISTEVO_KILL_NOTE"])
    sys.meta_path.insert(0, _Entry(lambda: watch_effects(_at, int(_ms) if _ms else None, _note)))
