# SPDX-License-Identifier: GPL-3.0-or-later
"""How the rows of the entity panel are drawn: headings, entities, groups with an offer to link, mentions."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView

from reader.model.annotation import Annotation
from reader.ui.dialogs.entities_rows import NO_COLOUR, ContextPainter
from reader.ui.models.document_entities import Heading
from reader.ui.models.entities import RECORD_ROLE, EntityRow, EntityWords
from reader.ui.models.tags import ShownTags
from reader.ui.models.windows import Index
from reader.ui.sidebar.deciding_delegate import BUTTON_PX, DecidingDelegate
from reader.ui.sidebar.entries import Entry, detail_font, draw_background, draw_line, quiet_ink
from reader.workspace.entity_proposals import UnlinkedGroup

_PADDING_PX = 5
_MARGIN_PX = 10
_HEADING_PX = 12


class DocumentEntityDelegate(DecidingDelegate):
    """Signals: accept_clicked (UnlinkedGroup), reject_clicked (UnlinkedGroup)."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._words = EntityWords(self)
        self.context = ContextPainter(view.font())

    def set_tags(self, tags: ShownTags) -> None:
        super().set_tags(tags)
        self.context.tags = tags

    def set_quote_font(self, font: QFont) -> None:
        super().set_quote_font(font)
        self.context.font = QFont(font)

    def record(self, index: Index) -> UnlinkedGroup | None:
        record = index.data(RECORD_ROLE)
        return record if isinstance(record, UnlinkedGroup) and len(record.proposals) == 1 else None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        record = index.data(RECORD_ROLE)
        if isinstance(record, Heading):
            return QSize(100, QFontMetrics(detail_font(option)).height() + _HEADING_PX + _PADDING_PX)
        if isinstance(record, Annotation):
            return QSize(100, self.context.height + 2 * _PADDING_PX)
        return self.painter.size(option)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        record = index.data(RECORD_ROLE)
        if isinstance(record, EntityRow):
            self.painter.draw(painter, option, self._entity_entry(record))
        elif isinstance(record, UnlinkedGroup):
            self._draw_group(painter, option, record)
        elif isinstance(record, Annotation):
            painter.save()
            draw_background(painter, option)
            box = QRect(option.rect).adjusted(_MARGIN_PX, 0, -_MARGIN_PX, 0)
            self.context.draw(painter, option, box, record)
            painter.restore()
        elif isinstance(record, Heading):
            self._draw_heading(painter, option, record)

    def _entity_entry(self, row: EntityRow) -> Entry:
        kind = row.entity.kind
        return Entry(
            quote=row.entity.name,
            name=self._words.kind(row.entity, self._tags),
            detail=self._words.mentions(row.count),
            is_detail_ours=True,
            colour=NO_COLOUR if kind is None else self._tags.colour(kind),
        )

    def _draw_group(self, painter: QPainter, option: QStyleOptionViewItem, group: UnlinkedGroup) -> None:
        has_offer = len(group.proposals) == 1
        entry = Entry(
            quote=group.name,
            name=self._tags.name(group.tag_id),
            detail=self._words.offer(group),
            is_detail_ours=True,
            colour=self._tags.colour(group.tag_id),
        )
        self.painter.draw(painter, option, entry, 2 * BUTTON_PX if has_offer else 0)
        if has_offer:
            painter.save()
            self.draw_buttons(painter, option)
            painter.restore()

    @staticmethod
    def _draw_heading(painter: QPainter, option: QStyleOptionViewItem, heading: Heading) -> None:
        painter.save()
        painter.setFont(detail_font(option))
        painter.setPen(quiet_ink(option))
        box = QRect(option.rect).adjusted(_MARGIN_PX, _HEADING_PX - _PADDING_PX, -_MARGIN_PX, 0)
        draw_line(painter, box, heading.text, option.direction, is_sentence=True)
        painter.restore()
