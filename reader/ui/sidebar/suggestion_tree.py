# SPDX-License-Identifier: GPL-3.0-or-later
"""Suggestions as a tree: what is named, with its number; opened, each mention amid the words around it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPointF,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView, QWidget

from reader.model.suggestion import Suggestion, SuggestionGroup
from reader.ui.models.reasons import reason_in_words
from reader.ui.models.sentences import filled, layout_direction_of
from reader.ui.models.suggestion_groups import GroupRole, SuggestionGroupModel
from reader.ui.models.windows import Index
from reader.ui.sidebar.deciding_delegate import BUTTON_PX, DecidingDelegate
from reader.ui.sidebar.entries import (
    Entry,
    detail_font,
    draw_background,
    draw_line,
    ink,
    quiet_ink,
)

_INDENT_PX = 18
_FAR_PX = 1_000_000


class SuggestionTree(QTreeView):
    """Shows a ``SuggestionGroupModel``. Return or A accepts, Delete or R rejects; the arrows open and close.

    Signals:
        row_chosen (SuggestionGroup | Suggestion): the user went to this row, by key or click.
        mention_opened (Suggestion): the user double-clicked a mention.
    """

    row_chosen = Signal(object)
    mention_opened = Signal(object)

    def __init__(self, model: SuggestionGroupModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._quiet = 0
        self._keys: Callable[[QKeyEvent], bool] = lambda _event: False
        self.setModel(model)
        self.setHeaderHidden(True)
        self.setIndentation(_INDENT_PX)
        self.setRootIsDecorated(True)
        self.setUniformRowHeights(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def handle_keys_with(self, handler: Callable[[QKeyEvent], bool]) -> None:
        """Ask ``handler`` first about every key, as a ``WindowListView`` does."""
        self._keys = handler

    def selected_records(self) -> list[SuggestionGroup | Suggestion]:
        """What is selected, from the top down."""
        rows = sorted(self.selectionModel().selectedRows(), key=lambda index: self.visualRect(index).top())
        return [record for index in rows if (record := self._model.record(index)) is not None]

    def refresh(self) -> None:
        """Read the model anew. If what was selected is gone, what follows it is chosen."""
        self._model.refresh()

    def select_quietly(self, suggestion: Suggestion | None) -> None:
        """Select its row, or that of its group where this is closed, without ``row_chosen``; None selects nothing.

        While the user is at work here, what is selected stays.
        """
        if self.hasFocus():
            return
        self._quiet += 1
        group, mention = self._model.find(suggestion) if suggestion is not None else (QModelIndex(), QModelIndex())
        index = mention if mention.isValid() and self.isExpanded(group) else group
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        else:
            self.selectionModel().clear()
        self._quiet -= 1

    # Qt

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._keys(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._keys(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row that keys will act on is seen to be selected."""
        super().focusInEvent(event)
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A group opens or closes."""
        index = self.indexAt(event.position().toPoint())
        record = self._model.record(index)
        if isinstance(record, SuggestionGroup):
            self.setExpanded(index, not self.isExpanded(index))
        elif isinstance(record, Suggestion):
            self.mention_opened.emit(record)

    def _on_current_changed(self, current: Index, _previous: Index) -> None:
        record = self._model.record(current)
        if record is not None and self.hasFocus() and not self._quiet:
            self.row_chosen.emit(record)


class GroupDelegate(DecidingDelegate):
    """Draws a group as an entry with its number, and a mention as a line of text with the mention in the middle."""

    def __init__(self, view: SuggestionTree) -> None:
        super().__init__(view)
        self._font = QFont(view.font())

    def set_quote_font(self, font: QFont) -> None:
        super().set_quote_font(font)
        self._font = QFont(font)

    def record(self, index: Index) -> object:
        return index.data(GroupRole.RECORD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        record = self.record(index)
        painter.save()
        if isinstance(record, SuggestionGroup):
            self._draw_group(painter, option, record)
        elif isinstance(record, Suggestion):
            self._draw_mention(painter, option, record, *index.data(GroupRole.AROUND))
        painter.restore()

    # Inside

    def _draw_group(self, painter: QPainter, option: QStyleOptionViewItem, group: SuggestionGroup) -> None:
        entry = Entry(
            quote=group.name,
            name=self._tags.name(group.tag_id),
            detail=filled(self.tr("%n mentions", "", group.count)),
            is_detail_ours=True,
            colour=self._tags.colour(group.tag_id),
        )
        self.painter.draw(painter, option, entry, 2 * BUTTON_PX)
        self.draw_trailing(painter, option, group.best)

    def _draw_mention(
        self, painter: QPainter, option: QStyleOptionViewItem, suggestion: Suggestion, before: str, after: str
    ) -> None:
        """The line of text, and below it why and how sure."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_background(painter, option)
        places = self.painter.geometry(option, 2 * BUTTON_PX)
        self.draw_trailing(painter, option, suggestion.confidence)
        line, below = (
            _with_the_chips_room(each, places.chip, option.direction) for each in (places.quote, places.detail)
        )
        painter.setFont(detail_font(option))
        painter.setPen(quiet_ink(option))
        draw_line(painter, below, reason_in_words(suggestion.reason), option.direction, is_sentence=True)
        emphasis = QTextCharFormat()
        emphasis.setBackground(self._tags.colour(suggestion.tag_id).fill)
        emphasis.setForeground(ink(option))
        painter.setClipRect(line)
        _draw_in_context(painter, line, (before, suggestion.quote, after), self._font, emphasis)


def _with_the_chips_room(rect: QRect, chip: QRect, direction: Qt.LayoutDirection) -> QRect:
    """A mention has no chip of its own: its line begins where a chip would stand."""
    wider = QRect(rect)
    if direction == Qt.LayoutDirection.RightToLeft:
        wider.setRight(chip.right())
    else:
        wider.setLeft(chip.left())
    return wider


def _draw_in_context(
    painter: QPainter, rect: QRect, words: tuple[str, str, str], font: QFont, emphasis: QTextCharFormat
) -> None:
    """One line: what stands before, the mention, what stands after; the mention in the middle and set off.

    The line is laid out whole, so that letters stay joined; where the mention is wider than the room, its beginning is
    what is seen.
    """
    before, mention, after = (_flat(part) for part in _cut(words))
    layout = QTextLayout(before + mention + after, font)
    direction = layout_direction_of(before + mention + after)
    text_option = QTextOption()
    text_option.setTextDirection(direction)
    text_option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(text_option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_FAR_PX)
    layout.endLayout()
    first, last = _units(before), _units(before) + _units(mention)
    start, end = (_x_of(line, unit) for unit in (first, last))
    shift = rect.center().x() - (start + end) / 2
    if abs(end - start) > rect.width():
        shift = rect.right() - start if direction == Qt.LayoutDirection.RightToLeft else rect.left() - start
    shift = _without_waste(shift, rect, line.naturalTextRect().left(), line.naturalTextRect().right())
    set_off = QTextLayout.FormatRange()
    set_off.start, set_off.length, set_off.format = first, last - first, emphasis
    layout.draw(painter, QPointF(shift, rect.top() + (rect.height() - line.height()) / 2), [set_off])


def _without_waste(shift: float, rect: QRect, left: float, right: float) -> float:
    """Move a line that would leave one side of the room empty while the other side cuts it."""
    if right - left <= rect.width():
        return shift
    if left + shift > rect.left():
        return rect.left() - left
    if right + shift < rect.right():
        return rect.right() - right
    return shift


def _cut(words: tuple[str, str, str]) -> tuple[str, str, str]:
    """Only what stands in the mention's own line of the text, cut where words begin and end."""
    before, mention, after = words
    before = before.rsplit("\n", 1)[-1]
    after = after.split("\n", 1)[0]
    return before, mention, after


def _flat(text: str) -> str:
    return "".join(" " if character in "\n\t\u2028\u2029" else character for character in text)


def _x_of(line: QTextLine, unit: int) -> float:
    """Horizontal place of a cursor; PySide6 6.11 gives it with the cursor, and its stubs give only the type object."""
    place = line.cursorToX(unit)
    return float(place[0]) if isinstance(place, tuple) else float(str(place))


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)
