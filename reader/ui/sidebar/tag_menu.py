# SPDX-License-Identifier: GPL-3.0-or-later
"""Menus of tags: one to choose a tag from, and one to tick several, with the colours of the theme."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from reader.model.ids import TagId
from reader.ui.models.sentences import isolated, on_one_line
from reader.ui.models.tags import ShownTags, TagColour

_ICON_PX = 32
_LONGEST_NAME = 24


def tag_icon(colour: TagColour, *, is_ticked: bool = True) -> QIcon:
    """A round chip in the tag's colour; as a ring when it is there to be ticked and is not."""
    pixmap = QPixmap(_ICON_PX, _ICON_PX)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour.line, 3))
    painter.setBrush(colour.line if is_ticked else Qt.GlobalColor.transparent)
    painter.drawEllipse(QRectF(6.5, 6.5, _ICON_PX - 13, _ICON_PX - 13))
    painter.end()
    return QIcon(pixmap)


def menu_text(text: str) -> str:
    """The text for a menu entry: isolated, and its ampersands are no mnemonics."""
    return isolated(text).replace("&", "&&")


class TagMenu(QMenu):
    """All tags, to choose one of them.

    Signals: tag_chosen (str tag id).
    """

    tag_chosen = Signal(str)

    def __init__(self, title: str, tags: ShownTags, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        for tag, depth in tags.in_order:
            key = f"\t{tag.shortcut.upper()}" if tag.shortcut else ""
            action = self.addAction(tag_icon(tags.colour(tag.id)), "   " * depth + menu_text(tags.name(tag.id)) + key)
            action.triggered.connect(lambda _checked=False, tag_id=tag.id: self.tag_chosen.emit(tag_id))


class TagFilterMenu(QMenu):
    """All tags, each with a tick; it stays open while they are ticked.

    Signals: selection_changed (frozenset of tag ids; empty when none is ticked, which means all).
    """

    selection_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = ShownTags()
        self._chosen: frozenset[TagId] = frozenset()
        self._counts: Mapping[TagId, int] = {}

    @property
    def chosen(self) -> frozenset[TagId]:
        return self._chosen

    def name_of(self, tag_id: TagId) -> str:
        return self._tags.name(tag_id)

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags
        self._chosen = frozenset(tag_id for tag_id in self._chosen if tag_id in tags)
        self._build()

    def set_counts(self, counts: Mapping[TagId, int]) -> None:
        """How many entries each tag has."""
        self._counts = counts
        self._build()

    def choose(self, chosen: frozenset[TagId]) -> None:
        """Tick these, and tell so."""
        self._chosen = chosen
        self._build()
        self.selection_changed.emit(chosen)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._toggle(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        toggles = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (toggles and self._toggle(self.activeAction())):
            super().keyPressEvent(event)

    def _toggle(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable():
            return False
        action.toggle()
        colour = self._tags.colour(TagId(str(action.data())))
        action.setIcon(tag_icon(colour, is_ticked=action.isChecked()))
        changed = frozenset({TagId(str(action.data()))})
        self._chosen = self._chosen | changed if action.isChecked() else self._chosen - changed
        self._all.setEnabled(bool(self._chosen))
        self.selection_changed.emit(self._chosen)
        return True

    def _build(self) -> None:
        self.clear()
        self._all = self.addAction(self.tr("Show all tags"))
        self._all.setEnabled(bool(self._chosen))
        self._all.triggered.connect(lambda: self.choose(frozenset()))
        self.addSeparator()
        for tag, depth in self._tags.in_order:
            count = f"\t{self.locale().toString(self._counts[tag.id])}" if self._counts.get(tag.id) else ""
            text = "   " * depth + menu_text(self._tags.name(tag.id)) + count
            is_ticked = tag.id in self._chosen
            action = self.addAction(tag_icon(self._tags.colour(tag.id), is_ticked=is_ticked), text)
            action.setCheckable(True)
            action.setChecked(is_ticked)
            action.setData(tag.id)


class TagFilterButton(QToolButton):
    """Opens the menu of tags to filter by, and says what is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tags_menu = TagFilterMenu(self)
        self.setMenu(self.tags_menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.tags_menu.selection_changed.connect(lambda _chosen: self._show_choice())
        self._show_choice()

    def set_tags(self, tags: ShownTags) -> None:
        self.tags_menu.set_tags(tags)
        self._show_choice()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_choice()
        super().changeEvent(event)

    def _show_choice(self) -> None:
        chosen = self.tags_menu.chosen
        if not chosen:
            text = self.tr("All tags")
        elif len(chosen) == 1:
            text = menu_text(on_one_line(self.tags_menu.name_of(next(iter(chosen))), _LONGEST_NAME))
        else:
            text = self.tr("%n tags", "", len(chosen))
        self.setText(f"{text} ▾")
        self.setAccessibleName(self.tr("Filter by tag"))
        self.setAccessibleDescription(text)
