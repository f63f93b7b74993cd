# SPDX-License-Identifier: GPL-3.0-or-later
"""How an annotation is drawn in the sidebar: chip, quote, tag name and note."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from reader.model.annotation import Annotation
from reader.ui.models.annotations import AnnotationRole
from reader.ui.models.sentences import isolated
from reader.ui.models.windows import Index
from reader.ui.sidebar.entries import Entry
from reader.ui.sidebar.entry_delegate import EntryDelegate

_UNTOLD = frozenset({"provenance"})
"""Attributes that the program itself writes; the note popup shows them."""


class AnnotationDelegate(EntryDelegate):
    """Draws an annotation: chip, quote, tag name and note."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        annotation: Annotation = index.data(AnnotationRole.RECORD)
        entry = Entry(
            quote=annotation.quote,
            name=self._tags.name(annotation.tag_id),
            detail=annotation.note or self._attributes(annotation),
            colour=self._tags.colour(annotation.tag_id),
            is_in_view=self.is_in_view(annotation.span),
        )
        self.painter.draw(painter, option, entry)

    def _attributes(self, annotation: Annotation) -> str:
        told = [(name, value) for name, value in annotation.attributes if name not in _UNTOLD]
        return self.tr(", ").join(f"{isolated(name)}: {isolated(value)}" for name, value in told)
