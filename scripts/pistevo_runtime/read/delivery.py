"""A delivery that was looked at and can be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pyspark import StorageLevel
from pyspark.sql import DataFrame

from pistevo_runtime.events import Emit
from pistevo_runtime.read.relations import Reading
from pistevo_runtime.read.source_file import SourceFile
from pistevo_runtime.stop import RunStop


@dataclass(frozen=True)
class FileFacts:
    """A file before its records are taken apart. `records` by the independent count, without the header."""

    file_no: int
    source: SourceFile
    #: Plain names as JSON: what twins have in common.
    header: str
    records: int
    blank_lines: int


@dataclass(frozen=True)
class ReadFile(FileFacts):
    """A file that was staged."""

    malformed: int = 0


class Delivery:
    """The files of a run as relations. `close` gives back what Spark keeps of them."""

    def __init__(
        self, reading: Reading, files: Sequence[FileFacts], columns: Sequence[str], ts: str, emit: Emit
    ) -> None:
        self._reading = reading
        self._emit = emit
        self.files = list(files)
        #: The plan's `_raw`: lazy, one pass over the text.
        self.raw = reading.raw(columns, ts)
        #: Places and reasons of malformed records; complete after `finish`.
        self.malformed = reading.malformed().where("false")
        self._kept: DataFrame | None = None

    def finish(self, staged: Mapping[int, int]) -> list[ReadFile]:
        """
        Tells malformed records apart, after the stage was written: `staged` rows by file. The text is looked at again only
        where rows are missing. RunStop `failed`/`counts_disagree` when the counts do not add up.
        """
        lacking = {file.file_no for file in self.files if staged.get(file.file_no, 0) != file.records}
        malformed: dict[int, int] = {}
        if lacking:
            some = replace(
                self._reading, files=[file for file in self._reading.files if file.file_no in lacking]
            )
            self._kept = some.malformed().persist(StorageLevel.MEMORY_AND_DISK)
            self.malformed = self._kept
            malformed = {row[0]: row[1] for row in self._kept.groupBy("_file_no").count().collect()}
        read = []
        for file in self.files:
            bad, good = malformed.get(file.file_no, 0), staged.get(file.file_no, 0)
            name = file.source.file
            if bad + good != file.records:
                raise RunStop(
                    "failed",
                    "counts_disagree",
                    f"`{name}` has {file.records} records by one count and {bad + good} by another; "
                    "nothing was changed. Please report this with the file's dialect.",
                )
            read.append(ReadFile(file.file_no, file.source, file.header, file.records, file.blank_lines, bad))
            self._emit(
                {
                    "kind": "file-read",
                    "file": name,
                    "records": file.records,
                    "malformed": bad,
                    "blankLines": file.blank_lines,
                }
            )
        return read

    def digest(self) -> str:
        """The sum of half an MD5 of each sound record: their order, their quoting and line ends do not count."""
        row = self._reading.sums().first()
        return f"md5:{0 if row is None or row[0] is None else row[0]}"

    def close(self) -> None:
        if self._kept is not None:
            self._kept.unpersist()
            self._kept = None
