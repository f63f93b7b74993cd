# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya show`` prints the parts of a text: headings, lists, tables, pages."""

from __future__ import annotations

import json
import unicodedata

import pytest
from structured import built

from reader.model.structure import BlockKind
from reader.store import Library

K = BlockKind
LONG = "كلام طويل يملأ أكثر من سطر واحد في طرفية ضيقة حتى يظهر أين تبدأ السطور التالية منه"


def letters(text):
    """Presentation forms as the letters they are; a ligature as its letters in visual order, from left to right."""
    return "".join(unicodedata.normalize("NFKC", char)[::-1] if "\ufb50" <= char <= "\ufeff" else char for char in text)


def mirrored(line):
    return letters(line)[::-1]


@pytest.fixture
def show(hashiya, tmp_path):
    """Prints a text with structure that is in a library; lines as a reader reads them, from the right."""

    def run(*paragraphs, options=()):
        made = built(*paragraphs)
        path = tmp_path / "library.hashiya"
        with Library.open(path) as library:
            document = library.texts.add(made.text, title="كتاب")
            with library.transaction():
                library.structure.replace(document.id, 1, made.blocks)
        return hashiya("show", document.id, "--library", path, "--no-recognise", "--width", 50, *options)

    return run


def test_a_heading_is_underlined_and_stands_apart(show):
    lines = [mirrored(line) for line in show((K.PARAGRAPH, "قبل"), (K.HEADING, "باب", 1, "")).out.splitlines()]
    assert [line.rstrip() for line in lines] == ["قبل", "", "باب", "───"]


def test_items_hang_from_their_markers(show):
    out = show((K.ITEM, LONG, 1, "1."), (K.ITEM, "فرع", 2, "•")).out
    first, second, *_, nested = [mirrored(line.rstrip().ljust(50)) for line in out.splitlines()]
    assert first.lstrip().startswith("1. كلام")
    assert second.startswith("    ")
    assert nested.startswith("      ")
    assert "◦ فرع" in nested


def test_quotations_have_a_bar_before_every_line(show):
    lines = [mirrored(line) for line in show((K.QUOTATION, LONG)).out.splitlines()]
    assert len(lines) > 1
    assert all(line.lstrip().startswith("│") for line in lines)


def test_cells_stand_in_columns(show):
    lines = [mirrored(line) for line in show((K.ROW, "الدولة\tالعاصمة"), (K.ROW, "أذربيجان\tباكو")).out.splitlines()]
    assert lines[0].index("العاصمة") == lines[1].index("باكو")


def test_a_long_cell_is_broken_within_its_column(show):
    lines = [mirrored(line) for line in show((K.ROW, f"سويسرا\t{LONG}")).out.splitlines()]
    assert len(lines) > 1
    assert all(line.startswith("      ") for line in lines[1:])


def test_many_columns_stand_below_each_other(show):
    cells = [f"خلية{number}" for number in range(12)]
    out = letters(show((K.ROW, "\t".join(cells))).out)
    assert len(out.splitlines()) == 12


def test_a_page_begins_with_a_rule_and_its_label(show):
    out = show((K.PARAGRAPH, "قبل"), (K.PAGE, "12"), (K.PARAGRAPH, "بعد")).out.splitlines()
    assert "─ 12 ─" in out[1]
    assert letters(out[2]).strip() == "دعب"


def test_json_tells_the_parts_and_pages(show):
    done = show((K.HEADING, "باب", 2, ""), (K.PAGE, "7"), (K.ITEM, "بند", 1, "•"), options=("--json",))
    first, second = json.loads(done.out)["paragraphs"]
    assert (first["kind"], first["level"], first["text"]) == ("heading", 2, "باب")
    assert (second["kind"], second["label"]) == ("item", "•")
    assert second["pages"] == [{"start": second["start"], "label": "7"}]


@pytest.mark.parametrize("width", [20, 33, 60])
def test_no_line_is_longer_than_asked_for(show, width):
    done = show(
        *((kind, LONG, 2, "12.") for kind in (K.ITEM, K.QUOTATION, K.NOTE, K.CUE, K.HEADING, K.CODE)),
        (K.ROW, f"{LONG}\t{LONG}\tخلية"),
        options=("--width", width),
    )
    assert done.code == 0
    assert max(sum(unicodedata.category(char) != "Mn" for char in line) for line in done.out.splitlines()) <= width


def test_for_terminals_that_order_text_nothing_is_turned(show):
    out = show((K.ITEM, "بند", 1, "1."), (K.ROW, "أ\tب"), options=("--terminal-orders",)).out.splitlines()
    assert out[0].strip() == "1. بند"
    assert out[-1] == "أ │ ب"
