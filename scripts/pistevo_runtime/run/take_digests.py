"""Digests of files' records, whatever their order."""

from __future__ import annotations

from pistevo_runtime.read.content_digest import content_digest
from pistevo_runtime.read.source_file import SourceFile
from pistevo_runtime.run.context import RunContext
from pistevo_runtime.run.redelivery import Digests
from pistevo_runtime.store.ledger import LedgerFile


def digests_of(context: RunContext) -> Digests:
    """Of a committed file the digest is taken from its original in the archive, while that is there."""

    def own(source: SourceFile) -> str | None:
        return content_digest(context.spark, context.files, context.parts.read, source)

    def committed(file: LedgerFile) -> str | None:
        status = None if file.archived_to is None else context.files.status(file.archived_to)
        if status is None:
            return None
        return own(SourceFile(file.file, status.path, status.size_bytes, status.modified_ms, status.tag))

    return Digests(own, committed)
