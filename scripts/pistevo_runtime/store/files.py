"""Files of any file system that Hadoop knows: local disk, HDFS and object stores alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pyspark.sql import SparkSession

from pistevo_runtime.store.java_errors import is_java_error
from pistevo_runtime.store.paths import name_of

#: File systems on which a rename is one step that cannot be seen half done.
_RENAMING = ("file", "hdfs", "viewfs")
_PIECE_BYTES = 1 << 20


@dataclass(frozen=True)
class FileStatus:
    """A file or folder as it was when asked about. `path` is qualified; `tag` is the store's ETag, if any."""

    path: str
    size_bytes: int
    modified_ms: int
    is_folder: bool
    tag: str | None

    @property
    def name(self) -> str:
        return name_of(self.path)


class Files:
    """Reads and writes through Hadoop's `FileSystem`. Safe to use from several threads."""

    def __init__(self, spark: SparkSession) -> None:
        context = spark.sparkContext
        jvm: Any = context._jvm
        self._jvm = jvm
        self._gateway: Any = context._gateway
        self._configuration: Any = context._jsc.hadoopConfiguration()
        # Each name of a package costs a question to the JVM: the class that is needed most is asked for once.
        self._new_path = self._jvm.org.apache.hadoop.fs.Path

    def qualify(self, path: str) -> str:
        """The path with its scheme and authority, without a closing `/`."""
        where = self._path(path)
        return str(self._system(where).makeQualified(where).toString())

    def status(self, path: str) -> FileStatus | None:
        """None when nothing is there."""
        where = self._path(path)
        try:
            return self._told(self._system(where).getFileStatus(where))
        except Exception as error:
            if is_java_error(error, "java.io.FileNotFoundException"):
                return None
            raise

    def list(self, folder: str) -> Sequence[FileStatus]:
        """What lies directly in a folder, in the order of its names' bytes; nothing when it is not there."""
        found = self._found(folder)
        return sorted((self._told(item) for item in found), key=lambda status: status.path.encode())

    def names(self, folder: str) -> Sequence[str]:
        """Names of what lies directly in a folder, in no order: three questions to the JVM however many there are."""
        found = self._found(folder)
        if not found:
            return []
        apache = self._jvm.org.apache
        listed = str(apache.commons.lang3.ArrayUtils.toString(apache.hadoop.fs.FileUtil.stat2Paths(found)))
        # `{folder/a,folder/b}`: no name holds what stands before the next one.
        return f",{listed[1:-1]}".split(f",{self.qualify(folder)}/")[1:]

    def _found(self, folder: str) -> Any:
        """The JVM's own list of what lies in a folder."""
        where = self._path(folder)
        try:
            return self._system(where).listStatus(where)
        except Exception as error:
            if is_java_error(error, "java.io.FileNotFoundException"):
                return []
            raise

    def walk(self, folder: str) -> Iterator[FileStatus]:
        """Every file below a folder, however deep."""
        for status in self.list(folder):
            if status.is_folder:
                yield from self.walk(status.path)
            else:
                yield status

    def read_text(self, path: str) -> str:
        """The whole of a small UTF-8 file."""
        return self.read_bytes(path).decode("utf-8")

    def read_bytes(self, path: str, limit: int | None = None, offset: int = 0) -> bytes:
        """The bytes from `offset` on, at most `limit`."""
        where = self._path(path)
        stream = self._system(where).open(where)
        try:
            if offset:
                stream.seek(offset)
            if limit is not None:
                stream = self._jvm.org.apache.commons.io.input.BoundedInputStream(stream, limit)
            return bytes(self._jvm.org.apache.commons.io.IOUtils.toByteArray(stream))
        finally:
            stream.close()

    def write_text(self, path: str, text: str) -> None:
        """Puts a small file there at once, whole, in place of what was there."""
        where = self._path(path)
        system = self._system(where)
        scheme = _scheme(system)
        if scheme not in _RENAMING:
            self._create(system, where, text, is_replacing=True)
            return
        aside = self._path(unfinished_of(str(where.toString())))
        self._create(system, aside, text, is_replacing=True)
        if scheme == "file":
            # The disk's own rename replaces.
            system.rename(aside, where)
            return
        options = self._jvm.org.apache.hadoop.fs.Options.Rename
        over = self._gateway.new_array(options, 1)
        over[0] = options.OVERWRITE
        context = self._jvm.org.apache.hadoop.fs.FileContext.getFileContext(
            system.getUri(), self._configuration
        )
        context.rename(system.makeQualified(aside), system.makeQualified(where), over)

    def create_text(self, path: str, text: str) -> bool:
        """Writes a small file unless there is one; False when there was."""
        where = self._path(path)
        try:
            self._create(self._system(where), where, text, is_replacing=False)
        except Exception as error:
            if is_java_error(error, "org.apache.hadoop.fs.FileAlreadyExistsException"):
                return False
            raise
        return True

    def copy(self, source: str, target: str) -> str | None:
        """Copies a file to a free place, where it appears whole; None when the place is taken.

        Answers the SHA-256, in hex, of the bytes that were read.
        """
        end = self._path(target)
        system = self._system(end)
        if system.exists(end):
            return None
        if _scheme(system) not in _RENAMING:
            return self._copy_bytes(source, end)
        aside = self._path(part_of(str(end.toString())))
        digest = self._copy_bytes(source, aside)
        if self.rename(str(aside.toString()), target):
            return digest
        self.delete(str(aside.toString()))
        return None

    def sha256(self, path: str) -> str:
        """SHA-256 of a file's bytes, in hex; computed where the driver is."""
        where = self._path(path)
        stream = self._system(where).open(where)
        try:
            return str(self._jvm.org.apache.commons.codec.digest.DigestUtils.sha256Hex(stream))
        finally:
            stream.close()

    def tag_of(self, status: FileStatus) -> str:
        """What tells this content from another of the same name and size, as cheaply as the store allows."""
        if status.tag is not None:
            return f"etag:{status.tag}@{status.modified_ms}"
        where = self._path(status.path)
        checksum = self._system(where).getFileChecksum(where)
        return f"sha256:{self.sha256(status.path)}" if checksum is None else f"checksum:{checksum.toString()}"

    def rename(self, source: str, target: str) -> bool:
        """Moves within a file system; False when the place is taken or there is nothing to move."""
        start, end = self._path(source), self._path(target)
        system = self._system(start)
        if system.exists(end) or not system.exists(start):
            return False
        system.mkdirs(end.getParent())
        return bool(system.rename(start, end))

    def delete(self, path: str) -> None:
        """Removes a file, or a folder with all that is in it; nothing there is fine."""
        where = self._path(path)
        self._system(where).delete(where, True)

    def make_folder(self, path: str) -> None:
        where = self._path(path)
        self._system(where).mkdirs(where)

    def _path(self, path: str) -> Any:
        return self._new_path(path)

    def _system(self, path: Any) -> Any:
        system = path.getFileSystem(self._configuration)
        # The local one would put a hidden checksum beside every file it writes.
        return system.getRawFileSystem() if _scheme(system) == "file" else system

    def _copy_bytes(self, source: str, end: Any) -> str:
        start = self._path(source)
        digest = self._jvm.java.security.MessageDigest.getInstance("SHA-256")
        reader = self._system(start).open(start)
        try:
            hashing = self._jvm.java.security.DigestInputStream(reader, digest)
            system = self._system(end)
            system.mkdirs(end.getParent())
            writer = system.create(end, True)
            try:
                self._jvm.org.apache.hadoop.io.IOUtils.copyBytes(hashing, writer, _PIECE_BYTES, False)
                if writer.hasCapability("hsync"):
                    writer.hsync()
            finally:
                writer.close()
        finally:
            reader.close()
        return str(self._jvm.org.apache.commons.codec.binary.Hex.encodeHexString(digest.digest()))

    def _create(self, system: Any, where: Any, text: str, is_replacing: bool) -> None:
        system.mkdirs(where.getParent())
        stream = system.create(where, is_replacing)
        try:
            stream.write(bytearray(text.encode("utf-8")))
        finally:
            stream.close()

    def _told(self, status: Any) -> FileStatus:
        tag = None
        if status.getClass().getName().startswith("org.apache.hadoop.fs.s3a."):
            tag = status.getETag()
        return FileStatus(
            path=str(status.getPath().toString()),
            size_bytes=int(status.getLen()),
            modified_ms=int(status.getModificationTime()),
            is_folder=bool(status.isDirectory()),
            tag=None if tag is None else str(tag).strip('"'),
        )


def unfinished_of(path: str) -> str:
    """Where a small file is written before it takes its place."""
    folder, _, name = path.rpartition("/")
    return f"{folder}/.{name}.tmp"


def part_of(path: str) -> str:
    """Where a copy is written before it takes its place."""
    folder, _, name = path.rpartition("/")
    return f"{folder}/.{name}.part"


def _scheme(system: Any) -> str:
    return str(system.getUri().getScheme())
