# SPDX-License-Identifier: GPL-3.0-or-later
"""One function for each thing a user can change: it gives the edit, ``Workspace.edit`` applies it.

An edit that would change nothing has no changes; applying it does nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from typing import Any

from reader.errors import SpanOutsideText, SpanTooLong, TagInUse
from reader.model.annotation import LONGEST_ANNOTATION, Annotation, Relation
from reader.model.document import Document
from reader.model.edit import Edit, Record, RecordChange
from reader.model.ids import AnnotationId, DocumentId, RelationId, TagId, TagsetId, new_id, now
from reader.model.placement import Displaced
from reader.model.suggestion import Decision, Suggestion, Verdict
from reader.model.tagset import Names, Tag, name_in
from reader.store import Library
from reader.text.chunks import ChunkedText
from reader.text.spans import Span

EDIT_NAMES = (
    "add-annotation", "add-annotations", "remove-annotation", "remove-annotations", "change-annotation",
    "change-annotations", "add-relation", "change-relation", "remove-relation", "add-tag", "change-tag", "reorder-tags",
    "merge-tags", "delete-tag", "accept-suggestion", "accept-suggestions", "reject-suggestion", "reject-suggestions",
    "correct-suggestion", "retag-suggestion",
    "add-entity", "change-entity", "delete-entity", "delete-entities", "merge-entities", "split-entity", "link-entity",
    "link-entities", "unlink-entity", "unlink-entities", "refuse-entity", "import-entities", "import-annotations",
    "add-term-base", "change-term-base", "order-term-bases", "remove-term-base", "add-terms", "change-term",
    "remove-terms", "dismiss-term", "import-terms",
    "choose-reading", "forget-reading",
    "set-word-status", "set-word-statuses", "add-card", "add-cards", "change-card", "remove-card", "remove-cards",
    "correct-text", "update-text", "revert-text", "repair-text",
    "place-annotation", "place-annotations", "orphan-annotations", "remove-orphans",
    "change-document", "remove-document", "turn-paragraphs",
)  # fmt: skip
"""Every ``Edit.name`` these functions and those of ``entities`` and ``terms`` give; the menu needs words for each."""

TEXT_EDITS = frozenset({"correct-text", "update-text", "revert-text", "repair-text"})
"""Names of the edits that change a text; taking one back moves all that stands in it, so the worker does it."""

DEFAULT_TAGSET = TagsetId("default")

CONTEXT = 32
"""Code points of context kept on each side of an annotation."""

Attributes = tuple[tuple[str, str], ...]


# Annotations


def tag_spans(  # noqa: PLR0917 - the order in which one says it
    text: ChunkedText,
    document_id: DocumentId,
    spans: Iterable[Span],
    tag_id: TagId,
    author: str,
    note: str = "",
    attributes: Attributes = (),
) -> Edit:
    """One annotation for each span. Where the author has put this tag already, applying it adds nothing.

    Raises:
        SpanTooLong, SpanOutsideText: for a span that an annotation cannot have.
    """
    time = now()
    added = [
        _annotation(text, document_id, span, tag_id, author=author, note=note, attributes=attributes, time=time)
        for span in sorted(set(spans))
    ]
    return _edit(_plural("add-annotation", added), document_id, _additions(added))


def remove_annotations(library: Library, ids: Iterable[AnnotationId]) -> Edit:
    """The annotations go, and with them their relations and links to entities. Those that are gone are passed over."""
    removed = library.annotations.find(ids)
    document_ids = {annotation.document_id for annotation in removed}
    document_id = document_ids.pop() if len(document_ids) == 1 else None
    return _edit(_plural("remove-annotation", removed), document_id, _removals_with_relatives(library, removed))


def change_annotation(
    annotation: Annotation,
    *,
    tag_id: TagId | None = None,
    note: str | None = None,
    attributes: Attributes | None = None,
    span: Span | None = None,
    text: ChunkedText | None = None,
) -> Edit:
    """Another tag, note, other attributes or another span; what is None stays. A span needs its ``text``.

    Raises:
        SpanTooLong, SpanOutsideText: for a span that an annotation cannot have.
    """
    changed = replace(
        annotation,
        tag_id=annotation.tag_id if tag_id is None else tag_id,
        note=annotation.note if note is None else note,
        attributes=annotation.attributes if attributes is None else attributes,
    )
    if span is not None and span != annotation.span:
        if text is None:
            raise ValueError("another span needs the text it is in")
        quote, prefix, suffix = _quoted(text, span)
        changed = replace(changed, span=span, quote=quote, prefix=prefix, suffix=suffix)
    return _edit(
        "change-annotation", annotation.document_id, _alterations([annotation], [_modified(changed, annotation)])
    )


def retag_annotations(annotations: Sequence[Annotation], tag_id: TagId) -> Edit:
    """Another tag for all of the annotations, which are of one document."""
    retagged = [_modified(replace(annotation, tag_id=tag_id), annotation) for annotation in annotations]
    document_id = annotations[0].document_id if annotations else None
    return _edit(_plural("change-annotation", annotations), document_id, _alterations(annotations, retagged))


# Relations


def add_relation(source: Annotation, target: Annotation, name: str, author: str, note: str = "") -> Edit:
    """A relation from one annotation to another of the same document."""
    if source.document_id != target.document_id or source.id == target.id:
        raise ValueError("a relation joins two annotations of one document")
    relation = Relation(
        id=RelationId(new_id()),
        document_id=source.document_id,
        source_id=source.id,
        target_id=target.id,
        name=name,
        note=note,
        author=author,
        created=now(),
    )
    return _edit("add-relation", source.document_id, _additions([relation]))


def change_relation(relation: Relation, *, name: str | None = None, note: str | None = None) -> Edit:
    changed = replace(
        relation, name=relation.name if name is None else name, note=relation.note if note is None else note
    )
    return _edit("change-relation", relation.document_id, _alterations([relation], [changed]))


def remove_relation(relation: Relation) -> Edit:
    return _edit("remove-relation", relation.document_id, _removals([relation]))


# Tags


def add_tag(
    library: Library,
    names: Names,
    colour: str,
    *,
    tagset_id: TagsetId = DEFAULT_TAGSET,
    shortcut: str = "",
    description: str = "",
    parent_id: TagId | None = None,
) -> Edit:
    """A new tag, after the others that stand under the same parent. The edit's one change tells its id."""
    siblings = [tag.position for tag in library.tagsets.tags(tagset_id) if tag.parent_id == parent_id]
    tag = Tag(
        id=TagId(new_id()),
        tagset_id=tagset_id,
        names=names,
        colour=colour,
        shortcut=shortcut,
        description=description,
        parent_id=parent_id,
        position=max(siblings, default=-1) + 1,
    )
    return _edit("add-tag", None, _additions([tag]))


def change_tag(before: Tag, after: Tag) -> Edit:
    """Other names, another colour, shortcut or description; ``after`` is ``dataclasses.replace(before, …)``."""
    return _edit("change-tag", None, _alterations([before], [after]))


def reorder_tags(library: Library, tag_ids: Sequence[TagId], parent_id: TagId | None = None) -> Edit:
    """These tags, in this order, stand under ``parent_id``; so they can also be nested and taken out of a nest.

    Raises:
        ValueError: when a tag would come to stand under itself.
    """
    tags = library.tagsets.tags()
    if parent_id is not None and any(parent_id in _subtree(tags, tag_id) for tag_id in tag_ids):
        raise ValueError("a tag cannot stand under itself")
    before = [library.tagsets.get(tag_id) for tag_id in tag_ids]
    after = [replace(tag, parent_id=parent_id, position=place) for place, tag in enumerate(before)]
    return _edit("reorder-tags", None, _alterations(before, after))


def merge_tags(library: Library, tag_ids: Iterable[TagId], into: TagId) -> Edit:
    """The tags' annotations, entities and nested tags go to the tag ``into``; then the tags themselves go."""
    tags = library.tagsets.tags()
    merged = set(tag_ids) - {into}
    parents: dict[TagId, TagId | None] = {tag.id: into for tag in tags if tag.parent_id in merged}
    above = [tag for tag in _line_above(tags, into) if tag.id in merged]
    if above:
        parents[into] = above[-1].parent_id
    return _edit("merge-tags", None, _without_tags(library, merged, move_to=into, parents=parents))


def delete_tag(
    library: Library,
    tag_id: TagId,
    *,
    move_to: TagId | None = None,
    delete_annotations: bool = False,
    delete_nested: bool = False,
) -> Edit:
    """The tag goes. Its annotations get the tag ``move_to``, or go too; one of the two has to be said if there are any.

    Nested tags move up to where the tag stood and keep their annotations; with ``delete_nested`` they share its fate.

    Raises:
        TagInUse: when there are annotations and nothing was said of them.
    """
    tags = library.tagsets.tags()
    tag = library.tagsets.get(tag_id)
    doomed = set(_subtree(tags, tag_id)) if delete_nested else {tag_id}
    counts = library.annotations.counts_by_tag()
    in_use = sum(counts.get(each, 0) + len(library.displaced.by_tag(each)) for each in doomed)
    if in_use and move_to is None and not delete_annotations:
        raise TagInUse(name_in(tag.names, "en"), in_use)
    if move_to in doomed:
        raise ValueError("annotations cannot move to a tag that is deleted")
    parents = {child.id: tag.parent_id for child in tags if child.parent_id == tag_id}
    return _edit("delete-tag", None, _without_tags(library, doomed, move_to=move_to, parents=parents))


# Suggestions


def accept_suggestions(
    text: ChunkedText, document_id: DocumentId, suggestions: Sequence[Suggestion], author: str
) -> Edit:
    """The suggestions become annotations, whose attribute ``provenance`` names the recogniser, and stay decided."""
    time = now()
    added = [
        _annotation(
            text,
            document_id,
            suggestion.span,
            suggestion.tag_id,
            author=author,
            attributes=_attributes_of(suggestion),
            time=time,
        )
        for suggestion in suggestions
    ]
    decisions = _decisions(document_id, suggestions, Verdict.ACCEPTED, author, time)
    changes = _additions(added) + _additions(decisions)
    return _edit(_plural("accept-suggestion", suggestions), document_id, changes)


def reject_suggestions(document_id: DocumentId, suggestions: Sequence[Suggestion], author: str) -> Edit:
    """The suggestions do not come back."""
    decisions = _decisions(document_id, suggestions, Verdict.REJECTED, author, now())
    return _edit(_plural("reject-suggestion", suggestions), document_id, _additions(decisions))


# Documents


def change_document(before: Document, *, title: str | None = None, metadata: Attributes | None = None) -> Edit:
    after = replace(
        before,
        title=before.title if title is None else title,
        metadata=before.metadata if metadata is None else metadata,
    )
    if after != before:
        after = replace(after, modified=now())
    return _edit("change-document", before.id, _alterations([before], [after]))


def remove_document(library: Library, document: Document) -> Edit:
    """The document goes, with its annotations and what hangs on them; undo brings all of it back."""
    annotations: list[Annotation] = []
    while page := library.annotations.page_after(document.id, _position_after(annotations), 10_000):
        annotations += page
    changes = _removals_with_relatives(library, annotations)
    changes += _removals(library.readings.of_document(document.id)) + _removals([document])
    return _edit("remove-document", document.id, changes)


def _position_after(annotations: Sequence[Annotation]) -> tuple[int, str] | None:
    return (annotations[-1].span.start, annotations[-1].id) if annotations else None


def _edit(name: str, document_id: DocumentId | None, changes: Sequence[RecordChange]) -> Edit:
    return Edit(name=name, document_id=document_id, changes=tuple(changes))


def _plural(name: str, records: Sequence[Any]) -> str:
    return name if len(records) == 1 else name + "s"


def _additions(records: Iterable[Record]) -> list[RecordChange]:
    return [RecordChange(None, record) for record in records]


def _removals(records: Iterable[Record]) -> list[RecordChange]:
    return [RecordChange(record, None) for record in records]


def _alterations(before: Iterable[Record], after: Iterable[Record]) -> list[RecordChange]:
    return [RecordChange(old, new) for old, new in zip(before, after, strict=True) if old != new]


def _removals_with_relatives(library: Library, annotations: Sequence[Annotation]) -> list[RecordChange]:
    ids = [annotation.id for annotation in annotations]
    relations = library.relations.of_annotations(ids)
    links = library.entities.links_of(ids)
    hanging = library.displaced.relations_of(ids)
    return _removals([*hanging, *relations, *links, *annotations])


def _displaced_removals(library: Library, displaced: Sequence[Displaced]) -> list[RecordChange]:
    ids = [each.id for each in displaced]
    return _removals([*library.displaced.relations_of(ids), *library.displaced.links_of(ids), *displaced])


def _annotation(
    text: ChunkedText,
    document_id: DocumentId,
    span: Span,
    tag_id: TagId,
    *,
    author: str,
    time: str,
    note: str = "",
    attributes: Attributes = (),
) -> Annotation:
    quote, prefix, suffix = _quoted(text, span)
    return Annotation(
        id=AnnotationId(new_id()),
        document_id=document_id,
        span=span,
        quote=quote,
        prefix=prefix,
        suffix=suffix,
        tag_id=tag_id,
        note=note,
        attributes=attributes,
        author=author,
        created=time,
        modified=time,
    )


def _quoted(text: ChunkedText, span: Span) -> tuple[str, str, str]:
    """The text of the span, and what stands before and after it."""
    if len(span) > LONGEST_ANNOTATION:
        raise SpanTooLong(len(span), LONGEST_ANNOTATION)
    length = text.length or 0
    if span.end > length:
        raise SpanOutsideText(span.start, span.end, length)
    prefix = text.slice(span.start - CONTEXT, span.start)
    return text.slice(span.start, span.end), prefix, text.slice(span.end, span.end + CONTEXT)


def _modified(changed: Annotation, before: Annotation) -> Annotation:
    return changed if changed == before else replace(changed, modified=now())


def _attributes_of(suggestion: Suggestion) -> Attributes:
    provenance = ("provenance", suggestion.source)
    return (("value", suggestion.value), provenance) if suggestion.value else (provenance,)


def _decisions(
    document_id: DocumentId, suggestions: Iterable[Suggestion], verdict: Verdict, author: str, time: str
) -> list[Decision]:
    return [
        Decision(
            document_id=document_id,
            span=suggestion.span,
            quote=suggestion.quote,
            tag_id=suggestion.tag_id,
            verdict=verdict,
            author=author,
            created=time,
        )
        for suggestion in suggestions
    ]


def _subtree(tags: Sequence[Tag], tag_id: TagId) -> list[TagId]:
    """The tag and all nested under it, each after its parent."""
    children = [tag.id for tag in tags if tag.parent_id == tag_id]
    return [tag_id, *(each for child in children for each in _subtree(tags, child))]


def _line_above(tags: Sequence[Tag], tag_id: TagId) -> list[Tag]:
    """The tag's parent, the parent's parent and so on."""
    by_id = {tag.id: tag for tag in tags}
    line: list[Tag] = []
    parent_id = by_id[tag_id].parent_id
    while parent_id is not None:
        line.append(by_id[parent_id])
        parent_id = by_id[parent_id].parent_id
    return line


def _without_tags(
    library: Library, doomed: Set[TagId], *, move_to: TagId | None, parents: Mapping[TagId, TagId | None]
) -> list[RecordChange]:
    """Everything that has to change before the tags can go, and their going; ``parents`` are for tags that stay."""
    tags = library.tagsets.tags()
    going = [tag for tag in tags if tag.id in doomed]
    staying = [tag for tag in tags if tag.id in parents and tag.id not in doomed]
    annotations = [annotation for tag in going for annotation in library.annotations.by_tag(tag.id)]
    kinds = [entity for tag in going for entity in library.entities.of_kind(tag.id)]
    decisions = [decision for tag in going for decision in library.decisions.by_tag(tag.id)]
    displaced = [each for tag in going for each in library.displaced.by_tag(tag.id)]
    if move_to is None:
        changes = _removals_with_relatives(library, annotations) + _displaced_removals(library, displaced)
    else:
        changes = _alterations(annotations, [replace(a, tag_id=move_to, modified=now()) for a in annotations])
        retagged = [replace(each.annotation, tag_id=move_to, modified=now()) for each in displaced]
        moved = zip(displaced, retagged, strict=True)
        changes += _alterations(displaced, [replace(each, annotation=annotation) for each, annotation in moved])
    changes += _alterations(kinds, [replace(entity, kind=move_to) for entity in kinds])
    changes += _removals(decisions)
    changes += _alterations(staying, [replace(tag, parent_id=parents[tag.id]) for tag in staying])
    return changes + _removals(reversed(going))
