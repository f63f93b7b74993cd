# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of names that the user gave: what recognition takes for certain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reader.model.ids import TagId

LONGEST_NAME: Final = 200
"""Code points; no name is longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameList:
    """A list in the library, without its names.

    ``source`` is the file it was read from, as a full path; ``tag_id`` is the tag of names that have none of their
    own. ``names`` and ``skipped`` count the names and the lines that could not be read; ``notes`` tell of the first of
    these, ``(line, problem, detail)`` each. ``modified`` is when the file was read.
    """

    id: str
    title: str
    source: str
    tag_id: TagId
    is_on: bool
    names: int
    skipped: int
    notes: tuple[tuple[int, str, str], ...]
    modified: str
