"""Why a file as a whole cannot be read."""

from __future__ import annotations

from pistevo_runtime.stop import RunStop


class RejectedFile(Exception):
    """`kind` as in engine/read/chunk.ts; `line` is physical, 1-based, None when no line is at fault."""

    def __init__(self, kind: str, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.line = line


def stop_of(file: str, rejected: RejectedFile) -> RunStop:
    """The end of a run whose delivery holds such a file."""
    return RunStop(
        "rejected",
        "file_" + rejected.kind.replace("-", "_"),
        f"`{file}` cannot be read: {rejected.message} Nothing of this delivery was ingested; "
        "mend the file or take it out of the source, then run again.",
    )


def too_long(line: int | None, lines: int, most_bytes: int) -> RejectedFile:
    """A record that begins on `line` is over the limits."""
    where = "A record" if line is None else f"The record that starts on line {line}"
    return RejectedFile(
        "record-too-long",
        f"{where} is longer than {lines} lines or {most_bytes} bytes: "
        "look there for a quote that is never closed.",
        line,
    )


def open_quote(line: int) -> RejectedFile:
    """The record that begins on `line` is not complete at the end of the file."""
    return RejectedFile(
        "open-quote",
        f"The record that starts on line {line} opens a quote that is not closed before the end of the file: "
        "mend that line, or set `format.quote`.",
        line,
    )
