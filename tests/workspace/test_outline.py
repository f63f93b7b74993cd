# SPDX-License-Identifier: GPL-3.0-or-later
"""The outline of a text, from its structure or from its looks, and where words of it stand."""

from __future__ import annotations

import pytest
from structured import built

from reader.errors import Cancelled
from reader.importers.extracted import Extracted
from reader.model.ids import DocumentId
from reader.model.structure import Block, BlockKind
from reader.store import Library
from reader.text.spans import Span
from reader.workspace.citing import cite
from reader.workspace.outline import outline_of, outline_of_document

K = BlockKind
BODY = "فقرة طويلة من المتن فيها كلام كثير يكفي لأن تكون متنا لا عنوانا، وفيها 😀 وشيء من Latin. " * 3


def kept(library: Library, made: Extracted, **fields: object) -> DocumentId:
    document = library.texts.add(made.text, title="كتاب", **fields)  # type: ignore[arg-type]
    with library.transaction():
        library.structure.replace(document.id, document.version, made.blocks)
    return document.id


BOOK = built(
    (K.PAGE, "1"),
    (K.TITLE, "عنوانُ الكتاب"),
    (K.HEADING, "الباب الأول", 1, ""),
    (K.PARAGRAPH, BODY),
    (K.PAGE, "2"),
    (K.PARAGRAPH, "أول الصفحة الثانية 😀."),
    (K.HEADING, "فصل في الوصف", 2, ""),
    (K.PARAGRAPH, "آخرها."),
    (K.SECTION, "ملحق"),
    (K.PARAGRAPH, "كلام الملحق."),
)


def test_headings_sections_and_pages_are_those_of_the_file(library: Library) -> None:
    found = outline_of(library, kept(library, BOOK))
    assert [(entry.level, entry.title, entry.page) for entry in found.headings] == [
        (0, "عنوانُ الكتاب", "1"),
        (1, "الباب الأول", "1"),
        (2, "فصل في الوصف", "2"),
        (1, "ملحق", "2"),
    ]
    assert [entry.start for entry in found.headings[:3]] == [BOOK.text.index(e.title) for e in found.headings[:3]]
    assert [page.title for page in found.pages] == ["1", "2"]
    assert not found.is_told_by_looks


def test_headings_of_a_plain_text_are_told_by_its_looks(library: Library) -> None:
    text = f"عنوان المقال هنا\n\n{BODY}\nفصل جديد بلا نقطة\n{BODY}\n"
    document = library.texts.add(text, title="مقال")
    found = outline_of_document(library.path, document.id, lambda: False)
    assert [(entry.level, entry.title) for entry in found.headings] == [
        (0, "عنوان المقال هنا"),
        (1, "فصل جديد بلا نقطة"),
    ]
    assert found.is_told_by_looks
    assert found.headings[1].start == text.index("فصل")


def test_what_the_user_calls_no_heading_is_none(library: Library) -> None:
    text = f"عنوان المقال هنا\n\n{BODY}\nفصل جديد بلا نقطة\n{BODY}\n"
    start = text.index("فصل جديد")
    plain = Block(kind=K.PARAGRAPH, start=start, end=start + len("فصل جديد بلا نقطة"))
    document_id = kept(library, Extracted(text=text, blocks=(plain,)))
    assert [entry.title for entry in outline_of(library, document_id).headings] == ["عنوان المقال هنا"]


def test_an_outline_nobody_waits_for_is_given_up(library: Library) -> None:
    document_id = kept(library, BOOK)
    with pytest.raises(Cancelled):
        outline_of(library, document_id, lambda: True)


def cited(library: Library, phrase: str, made: Extracted = BOOK, **fields: object) -> object:
    document_id = kept(library, made, **fields)
    start = made.text.index(phrase)
    return cite(library, document_id, Span(start, start + len(phrase)))


def test_words_are_cited_with_page_and_paragraph_on_it(library: Library) -> None:
    metadata = (("author", "سلمى"), ("address", "https://example.org"))
    citation = cited(library, "آخرها", metadata=metadata)
    assert (citation.quote, citation.title, citation.author) == ("آخرها", "كتاب", "سلمى")
    assert (citation.page, citation.paragraph, citation.source) == ("2", "3", "https://example.org")


def test_words_on_two_pages_name_both(library: Library) -> None:
    start = BOOK.text.index("الثانية")
    phrase = BOOK.text[BOOK.text.index("Latin", start - 40) : start + 3]
    citation = cited(library, phrase)
    assert citation.page == "1–2"
    assert citation.paragraph == "3"


def test_without_pages_paragraphs_that_show_text_are_counted(library: Library) -> None:
    text = "أول\n\n \nثان 😀\nثالث"
    citation = cited(library, "ثالث", Extracted(text=text))
    assert (citation.page, citation.paragraph) == ("", "3")
