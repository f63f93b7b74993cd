# SPDX-License-Identifier: GPL-3.0-or-later
"""An edit: records before and after. It is its own undo, and the library's history keeps it."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.model.annotation import Annotation, Relation
from reader.model.document import Document
from reader.model.entity import Entity, EntityLink, EntityRefusal
from reader.model.ids import DocumentId
from reader.model.placement import Displaced, DisplacedLink, DisplacedRelation
from reader.model.reading import ReadingChoice
from reader.model.structure import StoredBlock
from reader.model.suggestion import Decision
from reader.model.tagset import Tag, Tagset
from reader.model.term import Term, TermBase, TermDismissal
from reader.model.version import TextVersion
from reader.model.vocabulary import Card, WordState

Record = (
    Annotation
    | Relation
    | Decision
    | Tag
    | Tagset
    | Entity
    | EntityLink
    | EntityRefusal
    | Term
    | TermBase
    | TermDismissal
    | WordState
    | Card
    | ReadingChoice
    | Displaced
    | DisplacedRelation
    | DisplacedLink
    | TextVersion
    | StoredBlock
    | Document
)


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record as it is before and after; None where it does not exist. Both sides have the same identity."""

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("a change needs a record on one side")

    @property
    def reversed(self) -> RecordChange:
        return RecordChange(self.after, self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What one wish of the user does, all of it or nothing.

    ``name`` is the key of what it is called in the undo menu (``"add-annotation"``), ``document_id`` the document
    it is about, None for tagsets and entities. Changes apply in order; their undo in reverse order.
    """

    name: str
    document_id: DocumentId | None
    changes: tuple[RecordChange, ...]

    @property
    def inverse(self) -> Edit:
        reverse = tuple(change.reversed for change in reversed(self.changes))
        return Edit(name=self.name, document_id=self.document_id, changes=reverse)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What an applied edit touched: each view reads it and fetches anew what it shows of that.

    ``texts_of`` are documents whose text has become another, with all that stands in it; ``displaced_of`` those that
    have other annotations without a place, ``structure_of`` those of whose paragraphs something else is said.
    """

    annotations_of: frozenset[DocumentId] = field(default_factory=frozenset)
    relations_of: frozenset[DocumentId] = field(default_factory=frozenset)
    suggestions_of: frozenset[DocumentId] = field(default_factory=frozenset)
    texts_of: frozenset[DocumentId] = field(default_factory=frozenset)
    displaced_of: frozenset[DocumentId] = field(default_factory=frozenset)
    structure_of: frozenset[DocumentId] = field(default_factory=frozenset)
    documents: bool = False
    tagset: bool = False
    entities: bool = False
    terms: bool = False
    vocabulary: bool = False
    readings: bool = False

    def joined(self, other: Changes) -> Changes:
        return Changes(
            annotations_of=self.annotations_of | other.annotations_of,
            relations_of=self.relations_of | other.relations_of,
            suggestions_of=self.suggestions_of | other.suggestions_of,
            texts_of=self.texts_of | other.texts_of,
            displaced_of=self.displaced_of | other.displaced_of,
            structure_of=self.structure_of | other.structure_of,
            documents=self.documents or other.documents,
            tagset=self.tagset or other.tagset,
            entities=self.entities or other.entities,
            terms=self.terms or other.terms,
            vocabulary=self.vocabulary or other.vocabulary,
            readings=self.readings or other.readings,
        )
