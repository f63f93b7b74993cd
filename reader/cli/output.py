# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command line says: results to standard output, messages to standard error, both in UTF-8 in any locale."""

from __future__ import annotations

import errno
import io
import json
import os
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from reader.cli.cells import visible

_TURNING = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")
"""Marks that change the order of letters, by which the name of a file can look like another."""


def speak_utf8() -> None:
    """Set both streams to UTF-8, whatever the locale says; a broken file name is written as JSON would escape it."""
    if sys.stdout is None:  # Started with it closed.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(sentence: str) -> None:
    """A message to standard error, with nothing in it that a terminal would obey or that turns letters around."""
    sys.stderr.write(f"hashiya: {visible(sentence).translate(_TURNING)}\n")
    sys.stderr.flush()


def write(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def write_json(value: object) -> None:
    """One JSON value on a line."""
    write(as_json(value))


def write_json_object(parts: Iterable[tuple[str, Any]]) -> None:
    """One JSON object, part by part; a part that is an iterator becomes a list and is written as it comes."""
    sys.stdout.write("{")
    for number, (key, value) in enumerate(parts):
        sys.stdout.write(f"{',' if number else ''}\n{as_json(key)}: ")
        if isinstance(value, Mapping | list | tuple | str) or not isinstance(value, Iterable):
            sys.stdout.write(as_json(value))
        else:
            _write_items(value)
    sys.stdout.write("\n}\n")


def as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def close_quietly() -> None:
    """Let nothing be said at the end about an output that nobody reads any more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _write_items(items: Iterable[object]) -> None:
    sys.stdout.write("[")
    for number, item in enumerate(items):
        sys.stdout.write(f"{',' if number else ''}\n{as_json(item)}")
    sys.stdout.write("]")


def is_about_output(error: OSError) -> bool:
    """Whether the failure is one of writing results, not of a file that the program opened."""
    return error.filename is None and error.errno in (errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EBADF)
