# SPDX-License-Identifier: GPL-3.0-or-later
"""Linking the tags of the open document to entities: the board beside a tag, and the panel in the sidebar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

from reader.errors import DocumentNotReady, ReaderError
from reader.model.annotation import Annotation
from reader.model.edit import Changes
from reader.model.entity import Entity
from reader.model.ids import AnnotationId, EntityId, TagId
from reader.store import Library
from reader.text.direction import Direction
from reader.text.spans import Span
from reader.ui.controller import Controller
from reader.ui.entity_question import Question, Reach
from reader.ui.fonts import quote_font
from reader.ui.jobs import Jobs
from reader.ui.messages import filled
from reader.ui.models.tags import ShownTags
from reader.ui.reading_pane import ReadingPane
from reader.ui.sidebar.entities import EntityPanel
from reader.workspace import edits, entities
from reader.workspace.entity_proposals import (
    DocumentEntities,
    Proposal,
    propose,
    surroundings_of,
)
from reader.workspace.worker import errand

if TYPE_CHECKING:
    from reader.ui.dialogs.entities_picker import EntityPicker

_CONTENT = "entities-of-document"
_NO_TAG = TagId("")


class EntityLinking(QObject):
    """Asks who is meant, and links what the user says.

    Signals:
        hinted (str), failed (ReaderError).
        alike_requested (Entity, Annotation): list all tags like this one, to choose which mention the entity.
    """

    hinted = Signal(str)
    failed = Signal(object)
    alike_requested = Signal(object, object)

    def __init__(
        self,
        window: QWidget,
        pane: ReadingPane,
        panel: EntityPanel,
        controller: Controller,
        jobs: Jobs,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pane = pane
        self._panel = panel
        self._controller = controller
        self._jobs = jobs
        self._asked: Annotation | None = None
        self._is_tagged = True
        self._tags = ShownTags()
        self.picker: EntityPicker | None = None
        self._connect()

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags
        if self.picker is not None:
            self.picker.set_tags(tags)

    def leave(self) -> None:
        """What is asked has no place any more."""
        if self.picker is not None:
            self.picker.leave()

    # The library and the document

    def on_document_changed(self) -> None:
        self.leave()
        self._panel.set_has_document(has_document=self._controller.document is not None)

    def on_changed(self, changes: Changes) -> None:
        """An edit, ours or another program's, has touched something."""
        document = self._controller.document
        if document is not None and (document.id in changes.annotations_of or changes.entities):
            self._panel.refresh()

    # Asking

    def ask(self, annotation: Annotation | None, beside: QRect | None = None) -> None:
        """Ask beside the annotation, or beside a rectangle (global), which entity it mentions."""
        if annotation is None or self._controller.document is None or not self._controller.can_write:
            return
        self._asked, self._is_tagged = annotation, True
        linked = self._controller.ask(lambda library: library.entities.entity_of(annotation.id), None)
        alike = self._alike(annotation, linked)
        self._show(Question(words=annotation.quote, alike_here=len(alike) - 1, linked_to=linked), beside)

    def ask_about(self, span: Span | None) -> None:
        """Ask which entity the selected words mention; an answer tags them too."""
        document, text = self._controller.document, self._controller.text
        if span is None or document is None or text is None or not self._controller.can_write:
            return
        if here := self._controller.annotations_on(span):
            self.ask(here[-1])
            return
        try:
            edit = edits.tag_spans(text, document.id, [span], _NO_TAG, self._controller.author)
        except ReaderError as error:
            self.failed.emit(error)
            return
        (change,) = edit.changes
        assert isinstance(change.after, Annotation)
        self._asked, self._is_tagged = change.after, False
        self._show(Question(words=change.after.quote, can_choose=False), None)

    def ask_by_id(self, annotation_id: str) -> None:
        self.ask(self._controller.annotation(annotation_id))

    # Inside

    def _connect(self) -> None:
        panel = self._panel
        panel.model.set_sources(self._mentions_here, self._annotations)
        panel.content_requested.connect(self._read_content)
        panel.question_requested.connect(self.ask_by_id)
        panel.link_requested.connect(lambda entity, ids: self.link(entity, self._annotations(ids)))
        panel.refusal_requested.connect(self._refuse)
        panel.unlink_requested.connect(self._unlink)

    def _made(self) -> EntityPicker:
        from reader.ui.dialogs.entities_picker import EntityPicker  # noqa: PLC0415 - not needed to start

        self.picker = picker = EntityPicker(self._window)
        picker.set_quote_font(quote_font())
        picker.set_tags(self._tags)
        picker.search_requested.connect(self._on_search)
        picker.entity_chosen.connect(self._on_entity_chosen)
        picker.creation_requested.connect(self._on_creation)
        picker.refusal_requested.connect(self._on_refusal)
        picker.unlink_requested.connect(self._on_unlink)
        picker.closed.connect(self._pane.setFocus)
        return picker

    def _show(self, question: Question, beside: QRect | None) -> None:
        assert self._asked is not None
        picker = self.picker or self._made()
        rect = beside or self._rect_of(self._asked)
        picker.ask(question, self._proposals(self._asked, ""), rect, self._direction())

    def _alike(self, annotation: Annotation, linked: Entity | None) -> list[Annotation]:
        also_of = None if linked is None else linked.id
        return self._controller.ask(lambda library: entities.alike(library, annotation, also_of=also_of), [annotation])

    def _proposals(self, annotation: Annotation, typed: str) -> Sequence[Proposal]:
        text, tag_id = self._controller.text, annotation.tag_id or None

        def read(library: Library) -> list[Proposal]:
            if text is None:
                return []
            around = surroundings_of(library, annotation.document_id, text, annotation.span)
            called = library.entities.recognised_as([annotation.id]).get(annotation.id, "")
            return propose(library, annotation.quote, tag_id, around, called=called, typed=typed)

        return self._controller.ask(read, [])

    def _on_search(self, typed: str) -> None:
        if self._asked is not None and self.picker is not None:
            self.picker.show_proposals(self._proposals(self._asked, typed))

    def _on_entity_chosen(self, entity: Entity, reach: Reach) -> None:
        annotation = self._asked
        if annotation is None:
            return
        if not self._is_tagged:
            self._tag_and_link(annotation.span, entity)
        elif reach is Reach.CHOOSE:
            self.alike_requested.emit(entity, annotation)
        else:
            self.link(entity, self._reached(annotation, reach))

    def _tag_and_link(self, span: Span, entity: Entity) -> None:
        document, text, author = self._controller.document, self._controller.text, self._controller.author
        if document is None or text is None:
            self.failed.emit(DocumentNotReady())
        elif self._controller.do(lambda _library: entities.tag_and_link(text, document.id, span, entity, author)):
            self.hinted.emit(filled(self.tr("%n tags are linked to %1 now.", "", 1), entity.name))

    def _on_creation(self, name: str, reach: Reach) -> None:
        annotation = self._asked
        if annotation is None:
            return
        if not self._is_tagged:
            self.hinted.emit(self.tr("Give the words a tag first; it says what kind of thing the new entity is."))
            return
        try:
            entity = entities.new_entity(name, annotation.tag_id)
        except ReaderError as error:
            self.failed.emit(error)
            return
        found = [annotation] if reach is Reach.CHOOSE else self._reached(annotation, reach)
        if not self._controller.do(lambda library: entities.add_entity(library, entity, found)):
            return
        if reach is Reach.CHOOSE:
            self.alike_requested.emit(entity, annotation)
        else:
            self.hinted.emit(filled(self.tr("%1 is an entity of the library now."), entity.name))

    def _on_refusal(self, entity: Entity) -> None:
        if self._asked is not None and self.picker is not None:
            self._refuse(entity, self._asked.quote)
            self.picker.show_proposals(self._proposals(self._asked, ""))

    def _on_unlink(self, reach: Reach) -> None:
        if self._asked is not None:
            found = self._reached(self._asked, Reach.ONE if reach is Reach.ONE else Reach.ALIKE_HERE)
            self._unlink([each.id for each in found])

    def _reached(self, annotation: Annotation, reach: Reach) -> list[Annotation]:
        """This one, or all like it that are linked to the same entity or to none."""
        if reach is not Reach.ALIKE_HERE:
            return [annotation]
        linked = self._controller.ask(lambda library: library.entities.entity_of(annotation.id), None)
        return self._alike(annotation, linked)

    def link(self, entity: Entity, annotations: Sequence[Annotation]) -> None:
        """The annotations mention the entity."""
        if self._controller.do(lambda library: entities.link(library, annotations, entity.id)):
            self.hinted.emit(filled(self.tr("%n tags are linked to %1 now.", "", len(annotations)), entity.name))

    def _refuse(self, entity: Entity, words: str) -> None:
        document = self._controller.document
        if document is None:
            self.failed.emit(DocumentNotReady())
            return
        author = self._controller.author
        done = self._controller.do(lambda library: entities.refuse(library, document.id, [words], entity.id, author))
        if done:
            self.hinted.emit(filled(self.tr("%1 is not offered for these words in this text again."), entity.name))

    def _unlink(self, ids: Sequence[str]) -> None:
        wanted = [AnnotationId(each) for each in ids]
        self._controller.do(lambda library: entities.unlink(library, library.annotations.find(wanted)))

    # The panel

    def _read_content(self) -> None:
        document = self._controller.document
        if document is None:
            self._panel.show_content(None)
            return
        path, document_id = self._controller.library_path, document.id

        work = errand("entities_of_document", library_path=path, document_id=document_id)
        self._jobs.start(_CONTENT, work, on_success=self._on_content, on_failure=self.failed.emit)

    def _on_content(self, content: DocumentEntities) -> None:
        document = self._controller.document
        if document is not None and content.document_id == document.id:
            self._panel.show_content(content)

    def _mentions_here(self, entity_id: EntityId) -> Sequence[AnnotationId]:
        document = self._controller.document
        if document is None:
            return ()
        return self._controller.ask(lambda library: library.entities.mention_ids(entity_id, document.id), [])

    def _annotations(self, ids: Sequence[str]) -> list[Annotation]:
        wanted = [AnnotationId(each) for each in ids]
        return self._controller.ask(lambda library: library.annotations.find(wanted), [])

    # The page

    def _rect_of(self, annotation: Annotation) -> QRect:
        self._pane.reveal(annotation.span)
        rect = self._pane.rect_of(annotation.span)
        if rect is None:
            return QRect(QCursor.pos(), QCursor.pos() + QPoint(1, 1))
        return QRect(self._pane.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def _direction(self) -> Direction:
        document = self._controller.document
        return Direction.RIGHT_TO_LEFT if document is None else document.direction
