# SPDX-License-Identifier: GPL-3.0-or-later
"""Readings that the user chose: edits of them, and which one holds where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Final

from reader.lexicon.lookup import Lookup, Meaning, with_choice
from reader.model.edit import Edit, RecordChange
from reader.model.ids import DocumentId, ReadingChoiceId, new_id, now
from reader.model.reading import ReadingChoice
from reader.store import Library
from reader.text.chunks import ChunkedText
from reader.text.normalise import folded
from reader.text.spans import Span

CONTEXT: Final = 32
"""Code points of surroundings that are kept on each side of a place."""
_ENOUGH: Final = 32
"""So many code points of surroundings, both sides together, prove a place whose offset has changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordPlace:
    """A word in a document: ``span`` in code points of its ``text``, half-open."""

    document_id: DocumentId
    text: ChunkedText
    span: Span

    @property
    def word(self) -> str:
        return self.text.slice(self.span.start, self.span.end)

    @property
    def around(self) -> tuple[str, str]:
        """What stands before and behind the word, up to ``CONTEXT`` code points each."""
        start, end = self.span.start, self.span.end
        return self.text.slice(max(start - CONTEXT, 0), start), self.text.slice(end, end + CONTEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The choices that hold in a library, and those for single places of one document; by the folded word."""

    everywhere: Mapping[str, ReadingChoice] = field(default_factory=dict)
    places: Mapping[str, Sequence[ReadingChoice]] = field(default_factory=dict)

    def at(self, place: WordPlace) -> ReadingChoice | None:
        """The choice for just this place, the newest; also where the text before it has been changed since."""
        word, found = place.word, None
        for choice in self.places.get(folded(word, "lemma"), ()):
            if choice.document_id == place.document_id and _holds(choice, place, word):
                found = choice
        return found

    def applied(self, lookup: Lookup, place: WordPlace) -> Lookup:
        """The lookup with the reading chosen for this place first, or else that chosen for every place."""
        choice = self.at(place) or self.everywhere.get(folded(lookup.word, "lemma"))
        return lookup if choice is None else with_choice(lookup, choice)

    def applied_alone(self, lookup: Lookup) -> Lookup:
        """The lookup of a word by itself with the reading chosen for every place first."""
        choice = self.everywhere.get(folded(lookup.word, "lemma"))
        return lookup if choice is None else with_choice(lookup, choice)


def choices_of(library: Library, document_id: DocumentId | None = None) -> Choices:
    """What the user chose: for every place, and for places of the document."""
    everywhere = {choice.key: choice for choice in library.readings.everywhere()}
    places: dict[str, list[ReadingChoice]] = {}
    for choice in library.readings.of_document(document_id) if document_id is not None else ():
        places.setdefault(choice.key, []).append(choice)
    return Choices(everywhere=everywhere, places=places)


def choose_here(library: Library, place: WordPlace, meaning: Meaning, author: str) -> Edit:
    """The meaning holds at this place from now on; in the stead of what was chosen for it before."""
    prefix, suffix = place.around
    before = choices_of(library, place.document_id).at(place)
    fresh = _choice(place.word, meaning, author)
    fresh = replace(fresh, document_id=place.document_id, start=place.span.start, prefix=prefix, suffix=suffix)
    return _edit("choose-reading", place.document_id, [_instead_of(before, fresh)])


def choose_everywhere(library: Library, word: str, meaning: Meaning, author: str, place: WordPlace | None) -> Edit:
    """The meaning holds wherever the word is written so; what was chosen for the ``place`` it is said at goes."""
    fresh = _choice(word, meaning, author)
    changes = [_instead_of(choices_of(library).everywhere.get(fresh.key), fresh)]
    here = None if place is None else choices_of(library, place.document_id).at(place)
    if here is not None:
        changes.append(RecordChange(here, None))
    return _edit("choose-reading", None if place is None else place.document_id, changes)


def forget(library: Library, word: str, place: WordPlace | None) -> Edit:
    """What was chosen for the place goes; where nothing was, what was chosen for the word everywhere."""
    here = None if place is None else choices_of(library, place.document_id).at(place)
    choice = here or choices_of(library).everywhere.get(folded(word, "lemma"))
    changes = [] if choice is None else [RecordChange(choice, None)]
    return _edit("forget-reading", None if place is None else place.document_id, changes)


def _holds(choice: ReadingChoice, place: WordPlace, word: str) -> bool:
    if choice.quote != word:
        return False
    if choice.start == place.span.start:
        return True
    still = place.text.slice(choice.start, choice.start + len(choice.quote))
    if still == choice.quote and _fits(choice, replace(place, span=Span(choice.start, choice.start + len(still)))):
        return False
    return _fits(choice, place)


def _fits(choice: ReadingChoice, place: WordPlace) -> bool:
    """Whether enough of what stood around the word stands around it here."""
    before, after = place.around
    same = _alike(choice.prefix[::-1], before[::-1]) + _alike(choice.suffix, after)
    return same >= min(_ENOUGH, len(choice.prefix) + len(choice.suffix))


def _alike(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _instead_of(before: ReadingChoice | None, after: ReadingChoice) -> RecordChange:
    return RecordChange(before, after if before is None else replace(after, id=before.id))


def _choice(word: str, meaning: Meaning, author: str) -> ReadingChoice:
    reading = meaning.reading
    return ReadingChoice(
        id=ReadingChoiceId(new_id()),
        document_id=None,
        start=0,
        quote=word,
        key=folded(word, "lemma"),
        form=reading.form,
        lemma=reading.lemma,
        lemma_id=reading.lemma_id,
        root=reading.root,
        part_of_speech=reading.part_of_speech.value,
        glosses=meaning.glosses,
        source=reading.source,
        author=author,
        created=now(),
    )


def _edit(name: str, document_id: DocumentId | None, changes: list[RecordChange]) -> Edit:
    return Edit(name=name, document_id=document_id, changes=tuple(changes))
