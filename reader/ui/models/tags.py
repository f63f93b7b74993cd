# SPDX-License-Identifier: GPL-3.0-or-later
"""The tags as widgets show them: named in one language, in the tagset's order, with the theme's colours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from reader.model.ids import TagId
from reader.model.tagset import Tag, name_in

TAG_ROLES = tuple(f"tag-{number}" for number in range(1, 13))
"""The colour roles a tag can have, in the order the palette shows them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagColour:
    """What a colour role looks like in the present theme: ``fill`` under the text, ``line`` at the edge."""

    fill: QColor
    line: QColor


class TagColours:
    """Colour role → colour. A role the theme lacks is drawn in a plain grey."""

    def __init__(self, by_role: Mapping[str, TagColour]) -> None:
        self._by_role = dict(by_role)
        self._unknown = TagColour(fill=QColor(Qt.GlobalColor.transparent), line=QColor(Qt.GlobalColor.gray))

    def of(self, role: str) -> TagColour:
        return self._by_role.get(role, self._unknown)

    def roles(self) -> tuple[str, ...]:
        """The twelve roles of a theme, whether this theme names them or not."""
        return TAG_ROLES


class ShownTags:
    """A tagset's tags with names in one language and colours of one theme; a value handed to every widget."""

    def __init__(self, tags: Sequence[Tag] = (), *, language: str = "en", colours: TagColours | None = None) -> None:
        self.language = language
        self.colours = colours or TagColours({})
        self._by_id = {tag.id: tag for tag in tags}
        self._in_order = tuple(self._walk(None, 0, frozenset()))

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, tag_id: object) -> bool:
        return tag_id in self._by_id

    @property
    def in_order(self) -> tuple[tuple[Tag, int], ...]:
        """``(tag, depth)`` for every tag, parents before their children."""
        return self._in_order

    @property
    def tags(self) -> tuple[Tag, ...]:
        return tuple(tag for tag, _ in self._in_order)

    def tag(self, tag_id: TagId) -> Tag | None:
        return self._by_id.get(tag_id)

    def name(self, tag_id: TagId) -> str:
        """The tag's name in the language shown; its identity when the tag is not there any more."""
        tag = self._by_id.get(tag_id)
        return str(tag_id) if tag is None else (name_in(tag.names, self.language) or str(tag_id))

    def colour(self, tag_id: TagId) -> TagColour:
        tag = self._by_id.get(tag_id)
        return self.colours.of(tag.colour if tag is not None else "")

    def with_shortcut(self, character: str) -> Tag | None:
        """The tag given by a key; Arabic and Persian digits count as the Latin ones."""
        key = _latin_digit(character).casefold()
        return next((tag for tag in self.tags if key and tag.shortcut.casefold() == key), None)

    def matching(self, text: str) -> tuple[Tag, ...]:
        """Tags with ``text`` in one of their names, whatever the language; those that begin with it first."""
        wanted = text.strip().casefold()
        found = [tag for tag in self.tags if any(wanted in name.casefold() for _, name in tag.names)]
        return tuple(sorted(found, key=lambda tag: not _begins(tag, wanted)))

    def _walk(self, parent: TagId | None, depth: int, above: frozenset[TagId]) -> Iterator[tuple[Tag, int]]:
        level = sorted(
            (tag for tag in self._by_id.values() if self._parent(tag) == parent), key=lambda tag: tag.position
        )
        for tag in level:
            if tag.id in above:
                continue
            yield tag, depth
            yield from self._walk(tag.id, depth + 1, above | {tag.id})

    def _parent(self, tag: Tag) -> TagId | None:
        return tag.parent_id if tag.parent_id in self._by_id else None


def _begins(tag: Tag, wanted: str) -> bool:
    return any(name.casefold().startswith(wanted) for _, name in tag.names)


def _latin_digit(character: str) -> str:
    return str(int(character)) if len(character) == 1 and character.isdecimal() else character
