# SPDX-License-Identifier: GPL-3.0-or-later
"""Other names in brackets: letters or a foreign form behind the name they stand for, or the name behind the letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reader.recognisers.base import EVENT, ORGANISATION, PERSON, PLACE, Finding, finding
from reader.recognisers.lexicon import ORGANISATION as ORGANISATION_FLAG
from reader.recognisers.phrases import ACRONYM
from reader.recognisers.tokens import Kind, Tokens

_NAMED: Final = frozenset((ORGANISATION, EVENT, PERSON, PLACE))
_LONGEST_FOREIGN: Final = 8
_PARTING: Final = frozenset((",", "،", ":", ";", "-", "–", "/"))


def alias_pairs(tokens: Tokens, found: Sequence[Finding], source: str) -> Iterator[tuple[Finding, Finding]]:
    """Each name with a finding over another name for it in brackets beside it."""
    for each in found:
        if each.tag not in _NAMED:
            continue
        for first, after in _bracketed(tokens, each):
            yield each, _alias(tokens, first, after, each, source)
        if each.tag in (ORGANISATION, EVENT) and _is_bracketed(tokens, each) and each.first > 1:
            before = tokens.words[each.first - 2]
            if before.kind is Kind.LATIN and ACRONYM.fullmatch(before.form):
                yield each, _alias(tokens, each.first - 2, each.first - 1, each, source)


def _bracketed(tokens: Tokens, each: Finding) -> Iterator[tuple[int, int]]:
    """Other names in the brackets that open right behind: "(ITU)", "(أوبك)", "(Union, ITU)"."""
    opening = each.after
    if opening + 2 >= len(tokens) or tokens.words[opening].form != "(":
        return
    first = at = opening + 1
    while at < min(len(tokens), opening + 2 + _LONGEST_FOREIGN):
        form = tokens.words[at].form
        if form == ")" or form in _PARTING:
            if _is_other_name(tokens, first, at, each):
                yield first, at
            first = at + 1
        if form == ")":
            return
        at += 1


def _is_other_name(tokens: Tokens, first: int, after: int, each: Finding) -> bool:
    words = tokens.words[first:after]
    if not words:
        return False
    if all(word.kind is Kind.LATIN or word.form in "-'&." for word in words):
        is_acronym = len(words) == 1 and bool(ACRONYM.fullmatch(words[0].form))
        is_written_as_name = words[0].form[:1].isupper() and len(words[0].form) > 1
        return is_acronym if each.tag == EVENT else is_written_as_name and (each.tag != PERSON or len(words) > 1)
    is_listed = len(words) == 1 and bool(words[0].any_flags & ORGANISATION_FLAG)
    return is_listed and each.tag == ORGANISATION and each.after - each.first > 1


def _is_bracketed(tokens: Tokens, each: Finding) -> bool:
    opens = tokens.words[each.first - 1].form == "(" if each.first else False
    return opens and each.after < len(tokens) and tokens.words[each.after].form == ")"


def _alias(tokens: Tokens, first: int, after: int, each: Finding, source: str) -> Finding:
    name = tokens.text[each.start : each.end]
    name = "ا" + name if tokens.text[each.start - 1 : each.start] == "ل" and name.startswith("ل") else name
    return finding(tokens, first, after, each.tag, source=source, confidence=0.9, reason=f"short for “{name}”")
