# SPDX-License-Identifier: GPL-3.0-or-later
"""The side of the process that reads untrusted files: one file after the other, confined, until its input ends."""

from __future__ import annotations

import gc
import os
import queue
import signal
import sys
import threading
import time
from pathlib import Path
from typing import IO, Any

from reader.errors import FileMissing, FileUnreadable, ReaderError
from reader.importers.registry import FORMATS
from reader.importers.repairing import looked_through
from reader.workspace import confinement
from reader.workspace.extraction_frames import failure_as_json, options_of, receive, send, write_document
from reader.workspace.worker_process import NICENESS, own_pipes

PROGRESS_EVERY_S = 0.05
LARGEST_OUTPUT = 4 << 30
"""Bytes of what one file may give, however it was packed."""


def serve(folder: Path) -> int:
    """Read the files that are asked for by standard input; what is in them goes into ``folder``."""
    incoming, outgoing = own_pipes()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    confinement.confine(folder)
    confinement.limit_output(LARGEST_OUTPUT)
    requests: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=[incoming, requests], name="listener", daemon=True).start()
    while True:
        _do(requests.get(), outgoing)


def _listen(incoming: IO[bytes], requests: queue.SimpleQueue[dict[str, Any]]) -> None:
    while (message := receive(incoming)) is not None:
        requests.put(message)
    os._exit(0)  # nobody waits for the answer any more, however far it is


def _do(request: dict[str, Any], outgoing: IO[bytes]) -> None:
    path = Path(request["path"])
    confinement.limit_memory(int(request["memory"]))
    try:
        count = _read_annotations(path, request) if "annotations" in request else _extract(path, request, outgoing)
    except ReaderError as error:
        send(outgoing, failure_as_json(error))
    except MemoryError:
        send(outgoing, {"heavy": True})
    except FileNotFoundError as error:
        send(outgoing, failure_as_json(FileMissing(path) if _is(path, error) else _unreadable(path, error)))
    except OSError as error:
        send(outgoing, failure_as_json(_unreadable(path, error)))
    except BaseException as error:
        send(outgoing, {"broke": f"{type(error).__name__}: {error}"[:300]})
        raise  # whatever state this has left behind ends with the process
    else:
        send(outgoing, {"done": count})
    gc.collect()


def _extract(path: Path, request: dict[str, Any], outgoing: IO[bytes]) -> int:
    importer = next(one for one in FORMATS if one.id == request["format"]).importer
    count, told = 0, 0.0

    def progress(done: int, total: int) -> None:
        nonlocal told
        if time.monotonic() - told >= PROGRESS_EVERY_S:
            told = time.monotonic()
            send(outgoing, {"progress": [done, total]})

    with open(request["out"], "x", encoding="utf-8", errors="replace", newline="\n") as out:  # noqa: PTH123
        options = options_of(request["options"])
        for document in looked_through(importer.extract(path, options, progress, lambda: False), options):
            write_document(out, document)
            count += 1
    return count


def _read_annotations(path: Path, request: dict[str, Any]) -> int:
    from reader.interchange import FORMATS as FORMATS_OF_OTHERS  # noqa: PLC0415 - not for texts
    from reader.interchange import ReadOptions  # noqa: PLC0415 - as above
    from reader.workspace.received_frames import write_received  # noqa: PLC0415 - as above

    options = ReadOptions(encoding=request["encoding"], most_bytes=request["most_bytes"])
    count = 0
    with open(request["out"], "x", encoding="ascii", newline="\n") as out:  # noqa: PTH123
        for received in FORMATS_OF_OTHERS[request["annotations"]].read(path, options):
            write_received(out, received)
            count += 1
    return count


def _is(path: Path, error: OSError) -> bool:
    return error.filename is not None and os.fsdecode(error.filename) == str(path)


def _unreadable(path: Path, error: OSError) -> FileUnreadable:
    return FileUnreadable(path, error.strerror or str(error))


def main() -> None:
    sys.exit(serve(Path(sys.argv[-1])))
