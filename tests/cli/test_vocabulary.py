# SPDX-License-Identifier: GPL-3.0-or-later
"""What of a text is known, statuses of words, lists and cards, without a window."""

from __future__ import annotations

import csv
import io
import zipfile
from contextlib import closing

import pytest
from small_lexicon import install_tables

from reader.store import Library
from reader.workspace import readings
from reader.workspace.words import open_words
from reader.workspace.workspace import Workspace

TEXTS = {
    "plain": "كتب كتابه في مكتبة باكو. قرأ كتاب في المكتبة.\n",
    "vocalised": "كُتُب كِتَابُهُ فِي مَكْتَبَة بَاكُو. قَرَأَ كِتَاب فِي المَكْتَبَة.\n",
    "mixed": "كتب (ITU) كتابه في WTDC-25 مكتبة 2025 باكو. قرأ كتاب 5G في المكتبة.\n",
    "astral": "😀 كتب كتابه في 👩‍🚀 مكتبة باكو. قرأ كتاب في المكتبة 𠀀.\n",
}
LEMMAS = ["فِي", "كِتاب", "مَكتَبَة", "قرأ"]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("vocabulary") / "site"
    install_tables(folder)
    return folder


@pytest.fixture
def run(hashiya, environment, site, tmp_path):
    """``hashiya`` with the small lexicon and a library of the test's own, beside a text."""
    (tmp_path / "text.txt").write_text(TEXTS["plain"], encoding="utf-8")
    more = {
        "PYTHONPATH": f"{site}:{environment['PYTHONPATH']}",
        "HASHIYA_CACHE_DIR": str(site.parent / "cache"),
    }
    return lambda *arguments: hashiya(*arguments, "--library", "l.hashiya", more=more)


@pytest.fixture
def library(run):
    """There is a library, and it has the text."""
    assert run("import", "text.txt").code == 0
    return run


@pytest.fixture
def small_words(site, monkeypatch):
    monkeypatch.syspath_prepend(site)
    with closing(open_words()) as lexicon:
        yield lexicon


@pytest.mark.parametrize("kind", TEXTS)
def test_figures_and_words_of_any_text(library, tmp_path, kind):
    text = TEXTS[kind]
    (tmp_path / "text.txt").write_text(text, encoding="utf-8")

    told = library("vocabulary", "text.txt", "--json").json

    assert (told["lexicon"], told["left_out"]) == (True, 0)
    assert told["tokens"] == {"known": 0, "learning": 0, "new": 8, "ignored": 0, "name": 1}
    assert [each["lemma"] for each in told["words"]] == LEMMAS
    book = told["words"][1]
    assert (book["glosses"], book["count"], book["status"]) == (["books"], 3, "new")
    assert [text[start:end] for start, end in book["places"]][-1].startswith("ك")


def test_a_status_holds_from_one_call_to_the_next(library):
    assert library("vocabulary", "--set", "learning-3", "الكتاب", "مكتبة", "2025", "--json").json == {
        "status": "learning-3",
        "words": ["كِتاب", "مَكتَبَة"],
    }

    told = library("vocabulary", "text.txt", "--json", "--all").json

    assert told["tokens"]["learning"] == 5
    assert {each["lemma"]: each["status"] for each in told["words"]} == {
        "فِي": "new",
        "كِتاب": "learning-3",
        "مَكتَبَة": "learning-3",
        "قرأ": "new",
        "باكُو": "new",
    }


def test_one_form_alone_is_given_a_status(library):
    library("vocabulary", "--set", "known", "--this-form", "كتب")

    assert library("vocabulary", "text.txt", "--json").json["tokens"]["known"] == 1


def test_the_table_and_the_lines_have_the_same_words(library):
    table = list(csv.DictReader(io.StringIO(library("vocabulary", "text.txt", "--csv").out)))
    lines = library("vocabulary", "text.txt").out

    assert [row["lemma"] for row in table] == LEMMAS
    assert all(lemma in lines for lemma in LEMMAS)
    assert "9 words, 5 different ones" in lines
    assert len(library("vocabulary", "text.txt", "--limit", "1", "--csv").out.splitlines()) == 2


def test_a_list_goes_out_and_comes_in_again(library, hashiya, tmp_path):
    library("vocabulary", "--set", "known", "كتاب", "في", "قرأ")

    assert library("vocabulary", "--export", "known.txt", "--json").json["words"] == 3
    assert (tmp_path / "known.txt").read_text("utf-8").split() == ["فِي", "قرأ", "كِتاب"]
    taken = library("vocabulary", "--import", "known.txt", "--as", "ignored", "--json").json

    assert (taken["lemmas"], taken["changed"], taken["skipped"]) == (3, 3, 0)
    assert library("vocabulary", "text.txt", "--json").json["tokens"]["ignored"] == 6


def test_cards_are_made_listed_and_exported(library, tmp_path):
    made = library("cards", "make", "text.txt", "كتاب", "المكتبة", "غائب", "--json")
    assert [card["lemma"] for card in made.json["made"]] == ["كِتاب", "مَكتَبَة"]
    assert "غائب" in made.err

    listed = library("cards", "--json").json["cards"]
    assert {card["sentence"][card["start"] : card["end"]] for card in listed} == {"كتب", "مكتبة"}
    assert library("cards", "export", "cards.apkg", "--json").json == {"out": "cards.apkg", "cards": 2}
    assert library("cards", "export", "cards.csv").code == 0
    assert "collection.anki2" in zipfile.ZipFile(tmp_path / "cards.apkg").namelist()
    assert library("cards", "make", "text.txt", "كتاب", "--json").json["made"] == []


def test_cards_of_what_is_most_worth_learning(library):
    made = library("cards", "make", "text.txt", "--worth", "2", "--json").json["made"]

    assert [card["lemma"] for card in made] == LEMMAS[:2]


def test_without_a_lexicon_that_can_be_read_forms_are_counted_and_that_is_said(hashiya, environment, tmp_path):
    (tmp_path / "text.txt").write_text("الكتاب والكتاب وكتاب\n", encoding="utf-8")
    (install_tables(tmp_path / "broken") / "dictStems").unlink()

    done = hashiya("vocabulary", "text.txt", more={"PYTHONPATH": f"{tmp_path / 'broken'}:{environment['PYTHONPATH']}"})

    assert done.code == 0
    assert "3 words, 2 different ones" in done.out
    assert "each form counts as a word" in done.err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("vocabulary",), 2, "Name one text"),
        (("vocabulary", "--set", "known"), 2, "needs the words"),
        (("vocabulary", "--set", "good", "كتاب"), 2, "good"),
        (("vocabulary", "--import", "a", "--export", "b"), 2, "together"),
        (("vocabulary", "--import", "nowhere.txt"), 1, "nowhere.txt"),
        (("vocabulary", "nowhere.txt"), 1, "nowhere"),
        (("cards", "export", "cards.doc"), 1, ".apkg"),
        (("cards", "export", "folder.apkg"), 1, "folder"),
        (("cards", "make", "text.txt"), 2, "Name words"),
        (("cards", "make", "other.txt", "كتاب"), 1, "other.txt"),
    ],
)
def test_what_cannot_be_done_is_said(library, tmp_path, arguments, code, said):
    (tmp_path / "folder.apkg").mkdir()
    (tmp_path / "other.txt").write_text("كتاب آخر\n", encoding="utf-8")

    done = library(*arguments)

    assert (done.code, said in done.err) == (code, True), done.err


def test_bytes_that_are_no_text_are_refused_and_nothing_is_changed(library, tmp_path):
    (tmp_path / "words.txt").write_bytes("كتاب".encode("cp1256"))

    done = library("vocabulary", "--import", "words.txt", "--encoding", "utf-8")

    assert done.code == 1
    assert "words.txt" in done.err
    assert library("vocabulary", "text.txt", "--json").json["tokens"]["known"] == 0


def test_reading_chosen_for_every_place_is_the_word_that_gets_the_status(library, tmp_path, small_words):
    choose_school_for_book(tmp_path / "l.hashiya", small_words)
    (tmp_path / "words.txt").write_text("كتاب\n", encoding="utf-8")

    assert library("vocabulary", "--set", "known", "كتاب", "--json").json["words"] == ["كُتّاب"]
    assert library("vocabulary", "--import", "words.txt", "--json").json["changed"] == 0
    made = library("cards", "make", "text.txt", "كتاب", "--json").json["made"]
    assert [card["lemma"] for card in made] == ["كُتّاب"]


def test_what_is_said_of_one_form_needs_no_reading(library, tmp_path, small_words):
    choose_school_for_book(tmp_path / "l.hashiya", small_words)
    assert library("vocabulary", "--set", "known", "--this-form", "كتاب", "--json").json["words"] == ["كتاب"]


def choose_school_for_book(path, lexicon):
    meanings = lexicon.look_up_alone(["كتاب"])["كتاب"].meanings
    school = next(each for each in meanings if each.glosses == ("school",))
    with Library.open(path) as opened:
        Workspace(opened, "سلمى").edit(readings.choose_everywhere(opened, "كتاب", school, "سلمى", None))
