# SPDX-License-Identifier: GPL-3.0-or-later
"""Names, dates and quantities found in a text by lists and rules, as suggestions with a reason each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from reader.model.suggestion import Suggestion
from reader.recognisers.base import Finding
from reader.recognisers.document import DocumentMemory, Paragraph
from reader.recognisers.knowledge import Knowledge, KnownName
from reader.recognisers.naming import with_names
from reader.recognisers.neural.merging import with_neural
from reader.recognisers.paragraphs import ParagraphReader
from reader.text.spans import Span

__all__ = ["VERSION", "DocumentRecogniser", "Knowledge", "KnownName", "recognise"]

VERSION: Final = "rules-2"
"""Changes whenever the same text and knowledge may give other suggestions; cached ones are then made anew."""


def recognise(
    text: str, knowledge: Knowledge | None = None, *, cancelled: Callable[[], bool] | None = None
) -> list[Suggestion]:
    """Suggestions for a text read as one document, in text order. O(n).

    Raises:
        Cancelled: when ``cancelled()`` says so between two paragraphs.
    """
    return DocumentRecogniser(knowledge).read(text, cancelled=cancelled)


class DocumentRecogniser:
    """Reads one document, chunk after chunk from its beginning.

    Raises:
        ResourceMissing, RecogniserUnavailable: when what is shipped cannot be read.
    """

    def __init__(self, knowledge: Knowledge | None = None) -> None:
        self._knowledge = knowledge or Knowledge()
        self._reader = ParagraphReader(self._knowledge.lexicon, self._knowledge.without)
        self._memory = DocumentMemory(self._knowledge.names)

    def read(self, chunk: str, *, cancelled: Callable[[], bool] | None = None) -> list[Suggestion]:
        """Suggestions for the next chunk, in text order; spans are relative to it. O(n log n).

        Raises:
            Cancelled: when ``cancelled()`` says so between two paragraphs.
        """
        paragraphs = self._asked(self._tagged(self._reader.read(chunk, cancelled)), cancelled)
        return [_suggestion(chunk, each) for found in self._memory.read(paragraphs) for each in found]

    def _tagged(self, paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
        tagger = self._knowledge.tagger
        if tagger is None:
            return paragraphs
        named = tagger.find(paragraphs, self._knowledge.adjustment)
        return [
            paragraph
            if names is None
            else Paragraph(paragraph.tokens, with_names(paragraph.tokens, paragraph.found, names))
            for paragraph, names in zip(paragraphs, named, strict=True)
        ]

    def _asked(self, paragraphs: Sequence[Paragraph], cancelled: Callable[[], bool] | None) -> Sequence[Paragraph]:
        """With what the user's neural model finds, where there is one."""
        neural = self._knowledge.neural
        if neural is None:
            return paragraphs
        named = neural.find(paragraphs, cancelled or _never)
        return [
            Paragraph(paragraph.tokens, with_neural(paragraph.found, names)) if names else paragraph
            for paragraph, names in zip(paragraphs, named, strict=True)
        ]


def _never() -> bool:
    return False


def _suggestion(text: str, each: Finding) -> Suggestion:
    return Suggestion(
        span=Span(each.start, each.end),
        quote=text[each.start : each.end],
        tag_id=each.tag,
        source=each.source,
        confidence=each.confidence,
        reason=each.reason,
        value=each.value,
        entity=each.entity,
    )
