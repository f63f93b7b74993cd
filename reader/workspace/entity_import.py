# SPDX-License-Identifier: GPL-3.0-or-later
"""Entities of a file beside those of the library: what is new, what is changed, what contradicts; then one edit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reader.interchange import entities_csv, entities_skos, write_file
from reader.interchange.entity_records import EntityFile, EntityRecord
from reader.model.edit import Edit, RecordChange
from reader.model.entity import Entity, name_key
from reader.model.entity_rules import tidied
from reader.model.ids import EntityId, TagId, new_id
from reader.model.tagset import Tag
from reader.store import Library, Session
from reader.workspace.exporting import refuse_library_as_target

_SKOS_SUFFIXES = {".jsonld", ".json", ".skos"}
_BATCH = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Where a record and what it is about contradict: ``field`` is ``"name"``, ``"kind"``, ``"identifier"`` or
    ``"several"`` (the library has several entities of this name, so that a new one is made).
    """

    number: int
    entity: Entity
    field: str
    here: str
    there: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An entity as it is, as it becomes when the library is right in a conflict, and when the file is."""

    before: Entity
    keeping: Entity
    taking: Entity


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What an import would do; nothing is done yet. ``same`` counts records that say nothing new.

    ``ignored`` names what in the file nothing is made of, ``unknown_kinds`` kinds that no tag is called.
    """

    path: Path
    unit: str
    new: tuple[Entity, ...]
    changed: tuple[Change, ...]
    same: int
    conflicts: tuple[Conflict, ...]
    ignored: tuple[str, ...]
    unknown_kinds: tuple[tuple[str, int], ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be written."""
        return not self.new and not self.changed


def read_entities(path: Path, encoding: str | None = None) -> EntityFile:
    """The entities of a file: SKOS in JSON-LD by its suffix, else a table.

    Raises:
        FileError: naming file and place; RecordUnreadable among them.
    """
    if path.suffix.casefold() in _SKOS_SUFFIXES:
        return entities_skos.read(path)
    return entities_csv.read(path, encoding)


def plan_import(library: Library, content: EntityFile) -> ImportPlan:
    """Compare a file with the library."""
    planner = _Planner(library, content)
    for start in range(0, len(content.records), _BATCH):
        planner.take(content.records[start : start + _BATCH])
    return planner.plan()


def import_entities(plan: ImportPlan, *, take_theirs: bool = False) -> Edit:
    """The plan as one edit. In conflicts the library is right, or the file with ``take_theirs``."""
    additions = [RecordChange(None, entity) for entity in plan.new]
    results = ((each.before, each.taking if take_theirs else each.keeping) for each in plan.changed)
    alterations = [RecordChange(before, after) for before, after in results if before != after]
    return Edit(name="import-entities", document_id=None, changes=(*additions, *alterations))


def export_entities(
    library: Library, path: Path, ids: Sequence[EntityId] | None = None, form: str | None = None
) -> int:
    """Write all entities, or some, to a file: as ``"skos"`` or ``"csv"``, by its suffix for None; how many there were.

    Raises:
        FileIsFolder, FileUnwritable: also where the file is the library itself.
    """
    refuse_library_as_target(library, path)
    entities = library.entities.list() if ids is None else library.entities.find(ids)
    is_skos = form == "skos" if form else path.suffix.casefold() in _SKOS_SUFFIXES
    writing = entities_skos.write if is_skos else entities_csv.write
    write_file(path, lambda stream: writing(entities, stream))
    return len(entities)


def plan_entities(library_path: Path, path: Path) -> ImportPlan:
    """``read_entities`` and ``plan_import``, on a connection of its own.

    Raises:
        FileError, LibraryError.
    """
    content = read_entities(path)
    with Library.open(library_path, create=False, read_only=True) as library:
        return plan_import(library, content)


def take_in_entities(
    library_path: Path, session: Session | None, author: str, plan: ImportPlan, take_theirs: bool
) -> int:
    """Apply the plan for a window, whose ``session`` can undo it; how many entities are new.

    Raises:
        LibraryError, EditConflict.
    """
    with Library.open(library_path, create=False, session=session) as library:
        library.apply(import_entities(plan, take_theirs=take_theirs), author=author)
    return len(plan.new)


def give_out_entities(library_path: Path, path: Path) -> int:
    """``export_entities`` for all of them, on a connection of its own.

    Raises:
        FileIsFolder, FileUnwritable, LibraryError.
    """
    with Library.open(library_path, create=False, read_only=True) as library:
        return export_entities(library, path)


class _Planner:
    """Goes through the records of a file once and remembers what it found."""

    def __init__(self, library: Library, content: EntityFile) -> None:
        self._library = library
        self._content = content
        self._kinds = _tags_by_name(library.tagsets.tags())
        self._new: list[Entity] = []
        self._changed: dict[EntityId, Change] = {}
        self._conflicts: list[Conflict] = []
        self._unknown: Counter[str] = Counter()
        self._same = 0

    def take(self, records: Sequence[EntityRecord]) -> None:
        """Plan a batch; the library is asked once for all of it."""
        names = [record.entity.name for record in records]
        named = self._library.entities.named_one_of(names)
        by_key = {name_key(name): found for name, found in named.items()}
        pairs = [pair for record in records for pair in record.entity.external_ids]
        owners = self._library.entities.with_identifiers(pairs)
        ids = {*(record.entity.id for record in records if record.entity.id), *owners.values()}
        known = {entity.id: entity for entity in self._library.entities.find(ids)}
        for record in records:
            entity = replace(record.entity, kind=self._kind(record))
            found = self._match(record.number, entity, known, owners, by_key)
            if found is None:
                self._new.append(entity if entity.id else replace(entity, id=EntityId(new_id())))
            else:
                self._join(record.number, found, entity, owners)

    def plan(self) -> ImportPlan:
        return ImportPlan(
            path=self._content.path,
            unit=self._content.unit,
            new=tuple(self._new),
            changed=tuple(self._changed.values()),
            same=self._same,
            conflicts=tuple(self._conflicts),
            ignored=self._content.ignored,
            unknown_kinds=tuple(sorted(self._unknown.items())),
        )

    def _kind(self, record: EntityRecord) -> TagId | None:
        """The first kind that is the id or a name of a tag; the first one counts as unknown when none is."""
        for kind in record.kinds:
            if name_key(kind) in self._kinds:
                return self._kinds[name_key(kind)]
        if record.kinds:
            self._unknown[record.kinds[0]] += 1
        return None

    def _match(
        self,
        number: int,
        entity: Entity,
        known: Mapping[EntityId, Entity],
        owners: Mapping[tuple[str, str], EntityId],
        by_key: Mapping[str, list[Entity]],
    ) -> Entity | None:
        """The entity of the library that the record is about: by id, by identifier, by name where only one has it."""
        if entity.id in known:
            return known[entity.id]
        owner = next((owners[pair] for pair in entity.external_ids if pair in owners), None)
        if owner is not None:
            return known[owner]
        namesakes = [each for each in by_key.get(name_key(entity.name), []) if _may_be_same(each, entity)]
        if len(namesakes) > 1:
            several = ", ".join(each.id for each in namesakes)
            self._conflicts.append(
                Conflict(number=number, entity=entity, field="several", here=several, there=entity.name)
            )
        return namesakes[0] if len(namesakes) == 1 else None

    def _join(self, number: int, found: Entity, entity: Entity, owners: Mapping[tuple[str, str], EntityId]) -> None:
        """What the entity becomes; nothing it has is lost. Identifiers of other entities stay theirs."""
        before = self._changed.get(found.id)
        foreign = [pair for pair in entity.external_ids if owners.get(pair, found.id) != found.id]
        entity = replace(entity, external_ids=tuple(pair for pair in entity.external_ids if pair not in foreign))
        base = found if before is None else before.keeping
        keeping = _joined(base, entity)
        taking = _taken(found if before is None else before.taking, entity)
        for field, here, there in (
            *_contradictions(found, entity),
            *(("identifier", "", ":".join(p)) for p in foreign),
        ):
            self._conflicts.append(Conflict(number=number, entity=found, field=field, here=here, there=there))
        if keeping == base and taking == base:
            self._same += 1
        else:
            self._changed[found.id] = Change(before=found, keeping=keeping, taking=taking)


def _tags_by_name(tags: Sequence[Tag]) -> dict[str, TagId]:
    names = {name_key(name): tag.id for tag in reversed(tags) for _, name in tag.names}
    return names | {name_key(tag.id): tag.id for tag in tags}


def _may_be_same(one: Entity, other: Entity) -> bool:
    """Whether two entities of one name can be the same: kinds and identifiers do not speak against it."""
    if one.kind is not None and other.kind is not None and one.kind != other.kind:
        return False
    schemes = dict(one.external_ids)
    return all(schemes.get(scheme, identifier) == identifier for scheme, identifier in other.external_ids)


def _joined(entity: Entity, more: Entity) -> Entity:
    """The entity with what another says of it besides; in contradictions its own word stays."""
    schemes = {scheme for scheme, _ in entity.external_ids}
    fresh = tuple(pair for pair in more.external_ids if pair[0] not in schemes)
    note = entity.note if more.note in entity.note else "\n\n".join(filter(None, (entity.note, more.note)))
    aliases = tuple(name for name in (more.name, *more.aliases) if name not in entity.names)
    return tidied(
        replace(
            entity,
            kind=entity.kind or more.kind,
            aliases=(*entity.aliases, *aliases),
            translations=(*entity.translations, *more.translations),
            external_ids=(*entity.external_ids, *fresh),
            note=note,
        )
    )


def _taken(entity: Entity, more: Entity) -> Entity:
    """As ``_joined``, but in contradictions the other's word counts; the name it had becomes an alias."""
    joined = _joined(entity, more)
    schemes = {scheme for scheme, _ in more.external_ids}
    kept = (pair for pair in entity.external_ids if pair[0] not in schemes)
    return tidied(
        replace(
            joined,
            name=more.name,
            kind=more.kind or entity.kind,
            aliases=(*joined.aliases, entity.name),
            external_ids=(*kept, *more.external_ids),
        )
    )


def _contradictions(entity: Entity, other: Entity) -> Iterator[tuple[str, str, str]]:
    """``(field, what the library says, what the file says)``."""
    if entity.name != other.name:
        yield "name", entity.name, other.name
    if entity.kind is not None and other.kind is not None and entity.kind != other.kind:
        yield "kind", entity.kind, other.kind
    theirs = dict(other.external_ids)
    for scheme, identifier in entity.external_ids:
        if theirs.get(scheme, identifier) != identifier:
            yield "identifier", f"{scheme}:{identifier}", f"{scheme}:{theirs[scheme]}"
