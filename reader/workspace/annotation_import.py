# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotations of others, planned by ``annotation_plan``, taken into the library as one edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from reader.errors import Cancelled, UnknownTag
from reader.interchange.received import Received, ReceivedAnnotation, ReceivedDecision, ReceivedRelation, ReceivedTag
from reader.model.annotation import Annotation, Relation
from reader.model.edit import Edit, Record, RecordChange
from reader.model.entity import EntityLink
from reader.model.ids import AnnotationId, DocumentId, EntityId, RelationId, TagId, new_id, now
from reader.model.suggestion import Decision, Verdict
from reader.store import Library, Session
from reader.text.chunks import split_into_chunks
from reader.text.direction import dominant_direction
from reader.text.spans import Span
from reader.workspace.annotation_entities import EntitiesOfOthers, is_own_id
from reader.workspace.annotation_placing import CONTEXT
from reader.workspace.annotation_plan import ImportPlan, Placed, Progress, is_same, tag_key, tags_by_name
from reader.workspace.annotation_tags import made_tags

IMPORTED = "imported"
"""The attribute that says which format and file an annotation came from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What an import did. ``left_out`` are annotations whose tag the library lacks and was not to make.

    ``already_there`` are those that the library turned out to have under the tag that theirs was said to be.
    """

    annotations: int
    relations: int
    new_documents: tuple[DocumentId, ...]
    new_tags: int
    left_out: int
    already_there: int = 0


def take_in_annotations(
    library_path: Path,
    session: Session | None,
    author: str,
    plan: ImportPlan,
    *,
    create_tags: bool,
    mapping: Mapping[str, TagId | None] = MappingProxyType({}),
    progress: Progress = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Carry the plan out: new texts first, then everything said about all of them as one edit.

    ``mapping`` says which tag of the library a tag of the file is, by its name or key there; None leaves what has it
    out. ``create_tags`` makes those of the plan's new tags that are not in it.
    Undo takes back the edit; new documents stay, as others that were imported.

    Raises:
        Cancelled: before anything said about the texts was written. LibraryError, EditConflict.
        UnknownTag: when ``mapping`` names a tag that the library lacks.
    """
    with Library.open(library_path, create=False, session=session) as library:
        taking = _Taking(library, plan, author, _Tagging(create=create_tags, mapping=mapping))
        for number, placed in enumerate(plan.documents):
            if cancelled():
                raise Cancelled
            progress(number, len(plan.documents))
            taking.take(placed)
        library.apply(taking.edit(), author=author)
        progress(len(plan.documents), len(plan.documents))
        return taking.outcome()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tagging:
    """What becomes of tags of the file; see ``take_in_annotations``."""

    create: bool
    mapping: Mapping[str, TagId | None]

    def known_to(self, library: Library) -> dict[str, TagId | None]:
        """What is said of each tag, by what names of one tag share.

        Raises:
            UnknownTag.
        """
        present = {tag.id for tag in library.tagsets.tags()}
        for tag_id in self.mapping.values():
            if tag_id is not None and tag_id not in present:
                raise UnknownTag(tag_id)
        return {tag_key(name): tag_id for name, tag_id in self.mapping.items()}


class _Taking:
    """Gathers everything that is said about the plan's documents into one edit."""

    def __init__(self, library: Library, plan: ImportPlan, author: str, tagging: _Tagging) -> None:
        self._library, self._plan, self._author = library, plan, author
        self._time = now()
        self._mapped = self._mapped_names(tagging.known_to(library))
        self._tags = {name: tag_id for name, tag_id in plan.tags.items() if name not in self._mapped}
        self._tags |= {name: tag_id for name, tag_id in self._mapped.items() if tag_id is not None}
        present = library.tagsets.tags()
        wanted = [tag for tag in plan.new_tags if tag.key not in self._mapped] if tagging.create else []
        self._by_name = tags_by_name(present)
        self._tags |= self._above(wanted)
        self._new_tags = made_tags(wanted, present, self._tags)
        self._by_name = tags_by_name((*present, *self._new_tags))
        self._entities = EntitiesOfOthers(library, lambda kind: self._tag_of(kind, None))
        self._annotations: list[Annotation] = []
        self._relations: list[Relation] = []
        self._links: list[EntityLink] = []
        self._decisions: dict[tuple[DocumentId, Span, TagId], Decision] = {}
        self._free_ids: set[str] = set()
        self._new_documents: list[DocumentId] = []
        self._left_out = self._already_there = 0
        self._last: tuple[DocumentId | None, str] = (None, "")

    def take(self, placed: Placed) -> None:
        document_id = placed.document_id or self._brought_in(placed.received)
        ids: dict[str, AnnotationId] = dict(placed.present)
        entities = self._entities.ids(placed.received.entities)
        self._free_ids |= self._free(placed.annotations)
        for each in placed.annotations:
            tag_id = self._tags.get(each.tag)
            if tag_id is None:
                self._left_out += 1
            elif each.tag in self._mapped and (there := self._there(each, document_id, tag_id)) is not None:
                self._already_there += 1
                ids[each.key] = there
            else:
                made = self._annotation(each, document_id, tag_id, placed.received)
                self._annotations.append(made)
                ids[each.key] = made.id
        ids |= {key: ids[first] for key, first in placed.twins.items() if first in ids}
        self._link(placed, ids, entities)
        self._join(placed, document_id, ids)
        for decision in placed.decisions:
            self._decision(decision, document_id, placed.received)

    def _link(self, placed: Placed, ids: Mapping[str, AnnotationId], entities: Mapping[str, EntityId]) -> None:
        """Say of each annotation which entity it mentions, where the library does not say it of that annotation."""
        meant = {
            ids[each.key]: entities[each.entity]
            for each in placed.received.annotations
            if each.key in ids and each.entity in entities
        }
        said = {link.annotation_id for link in self._library.entities.links_of(list(meant))} if meant else set()
        self._links += [
            EntityLink(annotation_id=identity, entity_id=entity)
            for identity, entity in meant.items()
            if identity not in said
        ]

    def _join(self, placed: Placed, document_id: DocumentId, ids: Mapping[str, AnnotationId]) -> None:
        """The relations between annotations that came in or were there, where the library has not the same."""
        if not placed.relations:
            return
        there: dict[tuple[AnnotationId, AnnotationId, str], set[str]] = {}
        for one in self._library.relations.of_document(document_id):
            there.setdefault((one.source_id, one.target_id, one.name), set()).add(one.note)
        for each in placed.relations:
            if each.source not in ids or each.target not in ids:
                continue
            ends = (ids[each.source], ids[each.target], each.name)
            notes = there.setdefault(ends, set())
            if ends[0] != ends[1] and each.note not in (notes | {""} if notes else notes):
                notes.add(each.note)
                self._relations.append(self._relation(each, document_id, ids))

    def _free(self, annotations: Iterable[ReceivedAnnotation]) -> set[str]:
        """The ids among their keys that no annotation of the library has."""
        own = {AnnotationId(each.key) for each in annotations if is_own_id(each.key)}
        return {str(identity) for identity in own - {one.id for one in self._library.annotations.find(own)}}

    def _above(self, wanted: Iterable[ReceivedTag]) -> dict[str, TagId]:
        """The library's tags that new ones stand under, by their keys in the file."""
        given = {tag.key: tag for placed in self._plan.documents for tag in placed.received.tags}
        found: dict[str, TagId] = {}
        for tag in wanted:
            above = given.get(tag.parent)
            names = (above.key, *(name for _, name in above.names)) if above is not None else ()
            known = (self._by_name[tag_key(name)] for name in names if tag_key(name) in self._by_name)
            if above is not None and (tag_id := next(known, None)) is not None:
                found.setdefault(above.key, tag_id)
        return {key: tag_id for key, tag_id in found.items() if key not in self._tags}

    def edit(self) -> Edit:
        made: tuple[Record, ...] = (
            *self._annotations,
            *self._relations,
            *self._links,
            *self._decisions.values(),
        )
        touched = {each.document_id for each in self._annotations}
        document_id = touched.pop() if len(touched) == 1 else None
        tags = (RecordChange(None, tag) for tag in self._new_tags)
        changes = (*tags, *self._entities.changes(), *(RecordChange(None, record) for record in made))
        return Edit(name="import-annotations", document_id=document_id, changes=changes)

    def outcome(self) -> Outcome:
        return Outcome(
            annotations=len(self._annotations),
            relations=len(self._relations),
            new_documents=tuple(self._new_documents),
            new_tags=len(self._new_tags),
            left_out=self._left_out,
            already_there=self._already_there,
        )

    def _mapped_names(self, said: Mapping[str, TagId | None]) -> dict[str, TagId | None]:
        """What is said of each tag that the file uses, by the name it uses."""
        known = {name: (name,) for name in self._plan.tags}
        new = {tag.key: (tag.key, *(name for _, name in tag.names)) for tag in self._plan.new_tags}
        found: dict[str, TagId | None] = {}
        for name, called in (known | new).items():
            key = next((tag_key(one) for one in called if tag_key(one) in said), None)
            if key is not None:
                found[name] = said[key]
        return found

    def _there(self, each: ReceivedAnnotation, document_id: DocumentId, tag_id: TagId) -> AnnotationId | None:
        """The one that the library has already, by place, tag and author: the plan could not know its tag."""
        there = self._library.annotations.on_span(document_id, Span(each.start, each.end))
        return next((one.id for one in there if is_same(one, each, tag_id)), None)

    def _brought_in(self, received: Received) -> DocumentId:
        text = received.text or ""
        with self._library.texts.begin(source=received.source, metadata=received.metadata) as writer:
            writer.append(split_into_chunks(text))
            document = writer.finish(
                title=received.title or self._plan.path.stem,
                direction=received.direction or dominant_direction(text),
            )
        self._new_documents.append(document.id)
        return document.id

    def _annotation(
        self, each: ReceivedAnnotation, document_id: DocumentId, tag_id: TagId, received: Received
    ) -> Annotation:
        text = self._text_of(document_id)
        is_free = each.key in self._free_ids
        self._free_ids.discard(each.key)
        origin = (IMPORTED, f"{self._plan.form}: {self._plan.path.name}")
        return Annotation(
            id=AnnotationId(each.key if is_free else new_id()),
            document_id=document_id,
            span=Span(each.start, each.end),
            quote=each.quote,
            prefix=text[max(0, each.start - CONTEXT) : each.start],
            suffix=text[each.end : each.end + CONTEXT],
            tag_id=tag_id,
            note=each.note,
            attributes=each.attributes if received.tool == "hashiya" else (*each.attributes, origin),
            author=each.author or self._author,
            created=_time(each.created, self._time),
            modified=_time(each.modified, _time(each.created, self._time)),
        )

    def _text_of(self, document_id: DocumentId) -> str:
        if self._last[0] != document_id:
            text = "".join(piece for _, piece in self._library.texts.open(document_id).texts())
            self._last = (document_id, text)
        return self._last[1]

    def _relation(self, each: ReceivedRelation, document_id: DocumentId, ids: Mapping[str, AnnotationId]) -> Relation:
        return Relation(
            id=RelationId(new_id()),
            document_id=document_id,
            source_id=ids[each.source],
            target_id=ids[each.target],
            name=each.name,
            note=each.note,
            author=each.author or self._author,
            created=_time(each.created, self._time),
        )

    def _decision(self, each: ReceivedDecision, document_id: DocumentId, received: Received) -> None:
        tag_id = self._tag_of(each.tag, received)
        if tag_id is None:
            return
        span = Span(each.start, each.end)
        is_known = (document_id, span, tag_id) in self._decisions
        if not is_known and self._library.decisions.find(document_id, span, tag_id) is None:
            self._decisions[document_id, span, tag_id] = Decision(
                document_id=document_id,
                span=span,
                quote=each.quote,
                tag_id=tag_id,
                verdict=Verdict(each.verdict),
                author=each.author or self._author,
                created=_time(each.created, self._time),
            )

    def _tag_of(self, key: str, received: Received | None) -> TagId | None:
        """The library's tag for one that the file names, whether an annotation has it or not."""
        if not key or key in self._mapped:
            return self._mapped.get(key)
        given = next((tag for tag in received.tags if tag.key == key), None) if received is not None else None
        names = (key, *(name for _, name in given.names)) if given is not None else (key,)
        known = (self._by_name[tag_key(name)] for name in names if tag_key(name) in self._by_name)
        return self._tags.get(key) or next(known, None)


def _time(given: str, otherwise: str) -> str:
    """The file's time as ours are written, when it is one."""
    try:
        time = datetime.fromisoformat(given)
    except ValueError:
        return otherwise
    zoned = time if time.tzinfo else time.replace(tzinfo=UTC)
    return zoned.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
