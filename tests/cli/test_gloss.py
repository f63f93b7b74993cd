# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya gloss`` explains words and files, and says plainly when it cannot."""

from __future__ import annotations

import pytest
from builders import span_of
from small_lexicon import install_tables

from reader.lexicon.lookup import Meaning
from reader.lexicon.records import Part, PartKind, PartOfSpeech, Reading
from reader.store import Library
from reader.workspace import Workspace, readings
from reader.workspace.readings import WordPlace

SCHOOL = Meaning(
    reading=Reading(
        form="كُتّاب", parts=(Part(form="كُتّاب", kind=PartKind.STEM, function="NOUN"),), lemma="كُتّاب",
        lemma_id="kut~Ab_1", root="", part_of_speech=PartOfSpeech.NOUN, glosses=("school",), source="ours",
    ),
    glosses=("school",),
    probability=0.1,
)  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gloss") / "site"
    install_tables(folder)
    return folder


@pytest.fixture
def gloss(hashiya, environment, site):
    """Runs the command with the small lexicon, compiled once for all tests here."""
    more = {
        "PYTHONPATH": f"{site}:{environment['PYTHONPATH']}",
        "HASHIYA_CACHE_DIR": str(site.parent / "cache"),
    }
    return lambda *arguments: hashiya("gloss", *arguments, more=more)


def test_word_is_explained_part_by_part(gloss):
    done = gloss("وبالكتاب", "--json")
    (word,) = done.json["words"]
    assert (done.code, word["word"], word["start"], word["end"]) == (0, "وبالكتاب", 0, 8)
    reading = word["readings"][0]
    assert [part["function"] for part in reading["parts"]] == ["CONJ", "PREP", "DET", "NOUN"]
    assert (reading["lemma"], reading["root"], reading["glosses"]) == ("كِتاب", "كتب", ["book"])
    assert reading["source"]


def test_words_of_one_argument_are_a_sentence(gloss):
    words = gloss("في كتب", "--json").json["words"]
    assert [word["readings"][0]["part_of_speech"] for word in words] == ["preposition", "noun"]


def test_offsets_in_a_file_are_its_code_points(gloss, tmp_path):
    text = "😀 WTDC-25\nفي كِتَابٍ."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    words = gloss("--file", tmp_path / "a.txt", "--json").json["words"]
    assert all(text[word["start"] : word["end"]] == word["word"] for word in words)
    assert words[-1]["readings"][0]["glosses"] == ["book"]


def test_unknown_word_is_said_to_be_unknown(gloss):
    done = gloss("غغغغ")
    assert done.code == 0
    assert "not in the lexicon" in done.out


def test_without_words_or_file_the_use_is_explained(gloss):
    assert gloss().code == 2


def test_missing_file_is_named(gloss, tmp_path):
    done = gloss("--file", tmp_path / "none.txt")
    assert done.code != 0
    assert "none.txt" in done.err


def test_broken_lexicon_is_named(hashiya, environment, tmp_path):
    folder = install_tables(tmp_path / "broken")
    (folder / "dictSuffixes").write_text("one\ttwo\n")
    done = hashiya("gloss", "كتاب", more={"PYTHONPATH": f"{tmp_path / 'broken'}:{environment['PYTHONPATH']}"})
    assert done.code != 0
    assert "dictSuffixes" in done.err
    assert "line 1" in done.err


def test_reading_chosen_for_a_place_is_told_there_and_only_in_that_library(gloss, tmp_path):
    text = "😀 كتاب قديم في كتاب."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    with Library.open(tmp_path / "l.hashiya") as library:
        document = library.texts.add(text, title="مقال")
        span = span_of(text, "كتاب", 2)
        place = WordPlace(document_id=document.id, text=library.texts.open(document.id), span=span)
        Workspace(library, "سلمى").edit(readings.choose_here(library, place, SCHOOL, "سلمى"))
    found = gloss("--file", tmp_path / "a.txt", "--library", tmp_path / "l.hashiya", "--json").json["words"]
    said = [(word["readings"][0]["glosses"], word["readings"][0]["chosen"]) for word in found if word["word"] == "كتاب"]
    assert said == [(["book"], None), (["school"], "place")]
    elsewhere = gloss("--file", tmp_path / "a.txt", "--json").json["words"]
    assert all(reading["chosen"] is None for word in elsewhere for reading in word["readings"])


def test_reading_chosen_for_every_place_is_told_of_words_by_themselves(gloss, tmp_path):
    with Library.open(tmp_path / "l.hashiya") as library:
        Workspace(library, "سلمى").edit(readings.choose_everywhere(library, "كتاب", SCHOOL, "سلمى", None))
    done = gloss("كتاب", "--library", tmp_path / "l.hashiya")
    assert "school" in done.out.splitlines()[1]
    assert "you" in done.out.splitlines()[1]


def test_pattern_of_the_lemma_is_told(gloss):
    assert gloss("باكو", "--json").json["words"][0]["readings"][0]["pattern"] == ""
    assert gloss("وبالكتاب", "--json").json["words"][0]["readings"][0]["pattern"] == "فِعال"
