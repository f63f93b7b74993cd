# SPDX-License-Identifier: GPL-3.0-or-later
"""A model's labels: what part of a name each stands for, and which of our tags its kind is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from reader.model.ids import TagId
from reader.recognisers.base import DATE, EVENT, ORGANISATION, PERSON, PLACE, QUANTITY, ROLE, TERM, WORK

OUTSIDE: Final = frozenset(("O", "OUT", "OUTSIDE", "NONE", "_", "X", "PAD", "[PAD]"))
"""Labels of words that belong to nothing."""

_BEFORE: Final = re.compile(r"(?P<part>[BIESLUM])[-_](?P<kind>.+)", re.DOTALL)
_BEHIND: Final = re.compile(r"(?P<kind>.+)[-_](?P<part>[BIESLUM])", re.DOTALL)
_PARTS: Final = {"L": "E", "U": "S", "M": "I"}
"""The letters of BILOU and BMES for what IOBES calls E, S and I."""

_KINDS: Final = {
    PERSON: "per pers person people human name personname",
    ROLE: "occ role title occupation job profession position jobtitle",
    ORGANISATION: "org organisation organization company institution corporation corp agency nongov party team",
    PLACE: "loc place location gpe fac geo facility city country address geographicallocation street region",
    EVENT: "event evt",
    DATE: "date time datetime duration day year month",
    QUANTITY: "quantity cardinal ordinal number money percent percentage currency unit measure num qty amount",
    TERM: "term concept technology",
    WORK: "work workofart book workart creativework song film movie",
}
_TAG_OF: Final = {word: tag for tag, words in _KINDS.items() for word in words.split()}
_LETTERS: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Label:
    """``part`` is B, I, E or S as in IOBES, "" without a scheme; ``kind`` is "" for words that belong to nothing."""

    part: str
    kind: str


def parsed(name: str) -> Label:
    """A model's label: ``B-PER``, ``I_LOC``, ``ORG-S``, ``U-PER``, ``PER``, ``O``."""
    if name.strip().upper() in OUTSIDE or not name.strip():
        return Label("", "")
    found = _BEFORE.fullmatch(name) or _BEHIND.fullmatch(name)
    if found is None:
        return Label("", name)
    return Label(_PARTS.get(found["part"], found["part"]), found["kind"])


def kinds_of(names: Iterable[str]) -> tuple[str, ...]:
    """The kinds the labels speak of, each once, in their order."""
    kinds = (parsed(name).kind for name in names)
    return tuple(dict.fromkeys(kind for kind in kinds if kind))


def usual_tag(kind: str) -> TagId | None:
    """The tag of the default tagset that a kind of this name is, or None."""
    return _TAG_OF.get(_LETTERS.sub("", kind).casefold())


def tags_of(kinds: Iterable[str], chosen: Mapping[str, str]) -> dict[str, TagId]:
    """The tag of each kind: the user's choice, else the usual one; a kind chosen to be "" or unknown is left out."""
    known = {kind: TagId(chosen[kind]) if kind in chosen else usual_tag(kind) for kind in kinds}
    return {kind: tag for kind, tag in known.items() if tag}
