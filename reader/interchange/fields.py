# SPDX-License-Identifier: GPL-3.0-or-later
"""Values of a JSON file that may hold anything: what is not of the right kind is told with its place."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from reader.errors import (
    AnnotationsUnreadable,
    FileIsFolder,
    FileMissing,
    FileTooLarge,
    FileUndecodable,
    FileUnreadable,
)

Pairs = tuple[tuple[str, str], ...]

_UNSOUND = re.compile("[\0\ud800-\udfff]")
_ESCAPED_UNSOUND = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")
"""How JSON in UTF-8 writes such a character; two halves of one are written so as well."""


def read_bytes(path: Path, most: int) -> bytes:
    """The file's content.

    Raises:
        FileMissing, FileIsFolder, FileUnreadable; FileTooLarge beyond ``most`` bytes.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(min(most, os.fstat(file.fileno()).st_size) + 1)  # not room for ``most``
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except IsADirectoryError as error:
        raise FileIsFolder(path) from error
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    if len(raw) > most:
        raise FileTooLarge(path, most)
    return raw


def read_text(path: Path, most: int, encoding: str = "utf-8") -> str:
    """The file's text, without a byte order mark; line ends become line feeds.

    Raises:
        FileUndecodable, and as ``read_bytes``.
    """
    raw = read_bytes(path, most)
    try:
        text = raw.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise FileUndecodable(path, encoding, error.start) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_json(path: Path, most: int) -> Any:
    """The value in a JSON file.

    Raises:
        AnnotationsUnreadable: saying where, for what is no JSON or is nested too deeply. As ``read_text``.
    """
    return parsed(read_text(path, most), path)


def parsed(text: str, path: Path, where: str = "") -> Any:
    """The value of a JSON text from the file; ``where`` says which part of it, if it is not all.

    Raises:
        AnnotationsUnreadable.
    """
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        place = where or f"line {error.lineno}, column {error.colno}"
        raise AnnotationsUnreadable(path, place, f"this is not JSON ({error.msg})") from None
    except (RecursionError, ValueError) as error:
        raise AnnotationsUnreadable(path, where, f"this JSON cannot be read ({error})") from None
    if _ESCAPED_UNSOUND.search(text) and not _all_sound(value):
        raise AnnotationsUnreadable(path, where, "it has a character that no text has (U+0000, or half of one)")
    return value


def _all_sound(value: Any) -> bool:
    """Whether every text in a JSON value can be stored."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            waiting += each.keys()
            waiting += each.values()
        elif isinstance(each, list):
            waiting += each
        elif isinstance(each, str) and not is_sound(each):
            return False
    return True


def is_sound(text: str) -> bool:
    """Whether the text can be stored: neither half a surrogate pair nor a NUL is in it."""
    return _UNSOUND.search(text) is None


def by_key(pairs: Iterable[tuple[str, str]]) -> dict[str, str | list[str]]:
    """The value of each key; a list of them where a key has several."""
    values: dict[str, list[str]] = {}
    for key, value in pairs:
        values.setdefault(key, []).append(value)
    return {key: found[0] if len(found) == 1 else found for key, found in values.items()}


class Fields:
    """A JSON object from a file; ``place`` says for people where it stands, such as "annotation 3".

    Raises, each of its methods: AnnotationsUnreadable, naming the file, the place and the field.
    """

    def __init__(self, values: Any, path: Path, place: str) -> None:
        self.path, self.place = path, place
        if not isinstance(values, Mapping):
            raise AnnotationsUnreadable(path, place, "it is not an object")
        self.values: Mapping[str, Any] = values

    def fail(self, reason: str) -> AnnotationsUnreadable:
        """The error for something wrong with the record."""
        return AnnotationsUnreadable(self.path, self.place, reason)

    def text(self, name: str, default: str = "") -> str:
        """A string; ``default`` when it is missing or null."""
        value = self.values.get(name)
        if value is None:
            return default
        if not isinstance(value, str) or not is_sound(value):
            raise self.fail(f"“{name}” is no text")
        return value

    def text_or_none(self, name: str) -> str | None:
        return None if self.values.get(name) is None else self.text(name)

    def number(self, name: str) -> int:
        value = self.values.get(name)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.fail(f"“{name}” is no whole number")
        return value

    def key(self, name: str) -> str:
        """What a record is called: a text, or a whole number as one; "" when it is missing."""
        value = self.values.get(name)
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else self.text(name)

    def one_of(self, name: str, allowed: Sequence[str]) -> str:
        value = self.text(name)
        if value not in allowed:
            raise self.fail(f"“{name}” is none of {', '.join(allowed)}")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of strings; a missing one is empty."""
        value = self.values.get(name)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(each, str) and is_sound(each) for each in value):
            raise self.fail(f"“{name}” is no list of texts")
        return tuple(value)

    def pairs(self, name: str) -> Pairs:
        """The pairs of an object of strings; a list of strings gives its key several values."""
        found: list[tuple[str, str]] = []
        for key, value in self.inner(name).values.items():
            for each in value if isinstance(value, list) else [value]:
                if not isinstance(each, str) or not is_sound(each) or not is_sound(key):
                    raise self.fail(f"“{name}” has something that is no text")
                found.append((key, each))
        return tuple(found)

    def pairs_of_texts(self) -> Pairs:
        """The pairs of this object; a value that is no string is left out, a list of strings gives several pairs."""
        return tuple(
            (key, each)
            for key, value in self.values.items()
            for each in (value if isinstance(value, list) else [value])
            if isinstance(each, str) and is_sound(each) and is_sound(key)
        )

    def inner(self, name: str) -> Fields:
        """An object in the record; an empty one when it is missing."""
        value = self.values.get(name)
        if value is not None and not isinstance(value, Mapping):
            raise self.fail(f"“{name}” is no object")
        return Fields(value or {}, self.path, self.place)

    def records(self, name: str, unit: str) -> Iterator[Fields]:
        """The objects of a list; a missing one is empty. ``unit`` names one of them in errors."""
        value = self.values.get(name)
        if value is None:
            return
        if not isinstance(value, list):
            raise self.fail(f"“{name}” is no list")
        for number, each in enumerate(value, 1):
            yield Fields(each, self.path, f"{unit} {number}")
