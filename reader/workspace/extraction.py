# SPDX-License-Identifier: GPL-3.0-or-later
"""Untrusted files are read in a process of their own with limits of time, memory and size; only that can break."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, TypeVar

from reader.errors import (
    Cancelled,
    FileDamaged,
    FileMissing,
    FileTooLarge,
    FileUnreadable,
    ImporterCrashed,
    ImportTooHeavy,
    ImportTooLong,
    WorkerEnded,
)
from reader.importers.extracted import Cancelled as Asked
from reader.importers.extracted import Extracted, Options, Progress
from reader.importers.registry import Format
from reader.workspace import extraction_frames as frames
from reader.workspace.worker import command, creation_flags, environment

if TYPE_CHECKING:
    from reader.interchange import ReadOptions
    from reader.interchange.received import Received

T = TypeVar("T")

EXTRACTION_COMMAND = "__extract__"
"""The hidden first argument of ``hashiya`` that makes such a process of it; ``__main__`` knows it too."""

MEBIBYTE = 1 << 20
FILES_A_PROCESS = 1000
"""After so many files a process is replaced by a new one, so that what a library leaks has an end."""
_LOOK_EVERY_S = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one file may cost: ``base`` and so much more for each megabyte of the file, ``most`` at most."""

    base_seconds: float = 120
    seconds_a_megabyte: float = 6
    most_seconds: float = 3600
    base_bytes: int = 768 * MEBIBYTE
    bytes_a_byte: int = 16
    most_bytes: int = 3072 * MEBIBYTE

    def seconds(self, size_bytes: int) -> float:
        return min(self.base_seconds + self.seconds_a_megabyte * size_bytes / MEBIBYTE, self.most_seconds)

    def memory(self, size_bytes: int) -> int:
        return min(self.base_bytes + self.bytes_a_byte * size_bytes, self.most_bytes)


class Extractor:
    """Reads files of any format in one process after the other; a context manager, used by one thread.

    The process is started with the first file and kept for the next ones, until one of them breaks it.
    """

    def __init__(self, limits: Limits = Limits()) -> None:
        self._limits = limits
        self._folder = Path(tempfile.mkdtemp(prefix="hashiya-"))
        self._process: subprocess.Popen[bytes] | None = None
        self._read = self._number = 0

    def extract(
        self, path: Path, wanted: Format, options: Options, progress: Progress, cancelled: Asked
    ) -> Iterator[Extracted]:
        """The documents in the file. All of it has been read when the first one comes; one at a time is in memory.

        Raises:
            Cancelled, FileError: the importer's own; and FileTooLarge, ImportTooLong, ImportTooHeavy, ImporterCrashed.
            WorkerEnded: when the process cannot be started.
        """
        size = _size_of(path)
        if size > wanted.largest_bytes:
            raise FileTooLarge(path, wanted.largest_bytes)
        request = {"format": wanted.id, "options": frames.options_as_json(options)}
        yield from self._read_by(path, request, frames.read_documents, progress, cancelled)

    def annotations(
        self, path: Path, form: str, options: ReadOptions, progress: Progress, cancelled: Asked
    ) -> Iterator[Received]:
        """What a file of annotations says, one document after the other, in the format of ``interchange`` so called.

        Raises:
            FormatUnavailable, and as ``extract``.
        """
        from reader.workspace.received_frames import read_received  # noqa: PLC0415 - not for texts

        request = {"annotations": form, "encoding": options.encoding, "most_bytes": options.most_bytes}
        yield from self._read_by(path, request, read_received, progress, cancelled)

    def _read_by(
        self,
        path: Path,
        wanted: dict[str, Any],
        parts_in: Callable[[IO[str]], Iterator[T]],
        progress: Progress,
        cancelled: Asked,
    ) -> Iterator[T]:
        size = _size_of(path)
        self._number += 1
        out = self._folder / f"{self._number}.jsonl"
        request = {"path": str(path.absolute()), "out": str(out), "memory": self._limits.memory(size), **wanted}
        try:
            self._have_read(path, size, request, progress, cancelled)
            with out.open(encoding="utf-8", newline="\n") as lines:
                yield from parts_in(lines)
        except frames.StrangeAnswer as error:
            self._kill()
            raise FileDamaged(path, str(error)) from error
        finally:
            out.unlink(missing_ok=True)

    def close(self) -> None:
        self._kill()
        shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self) -> Extractor:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _: TracebackType | None
    ) -> None:
        self.close()

    def _have_read(self, path: Path, size: int, request: dict[str, Any], progress: Progress, cancelled: Asked) -> None:
        if cancelled():
            raise Cancelled
        process = self._running()
        with _watched(process, self._limits.seconds(size), cancelled) as watch:
            answer = _answer(process, request, progress)
        if watch.ended_by is not None or "done" not in answer:
            self._raise(path, size, answer, watch.ended_by)

    def _raise(self, path: Path, size: int, answer: dict[str, Any], ended_by: type[Exception] | None) -> None:
        if "failed" in answer and ended_by is None:
            raise frames.failure_of(answer, path)
        self._kill()
        if ended_by is Cancelled:
            raise Cancelled
        if ended_by is ImportTooLong:
            raise ImportTooLong(path, round(self._limits.seconds(size)))
        if "heavy" in answer:
            raise ImportTooHeavy(path, self._limits.memory(size))
        raise ImporterCrashed(path, str(answer.get("broke") or answer.get("ended")))

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and (self._process.poll() is not None or self._read >= FILES_A_PROCESS):
            self._kill()
        if self._process is None:
            self._process, self._read = self._started(), 0
        self._read += 1
        return self._process

    def _started(self) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(
                [*command(EXTRACTION_COMMAND), str(self._folder)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment() | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
                creationflags=creation_flags(),
            )
        except OSError as error:
            raise WorkerEnded("extract", str(error)) from error

    def _kill(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            _close(pipe)


class _Watch:
    """Kills a process when its time is over or nobody wants its answer; ``ended_by`` tells which."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float, cancelled: Asked) -> None:
        self.ended_by: type[Exception] | None = None
        self._process, self._cancelled = process, cancelled
        self._until = time.monotonic() + seconds
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.wait(_LOOK_EVERY_S):
            if self._cancelled():
                self.ended_by = Cancelled
            elif time.monotonic() > self._until:
                self.ended_by = ImportTooLong
            if self.ended_by is not None:
                self._process.kill()
                return

    def end(self) -> None:
        self._over.set()


@contextmanager
def _watched(process: subprocess.Popen[bytes], seconds: float, cancelled: Asked) -> Iterator[_Watch]:
    watch = _Watch(process, seconds, cancelled)
    thread = threading.Thread(target=watch.run, name="watch", daemon=True)
    thread.start()
    try:
        yield watch
    finally:
        watch.end()
        thread.join()


def _answer(process: subprocess.Popen[bytes], request: dict[str, Any], progress: Progress) -> dict[str, Any]:
    """What came of it; ``ended`` when the process did so without an answer."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        frames.send(process.stdin, request)
    except OSError:
        return {"ended": _way_of_ending(process)}
    while (message := frames.receive(process.stdout)) is not None:
        if "progress" not in message:
            return message
        done, total = message["progress"]
        progress(int(done), int(total))
    return {"ended": _way_of_ending(process)}


def _way_of_ending(process: subprocess.Popen[bytes]) -> str:
    code = process.wait()
    return f"signal {-code}" if code < 0 else f"exit code {code}"


def _close(pipe: Any) -> None:
    try:
        pipe.close()
    except OSError:
        return  # what could not be written has nobody to read it


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        raise FileMissing(path) from None
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
