# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the pages of a PDF file, drawn in a confined process that may break without harm."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.errors import FileDamaged, FileMissing, ImporterCrashed, ImportTooHeavy, ImportTooLong, WorkerEnded
from reader.workspace import extraction_frames as frames
from reader.workspace.page_picture_process import MEMORY_BYTES
from reader.workspace.worker import command, creation_flags, environment

PICTURE_COMMAND = "__pictures__"
"""The hidden first argument of ``hashiya`` that makes such a process of it; ``__main__`` knows it too."""
SECONDS = 20
"""A page that takes longer is given up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePicture:
    """Page ``page`` (from 0) of ``pages``: rows of ``stride`` bytes, ``channels`` bytes a pixel, red first."""

    page: int
    pages: int
    width: int
    height: int
    stride: int
    channels: int
    pixels: bytes


class PagePictures:
    """Draws pages; may be asked by any thread, one after the other. The process starts with the first page."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._folder: Path | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def picture(self, path: Path, digest: str, page: int, width: int) -> PagePicture:
        """Page ``page`` (from 0) some ``width`` pixels wide. ``digest`` is the SHA-256 of the file, empty if unknown.

        Raises:
            FileMissing, FileChanged, FileError; ImportTooLong, ImportTooHeavy, ImporterCrashed; WorkerEnded.
        """
        with self._lock:
            folder = self._own_folder()
            out = folder / "page"
            answer = self._ask(path, {"digest": digest, "page": page, "width": width, "out": str(out)})
            try:
                picture = _picture_of(answer, out.read_bytes())
            except (KeyError, TypeError, ValueError, OSError) as error:
                raise FileDamaged(path, f"page {page + 1} cannot be read") from error
            finally:
                out.unlink(missing_ok=True)
        return picture

    def line_at(self, path: Path, digest: str, page: int, x: float, y: float) -> str:
        """The line of the page at a place, 0 to 1 from the left and from the top, as an import reads it.

        Raises:
            As ``picture``.
        """
        with self._lock:
            self._own_folder()
            return str(self._ask(path, {"digest": digest, "page": page, "x": x, "y": y}).get("line", ""))

    def interrupt(self) -> None:
        """Have whoever waits for an answer wait no longer; may be called by any thread."""
        process = self._process
        if process is not None:
            process.kill()

    def close(self) -> None:
        """End the process; what is being drawn comes to nothing."""
        self._kill()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def _ask(self, path: Path, request: dict[str, Any]) -> dict[str, Any]:
        if not path.exists():
            raise FileMissing(path)
        process = self._running()
        over = threading.Timer(SECONDS, process.kill)
        over.start()
        try:
            answer = _exchange(process, request | {"path": str(path)})
        finally:
            is_late = not over.is_alive()
            over.cancel()
        if answer is None:
            code = process.wait()
            self._kill()
            if is_late:
                raise ImportTooLong(path, SECONDS)
            raise ImporterCrashed(path, f"signal {-code}" if code < 0 else f"exit code {code}")
        if "failed" in answer:
            raise frames.failure_of(answer, path)
        if "heavy" in answer:
            self._kill()
            raise ImportTooHeavy(path, MEMORY_BYTES)
        return answer

    def _own_folder(self) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="hashiya-"))
        return self._folder

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is not None:
            self._kill()
        if self._process is None:
            try:
                self._process = subprocess.Popen(
                    [*command(PICTURE_COMMAND), str(self._own_folder())],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=environment(),
                    creationflags=creation_flags(),
                )
            except OSError as error:
                raise WorkerEnded("pictures", str(error)) from error
        return self._process

    def _kill(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue  # what could not be written has nobody to read it


def _exchange(process: subprocess.Popen[bytes], request: dict[str, Any]) -> dict[str, Any] | None:
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        frames.send(process.stdin, request)
        return frames.receive(process.stdout)
    except OSError:
        return None


def _picture_of(answer: dict[str, Any], pixels: bytes) -> PagePicture:
    """Raises KeyError, TypeError, ValueError for what is no picture."""
    names = ("page", "pages", "width", "height", "stride", "channels")
    picture = PagePicture(**{name: int(answer[name]) for name in names}, pixels=pixels)
    if picture.channels not in (1, 3, 4) or picture.stride < picture.width * picture.channels:
        raise ValueError("strange pixels")
    if min(picture.width, picture.height) < 1 or len(pixels) < picture.stride * picture.height:
        raise ValueError("too few pixels")
    return picture
