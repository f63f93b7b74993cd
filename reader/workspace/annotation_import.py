# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotations of others, planned by ``annotation_plan``, taken into the library as one edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from reader.errors import Cancelled, UnknownTag
from reader.interchange.received import Received, ReceivedAnnotation, ReceivedEntity, ReceivedRelation
from reader.model.annotation import Annotation, Relation
from reader.model.edit import Edit, Record, RecordChange
from reader.model.entity import Entity, EntityLink
from reader.model.ids import AnnotationId, DocumentId, EntityId, RelationId, TagId, new_id, now
from reader.model.suggestion import Decision, Verdict
from reader.model.tagset import Tag
from reader.store import Library, Session
from reader.text.chunks import split_into_chunks
from reader.text.direction import dominant_direction
from reader.text.spans import Span
from reader.workspace.annotation_plan import CONTEXT, ImportPlan, Placed, Progress, tag_key, tags_by_name
from reader.workspace.edits import DEFAULT_TAGSET

_COLOURS = 12
_HEX_ID = 32
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
        self._new_tags = self._made_tags() if tagging.create else []
        self._entities: list[Entity] = []
        self._annotations: list[Annotation] = []
        self._relations: list[Relation] = []
        self._links: list[EntityLink] = []
        self._decisions: list[Decision] = []
        self._new_documents: list[DocumentId] = []
        self._left_out = self._already_there = 0
        self._last: tuple[DocumentId | None, str] = (None, "")

    def take(self, placed: Placed) -> None:
        document_id = placed.document_id or self._brought_in(placed.received)
        ids: dict[str, AnnotationId] = {}
        entities = self._entity_ids(placed.received.entities)
        for each in placed.annotations:
            tag_id = self._tags.get(each.tag)
            if tag_id is None:
                self._left_out += 1
                continue
            if each.tag in self._mapped and self._is_there(each, document_id, tag_id):
                self._already_there += 1
                continue
            made = self._annotation(each, document_id, tag_id, placed.received)
            self._annotations.append(made)
            ids[each.key] = made.id
            if each.entity in entities:
                self._links.append(EntityLink(annotation_id=made.id, entity_id=entities[each.entity]))
        self._relations += [
            self._relation(each, document_id, ids)
            for each in placed.received.relations
            if each.source in ids and each.target in ids and each.source != each.target
        ]
        self._take_decisions(placed.received, document_id)

    def edit(self) -> Edit:
        made: tuple[Record, ...] = (
            *self._new_tags,
            *self._entities,
            *self._annotations,
            *self._relations,
            *self._links,
            *self._decisions,
        )
        touched = {each.document_id for each in self._annotations}
        document_id = touched.pop() if len(touched) == 1 else None
        changes = tuple(RecordChange(None, record) for record in made)
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

    def _is_there(self, each: ReceivedAnnotation, document_id: DocumentId, tag_id: TagId) -> bool:
        """Whether the library has it already, by place, tag and author: the plan could not know its tag."""
        there = self._library.annotations.on_span(document_id, Span(each.start, each.end))
        return any(one.tag_id == tag_id and (not each.author or one.author == each.author) for one in there)

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

    def _made_tags(self) -> list[Tag]:
        present = self._library.tagsets.tags()
        taken = {tag.id for tag in present}
        tagset_id = present[0].tagset_id if present else DEFAULT_TAGSET
        made: list[Tag] = []
        wanted = [tag for tag in self._plan.new_tags if tag.key not in self._mapped]
        for number, tag in enumerate(wanted, len(present)):
            tag_id = TagId(tag.key) if _could_be_id(tag.key) and tag.key not in taken else TagId(new_id())
            taken.add(tag_id)
            self._tags[tag.key] = tag_id
            colour = tag.colour or f"tag-{number % _COLOURS + 1}"
            names = tag.names or (("en", tag.key),)
            made.append(
                Tag(
                    id=tag_id,
                    tagset_id=tagset_id,
                    names=names,
                    colour=colour,
                    description=tag.description,
                    position=number,
                )
            )
        return made

    def _entity_ids(self, given: Iterable[ReceivedEntity]) -> dict[str, EntityId]:
        """The library's entity for each of the file's: by its id, else by the same name and kind, else a new one."""
        found: dict[str, EntityId] = {}
        for each in given:
            kind = self._tags.get(each.kind)
            same = [one for one in self._library.entities.named(each.name) if one.kind in {kind, None}]
            known = [one for one in (*same, *self._entities) if one.id == each.key or one.name == each.name]
            if known:
                found[each.key] = known[0].id
                continue
            entity_id = EntityId(each.key if _is_own_id(each.key) else new_id())
            self._entities.append(
                Entity(
                    id=entity_id,
                    name=each.name,
                    kind=kind,
                    aliases=each.aliases,
                    translations=each.translations,
                    external_ids=each.external_ids,
                    note=each.note,
                )
            )
            found[each.key] = entity_id
        return found

    def _annotation(
        self, each: ReceivedAnnotation, document_id: DocumentId, tag_id: TagId, received: Received
    ) -> Annotation:
        text = self._text_of(document_id)
        is_free = _is_own_id(each.key) and not self._library.annotations.find([AnnotationId(each.key)])
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

    def _take_decisions(self, received: Received, document_id: DocumentId) -> None:
        text = self._text_of(document_id) if received.decisions else ""
        for each in received.decisions:
            tag_id = self._tags.get(each.tag) or tags_by_name(self._library.tagsets.tags()).get(tag_key(each.tag))
            is_there = each.start >= 0 and text[each.start : each.end] == each.quote != ""
            if tag_id is None or not is_there:
                continue
            span = Span(each.start, each.end)
            if self._library.decisions.find(document_id, span, tag_id) is None:
                self._decisions.append(
                    Decision(
                        document_id=document_id,
                        span=span,
                        quote=each.quote,
                        tag_id=tag_id,
                        verdict=Verdict(each.verdict),
                        author=each.author or self._author,
                        created=_time(each.created, self._time),
                    )
                )


def _time(given: str, otherwise: str) -> str:
    """The file's time as ours are written, when it is one."""
    try:
        time = datetime.fromisoformat(given)
    except ValueError:
        return otherwise
    zoned = time if time.tzinfo else time.replace(tzinfo=UTC)
    return zoned.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _is_own_id(key: str) -> bool:
    return len(key) == _HEX_ID and all(character in "0123456789abcdef" for character in key)


def _could_be_id(key: str) -> bool:
    return key.isascii() and key.replace("-", "").replace("_", "").isalnum() and len(key) <= _HEX_ID
