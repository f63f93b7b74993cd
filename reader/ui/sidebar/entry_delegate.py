# SPDX-License-Identifier: GPL-3.0-or-later
"""What the delegates of the sidebar's lists have in common: tags, quote font, size, and which entries are in view."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from reader.text.spans import Span
from reader.ui.models.tags import ShownTags
from reader.ui.models.windows import Index
from reader.ui.sidebar.entries import EntryPainter
from reader.ui.sidebar.window_list import WindowListView


class EntryDelegate(QStyledItemDelegate):
    """A delegate that draws entries; what stands in one is for its subclass to say."""

    def __init__(self, view: QAbstractItemView) -> None:
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

    def is_in_view(self, span: Span) -> bool:
        """Whether the page shows something of the span; only lists that follow the page know."""
        followed = self._view.followed if isinstance(self._view, WindowListView) else None
        return followed is not None and followed.overlaps(span)
