# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya gloss``: what the words of a line or a file mean, each as it is meant where it stands."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from reader.cli.output import say, write, write_json_object
from reader.cli.sources import Source, source_named
from reader.cli.terminal import phrase
from reader.errors import FileMissing, LexiconMissing
from reader.lexicon.lookup import Lookup, Meaning
from reader.lexicon.patterns import pattern_of
from reader.model.dictionary import DictionaryEntry
from reader.store import Library
from reader.workspace.dictionaries import Dictionaries, open_dictionaries
from reader.workspace.readings import WordPlace, choices_of
from reader.workspace.words import Glossed, Words, open_words, words_alone

_SHOWN_MEANINGS = 3
_SHOWN_GLOSSES = 4
_SHOWN_ENTRIES = 3
_LONGEST_ENTRY = 160


def gloss_words(words: Sequence[str], library: Library | None, *, as_json: bool) -> None:
    """Each argument by itself, or where one has several words, these beside each other.

    Raises:
        LexiconMissing: when there is neither a lexicon nor a dictionary.
        LexiconDamaged, LibraryError.
    """
    with closing(open_dictionaries()) as dictionaries, closing(_opened(library, dictionaries)) as lexicon:
        _write((each for text in words for each in lexicon.gloss(text)), dictionaries, as_json=as_json)


def gloss_file(path: Path, encoding: str | None, library: Library | None, *, as_json: bool) -> None:
    """Every word of a file; where it is a document of the library, with the readings that were chosen in it.

    Raises:
        FileError, EncodingUnknown, LexiconDamaged, LibraryError.
        LexiconMissing: as ``gloss_words``.
    """
    if not os.path.lexists(path):
        raise FileMissing(path)
    with (
        source_named(str(path), library, encoding) as source,
        closing(open_dictionaries()) as dictionaries,
        closing(_opened(library, dictionaries)) as lexicon,
    ):
        _write(_chosen(_of_pieces(lexicon, source), source, library), dictionaries, as_json=as_json)


def fields_of(glossed: Glossed, entries: Sequence[DictionaryEntry]) -> dict[str, Any]:
    """What ``--json`` tells of a word."""
    return {
        "start": glossed.span.start,
        "end": glossed.span.end,
        "word": glossed.lookup.word,
        "zipf": glossed.lookup.zipf,
        "readings": [_fields_of_meaning(meaning) for meaning in glossed.lookup.meanings],
        "entries": [{"source": each.source, "headword": each.headword, "text": each.text} for each in entries],
    }


def opened_words(library: Library | None) -> Words:
    """The lexicon, compiled first when it has not been, with what the user chose.

    Raises:
        LexiconMissing, LexiconDamaged, LibraryError.
    """
    told: list[bool] = []

    def progress(_done: int, _total: int) -> None:
        if not told:
            say("The lexicon is prepared for the first time; that takes some seconds.")
            told.append(True)

    words = open_words(progress=progress)
    words.chosen = {} if library is None else choices_of(library).everywhere
    return words


def entries_for(dictionaries: Dictionaries, lookup: Lookup) -> list[DictionaryEntry]:
    """What the dictionaries say of a word as it is written, and of the lemma of its first reading."""
    lemmas = [meaning.reading.lemma for meaning in lookup.meanings[:1]]
    return dictionaries.entries_of([lookup.word, *lemmas])


def _opened(library: Library | None, dictionaries: Dictionaries) -> Words:
    """The lexicon; where none is installed but there are dictionaries, an empty one."""
    try:
        return opened_words(library)
    except LexiconMissing:
        if not dictionaries.abouts:
            raise
        return words_alone()


def _of_pieces(lexicon: Words, source: Source) -> Iterator[Glossed]:
    offset = 0
    for _, piece in source.text.texts():
        for each in lexicon.gloss(piece):
            yield Glossed(span=each.span.shifted(offset), lookup=each.lookup)
        offset += len(piece)


def _chosen(found: Iterator[Glossed], source: Source, library: Library | None) -> Iterator[Glossed]:
    """With what was chosen for single places of the document, where it is one and something was."""
    if library is None or source.document is None:
        yield from found
        return
    document_id, choices = source.document.id, choices_of(library, source.document.id)
    text = library.texts.open(document_id)
    for each in found:
        place = WordPlace(document_id=document_id, text=text, span=each.span)
        yield replace(each, lookup=choices.applied(each.lookup, place)) if choices.places else each


def _write(found: Iterator[Glossed], dictionaries: Dictionaries, *, as_json: bool) -> None:
    if as_json:
        fields = (fields_of(each, entries_for(dictionaries, each.lookup)) for each in found)
        write_json_object([("words", fields)])
        return
    for each in found:
        _write_lookup(each.lookup)
        entries = entries_for(dictionaries, each.lookup)
        if not each.lookup.meanings and not entries:
            write("          not in the lexicon")
        for entry in entries[:_SHOWN_ENTRIES]:
            said = " ".join(entry.text.split())
            shown = said if len(said) <= _LONGEST_ENTRY else said[: _LONGEST_ENTRY - 1] + "…"
            write(f"          {phrase(entry.source)}: {phrase(entry.headword)}  {phrase(shown)}")


def _write_lookup(lookup: Lookup) -> None:
    write(phrase(lookup.word))
    for meaning in lookup.meanings[:_SHOWN_MEANINGS]:
        reading = meaning.reading
        parts = " + ".join(phrase(part.form) for part in reading.parts)
        glosses = "; ".join(meaning.glosses[:_SHOWN_GLOSSES])
        root = f", root {phrase(reading.root)}" if reading.root else ""
        share = "  you" if meaning.chosen else f"{meaning.probability:5.0%}"
        write(f"   {share}  {reading.part_of_speech}: {glosses}  [{parts}{root}]")


def _fields_of_meaning(meaning: Meaning) -> dict[str, Any]:
    reading = meaning.reading
    return {
        "form": reading.form,
        "parts": [{"form": p.form, "kind": p.kind.value, "function": p.function} for p in reading.parts],
        "lemma": reading.lemma,
        "root": reading.root,
        "pattern": pattern_of(reading.lemma, reading.root),
        "part_of_speech": reading.part_of_speech.value,
        "glosses": list(meaning.glosses),
        "probability": round(meaning.probability, 4),
        "chosen": meaning.chosen.value if meaning.chosen else None,
        "source": reading.source,
    }
