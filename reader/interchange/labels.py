# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of tags as formats can spell them: one label for each tag, and no label for two."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.interchange.content import Content
from reader.model.ids import TagId

WITHOUT_SPACES = re.compile(r"[\s\x00-\x1f]+")
ASCII_WORDS = re.compile(r"[^A-Za-z0-9_-]+")


def labels_of(content: Content, language: str, forbidden: re.Pattern[str] = WITHOUT_SPACES) -> dict[TagId, str]:
    """A label for each tag: its name with what is forbidden turned into low lines.

    A name of which nothing is left becomes the tag's id. Names that look alike then are numbered, in the order of the
    tags, so that the same tagset always gives the same labels.
    """
    names = content.tag_names(language)
    spare = content.tag_names("en")
    given = ((tag.id, (names[tag.id], spare[tag.id], str(tag.id))) for tag in content.tags)
    return numbered((tag_id, _spelt(candidates, forbidden)) for tag_id, candidates in given)


def numbered(pairs: Iterable[tuple[TagId, str]]) -> dict[TagId, str]:
    """The labels, those that come again with a number behind them."""
    labels: dict[TagId, str] = {}
    taken: set[str] = set()
    for tag_id, label in pairs:
        number, unique = 1, label
        while unique in taken:
            number += 1
            unique = f"{label}_{number}"
        taken.add(unique)
        labels[tag_id] = unique
    return labels


def label(labels: dict[TagId, str], tag_id: TagId, forbidden: re.Pattern[str] = WITHOUT_SPACES) -> str:
    """The label of a tag, also of one that the library does not know."""
    return labels.get(tag_id) or _spelt((str(tag_id),), forbidden)


def _spelt(candidates: Iterable[str], forbidden: re.Pattern[str]) -> str:
    for name in candidates:
        spelt = forbidden.sub("_", name).strip("_")
        if spelt:
            return spelt
    return "tag"
