# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya gloss``: what the words of a line or a file mean, each as it is meant where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from reader.cli.output import say, write, write_json_object
from reader.cli.terminal import phrase
from reader.importers import open_text_file
from reader.lexicon.lookup import Lookup, Meaning
from reader.workspace.words import Glossed, Words, open_words

_SHOWN_MEANINGS = 3
_SHOWN_GLOSSES = 4


def gloss_words(words: Sequence[str], *, as_json: bool) -> None:
    """Each argument by itself, or where one has several words, these beside each other.

    Raises:
        LexiconMissing, LexiconDamaged, LibraryError.
    """
    with closing(_opened()) as lexicon:
        _write((each for text in words for each in lexicon.gloss(text)), as_json=as_json)


def gloss_file(path: Path, encoding: str | None, *, as_json: bool) -> None:
    """Every word of a file.

    Raises:
        FileError, EncodingUnknown, LexiconMissing, LexiconDamaged, LibraryError.
    """
    with open_text_file(path, encoding) as file, closing(_opened()) as lexicon:
        _write(_of_pieces(lexicon, (piece for _, piece in file.text.texts())), as_json=as_json)


def fields_of(glossed: Glossed) -> dict[str, Any]:
    """What ``--json`` tells of a word."""
    return {
        "start": glossed.span.start,
        "end": glossed.span.end,
        "word": glossed.lookup.word,
        "zipf": glossed.lookup.zipf,
        "readings": [_fields_of_meaning(meaning) for meaning in glossed.lookup.meanings],
    }


def _opened() -> Words:
    told: list[bool] = []

    def progress(_done: int, _total: int) -> None:
        if not told:
            say("The lexicon is prepared for the first time; that takes some seconds.")
            told.append(True)

    return open_words(progress=progress)


def _of_pieces(lexicon: Words, pieces: Iterator[str]) -> Iterator[Glossed]:
    offset = 0
    for piece in pieces:
        for each in lexicon.gloss(piece):
            yield Glossed(span=each.span.shifted(offset), lookup=each.lookup)
        offset += len(piece)


def _write(found: Iterator[Glossed], *, as_json: bool) -> None:
    if as_json:
        write_json_object([("words", map(fields_of, found))])
        return
    for each in found:
        _write_lookup(each.lookup)


def _write_lookup(lookup: Lookup) -> None:
    write(phrase(lookup.word))
    for meaning in lookup.meanings[:_SHOWN_MEANINGS]:
        reading = meaning.reading
        parts = " + ".join(phrase(part.form) for part in reading.parts)
        glosses = "; ".join(meaning.glosses[:_SHOWN_GLOSSES])
        root = f", root {phrase(reading.root)}" if reading.root else ""
        write(f"    {meaning.probability:4.0%}  {reading.part_of_speech}: {glosses}  [{parts}{root}]")
    if not lookup.meanings:
        write("          not in the lexicon")


def _fields_of_meaning(meaning: Meaning) -> dict[str, Any]:
    reading = meaning.reading
    return {
        "form": reading.form,
        "parts": [{"form": p.form, "kind": p.kind.value, "function": p.function} for p in reading.parts],
        "lemma": reading.lemma,
        "root": reading.root,
        "part_of_speech": reading.part_of_speech.value,
        "glosses": list(meaning.glosses),
        "probability": round(meaning.probability, 4),
        "source": reading.source,
    }
