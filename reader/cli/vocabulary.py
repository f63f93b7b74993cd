# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya vocabulary`` and ``hashiya cards``: what of a text is known, statuses of words, cards."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

from reader.cli import sources
from reader.cli.cells import visible
from reader.cli.output import say, write, write_json, write_json_object
from reader.cli.terminal import phrase
from reader.errors import UnknownDocument
from reader.interchange.cells import safe_cell
from reader.model.document import Document
from reader.model.vocabulary import Card, WordStatus
from reader.store import Library
from reader.text.spans import Span
from reader.workspace import Workspace, cards, vocabulary, vocabulary_figures, vocabulary_lists
from reader.workspace.card_files import give_out_cards
from reader.workspace.own_library import own_library_path
from reader.workspace.vocabulary_figures import LemmaInText, Share, TextVocabulary

AUTHOR: Final = "hashiya"
_COLUMNS: Final = ("lemma", "glosses", "part_of_speech", "count", "names", "zipf", "status", "worth")
_SHOWN: Final = 50
"""Words listed on a terminal unless --limit says otherwise."""


def show(path: Path | None, name: str, encoding: str | None, *, form: str, everything: bool, limit: int | None) -> None:
    """The figures of a text and its words.

    Raises:
        FileError, EncodingUnknown, UnknownDocument, LibraryError.
    """
    with sources.library_for_reading(path) as library, sources.source_named(name, library, encoding) as source:
        document_id = None if source.document is None else source.document.id
        figures = vocabulary_figures.vocabulary_in(library, document_id, source.text)
        rows = list(figures.listed) if everything else figures.worth_learning
        if form == "csv":
            _write_csv(rows[:limit])
        elif form == "json":
            _write_json(source.title, figures, rows[:limit])
        else:
            _write_text(figures, rows[: _SHOWN if limit is None else limit], len(rows))


def set_words(path: Path | None, words: Sequence[str], status: str, *, for_form: bool, as_json: bool) -> None:
    """Give words a status."""
    with Library.open(path or own_library_path()) as library:
        marked = _forms(words) if for_form else vocabulary_lists.words_as_meant(library, words)
        Workspace(library, AUTHOR).edit(vocabulary.set_statuses(library, marked, WordStatus(status), AUTHOR))
    if as_json:
        write_json({"status": status, "words": [each.word for each in marked]})
        return
    for each in marked:
        say(f"{each.word}: {status}")
    if not marked:
        say("None of these is a word in a right-to-left script.")


def take_in(path: Path | None, file: Path, status: str, encoding: str | None, *, as_json: bool) -> None:
    """Give the words of a file a status.

    Raises:
        FileError, EncodingUnknown, LibraryError.
    """
    taken = vocabulary_lists.take_in_words(
        path or own_library_path(), None, AUTHOR, path=file, status=WordStatus(status), encoding=encoding
    )
    if as_json:
        skipped = {"skipped": taken.skipped_count, "skipped_lines": list(taken.skipped)}
        write_json({"status": status, "lemmas": taken.lemmas, "changed": taken.changed, **skipped})
        return
    say(f"{file}: {taken.lemmas} words, {taken.changed} of them changed.")
    if taken.skipped_count:
        lines = ", ".join(map(str, taken.skipped)) + (" …" if taken.skipped_count > len(taken.skipped) else "")
        say(f"{file}: {taken.skipped_count} lines without one word were passed over: {lines}")


def give_out(path: Path | None, file: Path, status: str, *, as_json: bool) -> None:
    """Write the words that have a status to a file.

    Raises:
        LibraryMissing, FileIsFolder, FileUnwritable.
    """
    count = vocabulary_lists.give_out_words(path or own_library_path(), file, [WordStatus(status)])
    if as_json:
        write_json({"status": status, "out": str(file), "words": count})
    else:
        say(f"{file}: {count} words written.")


def list_cards(path: Path | None, *, as_json: bool) -> None:
    """Every card, the newest first."""
    with sources.library_for_reading(path) as library:
        found = library.vocabulary.cards() if library else []
    if as_json:
        write_json_object([("cards", [_card_fields(card) for card in found])])
        return
    for card in found:
        write(f"{card.created[:10]}  {phrase(card.lemma)}  {visible(card.gloss)}  ({phrase(card.source)})")


def make_cards(path: Path | None, name: str, words: Sequence[str], worth: int | None, *, as_json: bool) -> None:
    """Make cards of words of a document, or of those most worth learning.

    Raises:
        UnknownDocument: when the library does not have the text.
        LibraryError.
    """
    with ExitStack() as stack:
        library = stack.enter_context(Library.open(path or own_library_path(), create=False))
        source = stack.enter_context(sources.source_named(name, library))
        if source.document is None:
            raise UnknownDocument(name)
        figures = vocabulary_figures.vocabulary_in(library, source.document.id, source.text)
        rows = figures.worth_learning[:worth] if worth else _rows_of(library, figures, words)
        made = _make(library, source.document, rows)
    if as_json:
        write_json({"made": [_card_fields(card) for card in made]})
        return
    for card in made:
        write(f"{phrase(card.lemma)}  {visible(card.gloss)}")
    say(f"{len(made)} cards made.")


def export_cards(path: Path | None, out: Path, *, as_json: bool) -> None:
    """Write every card to a file.

    Raises:
        LibraryMissing, FormatUnknown, FileIsFolder, FileUnwritable.
    """
    count = give_out_cards(path or own_library_path(), out, None)
    if as_json:
        write_json({"out": str(out), "cards": count})
    else:
        say(f"{out}: {count} cards written.")


def _make(library: Library, document: Document, rows: Sequence[LemmaInText]) -> list[Card]:
    spans = [Span(*row.places[0]) for row in rows if row.places]
    drafts = cards.draft_cards(library.path, document.id, spans, AUTHOR)
    edit = cards.add_cards(library, drafts, AUTHOR)
    Workspace(library, AUTHOR).edit(edit)
    return [change.after for change in edit.changes if isinstance(change.after, Card)]


def _rows_of(library: Library, figures: TextVocabulary, words: Sequence[str]) -> list[LemmaInText]:
    by_key = {row.key: row for row in figures.listed}
    found = []
    for word in words:
        marked = vocabulary_lists.words_as_meant(library, [word])
        row = by_key.get(marked[0].key) if marked else None
        if row is None:
            say(f"{word}: this word does not stand in the text.")
        else:
            found.append(row)
    return found


def _forms(words: Sequence[str]) -> list[vocabulary.Marked]:
    """The words as they are written; which lemma each is plays no part."""
    facts = vocabulary.facts_of(words, None)
    return [vocabulary.marked(each, word, for_form=True) for word, each in facts.items()]


def _write_text(figures: TextVocabulary, rows: Sequence[LemmaInText], total: int) -> None:
    write(f"{figures.token_count} words, {figures.lemma_count} different ones")
    for share in Share:
        count, lemmas = figures.tokens.get(share, 0), figures.lemmas.get(share, 0)
        write(f"  {share.value:<9}{figures.share(share):>6.1%}  {count:>8} words  {lemmas:>7} different ones")
    for row in rows:
        zipf = "   " if row.zipf is None else f"{row.zipf:.1f}"
        count = row.count or row.names
        write(f"{count:>7}  {zipf}  {row.status.value:<10}  {phrase(row.lemma)}  {visible('; '.join(row.glosses))}")
    if len(rows) < total:
        write(f"… and {total - len(rows)} more (--limit {total} lists them)")
    if not figures.has_lexicon:
        say("There is no lexicon to use, so each form counts as a word of its own.")


def _write_csv(rows: Sequence[LemmaInText]) -> None:
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(_COLUMNS)
    for row in rows:
        fields = _row_fields(row)
        table.writerow([safe_cell(_as_cell(fields[column])) for column in _COLUMNS])


def _as_cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(value)
    return "" if value is None else str(value)


def _write_json(title: str, figures: TextVocabulary, rows: Sequence[LemmaInText]) -> None:
    def words() -> Iterator[dict[str, Any]]:
        return (_row_fields(row) for row in rows)

    write_json_object(
        [
            ("title", title),
            ("lexicon", figures.has_lexicon),
            ("tokens", {share.value: figures.tokens.get(share, 0) for share in Share}),
            ("lemmas", {share.value: figures.lemmas.get(share, 0) for share in Share}),
            ("left_out", figures.left_out),
            ("words", words()),
        ]
    )


def _row_fields(row: LemmaInText) -> dict[str, Any]:
    return {
        "lemma": row.lemma,
        "glosses": list(row.glosses),
        "part_of_speech": row.part_of_speech,
        "count": row.count,
        "names": row.names,
        "zipf": row.zipf,
        "status": row.status.value,
        "worth": round(row.worth, 2),
        "places": [list(place) for place in row.places],
    }


def _card_fields(card: Card) -> dict[str, Any]:
    return {
        "id": card.id,
        "lemma": card.lemma,
        "form": card.form,
        "gloss": card.gloss,
        "sentence": card.sentence,
        "start": card.start,
        "end": card.end,
        "note": card.note,
        "source": card.source,
        "document": card.document_id or None,
        "created": card.created,
        "modified": card.modified,
    }
