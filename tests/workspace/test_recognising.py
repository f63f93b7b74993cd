# SPDX-License-Identifier: GPL-3.0-or-later
"""The recognisers' suggestions come into the library's cache, on the right words, once."""

import pytest

from reader.errors import Cancelled, UnknownDocument
from reader.recognisers import VERSION, DocumentRecogniser
from reader.store import Library
from reader.text.chunks import ChunkedText
from reader.text.spans import Span
from reader.workspace.importing import import_file
from reader.workspace.recognising import recognise_document, suggestions_in

CONTENT = "قال 𞸀 😀 إن مؤتمر WTDC-25 يبدأ في باكو يوم الإثنين 17 نوفمبر 2025.\nوَعَادَ الوَزِيرُ إِلَى القاهرة.\n"


def silent(_done, _total):
    return


def never():
    return False


@pytest.fixture
def library_path(tmp_path):
    return tmp_path / "books.hashiya"


@pytest.fixture
def imported(library_path, tmp_path):
    def take_in(content):
        path = tmp_path / "text.txt"
        path.write_text(content, encoding="utf-8")
        return import_file(library_path, path, silent, never).document_id

    return take_in


@pytest.mark.parametrize("times", [1, 700])
def test_suggestions_quote_what_stands_at_their_places(library_path, imported, times):
    content = CONTENT * times
    document_id = imported(content)

    count = recognise_document(library_path, document_id, silent, never)

    with Library.open(library_path) as library:
        found = library.suggestions.open_overlapping(document_id, Span(0, len(content)))
    assert count == len(found) > 0
    assert all(content[each.span.start : each.span.end] == each.quote for each in found)
    assert {"place", "date"} <= {each.tag_id for each in found}


def test_suggestions_of_later_chunks_are_shifted():
    content = CONTENT * 1_500
    text = ChunkedText.from_string(content)

    parts = list(suggestions_in(text, DocumentRecogniser(), never))

    assert len(parts) == len(text) > 1
    assert [end for _, end in parts] == [text.start_of(index + 1) for index in range(len(text) - 1)] + [len(content)]
    assert all(content[each.span.start : each.span.end] == each.quote for found, _ in parts for each in found)


def test_a_second_time_nothing_is_done(library_path, imported):
    document_id = imported(CONTENT)
    first = recognise_document(library_path, document_id, silent, never)
    seen = []

    second = recognise_document(library_path, document_id, lambda *at: seen.append(at), never)

    assert (second, seen) == (first, [])


def test_progress_rises_to_the_length_of_the_text(library_path, imported):
    document_id = imported(CONTENT * 1_500)
    seen = []

    recognise_document(library_path, document_id, lambda *at: seen.append(at), never)

    assert seen == sorted(seen)
    assert seen[-1] == (len(CONTENT) * 1_500,) * 2


def test_what_was_stopped_begins_anew(library_path, imported):
    document_id = imported(CONTENT * 1_500)
    asked = iter([False] * 20 + [True] * 100_000)
    with pytest.raises(Cancelled):
        recognise_document(library_path, document_id, silent, lambda: next(asked))
    with Library.open(library_path) as library:
        assert library.suggestions.version_of(document_id) is None

    count = recognise_document(library_path, document_id, silent, never)

    with Library.open(library_path) as library:
        assert library.suggestions.version_of(document_id) == VERSION
        assert sum(library.suggestions.counts(document_id).values()) == count


def test_a_document_that_is_not_there_is_told(library_path, imported):
    imported(CONTENT)

    with pytest.raises(UnknownDocument):
        recognise_document(library_path, "nobody", silent, never)
