# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a noun phrase ends: construct states, definite adjectives, "لل…" and coordination, looked at word by word.

Every function looks at a bounded number of tokens, so that a stage that asks at each token stays linear.
"""

from __future__ import annotations

import re
from typing import Final

from reader.recognisers.lexicon import (
    COMMON,
    COUNTRY,
    DEFINITE_ORGANISATION_HEAD,
    DEFINITE_ROLE_HEAD,
    EVENT_HEAD,
    FUNCTION_WORD,
    GIVEN_NAME,
    HONORIFIC,
    INSTITUTION_ADJECTIVE,
    NAME_PART,
    NATIONALITY,
    ORGANISATION_HEAD,
    PLACE,
    ROLE_HEAD,
    VERB,
    WEAK_PLACE,
    words,
)
from reader.recognisers.tokens import Kind, Reading, Tokens

LONGEST_PHRASE: Final = 14
ACRONYM: Final = re.compile(r"[A-Z][A-Z0-9&]*[A-Z0-9](?:-\d{2,4})?")
_ENDS_PHRASE: Final = FUNCTION_WORD | VERB | ROLE_HEAD | DEFINITE_ROLE_HEAD | HONORIFIC
_BEGINS_ANOTHER: Final = ORGANISATION_HEAD | DEFINITE_ORGANISATION_HEAD | EVENT_HEAD | ROLE_HEAD | DEFINITE_ROLE_HEAD
_NAMES: Final = GIVEN_NAME | NAME_PART | PLACE | WEAK_PLACE | COUNTRY
_PURPOSES: Final = frozenset(
    words(
        "تنميه تطوير رعايه حمايه حقوق مكافحه دعم تنظيم اداره كره علوم بحوث دراسات شوون سباقات رياضه حفظ نشر تحرير "
        "فنون صناعه تجاره سلامه امن ضمان تشجيع ترويج تمويل صيانه جوده تقنيه تكنولوجيا هندسه طب علم سينما مسرح كتاب "
        "ترجمه مخطوطات وثايق تراث منع حظر نزع تعليم اعمار اعاده ذوي مراقبه رقابه مواجهه ابحاث"
    )
)
"""What stands behind "ل" in the names of bodies and meetings; a masdar behind it elsewhere says what for."""
_ONE: Final = frozenset(("واحد", "واحده", "واحدا"))
_JOINED: Final = ("وال", "ولل", "ول", "وب")
"""How words behind "و" begin, which names hardly do."""
_ORDINALS_IN_YA: Final = frozenset(("الثاني", "الثانيه", "الحادي", "الحاديه"))
_WEEKDAYS: Final = frozenset(words("الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت"))


def is_noun(tokens: Tokens, index: int) -> bool:
    """Is there an Arabic word, without proclitics, that may stand inside a name?"""
    if index >= len(tokens):
        return False
    word = tokens.words[index]
    return word.kind is Kind.ARABIC and not word.flags & _ENDS_PHRASE and word.key not in _WEEKDAYS


def is_definite_noun(tokens: Tokens, index: int) -> bool:
    """A noun with the article and nothing before it."""
    return is_noun(tokens, index) and _with_article(tokens.words[index].key)


def is_indefinite_noun(tokens: Tokens, index: int) -> bool:
    """A common noun without the article, as in the construct state."""
    if not is_noun(tokens, index):
        return False
    word = tokens.words[index]
    return not word.definite and bool(word.flags & COMMON) and not word.flags & NATIONALITY


def is_unknown_name(tokens: Tokens, index: int) -> bool:
    """A word that the lexicon does not know as common: likely a foreign name."""
    if index >= len(tokens):
        return False
    word = tokens.words[index]
    if word.kind is Kind.LATIN:
        return len(word.key) > 1
    if word.kind is not Kind.ARABIC or word.definite or word.stem_common or len(word.key) < 3:
        return False
    return word.key not in _ONE and not (len(word.key) > 5 and word.key.startswith(_JOINED))


def is_adjective(tokens: Tokens, index: int) -> bool:
    """A definite adjective of nation, institution or, by its ending, of relation."""
    if index >= len(tokens):
        return False
    word = tokens.words[index]
    if word.kind is not Kind.ARABIC or not _with_article(word.key) or word.flags & (FUNCTION_WORD | VERB):
        return False
    if word.flags & (INSTITUTION_ADJECTIVE | NATIONALITY):
        return True
    if word.key in _ORDINALS_IN_YA:
        return False
    is_relation = word.key.endswith(("ي", "يه")) and len(word.key) > 5
    return is_relation and not word.flags & (DEFINITE_ROLE_HEAD | HONORIFIC | NAME_PART)


def is_nationality(tokens: Tokens, index: int) -> bool:
    return index < len(tokens) and bool(tokens.words[index].flags & NATIONALITY)


def after_adjectives(tokens: Tokens, index: int) -> int:
    """The index behind the definite adjectives that begin at ``index``, three at most."""
    end = index
    while end < index + 3 and is_adjective(tokens, end):
        end += 1
    return end


def after_genitive(tokens: Tokens, index: int) -> int:
    """The index behind "[noun] [noun] the-noun the-adjective…" from ``index``, or ``index`` when none stands there."""
    end = index
    while end < index + 2 and is_indefinite_noun(tokens, end):
        end += 1
    return after_adjectives(tokens, end + 1) if is_definite_noun(tokens, end) else index


def after_coordination(tokens: Tokens, index: int) -> int:
    """The index behind further members of a name ("وتكنولوجيا المعلومات", "والثقافة والعلوم"), or ``index``."""
    end = index
    while end < index + LONGEST_PHRASE and (member := _member(tokens, end)) > end:
        end = member
    return end


def after_complement(tokens: Tokens, index: int, *, any_purpose: bool = False) -> int:
    """The index behind "للاتصالات", "لتنمية الاتصالات", "للتربية والعلوم" at ``index``, or ``index``.

    ``any_purpose`` lets any noun stand behind "ل", not only those that names are made of.
    """
    reading = _after_lam(tokens, index)
    if reading is None or reading.flags & (_ENDS_PHRASE | _BEGINS_ANOTHER):
        return index
    if _with_article(reading.key):
        if index + 1 < len(tokens) and tokens.words[index + 1].key == "عن":
            about = after_genitive(tokens, index + 2)
            return about if about > index + 2 else index
        return after_coordination(tokens, after_adjectives(tokens, index + 1))
    names_purpose = reading.key in _PURPOSES or (any_purpose and not reading.flags & _NAMES)
    end = after_genitive(tokens, index + 1) if names_purpose else index + 1
    return after_coordination(tokens, end) if end > index + 1 else index


def after_year(tokens: Tokens, index: int) -> int:
    """The index behind the year that belongs to the name, or ``index``; a comma or preposition would part them."""
    if index >= len(tokens) or tokens.words[index].kind is not Kind.NUMBER:
        return index
    key = tokens.words[index].key
    return index + 1 if key.isdigit() and len(key) == 4 and 1800 <= int(key) <= 2100 else index


def has_acronym_behind(tokens: Tokens, index: int) -> bool:
    """Does "(ABC)" or "(ABC-25)" stand at ``index``?"""
    if index + 2 >= len(tokens) or tokens.words[index].form != "(" or tokens.words[index + 2].form != ")":
        return False
    return bool(ACRONYM.fullmatch(tokens.words[index + 1].form))


def _member(tokens: Tokens, index: int) -> int:
    """The index behind one coordinated member, or ``index``."""
    reading = _after_waw(tokens, index)
    if reading is None or reading.flags & (_ENDS_PHRASE | _BEGINS_ANOTHER | PLACE | NATIONALITY | GIVEN_NAME):
        return index
    if _with_article(reading.key):
        return after_adjectives(tokens, index + 1)
    if reading.flags & COMMON and is_definite_noun(tokens, index + 1) and not is_adjective(tokens, index + 1):
        return after_adjectives(tokens, index + 2)
    return index


def _after_waw(tokens: Tokens, index: int) -> Reading | None:
    return _after_clitic(tokens, index, "و")


def _after_lam(tokens: Tokens, index: int) -> Reading | None:
    return _after_clitic(tokens, index, "ل")


def _after_clitic(tokens: Tokens, index: int, clitic: str) -> Reading | None:
    """The reading of the word without exactly this proclitic, where the word as a whole is no known word."""
    if index >= len(tokens):
        return None
    word = tokens.words[index]
    if word.kind is not Kind.ARABIC or not word.key.startswith(clitic) or word.flags & (FUNCTION_WORD | VERB | _NAMES):
        return None
    return next((reading for reading in word.readings[1:] if reading.proclitics == (clitic,)), None)


def _with_article(key: str) -> bool:
    return len(key) > 3 and key.startswith("ال")
