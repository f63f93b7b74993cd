# SPDX-License-Identifier: GPL-3.0-or-later
"""A version of a document's text: where it came from, and how much it differs from the one before it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.model.ids import DocumentId


class Origin(StrEnum):
    """How a version came to be: brought in, read again from its file, corrected by hand, gone back to, repaired."""

    IMPORT = "import"
    UPDATE = "update"
    CORRECTION = "correction"
    REVERT = "revert"
    REPAIR = "repair"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextVersion:
    """One version of a text.

    ``based_on`` is the version it was made from, None for what was brought in. It differs from that one in ``places``
    places, where ``removed`` code points went and ``added`` ones came.
    """

    document_id: DocumentId
    version: int
    digest: str
    length: int
    encoding: str
    source: str
    created: str
    author: str = ""
    origin: Origin = Origin.IMPORT
    based_on: int | None = None
    places: int = 0
    removed: int = 0
    added: int = 0
