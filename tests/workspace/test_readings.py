# SPDX-License-Identifier: GPL-3.0-or-later
"""A reading the user chose holds where it was chosen, and comes first from then on."""

from __future__ import annotations

import pytest
from builders import TEXTS, span_of
from small_lexicon import FREQUENCIES, install_tables, write_tables

from reader.lexicon.lookup import Lookup, Meaning, Scope
from reader.lexicon.records import Part, PartKind, PartOfSpeech, Reading
from reader.lexicon.tables import read_affixes, read_stems
from reader.store import Library
from reader.store.lexicon_file import build_lexicon_file
from reader.workspace import Workspace, edits, readings
from reader.workspace.readings import WordPlace, choices_of
from reader.workspace.vocabulary_figures import facts_of_forms
from reader.workspace.words import words_in

WORDS = {"plain": "باكو", "vocalised": "إِلَى", "mixed": "باكو", "astral": "باكو"}
REFRAIN = "قال كتب الولد ثم نام.\n" * 4


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.hashiya"


@pytest.fixture
def library(path):
    with Library.open(path) as opened:
        yield opened


@pytest.fixture
def workspace(library):
    return Workspace(library, "سلمى")


@pytest.fixture
def words(tmp_path):
    folder, lexicon = write_tables(tmp_path / "tables"), tmp_path / "lexicon.sqlite"
    build_lexicon_file(
        lexicon, read_stems(folder), read_affixes(folder), FREQUENCIES,
        progress=lambda _done, _total: None, cancelled=lambda: False,
    )  # fmt: skip
    opened = words_in(lexicon)
    yield opened
    opened.close()


def meaning(form, gloss, kind=PartOfSpeech.NOUN):
    part = Part(form=form, kind=PartKind.STEM, function=kind.name)
    reading = Reading(
        form=form, parts=(part,), lemma=form, lemma_id=f"{form}_1", root="كتب", part_of_speech=kind, glosses=(gloss,),
        source="ours",
    )  # fmt: skip
    return Meaning(reading=reading, glosses=(gloss,), probability=0.5)


BOOK, SCHOOL = meaning("كِتاب", "book"), meaning("كُتّاب", "school")
BOTH = Lookup(word="كتاب", meanings=(BOOK, SCHOOL))


def place_of(library, content, word, occurrence=1):
    document = library.documents.list()[0] if library.documents.count() else library.texts.add(content, title="مقال")
    span = span_of(content, word, occurrence)
    return WordPlace(document_id=document.id, text=library.texts.open(document.id), span=span)


def first_gloss(lookup):
    return lookup.meanings[0].glosses[0]


@pytest.mark.parametrize("kind", TEXTS)
def test_reading_chosen_for_a_place_is_first_there_after_a_restart(path, kind):
    content, word = TEXTS[kind], WORDS[kind]
    with Library.open(path) as library:
        place = place_of(library, content, word)
        Workspace(library, "سلمى").edit(readings.choose_here(library, place, SCHOOL, "سلمى"))
    with Library.open(path) as library:
        place = place_of(library, content, word)
        found = choices_of(library, place.document_id).applied(Lookup(word=word, meanings=(BOOK, SCHOOL)), place)
    assert found.meanings[0].glosses == ("school",)
    assert found.meanings[0].chosen is Scope.PLACE
    assert len(found.meanings) == 2


def test_choice_for_a_place_does_not_hold_where_the_same_word_stands_again(library, workspace):
    content = "كتاب جديد هنا ثم كتاب قديم هناك."
    place, other = place_of(library, content, "كتاب"), place_of(library, content, "كتاب", 2)
    workspace.edit(readings.choose_here(library, place, SCHOOL, "سلمى"))
    assert first_gloss(choices_of(library, place.document_id).applied(BOTH, other)) == "book"


def test_choice_in_a_refrain_stays_at_its_own_line(library, workspace):
    lines = [place_of(library, REFRAIN, "كتب", number) for number in (1, 2, 3, 4)]
    workspace.edit(readings.choose_here(library, lines[1], SCHOOL, "سلمى"))
    choices = choices_of(library, lines[0].document_id)
    assert [choices.at(line) is not None for line in lines] == [False, True, False, False]


def test_choice_is_found_again_where_text_came_in_before_it(library, workspace):
    content = "قرأ الطالب كتاب التاريخ في مكتبة المدينة مساء."
    place = place_of(library, content, "كتاب")
    workspace.edit(readings.choose_here(library, place, SCHOOL, "سلمى"))
    changed = "عنوان جديد\n" + content
    moved = library.texts.add(changed, title="مقال")
    now = WordPlace(document_id=place.document_id, text=library.texts.open(moved.id), span=span_of(changed, "كتاب"))
    assert choices_of(library, place.document_id).at(now) is not None


def test_reading_chosen_for_every_place_holds_in_other_texts_and_with_tatweel(library, workspace, words):
    workspace.edit(readings.choose_everywhere(library, "كتاب", words.look_up(["كتاب"])[0].meanings[1], "سلمى", None))
    words.chosen = choices_of(library).everywhere
    found = words.look_up(["كتـاب"])[0]
    assert found.meanings[0].glosses == ("school",)
    assert found.meanings[0].chosen is Scope.EVERYWHERE


def test_written_vowels_overrule_what_was_chosen_for_every_place(library, workspace, words):
    workspace.edit(readings.choose_everywhere(library, "كتاب", words.look_up(["كتاب"])[0].meanings[1], "سلمى", None))
    words.chosen = choices_of(library).everywhere
    assert [meaning.glosses for meaning in words.look_up(["كِتاب"])[0].meanings] == [("book",)]


def test_lemma_chosen_for_every_place_is_the_sure_one(library, workspace, words):
    before = words.sure_lemmas_of(["كتاب"])
    other = next(m for m in words.look_up(["كتاب"])[0].meanings if (m.reading.lemma,) != before["كتاب"])
    workspace.edit(readings.choose_everywhere(library, "كتاب", other, "سلمى", None))
    words.chosen = choices_of(library).everywhere
    assert words.sure_lemmas_of(["كتاب"])["كتاب"] == (other.reading.lemma,)


def test_choice_for_every_place_takes_the_one_for_its_own_place_away(library, workspace):
    place = place_of(library, TEXTS["plain"], "باكو")
    workspace.edit(readings.choose_here(library, place, SCHOOL, "سلمى"))
    workspace.edit(readings.choose_everywhere(library, "باكو", BOOK, "سلمى", place))
    assert choices_of(library, place.document_id).places == {}


def test_choosing_again_replaces_and_each_step_is_undone(library, workspace):
    place = place_of(library, TEXTS["mixed"], "باكو")
    workspace.edit(readings.choose_here(library, place, SCHOOL, "سلمى"))
    workspace.edit(readings.choose_here(library, place, BOOK, "سلمى"))
    assert [choice.glosses for choice in library.readings.of_document(place.document_id)] == [("book",)]
    assert workspace.undo_name in edits.EDIT_NAMES
    workspace.undo()
    assert [choice.glosses for choice in library.readings.of_document(place.document_id)] == [("school",)]
    workspace.undo()
    assert library.readings.of_document(place.document_id) == []


def test_forgetting_takes_the_choice_for_the_place_first_then_the_one_for_all(library, workspace):
    place = place_of(library, TEXTS["astral"], "باكو")
    workspace.edit(readings.choose_everywhere(library, "باكو", BOOK, "سلمى", None))
    workspace.edit(readings.choose_here(library, place, SCHOOL, "سلمى"))
    workspace.edit(readings.forget(library, place.word, place))
    assert choices_of(library, place.document_id).at(place) is None
    assert "باكو" in choices_of(library).everywhere
    workspace.edit(readings.forget(library, place.word, place))
    assert choices_of(library).everywhere == {}


def test_choice_for_a_place_is_shown_without_any_lexicon(library, workspace):
    place = place_of(library, TEXTS["plain"], "باكو")
    workspace.edit(readings.choose_here(library, place, SCHOOL, "سلمى"))
    found = choices_of(library, place.document_id).applied(Lookup(word="باكو", meanings=()), place)
    assert first_gloss(found) == "school"


def test_removing_a_document_takes_its_choices_and_undo_brings_them_back(library, workspace):
    place = place_of(library, TEXTS["plain"], "باكو")
    workspace.edit(readings.choose_here(library, place, SCHOOL, "سلمى"))
    workspace.edit(edits.remove_document(library, library.documents.get(place.document_id)))
    assert library.readings.of_document(place.document_id) == []
    workspace.undo()
    assert len(library.readings.of_document(place.document_id)) == 1


def test_analyses_are_kept_and_those_of_another_version_go(library):
    library.readings.keep_analyses("one 1", {"كتب": "[]", "باكو": "[1]"})
    assert library.readings.analyses("one 1", ["كتب", "باكو", "في"]) == {"كتب": "[]", "باكو": "[1]"}
    library.readings.keep_analyses("one 2", {"في": "[]"})
    assert library.readings.analyses("one 1", ["كتب"]) == {}


def test_reading_chosen_for_every_place_is_the_word_that_is_learned(path, tmp_path, monkeypatch):
    install_tables(tmp_path / "site")
    monkeypatch.syspath_prepend(tmp_path / "site")
    with Library.open(path) as library:
        before = facts_of_forms(["كتاب"], path)["كتاب"].lemma
        other = SCHOOL if before != SCHOOL.reading.lemma else BOOK
        Workspace(library, "سلمى").edit(readings.choose_everywhere(library, "كتاب", other, "سلمى", None))
    assert facts_of_forms(["كتاب"], path)["كتاب"].lemma == other.reading.lemma != before
