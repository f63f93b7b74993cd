# SPDX-License-Identifier: GPL-3.0-or-later
"""What a file of others says about texts, before anything of it is believed."""

from __future__ import annotations

from dataclasses import dataclass

from reader.text.direction import Direction

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedAnnotation:
    """A tag on ``start`` to ``end`` (code points of ``Received.text``, half-open, unchecked) that read ``quote``.

    ``quote`` is "" when the file does not repeat it. ``tag`` is the tag's name in the file, or its id. ``key`` is what
    relations of the file call it, ``entity`` the key of an entity. ``place`` is where it stands, for people: "line 12".
    """

    start: int
    end: int
    tag: str
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    note: str = ""
    attributes: Pairs = ()
    author: str = ""
    created: str = ""
    modified: str = ""
    key: str = ""
    entity: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedRelation:
    """A directed, named link between the annotations with these keys."""

    source: str
    target: str
    name: str
    note: str = ""
    author: str = ""
    created: str = ""
    key: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedTag:
    """A tag as the file has it. ``key`` is what annotations call it; ``names`` by language, "" for an unknown one.

    ``colour`` is a role of the theme, or "" for any.
    """

    key: str
    names: Pairs = ()
    colour: str = ""
    shortcut: str = ""
    description: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedEntity:
    """An entity as the file has it. ``kind`` is the key of a tag."""

    key: str
    name: str
    kind: str = ""
    aliases: tuple[str, ...] = ()
    translations: Pairs = ()
    external_ids: Pairs = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedDecision:
    """A suggestion that was rejected or accepted, so that it does not come again."""

    start: int
    end: int
    quote: str
    tag: str
    verdict: str
    author: str = ""
    created: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A record of the file that cannot be taken in: where it stands and why, English, for the report."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One document of a file. ``text`` is None when the file has only positions; line ends are line feeds.

    ``document_id`` and ``digest`` (SHA-256 of the text in UTF-8) are given where the file has them. ``exact`` is False
    when the format does not keep the text letter for letter (one made of tokens): positions then hold in ``text``,
    which is to be found again in the library's. ``tool`` names the program the file is from.
    """

    title: str = ""
    text: str | None = None
    document_id: str = ""
    digest: str = ""
    exact: bool = True
    direction: Direction | None = None
    metadata: Pairs = ()
    source: str = ""
    annotations: tuple[ReceivedAnnotation, ...] = ()
    relations: tuple[ReceivedRelation, ...] = ()
    tags: tuple[ReceivedTag, ...] = ()
    entities: tuple[ReceivedEntity, ...] = ()
    decisions: tuple[ReceivedDecision, ...] = ()
    problems: tuple[Problem, ...] = ()
    tool: str = ""
