# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya repair`` and ``import --repair``: told, shown, done, and never done unasked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from arabic_reshaper import reshape
from articles_for_pdf import ARTICLES, truth_of
from bidi import get_display

TRUTH = truth_of(ARTICLES["news"])
DRAWN = "\n".join(get_display(reshape(line), base_dir="R") for line in TRUTH.split("\n"))


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    path = tmp_path / "قديم.txt"
    path.write_text(DRAWN, encoding="utf-8")
    return path


def _imported(hashiya, library: Path, *arguments: str) -> dict:
    return json.loads(hashiya("import", *arguments, "--library", str(library), "--json").out)["imported"][0]


def test_an_import_tells_and_leaves_the_text(hashiya, drawn: Path, tmp_path: Path) -> None:
    found = _imported(hashiya, tmp_path / "l.hashiya", str(drawn))
    assert [notice["kind"] for notice in found["notices"]] == ["visual-order", "presentation-forms"]
    assert found["title"] == DRAWN.split("\n", maxsplit=1)[0]


def test_an_import_repairs_when_it_is_asked(hashiya, drawn: Path, tmp_path: Path) -> None:
    found = _imported(hashiya, tmp_path / "l.hashiya", str(drawn), "--repair")
    assert found["title"] == TRUTH.split("\n", maxsplit=1)[0]


def test_a_preview_shows_lines_and_changes_nothing(hashiya, drawn: Path, tmp_path: Path) -> None:
    library = tmp_path / "l.hashiya"
    document = _imported(hashiya, library, str(drawn))["document"]
    told = json.loads(hashiya("repair", document, "--preview", "--library", str(library), "--json").out)
    assert (told["order"], told["done"], told["changed_lines"]) == ("lines", False, 8)
    assert told["lines"][0]["after"] == TRUTH.split("\n", maxsplit=1)[0]
    again = json.loads(hashiya("repair", document, "--preview", "--library", str(library), "--json").out)
    assert again["changed_lines"] == 8


def test_a_document_is_repaired_once(hashiya, drawn: Path, tmp_path: Path) -> None:
    library = tmp_path / "l.hashiya"
    document = _imported(hashiya, library, str(drawn))["document"]
    assert json.loads(hashiya("repair", document, "--library", str(library), "--json").out)["done"]
    assert not json.loads(hashiya("repair", document, "--library", str(library), "--json").out)["done"]


def test_a_file_is_repaired_into_another(hashiya, drawn: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    assert hashiya("repair", str(drawn), "--out", str(out)).code == 0
    assert out.read_text(encoding="utf-8") == TRUTH.replace("\u064b", "")
    assert drawn.read_text(encoding="utf-8") == DRAWN


def test_a_file_alone_wants_a_place_for_the_result(hashiya, drawn: Path) -> None:
    done = hashiya("repair", str(drawn))
    assert (done.code, "--out" in done.err) == (1, True)


def test_the_user_may_know_better_how_letters_are_stored(hashiya, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("باتك", encoding="utf-8")
    told = json.loads(hashiya("repair", str(path), "--preview", "--order", "lines", "--json").out)
    assert told["lines"] == [{"line": 1, "before": "باتك", "after": "كتاب"}]
