# SPDX-License-Identifier: GPL-3.0-or-later
"""Terms found in running text: several words, with clitics, with the article or without, in plural and dual.

Words are compared in their folded form (profile "search") without the article. In a text a term's first word may bear
proclitics and its last one a pronoun; each may have an ending of number and gender, and each may be a form whose lemma,
as the lexicon gives it, is the word of the term (which is how broken plurals are known). Between the words stands
nothing but space.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from reader.model.ids import TermId
from reader.text.clitics import ARTICLE, splits
from reader.text.normalise import fold
from reader.text.segment import words
from reader.text.spans import Span

LONGEST_TERM: Final = 12
"""Words; longer entries are not looked for."""
_ENDINGS: Final = {
    "ات": ("ه", ""),
    "تان": ("ه",),
    "تين": ("ه",),
    "ون": ("",),
    "ين": ("",),
    "ان": ("",),
    "يه": ("ي",),
}
"""Endings of sound plurals, duals and the feminine relative adjective, and what the word may end with without them."""
_SHORTEST_STEM: Final = 3

LemmasOf = Callable[[Collection[str]], Mapping[str, Collection[str]]]
"""The lemmas of each word, as written: ``LemmasOf(words)[word]``."""


class Why(NamedTuple):
    """What stands in the text beside the term's own words: ``proclitics`` and the ``enclitics``, as they are written,
    ``endings`` of number and gender, ``lemmas`` of words that are other forms of the term's."""

    proclitics: tuple[str, ...] = ()
    enclitics: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TermMatch:
    """A term in a text: ``span`` holds its words without clitics, in code points, half-open."""

    span: Span
    term_id: TermId
    why: Why


class _Form(NamedTuple):
    """One way of reading a word: its key without the article, and what was taken away for it.

    ``start`` and ``end`` are the stem's code points in the word.
    """

    key: str
    start: int
    end: int
    proclitics: tuple[str, ...] = ()
    enclitics: tuple[str, ...] = ()
    ending: str = ""
    lemma: str = ""


class TermIndex:
    """Terms by their first word. Cost of a question: the words of the text, and the terms that begin like them."""

    def __init__(self, terms: Iterable[tuple[TermId, Sequence[str]]]) -> None:
        """``terms`` are ids with their spellings; where two have the same words, the earlier one comes first."""
        # By the first word, then the second, "" where there is none.
        self._by_words: dict[str, dict[str, list[tuple[tuple[str, ...], TermId]]]] = {}
        for term_id, spellings in terms:
            for spelling in spellings:
                keys = term_keys(spelling)
                if keys:
                    seconds = self._by_words.setdefault(keys[0], {})
                    seconds.setdefault(keys[1] if len(keys) > 1 else "", []).append((keys, term_id))

    def find(self, text: str, lemmas_of: LemmasOf | None = None) -> list[TermMatch]:
        """The terms in the text in its order: at each place the longest, and all that have the same words there."""
        spans = words(text)
        written = [text[span.start : span.end] for span in spans]
        lemmas = lemmas_of(set(written)) if lemmas_of is not None else {}
        forms = {word: forms_of(word, tuple(lemmas.get(word, ()))) for word in set(written)}
        found: list[TermMatch] = []
        place = 0
        while place < len(spans):
            here = self._longest(text, spans, [forms[word] for word in written[place : place + LONGEST_TERM]], place)
            found += here[1]
            place += max(here[0], 1)
        return found

    def _longest(
        self, text: str, spans: Sequence[Span], forms: Sequence[Sequence[_Form]], place: int
    ) -> tuple[int, list[TermMatch]]:
        """How many words the longest term at ``place`` has, and all terms of that length."""
        longest = 0
        found: dict[TermId, TermMatch] = {}
        for first in forms[0]:
            for keys, term_id in self._beginning(first, forms):
                if len(keys) < longest or len(keys) > len(forms):
                    continue
                read = _read_on(first, keys, forms)
                if read is None or not _touch(text, spans[place : place + len(keys)]):
                    continue
                if len(keys) > longest:
                    longest, found = len(keys), {}
                found.setdefault(term_id, _match(read, spans[place : place + len(keys)], term_id))
        return longest, list(found.values())

    def _beginning(self, first: _Form, forms: Sequence[Sequence[_Form]]) -> Iterator[tuple[tuple[str, ...], TermId]]:
        """The terms that have the first word and, where they have a second one, that too."""
        seconds = self._by_words.get(first.key)
        if seconds is None:
            return
        yield from seconds.get("", ())
        if len(forms) > 1:
            for second in forms[1]:
                yield from seconds.get(second.key, ())


def term_keys(spelling: str) -> tuple[str, ...]:
    """The folded words of a term without their articles; () for what cannot be looked for."""
    found = tuple(_without_article(fold(spelling[span.start : span.end], "search").text) for span in words(spelling))
    return found if len(found) <= LONGEST_TERM and all(found) else ()


def form_key(text: str) -> str:
    """Written words in the form in which dismissals remember them."""
    return " ".join(term_keys(text))


@lru_cache(maxsize=20_000)
def forms_of(word: str, lemmas: tuple[str, ...] = ()) -> tuple[_Form, ...]:
    """The ways of reading a word, what takes least away first."""
    found: dict[str, _Form] = {}
    for form in _stems(word):
        found.setdefault(form.key, form)
        for other in _without_endings(form):
            found.setdefault(other.key, other)
    for lemma in lemmas:
        key = _without_article(fold(lemma, "search").text)
        if key and key not in found:
            found[key] = _Form(key, 0, len(word), lemma=lemma)
    return tuple(found.values())


def _stems(word: str) -> Iterator[_Form]:
    whole = fold(word, "search").text
    yield _Form(_without_article(whole), 0, len(word))
    for split in splits(word):
        if not split.proclitics and not split.enclitics:
            continue
        key = _without_article(fold(split.stem, "search").text)
        proclitics = tuple(each for each in split.proclitics if each != ARTICLE)
        if len(key) >= _SHORTEST_STEM:
            yield _Form(key, split.stem_span.start, split.stem_span.end, proclitics, split.enclitics)


def _without_endings(form: _Form) -> Iterator[_Form]:
    for ending, others in _ENDINGS.items():
        stem = form.key.removesuffix(ending)
        if stem != form.key and len(stem) >= _SHORTEST_STEM:
            for other in others:
                yield form._replace(key=stem + other, ending=ending)


def _without_article(key: str) -> str:
    return key[2:] if key.startswith(ARTICLE) and len(key) > _SHORTEST_STEM + 1 else key


def _read_on(first: _Form, keys: Sequence[str], forms: Sequence[Sequence[_Form]]) -> list[_Form] | None:
    """The readings that make the term's words of these; None where one does not.

    Only the last word may bear a pronoun, only the first one proclitics.
    """
    if first.enclitics and len(keys) > 1:
        return None
    read = [first]
    for number, key in enumerate(keys[1:], 1):
        is_last = number == len(keys) - 1
        fitting = (each for each in forms[number] if each.key == key and not each.proclitics)
        form = next((each for each in fitting if is_last or not each.enclitics), None)
        if form is None:
            return None
        read.append(form)
    return read


def _touch(text: str, spans: Sequence[Span]) -> bool:
    """Does nothing but space stand between the words?"""
    return all("\n" not in (gap := text[one.end : other.start]) and gap.isspace() for one, other in pairwise(spans))


def _match(read: Sequence[_Form], spans: Sequence[Span], term_id: TermId) -> TermMatch:
    span = Span(spans[0].start + read[0].start, spans[-1].start + read[-1].end)
    why = Why(
        proclitics=read[0].proclitics,
        enclitics=read[-1].enclitics,
        endings=tuple(form.ending for form in read if form.ending),
        lemmas=tuple(form.lemma for form in read if form.lemma),
    )
    return TermMatch(span=span, term_id=term_id, why=why)
