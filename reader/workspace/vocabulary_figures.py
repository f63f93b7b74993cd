# SPDX-License-Identifier: GPL-3.0-or-later
"""What of an article is known: its words counted by status, and those that are worth learning first."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.errors import Cancelled, LexiconDamaged, LexiconMissing
from reader.model.edit import Edit
from reader.model.ids import DocumentId
from reader.model.vocabulary import LEARNING, WordScope, WordStatus
from reader.settings import SUGGESTION_THRESHOLD
from reader.store import Library
from reader.text.chunks import ChunkedText
from reader.text.normalise import folded
from reader.text.segment import word_bounds
from reader.text.spans import Span
from reader.workspace import vocabulary
from reader.workspace.readings import choices_of
from reader.workspace.vocabulary import NEVER_SAID, Marked, Standing, WordFacts

if TYPE_CHECKING:
    from reader.workspace.words import Words

NAME_TAGS: Final = ("person", "place", "organisation")
"""What these tags, or tags under them, stand on is a name and nothing to be learned."""
MOST_PLACES: Final = 500
"""Places kept of one lemma."""
MOST_LEMMAS: Final = 20_000
"""Lemmas listed of one text; the figures count all."""
_LOOKED_UP_AT_ONCE: Final = 500
_RAREST_ZIPF: Final = 1.0

Ask = Callable[[], bool]
Progress = Callable[[int, int], None]


class Share(StrEnum):
    """What the words of a text are counted as."""

    KNOWN = "known"
    LEARNING = "learning"
    NEW = "new"
    IGNORED = "ignored"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class LemmaInText:
    """A lemma in a text, which stands there ``count`` times as a word and ``names`` times as part of a name.

    ``places`` are the spans of the first ``MOST_PLACES`` of the former, ``(start, end)`` in code points; of the latter
    where there are none. ``zipf`` is
    the general frequency, None for what is not listed; ``worth`` what it is ordered by (``worth_of``).
    """

    key: str
    lemma: str
    glosses: tuple[str, ...]
    part_of_speech: str
    zipf: float | None
    count: int
    names: int
    status: WordStatus
    packed_places: bytes = b""
    """``places`` in four bytes a number: those of a book reach the window in a moment."""

    @property
    def places(self) -> list[tuple[int, int]]:
        numbers = array("I", self.packed_places)
        return list(zip(numbers[::2], numbers[1::2], strict=True))

    @property
    def worth(self) -> float:
        return worth_of(self.count, self.zipf)

    @property
    def is_worth_learning(self) -> bool:
        return self.count > 0 and self.status is WordStatus.NEW


@dataclass(frozen=True, slots=True, kw_only=True)
class TextVocabulary:
    """The figures of a text. ``tokens`` counts words in right-to-left script by what they are counted as, ``lemmas``
    different lemmas likewise. ``listed`` are the lemmas, the worthiest first; ``left_out`` more there are.

    Without the lexicon (``has_lexicon``) forms of one word are counted apart.
    """

    tokens: Mapping[Share, int] = field(default_factory=dict)
    lemmas: Mapping[Share, int] = field(default_factory=dict)
    listed: tuple[LemmaInText, ...] = ()
    left_out: int = 0
    has_lexicon: bool = True

    @property
    def token_count(self) -> int:
        return sum(self.tokens.values())

    @property
    def lemma_count(self) -> int:
        return sum(self.lemmas.values())

    def share(self, share: Share) -> float:
        """The part of all words, 0…1."""
        return self.tokens.get(share, 0) / max(self.token_count, 1)

    @property
    def worth_learning(self) -> list[LemmaInText]:
        return [each for each in self.listed if each.is_worth_learning]


def worth_of(count: int, zipf: float | None) -> float:
    """How much it pays to learn a word: each doubling in the text weighs as much as ten times the general frequency.

    The Zipf scale is a logarithm of frequency already, so a common word met once stands beside a rare one that this
    text repeats. What no list has counts as the rarest.
    """
    return (_RAREST_ZIPF if zipf is None else zipf) + math.log2(max(count, 1))


def share_of(standing: Standing, *, is_name: bool) -> Share:
    """A name is one unless the user gave it a status."""
    if is_name and standing.scope is None:
        return Share.NAME
    if standing.status in LEARNING:
        return Share.LEARNING
    return Share(standing.status.value)


def name_spans(library: Library, document_id: DocumentId, span: Span, tags: Collection[str]) -> list[Span]:
    """Where names, which have one of the tags, stand within the span: tagged by the user, or suggested with the
    confidence that is usual."""
    found = [each.span for each in library.annotations.overlapping(document_id, span) if each.tag_id in tags]
    least = SUGGESTION_THRESHOLD.default
    suggested = library.suggestions.open_overlapping(document_id, span, least=least)
    return found + [each.span for each in suggested if each.tag_id in tags]


def name_tags(library: Library) -> frozenset[str]:
    """``NAME_TAGS`` and all tags under them."""
    found = set(NAME_TAGS)
    tags = library.tagsets.tags()
    while more := {tag.id for tag in tags if tag.parent_id in found} - found:
        found |= more
    return frozenset(found)


# Errands


def vocabulary_of_document(
    library_path: Path, document_id: DocumentId, progress: Progress, cancelled: Ask
) -> TextVocabulary:
    """The figures of a document of the library.

    Raises:
        Cancelled, LibraryError.
    """
    with Library.open(library_path, create=False, read_only=True) as library:
        text = library.texts.open(document_id)
        return vocabulary_in(library, document_id, text, progress=progress, cancelled=cancelled)


def facts_of_forms(forms: Sequence[str], library_path: Path | None = None) -> dict[str, WordFacts]:
    """What each written form is; as the user chose for every place, where a library is named."""
    if library_path is None:
        lexicon = ready_words()
    else:
        with Library.open(library_path, create=False, read_only=True) as library:
            lexicon = ready_words(library=library)
    if lexicon is None:
        return vocabulary.facts_of(forms, None)
    with closing(lexicon):
        return vocabulary.facts_of(forms, lexicon)


# Without a window


def vocabulary_in(
    library: Library | None,
    document_id: DocumentId | None,
    text: ChunkedText,
    *,
    progress: Progress = lambda _done, _total: None,
    cancelled: Ask = lambda: False,
    most: int | None = MOST_LEMMAS,
) -> TextVocabulary:
    """The figures of a text; of one that is no document of the library, by the statuses the library has. ``most`` is
    how many lemmas are listed, None for all.

    Raises:
        Cancelled, LibraryError.
    """
    counting = _Counting(library, document_id, cancelled, most)
    counting.read(text)
    lexicon = ready_words(cancelled, library)
    if lexicon is None:
        return counting.figures(None, progress)
    with closing(lexicon):
        return counting.figures(lexicon, progress)


def mark_remaining(library: Library, document_id: DocumentId, author: str) -> Edit:
    """Every lemma of the document that is still new is known from now on; names stay as they are."""
    figures = vocabulary_in(library, document_id, library.texts.open(document_id), most=None)
    words = [Marked(WordScope.LEMMA, each.key, each.lemma) for each in figures.worth_learning]
    return vocabulary.set_statuses(library, words, WordStatus.KNOWN, author)


def ready_words(cancelled: Ask = lambda: False, library: Library | None = None) -> Words | None:
    """The installed lexicon, compiled first when it has not been; None without one: it is an extra. With a library,
    readings that were chosen in it for every place come first.

    So figures are the same wherever they are made, and only a machine without the lexicon counts forms alone.

    Raises:
        Cancelled; LibraryError: when the cache folder cannot be written.
    """
    from reader.workspace.words import open_words  # noqa: PLC0415 - 0.2 s, which the window does not need

    try:
        words = open_words(cancelled=cancelled)
    except (LexiconMissing, LexiconDamaged):
        return None
    words.chosen = {} if library is None else choices_of(library).everywhere
    return words


@dataclass(slots=True)
class _Form:
    """A written form in the text: how often as a word and within a name, and where as each."""

    count: int = 0
    names: int = 0
    places: list[tuple[int, int]] = field(default_factory=list)
    name_places: list[tuple[int, int]] = field(default_factory=list)


class _Counting:
    """Reads a text once, then looks up each form that is in it."""

    def __init__(
        self, library: Library | None, document_id: DocumentId | None, cancelled: Ask, most: int | None
    ) -> None:
        self._library = library
        self._document_id = document_id
        self._cancelled = cancelled
        self._most = most
        self._forms: dict[str, _Form] = {}
        self._name_tags = frozenset[str]() if library is None else name_tags(library)

    def read(self, text: ChunkedText) -> None:
        offset = 0
        for _, piece in text.texts():
            if self._cancelled():
                raise Cancelled
            self._read_piece(piece, offset)
            offset += len(piece)

    def _read_piece(self, piece: str, offset: int) -> None:
        names = _Covering(self._names(Span(offset, offset + len(piece))) if piece else ())
        for start, end in word_bounds(piece):
            written = piece[start:end]
            if not vocabulary.is_word_to_learn(written):
                continue
            form = self._forms.setdefault(written, _Form())
            is_in_name = names.covers(start + offset, end + offset)
            form.names += is_in_name
            form.count += not is_in_name
            places = form.name_places if is_in_name else form.places
            if len(places) < MOST_PLACES:
                places.append((start + offset, end + offset))

    def _names(self, span: Span) -> Collection[Span]:
        if self._library is None or self._document_id is None:
            return ()
        return name_spans(self._library, self._document_id, span, self._name_tags)

    def figures(self, lexicon: Words | None, progress: Progress) -> TextVocabulary:
        facts = self._facts(lexicon, progress)
        standings = {} if self._library is None else vocabulary.standings(self._library, facts.values())
        tokens: Counter[Share] = Counter()
        by_lemma: dict[str, list[str]] = {}
        for written, form in self._forms.items():
            each = facts[written]
            standing = standings.get((each.form_key, each.lemma_key), NEVER_SAID)
            tokens[share_of(standing, is_name=each.is_name)] += form.count
            tokens[share_of(standing, is_name=True)] += form.names
            by_lemma.setdefault(each.lemma_key, []).append(written)
        found = list(self._lemmas(by_lemma, facts, standings, lexicon))
        lemmas = Counter(share for _, share in found)
        listed = sorted((row for row, _ in found), key=lambda row: (row.count == 0, -row.worth, row.key))
        return TextVocabulary(
            tokens={share: tokens[share] for share in Share},
            lemmas={share: lemmas[share] for share in Share},
            listed=tuple(listed[: self._most]),
            left_out=len(listed[self._most :]) if self._most is not None else 0,
            has_lexicon=lexicon is not None,
        )

    def _facts(self, lexicon: Words | None, progress: Progress) -> dict[str, WordFacts]:
        forms = list(self._forms)
        facts: dict[str, WordFacts] = {}
        for start in range(0, len(forms), _LOOKED_UP_AT_ONCE):
            if self._cancelled():
                raise Cancelled
            progress(start, len(forms))
            facts |= vocabulary.facts_of(forms[start : start + _LOOKED_UP_AT_ONCE], lexicon)
        return facts

    def _lemmas(
        self,
        by_lemma: Mapping[str, Sequence[str]],
        facts: Mapping[str, WordFacts],
        standings: Mapping[tuple[str, str], Standing],
        lexicon: Words | None,
    ) -> Iterator[tuple[LemmaInText, Share]]:
        bare = {key: folded(key, "lemma") for key in by_lemma}
        zipf = {} if lexicon is None else lexicon.zipf_of(set(bare.values()))
        of_lemma = self._standings_of_lemmas(by_lemma, facts, standings)
        for key, written in by_lemma.items():
            first = facts[written[0]]
            forms = [self._forms[each] for each in written]
            count = 0 if first.is_name and of_lemma[key].scope is None else sum(form.count for form in forms)
            names = sum(form.count + form.names for form in forms) - count
            places = [place for form in forms for place in form.places]
            frequencies = [facts[each].zipf for each in written] + [zipf.get(bare[key])]
            row = LemmaInText(
                key=key,
                lemma=first.lemma,
                glosses=first.glosses,
                part_of_speech=first.part_of_speech.value,
                zipf=max((each for each in frequencies if each is not None), default=None),
                count=count,
                names=names,
                status=of_lemma[key].status,
                packed_places=_packed(sorted(places or [at for form in forms for at in form.name_places])),
            )
            yield row, share_of(of_lemma[key], is_name=count == 0)

    def _standings_of_lemmas(
        self,
        by_lemma: Mapping[str, Sequence[str]],
        facts: Mapping[str, WordFacts],
        standings: Mapping[tuple[str, str], Standing],
    ) -> dict[str, Standing]:
        """What was said of each lemma, whatever was said of its forms; asked anew where forms speak for themselves."""
        found, unsure = {}, []
        for key, written in by_lemma.items():
            said = [standings.get((facts[each].form_key, key), NEVER_SAID) for each in written]
            plain = next((each for each in said if each.scope is not WordScope.FORM), None)
            found[key] = plain or NEVER_SAID
            if plain is None:
                unsure.append(facts[written[0]]._replace(form_key=""))
        if unsure and self._library is not None:
            own = vocabulary.standings(self._library, unsure)
            found |= {key: standing for (_, key), standing in own.items()}
        return found


def _packed(places: Sequence[tuple[int, int]]) -> bytes:
    return array("I", [number for place in places[:MOST_PLACES] for number in place]).tobytes()


class _Covering:
    """Whether words, asked in the order of the text, lie within one of the spans."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans, key=lambda span: span.start)
        self._next = 0
        self._open: list[Span] = []

    def covers(self, start: int, end: int) -> bool:
        while self._next < len(self._spans) and self._spans[self._next].start < end:
            self._open.append(self._spans[self._next])
            self._next += 1
        self._open = [span for span in self._open if span.end > start]
        return bool(self._open)
