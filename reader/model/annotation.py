# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotations (a tag on a span) and relations between them."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.ids import AnnotationId, DocumentId, RelationId, TagId
from reader.text.spans import Span

LONGEST_ANNOTATION = 100_000
"""Code points an annotation can cover; its quote is stored beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """A tag on a span of one document, with what is needed to find the span again in a changed text.

    ``span`` is half-open, in code points of the document; ``quote`` is the text in it, ``prefix`` and ``suffix``
    up to 32 code points around it. ``created`` and ``modified`` are as ``reader.model.ids.now`` gives them.
    """

    id: AnnotationId
    document_id: DocumentId
    span: Span
    quote: str
    prefix: str = ""
    suffix: str = ""
    tag_id: TagId
    note: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    author: str
    created: str
    modified: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A directed, named link from one annotation to another in the same document."""

    id: RelationId
    document_id: DocumentId
    source_id: AnnotationId
    target_id: AnnotationId
    name: str
    note: str = ""
    author: str
    created: str
