# SPDX-License-Identifier: GPL-3.0-or-later
"""Entities that a file of others mentions: those that the library has learn what they lack, the others are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from reader.interchange.received import ReceivedEntity
from reader.model.edit import RecordChange
from reader.model.entity import Entity, name_key
from reader.model.ids import EntityId, TagId, new_id
from reader.store import Library


class EntitiesOfOthers:
    """The library's entity for each of a file's: the same id, the same identifier elsewhere, or the same name.

    Two of one name are two when their kinds or their identifiers differ. What the library says of an entity stays;
    other names, translations and identifiers are added to it.
    """

    def __init__(self, library: Library, kind_of: Callable[[str], TagId | None]) -> None:
        self._library, self._kind_of = library, kind_of
        self._before: dict[EntityId, Entity | None] = {}
        self._now: dict[EntityId, Entity] = {}
        self._new_by_name: dict[str, list[EntityId]] = {}
        self._new_by_identifier: dict[tuple[str, str], EntityId] = {}
        self._answers: dict[ReceivedEntity, EntityId] = {}

    def ids(self, given: Iterable[ReceivedEntity]) -> dict[str, EntityId]:
        """For the key of each entity, the id of the library's."""
        return {each.key: self._id_of(each) for each in given}

    def changes(self) -> tuple[RecordChange, ...]:
        pairs = ((self._before[identity], entity) for identity, entity in self._now.items())
        return tuple(RecordChange(before, entity) for before, entity in pairs if before != entity)

    def _id_of(self, each: ReceivedEntity) -> EntityId:
        found = self._answers.get(each)
        if found is None:
            known = self._known(each)
            found = self._answers[each] = self._made(each) if known is None else self._with_more(known, each)
        return found

    def _known(self, each: ReceivedEntity) -> Entity | None:
        identity = EntityId(each.key)
        if identity in self._now:
            return self._now[identity]
        if (own := self._library.entities.entity_table.with_keys([(identity,)])).values():
            return next(iter(own.values()))
        for pair in each.external_ids:
            if pair in self._new_by_identifier:
                return self._now[self._new_by_identifier[pair]]
            if found := self._library.entities.with_identifier(*pair):
                return self._now.get(found[0].id, found[0])
        kind = self._kind_of(each.kind)
        news = (self._now[one] for one in self._new_by_name.get(name_key(each.name), ()))
        olds = (self._now.get(one.id, one) for one in self._library.entities.named(each.name))
        return next((one for one in (*news, *olds) if _may_be(one, each, kind)), None)

    def _made(self, each: ReceivedEntity) -> EntityId:
        identity = EntityId(each.key if is_own_id(each.key) else new_id())
        self._before[identity] = None
        self._now[identity] = Entity(
            id=identity,
            name=each.name,
            kind=self._kind_of(each.kind),
            aliases=tuple(dict.fromkeys(each.aliases)),
            translations=tuple(dict.fromkeys(each.translations)),
            external_ids=tuple(dict.fromkeys(each.external_ids)),
            note=each.note,
        )
        self._new_by_name.setdefault(name_key(each.name), []).append(identity)
        for pair in each.external_ids:
            self._new_by_identifier.setdefault(pair, identity)
        return identity

    def _with_more(self, known: Entity, each: ReceivedEntity) -> EntityId:
        """The entity with what the file says of it besides."""
        schemes = {scheme for scheme, _ in known.external_ids}
        names = tuple(name for name in (each.name, *each.aliases) if name and name not in known.names)
        more = replace(
            known,
            kind=known.kind or self._kind_of(each.kind),
            aliases=tuple(dict.fromkeys((*known.aliases, *names))),
            translations=tuple(dict.fromkeys((*known.translations, *each.translations))),
            external_ids=(*known.external_ids, *(pair for pair in each.external_ids if pair[0] not in schemes)),
            note=known.note or each.note,
        )
        self._before.setdefault(known.id, known)
        self._now[known.id] = more
        return known.id


def _may_be(one: Entity, each: ReceivedEntity, kind: TagId | None) -> bool:
    """Whether an entity of the same name can be the one that is meant."""
    theirs = dict(each.external_ids)
    differs = any(theirs.get(scheme, identifier) != identifier for scheme, identifier in one.external_ids)
    return not differs and (kind is None or one.kind in {kind, None})


def is_own_id(key: str) -> bool:
    """Whether it is spelt as our ids are: 32 hexadecimal digits."""
    return len(key) == 32 and all(character in "0123456789abcdef" for character in key)
