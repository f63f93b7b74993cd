# SPDX-License-Identifier: GPL-3.0-or-later
"""How good suggestions are for this reader, and what was learned: for whoever wants to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reader.model.ids import TagId
from reader.model.outcome import Score
from reader.recognisers.learning.memory import FormCount
from reader.store import Library
from reader.workspace.learned_models import SharedModel, own_model, revision, shared_models

MOST_FORMS: Final = 2000
_DOCUMENTS: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFigure:
    title: str
    score: Score
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedForm:
    """A form, folded as it is compared, with its tag and its counts."""

    key: str
    tag_id: TagId
    count: FormCount


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedTag:
    """A tag with a chain of its own: its examples, whether its suggestions are shown, how often they were right."""

    tag_id: TagId
    examples: int
    is_shown: bool
    precision: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningStatus:
    """``scores`` are by tag; ``documents`` the last ones worked on, the oldest of them first.

    ``tagged`` and ``refused`` are forms, those of which most is known first, ``MOST_FORMS`` of each at most;
    ``tagged_count`` and ``refused_count`` are of all.
    """

    revision: str
    scores: Mapping[TagId, Score]
    documents: tuple[DocumentFigure, ...]
    tagged: tuple[LearnedForm, ...]
    refused: tuple[LearnedForm, ...]
    tagged_count: int
    refused_count: int
    tags: tuple[LearnedTag, ...]
    features: int
    shared: tuple[SharedModel, ...]

    @property
    def total(self) -> Score:
        found = Score()
        for score in self.scores.values():
            found = found.added(score)
        return found

    @property
    def is_empty(self) -> bool:
        return not (self.scores or self.tagged or self.refused or self.shared)


def learning_status(library: Library) -> LearningStatus:
    """The running figures and what was learned, of the library's own model.

    Raises:
        LibraryError.
    """
    model = own_model(library).model
    forms = [LearnedForm(key=key, tag_id=tag, count=count) for (key, tag), count in model.memory.items()]
    forms.sort(key=lambda form: (-form.count.weight, form.key))
    tagged = [form for form in forms if form.count.tagged]
    refused = [form for form in forms if form.count.is_refused]
    titles = {document.id: document.title for document in library.documents.list()}
    return LearningStatus(
        revision=revision(library),
        scores=library.learning.scores_by_tag(),
        documents=tuple(
            DocumentFigure(title=titles.get(each.document_id, ""), score=each.score, last=each.last)
            for each in library.learning.scores_by_document(_DOCUMENTS)
        ),
        tagged=tuple(tagged[:MOST_FORMS]),
        refused=tuple(refused[:MOST_FORMS]),
        tagged_count=len(tagged),
        refused_count=len(refused),
        tags=tuple(
            LearnedTag(
                tag_id=chain.tag, examples=chain.examples, is_shown=chain.is_shown, precision=chain.record.precision
            )
            for chain in sorted(model.chains.values(), key=lambda chain: -chain.examples)
        ),
        features=len(model.tagger.weights),
        shared=tuple(shared_models(library)),
    )
