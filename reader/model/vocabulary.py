# SPDX-License-Identifier: GPL-3.0-or-later
"""What a student says of words: how well each is known, and the cards made of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.model.ids import CardId


class WordStatus(StrEnum):
    """How well a word is known. The four steps of learning are those of LingQ and Learning With Texts."""

    NEW = "new"
    LEARNING_1 = "learning-1"
    LEARNING_2 = "learning-2"
    LEARNING_3 = "learning-3"
    LEARNING_4 = "learning-4"
    KNOWN = "known"
    IGNORED = "ignored"

    @property
    def step(self) -> int:
        """1 to 4 while the word is being learned, else 0."""
        return int(self.value[-1]) if self in LEARNING else 0


LEARNING = (WordStatus.LEARNING_1, WordStatus.LEARNING_2, WordStatus.LEARNING_3, WordStatus.LEARNING_4)


class WordScope(StrEnum):
    """What a status is about: every form of a lemma, or one written form, which then overrules its lemma."""

    LEMMA = "lemma"
    FORM = "form"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordState:
    """The status of one lemma or form. A lemma without a state is new.

    ``key`` is what words are compared by: for a lemma its vocalised letters, for a form the letters as written,
    without marks. ``word`` is what is shown.
    """

    scope: WordScope
    key: str
    word: str
    status: WordStatus
    author: str
    created: str
    modified: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A word to be learned, with the sentence it was met in.

    ``sentence[start:end]`` is the word there, in code points; ``start == end`` when it does not stand there. ``form``
    is the word as it stands, vocalised. ``source`` is the title of the text it comes from, which ``document_id``
    names even after it was removed; "" where there was none.

    Raises:
        ValueError: when the word reaches out of the sentence.
    """

    id: CardId
    lemma: str
    form: str
    gloss: str
    sentence: str
    start: int
    end: int
    note: str = ""
    source: str = ""
    document_id: str = ""
    author: str
    created: str
    modified: str

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end <= len(self.sentence):
            raise ValueError(f"the word cannot reach from {self.start} to {self.end} of {len(self.sentence)}")
