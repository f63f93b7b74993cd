# SPDX-License-Identifier: GPL-3.0-or-later
"""Names, dates and quantities found in a text by lists, rules and what was learned, as suggestions with a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from reader.model.suggestion import Suggestion
from reader.recognisers.base import Finding
from reader.recognisers.document import SOURCE as DOCUMENT
from reader.recognisers.document import DocumentMemory, Paragraph
from reader.recognisers.knowledge import Knowledge, KnownName
from reader.recognisers.naming import with_names
from reader.recognisers.neural.merging import with_neural
from reader.recognisers.paragraphs import ParagraphReader
from reader.text.spans import Span

__all__ = ["VERSION", "DocumentRecogniser", "Knowledge", "KnownName", "recognise"]

VERSION: Final = "tagger-2"
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

    def read(
        self,
        chunk: str,
        *,
        cancelled: Callable[[], bool] | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> list[Suggestion]:
        """Suggestions for the next chunk, in text order; spans are relative to it. O(n log n).

        ``progress(done, total)`` is told, in any unit, where a neural model takes its time over the chunk.

        Raises:
            Cancelled: when ``cancelled()`` says so between two paragraphs.
        """
        tagged = self._tagged(self._reader.read(chunk, cancelled))
        paragraphs = self._asked(tagged, cancelled or _never, progress or _silent)
        left_out = DOCUMENT if "document" in self._knowledge.without else ""
        read = self._read_as_a_whole(paragraphs)
        return [_suggestion(chunk, each) for found in read for each in found if each.source != left_out]

    def _tagged(self, paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
        tagger = self._knowledge.tagger
        if tagger is None:
            return paragraphs
        named = tagger.tagged(paragraphs, self._knowledge.learned)
        return [
            paragraph
            if its is None
            else Paragraph(paragraph.tokens, with_names(paragraph.tokens, paragraph.found, *its))
            for paragraph, its in zip(paragraphs, named, strict=True)
        ]

    def _asked(
        self,
        paragraphs: Sequence[Paragraph],
        cancelled: Callable[[], bool],
        progress: Callable[[int, int], None],
    ) -> Sequence[Paragraph]:
        """With what the user's neural model finds, where there is one."""
        neural = self._knowledge.neural
        if neural is None:
            return paragraphs
        named = neural.find(paragraphs, cancelled, progress)
        return [
            Paragraph(paragraph.tokens, with_neural(paragraph.found, names)) if names else paragraph
            for paragraph, names in zip(paragraphs, named, strict=True)
        ]

    def _read_as_a_whole(self, paragraphs: Sequence[Paragraph]) -> list[list[Finding]]:
        """With what the document and the reader add, and without what the reader refused."""
        learned = self._knowledge.learned
        if learned is None or learned.is_empty:
            return self._memory.read(paragraphs)
        from reader.recognisers.learning.stage import LearnedStage  # noqa: PLC0415 - only where something was learned

        stage = LearnedStage(learned, self._knowledge.tagger)
        paragraphs = stage.before_the_whole(paragraphs)
        return stage.after_the_whole(paragraphs, self._memory.read(paragraphs))


def _never() -> bool:
    return False


def _silent(_done: int, _total: int) -> None:
    return


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
