# SPDX-License-Identifier: GPL-3.0-or-later
"""One corpus for every format: texts that break careless tools, with annotations where they hurt."""

from __future__ import annotations

import hashlib

from reader.interchange import Content
from reader.model.annotation import Annotation, Relation
from reader.model.document import Document
from reader.model.entity import Entity
from reader.model.ids import AnnotationId, DocumentId, EntityId, RelationId, TagId, TagsetId
from reader.model.tagset import Tag, Tagset
from reader.text.chunks import ChunkedText
from reader.text.direction import Direction
from reader.text.spans import Span

TIME = "2025-11-17T09:30:00.000Z"

TEXTS = {
    "plain": "زار الوزير مدينة باكو يوم الاثنين.\nوعاد منها في اليوم التالي.",
    "vocalised": "كَتَبَ الطَّالِبُ رِسَالَةً إِلَى أُسْتَاذِهِ.\n\nثُمَّ ذَهَبَ إِلَى المَكْتَبَةِ.",
    "mixed": "انطلق مؤتمر WTDC-25 في باكو (Baku) بمشاركة 150 دولة.\nوقال ITU إن الجيل 5G قادم.",
    "astral": "الرمز 𞸀 يليه 😀 ثم كلمة باكو 𞸁𞸂.\nوالنهاية 👩\u200d🚀 هنا.",
    "joiners": "می\u200cخواهم کتاب\u200cها را بخوانم.\u200f وهذا\u200e abc \u2067معزول\u2069 هنا\u061c.",
    "markup": 'قال: «<b>مهم</b> & "كبير"» \\ {#1} [x](y) =1+1 \t عمود\n# سطر\n-DOCSTART- | _ * بنود.',
    "spaces": "  كلمة\u00a0أخرى  مع   فراغات\u2003واسعة \n\n  ثم\u0640طويـــلة سطر أخير  ",
    "one": "ب",
    "lines": "سطر\nسطر\n\n\nسطر ثالث\n",
    "presentation": "ﷺ ﻻ ﻣﺤﻤﺪ ﬁ وقال ﷲ أكبر.",
    "crowd": "باكو باكو باكو، باكو؛ باكو. باكو!\nباكو؟ باكو",
}


def document_of(name: str, content: str) -> Document:
    return Document(
        id=DocumentId(hashlib.md5(name.encode()).hexdigest()),
        title=f"عنوان «{name}» & <x>",
        digest=hashlib.sha256(content.encode()).hexdigest(),
        length=len(content),
        direction=Direction.RIGHT_TO_LEFT,
        source=f"/home/reader/{name}.txt",
        metadata=(("author", 'سلمى "الكاتبة"'), ("date", "2025-11-17")),
        created=TIME,
        modified=TIME,
    )


TAGSET = Tagset(id=TagsetId("default"), names=(("ar", "الأساسية"), ("en", "Default")))
TAGS = (
    Tag(id=TagId("person"), tagset_id=TAGSET.id, names=(("ar", "شخص"), ("en", "Person")), colour="tag-1", shortcut="1"),
    Tag(id=TagId("place"), tagset_id=TAGSET.id, names=(("ar", "مكان"), ("en", "Place")), colour="tag-2", position=1),
    Tag(
        id=TagId("odd-tag"),
        tagset_id=TAGSET.id,
        names=(("en", "Odd / tag & <co>"), ("ar", "وسم غريب")),
        colour="tag-3",
        description="وصف\nفي سطرين",
        parent_id=TagId("place"),
    ),
)
ENTITY = Entity(
    id=EntityId("e" * 32),
    name="باكو",
    kind=TagId("place"),
    aliases=("باكـو",),
    translations=(("en", "Baku"),),
    external_ids=(("wikidata", "Q9248"),),
)


def annotation(content: str, document: Document, number: int, span: Span, **fields: object) -> Annotation:
    given: dict[str, object] = {
        "id": AnnotationId(hashlib.md5(f"{document.id}{number}".encode()).hexdigest()),
        "document_id": document.id,
        "span": span,
        "quote": content[span.start : span.end],
        "prefix": content[max(span.start - 32, 0) : span.start],
        "suffix": content[span.end : span.end + 32],
        "tag_id": TAGS[number % len(TAGS)].id,
        "author": "سلمى",
        "created": TIME,
        "modified": TIME,
    }
    return Annotation(**(given | fields))  # type: ignore[arg-type]


def content_of(name: str, *, overlapping: bool = True) -> Content:
    """The text of this name with every word annotated, and more that only some formats hold.

    Without ``overlapping`` there is nothing that overlaps, cuts a word or goes over the end of a sentence.
    """
    from reader.interchange.tokens import tokens_of

    content = TEXTS[name]
    document = document_of(name, content)
    tokens = [token for sentence in tokens_of(content) for token in sentence]
    spans = [Span(token.start, token.end) for token in tokens[::2]]
    made = [annotation(content, document, number, span) for number, span in enumerate(spans)]
    made[0] = annotation(
        content,
        document,
        0,
        spans[0],
        note='ملاحظة\nفي سطرين، "مقتبسة" & <b>\tو = 1',
        attributes=(("certainty", "high"), ("نوع", "أول; ثانٍ, ثالث|رابع=خامس")),
    )
    if overlapping:
        made.append(annotation(content, document, 900, Span(0, len(content))))
        if len(content) > 3:
            made += [annotation(content, document, 901, Span(0, 2)), annotation(content, document, 902, Span(1, 3))]
    made.sort(key=lambda each: (each.span.start, -each.span.end))
    relations = _relations(document, made)
    return Content(
        document=document,
        tags=TAGS,
        tagsets=(TAGSET,),
        annotations=lambda: iter(made),
        relations=lambda: iter(relations),
        entities=(ENTITY,),
        links={made[-1].id: ENTITY.id},
        text=ChunkedText.from_string(content),
    )


def _relations(document: Document, made: list[Annotation]) -> list[Relation]:
    if len(made) < 2:
        return []
    return [
        Relation(
            id=RelationId(hashlib.md5(f"r{document.id}".encode()).hexdigest()),
            document_id=document.id,
            source_id=made[0].id,
            target_id=made[1].id,
            name="في/in",
            note="لأن",
            author="سلمى",
            created=TIME,
        )
    ]
