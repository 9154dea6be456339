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
    """`pid` means something in the process space `space` alone.

    `started` tells it from a later process of that number.
    """

    run_id: str
    command: str
    host: str
    space: str
    pid: int
    started: str


def own_holder(run_id: str, command: str) -> Holder:
    """This process."""
    return Holder(run_id, command, socket.gethostname(), _space(), os.getpid(), _started(os.getpid()))


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
    """True when the process was one of this machine and is gone.

    False when it lives, or nobody here can tell.
    """
    if (
        holder.space == ""
        or holder.started == ""
        or holder.host != socket.gethostname()
        or holder.space != _space()
    ):
        return False
    return _started(holder.pid) != holder.started


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
