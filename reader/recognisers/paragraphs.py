# SPDX-License-Identifier: GPL-3.0-or-later
"""A text as paragraphs of tokens, with what lists and rules find in each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from reader.errors import Cancelled
from reader.recognisers.base import Finding, Stage
from reader.recognisers.dates import DateStage
from reader.recognisers.document import Paragraph
from reader.recognisers.events import EventStage
from reader.recognisers.gazetteer import GazetteerStage
from reader.recognisers.lexicon import Lexicon
from reader.recognisers.numbers import QuantityStage
from reader.recognisers.organisations import OrganisationStage
from reader.recognisers.people import PeopleStage
from reader.recognisers.resolve import resolve
from reader.recognisers.roles import RoleStage
from reader.recognisers.tokens import Tokeniser
from reader.recognisers.works import WorkStage
from reader.text.chunks import paragraphs_of


class ParagraphReader:
    """Reads paragraphs with one lexicon."""

    def __init__(self, lexicon: Lexicon, without: Collection[str] = ()) -> None:
        self._tokeniser = Tokeniser(lexicon)
        stages = {name: stage for name, stage in _stages(lexicon).items() if name not in without}
        self.stage_names = tuple(stages)
        self._stages = tuple(stages.values())

    def read(self, chunk: str, cancelled: Callable[[], bool] | None = None) -> list[Paragraph]:
        """The paragraphs of the text that have tokens, in order. O(n).

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
        return paragraphs


def _stages(lexicon: Lexicon) -> Mapping[str, Stage]:
    """In the order in which they need each other; the names are those of ``STAGES`` in ``model/recognition.py``."""
    return {
        "dates": DateStage(lexicon),
        "quantities": QuantityStage(),
        "lists": GazetteerStage(lexicon),
        "organisations": OrganisationStage(),
        "events": EventStage(),
        "roles": RoleStage(),
        "people": PeopleStage(),
        "works": WorkStage(),
    }


def _run(stages: Sequence[Stage], paragraph: Paragraph) -> list[Finding]:
    for stage in stages:
        paragraph.found.extend(stage.find(paragraph.tokens, paragraph.found))
    return resolve(paragraph.found)
