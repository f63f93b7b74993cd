# SPDX-License-Identifier: GPL-3.0-or-later
"""The places where a phrase occurs in a text, whatever their vowels, letter forms and clitics."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.text.clitics import ARTICLE, ENCLITICS, IMPERFECT_LETTERS, LONGEST_PROCLITICS, PROCLITICS
from reader.text.normalise import Folded, fold, folded
from reader.text.spans import Span

_FATHATAN = "\u064b"
_SOUND_ENDINGS = ("ا", "ي", "ية", "ان", "ين", "ون", "ات", "يون", "يين")
_SOUND_ENDINGS_OF_TEH_MARBUTA = ("ات", "تا", "تي", "تان", "تين")
_NUMBER_SEPARATORS = ".,:/"
_LONGEST_ENDING = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One occurrence. ``span`` leaves out the clitics that stand before and behind it, and includes every mark."""

    span: Span
    proclitics: tuple[str, ...] = ()
    enclitics: tuple[str, ...] = ()


def occurrences(text: str, phrase: str, *, whole_words: bool = True, inflected: bool = False) -> list[Match]:
    """Where ``phrase`` occurs in ``text`` as profile "match" reads both, in order, none overlapping another.

    - Proclitics before the first word: مؤتمر is found in والمؤتمر and للمؤتمر; المؤتمر in للمؤتمر (as لمؤتمر).
    - A pronoun behind the last word: مدرسة is found in مدرستنا (as مدرست). The pronoun ي only behind ة, for behind
      other nouns it makes adjectives (عراقي); see ``inflected``.
    - The alef of a written tanwin (وزيراً) belongs to the word.
    - Between words any space but a line feed; where the first word gained an article, the others may too.
    - ``whole_words``: nothing else may stand before or behind; a hyphen parts words. Without it any place counts.
    - ``inflected``: sound plurals, duals and the adjective in ـي count as well, with their ending in the span.

    O(n); about 0.1 s for a million characters.
    """
    return occurrences_in(fold(text, "match"), phrase, whole_words=whole_words, inflected=inflected)


def occurrences_in(form: Folded, phrase: str, *, whole_words: bool = True, inflected: bool = False) -> list[Match]:
    """``occurrences`` in a text that was folded before, by profile "match"; for many phrases on one text."""
    found = [match for wanted in _variants(phrase, inflected=inflected) for match in wanted.find_in(form, whole_words)]
    found.sort(key=lambda match: (match.span.start, -match.span.end))
    kept: list[Match] = []
    for match in found:
        if not kept or match.span.start >= kept[-1].span.end:
            kept.append(match)
    return kept


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ending:
    """What may stand behind the unchanging part of the last word: ``length`` characters of it belong to the word."""

    length: int
    enclitics: tuple[str, ...] = ()
    needs_tanwin: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """A folded phrase prepared for the search. ``core`` is what never changes of its beginning."""

    core: str
    rest: re.Pattern[str] | None
    rest_with_articles: re.Pattern[str] | None
    lefts: dict[str, tuple[str, ...]]
    endings: dict[str, _Ending]
    plain_ending: str

    def find_in(self, form: Folded, whole_words: bool) -> Iterator[Match]:
        letters = form.text
        at = letters.find(self.core)
        while at >= 0:
            place = self._whole(form, at) or (None if whole_words else self._anywhere(letters, at))
            if place is not None:
                end, proclitics, enclitics = place
                span = form.map.source_span(Span(at, end))
                if span is not None:
                    yield Match(span=span, proclitics=proclitics, enclitics=enclitics)
            at = letters.find(self.core, at + 1)

    def _whole(self, form: Folded, at: int) -> tuple[int, tuple[str, ...], tuple[str, ...]] | None:
        letters = form.text
        proclitics = self._proclitics(letters, at)
        if proclitics is None:
            return None
        core_end = self._core_end(letters, at, with_articles=ARTICLE in proclitics)
        if core_end is None:
            return None
        behind = _run_behind(letters, core_end)
        ending = self.endings.get(behind)
        if ending is None or (ending.enclitics and ARTICLE in proclitics):
            return None
        if ending.needs_tanwin and not _has_tanwin(form, core_end + len(behind)):
            return None
        if not behind and _parts_a_number(letters, core_end):
            return None
        return core_end + ending.length, proclitics, ending.enclitics

    def _proclitics(self, letters: str, at: int) -> tuple[str, ...] | None:
        if not _is_wordlike(self.core[0]):
            return ()
        before = _run_before(letters, at)
        if not before and _parts_a_number(letters, at - 1):
            return None
        return self.lefts.get(before)

    def _core_end(self, letters: str, at: int, *, with_articles: bool) -> int | None:
        rest = self.rest_with_articles if with_articles else self.rest
        if rest is None:
            return at + len(self.core)
        found = rest.match(letters, at + len(self.core))
        return found.end() if found else None

    def _anywhere(self, letters: str, at: int) -> tuple[int, tuple[str, ...], tuple[str, ...]] | None:
        end = self._core_end(letters, at, with_articles=False)
        if end is None or not letters.startswith(self.plain_ending, end):
            return None
        return end + len(self.plain_ending), (), ()


def _variants(phrase: str, *, inflected: bool) -> Iterator[_Wanted]:
    words = folded(phrase, "match").split()
    if not words:
        return
    has_article = folded(phrase, "lemma").lstrip().startswith(ARTICLE) and len(words[0]) > len(ARTICLE) + 1
    lefts = {
        written: parts
        for written, parts in PROCLITICS.items()
        if not (has_article and ARTICLE in parts) and not ("س" in parts and words[0][0] not in IMPERFECT_LETTERS)
    }
    yield _wanted(words, lefts, has_article=has_article, inflected=inflected)
    if has_article:
        after_lam = {written: parts for written, parts in lefts.items() if parts and parts[-1] == "ل"}
        swallowed = words[0][2:] if words[0][2] == "ل" else words[0][1:]
        yield _wanted([swallowed, *words[1:]], after_lam, has_article=True, inflected=inflected)


def _wanted(words: list[str], lefts: dict[str, tuple[str, ...]], *, has_article: bool, inflected: bool) -> _Wanted:
    last = words[-1]
    changing = last[-1] if len(last) > 2 and last[-1] in "ةيء" else ""
    unchanged = [*words[:-1], last.removesuffix(changing)]
    return _Wanted(
        core=unchanged[0],
        rest=_rest(unchanged[1:], article="") if len(words) > 1 else None,
        rest_with_articles=_rest(unchanged[1:], article=f"(?:{ARTICLE})?") if len(words) > 1 else None,
        lefts=lefts,
        endings=_endings(
            changing, definite=has_article if len(words) == 1 else last.startswith(ARTICLE), inflected=inflected
        ),
        plain_ending=changing,
    )


def _rest(words: list[str], *, article: str) -> re.Pattern[str]:
    optional = ["" if word.startswith(ARTICLE) else article for word in words]
    pairs = zip(optional, words, strict=True)
    return re.compile("".join(f"[^\\S\\n]+{before}{re.escape(word)}" for before, word in pairs))


def _endings(changing: str, *, definite: bool, inflected: bool) -> dict[str, _Ending]:
    endings = {changing: _Ending(length=len(changing))} if changing else {"": _Ending(length=0)}
    if definite:
        return endings
    before_pronoun = {"": ("",), "ة": ("ت",), "ي": ("ي", "ا"), "ء": ("ء", "ؤ", "ئ")}[changing]
    for written in before_pronoun:
        for pronoun in ENCLITICS:
            if pronoun != "ي" or changing == "ة":
                endings[written + pronoun] = _Ending(length=len(written), enclitics=(pronoun,))
    if changing != "ة":
        endings[changing + "ا"] = _Ending(length=len(changing) + 1, needs_tanwin=True)
    if inflected:
        sound = _SOUND_ENDINGS_OF_TEH_MARBUTA if changing == "ة" else [changing + ending for ending in _SOUND_ENDINGS]
        for ending in sound:
            endings[ending] = _Ending(length=len(ending))
    return endings


def _run_before(letters: str, at: int) -> str:
    """The letters and digits right before ``at``: proclitics if they are few, the rest of another word if not."""
    start = at
    while start and at - start <= LONGEST_PROCLITICS and _is_wordlike(letters[start - 1]):
        start -= 1
    return letters[start:at]


def _run_behind(letters: str, at: int) -> str:
    if not _is_wordlike(letters[at - 1]):
        return ""
    end = at
    while end < len(letters) and end - at <= _LONGEST_ENDING and _is_wordlike(letters[end]):
        end += 1
    return letters[at:end]


def _is_wordlike(char: str) -> bool:
    return char.isalnum() or char == "_"


def _parts_a_number(letters: str, at: int) -> bool:
    """Whether the character is a separator between two digits."""
    return (
        0 < at < len(letters) - 1
        and letters[at] in _NUMBER_SEPARATORS
        and letters[at - 1].isdigit()
        and letters[at + 1].isdigit()
    )


def _has_tanwin(form: Folded, end: int) -> bool:
    """Whether the alef that ends at ``end`` of the folded text, or the letter before it, carries a fathatan."""
    return _FATHATAN in form.original[form.map.source_start(end - 2) : form.map.source_end(end)]
