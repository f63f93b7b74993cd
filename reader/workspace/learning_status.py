# SPDX-License-Identifier: GPL-3.0-or-later
"""How good suggestions are for this reader, and what was learned: for whoever wants to know."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from reader.model.ids import TagId
from reader.recognisers.learning.memory import FormCount
from reader.store import Library
from reader.workspace import learning
from reader.workspace.learned_models import own_model, remove_shared_model, revision, shared_models
from reader.workspace.learning_result import DocumentFigure, LearnedForm, LearnedTag, LearningStatus

MOST_FORMS: Final = 2000
_DOCUMENTS: Final = 40
"""Documents that the curve shows."""


def learning_status(library: Library) -> LearningStatus:
    """The running figures and what was learned, of the library's own model.

    Raises:
        LibraryError.
    """
    model = own_model(library).model
    forms = sorted(model.memory.items(), key=lambda each: (-each[1].weight, each[0]))
    tagged = [_form(form, count) for form, count in forms if count.tagged]
    refused = [_form(form, count) for form, count in forms if count.is_refused]
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


# The same for whoever has no library open: a job, a worker


def learning_status_of(library_path: Path) -> LearningStatus:
    """Raises: LibraryError."""
    with Library.open(library_path, create=False, read_only=True) as library:
        return learning_status(library)


def reset_learning(library_path: Path) -> LearningStatus:
    """Forget what was learned and the figures; the status then. Raises: LibraryError."""
    with Library.open(library_path, create=False) as library:
        learning.reset(library)
        return learning_status(library)


def forget_learned_form(library_path: Path, key: str, tag_id: TagId) -> LearningStatus:
    """Let one form go from the memory; the status then. Raises: LibraryError."""
    with Library.open(library_path, create=False) as library:
        learning.forget_form(library, key, tag_id)
        return learning_status(library)


def remove_shared_learning(library_path: Path, name: str) -> LearningStatus:
    """Let a model go that came in as a file; the status then. Raises: LibraryError."""
    with Library.open(library_path, create=False) as library:
        remove_shared_model(library, name)
        return learning_status(library)


def _form(form: tuple[str, TagId], count: FormCount) -> LearnedForm:
    return LearnedForm(key=form[0], tag_id=form[1], tagged=count.tagged, refused=count.refused)
