# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of words as plain text, one a line: taken in with a status, and written out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.errors import FileTooLarge
from reader.importers import open_text_file
from reader.interchange.files import write_file
from reader.lexicon.lookup import Lookup
from reader.model.edit import Edit
from reader.model.vocabulary import WordScope, WordStatus
from reader.store import Library, Session
from reader.text.segment import words
from reader.workspace import vocabulary
from reader.workspace.vocabulary import Marked, lemma_key
from reader.workspace.vocabulary_figures import ready_words

if TYPE_CHECKING:
    from reader.workspace.words import Words

LARGEST_BYTES: Final = 64 << 20
"""No list of words is longer."""
_COMMENT: Final = "#"
_SEPARATORS: Final = ("\t", ",", ";")
MOST_TOLD: Final = 20
"""Lines without a word that are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """The words of a file, each once in its order, and the numbers, from 1, of the first lines that had none."""

    words: tuple[str, ...]
    skipped: tuple[int, ...]
    skipped_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What taking in a list did: how many lemmas it named, how many got another status, what was passed over."""

    lemmas: int
    changed: int
    skipped: tuple[int, ...]
    skipped_count: int


def read_words(path: Path, encoding: str | None = None) -> WordList:
    """The words of a file, one a line. What follows a tab, comma or semicolon is left out, so is a line after ``#``.

    Raises:
        FileError, EncodingUnknown; FileTooLarge: when it is no list of words.
    """
    if path.is_file() and path.stat().st_size > LARGEST_BYTES:
        raise FileTooLarge(path, LARGEST_BYTES)
    found: dict[str, None] = {}
    skipped: list[int] = []
    with open_text_file(path, encoding) as file:
        text = "".join(piece for _, piece in file.text.texts())
    for number, line in enumerate(text.split("\n"), 1):
        cell = _first_cell(line)
        if not cell or cell.startswith(_COMMENT):
            continue
        spans = words(cell)
        if len(spans) == 1 and vocabulary.is_word_to_learn(cell[spans[0].start : spans[0].end]):
            found[cell] = None
        else:
            skipped.append(number)
    return WordList(words=tuple(found), skipped=tuple(skipped[:MOST_TOLD]), skipped_count=len(skipped))


def marked_words(written: Iterable[str], lexicon: Words | None) -> list[Marked]:
    """The lemma of each word, each once. A lemma as it is written out is found again, whatever else it could be."""
    wanted = [each for each in dict.fromkeys(written) if vocabulary.is_word_to_learn(each)]
    if lexicon is None:
        facts = vocabulary.facts_of(wanted, None)
        return list(dict.fromkeys(vocabulary.marked(each, word) for word, each in facts.items()))
    lookups = lexicon.look_up_alone(wanted)
    return list(dict.fromkeys(_marked(word, lookups[word]) for word in wanted))


def words_as_meant(library: Library, written: Iterable[str]) -> list[Marked]:
    """The lemma of each word, each once; readings chosen for every place come first.

    Raises:
        LibraryError: when the cache folder cannot be written.
    """
    lexicon = ready_words(library=library)
    if lexicon is None:
        return marked_words(written, None)
    with closing(lexicon):
        return marked_words(written, lexicon)


def set_words(library: Library, written: Sequence[str], status: WordStatus, author: str) -> Edit:
    """Give the lemmas of these words a status."""
    return vocabulary.set_statuses(library, words_as_meant(library, written), status, author)


def take_in_words(
    library_path: Path,
    session: Session | None,
    author: str,
    *,
    path: Path,
    status: WordStatus,
    encoding: str | None = None,
) -> TakenIn:
    """Give the lemmas of all words in a file a status, in one step that undo takes back.

    Raises:
        FileError, EncodingUnknown, LibraryError.
    """
    read = read_words(path, encoding)
    with Library.open(library_path, session=session) as library:
        lemmas = words_as_meant(library, read.words)
        edit = vocabulary.set_statuses(library, lemmas, status, author)
        if edit.changes:
            library.apply(edit, author=author)
    return TakenIn(
        lemmas=len(lemmas), changed=len(edit.changes), skipped=read.skipped, skipped_count=read.skipped_count
    )


def give_out_words(library_path: Path, path: Path, statuses: Sequence[WordStatus]) -> int:
    """Write the lemmas that have one of the statuses to a file, one a line; returns how many they are.

    Raises:
        FileIsFolder, FileUnwritable, LibraryError.
    """
    with Library.open(library_path, create=False, read_only=True) as library:
        lemmas = list(lemmas_with(library, statuses))
    write_file(path, lambda stream: stream.writelines(f"{lemma}\n" for lemma in lemmas))
    return len(lemmas)


def lemmas_with(library: Library, statuses: Sequence[WordStatus]) -> Iterator[str]:
    """The lemmas that have one of the statuses, in order of their letters."""
    states = library.vocabulary.states(WordScope.LEMMA)
    return (state.word for state in states if state.status in statuses)


def _marked(written: str, lookup: Lookup) -> Marked:
    key = lemma_key(written)
    same = next((each.reading for each in lookup.meanings if lemma_key(each.reading.lemma) == key), None)
    if same is not None:
        return Marked(WordScope.LEMMA, key, same.lemma)
    return vocabulary.marked(vocabulary.facts_from(written, lookup), written)


def _first_cell(line: str) -> str:
    for separator in _SEPARATORS:
        line = line.partition(separator)[0]
    return line.strip().strip('"').strip()
