# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents to export, made by hand."""

from reader.interchange import Content
from reader.model.annotation import Annotation
from reader.model.document import Document
from reader.model.ids import AnnotationId, DocumentId, TagId, TagsetId
from reader.model.tagset import Tag
from reader.text.chunks import ChunkedText
from reader.text.direction import Direction
from reader.text.spans import Span
from tests.builders import NOW

DOCUMENT_ID = DocumentId("0123456789abcdef0123456789abcdef")


def tag(identity, position, **names):
    return Tag(
        id=TagId(identity),
        tagset_id=TagsetId("default"),
        names=tuple(names.items()),
        colour=f"tag-{position + 1}",
        shortcut=str(position + 1),
        position=position,
    )


def annotation(text, number, start, end, **fields):
    given = {
        "id": AnnotationId(f"{number:032x}"),
        "document_id": DOCUMENT_ID,
        "span": Span(start, end),
        "quote": text[start:end],
        "prefix": text[max(start - 32, 0) : start],
        "suffix": text[end : end + 32],
        "tag_id": TagId("place"),
        "author": "سلمى",
        "created": NOW,
        "modified": NOW,
    }
    return Annotation(**(given | fields))


def content_of(content, /, *annotations, **fields):
    given = {
        "document": Document(
            id=DOCUMENT_ID,
            title="عنوان «المقال»",
            digest="ab" * 32,
            length=len(content),
            direction=Direction.RIGHT_TO_LEFT,
            source="/home/reader/مقال.txt",
            created=NOW,
            modified=NOW,
        ),
        "tags": (tag("person", 0, ar="شخص", en="Person"), tag("place", 1, ar="مكان", en="Place")),
        "annotations": lambda: iter(annotations),
        "text": ChunkedText.from_string(content),
    }
    return Content(**(given | fields))
