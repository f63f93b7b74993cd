# SPDX-License-Identifier: GPL-3.0-or-later
"""Tagsets and their tags."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.ids import TagId, TagsetId

Names = tuple[tuple[str, str], ...]
"""``(language, name)`` pairs, language as in BCP 47: ``(("ar", "شخص"), ("en", "Person"))``."""


def name_in(names: Names, language: str) -> str:
    """The name in ``language``, else the first one there is, else ""."""
    found = dict(names)
    return found.get(language) or next(iter(found.values()), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagset:
    id: TagsetId
    names: Names
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A kind of annotation.

    ``colour`` names a role of the theme (``tag-1`` … ``tag-12``), never a colour value. ``shortcut`` is one digit
    or letter, or "". Tags with one ``parent_id`` stand under it, in order of ``position``.
    """

    id: TagId
    tagset_id: TagsetId
    names: Names
    colour: str
    shortcut: str = ""
    description: str = ""
    parent_id: TagId | None = None
    position: int = 0
