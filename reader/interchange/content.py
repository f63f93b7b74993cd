# SPDX-License-Identifier: GPL-3.0-or-later
"""What an export is made of: a document with all that is said about it, gathered so that it can be streamed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from reader.model.annotation import Annotation, Relation
from reader.model.document import Document
from reader.model.entity import Entity
from reader.model.ids import AnnotationId, EntityId, TagId
from reader.model.structure import Block
from reader.model.suggestion import Decision
from reader.model.tagset import Tag, Tagset, name_in
from reader.text.chunks import ChunkedText

STATUS = "status"
SUGGESTED = "suggested"
"""The attribute of an annotation that is a suggestion nobody has decided about, and its value."""
CONFIDENCE = "confidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A document and what is said about it.

    ``annotations`` and ``relations`` start from the beginning each time they are called, in text order, and need not
    fit into memory; suggestions among them have the attribute ``STATUS``. ``links`` tell which entity an annotation
    mentions. ``text`` is None to leave the text out. ``unplaced`` is how many annotations there are that have no sure
    place in the text; they are not among the ``annotations``. Positions are code points, half-open.
    """

    document: Document
    tags: tuple[Tag, ...]
    annotations: Callable[[], Iterator[Annotation]]
    relations: Callable[[], Iterator[Relation]] = lambda: iter(())
    entities: tuple[Entity, ...] = ()
    links: Mapping[AnnotationId, EntityId] = field(default_factory=dict)
    text: ChunkedText | None = None
    tagsets: tuple[Tagset, ...] = ()
    decisions: Callable[[], Iterator[Decision]] = lambda: iter(())
    blocks: tuple[Block, ...] = ()
    unplaced: int = 0

    def tag_name(self, tag_id: TagId, language: str) -> str:
        """The tag's name in ``language``, else in another one, else its id."""
        found = next((tag for tag in self.tags if tag.id == tag_id), None)
        return (name_in(found.names, language) if found else "") or tag_id

    def tag_names(self, language: str) -> dict[TagId, str]:
        """The name of every tag, as ``tag_name`` gives it."""
        return {tag.id: name_in(tag.names, language) or tag.id for tag in self.tags}

    def whole_text(self) -> str:
        """The text as one string, for formats that need it so; "" when it is left out."""
        return "" if self.text is None else "".join(piece for _, piece in self.text.texts())


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the user may choose. ``language`` (BCP 47) is that of tag names.

    ``for_spreadsheets`` marks a table as UTF-8 for programs that would guess, and keeps its cells from being run as
    formulas; such a table does not read back exactly.
    """

    language: str = "en"
    for_spreadsheets: bool = False


def is_suggested(annotation: Annotation) -> bool:
    """Whether the annotation is a suggestion nobody has decided about."""
    return (STATUS, SUGGESTED) in annotation.attributes
