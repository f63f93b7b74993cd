# SPDX-License-Identifier: GPL-3.0-or-later
"""How an annotation is drawn in the sidebar: chip, quote, tag name and note."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reader.model.annotation import Annotation
from reader.ui.models.annotations import AnnotationRole
from reader.ui.models.sentences import isolated
from reader.ui.models.tags import ShownTags
from reader.ui.models.windows import Index
from reader.ui.sidebar.entries import Entry, EntryPainter
from reader.ui.sidebar.window_list import WindowListView

_UNTOLD = frozenset({"provenance"})
"""Attributes that the program itself writes; the note popup shows them."""


class AnnotationDelegate(QStyledItemDelegate):
    """Draws an annotation: chip, quote, tag name and note."""

    def __init__(self, view: WindowListView) -> None:
        super().__init__(view)
        self._view = view
        self._tags = ShownTags()
        self.painter = EntryPainter()

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags

    def set_quote_font(self, font: QFont) -> None:
        self.painter.set_quote_font(font)

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return self.painter.size(option)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        annotation: Annotation = index.data(AnnotationRole.RECORD)
        followed = self._view.followed
        entry = Entry(
            quote=annotation.quote,
            name=self._tags.name(annotation.tag_id),
            detail=annotation.note or self._attributes(annotation),
            colour=self._tags.colour(annotation.tag_id),
            is_in_view=followed is not None and followed.overlaps(annotation.span),
        )
        self.painter.draw(painter, option, entry)

    def _attributes(self, annotation: Annotation) -> str:
        told = [(name, value) for name, value in annotation.attributes if name not in _UNTOLD]
        return self.tr(", ").join(f"{isolated(name)}: {isolated(value)}" for name, value in told)
