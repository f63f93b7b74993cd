# SPDX-License-Identifier: GPL-3.0-or-later
"""The review of tags whose place is doubtful or gone: listed, shown on the page, decided one by one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.model.edit import Changes
from reader.model.ids import AnnotationId
from reader.store.displaced import DisplacedCount
from reader.ui.controller import Controller
from reader.ui.dialogs.placing import PlacingDialog
from reader.ui.fonts import quote_font
from reader.ui.main_window import MainWindow
from reader.ui.models.tags import ShownTags
from reader.workspace import reviewing
from reader.workspace.reviewing import ReviewItem

_NONE = DisplacedCount()


class PlacingDesk(QObject):
    """Signals: hinted (str sentence), counted (int): so many tags of the open document have no sure place."""

    hinted = Signal(str)
    counted = Signal(int)

    def __init__(self, window: MainWindow, controller: Controller) -> None:
        super().__init__(window)
        self._window, self._pane = window, window.pane
        self._controller = controller
        self._tags = ShownTags()
        self._dialog: PlacingDialog | None = None

    @property
    def dialog(self) -> PlacingDialog | None:
        """The dialog, once it has been asked for."""
        return self._dialog

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags
        if self._dialog is not None:
            self._dialog.set_tags(tags)

    def show(self) -> None:
        """Open the review of the open document."""
        if self._controller.document is None:
            return
        dialog = self._dialog or self._made()
        dialog.set_tags(self._tags)
        self._refresh()
        dialog.show()
        dialog.raise_()
        dialog.list.setFocus()

    def on_changed(self, changes: Changes) -> None:
        """What is known of them has changed."""
        document = self._controller.document
        if changes.documents or (document is not None and document.id in changes.displaced_of):
            self.on_document_changed()

    def on_document_changed(self) -> None:
        document = self._controller.document
        count = _NONE
        if document is not None:
            count = self._controller.ask(lambda library: library.displaced.count(document.id), _NONE)
        self.counted.emit(count.total)
        if self._dialog is not None and self._dialog.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        document, dialog = self._controller.document, self._dialog
        if dialog is None:
            return
        nothing: list[ReviewItem] = []
        if document is None:
            dialog.show_items(nothing)
            return
        dialog.show_items(self._controller.ask(lambda library: reviewing.review_items(library, document.id), nothing))

    def _made(self) -> PlacingDialog:
        self._dialog = dialog = PlacingDialog(self._window)
        dialog.set_quote_font(quote_font())
        dialog.shown.connect(self._show_place)
        dialog.accepted_places.connect(self._accept)
        dialog.attached.connect(self._attach)
        dialog.left.connect(self._leave)
        dialog.removed.connect(self._remove)
        return dialog

    def _show_place(self, item: ReviewItem) -> None:
        place = item.displaced.proposed
        if place is not None:
            self._pane.reveal(place)
            self._pane.select(place)

    def _accept(self, ids: Sequence[str]) -> None:
        self._controller.do(partial(reviewing.place_proposed, ids=[AnnotationId(each) for each in ids]))

    def _attach(self, annotation_id: str) -> None:
        span = self._pane.selection
        if span is None:
            self.hinted.emit(self.tr("Select the tag's place on the page first."))
            return
        self._controller.do(partial(reviewing.place_at, annotation_id=AnnotationId(annotation_id), span=span))

    def _leave(self, ids: Sequence[str]) -> None:
        self._controller.do(partial(reviewing.leave_as_orphans, ids=[AnnotationId(each) for each in ids]))

    def _remove(self, ids: Sequence[str]) -> None:
        self._controller.do(partial(reviewing.remove_displaced, ids=[AnnotationId(each) for each in ids]))
