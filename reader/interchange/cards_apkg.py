# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards as a package of Anki (``.apkg``): a note for each, which a second import updates and does not double.

A package is a zip of an SQLite collection and a list of media. The note type and the deck have fixed numbers, each
note the card's own identity as its GUID, by which Anki tells notes apart, and the time the card was changed, by which
it tells which is newer. Nothing in a note is fetched from anywhere, and no text of an article is run: what Anki would
take for HTML, a sound or LaTeX is written so that it is shown instead.
Source: docs.ankiweb.net/importing/packaged-decks.html; genanki 0.13.1.
"""

from __future__ import annotations

import html
import itertools
import json
import re
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Final

from reader.model.vocabulary import Card

COLLECTION_NAME: Final = "collection.anki2"
DECK_NAME: Final = "Hashiya"
FIELDS: Final = ("Lemma", "Form", "Gloss", "Sentence", "Note", "Source", "Date", "Id")
_RIGHT_TO_LEFT: Final = frozenset(("Lemma", "Form", "Sentence"))
_DECK_ID: Final = 1_790_112_043
_MODEL_ID: Final = 1_790_112_044
"""Drawn once, at random; other numbers would be another deck and another note type to Anki."""
_TAG: Final = "hashiya"

_FRONT: Final = """<div class="hashiya" dir="rtl" lang="ar"><div class="lemma">{{Lemma}}</div>
{{#Sentence}}<div class="sentence">{{Sentence}}</div>{{/Sentence}}</div>"""
_BACK: Final = """{{FrontSide}}<hr id="answer">
<div class="hashiya" dir="rtl" lang="ar"><div class="form">{{Form}}</div></div>
<div class="gloss" dir="auto">{{Gloss}}</div>
{{#Note}}<div class="note" dir="auto">{{Note}}</div>{{/Note}}
<div class="source" dir="auto">{{#Source}}{{Source}} · {{/Source}}<bdi>{{Date}}</bdi></div>"""
_CSS: Final = """.card { text-align: center; font-size: 20px; line-height: 1.6; color: #2b2722; background: #fbf8f2; }
.hashiya { direction: rtl; font-family: Amiri, "Noto Naskh Arabic", "Traditional Arabic", "Geeza Pro", serif; }
.lemma { font-size: 40px; line-height: 1.7; }
.form { font-size: 30px; line-height: 1.7; }
.sentence { font-size: 26px; line-height: 1.9; margin-top: 0.4em; }
.sentence b { font-weight: normal; text-decoration: underline; text-decoration-thickness: 2px;
  text-underline-offset: 0.35em; text-decoration-color: #3d6f8e; }
.gloss { margin-top: 0.4em; }
.note { margin-top: 0.6em; font-style: italic; }
.source { margin-top: 1.2em; font-size: 14px; opacity: 0.7; }
.nightMode .card, .card.nightMode, .night_mode .card { color: #dcd6cb; background: #1d1c1a; }
"""
_RUN_BY_ANKI: Final = re.compile(r"\[(?=\s*(?:sound:|anki:|/?latex\]|/?\$\$?\]))", re.IGNORECASE)
_MATHJAX: Final = re.compile(r"\\(?=[()\[\]])")
_CONTROLS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f]")

Fill = Callable[[Any], None]
"""Puts a collection into the empty database behind an SQLite cursor."""


def collection_of(cards: Sequence[Card]) -> Fill:
    """What writes the notes of the cards into a collection."""
    import genanki  # noqa: PLC0415 - 0.1 s, only where it is used

    class Note(genanki.Note):  # type: ignore[misc]
        """A note that was changed when its card was, not when it is written."""

        def __init__(self, card: Card, model: Any) -> None:
            super().__init__(model=model, fields=fields_of(card), guid=card.id, tags=[_TAG])
            self._changed = _seconds(card.modified)

        def write_to_db(self, cursor: Any, _timestamp: float, deck_id: int, id_gen: Any) -> None:
            super().write_to_db(cursor, self._changed, deck_id, id_gen)

    model = genanki.Model(
        model_id=_MODEL_ID,
        name="Hashiya",
        fields=[{"name": name, "rtl": name in _RIGHT_TO_LEFT} for name in FIELDS],
        templates=[{"name": "Hashiya", "qfmt": _FRONT, "afmt": _BACK}],
        css=_CSS,
    )
    deck = genanki.Deck(_DECK_ID, DECK_NAME)
    for card in cards:
        deck.add_note(Note(card, model))
    first = min((_seconds(card.created) for card in cards), default=0.0)
    last = max((_seconds(card.modified) for card in cards), default=0.0)

    def fill(cursor: Any) -> None:
        genanki.Package(deck).write_to_db(cursor, last, itertools.count(int(first * 1000)))

    return fill


def write_package(collection: Path, stream: BinaryIO) -> None:
    """The package of a collection that was filled."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.write(collection, COLLECTION_NAME)
        package.writestr("media", json.dumps({}))


def fields_of(card: Card) -> list[str]:
    """The fields of the card's note, as HTML; the word is marked in its sentence."""
    before, word, after = (
        card.sentence[: card.start],
        card.sentence[card.start : card.end],
        card.sentence[card.end :],
    )
    marked = f"<b>{shown(word)}</b>" if word else ""
    return [
        *(shown(card.lemma), shown(card.form), shown(card.gloss), shown(before) + marked + shown(after)),
        *(shown(card.note), shown(card.source), shown(card.created[:10]), card.id),
    ]


def shown(text: str) -> str:
    """The text as HTML that shows it and does nothing else."""
    escaped = html.escape(_CONTROLS.sub("", text), quote=False)
    escaped = _RUN_BY_ANKI.sub("&#91;", escaped)
    return _MATHJAX.sub("&#92;\u2060", escaped).replace("\n", "<br>")


def _seconds(time: str) -> float:
    """Seconds since 1970 of a time as records keep it."""
    return datetime.fromisoformat(time.replace("Z", "+00:00")).timestamp()
