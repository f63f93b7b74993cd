# SPDX-License-Identifier: GPL-3.0-or-later
"""The document as a whole: who and what its names mean, so that all mentions of a thing are grouped under one name.

A full name once and the surname alone, letters in brackets behind the name they stand for (or before it), an office
and its holder, a body by the first word of its name. It reads on from chunk to chunk with bounded memory: what was
named before is known, and the name that mentions were grouped under stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from reader.recognisers.base import DATE, EVENT, ORGANISATION, PERSON, QUANTITY, ROLE, Finding, finding
from reader.recognisers.brackets import alias_pairs
from reader.recognisers.knowledge import KnownName
from reader.recognisers.known_bodies import KnownBodies, Named
from reader.recognisers.known_names import known_names
from reader.recognisers.known_people import KnownPeople
from reader.recognisers.lexicon import (
    COMMON,
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
    ROLE_HEAD,
    VERB,
)
from reader.recognisers.lexicon import PLACE as PLACE_FLAG
from reader.recognisers.mentions import Keys, Paragraph, keys_of, standing_alone
from reader.recognisers.offices import Offices, appositions
from reader.recognisers.people import RARELY_TITLES
from reader.recognisers.phrases import after_complement, is_adjective
from reader.recognisers.resolve import resolve
from reader.recognisers.tokens import Kind, Tokens, Word

__all__ = ["DocumentMemory", "Paragraph"]

SOURCE: Final = "document"
_NO_SURNAME: Final = (
    FUNCTION_WORD
    | VERB
    | NATIONALITY
    | PLACE_FLAG
    | HONORIFIC
    | ROLE_HEAD
    | DEFINITE_ROLE_HEAD
    | EVENT_HEAD
    | ORGANISATION_HEAD
)
_NO_ENTITY: Final = frozenset((DATE, QUANTITY, ROLE, PERSON))
"""Tags whose findings stand for no thing of their own, or, people, for one that is sought otherwise."""
_SURE_NAME: Final = 0.7
"""Confidence from which a full name gives a surname."""
_PATRONYMICS: Final = frozenset(("بن", "ابن", "بنت"))


class DocumentMemory:
    """What one document has named so far. Feed it the paragraphs of one chunk after the other.

    ``names`` are the user's own; they go before whatever else was found.
    """

    def __init__(self, names: tuple[KnownName, ...] = ()) -> None:
        self._own_names = known_names(names)
        self._people = KnownPeople()
        self._bodies = KnownBodies()
        self._offices = Offices()

    def read(self, paragraphs: Sequence[Paragraph]) -> list[list[Finding]]:
        """The findings of each paragraph with what the document adds, each with its entity, in text order.

        O(n log n) in the findings of the chunk.
        """
        paragraphs = [self._with_own_names(each) for each in paragraphs]
        aliases = [list(alias_pairs(each.tokens, each.found, SOURCE)) for each in paragraphs]
        self._meet_people(paragraphs)
        self._meet_bodies(paragraphs)
        self._learn_aliases(paragraphs, aliases)
        whole = [
            Paragraph(each.tokens, resolve([*each.found, *(alias for _, alias in pairs), *self._added(each)]))
            for each, pairs in zip(paragraphs, aliases, strict=True)
        ]
        for each in whole:
            self._give_offices(each)
        return [self._with_entities(each) for each in whole]

    def _with_own_names(self, paragraph: Paragraph) -> Paragraph:
        own = self._own_names.find(paragraph.tokens) if self._own_names else []
        return Paragraph(paragraph.tokens, resolve([*paragraph.found, *own])) if own else paragraph

    def _meet_people(self, paragraphs: Sequence[Paragraph]) -> None:
        full_names: dict[Keys, tuple[str, bool]] = {}
        for paragraph in paragraphs:
            for each in paragraph.found:
                if each.tag == PERSON and each.after - each.first > 1:
                    keys = keys_of(paragraph.tokens, each)
                    name, sure = full_names.get(keys, ("", False))
                    gives = sure or _gives_surname(paragraph.tokens, each)
                    full_names[keys] = (name or each.entity or standing_alone(paragraph.tokens.text, each), gives)
        for keys in sorted(full_names, key=len, reverse=True):
            if len(keys) > 1:
                name, has_surname = full_names[keys]
                self._people.meet(keys, name, has_surname=has_surname)

    def _meet_bodies(self, paragraphs: Sequence[Paragraph]) -> None:
        names: dict[tuple[str, Keys], tuple[Finding, str]] = {}
        for paragraph in paragraphs:
            for each in paragraph.found:
                if each.tag not in _NO_ENTITY:
                    name = each.entity or standing_alone(paragraph.tokens.text, each)
                    names.setdefault((each.tag, keys_of(paragraph.tokens, each)), (each, name))
        for (_, keys), (each, name) in sorted(names.items(), key=lambda item: -len(item[0][1])):
            self._bodies.meet(each.tag, keys, name)

    def _learn_aliases(
        self, paragraphs: Sequence[Paragraph], aliases: Sequence[Sequence[tuple[Finding, Finding]]]
    ) -> None:
        for paragraph, pairs in zip(paragraphs, aliases, strict=True):
            for each, alias in pairs:
                named = Named(each.tag, self._entity(paragraph.tokens, each))
                self._bodies.call(keys_of(paragraph.tokens, alias), named)

    def _added(self, paragraph: Paragraph) -> Iterator[Finding]:
        """Mentions that only the rest of the document explains."""
        tokens = paragraph.tokens
        for index, word in enumerate(tokens.words):
            length = self._bodies.longest_alias(word.key)
            if length:
                yield from self._alias_at(tokens, index, length)
            if not word.flags & _NO_SURNAME:
                yield from self._surname_at(tokens, index, word)

    def _alias_at(self, tokens: Tokens, index: int, longest: int) -> Iterator[Finding]:
        """Letters or another name that the document gave to a thing."""
        for after in range(min(index + longest, len(tokens)), index, -1):
            words = tokens.words[index:after]
            named = self._bodies.called(tuple(word.key for word in words))
            if named and _is_written_as_name(words):
                reason = f"short for “{named.name}”"
                yield finding(tokens, index, after, named.tag, source=SOURCE, confidence=0.9, reason=reason)
                return

    def _surname_at(self, tokens: Tokens, index: int, word: Word) -> Iterator[Finding]:
        for reading in word.readings:
            people = self._people.with_surname(reading.key)
            if not people or (reading.skip and word.flags & (COMMON | GIVEN_NAME)):
                continue
            is_one = len(people) == 1
            reason = f"surname of “{people[0].name}”" if is_one else "surname of several people named before"
            yield finding(
                tokens, index, index + 1, PERSON, source=SOURCE, confidence=0.7, reason=reason, skip=reading.skip
            )
            return

    def _give_offices(self, paragraph: Paragraph) -> None:
        """Remember whose offices are told in the paragraph."""
        tokens = paragraph.tokens
        for role, person in appositions(tokens, paragraph.found):
            if not _is_mere_title(tokens.words[role.first], role):
                self._offices.give(keys_of(tokens, role), self._entity(tokens, person))

    def _with_entities(self, paragraph: Paragraph) -> list[Finding]:
        tokens = paragraph.tokens
        entities = {id(each): self._entity(tokens, each) for each in paragraph.found}
        for role, person in appositions(tokens, paragraph.found):
            entities[id(role)] = entities[id(role)] or entities[id(person)]
        named = [replace(each, entity=entities[id(each)]) for each in paragraph.found]
        heads = list(self._heads(tokens, named))
        return resolve([*named, *heads]) if heads else named

    def _heads(self, tokens: Tokens, found: Sequence[Finding]) -> Iterator[Finding]:
        """ "الوزير" for the minister and "الاتحاد" for the union that were named before, where only one is meant."""
        taken = {index for each in found for index in range(each.first, each.after)}
        coming = iter(found)
        following = next(coming, None)
        for index, word in enumerate(tokens.words):
            while following is not None and following.first <= index:
                self._tell(tokens, following)
                following = next(coming, None)
            if word.any_flags & _HEADS and index not in taken and (head := self._head_at(tokens, index)):
                yield head

    def _tell(self, tokens: Tokens, each: Finding) -> None:
        """The text has come to a finding by whose first word alone it may go on."""
        if each.tag == ORGANISATION and each.confidence >= _SURE_NAME:
            self._bodies.tell(keys_of(tokens, each), each.entity)
        elif each.tag == ROLE and each.entity and not _is_mere_title(tokens.words[each.first], each):
            self._offices.tell(keys_of(tokens, each), each.entity)

    def _entity(self, tokens: Tokens, each: Finding) -> str:
        """What the finding's mentions are grouped under; "" for dates, quantities and offices nobody is named for."""
        if each.entity:
            return each.entity
        keys = keys_of(tokens, each)
        if each.tag == ROLE:
            return self._offices.holder(keys)
        if each.tag == PERSON:
            alias = self._bodies.called(keys)
            person = self._people.who(keys)
            name = standing_alone(tokens.text, each)
            return person.name if person else alias.name if alias and alias.tag == PERSON else name
        if each.tag in _NO_ENTITY:
            return ""
        inner = self._bodies.called(keys[-1:]) if each.tag == EVENT and len(keys) > 1 else None
        if inner and inner.tag == EVENT:
            return inner.name
        return self._bodies.meet(each.tag, keys, standing_alone(tokens.text, each))

    def _head_at(self, tokens: Tokens, index: int) -> Finding | None:
        reading = tokens.words[index].reading_with(_HEADS)
        if reading is None or not reading.key.startswith("ال") or _goes_on(tokens, index + 1):
            return None
        is_office = reading.flags & DEFINITE_ROLE_HEAD and reading.key not in RARELY_TITLES
        holder = self._offices.called(reading.key) if is_office else ""
        if holder:
            tag, name, reason = ROLE, holder, f"office of “{holder}”"
        else:
            bodies = self._bodies.with_head(reading.key) if reading.flags & DEFINITE_ORGANISATION_HEAD else []
            if len(bodies) != 1:
                return None
            tag, name, reason = ORGANISATION, bodies[0], f"short for “{bodies[0]}”"
        found = finding(tokens, index, index + 1, tag, source=SOURCE, confidence=0.5, reason=reason, skip=reading.skip)
        return replace(found, entity=name)


_HEADS: Final = DEFINITE_ROLE_HEAD | DEFINITE_ORGANISATION_HEAD


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Does the phrase go on, so that it may mean another: "الاتحاد العام", "الوزير لشؤون…"?"""
    if index >= len(tokens):
        return False
    flags = tokens.words[index].flags
    named = flags & (NAME_PART | GIVEN_NAME | INSTITUTION_ADJECTIVE | NATIONALITY) and not flags & FUNCTION_WORD
    return bool(named) or is_adjective(tokens, index) or after_complement(tokens, index) > index


def _gives_surname(tokens: Tokens, each: Finding) -> bool:
    """May the last word of the full name stand for the person?"""
    last = tokens.words[each.after - 1]
    if each.confidence < _SURE_NAME or last.kind is not Kind.ARABIC or len(last.key) < 3 or last.flags & _NO_SURNAME:
        return False
    is_descent = last.key.startswith("ال") and last.key.endswith("ي") and not last.flags & INSTITUTION_ADJECTIVE
    has_patronymic = any(word.key in _PATRONYMICS for word in tokens.words[each.first : each.after])
    ordinary = last.stem_common and not last.flags & NAME_PART
    return not ordinary or (is_descent and has_patronymic)


def _is_written_as_name(words: Sequence[Word]) -> bool:
    """Latin letters are a name again only in capitals or with a capital: "ITU", "Baku", not "who"."""
    return all(word.kind is not Kind.LATIN or not word.form.islower() or index for index, word in enumerate(words))


def _is_mere_title(word: Word, role: Finding) -> bool:
    """ "الدكتور" says who somebody is as little as "السيد" does."""
    return role.after - role.first == 1 and bool(word.flags & HONORIFIC)
