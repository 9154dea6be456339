"""Files whose records were committed before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pistevo_runtime.read.delivery import ReadFile
from pistevo_runtime.read.source_file import SourceFile
from pistevo_runtime.run.context import RunContext
from pistevo_runtime.stop import RunStop
from pistevo_runtime.store.ledger import Ledger, LedgerFile


@dataclass(frozen=True)
class KeptFile:
    """A file that was read, with its strong tag, the digest that had to be taken of it, if any, and its twin."""

    read: ReadFile
    tag: str
    digest: str | None = None
    twin: LedgerFile | None = None


@dataclass(frozen=True)
class Digests:
    """How an order-free digest of a file's records is taken: of one just read, of one in the archive."""

    own: Callable[[SourceFile], str | None]
    committed: Callable[[LedgerFile], str | None]


def tell_redelivered(
    context: RunContext, files: Sequence[KeptFile], ledger: Ledger, digests: Digests
) -> tuple[list[KeptFile], list[KeptFile]]:
    """Splits files into new ones and twins of committed ones, as `on_redelivery` says.

    The parts of a table that is replaced belong together: they are skipped only when all of them were in the latest commit.
    """
    policy = context.parts.read["onRedelivery"]
    if policy == "ingest":
        return list(files), []
    is_replaced = context.parts.swap["load"] == "replace"
    committed = [file for file in ledger.files if not is_replaced or file.run_id == ledger.latest_run]
    found = [_find_twin(file, committed, digests) for file in files]
    twins = [file for file in found if file.twin is not None]
    if not twins or (is_replaced and len(twins) < len(found)):
        return found, []
    for file in twins:
        _tell(context, file, policy)
    return [file for file in found if file.twin is None], twins


def _find_twin(file: KeptFile, committed: Sequence[LedgerFile], digests: Digests) -> KeptFile:
    """The same bytes under any name, or the same records in any order.

    Only files with as many records and the same header are compared by content, which hardly ever happens otherwise.
    """
    old = [other for other in committed if other.records > 0]
    for other in old:
        if other.tag == file.tag:
            return replace(file, digest=other.digest, twin=other)
    read = file.read
    alike = [
        other
        for other in old
        if (other.records, other.malformed, other.header) == (read.records, read.malformed, read.header)
    ]
    digest = digests.own(read.source) if alike else None
    if digest is None:
        return file
    for other in alike:
        if (other.digest or digests.committed(other)) == digest:
            return replace(file, digest=digest, twin=other)
    return replace(file, digest=digest)


def _tell(context: RunContext, file: KeptFile, policy: str) -> None:
    source, twin = file.read.source, file.twin
    assert twin is not None
    context.emit(
        {
            "kind": "file-seen",
            "file": source.file,
            "sizeBytes": source.size_bytes,
            "state": "redelivered",
            "reason": f"It holds the same records as `{twin.file}` of run `{twin.run_id}`.",
        }
    )
    if policy == "fail":
        raise RunStop(
            "rejected",
            "redelivered",
            f"`{source.file}` was delivered before: it holds the same records as `{twin.file}` of run"
            f" `{twin.run_id}`, and `on_redelivery` is `fail`; take it out of the source, or change the setting.",
        )
