# SPDX-License-Identifier: GPL-3.0-or-later
"""What of the open text is known, and its words: those worth learning first, to be marked and made into cards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.model.vocabulary import WordStatus
from reader.ui.models.sentences import filled
from reader.ui.models.vocabulary import status_in_words
from reader.ui.models.windows import Index
from reader.ui.models.word_table import COUNT, FREQUENCY, MEANING, STATUS, WORD, Kind, WordTableModel
from reader.ui.sidebar.empty_state import EmptyState
from reader.ui.sidebar.share_bar import ShareBar
from reader.workspace.vocabulary_figures import LemmaInText, Share, TextVocabulary

_WORD_PX = 18
_LEFT_TO_RIGHT = "\u200e"
_DIGITS = (
    *(WordStatus.NEW, WordStatus.LEARNING_1, WordStatus.LEARNING_2, WordStatus.LEARNING_3, WordStatus.LEARNING_4),
    *(WordStatus.KNOWN, WordStatus.IGNORED),
)
"""What the digits 0 to 6 give."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VocabularyState:
    """What the panel shows: ``figures`` is None while they are counted for the first time."""

    has_document: bool = False
    can_write: bool = True
    figures: TextVocabulary | None = None


class VocabularyPanel(QWidget):
    """Knows no store and no other widget. Return goes to the next place, the digits 0 to 6 say how well the selected
    words are known, C makes cards of them.

    Signals:
        needed (): the panel has come into view; ``show_state`` answers.
        jump_requested (LemmaInText): go to its next place on the page.
        status_requested (list of LemmaInText, WordStatus), cards_requested (list of LemmaInText).
        rest_requested (): mark all words that are still new as known.
    """

    needed = Signal()
    jump_requested = Signal(object)
    status_requested = Signal(list, object)
    cards_requested = Signal(list)
    rest_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = VocabularyState()
        self.model = WordTableModel(self)
        self.table = _Table(self)
        self.bar = ShareBar()
        self.figures = QLabel()
        self.kind = QComboBox()
        self.cards = QPushButton()
        self.rest = QPushButton()
        self.empty = EmptyState()
        self._full = QWidget()
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._retranslate()

    def set_quote_font(self, font: QFont) -> None:
        """The face of the words; its size is as a table needs it."""
        face = QFont(font)
        face.setPixelSize(_WORD_PX)
        self.model.word_font = face
        self.table.verticalHeader().setDefaultSectionSize(QFontMetrics(face).height())

    def show_state(self, state: VocabularyState) -> None:
        """Other figures, or none."""
        self._state = state
        selected = self.selected
        if state.figures is not None:
            self.model.show(state.figures.listed)
            self._select_again(selected)
        self._say()

    def show_statuses(self, statuses: Mapping[str, WordStatus]) -> None:
        """The words of these keys have these statuses now, all others are new."""
        selected, scrolled = self.selected, self.table.verticalScrollBar().value()
        self.model.show_statuses(statuses)
        self.table.verticalScrollBar().setValue(scrolled)
        self._select_again(selected)

    @property
    def selected(self) -> list[LemmaInText]:
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.row(row) for row in rows]

    def handle_key(self, event: QKeyEvent) -> bool:
        """Whether the key was one of the table's own."""
        chosen = self.selected
        key, digit = event.key(), _digit_of(event.text())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not chosen:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.jump_requested.emit(chosen[0])
        elif digit is not None and digit < len(_DIGITS) and self._state.can_write:
            self.ask_for_status(_DIGITS[digit])
        elif key == Qt.Key.Key_C and self._state.can_write:
            self.cards_requested.emit(chosen)
        else:
            return False
        return True

    def ask_for_status(self, status: WordStatus) -> None:
        """Give the selected words this status; the next row is selected then, where they leave the list."""
        chosen = self.selected
        if not chosen:
            return
        following = self.table.selectionModel().selectedRows()[0].row()
        self.status_requested.emit(chosen, status)
        if not self.selected and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(min(following, self.model.rowCount() - 1), WORD))

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.needed.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.selected and self.table.isVisible():
            self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """What can be done with the selected words."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = self.selected
        menu.addAction(self.tr("Go to the next place"), lambda: self.jump_requested.emit(chosen[0]))
        menu.addAction(self.tr("Make cards"), lambda: self.cards_requested.emit(chosen)).setEnabled(
            self._state.can_write
        )
        menu.addSeparator()
        for number, status in enumerate(_DIGITS[1:], 1):
            action = menu.addAction(f"{status_in_words(status)}\t{number}", partial(self.ask_for_status, status))
            action.setEnabled(self._state.can_write)
        menu.addAction(f"{status_in_words(WordStatus.NEW)}\t0", lambda: self.ask_for_status(WordStatus.NEW))
        menu.addSeparator()
        order = menu.addMenu(self.tr("Sort by"))
        order.addAction(self.tr("worth learning"), lambda: self.sort_by(-1))
        for column in (WORD, MEANING, COUNT, FREQUENCY, STATUS):
            title = str(self.model.headerData(column, Qt.Orientation.Horizontal))
            order.addAction(title, partial(self.sort_by, column))
        return menu

    def sort_by(self, column: int) -> None:
        """By a column, numbers from the largest; -1: the worthiest first."""
        falling = column in (COUNT, FREQUENCY)
        order = Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(column, order)

    # Inside

    def _lay_out(self) -> None:
        self.figures.setWordWrap(True)
        self.figures.setTextFormat(Qt.TextFormat.PlainText)
        for kind in Kind:
            self.kind.addItem("", kind)
        head = QVBoxLayout()
        head.setContentsMargins(10, 10, 10, 6)
        head.setSpacing(6)
        for widget in (self.bar, self.figures, self.kind):
            head.addWidget(widget)
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 6, 10, 8)
        foot.setSpacing(6)
        foot.addWidget(self.cards)
        foot.addWidget(self.rest, 1)
        full = QVBoxLayout(self._full)
        full.setContentsMargins(0, 0, 0, 0)
        full.setSpacing(0)
        full.addLayout(head)
        middle = QHBoxLayout()
        middle.setContentsMargins(6, 0, 6, 0)
        middle.addWidget(self.table)
        full.addLayout(middle, 1)
        full.addLayout(foot)
        self._pages.addWidget(self._full)
        self._pages.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.setFocusProxy(self.table)
        self.table.set_up(self.model)

    def _connect(self) -> None:
        self.kind.activated.connect(lambda _index: self._show_kind())
        self.table.doubleClicked.connect(lambda index: self.jump_requested.emit(self.model.row(index.row())))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.model.modelReset.connect(self._enable)
        self.cards.clicked.connect(lambda: self.cards_requested.emit(self.selected))
        self.rest.clicked.connect(self.rest_requested)

    def _show_kind(self) -> None:
        figures = self._state.figures
        self.model.show(() if figures is None else figures.listed, Kind(self.kind.currentData()))

    def _select_again(self, selected: list[LemmaInText]) -> None:
        numbers = [self.model.number_of(each.key) for each in selected[:1]]
        if numbers and numbers[0] is not None:
            self.table.setCurrentIndex(self.model.index(numbers[0], WORD))

    def _enable(self) -> None:
        can_write = self._state.can_write
        self.cards.setEnabled(can_write and bool(self.table.selectionModel().selectedRows()))
        figures = self._state.figures
        self.rest.setEnabled(can_write and figures is not None and bool(figures.worth_learning))

    def _retranslate(self) -> None:
        names = {
            Kind.WORTH: self.tr("Worth learning first"),
            Kind.LEARNING: self.tr("Being learned"),
            Kind.KNOWN: self.tr("Known"),
            Kind.IGNORED: self.tr("Ignored"),
            Kind.NAMES: self.tr("Names"),
            Kind.ALL: self.tr("All words"),
        }
        for number, kind in enumerate(Kind):
            self.kind.setItemText(number, names[kind])
        self.kind.setAccessibleName(self.tr("Which words are listed"))
        self.table.setAccessibleName(self.tr("Words of the text"))
        self.table.setAccessibleDescription(
            self.tr("Return goes to the next place, 1 to 4 learning, 5 known, 6 ignored, 0 new, C makes cards.")
        )
        self.cards.setText(self.tr("Make cards"))
        self.rest.setText(self.tr("Rest is known…"))
        self.rest.setToolTip(self.tr("Mark all words of this text that are still new as known"))
        self._say()

    def _say(self) -> None:
        state, figures = self._state, self._state.figures
        is_full = state.has_document and figures is not None and figures.token_count > 0
        self._pages.setCurrentWidget(self._full if is_full else self.empty)
        self._enable()
        if not state.has_document:
            self.empty.say(self.tr("Open a text, and what you know of its words is shown here."))
        elif figures is None:
            self.empty.say(self.tr("The words are being counted…"))
        elif not figures.token_count:
            self.empty.say(self.tr("This text has no words in Arabic or another right-to-left script."))
        else:
            self.bar.show_shares({share: figures.share(share) for share in Share})
            self.figures.setText(self._in_words(figures))
            self.bar.setAccessibleName(self.figures.text())

    def _in_words(self, figures: TextVocabulary) -> str:
        lines = [
            self.tr("%n words", "", figures.token_count)
            + self.tr(", ")
            + self.tr("%n different ones", "", figures.lemma_count),
            filled(
                self.tr("%1 known, %2 being learned, %3 new, %4 names"),
                *(
                    _percent(figures.share(each), self.locale())
                    for each in (Share.KNOWN, Share.LEARNING, Share.NEW, Share.NAME)
                ),
            ),
        ]
        if not figures.has_lexicon:
            lines.append(self.tr("There is no lexicon: each form counts as a word of its own."))
        if figures.left_out:
            lines.append(self.tr("%n rarer words are not listed.", "", figures.left_out))
        return "\n".join(lines)


class _Table(QTableView):
    """Gives keys to the panel first."""

    def __init__(self, panel: VocabularyPanel) -> None:
        super().__init__()
        self._panel = panel

    def set_up(self, model: WordTableModel) -> None:
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        for column, width in ((WORD, 92), (COUNT, 44), (FREQUENCY, 44), (STATUS, 58)):
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(MEANING, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(36)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.setSortingEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._panel.handle_key(event):
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.scrollTo(current)


def _digit_of(text: str) -> int | None:
    """A digit of any of the three sets."""
    return int(text) if len(text) == 1 and text.isdecimal() else None


def _percent(share: float, locale: QLocale) -> str:
    """With the sign of the language; the number and its sign keep their order within a sentence."""
    return f"{_LEFT_TO_RIGHT}{locale.toString(round(100 * share))}{locale.percent()}"
