# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards as a table, one a row: CSV with a byte order mark, so that spreadsheets know that it is UTF-8."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import Final, TextIO

from reader.interchange.cells import safe_cell
from reader.model.vocabulary import Card

COLUMNS: Final = (*("lemma", "form", "gloss", "sentence", "word", "note", "source", "created", "modified", "id"),)


def write_cards_csv(cards: Iterable[Card], stream: TextIO) -> None:
    """``word`` is the word as the sentence has it. Cells that a spreadsheet would run stand behind an apostrophe."""
    stream.write("\ufeff")
    table = csv.writer(stream)
    table.writerow(COLUMNS)
    table.writerows([safe_cell(cell) for cell in _cells(card)] for card in cards)


def _cells(card: Card) -> list[str]:
    word = card.sentence[card.start : card.end]
    return [
        *(card.lemma, card.form, card.gloss, card.sentence, word, card.note, card.source),
        *(card.created, card.modified, card.id),
    ]
