"""Who holds a lock, written down so that others can tell whether it still lives."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Holder:
    """`pid`, of Python, and `jvm` mean something in the process space `space` alone.

    `started` and `jvm_started` tell them from later processes of those numbers. `jvm` is 0 where it is not known.
    """

    run_id: str
    command: str
    host: str
    space: str
    pid: int
    started: str
    jvm: int = 0
    jvm_started: str = ""


def own_holder(run_id: str, command: str, jvm: int = 0) -> Holder:
    """This process, and that of its JVM."""
    pid = os.getpid()
    return Holder(
        run_id, command, socket.gethostname(), _space(), pid, _started(pid), jvm, _started(jvm) if jvm else ""
    )


def holder_json(holder: Holder) -> str:
    return json.dumps(asdict(holder))


def parse_holder(text: str) -> Holder | None:
    """None when the text was cut short or is someone else's."""
    try:
        value: Mapping[str, object] = json.loads(text)
        return Holder(**value)  # type: ignore[arg-type]
    except (ValueError, TypeError):
        return None


def is_known_dead(holder: Holder) -> bool:
    """True when the processes were of this machine and both are gone.

    A JVM that outlives its Python may still be carrying out what it was told last. False when one lives, or nobody here
    can tell.
    """
    if not is_here(holder) or holder.started == "":
        return False
    return _started(holder.pid) != holder.started and (
        holder.jvm == 0 or _started(holder.jvm) != holder.jvm_started
    )


def is_here(holder: Holder) -> bool:
    """Whether its processes can be seen from here: the same boot of the same machine, in the same container."""
    return holder.space != "" and holder.host == socket.gethostname() and holder.space == _space()


def _space() -> str:
    """One boot and one process namespace of a Linux machine; empty elsewhere."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{boot} {Path('/proc/self/ns/pid').readlink()}"
    except OSError:
        return ""


def _started(pid: int) -> str:
    """Start time of a process in clock ticks of its boot.

    Empty when there is no such process, or no way to know.
    """
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    fields = stat.rpartition(")")[2].split()
    # A zombie holds nothing any more.
    return "" if fields[0] == "Z" else fields[19]
