# SPDX-License-Identifier: GPL-3.0-or-later
"""The terms of a base as a table that reads on as one scrolls, and is changed in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from reader.lexicon.terms import term_keys
from reader.model.term import Term
from reader.ui.models.sentences import on_one_line
from reader.ui.models.terms import status_in_words
from reader.ui.models.windows import Index

PAGE: Final = 200
"""Rows read at once."""

SOURCE, TARGETS, FORBIDDEN, DOMAIN, STATUS, NOTE = range(6)
_FIELDS: Final = ("source", "targets", "forbidden", "domain", "status", "note")
_LISTS: Final = frozenset({TARGETS, FORBIDDEN})
_BETWEEN: Final = "; "

Place = tuple[str, str]
"""Source and id of a term: its place in the order of the base."""
Fetch = Callable[[Place | None, int], Sequence[Term]]


class TermTableModel(QAbstractTableModel):
    """Rows in order of source. A list of translations is edited in place as one line with ";" between them.

    Signals: change_requested (Term before, Term after).
    """

    change_requested = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch: Fetch = lambda _after, _limit: ()
        self._terms: list[Term] = []
        self._has_more = False
        self.can_edit = True

    def show(self, fetch: Fetch, first: Sequence[Term] | None = None) -> None:
        """Show another base, or what another search finds; ``first`` is its first page where that is known already."""
        self._fetch = fetch
        self._become(list(fetch(None, PAGE) if first is None else first), PAGE)

    def read_anew(self) -> None:
        """Something was changed: as many rows as there are now are read again."""
        fresh = list(self._fetch(None, max(len(self._terms), PAGE)))
        if [term.id for term in fresh] == [term.id for term in self._terms]:
            self._terms = fresh
            if fresh:
                self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, self.columnCount() - 1))
        else:
            self._become(fresh, max(len(self._terms), PAGE))

    def term(self, row: int) -> Term:
        return self._terms[row]

    def row_of(self, term_id: str) -> int | None:
        """The row among those read so far."""
        return next((row for row, term in enumerate(self._terms) if term.id == term_id), None)

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._terms)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(_FIELDS)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._has_more

    def fetchMore(self, _parent: Index) -> None:
        last = self._terms[-1]
        page = list(self._fetch((last.source, last.id), PAGE))
        self._has_more = len(page) == PAGE
        if page:
            self.beginInsertRows(QModelIndex(), len(self._terms), len(self._terms) + len(page) - 1)
            self._terms += page
            self.endInsertRows()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (
            self.tr("Term"),
            self.tr("Translations"),
            self.tr("Not to be used"),
            self.tr("Field"),
            self.tr("Status"),
            self.tr("Note"),
        )[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self._is_editable(index) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._terms):
            return None
        if role == Qt.ItemDataRole.EditRole:
            return self._text(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return on_one_line(self._text(index))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for the change; the row shows it when the library has it."""
        if role != Qt.ItemDataRole.EditRole or not self._is_editable(index):
            return False
        text, column, term = str(value).strip(), index.column(), self._terms[index.row()]
        if text == self._text(index).strip() or (column == SOURCE and not term_keys(text)):
            return False
        wanted: object = tuple(filter(None, map(str.strip, text.split(";")))) if column in _LISTS else text
        self.change_requested.emit(term, replace(term, **{_FIELDS[column]: wanted}))  # type: ignore[arg-type]
        return True

    # Inside

    def _become(self, found: list[Term], limit: int) -> None:
        """Show these, of which up to ``limit`` were asked for."""
        self.beginResetModel()
        self._terms, self._has_more = found, len(found) == limit
        self.endResetModel()

    def _text(self, index: Index) -> str:
        term = self._terms[index.row()]
        if index.column() == STATUS:
            return status_in_words(term.status)
        value = getattr(term, _FIELDS[index.column()])
        return _BETWEEN.join(value) if index.column() in _LISTS else str(value)

    def _is_editable(self, index: Index) -> bool:
        """Whether one line can hold it: what cannot be told apart in place is changed in the form."""
        if not self.can_edit or index.column() == STATUS:
            return False
        if index.column() in _LISTS:
            return not any(";" in each for each in getattr(self._terms[index.row()], _FIELDS[index.column()]))
        return "\n" not in self._text(index)
