# SPDX-License-Identifier: GPL-3.0-or-later
"""One function for each thing a user can do to entities: it gives the edit, ``Workspace.edit`` applies it.

An edit that would change nothing has no changes; applying it does nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.errors import EditConflict, EntityInvalid
from reader.model.annotation import Annotation
from reader.model.edit import Edit, Record, RecordChange
from reader.model.entity import Entity, EntityLink, EntityRefusal, name_key
from reader.model.entity_rules import tidied
from reader.model.ids import DocumentId, EntityId, TagId, new_id, now
from reader.store import Library
from reader.text.chunks import ChunkedText
from reader.text.spans import Span
from reader.workspace import edits

_MOST_READ = 400


def new_entity(name: str, kind: TagId | None = None) -> Entity:
    """An entity of this name that is not in the library yet.

    Raises:
        EntityInvalid: when this cannot be a name.
    """
    return tidied(Entity(id=EntityId(new_id()), name=name, kind=kind))


def add_entity(library: Library, entity: Entity, mentioned_by: Sequence[Annotation] = ()) -> Edit:
    """A new entity; the annotations mention it, and nothing else any more.

    Raises:
        EntityInvalid: when a field cannot be what it is.
    """
    entity = tidied(entity)
    changes = [RecordChange(None, entity), *_linking(library, mentioned_by, entity.id)]
    return _edit("add-entity", changes, mentioned_by)


def change_entity(before: Entity, after: Entity) -> Edit:
    """Other fields; ``after`` is ``dataclasses.replace(before, …)``.

    Raises:
        EntityInvalid: when a field cannot be what it is.
    """
    return _edit("change-entity", _alteration(before, tidied(after)))


def delete_entities(library: Library, entities: Sequence[Entity]) -> Edit:
    """The entities and their links go; the annotations that mention them stay."""
    changes: list[RecordChange] = []
    for entity in entities:
        changes += _removals(library.displaced.mentions(entity.id))
        changes += _removals([*library.entities.mentions(entity.id), *library.entities.refusals_of(entity.id)])
    name = "delete-entity" if len(entities) == 1 else "delete-entities"
    return _edit(name, changes + _removals(entities))


# Links


def link(library: Library, annotations: Sequence[Annotation], entity_id: EntityId) -> Edit:
    """The annotations mention this entity, and nothing else any more. A refusal that said otherwise goes."""
    changes = _linking(library, annotations, entity_id)
    changes += _removals(_refusals_against(library, annotations, entity_id))
    return _edit("link-entity" if len(annotations) == 1 else "link-entities", changes, annotations)


def tag_and_link(text: ChunkedText, document_id: DocumentId, span: Span, entity: Entity, author: str) -> Edit:
    """The span gets the tag that is the entity's kind, and mentions the entity; in one step.

    Raises:
        EntityInvalid: when the entity has no kind.
        SpanTooLong, SpanOutsideText: for a span that an annotation cannot have.
    """
    if entity.kind is None:
        raise EntityInvalid("kind", entity.name)
    changes = edits.tag_spans(text, document_id, [span], entity.kind, author).changes
    links = [
        RecordChange(None, EntityLink(annotation_id=change.after.id, entity_id=entity.id))
        for change in changes
        if isinstance(change.after, Annotation)
    ]
    return Edit(name="link-entity", document_id=document_id, changes=(*changes, *links))


def link_each(library: Library, groups: Iterable[tuple[EntityId, Sequence[Annotation]]]) -> Edit:
    """Several entities each get annotations that mention them from now on, in one step."""
    edits = [(link(library, annotations, entity_id), annotations) for entity_id, annotations in groups]
    changes = [change for edit, _ in edits for change in edit.changes]
    everyone = [annotation for _, annotations in edits for annotation in annotations]
    return _edit("link-entity" if len(everyone) == 1 else "link-entities", changes, everyone)


def unlink(library: Library, annotations: Sequence[Annotation]) -> Edit:
    """The annotations mention no entity any more."""
    links = library.entities.links_of([annotation.id for annotation in annotations])
    return _edit("unlink-entity" if len(links) == 1 else "unlink-entities", _removals(links), annotations)


def refuse(library: Library, document_id: DocumentId, names: Iterable[str], entity_id: EntityId, author: str) -> Edit:
    """What is called so in the document is not the entity; it is not proposed there again."""
    known = {refusal.key for refusal in library.entities.refusals(document_id) if refusal.entity_id == entity_id}
    keys = sorted({name_key(name) for name in names} - known)
    time = now()
    refusals = [
        EntityRefusal(document_id=document_id, key=key, entity_id=entity_id, author=author, created=time)
        for key in keys
    ]
    changes = [RecordChange(None, refusal) for refusal in refusals]
    return Edit(name="refuse-entity", document_id=document_id, changes=tuple(changes))


def latest_additions(library: Library, document_id: DocumentId, after: int) -> tuple[int, list[Annotation]]:
    """The annotations of a document that the newest edit added, if it is newer than the entry ``after`` and in force.

    Gives the newest entry's number too. Of an edit of more than 400 changes nothing is read.
    """
    newest = next(iter(library.history.entries(limit=1)), None)
    if newest is None or newest.id <= after or newest.state != "done":
        return (after if newest is None else max(after, newest.id)), []
    if newest.document_id != document_id or newest.changes > _MOST_READ:
        return newest.id, []
    changes = library.history.changes_of(newest.id)
    added = [each.after.id for each in changes if each.before is None and isinstance(each.after, Annotation)]
    return newest.id, library.annotations.find(added)


# Merging and splitting


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedEntity:
    """What several entities become, and where they contradict each other.

    ``conflicts`` are ``(field, values)``: ``"kind"`` with tag ids, a scheme of identifiers with identifiers. The first
    value is the one that was taken.
    """

    entity: Entity
    conflicts: tuple[tuple[str, tuple[str, ...]], ...]


def merged(entities: Sequence[Entity], into: Entity) -> MergedEntity:
    """What the entities become in the place of ``into``, whose name stays; all their names and identifiers are kept."""
    others = [entity for entity in entities if entity.id != into.id]
    everyone = [into, *others]
    aliases = [name for entity in everyone for name in (*entity.aliases, entity.name) if name != into.name]
    notes = dict.fromkeys(entity.note for entity in everyone if entity.note)
    entity = tidied(
        replace(
            into,
            kind=next((each.kind for each in everyone if each.kind is not None), None),
            aliases=tuple(aliases),
            translations=tuple(pair for each in everyone for pair in each.translations),
            external_ids=tuple(pair for each in everyone for pair in each.external_ids),
            note="\n\n".join(notes),
        )
    )
    return MergedEntity(entity=entity, conflicts=tuple(_conflicts(everyone)))


def merge(library: Library, entities: Sequence[Entity], into: Entity, result: Entity | None = None) -> Edit:
    """What mentioned one of the entities mentions ``into``, which becomes ``result``; the others go.

    Without a ``result`` it becomes what ``merged`` says. A refusal of one becomes a refusal of ``into``.

    Raises:
        EntityInvalid: when a field of the result cannot be what it is.
    """
    becomes = tidied(replace(result or merged(entities, into).entity, id=into.id))
    going = [entity for entity in entities if entity.id != into.id]
    changes: list[RecordChange] = []
    refused = {(each.document_id, each.key) for each in library.entities.refusals_of(into.id)}
    for entity in going:
        links = library.entities.mentions(entity.id)
        changes += [RecordChange(each, replace(each, entity_id=into.id)) for each in links]
        displaced = library.displaced.mentions(entity.id)
        changes += [RecordChange(each, replace(each, entity_id=into.id)) for each in displaced]
        for refusal in library.entities.refusals_of(entity.id):
            changes.append(RecordChange(refusal, None))
            if (refusal.document_id, refusal.key) not in refused:
                refused.add((refusal.document_id, refusal.key))
                changes.append(RecordChange(None, replace(refusal, entity_id=into.id)))
    # The others go first: the identifiers they leave to the result are then theirs no more.
    return _edit("merge-entities", changes + _removals(going) + _alteration(into, becomes))


def split(library: Library, entity: Entity, annotations: Sequence[Annotation], new: Entity) -> Edit:
    """The annotations, which mention ``entity``, mention ``new`` from now on, an entity that is not there yet.

    Raises:
        EntityInvalid: when a field of the new entity cannot be what it is.
        EditConflict: when an annotation mentions ``entity`` no more.
    """
    links = library.entities.links_of([annotation.id for annotation in annotations])
    if len(links) != len(annotations) or any(each.entity_id != entity.id for each in links):
        raise EditConflict("link to an entity")
    new = tidied(new)
    moved = [RecordChange(each, replace(each, entity_id=new.id)) for each in links]
    return _edit("split-entity", [RecordChange(None, new), *moved], annotations)


# Which annotations go together


def alike(
    library: Library, annotation: Annotation, *, everywhere: bool = False, also_of: EntityId | None = None
) -> list[Annotation]:
    """Annotations that probably mention the same: of the recogniser's group, or with the same words and tag.

    In the document, or ``everywhere`` in the library (O(annotations) then). This one comes first. Those that mention
    an entity already are left out, but for the mentions of ``also_of``.
    """
    ids = dict.fromkeys([annotation.id, *library.entities.grouped_with(annotation.id)])
    if key := name_key(annotation.quote):
        ids |= dict.fromkeys(library.entities.spelt_as(key, None if everywhere else annotation.document_id))
    elsewhere = {each.annotation_id for each in library.entities.links_of(list(ids)) if each.entity_id != also_of}
    return [
        each
        for each in library.annotations.find(ids)
        if each.id == annotation.id or (each.tag_id == annotation.tag_id and each.id not in elsewhere)
    ]


def _linking(library: Library, annotations: Sequence[Annotation], entity_id: EntityId) -> list[RecordChange]:
    ids = [annotation.id for annotation in annotations]
    present = {each.annotation_id: each for each in library.entities.links_of(ids)}
    wanted = [EntityLink(annotation_id=identity, entity_id=entity_id) for identity in dict.fromkeys(ids)]
    added = [RecordChange(None, each) for each in wanted if each.annotation_id not in present]
    moved = [(present[each.annotation_id], each) for each in wanted if each.annotation_id in present]
    return added + [RecordChange(old, new) for old, new in moved if old != new]


def _refusals_against(library: Library, annotations: Sequence[Annotation], entity_id: EntityId) -> list[EntityRefusal]:
    said = {(annotation.document_id, name_key(annotation.quote)) for annotation in annotations}
    return [each for each in library.entities.refusals_of(entity_id) if (each.document_id, each.key) in said]


def _conflicts(entities: Sequence[Entity]) -> Iterable[tuple[str, tuple[str, ...]]]:
    kinds = tuple(dict.fromkeys(entity.kind for entity in entities if entity.kind is not None))
    if len(kinds) > 1:
        yield "kind", kinds
    schemes = dict.fromkeys(scheme for entity in entities for scheme, _ in entity.external_ids)
    for scheme in schemes:
        pairs = (pair for entity in entities for pair in entity.external_ids)
        identifiers = tuple(dict.fromkeys(identifier for other, identifier in pairs if other == scheme))
        if len(identifiers) > 1:
            yield scheme, identifiers


def _alteration(before: Entity, after: Entity) -> list[RecordChange]:
    return [] if before == after else [RecordChange(before, after)]


def _removals(records: Iterable[Record]) -> list[RecordChange]:
    return [RecordChange(record, None) for record in records]


def _edit(name: str, changes: Sequence[RecordChange], annotations: Sequence[Annotation] = ()) -> Edit:
    """An edit about the document the annotations are of, if they are all of one."""
    documents = {annotation.document_id for annotation in annotations}
    return Edit(name=name, document_id=documents.pop() if len(documents) == 1 else None, changes=tuple(changes))
