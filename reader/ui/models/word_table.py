# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the open text as a table: those worth learning first, or of one status, in the order wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont

from reader.model.vocabulary import LEARNING, WordStatus
from reader.ui.models.sentences import filled, isolated
from reader.ui.models.vocabulary import status_in_words, status_on_button
from reader.ui.models.windows import Index
from reader.ui.models.word_parts import frequency_in_words
from reader.workspace.vocabulary_figures import LemmaInText

WORD, MEANING, COUNT, FREQUENCY, STATUS = range(5)
ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1


class Kind(StrEnum):
    """Which words the table shows."""

    WORTH = "worth"
    LEARNING = "learning"
    KNOWN = "known"
    IGNORED = "ignored"
    NAMES = "names"
    ALL = "all"


_IS_OF: Final[Mapping[Kind, Callable[[LemmaInText], bool]]] = {
    Kind.WORTH: lambda row: row.is_worth_learning,
    Kind.LEARNING: lambda row: row.status in LEARNING,
    Kind.KNOWN: lambda row: row.status is WordStatus.KNOWN,
    Kind.IGNORED: lambda row: row.status is WordStatus.IGNORED,
    Kind.NAMES: lambda row: row.count == 0,
    Kind.ALL: lambda _row: True,
}
_STATUSES: Final = tuple(WordStatus)
_KEYS: Final[Mapping[int, Callable[[LemmaInText], Any]]] = {
    WORD: lambda row: row.key,
    MEANING: lambda row: " ".join(row.glosses).casefold(),
    COUNT: lambda row: row.count or row.names,
    FREQUENCY: lambda row: row.zipf or 0.0,
    STATUS: lambda row: _STATUSES.index(row.status),
}


class WordTableModel(QAbstractTableModel):
    """Rows of one kind. Unsorted, the words most worth learning come first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.word_font = QFont()
        self._all: tuple[LemmaInText, ...] = ()
        self._rows: list[LemmaInText] = []
        self._kind = Kind.WORTH
        self._column, self._descending = -1, False

    @property
    def kind(self) -> Kind:
        return self._kind

    def show(self, rows: Sequence[LemmaInText], kind: Kind | None = None) -> None:
        """Show the words of ``rows`` that are of the kind, the one before unless said."""
        self._all, self._kind = tuple(rows), kind or self._kind
        self._arrange()

    def show_statuses(self, statuses: Mapping[str, WordStatus]) -> None:
        """The words with these keys have these statuses now, all others of the text are new."""
        fresh = {}
        for each in self._all:
            status = statuses.get(each.key, WordStatus.NEW)
            if status is not each.status:
                fresh[each.key] = replace(each, status=status)
        if fresh:
            self._all = tuple(fresh.get(each.key, each) for each in self._all)
            self._arrange()

    def row(self, number: int) -> LemmaInText:
        return self._rows[number]

    def keys(self) -> list[str]:
        """Of every word of the text, shown or not."""
        return [each.key for each in self._all]

    def number_of(self, key: str) -> int | None:
        return next((number for number, row in enumerate(self._rows) if row.key == key), None)

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(_KEYS)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; -1: the worthiest first."""
        self._column, self._descending = column, order is Qt.SortOrder.DescendingOrder
        self._arrange()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Word"), self.tr("Meaning"), self.tr("Here"), self.tr("Zipf"), self.tr("Status"))[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return (
                self.tr("The word without what is joined to it"),
                self.tr("What it means most often"),
                self.tr("How often it stands in this text"),
                self.tr("How common it is everywhere: 7 is the commonest, 3 and less is rare"),
                self.tr("How well you know it: 1 to 4 while you learn it"),
            )[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        column = index.column()
        answers: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: self._text(row, column),
            Qt.ItemDataRole.AccessibleTextRole: lambda: self._cell_in_words(row, column),
            Qt.ItemDataRole.ToolTipRole: lambda: self._description(row),
            Qt.ItemDataRole.TextAlignmentRole: lambda: Qt.AlignmentFlag.AlignCenter if column >= COUNT else None,
            Qt.ItemDataRole.FontRole: lambda: self.word_font if column == WORD else None,
            ROW_ROLE: lambda: row,
        }
        return answers[role]() if role in answers else None

    # Inside

    def _arrange(self) -> None:
        self.beginResetModel()
        self._rows = [row for row in self._all if _IS_OF[self._kind](row)]
        if self._column >= 0:
            self._rows.sort(key=_KEYS[self._column], reverse=self._descending)
        elif self._kind is Kind.NAMES:
            self._rows.sort(key=lambda row: -row.names)
        self.endResetModel()

    def _text(self, row: LemmaInText, column: int) -> str:
        if column == WORD:
            return row.lemma
        if column == MEANING:
            return isolated("; ".join(row.glosses)) if row.glosses else "—"
        if column == COUNT:
            return str(row.count or row.names)
        if column == FREQUENCY:
            return "" if row.zipf is None else f"{row.zipf:.1f}"
        return "" if row.status is WordStatus.NEW else status_on_button(row.status)

    def _cell_in_words(self, row: LemmaInText, column: int) -> str:
        if column == STATUS:
            return status_in_words(row.status)
        return frequency_in_words(row.zipf) if column == FREQUENCY else self._text(row, column)

    def _description(self, row: LemmaInText) -> str:
        said = [filled("%1: %2", row.lemma, "; ".join(row.glosses))] if row.glosses else [isolated(row.lemma)]
        said.append(self.tr("%n places in this text", "", row.count + row.names))
        said.append(frequency_in_words(row.zipf))
        said.append(status_in_words(row.status))
        return "\n".join(said)
