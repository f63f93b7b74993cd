# SPDX-License-Identifier: GPL-3.0-or-later
"""What each paragraph is for; for a plain text told by length, place and end marks: title, heading, list item, body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from reader.text.direction import Direction

_LONGEST_TITLE = 130
_LONGEST_HEADING = 80
_SHORTEST_BODY = 100
_FRONT_MATTER = 4
"""At most so many short paragraphs stand before the body: kicker, title, subtitle, author."""

_ITEM = re.compile(r"\s*(?:[-–—•▪◦*·]\s|\(?[0-9٠-٩۰-۹]{1,3}[.)\-]\s)")
_ENDS_LIKE_SENTENCE = tuple('.؟?!…،,؛;:»"”)')


class Role(StrEnum):
    """The last six are never guessed: only a file with structure says so."""

    KICKER = "kicker"
    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    BODY = "body"
    ITEM = "item"
    BLANK = "blank"
    QUOTATION = "quotation"
    ROW = "row"
    NOTE = "note"
    CAPTION = "caption"
    CODE = "code"
    CUE = "cue"


class Mark(NamedTuple):
    """A page, or else a section, that begins at ``offset``, code points from the start of the piece of text."""

    is_page: bool
    offset: int
    label: str


class Part(NamedTuple):
    """What one paragraph is.

    ``opens`` is false for a later paragraph of the same block, which has no marker of its own. ``goes_on`` and
    ``is_continued`` say that the paragraph before or after belongs to the same quotation, table, list and so on.
    ``above`` are the pages and sections that begin with the paragraph, ``within`` those that begin inside it. ``run``
    numbers, for a row of a table, its first and its last paragraph, both included.
    """

    role: Role
    level: int = 0
    label: str = ""
    direction: Direction | None = None
    opens: bool = True
    goes_on: bool = False
    is_continued: bool = False
    above: tuple[Mark, ...] = ()
    within: tuple[Mark, ...] = ()
    run: tuple[int, int] | None = None

    @property
    def has_furniture(self) -> bool:
        """Whether anything may stand beside its words: a marker, a rule, the label of a page."""
        return bool(self.above or self.within) or self.role in _FURNISHED


_FURNISHED = frozenset({Role.ITEM, Role.QUOTATION, Role.ROW, Role.NOTE, Role.CODE, Role.CUE})
_PLAIN = {role: Part(role) for role in Role}


def plain_parts(roles: Iterable[Role]) -> list[Part]:
    """Parts of which nothing but the role is known."""
    return [_PLAIN[role] for role in roles]


def roles_of(paragraphs: Sequence[str], *, opens_document: bool) -> list[Role]:
    """The role of each paragraph; ``opens_document`` says whether the first of them begins the text. O(n)."""
    roles = [_alone(paragraph) for paragraph in paragraphs]
    filled = [index for index, role in enumerate(roles) if role is not Role.BLANK]
    if opens_document:
        _mark_front_matter(paragraphs, roles, filled)
    for place, index in enumerate(filled[:-1]):
        following = filled[place + 1]
        if roles[index] is Role.BODY and _could_head(paragraphs[index]) and _carries(paragraphs[following]):
            roles[index] = Role.HEADING
    return roles


def _alone(paragraph: str) -> Role:
    if not paragraph.strip():
        return Role.BLANK
    return Role.ITEM if _ITEM.match(paragraph[:8]) else Role.BODY


def _could_head(paragraph: str) -> bool:
    text = paragraph.strip()
    return len(text) <= _LONGEST_HEADING and not text.endswith(_ENDS_LIKE_SENTENCE) and " " in text


def _carries(paragraph: str) -> bool:
    """Whether a paragraph is long enough to be what a heading heads."""
    return len(paragraph) >= _SHORTEST_BODY


def _mark_front_matter(paragraphs: Sequence[str], roles: list[Role], filled: Sequence[int]) -> None:
    """Short paragraphs before the body: one that ends with a colon or comma is the kicker, the next the title."""
    short = []
    for index in filled[: _FRONT_MATTER + 1]:
        text = paragraphs[index].strip()
        if len(text) > _LONGEST_TITLE or roles[index] is Role.ITEM or text.endswith((".", "؟", "!")):
            break
        short.append(index)
    if not short or len(short) > _FRONT_MATTER or len(short) == len(filled) > 2:
        return
    title = 1 if len(short) > 1 and paragraphs[short[0]].rstrip().endswith((":", "،", "：", "/")) else 0
    for place, index in enumerate(short):
        roles[index] = Role.KICKER if place < title else Role.TITLE if place == title else Role.SUBTITLE
