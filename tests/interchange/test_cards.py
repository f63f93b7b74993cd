# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards as a table and as notes of Anki: every character arrives, and none of them is run."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from builders import NOW, TEXTS

from reader.errors import FileIsFolder
from reader.interchange.cards_apkg import FIELDS, fields_of, shown
from reader.interchange.cards_csv import write_cards_csv
from reader.model.ids import CardId
from reader.model.vocabulary import Card
from reader.workspace.card_files import write_cards

ANKI = os.environ.get("HASHIYA_ANKI_PYTHON", "")
needs_anki = pytest.mark.skipif(
    not ANKI,
    reason="no Anki here: pip install anki into a virtual environment and name its Python in HASHIYA_ANKI_PYTHON",
)


def card(number=0, sentence="قرأ كتابه هنا.", start=4, end=9, **fields):
    named = {"lemma": "كِتاب", "form": "كِتابُهُ", "gloss": "book", "source": "مقال", "modified": NOW, **fields}
    return Card(id=CardId(f"{number:032x}"), sentence=sentence, start=start, end=end, author="x", created=NOW, **named)


def rows_of(cards):
    stream = io.StringIO()
    write_cards_csv(cards, stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue().removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("kind", TEXTS)
def test_a_row_has_the_card_and_its_word(kind):
    sentence = TEXTS[kind].split("\n", maxsplit=1)[0]

    (row,) = rows_of([card(sentence=sentence)])

    assert (row["sentence"], row["word"], row["lemma"]) == (sentence, sentence[4:9], "كِتاب")


def test_no_cell_is_run_by_a_spreadsheet():
    (row,) = rows_of([card(gloss="=1+1", note="@x", source="-2")])

    assert (row["gloss"], row["note"], row["source"]) == ("'=1+1", "'@x", "'-2")


@pytest.mark.parametrize("kind", TEXTS)
def test_the_word_is_marked_in_its_sentence(kind):
    sentence = TEXTS[kind].split("\n", maxsplit=1)[0]
    fields = dict(zip(FIELDS, fields_of(card(sentence=sentence)), strict=True))

    assert fields["Sentence"] == f"{sentence[:4]}<b>{sentence[4:9]}</b>{sentence[9:]}"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>x</script>&", "&lt;script&gt;x&lt;/script&gt;&amp;"),
        ("[sound:x.mp3] [latex]y[/latex] [$]z[/$]", "&#91;sound:x.mp3] &#91;latex]y&#91;/latex] &#91;$]z&#91;/$]"),
        ("[1] سطر\nآخر\x1f", "[1] سطر<br>آخر"),
        ("{{Lemma}} 😀", "{{Lemma}} 😀"),
    ],
)
def test_what_anki_would_run_is_shown_instead(text, html):
    assert shown(text) == html


def test_a_word_that_does_not_stand_in_the_sentence_is_not_marked():
    assert "<b>" not in "".join(fields_of(card(start=0, end=0)))


def test_the_same_cards_are_the_same_package(tmp_path):
    for name in ("one.apkg", "two.apkg"):
        write_cards(tmp_path / name, [card(), card(1)])

    packed = [zipfile.ZipFile(tmp_path / name).read("collection.anki2") for name in ("one.apkg", "two.apkg")]

    assert packed[0] == packed[1]
    assert json.loads(zipfile.ZipFile(tmp_path / "one.apkg").read("media")) == {}


def test_a_package_that_cannot_be_written_leaves_nothing(tmp_path):
    (tmp_path / "folder.apkg").mkdir()

    with pytest.raises(FileIsFolder):
        write_cards(tmp_path / "folder.apkg", [card()])

    assert list(tmp_path.iterdir()) == [tmp_path / "folder.apkg"]


def test_an_export_leaves_nothing_of_the_cards_in_the_temporary_folder(tmp_path, monkeypatch):
    spare = tmp_path / "spare"
    spare.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(spare))

    write_cards(tmp_path / "cards.apkg", [card()])

    assert list(spare.iterdir()) == []


# With Anki's own library


def imported(*packages):
    """What Anki has after importing the packages one after the other, and what it says of each import."""
    script = Path(__file__).parents[1] / "anki_import.py"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [ANKI, script, *map(str, packages)], capture_output=True, text=True, env=environment, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)["imports"]


@needs_anki
@pytest.mark.parametrize("kind", TEXTS)
def test_anki_takes_in_every_kind_of_text(tmp_path, kind):
    sentence = TEXTS[kind]
    write_cards(tmp_path / "cards.apkg", [card(sentence=sentence, note="<x> & 😀")])

    (told,) = imported(tmp_path / "cards.apkg")

    assert (told["new"], told["cards"], told["decks"]) == (1, 1, ["Default", "Hashiya"])
    (note,) = told["notes"]
    assert note["Sentence"] == (sentence[:4] + f"<b>{sentence[4:9]}</b>" + sentence[9:]).replace("\n", "<br>")
    assert (note["Lemma"], note["Form"], note["Note"]) == ("كِتاب", "كِتابُهُ", "&lt;x&gt; &amp; 😀")
    assert 'dir="rtl"' in told["question"][0]
    assert "كِتاب" in told["question"][0]
    assert "كِتابُهُ" in told["answer"][0]


@needs_anki
def test_a_second_export_doubles_nothing_and_updates_what_was_changed(tmp_path):
    cards = [card(number) for number in range(20)]
    changed = replace(cards[3], gloss="his book", modified="2026-01-01T00:00:00.000Z")
    write_cards(tmp_path / "first.apkg", cards)
    write_cards(tmp_path / "second.apkg", [*cards[:3], changed, *cards[4:], card(20)])

    first, second, third = imported(*(tmp_path / f"{name}.apkg" for name in ("first", "second", "second")))

    assert (first["new"], second["new"], second["updated"], third["new"]) == (20, 1, 1, 0)
    assert (len(second["notes"]), second["cards"], len(third["notes"])) == (21, 21, 21)
    assert [note["Gloss"] for note in third["notes"]].count("his book") == 1
