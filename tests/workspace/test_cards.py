# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards made of words in their sentences: what is on them, what becomes of them, what they are told apart by."""

from __future__ import annotations

from contextlib import closing

import pytest
from builders import span_of
from small_lexicon import install_tables

from reader.errors import FormatUnknown, UnknownDocument
from reader.model.ids import DocumentId
from reader.model.vocabulary import WordScope, WordStatus
from reader.store import Library
from reader.text.spans import Span
from reader.workspace import cards, edits, vocabulary
from reader.workspace.card_files import give_out_cards
from reader.workspace.words import open_words

TEXTS = {
    "plain": "في باكو. قرأ الطالب كتابه هنا؟ ثم عاد.",
    "vocalised": "فِي بَاكُو. قَرَأَ الطَّالِبُ كِتَابَهُ هُنَا؟ ثُمَّ عَادَ.",
    "mixed": "في Baku (ITU). قرأ WTDC-25 الطالب كتابه 2025 هنا؟ ثم عاد.",
    "astral": "😀 𞸀 باكو. قرأ 👩‍🚀 الطالب 𞸁 كتابه هنا 😀؟ ثم عاد.",
}
WORD = {"vocalised": "كِتَابَهُ"}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cards") / "site"
    install_tables(folder)
    return folder


@pytest.fixture(autouse=True)
def installed(site, monkeypatch):
    monkeypatch.syspath_prepend(site)
    monkeypatch.setenv("HASHIYA_CACHE_DIR", str(site.parent / "cache"))


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.hashiya") as opened:
        yield opened


@pytest.fixture(params=TEXTS)
def kind(request):
    return request.param


def draft(library, text, word, title="مقال"):
    document = library.documents.list()[0] if library.documents.count() else library.texts.add(text, title=title)
    return cards.draft_cards(library.path, document.id, [span_of(text, word)], "x")


def make(library, text="قرأ كتابه هنا.", word="كتابه"):
    drafts = draft(library, text, word)
    library.apply(cards.add_cards(library, drafts, "x"), author="x")
    return drafts[0].card


def test_a_card_has_the_word_its_reading_and_its_sentence(library, kind):
    text, word = TEXTS[kind], WORD.get(kind, "كتابه")

    (made,) = draft(library, text, word)

    card = made.card
    assert (card.lemma, card.gloss, card.source) == ("كِتاب", "book", "مقال")
    assert card.form == "كِتابهُ"
    assert card.sentence.startswith("قَرَأَ" if kind == "vocalised" else "قرأ")
    assert card.sentence.endswith("؟")
    assert card.sentence[card.start : card.end] == word


def test_a_place_without_a_word_to_learn_gives_no_card(library):
    text = "2025، Baku 😀"
    document = library.texts.add(text, title="x")

    spans = [Span(at, at + 1) for at in range(len(text))]

    assert cards.draft_cards(library.path, document.id, spans, "x") == []


def test_a_card_of_a_document_that_is_gone_is_refused(library):
    with pytest.raises(UnknownDocument):
        cards.draft_cards(library.path, DocumentId("x" * 32), [Span(0, 1)], "x")


def test_the_same_word_in_the_same_sentence_is_one_card(library):
    make(library)

    again = cards.add_cards(library, draft(library, "قرأ كتابه هنا.", "كتابه"), "x")

    assert again.changes == ()


def test_a_card_keeps_its_identity_when_its_text_comes_in_again_and_when_it_is_made_again(library):
    first = make(library)
    library.apply(cards.remove_cards(library, [first.id]), author="x")
    for document in library.documents.list():
        library.apply(edits.remove_document(library, document), author="x")

    second = make(library)

    assert second.id == first.id
    assert second.document_id != first.document_id


def test_a_word_that_was_new_is_being_learned_with_its_card_and_one_undo_takes_both_back(library):
    make(library)
    assert [each.status for each in library.vocabulary.states()] == [WordStatus.LEARNING_1]

    library.undo()

    assert (library.vocabulary.states(), library.vocabulary.cards()) == ([], [])


def test_a_card_leaves_a_status_that_was_said_as_it_is(library):
    word = vocabulary.Marked(WordScope.LEMMA, "كِتاب", "كِتاب")
    library.apply(vocabulary.set_statuses(library, [word], WordStatus.KNOWN, "x"), author="x")

    make(library)

    assert [each.status for each in library.vocabulary.states()] == [WordStatus.KNOWN]


def test_a_changed_sentence_keeps_its_word_marked(library, kind):
    word = WORD.get(kind, "كتابه")
    card = make(library, TEXTS[kind], word)

    library.apply(cards.change_card(card, gloss="his book", sentence=f"😀 نعم، {word}.", note="!"), author="x")

    (changed,) = library.vocabulary.cards()
    assert (changed.gloss, changed.note, changed.id) == ("his book", "!", card.id)
    assert changed.sentence[changed.start : changed.end] == word
    assert changed.modified >= card.modified


@pytest.mark.parametrize(
    ("sentence", "expected"), [("عن كِتَابِهِ", "كِتَابِهِ"), ("لا شيء", ""), ("", ""), ("كتابهم كتابه", "كتابه")]
)
def test_the_word_is_looked_for_in_another_spelling_too(sentence, expected):
    start, end = cards.place_in(sentence, "كتابه" if expected != "كتابه" else "كتابهْ")

    assert sentence[start:end] == expected


def test_nothing_changed_is_no_edit(library):
    card = make(library)

    assert cards.change_card(card, gloss=card.gloss, sentence=card.sentence, note=card.note).changes == ()


def test_a_card_can_be_made_without_a_lexicon(library):
    document = library.texts.add("قرأ الدراسة هنا.", title="x")

    made = cards.draft_card(document, library.texts.open(document.id), Span(4, 5), None, "x")

    assert made is not None
    assert (made.card.lemma, made.card.form, made.card.gloss) == ("دراسة", "الدراسة", "")


def test_the_likeliest_reading_in_the_sentence_is_on_the_card(library):
    text = "في كتب."
    document = library.texts.add(text, title="x")
    with closing(open_words()) as lexicon:
        made = cards.draft_card(document, library.texts.open(document.id), span_of(text, "كتب"), lexicon, "x")
        expected = lexicon.look_up_in(text, 3)

    assert made is not None
    assert expected is not None
    assert made.card.form == expected.meanings[0].reading.form


def test_a_file_of_no_known_kind_is_refused_and_a_table_has_every_card(library, tmp_path):
    make(library)

    with pytest.raises(FormatUnknown, match="apkg"):
        give_out_cards(library.path, tmp_path / "cards.doc", None)

    assert give_out_cards(library.path, tmp_path / "cards.csv", None) == 1
    assert not (tmp_path / "cards.doc").exists()
