# SPDX-License-Identifier: GPL-3.0-or-later
"""Names, dates and quantities found in a text by lists and rules, as suggestions with a reason each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from reader.errors import Cancelled
from reader.model.suggestion import Suggestion
from reader.recognisers.base import Finding, Stage
from reader.recognisers.dates import DateStage
from reader.recognisers.document import Paragraph, read_as_a_whole
from reader.recognisers.events import EventStage
from reader.recognisers.gazetteer import GazetteerStage
from reader.recognisers.knowledge import Knowledge
from reader.recognisers.lexicon import Lexicon
from reader.recognisers.numbers import QuantityStage
from reader.recognisers.organisations import OrganisationStage
from reader.recognisers.people import PeopleStage
from reader.recognisers.resolve import resolve
from reader.recognisers.roles import RoleStage
from reader.recognisers.tokens import Tokeniser
from reader.recognisers.works import WorkStage
from reader.text.chunks import paragraphs_of
from reader.text.spans import Span

__all__ = ["VERSION", "DocumentRecogniser", "Knowledge", "recognise"]

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
        lexicon = self._knowledge.lexicon
        self._tokeniser = Tokeniser(lexicon)
        self._stages = _stages(lexicon)

    def read(self, chunk: str, *, cancelled: Callable[[], bool] | None = None) -> list[Suggestion]:
        """Suggestions for the next chunk, in text order; spans are relative to it. O(n).

        Raises:
            Cancelled: when ``cancelled()`` says so between two paragraphs.
        """
        paragraphs = []
        for start, end in paragraphs_of(chunk):
            if cancelled is not None and cancelled():
                raise Cancelled
            tokens = self._tokeniser.tokens(chunk, start, end)
            if len(tokens):
                paragraphs.append(Paragraph(tokens, _run(self._stages, Paragraph(tokens, []))))
        added = read_as_a_whole(paragraphs)
        return [
            _suggestion(chunk, each)
            for paragraph, more in zip(paragraphs, added, strict=True)
            for each in resolve([*paragraph.found, *more])
        ]


def _stages(lexicon: Lexicon) -> Sequence[Stage]:
    """In the order in which they need each other."""
    return (
        DateStage(lexicon),
        QuantityStage(),
        GazetteerStage(lexicon),
        OrganisationStage(),
        EventStage(),
        RoleStage(),
        PeopleStage(),
        WorkStage(),
    )


def _run(stages: Sequence[Stage], paragraph: Paragraph) -> list[Finding]:
    for stage in stages:
        paragraph.found.extend(stage.find(paragraph.tokens, paragraph.found))
    return resolve(paragraph.found)


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
