# SPDX-License-Identifier: GPL-3.0-or-later
"""The outline of the open document beside the page: headings by level, or pages; it follows the reading."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHideEvent, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.text.spans import Span
from reader.ui.models.outline import ENTRY_ROLE, IS_CURRENT_ROLE, OutlineModel
from reader.ui.sidebar.empty_state import EmptyState
from reader.ui.sidebar.entries import draw_background, draw_line, ink, quiet_ink
from reader.workspace.outline import Outline, OutlineEntry

_USERS_TURN_MS = 3000
"""After the user moved in the list it does not follow the page for this long."""
_MARGIN_PX, _INDENT_PX, _PADDING_PX, _BAR_PX = 12, 16, 6, 3
_DEEPEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineState:
    """What the panel says where it lists nothing."""

    has_document: bool = False
    is_looking: bool = False


class OutlinePanel(QWidget):
    """Knows no store and no other widget. Return goes to the page, Escape empties the search.

    Signals:
        place_chosen (int offset): the page should show the place.
        jump_requested (int offset): the user wants to be on the page, there.
        wanted (): the panel is seen, and an outline that is out of date has to be made.
    """

    place_chosen = Signal(int)
    jump_requested = Signal(int)
    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = OutlineState()
        self._outline = Outline(headings=(), pages=(), is_told_by_looks=False)
        self._position = 0
        self._since_users_turn = QElapsedTimer()
        self.model = OutlineModel(self)
        self.entries = QTableView()  # a list view would ask the model for every row to lay out 100,000
        self._delegate = OutlineDelegate(self.entries)
        self.search = QLineEdit()
        self.pages_button = QToolButton()
        self.empty = EmptyState()
        self.remark = QLabel()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def set_quote_font(self, font: QFont) -> None:
        self._delegate.set_font(font)
        self._set_row_height()

    def show_outline(self, outline: Outline) -> None:
        self._outline = outline
        self.pages_button.setVisible(bool(outline.pages) and bool(outline.headings))
        if not outline.headings and outline.pages:
            self.pages_button.setChecked(True)
        elif not outline.pages:
            self.pages_button.setChecked(False)
        self._list()

    def show_state(self, state: OutlineState) -> None:
        self._state = state
        self._say()

    def follow(self, span: Span) -> None:
        """The page shows ``span`` now: set off its heading, and bring it into view unless the user is busy here."""
        self._position = span.start
        self._show_position()

    @property
    def current(self) -> OutlineEntry | None:
        index = self.entries.currentIndex()
        return self.model.entry(index.row()) if index.isValid() else None

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.wanted.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._since_users_turn.invalidate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(watched, event)
        if event.type() in (QEvent.Type.Wheel, QEvent.Type.MouseButtonPress):
            self._since_users_turn.start()
        return super().eventFilter(watched, event)

    # Inside

    def _lay_out(self) -> None:
        self.entries.setModel(self.model)
        self.entries.setItemDelegate(self._delegate)
        self.entries.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.entries.setShowGrid(False)
        self.entries.setFrameShape(QFrame.Shape.NoFrame)
        self.entries.setTabKeyNavigation(False)
        self.entries.setWordWrap(False)
        self.entries.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.entries.verticalHeader().hide()
        self.entries.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.entries.horizontalHeader().hide()
        self.entries.horizontalHeader().setStretchLastSection(True)
        self._set_row_height()
        self.entries.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.search.setClearButtonEnabled(True)
        self.pages_button.setCheckable(True)
        self.pages_button.setAutoRaise(True)
        row = QHBoxLayout()
        row.setContentsMargins(10, 8, 10, 6)
        row.addWidget(self.search, 1)
        row.addWidget(self.pages_button)
        self._stack.addWidget(self.entries)
        self._stack.addWidget(self.empty)
        self.remark.setObjectName("quiet")
        self.remark.setWordWrap(True)
        self.remark.setContentsMargins(10, 4, 10, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.remark)
        self.setFocusProxy(self.entries)

    def _set_row_height(self) -> None:
        self.entries.verticalHeader().setDefaultSectionSize(self._delegate.row_height)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_phrase)
        self.pages_button.toggled.connect(lambda _on: self._list())
        self.entries.clicked.connect(lambda index: self._choose(index.row()))
        self.entries.activated.connect(lambda index: self._jump(index.row()))
        for watched in (self.entries, self.entries.viewport(), self.search):
            watched.installEventFilter(self)

    def retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Find a heading"))
        self.pages_button.setText(self.tr("Pages"))
        self.entries.setAccessibleName(self.tr("Outline of the text"))
        self.entries.setAccessibleDescription(self.tr("Return goes to the place on the page."))
        self._say()

    def _list(self) -> None:
        self.model.show(self._outline.pages if self.pages_button.isChecked() else self._outline.headings)
        self._say()
        self._show_position()

    def _say(self) -> None:
        has_rows = self.model.rowCount() > 0
        self._stack.setCurrentWidget(self.entries if has_rows else self.empty)
        self.search.setVisible(self.model.total > 0)
        told = has_rows and self._outline.is_told_by_looks and not self.pages_button.isChecked()
        self.remark.setText(self.tr("These headings are told by their looks.") if told else "")
        self.remark.setVisible(told)
        if not self._state.has_document:
            self.empty.say(self.tr("Open a text, and its headings are listed here."))
        elif self._state.is_looking:
            self.empty.say(self.tr("Looking for headings…"))
        elif self.model.is_filtered and self.model.total:
            self.empty.say(self.tr("No heading has these words."))
        else:
            sentence = self.tr(
                "This text has no headings. Web pages, Word files, EPUB and Markdown bring theirs along."
            )
            self.empty.say(sentence)

    def _on_phrase(self, phrase: str) -> None:
        self.model.look_for(phrase)
        self._say()
        self._show_position()

    def _show_position(self) -> None:
        row = self.model.set_position(self._position)
        is_users_turn = self._since_users_turn.isValid() and self._since_users_turn.elapsed() < _USERS_TURN_MS
        if row >= 0 and not is_users_turn and not self.model.is_filtered:
            self.entries.scrollTo(self.model.index(row))

    def _choose(self, row: int) -> None:
        self._since_users_turn.start()
        if (entry := self.model.entry(row)) is not None:
            self.place_chosen.emit(entry.start)

    def _jump(self, row: int) -> None:
        if (entry := self.model.entry(row)) is not None:
            self.jump_requested.emit(entry.start)

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        self._since_users_turn.start()
        key = event.key()
        if watched is self.search and key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._leave_search(jump=key != Qt.Key.Key_Down)
        if key == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            return True
        if watched is self.entries and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._jump(self.entries.currentIndex().row())
            return True
        return False

    def _leave_search(self, *, jump: bool) -> bool:
        if not self.model.rowCount():
            return True
        self.entries.setCurrentIndex(self.model.index(0))
        self.entries.setFocus()
        if jump:
            self._jump(0)
        return True


class OutlineDelegate(QStyledItemDelegate):
    """Draws a heading, set in by its level, and at the other side the page it stands on."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._font = QFont()

    def set_font(self, font: QFont) -> None:
        self._font = QFont(font)

    @property
    def row_height(self) -> int:
        return QFontMetrics(self._font).height() + 2 * _PADDING_PX

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(10 * _MARGIN_PX, self.row_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        entry: OutlineEntry = index.data(ENTRY_ROLE)
        painter.save()
        draw_background(painter, option)
        box = QRect(option.rect)
        if index.data(IS_CURRENT_ROLE):
            bar = QRect(box.left() + 2, box.top() + 5, _BAR_PX, box.height() - 10)
            painter.fillRect(QStyle.visualRect(option.direction, box, bar), option.palette.link().color())
        self._draw_words(painter, option, box, entry, is_current=bool(index.data(IS_CURRENT_ROLE)))
        painter.restore()

    def _draw_words(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, entry: OutlineEntry, *, is_current: bool
    ) -> None:
        leading = box.left() + _MARGIN_PX + _INDENT_PX * min(max(entry.level - 1, 0), _DEEPEST)
        trailing = box.right() - _MARGIN_PX
        if entry.page and entry.page != entry.title:
            painter.setFont(option.font)
            painter.setPen(quiet_ink(option))
            width = min(painter.fontMetrics().horizontalAdvance(entry.page) + 2, box.width() // 3)
            place = QRect(trailing - width, box.top(), width, box.height())
            draw_line(painter, QStyle.visualRect(option.direction, box, place), entry.page, option.direction)
            trailing -= width + _MARGIN_PX
        font = QFont(self._font)
        font.setBold(entry.level == 0 or is_current)
        painter.setFont(font)
        painter.setPen(ink(option))
        place = QRect(leading, box.top() + _PADDING_PX, trailing - leading, box.height() - 2 * _PADDING_PX)
        draw_line(painter, QStyle.visualRect(option.direction, box, place), entry.title, option.direction)
