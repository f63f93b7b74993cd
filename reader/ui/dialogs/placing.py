# SPDX-License-Identifier: GPL-3.0-or-later
"""Tags whose place in a changed text is doubtful or gone: the old place beside the new one, decided by keys."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.models.sentences import filled, layout_direction_of, on_one_line
from reader.ui.models.tags import ShownTags
from reader.ui.sidebar.tag_menu import tag_icon
from reader.workspace.reviewing import Passage, ReviewItem

_ROW_PADDING_PX = 12
_LONGEST_QUOTE = 80
_LINE_END = re.compile(r"\s*\n\s*")
_PASSAGE_HEIGHT_PX = 150


class PlacingDialog(QDialog):
    """The tags without a sure place. It stays open beside the page, on which another place can be selected.

    Keys in the list: Return accepts the place proposed, Insert gives the place selected on the page, Backspace leaves
    the tag without a place, Delete removes it.

    Signals:
        shown (ReviewItem): the user looks at it; the page may show its place.
        accepted, attached, left, removed (list of annotation ids).
    """

    shown = Signal(object)
    accepted_places = Signal(list)
    attached = Signal(str)
    left = Signal(list)
    removed = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[ReviewItem] = []
        self._tags = ShownTags()
        self.headline = QLabel()
        self.list = QListWidget()
        self.old_title, self.new_title = QLabel(), QLabel()
        self.old_text, self.new_text = _PassageLabel(), _PassageLabel()
        self.details = QLabel()
        self.accept_button, self.attach_button = QPushButton(), QPushButton()
        self.leave_button, self.remove_button = QPushButton(), QPushButton()
        self.accept_all_button, self.close_button = QPushButton(), QPushButton()
        self._lay_out()
        self._connect()
        self._retranslate()

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags
        self._fill()

    def set_quote_font(self, font: QFont) -> None:
        """The face passages are set in."""
        for label in (self.old_text, self.new_text):
            label.setFont(font)

    def show_items(self, items: Sequence[ReviewItem]) -> None:
        """Those there are now; the one that was looked at stays chosen, or the one that took its place."""
        self._items = list(items)
        self._fill()

    @property
    def item(self) -> ReviewItem | None:
        """What is being looked at."""
        row = self.list.currentRow()
        return self._items[row] if 0 <= row < len(self._items) else None

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            buttons = {
                Qt.Key.Key_Return: self.accept_button,
                Qt.Key.Key_Enter: self.accept_button,
                Qt.Key.Key_Insert: self.attach_button,
                Qt.Key.Key_Backspace: self.leave_button,
                Qt.Key.Key_Delete: self.remove_button,
            }
            if (button := buttons.get(Qt.Key(event.key()))) is not None:
                button.click()
                return True
        return super().eventFilter(watched, event)

    # Inside

    def _fill(self) -> None:
        row = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for item in self._items:
            annotation = item.displaced.annotation
            quote = on_one_line(annotation.quote, _LONGEST_QUOTE)
            sentence = self.tr("%1 — no place") if item.displaced.is_orphan else self.tr("%1 — perhaps here?")
            entry = QListWidgetItem(tag_icon(self._tags.colour(annotation.tag_id)), filled(sentence, quote))
            entry.setSizeHint(QSize(10, self.list.fontMetrics().height() + _ROW_PADDING_PX))
            self.list.addItem(entry)
        self.list.setCurrentRow(min(max(row, 0), len(self._items) - 1))
        self.list.blockSignals(False)
        self._show()

    def _show(self) -> None:
        item = self.item
        has_place = item is not None and item.new is not None
        doubtful = sum(not each.displaced.is_orphan for each in self._items)
        self.headline.setText(self._headline(doubtful, len(self._items) - doubtful))
        self.accept_button.setEnabled(has_place)
        self.leave_button.setEnabled(has_place)
        self.accept_all_button.setEnabled(doubtful > 1)
        for button in (self.attach_button, self.remove_button):
            button.setEnabled(item is not None)
        self.old_text.show_passage(None if item is None else item.old)
        self.new_text.show_passage(item.new if item is not None else None)
        self.new_text.setEnabled(has_place)
        if item is not None and not has_place:
            self.new_text.setText(self.tr("Its words are gone. Select another place on the page, or leave it."))
        self.details.setText("" if item is None else self._details(item))
        self.details.setVisible(bool(self.details.text()))
        if item is not None:
            self.shown.emit(item)

    def _headline(self, doubtful: int, orphans: int) -> str:
        if not doubtful and not orphans:
            return self.tr("Every tag has its place.")
        told = []
        if doubtful:
            told.append(self.tr("%n tags may belong elsewhere in the changed text.", "", doubtful))
        if orphans:
            told.append(self.tr("%n tags have no place any more.", "", orphans))
        return " ".join(told)

    def _details(self, item: ReviewItem) -> str:
        annotation = item.displaced.annotation
        name = self._tags.name(annotation.tag_id)
        if annotation.note:
            return filled(self.tr("%1. Note: %2"), name, on_one_line(annotation.note))
        return name

    def _lay_out(self) -> None:
        self.resize(820, 560)
        self.headline.setWordWrap(True)
        self.details.setWordWrap(True)
        self.details.setTextFormat(Qt.TextFormat.PlainText)
        self.list.installEventFilter(self)
        passages = QHBoxLayout()
        passages.setSpacing(12)
        for title, text in ((self.old_title, self.old_text), (self.new_title, self.new_text)):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(title)
            column.addWidget(text, 1)
            passages.addLayout(column, 1)
        decide, foot = QHBoxLayout(), QHBoxLayout()
        for button in (self.accept_button, self.attach_button, self.leave_button, self.remove_button):
            button.setAutoDefault(False)
            decide.addWidget(button)
        decide.addStretch(1)
        for button in (self.accept_all_button, self.close_button):
            button.setAutoDefault(False)
        foot.addWidget(self.accept_all_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self.headline)
        layout.addWidget(self.list, 1)
        layout.addLayout(passages)
        layout.addWidget(self.details)
        layout.addLayout(decide)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.accept_button.clicked.connect(lambda: self._tell(self.accepted_places))
        self.leave_button.clicked.connect(lambda: self._tell(self.left))
        self.remove_button.clicked.connect(lambda: self._tell(self.removed))
        self.attach_button.clicked.connect(self._on_attach)
        self.accept_all_button.clicked.connect(self._on_accept_all)
        self.close_button.clicked.connect(self.close)

    def _tell(self, signal: object) -> None:
        item = self.item
        if item is not None:
            signal.emit([item.displaced.id])  # type: ignore[attr-defined]

    def _on_attach(self) -> None:
        if self.item is not None:
            self.attached.emit(self.item.displaced.id)

    def _on_accept_all(self) -> None:
        self.accepted_places.emit([each.displaced.id for each in self._items if not each.displaced.is_orphan])

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Tags without a place"))
        self.list.setAccessibleName(self.tr("Tags without a sure place"))
        self.old_title.setText(self.tr("Where it stood"))
        self.new_title.setText(self.tr("Where it may belong now"))
        self.accept_button.setText(self.tr("&Accept this place"))
        self.accept_button.setToolTip(self.tr("The tag gets the place that is shown (Return)"))
        self.attach_button.setText(self.tr("&Use the selection"))
        self.attach_button.setToolTip(self.tr("The tag gets what is selected on the page (Insert)"))
        self.leave_button.setText(self.tr("&Leave without a place"))
        self.leave_button.setToolTip(self.tr("The place is wrong; the tag is kept with its note (Backspace)"))
        self.remove_button.setText(self.tr("&Remove the tag"))
        self.remove_button.setToolTip(self.tr("Undo brings it back (Delete)"))
        self.accept_all_button.setText(self.tr("Accept all places"))
        self.close_button.setText(self.tr("Close"))
        self._fill()


class _PassageLabel(QLabel):
    """A passage with its own words set off."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setMinimumHeight(_PASSAGE_HEIGHT_PX)
        self.setMargin(10)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_passage(self, passage: Passage | None) -> None:
        if passage is None:
            self.setText("")
            return
        whole = passage.before + passage.words + passage.behind
        way = "rtl" if layout_direction_of(whole) is Qt.LayoutDirection.RightToLeft else "ltr"
        colour = self.palette().color(QPalette.ColorRole.Highlight)
        ground = f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, 0.25)"
        words = f'<span style="background-color: {ground}; font-weight: bold">{_escaped(passage.words)}</span>'
        markup = f'<p dir="{way}">…{_escaped(passage.before)}{words}{_escaped(passage.behind)}…</p>'
        self.setText(markup)


def _escaped(text: str) -> str:
    return html.escape(_LINE_END.sub(" ¶ ", text))
