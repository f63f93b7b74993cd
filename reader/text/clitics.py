# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways a written word may be parted into proclitics, stem and enclitic, without a dictionary.

Proclitics, outermost first: a conjunction (و ف), then one of: a preposition (ب ك ل), the article, a preposition with
the article (بال كال لل), the future س. Enclitics: the pronouns ه ها هما هم هن ك كما كم كن ي ني نا.

A split is plausible when
- the stem keeps two letters, three after س and after ب ك ل without an article, and before ي and ني;
- no pronoun follows a noun with the article;
- the stem after س begins as an imperfect verb does: ي ت ن أ;
- written vowels do not speak against it: وَ فَ سَ كَ بِ لِ لَ, and never shadda or sukun on a proclitic.

The stem is spelled as it would stand alone (profile "lemma"): the article that ل swallowed returns (للقاهرة → القاهرة,
للغة → اللغة), and before a pronoun ت may be ة, ا may be ى, ؤ or ئ may be ء, و may be وا. Every such reading is a
split of its own.
Source: W. Wright, A Grammar of the Arabic Language, 3rd edition, volume I: suffixed pronouns, inseparable particles.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reader.text import arabic
from reader.text.normalise import Folded, fold
from reader.text.spans import Span

ARTICLE = "ال"
_CONJUNCTIONS = ("", "و", "ف")
_INNER = {
    "": (),
    "ب": ("ب",),
    "ك": ("ك",),
    "ل": ("ل",),
    "س": ("س",),
    ARTICLE: (ARTICLE,),
    "بال": ("ب", ARTICLE),
    "كال": ("ك", ARTICLE),
    "لل": ("ل", ARTICLE),
}
PROCLITICS: dict[str, tuple[str, ...]] = {
    conjunction + written: ((conjunction,) if conjunction else ()) + parts
    for conjunction in _CONJUNCTIONS
    for written, parts in _INNER.items()
}
"""Every chain of proclitics as it is written, with its parts; the empty one included."""
LONGEST_PROCLITICS = max(map(len, PROCLITICS))
ENCLITICS = ("ه", "ها", "هما", "هم", "هن", "ك", "كما", "كم", "كن", "ي", "ني", "نا")
IMPERFECT_LETTERS = "يتنأاآ"
"""What a verb after س can begin with, folded or not."""

_VOWELS = {"و": "\u064e", "ف": "\u064e", "س": "\u064e", "ك": "\u064e", "ب": "\u0650", "ل": "\u064e\u0650"}
_BEFORE_PRONOUN = {"ت": "ة", "ا": "ى", "ؤ": "ء", "ئ": "ء"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CliticSplit:
    """One reading of a word: ``stem_span`` is the stem as written, marks included; ``stem`` is its spelling alone."""

    proclitics: tuple[str, ...]
    stem: str
    enclitics: tuple[str, ...]
    stem_span: Span


def splits(word: str) -> list[CliticSplit]:
    """Every plausible reading, the one without clitics first, then the fewer letters parted off the earlier."""
    return list(_splits(word))


@lru_cache(maxsize=8192)
def _splits(word: str) -> tuple[CliticSplit, ...]:
    form = fold(word, "lemma")
    if not form.text:
        return ()
    if not set(form.text) & arabic.LETTERS:
        return (CliticSplit(proclitics=(), stem=form.text, enclitics=(), stem_span=Span(0, len(word))),)
    bounds = [(start, end) for start in _stem_starts(form) for end in _stem_ends(form.text, start)]
    bounds.sort(key=lambda bound: bound[0] - bound[1])
    return tuple(split for start, end in bounds for split in _readings(form, start, end))


def _stem_starts(form: Folded) -> list[int]:
    """Where a stem can begin, in the folded word."""
    letters = form.text
    return [
        length
        for length in range(min(LONGEST_PROCLITICS, len(letters) - 1) + 1)
        if (parts := PROCLITICS.get(letters[:length])) is not None
        and len(letters) - length >= _shortest_stem(parts, letters[length])
        and ("س" not in parts or letters[length] in IMPERFECT_LETTERS)
        and _vowels_agree(form, parts)
    ]


def _shortest_stem(parts: tuple[str, ...], first: str) -> int:
    if not parts:
        return 1
    may_hide_article = parts[-1] == first == "ل"
    return 3 if parts[-1] in ("ب", "ك", "ل", "س") and not may_hide_article else 2


def _vowels_agree(form: Folded, parts: tuple[str, ...]) -> bool:
    """Whether the vowels written on the proclitics, if any, are the ones these have."""
    for at, part in enumerate(parts):
        cluster = form.original[form.map.source_start(at) : form.map.source_end(at + 1)]
        if part != ARTICLE and not arabic.HARAKAT.intersection(cluster) <= set(_VOWELS[part]):
            return False
    return True


def _stem_ends(letters: str, start: int) -> list[int]:
    """Where the stem that begins at ``start`` can end, in the folded word."""
    ends = [len(letters)]
    proclitics = PROCLITICS[letters[:start]]
    if ARTICLE in proclitics:
        return ends
    for pronoun in ENCLITICS:
        end = len(letters) - len(pronoun)
        shortest = max(_shortest_stem(proclitics, letters[start]), 3 if pronoun in ("ي", "ني") else 2)
        if letters.endswith(pronoun) and end - start >= shortest:
            ends.append(end)
    return ends


def _readings(form: Folded, start: int, end: int) -> Iterator[CliticSplit]:
    """The splits whose stem is written from ``start`` to ``end`` of the folded word."""
    proclitics = PROCLITICS[form.text[:start]]
    enclitics = (form.text[end:],) if end < len(form.text) else ()
    span = form.map.source_span(Span(start, end)) or Span(0, len(form.original))
    for stem in _spellings(form.text[start:end], proclitics, enclitics):
        yield CliticSplit(proclitics=proclitics, stem=stem, enclitics=enclitics, stem_span=span)


def _spellings(written: str, proclitics: tuple[str, ...], enclitics: tuple[str, ...]) -> Iterator[str]:
    yield written
    if enclitics and written[-1] in _BEFORE_PRONOUN:
        yield written[:-1] + _BEFORE_PRONOUN[written[-1]]
    elif enclitics and written[-1] == "و":
        yield written + "ا"
    elif not enclitics and written[0] == "ل" and proclitics[-1:] == ("ل",):
        yield "ا" + written
        yield ARTICLE + written
