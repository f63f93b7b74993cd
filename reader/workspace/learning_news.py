# SPDX-License-Identifier: GPL-3.0-or-later
"""What the user did since learning last looked: forms tagged more or less often, and the places that were touched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from reader.model.annotation import Annotation
from reader.model.ids import DocumentId, TagId
from reader.recognisers.learning.forms import form_key
from reader.recognisers.learning.memory import FormCount
from reader.recognisers.learning.outcomes import Place
from reader.store import Library
from reader.store.learning import ChangedMark, EditState, MarkSide
from reader.text.spans import Span
from reader.workspace.learned_models import Progress

EDITS_AT_ONCE: Final = 300
_CHANGES_AT_ONCE: Final = 2000
MOST_PLACES: Final = 1000
"""So many places of one edit are looked at: what tags ten thousand places at once says little of any of them. The forms
of all are counted."""

Forms = dict[tuple[str, TagId], FormCount]


@dataclass(slots=True)
class News:
    """``forms`` are changes of counts; ``touched`` places of annotations and decisions; ``undone`` that edits were."""

    forms: Forms = field(default_factory=dict)
    touched: dict[DocumentId, set[Place]] = field(default_factory=dict)
    has_undone: bool = False
    is_last: bool = True

    def count(self, key: str, tag: TagId, change: FormCount) -> None:
        if key:
            present = self.forms.get((key, tag), FormCount())
            self.forms[key, tag] = FormCount(
                present.tagged + change.tagged, present.refused + change.refused, present.left + change.left
            )


def news_since(library: Library, progress: Progress, cancelled: Callable[[], None]) -> tuple[News, Progress]:
    """What was done and undone since, up to a portion of it, and how far learning has come with that."""
    learning = library.learning
    _, turn = learning.last_edit()
    undone = frozenset(learning.undone_edits())
    edits = learning.edits_since(progress.edit, progress.turn, progress.undone, EDITS_AT_ONCE)
    newest = [edit.id for edit in edits if edit.id > progress.edit]
    last = max(newest, default=progress.edit)
    is_last = len(newest) < EDITS_AT_ONCE
    news = News(is_last=is_last)
    for edit in edits:
        cancelled()
        way = _way(edit, progress)
        if way and edit.id <= last:
            news.has_undone |= way < 0
            _follow(library, edit.id, way, news)
    known_undone = frozenset(number for number in undone if number <= last)
    return news, replace(progress, edit=last, turn=turn, undone=known_undone)


def _way(edit: EditState, progress: Progress) -> int:
    """1 when the edit is to be learned from, -1 when it is to be unlearned, 0 when what is known of it is true."""
    if edit.id > progress.edit:
        return 1 if edit.is_done else 0
    if edit.is_done:
        return 1 if edit.id in progress.undone else 0
    return -1 if edit.turn > progress.turn and edit.id not in progress.undone else 0


def _follow(library: Library, edit_id: int, way: int, news: News) -> None:
    looked_at = 0
    for change in _changes(library, edit_id):
        before, after = (change.before, change.after) if way > 0 else (change.after, change.before)
        for side, by in ((before, -1), (after, 1)):
            if side is None:
                continue
            if not side.verdict:
                news.count(form_key(side.quote, side.before), side.tag_id, FormCount(tagged=by))
            if looked_at < MOST_PLACES:
                news.touched.setdefault(side.document_id, set()).add(place_of(side))
        looked_at += 1


def _changes(library: Library, edit_id: int) -> Iterator[ChangedMark]:
    row = 0
    while page := library.learning.sides_of(edit_id, row, _CHANGES_AT_ONCE):
        yield from page
        row = page[-1].row


def place_of(side: MarkSide) -> Place:
    return Span(side.start, side.end), side.tag_id


def everything(library: Library, forgotten: dict[tuple[str, TagId], str], cancelled: Callable[[], None]) -> News:
    """What all annotations and decisions of the library say, as if it had been done just now.

    ``forgotten`` are forms with the time before which what was said of them does not count.
    """
    news = News()
    for document_id in library.learning.documents_with_marks():
        touched = news.touched.setdefault(document_id, set())
        for annotation in _annotations(library, document_id, cancelled):
            key = form_key(annotation.quote, annotation.prefix[-1:])
            if annotation.created > forgotten.get((key, annotation.tag_id), ""):
                news.count(key, annotation.tag_id, FormCount(tagged=1))
            touched.add((annotation.span, annotation.tag_id))
        touched.update((each.span, each.tag_id) for each in library.decisions.of_document(document_id))
        touched.update(_with_outcome(library, document_id))
    return news


def _with_outcome(library: Library, document_id: DocumentId) -> Iterator[Place]:
    position = 0
    while page := library.learning.outcomes_after(document_id, position, _CHANGES_AT_ONCE):
        yield from ((each.span, each.tag_id) for _, each in page)
        position = page[-1][0]


def _annotations(library: Library, document_id: DocumentId, cancelled: Callable[[], None]) -> Iterator[Annotation]:
    position = None
    while page := library.annotations.page_after(document_id, position, _CHANGES_AT_ONCE):
        cancelled()
        yield from page
        position = (page[-1].span.start, page[-1].id)
