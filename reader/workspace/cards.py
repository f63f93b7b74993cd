# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards made of words in their sentences, and the edits of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.lexicon.lookup import Meaning
from reader.model.document import Document
from reader.model.edit import Edit, RecordChange
from reader.model.ids import CardId, DocumentId, now
from reader.model.vocabulary import Card, WordStatus
from reader.store import Library
from reader.text.chunks import ChunkedText
from reader.text.normalise import folded
from reader.text.segment import sentence_at, word_at, word_bounds
from reader.text.spans import Span
from reader.workspace import vocabulary
from reader.workspace.readings import choices_of
from reader.workspace.vocabulary import GLOSSES, Marked, WordFacts
from reader.workspace.vocabulary_figures import ready_words

if TYPE_CHECKING:
    from reader.workspace.words import Words

AROUND: Final = 600
"""Code points on either side of a word within which its sentence is looked for."""
_HEX_DIGITS: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A card that could be made, and the word whose status it would change."""

    card: Card
    word: Marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A word in its sentence; ``place`` is its span there, in code points."""

    facts: WordFacts
    sentence: str
    place: Span

    @property
    def written(self) -> str:
        return self.sentence[self.place.start : self.place.end]


def draft_cards(library_path: Path, document_id: DocumentId, spans: Sequence[Span], author: str) -> list[Draft]:
    """A card for the word at each span of a document; places where there is no word to learn are passed over.

    Raises:
        LibraryError, UnknownDocument.
    """
    lexicon = ready_words()
    try:
        with Library.open(library_path, create=False, read_only=True) as library:
            if lexicon is not None:
                lexicon.chosen = choices_of(library).everywhere
            document, text = library.documents.get(document_id), library.texts.open(document_id)
            found = [draft_card(document, text, span, lexicon, author) for span in spans]
            return [each for each in found if each is not None]
    finally:
        if lexicon is not None:
            lexicon.close()


def draft_card(document: Document, text: ChunkedText, span: Span, lexicon: Words | None, author: str) -> Draft | None:
    """A card for the word that holds the first code point of the span, read as it is meant in its sentence."""
    start = max(span.start - AROUND, 0)
    around = text.slice(start, span.start + AROUND)
    word = word_at(around, span.start - start)
    sentence = None if word is None else sentence_at(around, word.start)
    if word is None or sentence is None:
        return None
    written = around[word.start : word.end]
    facts = vocabulary.facts_of([written], lexicon).get(written)
    if facts is None:
        return None
    place = Span(word.start - sentence.start, word.end - sentence.start)
    found = Found(facts=facts, sentence=around[sentence.start : sentence.end], place=place)
    meaning = None if lexicon is None else _meaning(lexicon, found)
    card = new_card(document, found, meaning, author)
    return Draft(card=card, word=vocabulary.marked(facts, written))


def new_card(document: Document | None, found: Found, meaning: Meaning | None, author: str) -> Card:
    """A card with the identity that this word in this sentence has, whenever and wherever a card is made of it.

    Without a ``meaning``, which a lexicon gives, the card says what is known of the form by itself.
    """
    facts, place, sentence = found.facts, found.place, found.sentence
    lemma = facts.lemma if meaning is None else meaning.reading.lemma
    time = now()
    return Card(
        id=card_id(lemma, sentence, place.start),
        lemma=lemma,
        form=found.written if meaning is None else meaning.reading.form,
        gloss="; ".join(facts.glosses if meaning is None else meaning.glosses[:GLOSSES]),
        sentence=sentence,
        start=place.start,
        end=place.end,
        source="" if document is None else document.title,
        document_id="" if document is None else document.id,
        author=author,
        created=time,
        modified=time,
    )


def card_id(lemma: str, sentence: str, start: int) -> CardId:
    """The same for the same word in the same sentence: a card removed and made again is the same card in Anki too."""
    said = "\0".join((vocabulary.lemma_key(lemma), sentence, str(start)))
    return CardId(hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=_HEX_DIGITS).hexdigest())


# Edits


def add_cards(library: Library, drafts: Sequence[Draft], author: str) -> Edit:
    """The cards that are not there yet; a word that was new is being learned from now on."""
    there = {card.id for card in library.vocabulary.find_cards([draft.card.id for draft in drafts])}
    fresh = {draft.card.id: draft for draft in drafts if draft.card.id not in there}
    words = {draft.word for draft in fresh.values()}
    keys = [(word.scope, key) for word in words for key in (word.key, folded(word.key, "lemma"))]
    said = {key for _, key in library.vocabulary.find_states(keys)}
    new = [word for word in words if not {word.key, folded(word.key, "lemma")} & said]
    changes = [RecordChange(None, draft.card) for draft in fresh.values()]
    if changes:
        wanted = dict.fromkeys(sorted(new), WordStatus.LEARNING_1)
        changes += vocabulary.changes_to(library, wanted, author)
    return _edit("add-card" if len(fresh) == 1 else "add-cards", changes)


def change_card(before: Card, *, gloss: str, sentence: str, note: str) -> Edit:
    """Other words on a card; in another sentence the word is looked for anew."""
    after = replace(before, gloss=gloss, note=note)
    if sentence != before.sentence:
        start, end = place_in(sentence, before.sentence[before.start : before.end])
        after = replace(after, sentence=sentence, start=start, end=end)
    changed = [] if after == before else [RecordChange(before, replace(after, modified=now()))]
    return _edit("change-card", changed)


def remove_cards(library: Library, card_ids: Iterable[CardId]) -> Edit:
    """The cards go; what was said of their words stays."""
    found = library.vocabulary.find_cards(card_ids)
    name = "remove-card" if len(found) == 1 else "remove-cards"
    return _edit(name, [RecordChange(card, None) for card in found])


def place_in(sentence: str, word: str) -> tuple[int, int]:
    """Where the word stands in the sentence, in code points, or another spelling of it; ``(0, 0)`` for nowhere."""
    start = sentence.find(word) if word else -1
    if start >= 0:
        return start, start + len(word)
    key = folded(word, "lemma")
    same = (bounds for bounds in word_bounds(sentence) if key and folded(sentence[slice(*bounds)], "lemma") == key)
    return next(same, (0, 0))


def _meaning(lexicon: Words, found: Found) -> Meaning | None:
    lookup = lexicon.look_up_in(found.sentence, found.place.start)
    return None if lookup is None or not lookup.meanings else lookup.meanings[0]


def _edit(name: str, changes: Sequence[RecordChange]) -> Edit:
    return Edit(name=name, document_id=None, changes=tuple(changes))
