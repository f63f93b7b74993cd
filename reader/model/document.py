# SPDX-License-Identifier: GPL-3.0-or-later
"""What the library says of a document; its text is read apart, in chunks."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.ids import DocumentId
from reader.text.direction import Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text in the library.

    ``digest`` is the SHA-256 of the text in UTF-8, ``length`` its code points. ``direction`` is that of the
    dominant script. ``encoding`` and ``source`` (a path) tell where the text came from; ``metadata`` holds the rest.
    ``version`` is that of the text in force: a document whose text changes becomes one with another version.
    """

    id: DocumentId
    title: str
    digest: str
    length: int
    direction: Direction
    source: str = ""
    encoding: str = "utf-8"
    metadata: tuple[tuple[str, str], ...] = ()
    created: str
    modified: str
    version: int = 1
