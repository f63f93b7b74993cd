# SPDX-License-Identifier: GPL-3.0-or-later
"""Records and texts for tests, with everything that does not matter filled in."""

from __future__ import annotations

from dataclasses import replace

from reader.model.annotation import Annotation, Relation
from reader.model.document import Document
from reader.model.ids import AnnotationId, DocumentId, RelationId, TagId, TagsetId, new_id
from reader.model.suggestion import Suggestion
from reader.model.tagset import Tag
from reader.text.chunks import ChunkedText
from reader.text.direction import Direction
from reader.text.spans import Span

NOW = "2025-11-17T09:30:00.000Z"

TEXTS = {
    "plain": "زار الوزير مدينة باكو يوم الاثنين.\nوعاد منها في اليوم التالي.",
    "vocalised": "كَتَبَ الطَّالِبُ رِسَالَةً إِلَى أُسْتَاذِهِ.\nثُمَّ ذَهَبَ إِلَى المَكْتَبَةِ.",
    "mixed": "انطلق مؤتمر WTDC-25 في باكو (Baku) بمشاركة 150 دولة.\nوقال ITU إن الجيل 5G قادم.",
    "astral": "الرمز 𞸀 يليه 😀 ثم كلمة باكو 𞸁𞸂.\nوالنهاية 👩‍🚀 هنا.",
}
"""The four kinds of text that every test of offsets runs on."""


def text(content: str) -> ChunkedText:
    return ChunkedText.from_string(content)


def span_of(content: str, phrase: str, occurrence: int = 1) -> Span:
    """Where ``phrase`` stands in ``content`` for the nth time."""
    start = -1
    for _ in range(occurrence):
        start = content.index(phrase, start + 1)
    return Span(start, start + len(phrase))


def doc(**fields: object) -> Document:
    document = Document(
        id=DocumentId(new_id()),
        title="مقال",
        digest="0" * 64,
        length=0,
        direction=Direction.RIGHT_TO_LEFT,
        created=NOW,
        modified=NOW,
    )
    return replace(document, **fields)  # type: ignore[arg-type]


def annotation(document_id: str, span: Span, tag_id: str = "place", **fields: object) -> Annotation:
    made = Annotation(
        id=AnnotationId(new_id()),
        document_id=DocumentId(document_id),
        span=span,
        quote="",
        tag_id=TagId(tag_id),
        author="test",
        created=NOW,
        modified=NOW,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def relation(source: Annotation, target: Annotation, name: str = "in") -> Relation:
    return Relation(
        id=RelationId(new_id()),
        document_id=source.document_id,
        source_id=source.id,
        target_id=target.id,
        name=name,
        author="test",
        created=NOW,
    )


def suggestion(content: str, span: Span, tag_id: str = "place", **fields: object) -> Suggestion:
    made = Suggestion(
        span=span,
        quote=content[span.start : span.end],
        tag_id=TagId(tag_id),
        source="test",
        confidence=0.9,
        reason="known name",
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def tag(id_: str, *, ar: str = "وسم", en: str = "Tag", **fields: object) -> Tag:
    made = Tag(id=TagId(id_), tagset_id=TagsetId("default"), names=(("ar", ar), ("en", en)), colour="tag-1")
    return replace(made, **fields)  # type: ignore[arg-type]
