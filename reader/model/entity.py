# SPDX-License-Identifier: GPL-3.0-or-later
"""Entities: the people, places and bodies that annotations mention, and the links from mentions to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.model.ids import AnnotationId, DocumentId, EntityId, TagId
from reader.text.normalise import folded

_ARTICLE = "ال"
_SHORTEST_BEHIND_ARTICLE = 2
_LONGEST_KEY = 400
_MOST_TAILS = 12
"""Letters and words of a name by which it is found: more only cost room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One thing in the world under its canonical name.

    ``translations`` are ``(language, name)``, the first of a language before its other names there;
    ``external_ids`` are ``(scheme, identifier)``, such as ``("wikidata", "Q9248")``.
    """

    id: EntityId
    name: str
    kind: TagId | None = None
    aliases: tuple[str, ...] = ()
    translations: tuple[tuple[str, str], ...] = ()
    external_ids: tuple[tuple[str, str], ...] = ()
    note: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name once: the canonical one, the aliases, the translations."""
        return tuple(dict.fromkeys((self.name, *self.aliases, *(name for _, name in self.translations))))


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityLink:
    """The statement that an annotation mentions an entity; an annotation mentions one entity at most."""

    annotation_id: AnnotationId
    entity_id: EntityId


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRefusal:
    """The statement that in a document the words with this key (``name_key``) are not the entity."""

    document_id: DocumentId
    key: str
    entity_id: EntityId
    author: str
    created: str


def name_key(name: str) -> str:
    """What is equal in two spellings of one name: the profile "search", runs of spaces as one."""
    return " ".join(folded(name, "search").split())[:_LONGEST_KEY]


def name_tails(name: str) -> Iterator[tuple[str, int]]:
    """The key of a name from each of its words on, with how many words are left out; also behind the word's article.

    So «جامعة النيل» is found by «جامعة», «النيل» and «نيل». The whole name comes first, with 0, and it alone has 0.
    """
    key = name_key(name)
    starts = [0, *(at + 1 for at, char in enumerate(key) if char == " ")][:_MOST_TAILS]
    for words, start in enumerate(starts):
        yield key[start:], words
        bare = key[start + len(_ARTICLE) :]
        if key.startswith(_ARTICLE, start) and len(bare.partition(" ")[0]) >= _SHORTEST_BEHIND_ARTICLE:
            yield bare, max(words, 1)
