# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of one root that occur in the library, document by document, on a connection and a lexicon of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reader.errors import Cancelled
from reader.lexicon.lookup import Meaning
from reader.model.document import Document
from reader.model.ids import DocumentId
from reader.store import Library
from reader.text.normalise import folded
from reader.text.segment import word_bounds
from reader.text.spans import Span
from reader.workspace.readings import choices_of
from reader.workspace.words import Words, open_words

MOST_CODE_POINTS: Final = 100_000_000
"""So much text is looked through, the open document first; then the search says that it stopped."""
MOST_PLACES: Final = 40
"""Places of one word in one document that are handed over; all are counted."""
_AROUND: Final = 48
_BELONGS: Final = 0.5
"""A written form belongs to the root when the readings that have it are together likelier than this."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyPlace:
    """Where a word stands: ``span`` in code points of its document, half-open, with what is around it."""

    span: Span
    before: str
    written: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyWord:
    """A lemma of the root in one document: how often any form of it stands there, and the first places."""

    lemma: str
    part_of_speech: str
    gloss: str
    count: int
    places: tuple[FamilyPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyIn:
    """The words of the root in a document, the commonest first."""

    document_id: DocumentId
    title: str
    words: tuple[FamilyWord, ...]


def find_root_family(
    library_path: Path,
    root: str,
    first: DocumentId | None,
    *,
    progress: Progress,
    deliver: Callable[[FamilyIn], None],
    cancelled: Callable[[], bool],
    most: int = MOST_CODE_POINTS,
) -> bool:
    """Hand over the words of the root in each document that has some, the document ``first`` first, then the newest.

    Returns whether the whole library was looked through: not when it has more than ``most`` code points.

    Raises:
        Cancelled, LexiconMissing, LexiconDamaged, LibraryError.
    """
    words = open_words(cancelled=cancelled)
    try:
        with Library.open(library_path, create=False, read_only=True) as library:
            words.chosen = choices_of(library).everywhere
            documents = sorted(library.documents.list(), key=lambda each: each.id != first)
            return _Search(library, _Members(words, root), cancelled, most).go(documents, progress, deliver)
    finally:
        words.close()


class _Members:
    """Which written forms are words of the root; each form is looked up once."""

    def __init__(self, words: Words, root: str) -> None:
        self._words = words
        self._root = root
        self._known: dict[str, Meaning | None] = {}
        keys = sorted(words.keys_of_root(root), key=len, reverse=True)
        # Forms that hold no stem of the root are most of a text, and one look tells them.
        self._holds = re.compile("|".join(map(re.escape, keys)) or "(?!)").search

    def of(self, written: Sequence[str]) -> dict[str, Meaning]:
        """Those of the forms that belong to the root, with the meaning in which they do."""
        fresh = [word for word in written if word not in self._known]
        candidates = [word for word in fresh if self._holds(folded(word, "lemma"))]
        self._known.update(dict.fromkeys(fresh))
        for word, lookup in self._words.look_up_alone(candidates).items():
            self._known[word] = self._member(lookup.meanings)
        return {word: meaning for word in written if (meaning := self._known[word]) is not None}

    def _member(self, meanings: Sequence[Meaning]) -> Meaning | None:
        if meanings and meanings[0].chosen:
            return meanings[0] if meanings[0].reading.root == self._root else None
        own = [meaning for meaning in meanings if meaning.reading.root == self._root]
        return own[0] if sum(meaning.probability for meaning in own) > _BELONGS else None


@dataclass(slots=True)
class _Tally:
    meaning: Meaning
    count: int
    places: list[FamilyPlace]


@dataclass(frozen=True, slots=True)
class _Search:
    library: Library
    members: _Members
    cancelled: Callable[[], bool]
    most: int

    def go(self, documents: Sequence[Document], progress: Progress, deliver: Callable[[FamilyIn], None]) -> bool:
        total = min(sum(document.length for document in documents), self.most)
        done = 0
        for document in documents:
            if done >= self.most:
                return False
            found = self._in_document(document, lambda so_far, done=done: progress(done + so_far, total))  # type: ignore[misc]
            done += document.length
            if found:
                words = sorted((_word_of(lemma, each) for lemma, each in found.items()), key=lambda word: -word.count)
                deliver(FamilyIn(document_id=document.id, title=document.title, words=tuple(words)))
        return True

    def _in_document(self, document: Document, told: Callable[[int], None]) -> dict[tuple[str, str], _Tally]:
        found: dict[tuple[str, str], _Tally] = {}
        start = 0
        for _, chunk in self.library.texts.open(document.id).texts():
            if self.cancelled():
                raise Cancelled
            self._in_chunk(chunk, start, found)
            start += len(chunk)
            told(start)
        return found

    def _in_chunk(self, chunk: str, start: int, found: dict[tuple[str, str], _Tally]) -> None:
        bounds = list(word_bounds(chunk))
        counts = Counter(chunk[one:other] for one, other in bounds)
        members = self.members.of(list(counts))
        for word, meaning in members.items():
            key = (meaning.reading.lemma, meaning.reading.part_of_speech.value)
            found.setdefault(key, _Tally(meaning, 0, [])).count += counts[word]
        for place, meaning in _places(chunk, start, bounds, members):
            tally = found[meaning.reading.lemma, meaning.reading.part_of_speech.value]
            if len(tally.places) < MOST_PLACES:
                tally.places.append(place)


def _places(
    chunk: str, start: int, bounds: Sequence[tuple[int, int]], members: dict[str, Meaning]
) -> Iterator[tuple[FamilyPlace, Meaning]]:
    if not members:
        return
    for one, other in bounds:
        meaning = members.get(chunk[one:other])
        if meaning is not None:
            before = chunk[max(one - _AROUND, 0) : one].rpartition("\n")[2]
            after = chunk[other : other + _AROUND].partition("\n")[0]
            span = Span(start + one, start + other)
            yield FamilyPlace(span=span, before=before, written=chunk[one:other], after=after), meaning


def _word_of(lemma: tuple[str, str], tally: _Tally) -> FamilyWord:
    gloss = "; ".join(tally.meaning.glosses[:3])
    return FamilyWord(
        lemma=lemma[0], part_of_speech=lemma[1], gloss=gloss, count=tally.count, places=tuple(tally.places)
    )
