# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of very many records: made and applied in a worker process, whole or not at all, on the user's own session.

A wish is a function of this module and its arguments, so that it can be sent to the worker, which makes the edit from
the library as it is: the records themselves never travel.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from inspect import signature
from pathlib import Path
from typing import Any, Literal

from reader.errors import Cancelled
from reader.model.edit import Changes, Edit
from reader.model.ids import AnnotationId, DocumentId, TagId
from reader.model.suggestion import Suggestion, SuggestionFilter
from reader.store import Library, Session
from reader.text.spans import Span
from reader.workspace import deciding, edits
from reader.workspace.workspace import Workspace

LARGE = 500
"""Changes; an edit of more takes longer than a frame, which is all that the window may wait for."""

PATIENCE_MS = 60_000
"""How long a wish waits for whoever is writing. Nothing in the window waits for it meanwhile."""

Turn = Literal["undo", "redo"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """An edit to be made: a function below with its arguments but for the library."""

    function: Callable[..., Edit]
    arguments: Mapping[str, Any]

    def __call__(self, library: Library, check: Callable[[], None] = lambda: None) -> Edit:
        """The edit. A function that takes long has a parameter ``check``, which it calls now and then."""
        takes_long = "check" in signature(self.function).parameters
        return self.function(library, **self.arguments, **({"check": check} if takes_long else {}))


def wish(function: Callable[..., Edit], **arguments: Any) -> Wish:
    return Wish(function=function, arguments=arguments)


def carry_out(
    library_path: Path,
    wish: Wish | Turn,
    *,
    author: str,
    session: Session,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> Changes:
    """Do what is wished, in one transaction; when this returns, it is on the disk.

    Raises:
        Cancelled: nothing was changed.
        ReaderError: what the edit and the library raise; nothing was changed.
    """

    def check() -> None:
        if cancelled():
            raise Cancelled

    def heed(done: int, total: int) -> None:
        check()
        progress(done, total)

    with Library.open(library_path, create=False, patience_ms=PATIENCE_MS, session=session) as library:
        library.keep_readable()
        workspace = Workspace(library, author)
        if wish == "undo":
            return workspace.undo(heed)
        if wish == "redo":
            return workspace.redo(heed)
        edit = wish(library, check)
        heed(0, len(edit.changes))
        return workspace.edit(edit, heed)


def tag(library: Library, document_id: DocumentId, spans: Sequence[Span], tag_id: TagId, author: str) -> Edit:
    return edits.tag_spans(library.texts.open(document_id), document_id, spans, tag_id, author)


def remove(library: Library, ids: Sequence[AnnotationId]) -> Edit:
    return edits.remove_annotations(library, ids)


def retag(library: Library, ids: Sequence[AnnotationId], tag_id: TagId) -> Edit:
    return edits.retag_annotations(library.annotations.find(ids), tag_id)


def accept(library: Library, document_id: DocumentId, suggestions: Sequence[Suggestion], author: str) -> Edit:
    return edits.accept_suggestions(library.texts.open(document_id), document_id, suggestions, author)


def reject(_library: Library, document_id: DocumentId, suggestions: Sequence[Suggestion], author: str) -> Edit:
    return edits.reject_suggestions(document_id, suggestions, author)


def accept_all(library: Library, document_id: DocumentId, wanted: SuggestionFilter, author: str) -> Edit:
    return deciding.accept_all(library, library.texts.open(document_id), document_id, wanted, author)


def reject_all(library: Library, document_id: DocumentId, wanted: SuggestionFilter, author: str) -> Edit:
    return deciding.reject_all(library, document_id, wanted, author)


def merge_tags(library: Library, tag_ids: Sequence[TagId], into: TagId) -> Edit:
    return edits.merge_tags(library, tag_ids, into)


def delete_tag(library: Library, tag_id: TagId, move_to: TagId | None) -> Edit:
    """The tag's annotations get ``move_to``, or go too where that is None."""
    return edits.delete_tag(library, tag_id, move_to=move_to, delete_annotations=move_to is None)


def correct_text(  # noqa: PLR0917 - the order in which one says it
    library: Library, document_id: DocumentId, span: tuple[int, int], words: str, instead_of: str, author: str
) -> Edit:
    from reader.workspace import changing_text  # noqa: PLC0415 - seldom wanted

    return changing_text.correct_text(library, document_id, span, words, instead_of, author)


def revert_text(
    library: Library, document_id: DocumentId, version: int, author: str, check: Callable[[], None] = lambda: None
) -> Edit:
    """Nothing to change where the text is the same."""
    from reader.workspace import changing_text  # noqa: PLC0415 - seldom wanted

    edit = changing_text.revert_text(library, document_id, version, author, check).edit
    return edit or Edit(name="revert-text", document_id=document_id, changes=())
