# SPDX-License-Identifier: GPL-3.0-or-later
"""The cards of the library as a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QDate, QLocale, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont

from reader.model.vocabulary import Card
from reader.ui.models.sentences import isolated, on_one_line
from reader.ui.models.windows import Index

WORD, GLOSS, SENTENCE, SOURCE, DATE = range(5)
_KEYS: Final[Mapping[int, Callable[[Card], str]]] = {
    WORD: lambda card: card.lemma,
    GLOSS: lambda card: card.gloss.casefold(),
    SENTENCE: lambda card: card.sentence,
    SOURCE: lambda card: card.source,
    DATE: lambda card: card.created,
}


class CardTableModel(QAbstractTableModel):
    """Rows as they are given, or by a column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.word_font = QFont()
        self._given: list[Card] = []
        self._cards: list[Card] = []
        self._column, self._descending = -1, False

    def show(self, cards: Sequence[Card]) -> None:
        self._given = list(cards)
        self._arrange()

    def card(self, row: int) -> Card:
        return self._cards[row]

    def row_of(self, card_id: str) -> int | None:
        return next((row for row, card in enumerate(self._cards) if card.id == card_id), None)

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._cards)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(_KEYS)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; -1: as given, the newest first."""
        self._column, self._descending = column, order is Qt.SortOrder.DescendingOrder
        self._arrange()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Word"), self.tr("Meaning"), self.tr("Sentence"), self.tr("From"), self.tr("Made"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._cards):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(self._cards[index.row()], index.column())
        return self.word_font if role == Qt.ItemDataRole.FontRole and index.column() == WORD else None

    # Inside

    def _arrange(self) -> None:
        self.beginResetModel()
        self._cards = list(self._given)
        if self._column >= 0:
            self._cards.sort(key=_KEYS[self._column], reverse=self._descending)
        self.endResetModel()

    def _text(self, card: Card, column: int) -> str:
        if column == DATE:
            date = QDate.fromString(card.created[:10], Qt.DateFormat.ISODate)
            return isolated(QLocale().toString(date, QLocale.FormatType.ShortFormat))
        return isolated(on_one_line((card.lemma, card.gloss, card.sentence, card.source)[column]))
