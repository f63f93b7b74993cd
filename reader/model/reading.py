# SPDX-License-Identifier: GPL-3.0-or-later
"""Which reading of a word the user says is meant, at one place or wherever the word is written so."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.ids import DocumentId, ReadingChoiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingChoice:
    """The user's word about a word.

    At one place: ``document_id`` with ``start`` in code points, ``quote`` as it is written there, and up to 32 code
    points of ``prefix`` and ``suffix``, by which the place is found again in a changed text. Everywhere:
    ``document_id`` is None, ``start`` is 0, and the surroundings are empty. ``key`` is the quote folded by the profile
    "lemma".

    The rest is the reading itself, so that it can be shown without the lexicon it came from: ``form`` vocalised,
    ``lemma`` with the ``lemma_id`` of its ``source``, ``root`` or "", ``part_of_speech`` and ``glosses``.
    """

    id: ReadingChoiceId
    document_id: DocumentId | None
    start: int
    quote: str
    prefix: str = ""
    suffix: str = ""
    key: str
    form: str
    lemma: str
    lemma_id: str
    root: str
    part_of_speech: str
    glosses: tuple[str, ...]
    source: str
    author: str
    created: str
