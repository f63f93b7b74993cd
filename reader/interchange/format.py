# SPDX-License-Identifier: GPL-3.0-or-later
"""What a format of others is: what it holds of our work, in which unit it counts, and how it is written and read."""

from __future__ import annotations

import importlib
import importlib.util
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

from reader.interchange.content import Content, Options

if TYPE_CHECKING:
    from reader.interchange.received import Received


class Unit(StrEnum):
    """In what a format counts positions. Ours are code points; others are converted at the edge of the format."""

    CODE_POINTS = "code points"
    UTF16 = "UTF-16 code units"
    BYTES = "UTF-8 bytes"
    TOKENS = "tokens"
    NONE = "none"


class Feature(StrEnum):
    """What can be said about a text, each of which some formats cannot hold."""

    TEXT = "text"
    OVERLAPS = "overlaps"
    """Annotations that overlap others, nested ones among them."""
    PARTS = "parts"
    """Annotations that begin or end within a word."""
    LINES = "lines"
    """Annotations that go on over the end of a sentence or line."""
    NOTES = "notes"
    ATTRIBUTES = "attributes"
    RELATIONS = "relations"
    ENTITIES = "entities"
    """That annotations mention one person or thing of the registry."""
    AUTHORS = "authors"
    TIMES = "times"
    TAGSET = "tagset"
    """Colours, keys, descriptions and nesting of tags, and their names in other languages."""
    METADATA = "metadata"
    STATUS = "status"
    """That something is a suggestion nobody has decided about."""
    UNPLACED = "unplaced"
    """Annotations that lost their place when the text changed: no format has a place to write them at."""


EVERYTHING = frozenset(Feature) - {Feature.UNPLACED}
"""What a format can keep."""

_TEXT_OPTIONAL = frozenset({"json", "bundle"})
"""Formats that stay of use without the text: their positions are checked when they come back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format in the registry. ``title`` is for people, English; ``module`` the one of this package that knows it.

    A module of several formats has a function of its own for each: ``writer`` and ``reader``.

    ``holds_many``: one file can hold several documents; else each gets a file of its own. ``extra`` names the optional
    dependency without which it cannot be used, ``library`` that dependency's module. ``suffixes`` are those it is read
    from; the first is the one written.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    media_type: str
    unit: Unit
    keeps: frozenset[Feature]
    module: str
    holds_many: bool = False
    is_written: bool = True
    is_read: bool = False
    extra: str = ""
    library: str = ""
    writer: str = "write"
    reader: str = "read"

    @property
    def suffix(self) -> str:
        return self.suffixes[0]

    @property
    def can_leave_text_out(self) -> bool:
        """Whether the file is of use also without the text that it could have."""
        return self.name in _TEXT_OPTIONAL

    @property
    def is_available(self) -> bool:
        """Whether its optional dependency is installed; it is looked for, not loaded."""
        return not self.library or importlib.util.find_spec(self.library) is not None

    def write(self, contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
        """Write the documents, one after the other; memory stays bounded by one of them where the format allows it.

        Raises:
            FormatUnavailable: when its optional dependency is not installed.
            ValueError: for several documents where the file holds one.
        """
        self._function(self.writer)(contents, stream, options)

    def read(self, path: Path, options: ReadOptions) -> Iterator[Received]:
        """The documents in a file (or a folder, where the format is one), as they are said to be.

        Raises:
            FormatUnavailable; FileError naming the file, RecordUnreadable also the place in it.
        """
        documents: Iterator[Received] = self._function(self.reader)(path, options)
        return documents

    def _function(self, name: str) -> Any:
        return getattr(importlib.import_module(f"reader.interchange.{self.module}"), name)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What the user may say of a file that comes in. ``encoding`` is that of files without one of their own.

    ``most_bytes`` bounds what is read, unpacked archives included.
    """

    encoding: str = "utf-8"
    most_bytes: int = 1 << 30


@contextmanager
def as_text(stream: BinaryIO) -> Iterator[TextIO]:
    """A text stream (UTF-8, line ends as written) over a binary one, which stays open."""
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=False)
    try:
        yield text
        text.flush()
    finally:
        text.detach()


def only(contents: Iterable[Content]) -> Content:
    """The one document of a format that holds one.

    Raises:
        ValueError: when there are none or several.
    """
    found = list(contents)
    if len(found) != 1:
        raise ValueError(f"{len(found)} documents for a file that holds one")
    return found[0]
