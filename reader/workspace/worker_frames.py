# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window's process and a worker process say to each other: pickled messages, each behind its length.

The pipes are made by us for a process of ours and inherited by it alone: no other program can write to them, so that
pickle, which keeps our records as they are, is safe here. Even so only classes of the program itself are let in, so
that nothing a document made a worker say could load anything else.
"""

from __future__ import annotations

import contextlib
import io
import pickle
import struct
import threading
from typing import IO, Any

from reader.errors import ReaderError

_LENGTH = struct.Struct("<I")
_OTHERS = {
    ("builtins", "frozenset"),
    ("builtins", "set"),
    ("collections", "Counter"),
    ("copyreg", "_reconstructor"),
}
"""What messages may name beside the classes of the program and of ``pathlib``."""


class StrangeMessage(Exception):
    """The other side said what no process of ours says: a bug."""


class Sender:
    """Writes messages to a pipe; usable from any thread."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe
        self._one_at_a_time = threading.Lock()

    def send(self, *message: object) -> None:
        """Raises OSError (BrokenPipeError) when the other side is gone."""
        data = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
        with self._one_at_a_time:
            if self._pipe.closed:
                raise BrokenPipeError("our own end was closed")
            self._pipe.write(_LENGTH.pack(len(data)) + data)
            self._pipe.flush()

    def close(self) -> None:
        """The other side hears that nothing more will come. Closing again does nothing."""
        with self._one_at_a_time, contextlib.suppress(OSError):  # what was not written yet has nobody to read it
            self._pipe.close()


def receive(pipe: IO[bytes]) -> tuple[Any, ...] | None:
    """The next message, when it has come; None when the other side is gone, also in the middle of one."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = pipe.read(length)
    if len(data) < length:
        return None
    message: tuple[Any, ...] = _Reader(io.BytesIO(data)).load()
    return message


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        package = module.partition(".")[0]
        if package not in {"reader", "pathlib"} and (module, name) not in _OTHERS:
            raise StrangeMessage(f"{module}.{name} has no place in a message")
        return super().find_class(module, name)


PackedError = tuple[type[ReaderError], tuple[Any, ...], dict[str, Any]]


def packed_error(error: ReaderError) -> PackedError:
    """An error as it can be sent: pickle would make it anew from its message, which is not what its class takes."""
    return type(error), error.args, dict(vars(error))


def unpacked_error(packed: PackedError) -> ReaderError:
    """The error of ``packed_error``, with its fields."""
    kind, arguments, fields = packed
    if not issubclass(kind, ReaderError):
        raise StrangeMessage(f"{kind} is no expected failure")
    error = kind.__new__(kind)
    error.args = arguments
    vars(error).update(fields)
    return error
