# SPDX-License-Identifier: GPL-3.0-or-later
"""Words and sentences of a text as spans.

A word is a run of letters and digits with the marks, tatweel and joiners on them, and these joined to one:

- parts of a name or compound with a hyphen between them and no space: بوغدان-مارتن, WTDC-25, كوفيد-19;
- numbers with separators: 1,500  3.14  ٢٬٥٠٠٫٧٥  10:30  12/5/2025  2026-2029  2026–2029;
- single letters with full stops between them: U.N, أ.د, ش.م.ل (the last stop stays outside);
- Latin words with a full stop inside: example.com. Not Arabic ones: there a space was forgotten (انتهى.وقال);
- letters with an apostrophe, middle dot, Hebrew geresh or gershayim inside: l'eau, צה"ל;
- parts with underscores, as in a hashtag.

A proclitic belongs to its word (``clitics`` parts them); a direction control at the edge of a word does not.
Ideographs and hiragana are a word each. A run of tatweel alone is none.

A sentence ends with ؟ ! ? . ۔ 。 or … and the closing quotation marks and brackets behind it, and at every line feed.
A full stop ends none inside a number, a name or an abbreviation (3.14, example.com, أ. د., د. هاشمي), nor before a
small Latin letter, nor does … before a comma. Spans leave out the space around a sentence.

Source: Unicode Standard Annex #29, sections 4 and 5; ``tests/text/test_unicode_word_breaks.py`` names each deviation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from reader.text import arabic
from reader.text.spans import Span

_ALONE = "\u3041-\u3096\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_OTHER_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0711\u0730-\u074a\u07a6-\u07b0"
    "\u07eb-\u07f3\u07fd\u0816-\u082d\u0859-\u085b\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983"
    "\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0"
    "\u3099\u309a\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef"
)
"""Marks of scripts that stand beside Arabic in books: Latin, Greek, Cyrillic, Hebrew, Syriac, N'Ko, Indic, Thai."""
_MARK = f"{arabic.MARK_CLASS}\u200c\u200d\u034f{_OTHER_MARKS}"
_FORMAT = "\u00ad\u061c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_SPACES = (" ", "\n", "\u00a0", "\t")
_HYPHENS = "\\-\u2010\u2011"
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"


@lru_cache(maxsize=1)
def _word_pattern() -> re.Pattern[str]:
    letter = f"[^\\W\\d_{_ALONE}]"
    either = f"[^\\W_{_ALONE}]"
    initials = f"(?:[{arabic.LETTER_CLASS}][{_MARK}]*(?:\\.[{arabic.LETTER_CLASS}][{_MARK}]*)+(?![\\w{_MARK}]))"
    core = f"(?:[^\\W{_ALONE}][{_MARK}]*)+"
    unseen = f"[{_FORMAT}{_MARK}]*"
    inner = "|".join(
        (
            f"[{_FORMAT}]*[{_HYPHENS}]{unseen}(?={either})",
            f"(?<=\\d)[{_FORMAT}]*[.,:/'\u2019٫٬\u2012\u2013\u2212]{unseen}(?=\\d)",
            f"(?<=[{_LATIN}])[.]{unseen}(?=[{_LATIN}])",
            f"(?<!\\d)['\u2019\u00b7\u2027\u05f3\u05f4]{unseen}(?={letter})",
            f'(?<=[\u05d0-\u05ea])"{unseen}(?=[\u05d0-\u05ea])',
            f"[{_FORMAT}]{unseen}(?=\\w)",
        )
    )
    word = f"(?:_[{_MARK}]*)*(?={either}){core}(?:(?:{inner}){core})*"
    return re.compile(f"(?!ـ[ـ{_MARK}]*(?!\\w))(?:{initials}|{word})|[{_ALONE}][{_MARK}]*")


_CLOSING = "»”’\"'›)\\]}﴾\u200e\u200f\u202c\u2069"
_STOP = re.compile(f"\n|(?P<mark>[.!?؟۔。！？…]+)(?:[{_CLOSING}]|\\[\\d+\\])*(?=(?P<gap>[^\\S\n]*)(?P<next>.?))")
_GOES_ON = frozenset("،,؛;:.!?؟…–—-/")
"""Before these the sentence is not over, whatever stands in front."""
_ABBREVIATIONS = frozenset(("هـ", "Dr", "Mr", "Mrs", "Ms", "Prof", "St", "No", "vol", "pp"))
"""Besides single letters, which are abbreviations wherever a full stop follows."""
_LAST_WORD = re.compile(f"[\\w{_MARK}]+$")
_LONGEST_ABBREVIATION = 12


def word_bounds(text: str) -> Iterator[tuple[int, int]]:
    """``(start, end)`` of every word in order, without the cost of a ``Span`` each."""
    return (found.span() for found in _word_pattern().finditer(text))


def words(text: str) -> list[Span]:
    return [Span(start, end) for start, end in word_bounds(text)]


def word_at(text: str, offset: int) -> Span | None:
    """The word that holds the character at ``offset``, or else the one that ends there; None between words.

    Looks no further than the spaces around the place.
    """
    start = max(text.rfind(space, 0, offset) for space in _SPACES) + 1
    ends = [end for space in _SPACES if (end := text.find(space, offset)) >= 0]
    touching = None
    for begin, end in word_bounds(text[start : min(ends, default=len(text))]):
        if start + begin <= offset < start + end:
            return Span(start + begin, start + end)
        if start + end == offset:
            touching = Span(start + begin, start + end)
    return touching


def sentences(text: str) -> list[Span]:
    """Every sentence in order; together they hold every character that is no space."""
    found = []
    start = 0
    for end in _sentence_ends(text):
        if (span := _trimmed(text, start, end)) is not None:
            found.append(span)
        start = end
    return found


def sentence_at(text: str, offset: int) -> Span | None:
    """The sentence that holds the character at ``offset``; in the space between two, the one before."""
    line_start = text.rfind("\n", 0, offset) + 1
    line_end = text.find("\n", offset)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    spans = sentences(line)
    index = bisect_right([span.start for span in spans], offset - line_start) - 1
    return spans[max(index, 0)].shifted(line_start) if spans else None


def _sentence_ends(text: str) -> Iterator[int]:
    line_start = 0
    for stop in _STOP.finditer(text):
        if stop["mark"] is None:
            line_start = stop.end()
        elif not _is_end(text, stop, line_start):
            continue
        yield stop.end()
    yield len(text)


def _is_end(text: str, stop: re.Match[str], line_start: int) -> bool:
    mark, gap, following = stop["mark"], stop["gap"], stop["next"]
    if following in _GOES_ON or text[stop.start() - 1 : stop.start()] == "(":
        return not following
    if mark.strip(".…"):
        return True
    if len(mark) > 1 or mark == "…":
        return bool(gap) and not following.islower()
    return _is_full_stop(text, stop, line_start)


def _is_full_stop(text: str, stop: re.Match[str], line_start: int) -> bool:
    """Whether a single full stop ends a sentence."""
    before = max(line_start, stop.start() - _LONGEST_ABBREVIATION)
    found = _LAST_WORD.search(text, before, stop.start())
    last_word = found[0].translate(arabic.WITHOUT_MARKS) if found else ""
    if len(last_word) == 1 and not last_word.isdigit():
        return False
    if last_word in _ABBREVIATIONS or stop["next"].islower():
        return False
    if not stop["gap"]:
        return arabic.is_arabic_letter(stop["next"]) and not last_word.isdigit()
    opens_line = found is not None and not text[line_start : found.start()].strip()
    return not (last_word.isdigit() and opens_line)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    return Span(start, end) if start < end else None
