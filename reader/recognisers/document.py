# SPDX-License-Identifier: GPL-3.0-or-later
"""The document as a whole: acronyms explained in brackets, and surnames used alone after the full name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from reader.model.ids import TagId
from reader.recognisers.base import EVENT, ORGANISATION, PERSON, Finding, finding
from reader.recognisers.lexicon import (
    COMMON,
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
)
from reader.recognisers.phrases import has_acronym_behind
from reader.recognisers.tokens import Kind, Tokens

SOURCE: Final = "document"
_NO_SURNAME: Final = (
    FUNCTION_WORD
    | VERB
    | NATIONALITY
    | PLACE
    | HONORIFIC
    | ROLE_HEAD
    | DEFINITE_ROLE_HEAD
    | EVENT_HEAD
    | ORGANISATION_HEAD
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    tokens: Tokens
    found: list[Finding]


def read_as_a_whole(paragraphs: Sequence[Paragraph]) -> list[list[Finding]]:
    """What the whole text adds to the findings of each paragraph. O(n)."""
    acronyms: dict[str, tuple[TagId, str]] = {}
    surnames: dict[str, str] = {}
    for paragraph in paragraphs:
        acronyms.update(_explained(paragraph))
        surnames.update(_surnames(paragraph))
    return [[*_acronyms(each, acronyms), *_people(each, surnames)] for each in paragraphs]


def _explained(paragraph: Paragraph) -> Iterable[tuple[str, tuple[TagId, str]]]:
    """Acronyms in brackets straight behind the name they stand for, or behind the word that begins an event."""
    tokens = paragraph.tokens
    for each in paragraph.found:
        if each.tag not in (ORGANISATION, EVENT):
            continue
        if has_acronym_behind(tokens, each.after):
            yield tokens.words[each.after + 1].form, (each.tag, _standing_alone(tokens.text, each))


def _standing_alone(text: str, each: Finding) -> str:
    """The name as it is without "ل" before it, which swallows the alef of the article: "للاتحاد" gives "الاتحاد"."""
    name = text[each.start : each.end]
    return "ا" + name if text[each.start - 1 : each.start] == "ل" and name.startswith("ل") else name


def _acronyms(paragraph: Paragraph, known: dict[str, tuple[TagId, str]]) -> Iterable[Finding]:
    tokens = paragraph.tokens
    for index, word in enumerate(tokens.words):
        if word.kind is Kind.LATIN and word.form in known:
            tag, name = known[word.form]
            reason = f"short for “{name}”"
            yield finding(tokens, index, index + 1, tag, source=SOURCE, confidence=0.9, reason=reason)


def _surnames(paragraph: Paragraph) -> Iterable[tuple[str, str]]:
    """The last part of each full name, with the name."""
    tokens = paragraph.tokens
    for each in paragraph.found:
        if each.tag == PERSON and each.after - each.first > 1 and each.confidence >= 0.7:
            last = tokens.words[each.after - 1]
            ordinary = last.stem_common and not last.flags & NAME_PART
            if last.kind is Kind.ARABIC and not last.flags & _NO_SURNAME and len(last.key) > 2 and not ordinary:
                yield last.key, tokens.text[each.start : each.end]


def _people(paragraph: Paragraph, surnames: dict[str, str]) -> Iterable[Finding]:
    tokens = paragraph.tokens
    for index, word in enumerate(tokens.words):
        if word.flags & _NO_SURNAME:
            continue
        for reading in word.readings:
            name = surnames.get(reading.key)
            if name is None or (reading.skip and word.flags & (COMMON | GIVEN_NAME)):
                continue
            reason = f"surname of “{name}”"
            yield finding(
                tokens, index, index + 1, PERSON, source=SOURCE, confidence=0.7, reason=reason, skip=reading.skip
            )
            break
