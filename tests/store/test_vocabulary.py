# SPDX-License-Identifier: GPL-3.0-or-later
"""Statuses of words and cards in the library: changed by edits, undone, found, alive without their text."""

from __future__ import annotations

import pytest
from builders import NOW, TEXTS

from reader.errors import EditConflict, LibraryCorrupt
from reader.model.edit import Edit, RecordChange
from reader.model.ids import CardId
from reader.model.vocabulary import Card, WordScope, WordState, WordStatus
from reader.store import Library
from reader.workspace import edits


def state(key="كِتاب", status=WordStatus.KNOWN, scope=WordScope.LEMMA):
    return WordState(scope=scope, key=key, word=key, status=status, author="x", created=NOW, modified=NOW)


def card(sentence, start, end, **fields):
    named = {"id": CardId("a" * 32), "lemma": "كِتاب", "form": "كِتابُهُ", "gloss": "book", **fields}
    return Card(sentence=sentence, start=start, end=end, author="x", created=NOW, modified=NOW, **named)


def apply(library, *changes):
    return library.apply(Edit(name="set-word-status", document_id=None, changes=changes), author="x")


def test_a_status_is_on_disk_at_once_and_undone(library, path):
    touched = apply(library, RecordChange(None, state()))

    with Library.open(path) as other:
        assert other.vocabulary.states() == [state()]
    assert touched.vocabulary
    assert library.undo().vocabulary
    assert library.vocabulary.states() == []


def test_statuses_are_found_by_key_and_without_vowel_signs(library):
    apply(library, RecordChange(None, state()), RecordChange(None, state("كتاب", WordStatus.NEW, WordScope.FORM)))

    assert library.vocabulary.statuses(WordScope.LEMMA, ["كِتاب", "قَلَم"]) == {"كِتاب": WordStatus.KNOWN}
    assert library.vocabulary.statuses(WordScope.FORM, ["كتاب"]) == {"كتاب": WordStatus.NEW}
    assert library.vocabulary.statuses_of_bare(["كتاب", "قلم"]) == {"كتاب": WordStatus.KNOWN}


def test_a_status_changed_elsewhere_is_not_overwritten(library):
    apply(library, RecordChange(None, state()))

    with pytest.raises(EditConflict):
        apply(library, RecordChange(state(status=WordStatus.NEW), state(status=WordStatus.IGNORED)))

    assert library.vocabulary.states() == [state()]


@pytest.mark.parametrize("kind", TEXTS)
def test_a_card_comes_back_as_it_was(library, kind):
    sentence = TEXTS[kind]
    made = card(sentence, 4, 9, note='"x", ملاحظة\n😀', source="مقال")

    apply(library, RecordChange(None, made))

    assert library.vocabulary.cards() == [made]
    assert library.vocabulary.find_cards([CardId("b" * 32), made.id]) == [made]


@pytest.mark.parametrize("phrase", ["كتاب", "الكاتِب", "BOOK", "100%", ""])
def test_cards_are_found_by_anything_on_them_folded(library, phrase):
    made = card("هذا كِتاب الكاتب 100% BOOK_", 4, 9)
    apply(library, RecordChange(None, made))

    assert library.vocabulary.cards(phrase) == [made]
    assert library.vocabulary.cards("لا شيء") == []
    assert library.vocabulary.cards("100_") == []


def test_a_card_outlives_its_document(library, document):
    made = card(document.title, 0, 0, source=document.title, document_id=document.id)
    apply(library, RecordChange(None, made))

    library.apply(edits.remove_document(library, library.documents.get(document.id)), author="x")

    assert library.vocabulary.cards() == [made]


def test_a_word_cannot_reach_out_of_its_sentence():
    with pytest.raises(ValueError, match="reach"):
        card("كتاب", 2, 9)


def test_a_row_that_was_never_written_by_us_is_told(library):
    apply(library, RecordChange(None, card("كتاب", 0, 4)))
    library._connection.execute('update cards set start = 3, "end" = 99')

    with pytest.raises(LibraryCorrupt, match="cards"):
        library.vocabulary.cards()
