# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotated text as the tagger learns from it: features of our own tokens, and the labels that they should get."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reader.recognisers.document import Paragraph
from reader.recognisers.gold import GoldDocument
from reader.recognisers.paragraphs import ParagraphReader
from reader.recognisers.tagger.decoder import Chunk, labels_of
from reader.recognisers.tagger.features import FeatureExtractor, FeatureTable, Ids

KINDS: Final = ("PER", "LOC", "ORG", "MISC")
"""Kinds of names that the tagger tells apart; MISC is learned so that it is not taken for another."""
LABELS: Final = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BI"))
_KIND_OF: Final = {
    "PERS": "PER",
    "PERSON": "PER",
    "LOCATION": "LOC",
    "ORGANIZATION": "ORG",
    "ORGANISATION": "ORG",
    "MIS": "MISC",
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """The features of a sentence's tokens ``(n, n_templates)``, and their labels ``(n,)`` as indices of ``LABELS``."""

    ids: Ids
    labels: NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A document to learn from. ``chunks`` are the true names in the tokens of ``table``."""

    table: FeatureTable
    chunks: tuple[Chunk, ...]

    def sentences(self) -> list[Sentence]:
        names = labels_of(self.chunks, len(self.table), with_ends=False)
        labels = np.array([LABELS.index(name) for name in names], np.intp)
        return [
            Sentence(self.table.ids(first, after), labels[first:after])
            for first, after in itertools.pairwise(self.table.starts.tolist())
        ]


def lesson_of(document: GoldDocument, reader: ParagraphReader, extractor: FeatureExtractor) -> Lesson:
    """The document read by our own tokens and rules; a token belongs to the name that its first code point is in."""
    paragraphs = reader.read(document.text)
    return Lesson(extractor.table(paragraphs), tuple(_chunks(document, paragraphs)))


def _chunks(document: GoldDocument, paragraphs: Sequence[Paragraph]) -> list[Chunk]:
    found: list[Chunk] = []
    entities = [entity for entity in document.entities() if _kind(entity.kind) in KINDS]
    spans = document.spans()
    bounds = [(spans[entity.first][0], spans[entity.after - 1][1]) for entity in entities]
    starts = [start for paragraph in paragraphs for start in paragraph.tokens.starts]
    first = np.searchsorted(starts, [start for start, _ in bounds])
    after = np.searchsorted(starts, [end for _, end in bounds])
    for entity, one, other in zip(entities, first.tolist(), after.tolist(), strict=True):
        if one < other:
            found.append(Chunk(one, other, _kind(entity.kind)))
    return found


def _kind(name: str) -> str:
    upper = name.upper()
    return _KIND_OF.get(upper, upper)
