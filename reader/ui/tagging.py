# SPDX-License-Identifier: GPL-3.0-or-later
"""What the user does on the page: give a tag, change it, write a note, go from tag to tag."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtGui import QCursor

from reader.model.annotation import Annotation
from reader.model.ids import AnnotationId
from reader.model.suggestion import Suggestion
from reader.text.direction import Direction
from reader.text.spans import Span
from reader.ui.controller import Controller
from reader.ui.current import Current
from reader.ui.models.annotations import EVERYTHING
from reader.ui.popups.note import NotePopup
from reader.ui.popups.tag_picker import TagPicker
from reader.ui.reading_pane import Arc, MarkKind, ReadingPane
from reader.ui.review import Review
from reader.ui.sources import DocumentAnnotations, DocumentSuggestions, key_of, place_in

_SCROLL_REACH_PX = 16
"""The page may move so far while tags are offered beside a selection: it settles as its heights become known."""


class Tagging(QObject):
    """Joins the page, the tag picker and the note to the controller. Truth stays in the library.

    Signals:
        hinted (str): something worth saying in passing, in the interface's language.
        relation_asked (Annotation source, Annotation target): name the relation.
        occurrences_asked (str phrase, str tag id or ""): list all places of the phrase.
    """

    hinted = Signal(str)
    relation_asked = Signal(object, object)
    occurrences_asked = Signal(str, str)

    def __init__(
        self,
        pane: ReadingPane,
        controller: Controller,
        current: Current,
        suggestions: DocumentSuggestions,
        *,
        review: Review,
        picker: TagPicker,
        note: NotePopup,
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._controller = controller
        self._current = current
        self._picker = picker
        self._note = note
        self._annotations = DocumentAnnotations(controller)
        self._suggestions = suggestions
        self._review = review
        self._relation_source: Annotation | None = None
        self._retagged: Annotation | None = None
        self._offered_at = 0

    # The page tells

    def on_selection_finished(self, span: Span, rect: QRect) -> None:
        """The user let go of a selection: offer the tags beside it."""
        if self._controller.document is None:
            self.hinted.emit(self.tr("The text is still being taken into the library; tags can be set after that."))
            return
        self._retagged = None
        self._review.leave()
        if self._controller.can_write:
            self._offer_tags(rect, self._controller.annotations_on(span))

    def on_mark_activated(self, kind: str, key: str) -> None:
        """A mark was clicked."""
        if kind == MarkKind.ANNOTATION:
            self.choose_annotation(key, reveal=False)
        elif kind == MarkKind.SUGGESTION:
            if (suggestion := self._suggestions.at(*place_in(key))) is not None:
                self._review.take(suggestion)
        else:
            self._review.leave()

    def on_edges_dragged(self, key: str, span: Span) -> None:
        suggestion = self._current.suggestion
        if suggestion is not None and key == key_of(suggestion):
            self._review.set_span(span)
        elif self._controller.change_span(key, span):
            self.choose_annotation(key, reveal=False)

    # Choosing

    def choose_annotation(self, annotation_id: str, *, reveal: bool = True) -> None:
        """Set the annotation off; where the other end of a relation was waited for, it is this one."""
        annotation = self._controller.annotation(annotation_id) if annotation_id else None
        source, self._relation_source = self._relation_source, None
        if source is not None and annotation is not None and source.id != annotation.id:
            self.relation_asked.emit(source, annotation)
            return
        self._current.set_annotation(annotation)
        if annotation is not None and reveal:
            self._pane.reveal(annotation.span)

    def choose_suggestion(self, suggestion: Suggestion | None, *, reveal: bool = True) -> None:
        """Set it off on the page, without reviewing it there: the user is at work elsewhere."""
        self._current.set_suggestion(suggestion)
        if suggestion is not None and reveal:
            self._pane.reveal(suggestion.span)

    def go_to_annotation(self, annotation_id: str) -> None:
        """Show the annotation and give the keyboard to the page, with the caret before it."""
        annotation = self._controller.annotation(annotation_id)
        if annotation is not None:
            self._pane.go_to(annotation.span.start)
            self.choose_annotation(annotation_id)
            self._pane.setFocus()

    def refresh_current(self) -> None:
        """Read the annotation that is set off anew, after an edit; let it go when it is gone."""
        if self._current.annotation is not None:
            self._current.set_annotation(self._controller.annotation(self._current.annotation.id))
        elif (suggestion := self._current.suggestion) is not None:
            self._review.refresh()
            if not self._review.is_on and self._suggestions.at(suggestion.span, suggestion.tag_id) is None:
                self._current.set_suggestion(None)

    def show_current(self) -> None:
        """Set off on the page what is current, with its relations."""
        annotation, suggestion = self._current.annotation, self._current.suggestion
        key = annotation.id if annotation is not None else key_of(suggestion) if suggestion is not None else None
        self._pane.set_current_mark(key)
        self._pane.set_arcs(self._arcs_of(annotation) if annotation is not None else ())

    # Tagging

    def on_tag_picked(self, tag_id: str) -> None:
        """A tag was chosen beside the selection, or beside the annotation that is to get another one."""
        retagged, self._retagged = self._retagged, None
        if retagged is not None:
            self._controller.change_tag([retagged.id], tag_id)
        else:
            self.give_tag(tag_id)

    def give_tag(self, tag_id: str) -> None:
        """The selection gets the tag; without one, the annotation that is set off changes to it."""
        span, annotation = self._pane.selection, self._current.annotation
        if self._controller.document is None:
            self.hinted.emit(self.tr("The text is still being taken into the library; tags can be set after that."))
        elif span is not None:
            self._tag(span, tag_id)
        elif annotation is not None:
            self._controller.change_tag([annotation.id], tag_id)
        elif self._current.suggestion is not None:
            self._review.accept_as(tag_id)
        else:
            self.hinted.emit(self.tr("Select words first, then give them a tag."))

    def ask_for_occurrences(self, tag_id: str = "") -> None:
        if self._pane.selection is not None and self._controller.document is not None:
            self._picker.leave()
            self.occurrences_asked.emit(self._pane.selected_text(), tag_id)

    def change_tag(self) -> None:
        """Offer the tags beside the annotation or suggestion that is set off."""
        if (annotation := self._current.annotation) is not None:
            self._retagged = annotation
            self._offer_tags(self._rect_of(annotation.span), [annotation])
        elif (suggestion := self._current.suggestion) is not None:
            self._offer_tags(self._rect_of(self._review.span or suggestion.span), [])

    def remove(self) -> None:
        if (annotation := self._current.annotation) is not None:
            self._controller.remove([annotation.id])

    def write_note(self) -> None:
        if (annotation := self._current.annotation) is not None:
            self._note.edit(annotation, self._rect_of(annotation.span))

    def write_note_beside(self, annotation_id: str, rect: QRect) -> None:
        """As asked for in the sidebar, where ``rect`` (global) is."""
        if (annotation := self._controller.annotation(annotation_id)) is not None:
            self._note.edit(annotation, rect)

    def save_note(self, annotation_id: str, note: str, attributes: tuple[tuple[str, str], ...]) -> None:
        if not self._controller.change_note(annotation_id, note, attributes):
            self._note.reopen()

    def begin_relation(self) -> None:
        """The next annotation that is chosen becomes the other end of a relation from the present one."""
        self._relation_source = self._current.annotation
        if self._relation_source is not None:
            self.hinted.emit(self.tr("Click the tag that this one is to be related to."))

    def relate(self, source_id: str, target_id: str) -> None:
        """As asked for in the sidebar."""
        source, target = self._controller.annotation(source_id), self._controller.annotation(target_id)
        if source is not None and target is not None:
            self.relation_asked.emit(source, target)

    # From one to the next

    def go_to_next(self) -> None:
        found = self._annotations.page_after(self._annotation_place(), 1, EVERYTHING)
        self._go_to_first(found)

    def go_to_previous(self) -> None:
        found = self._annotations.page_before(self._annotation_place(), 1, EVERYTHING)
        self._go_to_first(found)

    def on_scrolled(self, value: int) -> None:
        """The page moved away under the tags that are offered."""
        if abs(value - self._offered_at) > _SCROLL_REACH_PX:
            self._picker.leave()

    # Inside

    def _offer_tags(self, rect: QRect, present: Sequence[Annotation]) -> None:
        self._offered_at = self._pane.verticalScrollBar().value()
        self._picker.show_for(rect, present, self._direction())

    def _tag(self, span: Span, tag_id: str) -> None:
        if self._controller.tag([span], tag_id):
            self._picker.leave()
            self._pane.select(None)
            here = [each for each in self._controller.annotations_on(span) if each.tag_id == tag_id]
            if here:
                self.choose_annotation(here[-1].id, reveal=False)

    def _go_to_first(self, annotations: Sequence[Annotation]) -> None:
        for annotation in annotations[:1]:
            self.go_to_annotation(annotation.id)

    def _annotation_place(self) -> tuple[int, str]:
        if (annotation := self._current.annotation) is not None:
            return annotation.span.start, annotation.id
        return self._pane.caret or 0, AnnotationId("")

    def _arcs_of(self, annotation: Annotation) -> list[Arc]:
        relations = self._controller.relations_of(annotation)
        return [Arc(source.span, target.span, relation.name) for relation, source, target in relations]

    def _direction(self) -> Direction:
        document = self._controller.document
        return Direction.RIGHT_TO_LEFT if document is None else document.direction

    def _rect_of(self, span: Span) -> QRect:
        self._pane.reveal(span)
        rect = self._pane.rect_of(span)
        if rect is None:
            return QRect(QCursor.pos(), QCursor.pos() + QPoint(1, 1))
        return QRect(self._pane.viewport().mapToGlobal(rect.topLeft()), rect.size())
