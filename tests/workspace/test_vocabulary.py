# SPDX-License-Identifier: GPL-3.0-or-later
"""What word a form is, what status it has, what of a text is known: with a lexicon, without one, on any text."""

from __future__ import annotations

from contextlib import closing

import pytest
from builders import annotation, span_of
from small_lexicon import install_tables

from reader.errors import Cancelled, FileIsBinary, FileMissing, FileUndecodable, LexiconMissing
from reader.model.edit import Edit, RecordChange
from reader.model.vocabulary import WordScope, WordStatus
from reader.store import Library
from reader.text.chunks import ChunkedText
from reader.workspace import vocabulary, vocabulary_figures, vocabulary_lists
from reader.workspace.vocabulary_figures import Share, vocabulary_in
from reader.workspace.words import open_words

TEXTS = {
    "plain": "كتب كتابه في مكتبة باكو. قرأ كتاب في المكتبة.",
    "vocalised": "كُتُب كِتابه فِي مَكتَبة باكو. قرأ كِتاب فِي المَكتَبة.",
    "mixed": "كتب (ITU) كتابه في WTDC-25 مكتبة 2025 باكو. قرأ كتاب 5G في المكتبة.",
    "astral": "😀 كتب كتابه في 𞸀 مكتبة باكو. 👩‍🚀 قرأ كتاب في المكتبة 𠀀.",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("vocabulary") / "site"
    install_tables(folder)
    return folder


@pytest.fixture(autouse=True)
def installed(site, monkeypatch):
    monkeypatch.syspath_prepend(site)
    monkeypatch.setenv("HASHIYA_CACHE_DIR", str(site.parent / "cache"))


@pytest.fixture
def no_lexicon(monkeypatch, tmp_path):
    """As on a machine where the extra is not installed."""
    monkeypatch.setenv("HASHIYA_CACHE_DIR", str(tmp_path / "none"))
    monkeypatch.setattr("sys.path", [])
    with pytest.raises(LexiconMissing):
        open_words()


@pytest.fixture
def lexicon():
    with closing(open_words()) as opened:
        yield opened


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.hashiya") as opened:
        yield opened


@pytest.fixture(params=TEXTS)
def kind(request):
    return request.param


def figures_of(library, text, document_id=None):
    return vocabulary_in(library, document_id, ChunkedText.from_string(text))


def set_status(library, word, status, *, for_form=False):
    with closing(open_words()) as opened:
        facts = vocabulary.facts_of([word], opened)[word]
    library.apply(
        vocabulary.set_status_of_word(library, facts, word, status, "x", for_form=for_form),
        author="x",
    )


def test_every_form_of_a_word_is_one_lemma(lexicon):
    facts = vocabulary.facts_of(["كتاب", "وكتب", "الكتاب", "كِتاب", "كـتاب", "ﻛﺘﺎب"], lexicon)

    assert {each.lemma for each in facts.values()} == {"كِتاب"}
    assert {each.glosses[:1] for each in facts.values()} <= {("book",), ("books",)}


def test_numbers_and_foreign_words_are_no_words_to_learn(lexicon):
    assert vocabulary.facts_of(["2025", "٢٠٢٥", "WTDC-25", "Baku", "—", "😀"], lexicon) == {}


@pytest.mark.parametrize(
    ("written", "lemma"),
    [("والمدرسة", "مدرسة"), ("بالمدرسة", "مدرسة"), ("للمدرسة", "مدرسة"), ("كتاب", "كتاب"), ("وردة", "وردة")],
)
def test_without_a_lexicon_only_what_has_the_article_is_parted_off(written, lemma):
    assert vocabulary.facts_of([written], None)[written].lemma_key == lemma


@pytest.mark.parametrize("written", ["الله", "التي", "الذي", "كتابة", "باب", "\U0001e900\U0001e901"])
def test_without_a_lexicon_a_word_is_not_torn(written):
    facts = vocabulary.facts_of([written], None)[written]

    assert facts.lemma_key == vocabulary.form_key(written)
    assert not facts.is_from_lexicon


def test_figures_count_tokens_and_lemmas_of_any_text(library, kind):
    figures = figures_of(library, TEXTS[kind])

    assert figures.token_count == (10 if kind == "astral" else 9)
    assert {row.lemma: row.count for row in figures.listed if row.count} == {
        "كِتاب": 3,
        "فِي": 2,
        "مَكتَبَة": 2,
        "قرأ": 1,
    } | ({"ا": 1} if kind == "astral" else {})
    assert figures.tokens[Share.NAME] == 1
    assert figures.has_lexicon


def test_places_are_code_points_of_the_text(library, kind):
    text = TEXTS[kind]

    for row in figures_of(library, text).listed:
        forms = {vocabulary.form_key(text[start:end]) for start, end in row.places}
        assert all(vocabulary.is_word_to_learn(form) for form in forms)
    book = next(row for row in figures_of(library, text).listed if row.lemma == "كِتاب")
    assert [vocabulary.form_key(text[start:end]) for start, end in book.places] == ["كتب", "كتابه", "كتاب"]


def test_a_status_counts_for_every_form(library, kind):
    set_status(library, "كتاب", WordStatus.KNOWN)

    assert figures_of(library, TEXTS[kind]).tokens[Share.KNOWN] == 3


def test_a_form_may_have_a_status_of_its_own(library, kind):
    set_status(library, "كتاب", WordStatus.KNOWN)
    set_status(library, "كتب", WordStatus.LEARNING_2, for_form=True)

    figures = figures_of(library, TEXTS[kind])

    assert (figures.tokens[Share.KNOWN], figures.tokens[Share.LEARNING]) == (2, 1)
    assert next(row for row in figures.listed if row.lemma == "كِتاب").status is WordStatus.KNOWN


def test_a_form_alone_leaves_its_lemma_new(library):
    set_status(library, "كتب", WordStatus.KNOWN, for_form=True)

    row = next(row for row in figures_of(library, TEXTS["plain"]).listed if row.lemma == "كِتاب")

    assert row.status is WordStatus.NEW


def test_what_is_said_of_the_word_overrules_what_was_said_of_the_form(library):
    set_status(library, "كتب", WordStatus.IGNORED, for_form=True)
    set_status(library, "كتب", WordStatus.KNOWN)

    assert [(each.scope, each.status) for each in library.vocabulary.states()] == [(WordScope.LEMMA, WordStatus.KNOWN)]


def test_a_lemma_that_is_new_again_leaves_no_record_and_undo_brings_it_back(library):
    set_status(library, "كتاب", WordStatus.KNOWN)
    set_status(library, "كتب", WordStatus.NEW)
    assert library.vocabulary.states() == []

    library.undo()

    assert [each.status for each in library.vocabulary.states()] == [WordStatus.KNOWN]


def test_a_known_word_stays_known_without_the_lexicon(library, no_lexicon):
    state = vocabulary.changes_to(library, {vocabulary.Marked(WordScope.LEMMA, "كِتاب", "كِتاب"): WordStatus.KNOWN}, "x")
    library.apply(edit_of(state), author="x")

    figures = figures_of(library, "كتاب والكتاب وكتاب")

    assert not figures.has_lexicon
    assert (figures.tokens[Share.KNOWN], figures.tokens[Share.NEW]) == (2, 1)


def test_what_was_said_without_the_lexicon_holds_with_it(library, lexicon):
    bare = vocabulary.facts_of(["كتاب"], None)["كتاب"]
    library.apply(
        vocabulary.set_status_of_word(library, bare, "كتاب", WordStatus.KNOWN, "x", for_form=False), author="x"
    )
    assert figures_of(library, "كتاب").tokens[Share.KNOWN] == 1

    set_status(library, "كتاب", WordStatus.LEARNING_3)

    assert [(each.key, each.status) for each in library.vocabulary.states()] == [("كِتاب", WordStatus.LEARNING_3)]


def edit_of(changes):
    return Edit(name="set-word-statuses", document_id=None, changes=tuple(changes))


def test_words_in_tagged_names_are_names(library, kind):
    text = TEXTS[kind]
    document = library.texts.add(text, title="x")
    last = span_of(text, "المَكتَبة" if kind == "vocalised" else "المكتبة")
    tagged = annotation(document.id, last, "place", quote=text[last.start : last.end])
    library.apply(
        Edit(name="add-annotation", document_id=document.id, changes=(RecordChange(None, tagged),)), author="x"
    )

    figures = figures_of(library, text, document.id)

    assert figures.tokens[Share.NAME] == 2
    assert next(row for row in figures.listed if row.lemma == "مَكتَبَة").count == 1


def test_a_name_with_a_status_is_a_word(library):
    set_status(library, "باكو", WordStatus.LEARNING_1)

    figures = figures_of(library, TEXTS["plain"])

    assert figures.tokens[Share.NAME] == 0
    assert figures.tokens[Share.LEARNING] == 1


def test_common_and_repeated_words_come_first_and_names_not_at_all(library):
    rows = figures_of(library, TEXTS["plain"]).worth_learning

    assert [row.lemma for row in rows] == ["فِي", "كِتاب", "مَكتَبَة", "قرأ"]


def test_a_doubling_weighs_as_much_as_a_step_of_the_scale():
    assert vocabulary_figures.worth_of(4, 3.0) == vocabulary_figures.worth_of(2, 4.0) == 5.0
    assert vocabulary_figures.worth_of(1, None) == 1.0


def test_all_remaining_words_are_known_in_one_step(library):
    document = library.texts.add(TEXTS["plain"], title="x")
    set_status(library, "كتاب", WordStatus.LEARNING_1)

    library.apply(vocabulary_figures.mark_remaining(library, document.id, "x"), author="x")

    figures = figures_of(library, TEXTS["plain"], document.id)
    assert figures.worth_learning == []
    assert figures.tokens == {Share.KNOWN: 5, Share.LEARNING: 3, Share.NEW: 0, Share.IGNORED: 0, Share.NAME: 1}
    library.undo()
    assert [each.status for each in library.vocabulary.states()] == [WordStatus.LEARNING_1]


def test_the_figures_count_what_the_list_leaves_out(library):
    figures = vocabulary_in(library, None, ChunkedText.from_string(TEXTS["plain"]), most=2)

    assert [row.lemma for row in figures.listed] == ["فِي", "كِتاب"]
    assert (figures.lemma_count, figures.left_out) == (5, 3)


def test_an_empty_text_and_one_without_words_have_figures(library):
    assert figures_of(library, "").token_count == 0
    assert figures_of(library, "2025 Baku 😀\n\n").share(Share.KNOWN) == 0.0


def test_counting_can_be_stopped(library):
    with pytest.raises(Cancelled):
        vocabulary_in(library, None, ChunkedText.from_string("كتاب"), cancelled=lambda: True)


def test_words_at_the_seams_of_chunks_are_whole(library):
    text = "كتاب " * 20_000
    document = library.texts.add(text, title="x")

    figures = vocabulary_in(library, document.id, library.texts.open(document.id))

    assert figures.token_count == 20_000
    assert len(figures.listed[0].places) == vocabulary_figures.MOST_PLACES


# Lists


def test_a_list_that_is_written_out_is_taken_in_again(library, tmp_path):
    for word in ("كتاب", "المكتبة", "في", "قرأ"):
        set_status(library, word, WordStatus.KNOWN)
    out = tmp_path / "known.txt"
    count = vocabulary_lists.give_out_words(library.path, out, [WordStatus.KNOWN])

    taken = vocabulary_lists.take_in_words(tmp_path / "other.hashiya", None, "x", path=out, status=WordStatus.KNOWN)

    assert (count, taken.lemmas, taken.changed, taken.skipped) == (4, 4, 4, ())
    with Library.open(tmp_path / "other.hashiya") as other:
        assert [each.key for each in other.vocabulary.states()] == [each.key for each in library.vocabulary.states()]


def test_a_list_may_be_a_table_with_comments_and_empty_lines(library, tmp_path):
    path = tmp_path / "words.txt"
    path.write_bytes('\ufeff# mine\r\nكِتَابٌ\tbook\r\n\r\n"مكتبة", library\r\nhello\r\n12\r\nبيت كبير\r\n'.encode())

    taken = vocabulary_lists.take_in_words(library.path, library.session, "x", path=path, status=WordStatus.KNOWN)

    assert {each.word for each in library.vocabulary.states()} == {"كِتاب", "مَكتَبَة"}
    assert (taken.lemmas, taken.skipped, taken.skipped_count) == (2, (5, 6, 7), 3)
    assert library.history.undo_name == "set-word-statuses"


@pytest.mark.parametrize(
    ("content", "encoding", "error"),
    [
        ("كتاب".encode("cp1256"), "utf-8", FileUndecodable),
        (b"\x89PNG\r\n\x1a\n\x00\x00", None, FileIsBinary),
        (None, None, FileMissing),
    ],
)
def test_a_bad_list_is_told_and_changes_nothing(library, tmp_path, content, encoding, error):
    path = tmp_path / "words.txt"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(error, match=r"words\.txt"):
        vocabulary_lists.take_in_words(
            library.path, library.session, "x", path=path, status=WordStatus.KNOWN, encoding=encoding
        )

    assert library.vocabulary.states() == []
