# SPDX-License-Identifier: GPL-3.0-or-later
"""What a dictionary made of a term base says under a term: in which order, and in which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reader.model.term import Term, TermBase, TermStatus

_LABELS: Final = {
    "ar": {
        "forbidden": "لا يُستعمل",
        "example": "مثال",
        "deprecated": "مهجور",
        "admitted": "مقبول",
        "proposed": "مقترح",
    },
    "en": {
        "forbidden": "Do not use",
        "example": "Example",
        "deprecated": "deprecated",
        "admitted": "admitted",
        "proposed": "proposed",
    },
}
"""The few words of our own, in the language into which the base leads; English where we have none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermArticle:
    """The parts of an article, "" or () where a term has none. ``labels`` are part of speech, domain, status."""

    labels: str
    targets: tuple[str, ...]
    forbidden: tuple[str, ...]
    forbidden_label: str
    definition: str
    note: str
    example: str
    example_label: str
    example_source: str


def article_of(term: Term, base: TermBase) -> TermArticle:
    """The article of a term."""
    words = _LABELS["ar" if base.target_language.casefold().startswith("ar") else "en"]
    status = "" if term.status is TermStatus.PREFERRED else words[term.status.value]
    return TermArticle(
        labels=" · ".join(each for each in (term.part_of_speech, term.domain, status) if each),
        targets=term.targets,
        forbidden=term.forbidden,
        forbidden_label=words["forbidden"],
        definition=term.definition,
        note=term.note,
        example=term.example,
        example_label=words["example"],
        example_source=term.example_source,
    )


def on_one_line(text: str) -> str:
    """The text as a headword: one line, without control characters."""
    return " ".join("".join(char if char >= " " else " " for char in text).split())
