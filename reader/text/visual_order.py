# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines stored in the order they are drawn, from left to right, and the order they are read in.

A line in visual order comes from one in logical order by the Unicode bidirectional algorithm; what stands here goes the
other way. The way back is not unique (numbers beside Latin words), so that several readings are tried, and the first
that python-bidi draws as the line stood is taken.
Source: Unicode Standard Annex #9, rules W1 to W7, N0 to N2, L2.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.text import arabic
from reader.text.direction import Direction

_SIGN_BEHIND = re.compile(r"\d[%٪]")
_LONGEST_CHECKED = 2_000
"""Code points of a line up to which its reading is proved by drawing it again."""
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_UNMIRRORED = str.maketrans("()[]{}<>«»‹›", "(([[{{<<««‹‹")
_OPENING, _CLOSING = frozenset("([{«‹"), frozenset(")]}»›")


class _Reading(NamedTuple):
    """What is taken to belong to a Latin word or number: in classes of ``_classes``, read from the right."""

    behind_latin: str
    number: str


_NUMBER = "N(?:CN|N)*"
_SIGNED = "P?N(?:[CP]N|N)*P?"
_READINGS = (
    _Reading(f"(?:B?[NCP]*N[NCP]*B?S?)?(?:{_NUMBER}S?)?", _NUMBER),
    _Reading(f"(?:{_NUMBER}[SP]?)?", _NUMBER),
    _Reading(f"(?:{_NUMBER}[SP]?)?", _SIGNED),
    _Reading("", _NUMBER),
    _Reading("", _SIGNED),
)
_BEFORE_TOO = f"(?:{_NUMBER})?"


class Logical(NamedTuple):
    """A line in reading order: ``sources[i]`` is the offset in the visual line of its character ``i``.

    ``leftward`` tells of each character whether it stands in a run from right to left, where brackets are mirrored.
    ``proved`` says that drawing the line again gives what was there, brackets aside.
    """

    sources: tuple[int, ...]
    leftward: tuple[bool, ...]
    proved: bool


def logical_order(visual: str, base: Direction) -> Logical:
    """The reading order of one line that is given as drawn, from left to right. O(n) for each reading that is tried."""
    if base is Direction.LEFT_TO_RIGHT:
        return _logical_left_to_right(visual)
    mirrored = visual[::-1]
    classes = _classes(mirrored)
    first: Logical | None = None
    for reading in _READINGS:
        found = _read(mirrored, classes, reading, proved=False)
        if len(visual) > _LONGEST_CHECKED:
            return found
        if draws_as("".join(visual[at] for at in found.sources), visual, base):
            return found._replace(proved=True)
        first = first or found
    assert first is not None
    return first


def numbers_in_order(visual: str) -> Logical:
    """The reading order of a line without letters in right-to-left text: its numbers from the right."""
    mirrored = visual[::-1]
    reading = _READINGS[-1] if _SIGN_BEHIND.search(visual) else _READINGS[-2]
    return _read(mirrored, _classes(mirrored), reading, proved=False)


def draws_as(logical: str, visual: str, base: Direction) -> bool:
    """Whether the line, drawn, gives ``visual``; which way brackets look is not compared."""
    from bidi import get_display  # type: ignore[import-untyped]  # noqa: PLC0415 - seldom needed

    if any(char in arabic.BIDI_CONTROLS or "\ud800" <= char <= "\udfff" for char in logical):
        return False
    drawn = get_display(logical, base_dir="R" if base is Direction.RIGHT_TO_LEFT else "L")
    return bool(drawn.translate(_UNMIRRORED) == visual.translate(_UNMIRRORED))


def _read(mirrored: str, classes: str, reading: _Reading, *, proved: bool) -> Logical:
    length = len(mirrored)
    order = list(range(length))
    leftward = [True] * length
    for start, end in _rightward_runs(classes, reading):
        order[start:end] = range(end - 1, start - 1, -1)
        leftward[start:end] = [False] * (end - start)
    order = _marks_kept_behind(mirrored, order)
    return Logical(tuple(length - 1 - at for at in order), tuple(leftward), proved)


def _marks_kept_behind(mirrored: str, order: list[int]) -> list[int]:
    """In a run from left to right, a mark stays behind its letter, for it was drawn there."""
    return (
        order if not any("\u0300" <= mirrored[at] <= "\u036f" for at in order) else _latin_marks_behind(mirrored, order)
    )


def _latin_marks_behind(mirrored: str, order: list[int]) -> list[int]:
    kept: list[int] = []
    waiting: list[int] = []
    for at in order:
        if "\u0300" <= mirrored[at] <= "\u036f" and not (kept and mirrored[kept[-1]].isalpha()):
            waiting.append(at)
            continue
        kept.append(at)
        kept += waiting
        waiting.clear()
    return kept + waiting


def _rightward_runs(classes: str, reading: _Reading) -> Iterator[tuple[int, int]]:
    for found in _pattern(reading).finditer(classes):
        yield found.span()


@lru_cache(maxsize=8)
def _pattern(reading: _Reading) -> re.Pattern[str]:
    latin = f"{reading.behind_latin}L(?:[^R]*L)?{_BEFORE_TOO}"
    return re.compile(f"{latin}|{reading.number}")


def _classes(text: str) -> str:
    return "".join(map(_class_of, text))


@lru_cache(maxsize=4096)
def _class_of(char: str) -> str:  # noqa: PLR0911 - a table of seven classes
    """L left-to-right letter, R right-to-left letter, N digit, C separator in numbers, P sign at numbers, B bracket."""
    kind = unicodedata.bidirectional(char)
    if kind in ("EN", "AN"):
        return "N"
    if kind in ("R", "AL"):
        return "R"
    if kind == "NSM":
        return "R" if char in arabic.MARKS else "O"
    if kind == "L":
        return "L"
    if kind == "CS":
        return "C"
    if kind in ("ET", "ES"):
        return "P"
    if char in _OPENING or char in _CLOSING:
        return "B"
    return "S" if kind == "WS" else "O"


_LEFTWARD = re.compile("R(?:[^L]*R)?")


def _logical_left_to_right(visual: str) -> Logical:
    """A line of a left-to-right paragraph: only its runs from right to left are turned."""
    classes = _classes(visual)
    order = list(range(len(visual)))
    leftward = [False] * len(visual)
    for found in _LEFTWARD.finditer(classes):
        start, end = found.span()
        inner = _read(visual[start:end][::-1], classes[start:end][::-1], _READINGS[1], proved=False)
        order[start:end] = [start + at for at in inner.sources]
        leftward[start:end] = inner.leftward
    logical = "".join(visual[at] for at in order)
    proved = len(visual) <= _LONGEST_CHECKED and draws_as(logical, visual, Direction.LEFT_TO_RIGHT)
    return Logical(tuple(order), tuple(leftward), proved)


def bracket_votes(logical: str, leftward: Sequence[bool]) -> tuple[int, int]:
    """How many brackets of right-to-left runs stand well, and how many would once they are mirrored."""
    stands = mirrored = 0
    for at, (char, turned) in enumerate(zip(logical, leftward, strict=True)):
        opens = _opens(logical, at) if turned and (char in _OPENING or char in _CLOSING) else None
        if opens is not None:
            stands += opens == (char in _OPENING)
            mirrored += opens != (char in _OPENING)
    return stands, mirrored


def _opens(logical: str, at: int) -> bool | None:
    """Whether a bracket has a word behind it and none before it, or the other way round; None where neither is so."""
    before = at > 0 and (logical[at - 1].isalnum() or logical[at - 1] in arabic.MARKS)
    behind = at + 1 < len(logical) and logical[at + 1].isalnum()
    return behind if before != behind else None


def with_brackets_turned(logical: str, leftward: Sequence[bool], *, mirrored: bool) -> str:
    """The line with each bracket of its right-to-left runs turned to the word it stands at.

    ``mirrored`` says what to do with those that no word tells about.
    """
    chars = list(logical)
    for at, turned in enumerate(leftward):
        if turned and (chars[at] in _OPENING or chars[at] in _CLOSING):
            opens = _opens(logical, at)
            if mirrored if opens is None else opens != (chars[at] in _OPENING):
                chars[at] = chars[at].translate(_MIRRORED)
    return "".join(chars)


def with_brackets_mirrored(logical: str, leftward: Sequence[bool]) -> str:
    """The line with the brackets of its right-to-left runs turned about, as they have to stand in logical order."""
    return "".join(
        char.translate(_MIRRORED) if turned else char for char, turned in zip(logical, leftward, strict=True)
    )


def marks_behind_letters(text: str, sources: Sequence[int]) -> tuple[str, list[int]]:
    """The text with every run of marks moved behind the letter that follows it: for lines whose drawing kept a mark
    behind its letter though the letters were turned. ``sources`` are moved with it."""
    letters: list[str] = []
    moved: list[int] = []
    at = 0
    while at < len(text):
        end = at
        while end < len(text) and text[end] in arabic.MARKS:
            end += 1
        marks = range(end - 1, at - 1, -1)
        if end < len(text):
            letters.append(text[end])
            moved.append(sources[end])
        letters += [text[mark] for mark in marks]
        moved += [sources[mark] for mark in marks]
        at = end + 1
    return "".join(letters), moved


# Evidence

_WORDS = re.compile(f"[{arabic.LETTER_CLASS}{arabic.MARK_CLASS}{arabic.TATWEEL}]+")
_ONLY_LAST = frozenset("ةىںے")
"""Letters that end words and begin none."""
_FREQUENT = (
    "في على إلى من أن إن عن التي الذي هذا هذه ذلك كان كانت كما لكن قد بعد بين عند حتى أو ثم غير منذ خلال وفي وقال وقد "
    "است این که را برای است شده بود می از با "
    "اور میں ہے ہیں نہیں کے کی کو سے تھا"
)
_FORWARDS = frozenset(_FREQUENT.split())
_BACKWARDS = frozenset(word[::-1] for word in _FORWARDS) - _FORWARDS - frozenset(("نم", "زا", "اب", "دعب", "دق"))
_PARTICLES = frozenset("وفبك")
"""One-letter words that are written together with the article behind them."""
_STRONG_ENDS = frozenset(".؟!؛،:…")


class Evidence(NamedTuple):
    """Signs for each order, in number of words."""

    logical: int
    visual: int

    @property
    def is_visual(self) -> bool:
        """Whether it is beyond doubt; a text in logical order has next to no sign of the other."""
        return self.visual >= 4 and self.visual >= 4 * self.logical

    @property
    def leans_visual(self) -> bool:
        """Whether a line of a text in visual order is to be taken as one: always, unless it says otherwise clearly."""
        return self.logical < 2 or self.logical <= 3 * self.visual


def order_evidence(text: str) -> Evidence:
    """What the words of a text tell of its order: letters that only end words, articles, frequent words. O(n).

    Each word is asked once, so that one that is repeated on every line decides nothing.
    """
    logical = visual = 0
    for word in {found[0].translate(arabic.WITHOUT_MARKS) for found in _WORDS.finditer(text)}:
        if len(word) < 2:
            continue
        signs = _signs_of(word)
        logical += signs.logical
        visual += signs.visual
    return Evidence(logical, visual)


@lru_cache(maxsize=16_384)
def _signs_of(word: str) -> Evidence:
    begins, ends = word[0] in _ONLY_LAST, word[-1] in _ONLY_LAST
    logical = (ends and not begins) + (word in _FORWARDS)
    visual = (begins and not ends) + (word in _BACKWARDS)
    if len(word) > 3:
        # A word in reading order may well end in لا (أصلا), one in visual order begin with ال for the same reason.
        logical += word.startswith(("ال", "لل")) or _has_article_behind_a_particle(word)
        visual += word.endswith(("لا", "لل")) or _has_article_behind_a_particle(word[::-1])
    return Evidence(int(logical), int(visual))


def _has_article_behind_a_particle(word: str) -> bool:
    """Whether it begins as والكتاب does; كلام and طلاب, read backwards, are too short for that."""
    return len(word) > 4 and word[0] in _PARTICLES and word[1:3] == "ال"


def ends_tell_words(lines: Sequence[str]) -> bool:
    """Whether only the letters of each word are turned, the words standing in reading order.

    Then full stops stand at the ends of lines; in lines that are turned as a whole they stand at the beginnings.
    """
    stripped = [line.strip() for line in lines if line.strip()]
    at_end = sum(1 for line in stripped if line[-1] in _STRONG_ENDS)
    at_start = sum(1 for line in stripped if line[0] in _STRONG_ENDS)
    return at_end > at_start


def words_turned(line: str) -> list[int]:
    """The sources of a line of which each word with Arabic letters is turned in its place."""
    sources: list[int] = []
    for found in re.finditer(r"\s+|\S+", line):
        start, end = found.span()
        turns = _WORDS.search(found[0]) is not None
        if turns:
            sources += [start + at for at in logical_order(found[0], Direction.RIGHT_TO_LEFT).sources]
        else:
            sources += range(start, end)
    return sources
