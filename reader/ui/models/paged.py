# SPDX-License-Identifier: GPL-3.0-or-later
"""A list model that knows the ids of all its rows and reads what it shows of them page by page."""

from __future__ import annotations

from abc import abstractmethod
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

PAGE = 100
"""Rows read at once."""

PAGES_KEPT = 30

Record = TypeVar("Record")
Index = QModelIndex | QPersistentModelIndex


class PagedModel(QAbstractListModel, Generic[Record]):
    """Rows in the order of their ids; ``fetch`` gives the records of some of them, those that are gone left out.

    Ids may be 100,000: each call costs a page at most, and no more than 30 pages are kept.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch: Callable[[Sequence[str]], Sequence[Record]] = lambda _ids: ()
        self._ids: Sequence[str] = ()
        self._pages: OrderedDict[int, dict[str, Record]] = OrderedDict()

    @abstractmethod
    def id_of(self, record: Record) -> str: ...

    @abstractmethod
    def shown(self, record: Record, role: int) -> object:
        """What ``data`` gives of a record."""

    def set_source(self, fetch: Callable[[Sequence[str]], Sequence[Record]]) -> None:
        """Where records come from. It tells failures by its own road and then gives nothing."""
        self._fetch = fetch

    @property
    def ids(self) -> Sequence[str]:
        return self._ids

    def set_ids(self, ids: Sequence[str]) -> None:
        """Show these rows; when they are those shown already, only what is said of them is read anew."""
        if list(ids) == list(self._ids):
            self.read_anew()
            return
        self.beginResetModel()
        self._ids = tuple(ids)
        self._pages.clear()
        self.endResetModel()

    def read_anew(self) -> None:
        """Something was changed: what is shown is read again when it is drawn."""
        self._pages.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def row_of(self, identity: str) -> int | None:
        """O(n)."""
        try:
            return self._ids.index(identity)
        except ValueError:
            return None

    def id_at(self, row: int) -> str:
        return self._ids[row]

    def record(self, row: int) -> Record | None:
        """What stands in the row; None when it is gone from the library."""
        if not 0 <= row < len(self._ids):
            return None
        page = row // PAGE
        if page not in self._pages:
            ids = self._ids[page * PAGE : (page + 1) * PAGE]
            self._pages[page] = {self.id_of(record): record for record in self._fetch(ids)}
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page].get(self._ids[row])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        record = self.record(index.row()) if index.isValid() else None
        return None if record is None else self.shown(record, role)
