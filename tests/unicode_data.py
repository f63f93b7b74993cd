# SPDX-License-Identifier: GPL-3.0-or-later
"""The Unicode Consortium's test files, from Debian's package ``unicode-data``."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

_FOLDERS = ("/usr/share/unicode", "/usr/local/share/unicode")
KNOWN_VERSION = "15.0.0"
"""The version whose exceptions are counted one by one; in another each must only belong to a named class."""


def unicode_file(name: str) -> Path:
    """One of the files. Fails, with what to do, where they are missing; skips only where that was asked for."""
    folders = [os.environ["HASHIYA_UNICODE_DATA"]] if "HASHIYA_UNICODE_DATA" in os.environ else _FOLDERS
    for folder in folders:
        path = Path(folder) / name
        if path.is_file():
            return path
    message = f"{name} is missing. Install it: sudo apt-get install unicode-data"
    if os.environ.get("HASHIYA_WITHOUT_UNICODE_DATA") == "1":
        pytest.skip(message)
    pytest.fail(message)


def is_known_version(path: Path) -> bool:
    with path.open(encoding="utf-8") as lines:
        return KNOWN_VERSION in next(lines)


def data_lines(path: Path) -> Iterator[tuple[int, str]]:
    """``(line number, content)`` of every line that holds more than a comment."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            content = line.partition("#")[0].strip()
            if content:
                yield number, content


def break_cases(path: Path) -> Iterator[tuple[int, list[str]]]:
    """``(line number, segments)`` of a file of break tests."""
    for number, content in data_lines(path):
        segments = [segment.replace("×", " ").split() for segment in content.split("÷") if segment.strip()]
        yield number, ["".join(chr(int(code, 16)) for code in segment) for segment in segments]


def properties(path: Path) -> dict[str, str]:
    """Character → value, from a file of property ranges."""
    found = {}
    for _, content in data_lines(path):
        codes, value = (part.strip() for part in content.split(";"))
        first, _, last = codes.partition("..")
        found.update(dict.fromkeys(map(chr, range(int(first, 16), int(last or first, 16) + 1)), value))
    return found
