# SPDX-License-Identifier: GPL-3.0-or-later
"""A list view over a window model: it asks for pages at the edges and follows the page being read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from reader.text.spans import Span
from reader.ui.models.windows import Index, WindowModel

_REST_MS = 120
"""The page must have stood still for this long before the list follows it."""

_USERS_TURN_MS = 3000
"""After the user scrolled the list it does not follow for this long."""


class WindowListView(QListView):
    """Shows a ``WindowModel``; scrolling near an edge brings the next page and keeps what is seen in its place.

    Signals: row_chosen (int row): the user went to this one row, by key or click.
    """

    row_chosen = Signal(int)

    def __init__(self, model: WindowModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._followed: Span | None = None
        self._quiet = 0
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self._since_users_scroll = QElapsedTimer()
        self._keys: Callable[[QKeyEvent], bool] = lambda _event: False
        self.setModel(model)
        self._set_up_view()
        self._edge_timer = self._timer(0, self._fetch_at_edges)
        self._follow_timer = self._timer(_REST_MS, self._on_follow_due)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._edge_timer.start())
        self.verticalScrollBar().actionTriggered.connect(lambda _action: self._since_users_scroll.start())
        self.verticalScrollBar().sliderReleased.connect(self._edge_timer.start)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clicked.connect(self._on_clicked)

    @property
    def followed(self) -> Span | None:
        """The part of the text the page shows."""
        return self._followed

    def handle_keys_with(self, handler: Callable[[QKeyEvent], bool]) -> None:
        """Ask ``handler`` first about every key; it says whether the key is its own.

        It is asked twice: with a ``ShortcutOverride`` event, to claim the key before the window's shortcuts do,
        when it must not act, and with the key press.
        """
        self._keys = handler

    def selected_rows(self) -> list[int]:
        """Selected rows from first to last."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def follow(self, span: Span) -> None:
        """The page shows ``span``: once it rests, bring that place into view, unless the user is busy here."""
        self._followed = span
        self.viewport().update()
        self._follow_timer.start()

    def select_quietly(self, row: int | None) -> None:
        """Make this the only selected row, seen, without ``row_chosen``; None selects nothing."""
        self._quiet += 1
        if row is None:
            self.selectionModel().clear()
        else:
            index = self._model.index(row)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self._quiet -= 1

    def mark_quietly(self, row: int) -> None:
        """Select the row where it is, seen or not, without ``row_chosen``."""
        self._quiet += 1
        index = self._model.index(row)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Current
        self.selectionModel().select(index, flags)
        self._quiet -= 1

    def keeping_place(self, change: Callable[[], object]) -> None:
        """Run a change of the model without moving what the user sees, and without ``row_chosen``."""
        anchor = QPersistentModelIndex(self._anchor())
        before = self._top_of(anchor)
        self._quiet += 1
        change()
        self._quiet -= 1
        if anchor.isValid():
            self.doItemsLayout()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self._top_of(anchor) - before)
        self._edge_timer.start()

    def refresh(self) -> None:
        """Read the model anew in place. If what was selected is gone and the user is at work here, what follows it
        is chosen, so that one key after the other decides one entry after the other.
        """
        selected = self.selected_rows()
        self.keeping_place(self._model.refresh)
        lost_it = bool(selected) and not self.selectionModel().hasSelection()
        if lost_it and self._model.rowCount() and self.hasFocus():
            row = min(selected[0], self._model.rowCount() - 1)
            self.select_quietly(row)
            self.row_chosen.emit(row)

    # Qt

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._keys(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._keys(event):
            event.accept()
            return
        self._since_users_scroll.start()
        self._modifiers = event.modifiers()
        super().keyPressEvent(event)
        self._modifiers = Qt.KeyboardModifier.NoModifier

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_follow_due()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._since_users_scroll.start()
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._since_users_scroll.start()
        super().mousePressEvent(event)

    # Inside

    def _set_up_view(self) -> None:
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)

    def _timer(self, interval_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(slot)
        return timer

    def _anchor(self) -> QModelIndex:
        """The row that must not move: the current one if it is seen, else the topmost."""
        current = self.currentIndex()
        if current.isValid() and self._is_seen(current.row()):
            return current
        return self.indexAt(QPoint(self.viewport().width() // 2, 1))

    def _top_of(self, index: QPersistentModelIndex) -> int:
        return self.visualRect(self._model.index(index.row())).top()

    def _fetch_at_edges(self) -> None:
        bar = self.verticalScrollBar()
        if bar.isSliderDown():
            return
        if bar.value() > bar.maximum() - self.viewport().height() and self._model.has_more_after:
            self.keeping_place(self._model.fetch_after)
        if bar.value() < self.viewport().height() and self._model.has_more_before:
            self.keeping_place(self._model.fetch_before)

    @property
    def _user_is_busy(self) -> bool:
        timer = self._since_users_scroll
        scrolled_lately = timer.isValid() and timer.elapsed() < _USERS_TURN_MS
        return scrolled_lately or len(self.selectionModel().selectedRows()) > 1

    def _on_follow_due(self) -> None:
        if self._followed is None or self._user_is_busy or not self.isVisible():
            return
        if not self._model.covers(self._followed.start):
            self._quiet += 1
            self._model.open_at(self._followed.start)
            self._quiet -= 1
        row = min(self._model.row_at(self._followed.start), self._model.rowCount() - 1)
        if row >= 0 and not self._is_seen(row):
            self.scrollTo(self._model.index(row), QAbstractItemView.ScrollHint.PositionAtTop)

    def _is_seen(self, row: int) -> bool:
        rect = self.visualRect(self._model.index(row))
        return rect.isValid() and rect.top() >= 0 and rect.bottom() <= self.viewport().height()

    def _on_current_changed(self, current: Index, _previous: Index) -> None:
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        extends = bool(self._modifiers & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier))
        if current.isValid() and not (self._quiet or by_mouse or extends):
            self.row_chosen.emit(current.row())

    def _on_clicked(self, index: Index) -> None:
        if self.selected_rows() == [index.row()]:
            self.row_chosen.emit(index.row())


def key_is(event: QKeyEvent, *keys: Qt.Key) -> bool:
    """Whether one of the keys was pressed without a modifier (the keypad does not count as one)."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return modifiers == Qt.KeyboardModifier.NoModifier and event.key() in keys


def typed(event: QKeyEvent) -> str:
    """The one character a key gives when no modifier but the keypad's is held, else ""."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    return text if modifiers == Qt.KeyboardModifier.NoModifier and len(text) == 1 and text.isprintable() else ""
