# SPDX-License-Identifier: GPL-3.0-or-later
"""Term bases: what a term is called in the other language, and what it must not be called."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.model.ids import TermBaseId, TermId


class TermStatus(StrEnum):
    """How far a term is agreed. Source: the administrative statuses of ISO 30042 (TBX), without their suffix."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    PROPOSED = "proposed"
    DEPRECATED = "deprecated"


@dataclass(frozen=True, slots=True, kw_only=True)
class TermBase:
    """A collection of terms from one language into another, as in BCP 47.

    Where two bases have a term for the same words, the one with the lower ``priority`` comes first. One that is not
    ``is_on`` matches nothing.
    """

    id: TermBaseId
    name: str
    source_language: str = "ar"
    target_language: str = "en"
    priority: int = 0
    is_on: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One entry. ``source`` with its ``variants`` is what is looked for, ``targets`` what it is to be called, best
    first, ``forbidden`` what it must not be called. ``example`` comes from ``example_source``.
    """

    id: TermId
    base_id: TermBaseId
    source: str
    variants: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    domain: str = ""
    part_of_speech: str = ""
    status: TermStatus = TermStatus.PREFERRED
    definition: str = ""
    note: str = ""
    example: str = ""
    example_source: str = ""
    author: str
    created: str
    modified: str

    @property
    def spellings(self) -> tuple[str, ...]:
        return (self.source, *self.variants)


@dataclass(frozen=True, slots=True, kw_only=True)
class TermDismissal:
    """The user's word that these written words, folded, are never this term."""

    term_id: TermId
    form: str
    author: str
    created: str
