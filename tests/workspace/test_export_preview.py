# SPDX-License-Identifier: GPL-3.0-or-later
"""What an export begins with is shown before it is written, in little time, however long the document is."""

from __future__ import annotations

import io

import pytest
from builders import TEXTS

from reader.errors import FormatUnavailable
from reader.interchange import FORMATS, Options
from reader.model.ids import TagId
from reader.store import Library
from reader.text.spans import Span
from reader.workspace import edits
from reader.workspace.export_preview import MOST_LINES, preview_export
from reader.workspace.exporting import Selection, export_documents

AS_ZIP = {"bundle": "json", "brat": "txt", "uima-xmi": "xmi"}


def library_with(path, text, spans):
    with Library.open(path) as library:
        document = library.texts.add(text, title="مقال")
        edit = edits.tag_spans(library.texts.open(document.id), document.id, spans, TagId("place"), "سلمى")
        library.apply(edit, author="سلمى")
    return document


def previewed(path, document, name):
    return preview_export(path, [document.id], FORMATS[name], Options(), Selection())


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("name", ["json", "csv", "conll2002", "conllu", "tei", "doccano", "web-annotation"])
def test_of_a_short_text_it_is_the_beginning_of_the_file(tmp_path, text, name):
    path, out = tmp_path / "library.hashiya", tmp_path / "out"
    document = library_with(path, text, [Span(0, 4)])
    export_documents(path, [document.id], FORMATS[name], out, options=Options(), selection=Selection())

    shown = previewed(path, document, name)

    written = io.StringIO(out.read_bytes().decode("utf-8")).read().splitlines()[:MOST_LINES]
    assert shown.text.splitlines()[0][:200] == written[0][:200]
    assert len(shown.text.split("\n")) == len(written)


@pytest.mark.parametrize(("name", "ending"), AS_ZIP.items())
def test_of_an_archive_its_files_and_the_first_text_in_it(tmp_path, name, ending):
    path = tmp_path / "library.hashiya"
    document = library_with(path, TEXTS["astral"], [Span(6, 7)])

    try:
        shown = previewed(path, document, name)
    except FormatUnavailable as error:
        pytest.skip(str(error))

    assert len(shown.members) > 1
    assert shown.member.endswith(ending)
    assert shown.text


def test_a_workbook_is_shown_as_its_rows(tmp_path):
    path = tmp_path / "library.hashiya"
    document = library_with(path, TEXTS["mixed"], [Span(0, 5)])

    assert previewed(path, document, "xlsx").text.startswith("id,start,end,quote")


def test_a_long_document_is_shown_by_its_beginning(tmp_path):
    path = tmp_path / "library.hashiya"
    text = "زار الوزير باكو.\n" * 20_000
    document = library_with(path, text, [Span(17 * number, 17 * number + 3) for number in range(2000)])

    for name in ("json", "conllu", "brat", "csv"):
        shown = previewed(path, document, name)
        assert not shown.is_whole
        assert 0 < len(shown.text) < 30_000


@pytest.mark.parametrize("name", ["html", "docx"])
def test_of_a_page_for_reading_its_words_are_shown(tmp_path, name):
    path = tmp_path / "library.hashiya"
    document = library_with(path, TEXTS["vocalised"], [Span(0, 6)])

    shown = previewed(path, document, name)

    assert shown.is_likeness
    assert TEXTS["vocalised"][8:20] in shown.text
