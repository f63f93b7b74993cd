# SPDX-License-Identifier: GPL-3.0-or-later
"""People's names: a chain of name parts after a given name, a title, an office or a patronymic word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.recognisers.base import PERSON, ROLE, Finding, finding
from reader.recognisers.lexicon import (
    COMMON,
    COUNTRY,
    DEFINITE_ORGANISATION_HEAD,
    DEFINITE_ROLE_HEAD,
    EVENT_HEAD,
    FUNCTION_WORD,
    GIVEN_NAME,
    HONORIFIC,
    NAME_PART,
    NATIONALITY,
    ORGANISATION_HEAD,
    PLACE,
    ROLE_HEAD,
    VERB,
    words,
)
from reader.recognisers.numerals import ordinal_at
from reader.recognisers.phrases import is_adjective, is_unknown_name
from reader.recognisers.roles import honorific_at
from reader.recognisers.tokens import Kind, Reading, Tokens, Word

SOURCE: Final = "names"
LONGEST_NAME: Final = 14
_LONGEST_RULER: Final = 2
_CONNECTORS: Final = frozenset(words("بن ابن بنت ابو ابي ابا ام ال ولد عبد فان فون دو دي دا دوس ديل لا لو ماك او مير"))
_STARTING_CONNECTORS: Final = frozenset(words("ابو ابي ابا عبد ابن ام"))
_PATRONYMICS: Final = frozenset(("بن", "ابن", "بنت"))
_OF_DESCENT: Final = NAME_PART | NATIONALITY | COMMON | GIVEN_NAME | PLACE
_SECOND_HALVES: Final = frozenset(("الله", "الدين"))
"""What makes one name of the word before it: "نصر الله", "صلاح الدين"."""
_OF_GOD: Final = frozenset(("بالله",))
_BEFORE_GOD: Final = frozenset(words("بامر لدين باحكام لاعزاز لامر باذن"))
"""What goes on a caliph's name: "المعتضد بالله", "الحاكم بأمر الله"."""
_FAITH_NAMES: Final = frozenset(
    words(
        "صلاح نور عز علاء جمال شمس بدر تاج تقي جلال حسام خير زين سعد سيف شرف شهاب صدر ضياء عماد فخر قطب كمال محيي محي "
        "ناصر نجم نصر نظام ركن رشيد بهاء برهان اسد"
    )
)
"""First halves of names with "الدين"."""
RARELY_TITLES: Final = frozenset(("العالم", "الحارس", "الكاتب", "المدافع", "الفريق"))
"""Titles that are other words as often: only a given name behind them counts."""
_HYPHENS: Final = frozenset("-‐‑–")
_FATHATAN: Final = "\u064b"
"""On an indefinite accusative, which a name inside a chain hardly is."""
_NEVER: Final = FUNCTION_WORD | VERB
_NOT_A_NAME: Final = (
    _NEVER | ROLE_HEAD | DEFINITE_ROLE_HEAD | HONORIFIC | ORGANISATION_HEAD | DEFINITE_ORGANISATION_HEAD
)
_UNLIKELY_LATER: Final = EVENT_HEAD | ORGANISATION_HEAD | DEFINITE_ORGANISATION_HEAD | DEFINITE_ROLE_HEAD


class PeopleStage:
    """Finds people; needs the roles found before, for a name may follow one without being known."""

    def find(self, tokens: Tokens, found: Sequence[Finding]) -> list[Finding]:
        role_ends = {each.after for each in found if each.tag == ROLE}
        taken = {index for each in found if each.tag != ROLE for index in range(each.first, each.after)}
        results: list[Finding] = []
        index = 0
        while index < len(tokens):
            named = _titled(tokens, index) or _named(tokens, index, role_ends, taken)
            results.extend(named)
            index = max(index + 1, named[-1].after if named else 0)
        return results


def _titled(tokens: Tokens, index: int) -> list[Finding]:
    """A title and the name behind it: "الدكتور هاشمي", "الرئيس بوش"; [] when no name follows."""
    if not tokens.words[index].any_flags & (HONORIFIC | DEFINITE_ROLE_HEAD):
        return []
    last = index
    titles: list[Finding] = []
    while last < min(index + 3, len(tokens)) and (title := honorific_at(tokens, last)):
        titles.append(title)
        last += 1
    for start in range(last, index, -1):
        after = after_name(tokens, start, trusted=True)
        if after > start and (_is_title(tokens.words[start - 1]) or tokens.words[start].flags & GIVEN_NAME):
            reason = f"name after “{tokens.words[start - 1].form}”"
            person = _person(tokens, start, after, confidence=0.78, reason=reason)
            return [*titles[: start - index], *person]
    return []


def _is_title(word: Word) -> bool:
    return word.key not in RARELY_TITLES


def _named(tokens: Tokens, index: int, role_ends: set[int], taken: set[int]) -> list[Finding]:
    word = tokens.words[index]
    if word.kind is not Kind.ARABIC or (index in taken and not word.flags & GIVEN_NAME) or _FATHATAN in word.form:
        return []
    if index in role_ends and (after := after_name(tokens, index, trusted=True)) > index:
        return _person(tokens, index, after, confidence=0.8, reason="name after an office")
    reading = _starting_reading(tokens, index)
    if reading is None:
        return []
    after = after_name(tokens, index, trusted=False)
    if after > index + 1:
        return _full_name(tokens, index, after, reading)
    return _given_name(tokens, index, after, reading, taken)


def _full_name(tokens: Tokens, index: int, after: int, reading: Reading) -> list[Finding]:
    """The name of several parts; [] when the first is a common word too, and the second no sure name."""
    following = tokens.words[index + 1]
    connected = following.key in _CONNECTORS or following.key in _SECOND_HALVES or reading.key in _STARTING_CONNECTORS
    if reading.flags & COMMON and not connected and not _is_surely_name(following):
        return []
    known = any(word.flags & NAME_PART for word in tokens.words[index + 1 : after])
    confidence = 0.85 if known else 0.7
    reason = "given name and what follows"
    return _person(tokens, index, after, confidence=confidence, reason=reason, skip=reading.skip)


def _given_name(tokens: Tokens, index: int, after: int, reading: Reading, taken: set[int]) -> list[Finding]:
    """A given name alone, or behind an unknown word that goes with it."""
    before = _before_given(tokens, index, taken) if after == index + 1 else index
    if before < index:
        return _person(tokens, before, after, confidence=0.6, reason="unknown word and given name")
    if after != index + 1 or index in taken or not reading.flags & GIVEN_NAME:
        return []
    if reading.flags & (COMMON | PLACE | NATIONALITY):
        return []
    return _person(tokens, index, after, confidence=0.5, reason="given name", skip=reading.skip)


def _before_given(tokens: Tokens, index: int, taken: set[int]) -> int:
    """Where the name begins when a word before a given name is likely a name too: "سكارليت أوهارا"."""
    before = index - 1
    if before < 0 or before in taken or not tokens.words[index].flags & GIVEN_NAME:
        return index
    word = tokens.words[before]
    is_name = word.kind is Kind.ARABIC and not _is_joined(word) and not word.flags and is_unknown_name(tokens, before)
    return before if is_name and not tokens.words[index].flags & (COMMON | PLACE) else index


def _starting_reading(tokens: Tokens, index: int) -> Reading | None:
    """The reading with which a name may begin here: as written, or behind a proclitic when the whole is no word."""
    word = tokens.words[index]
    if word.any_flags & VERB:
        return None
    if word.flags & _NOT_A_NAME:
        both = word.flags & ROLE_HEAD and word.flags & GIVEN_NAME and index + 1 < len(tokens)
        following = tokens.words[index + 1] if both else None
        return word.readings[0] if following and following.flags & NAME_PART else None
    begins = word.key in _STARTING_CONNECTORS or _begins_known_pair(tokens, index) or _names_faith(tokens, index)
    if begins or word.flags & GIVEN_NAME:
        return word.readings[0]
    if word.flags:
        return None
    for reading in word.readings[1:]:
        if reading.flags & GIVEN_NAME or reading.key in _STARTING_CONNECTORS:
            return None if reading.flags & _NOT_A_NAME else reading
    return None


def _names_faith(tokens: Tokens, index: int) -> bool:
    """Does "صلاح الدين" or its like stand here?"""
    if tokens.words[index].key not in _FAITH_NAMES or index + 1 >= len(tokens):
        return False
    return tokens.words[index + 1].key == "الدين"


def _begins_known_pair(tokens: Tokens, index: int) -> bool:
    """Is the word a name part before another, so that both are one name: "كريستيانو رونالدو"?"""
    word = tokens.words[index]
    if not word.flags & NAME_PART or word.definite or word.flags & (COMMON | PLACE | NATIONALITY):
        return False
    if index + 1 >= len(tokens):
        return False
    following = tokens.words[index + 1]
    if following.definite or following.flags & (COMMON | PLACE | NATIONALITY | _NOT_A_NAME):
        return False
    return bool(following.flags & NAME_PART)


def after_name(tokens: Tokens, start: int, *, trusted: bool = False) -> int:
    """The index behind the name that begins at ``start``, or ``start``.

    ``trusted`` says that a title or office stands before, so that the first part may be any word but a common one.
    """
    if trusted and not _may_begin_trusted(tokens, start):
        return start
    end = start + 1
    if tokens.words[start].key in _CONNECTORS or any(
        r.key in _STARTING_CONNECTORS for r in tokens.words[start].readings
    ):
        end = _after_connected(tokens, start)
        if end == start:
            return start
    elif end < len(tokens) and tokens.words[end].key == "الدين":
        end += 1
    unknown = 0
    while end < min(start + LONGEST_NAME, len(tokens)):
        following, is_unknown = _after_part(tokens, end)
        unknown += is_unknown
        if following == end or unknown > 2:
            break
        end = following
    return _after_regnal_number(tokens, start, _after_descent(tokens, start, end))


def _after_descent(tokens: Tokens, start: int, end: int) -> int:
    """The index behind "الرازي" in "محمد بن زكريا الرازي": where one comes from, behind a patronymic; else ``end``."""
    if not any(word.key in _PATRONYMICS for word in tokens.words[start:end]):
        return end
    last = end + 2
    while end < min(last, len(tokens)):
        word = tokens.words[end]
        is_descent = word.key.startswith("ال") and word.key.endswith("ي") and len(word.key) > 4
        if not is_descent or word.flags & ~_OF_DESCENT:
            break
        end += 1
    return end


def _after_regnal_number(tokens: Tokens, start: int, end: int) -> int:
    """The index behind "السادس" in "محمد السادس", "الرابع عشر" in "لويس الرابع عشر"; else ``end``."""
    may_reign = end - start <= _LONGEST_RULER and tokens.words[start].flags & GIVEN_NAME
    ordinal = ordinal_at(tokens, end) if may_reign else None
    return ordinal[0] if ordinal else end


def _after_part(tokens: Tokens, index: int) -> tuple[int, bool]:
    """The index behind one more part of a name at ``index``, or ``index``; and whether the part is unknown."""
    word = tokens.words[index]
    if word.form in _HYPHENS:
        return _after_hyphen(tokens, index), False
    if word.kind is not Kind.ARABIC:
        return index, False
    of_god = _after_of_god(tokens, index)
    if of_god > index or word.flags & _NEVER or _is_joined(word) or _FATHATAN in word.form:
        return of_god, False
    if word.key in _CONNECTORS:
        return _after_connected(tokens, index), False
    two_halves = index + 1 < len(tokens) and tokens.words[index + 1].key in _SECOND_HALVES
    if two_halves or _is_known_part(tokens, index):
        return index + 1 + two_halves, False
    is_unknown = _is_unknown_part(tokens, index)
    return (index + 1 if is_unknown else index), is_unknown


def _after_of_god(tokens: Tokens, index: int) -> int:
    """The index behind "بالله", "بأمر الله" at ``index``, or ``index``."""
    key = tokens.words[index].key
    if key in _OF_GOD:
        return index + 1
    is_first = key in _BEFORE_GOD and index + 1 < len(tokens) and tokens.words[index + 1].key == "الله"
    return index + 2 if is_first else index


def _after_hyphen(tokens: Tokens, index: int) -> int:
    """The index behind "-مارتن" written on without a space, or ``index``."""
    following = index + 1
    joined = tokens.touches(index) and following < len(tokens) and tokens.touches(following)
    return index + 2 if joined and tokens.words[following].kind is Kind.ARABIC else index


def _is_known_part(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    if word.flags & (_UNLIKELY_LATER | ROLE_HEAD) and not word.flags & GIVEN_NAME:
        return False
    return bool(word.flags & NAME_PART) and _is_likely_part(tokens, index)


def _is_unknown_part(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    if word.flags & (_UNLIKELY_LATER | ROLE_HEAD | NAME_PART | COMMON | PLACE | COUNTRY):
        return False
    if word.definite:
        return word.key.startswith("ال") and not word.stem_common and not word.flags & NATIONALITY
    return is_unknown_name(tokens, index)


def _is_surely_name(word: Word) -> bool:
    """Known from names, or unknown and like no ordinary word."""
    return bool(word.flags & NAME_PART) or not (word.flags or word.stem_common)


def _is_joined(word: Word) -> bool:
    """Is it likely another word behind "و", "ب"…, and no part of a name?"""
    if word.flags:
        return False
    return (word.key.startswith("و") and len(word.key) > 3) or any(reading.flags for reading in word.readings[1:])


def _is_likely_part(tokens: Tokens, index: int) -> bool:
    """Is this word, known from names, a name here, though it may be a common word or an adjective too?"""
    word = tokens.words[index]
    if word.flags & COUNTRY:
        return False
    if word.flags & GIVEN_NAME or not (word.flags & COMMON or word.stem_common):
        return True
    if word.flags & NATIONALITY:
        return False
    return not is_adjective(tokens, index)


def _after_connected(tokens: Tokens, index: int) -> int:
    """The index behind "بن محمد", "عبد الله", "أبو الفتح": a connector with its name, or ``index``."""
    following = index + 1
    if following < len(tokens) and tokens.words[following].key in _CONNECTORS:
        following += 1
    if following >= len(tokens):
        return index
    word = tokens.words[following]
    if word.kind is not Kind.ARABIC or word.flags & (_NEVER & ~VERB) or len(word.key) < 2:
        return index
    return following + 1


def _may_begin_trusted(tokens: Tokens, index: int) -> bool:
    if index >= len(tokens):
        return False
    word = tokens.words[index]
    if word.kind is Kind.ARABIC and index + 1 < len(tokens) and _after_hyphen(tokens, index + 1) > index + 1:
        return not word.flags & (COMMON | COUNTRY | NATIONALITY) or bool(word.flags & FUNCTION_WORD)
    if word.kind is not Kind.ARABIC or word.flags & (_NOT_A_NAME | COUNTRY) or word.key == "باسم" or _is_joined(word):
        return False
    if word.flags & GIVEN_NAME or word.key in _STARTING_CONNECTORS:
        return True
    if word.definite:
        is_name = word.flags & NAME_PART and not word.flags & (PLACE | NATIONALITY)
        return bool(is_name) and not word.stem_common
    return not word.flags & PLACE and (bool(word.flags & NAME_PART) or is_unknown_name(tokens, index))


def _person(tokens: Tokens, first: int, after: int, *, confidence: float, reason: str, skip: int = 0) -> list[Finding]:
    found = finding(tokens, first, after, PERSON, source=SOURCE, confidence=confidence, reason=reason, skip=skip)
    return [found]
