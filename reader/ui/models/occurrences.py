# SPDX-License-Identifier: GPL-3.0-or-later
"""Occurrences of a phrase with their context, grouped by form, each with a tick: a tree model for many rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.text.direction import Direction
from reader.text.spans import Span


class OccurrenceForm(StrEnum):
    """What stands around the phrase inside its word."""

    BARE = "bare"
    ARTICLE = "article"
    PROCLITIC = "proclitic"
    PROCLITIC_ARTICLE = "proclitic-article"
    ENCLITIC = "enclitic"
    BOTH_SIDES = "both-sides"


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One place where a phrase stands.

    ``span`` (code points of the document) is what would be tagged; ``before``, ``keyword`` and ``after`` are one
    line of text around it. ``is_tagged`` says that the tag is already there, so the row comes unticked.
    """

    span: Span
    before: str
    keyword: str
    after: str
    form: OccurrenceForm = OccurrenceForm.BARE
    direction: Direction = Direction.RIGHT_TO_LEFT
    is_tagged: bool = False


_ARTICLES = frozenset({"ال", "لل"})


def form_of(proclitics: Sequence[str], enclitics: Sequence[str]) -> OccurrenceForm:
    """The group of a match with these particles before and pronouns after it."""
    has_article = any(part in _ARTICLES for part in proclitics)
    has_particle = any(part != "ال" for part in proclitics)
    if enclitics:
        return OccurrenceForm.BOTH_SIDES if proclitics else OccurrenceForm.ENCLITIC
    if has_article:
        return OccurrenceForm.PROCLITIC_ARTICLE if has_particle else OccurrenceForm.ARTICLE
    return OccurrenceForm.PROCLITIC if has_particle else OccurrenceForm.BARE
