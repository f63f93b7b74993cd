# SPDX-License-Identifier: GPL-3.0-or-later
"""A list model over a window of a long ordered list: pages come in at either end, far ones are dropped."""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from itertools import groupby
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Signal

from reader.text.spans import Span

PAGE = 200
"""Rows read at once."""

LONGEST_WINDOW = 3 * PAGE
"""Rows kept; with more, the page at the other end is dropped."""

Record = TypeVar("Record")
Index = QModelIndex | QPersistentModelIndex


class WindowModel(QAbstractListModel, Generic[Record]):
    """The rows around a place in the text, in text order.

    Memory and the cost of every call depend on ``LONGEST_WINDOW``, never on the length of the whole list.

    Signals: window_changed () after rows came in, went or were read anew.
    """

    window_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records: list[Record] = []
        self._more_before = False
        self._more_after = False
        self._opened_at = 0

    # What a kind of list must say of itself

    @abstractmethod
    def _identity(self, record: Record) -> Hashable: ...

    @abstractmethod
    def _span(self, record: Record) -> Span: ...

    @abstractmethod
    def _page_after(self, record: Record | None, limit: int) -> Sequence[Record]:
        """Rows that follow ``record``; the first ones of the list for None."""

    @abstractmethod
    def _page_from(self, offset: int, limit: int) -> Sequence[Record]:
        """Rows whose spans start at ``offset`` or later."""

    @abstractmethod
    def _page_before(self, record: Record | None, offset: int, limit: int) -> Sequence[Record]:
        """Rows that precede ``record``, or start before ``offset`` for None; in text order, the nearest ones."""

    # Rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._records)

    def record(self, row: int) -> Record:
        return self._records[row]

    @property
    def records(self) -> tuple[Record, ...]:
        return tuple(self._records)

    @property
    def has_more_before(self) -> bool:
        return self._more_before

    @property
    def has_more_after(self) -> bool:
        return self._more_after

    @property
    def is_whole(self) -> bool:
        """Whether the window shows the whole list."""
        return not (self._more_before or self._more_after)

    def row_of(self, identity: Hashable) -> int | None:
        """The row in the window, or None when the record lies outside it."""
        return next((row for row, record in enumerate(self._records) if self._identity(record) == identity), None)

    def row_at(self, offset: int) -> int:
        """First row that starts at ``offset`` or later; ``rowCount()`` when there is none in the window."""
        return bisect_left(self._records, offset, key=lambda record: self._span(record).start)

    def covers(self, offset: int) -> bool:
        """Whether the place lies inside the window, so that nothing needs to be read to show it."""
        if not self._records:
            return self.is_whole
        after_first = not self._more_before or self._span(self._records[0]).start <= offset
        before_last = not self._more_after or offset <= self._span(self._records[-1]).start
        return after_first and before_last

    # Moving the window

    def open_at(self, offset: int) -> None:
        """Show the rows around a place: half a page before it, a page after it."""
        before = self._page_before(None, offset, PAGE // 2)
        after = self._page_from(offset, PAGE)
        self.beginResetModel()
        self._records = [*before, *after]
        self._more_before = len(before) == PAGE // 2
        self._more_after = len(after) == PAGE
        self._opened_at = offset
        self.endResetModel()
        self.window_changed.emit()

    def fetch_after(self) -> bool:
        """Add the next page at the end; whether there was one."""
        if not self._more_after or not self._records:
            return False
        page = list(self._page_after(self._records[-1], PAGE))
        self._more_after = len(page) == PAGE
        self._insert(len(self._records), page)
        self._drop_from_start(len(self._records) - LONGEST_WINDOW)
        self.window_changed.emit()
        return bool(page)

    def fetch_before(self) -> bool:
        """Add the page before the window; whether there was one."""
        if not self._more_before or not self._records:
            return False
        first = self._records[0]
        page = list(self._page_before(first, self._span(first).start, PAGE))
        self._more_before = len(page) == PAGE
        self._insert(0, page)
        self._drop_from_end(len(self._records) - LONGEST_WINDOW)
        self.window_changed.emit()
        return bool(page)

    def refresh(self) -> None:
        """Read the window anew and tell views only what differs, so that selection and scrolling stay."""
        if not self._records:
            self.open_at(self._opened_at)
            return
        limit = max(len(self._records), PAGE) + (0 if self._more_after else PAGE)
        if self._more_before:
            fresh = self._page_from(self._span(self._records[0]).start, limit)
        else:
            fresh = self._page_after(None, limit)
        if not fresh and self._more_before:
            self.open_at(self._span(self._records[0]).start)
            return
        self._more_after = len(fresh) == limit
        self._become(list(fresh))
        self.window_changed.emit()

    # Telling views

    def _insert(self, row: int, records: Sequence[Record]) -> None:
        if not records:
            return
        self.beginInsertRows(QModelIndex(), row, row + len(records) - 1)
        self._records[row:row] = records
        self.endInsertRows()

    def _remove(self, first: int, last: int) -> None:
        self.beginRemoveRows(QModelIndex(), first, last)
        del self._records[first : last + 1]
        self.endRemoveRows()

    def _drop_from_start(self, count: int) -> None:
        if count > 0:
            self._remove(0, count - 1)
            self._more_before = True

    def _drop_from_end(self, count: int) -> None:
        if count > 0:
            self._remove(len(self._records) - count, len(self._records) - 1)
            self._more_after = True

    def _become(self, fresh: list[Record]) -> None:
        wanted = {self._identity(record) for record in fresh}
        gone = [row for row, record in enumerate(self._records) if self._identity(record) not in wanted]
        for first, last in reversed(list(_runs(gone))):
            self._remove(first, last)
        kept = [self._identity(record) for record in self._records]
        known = set(kept)
        if kept != [self._identity(record) for record in fresh if self._identity(record) in known]:
            self._reset_to(fresh)
            return
        new = [row for row, record in enumerate(fresh) if self._identity(record) not in known]
        for first, last in _runs(new):
            self._insert(first, fresh[first : last + 1])
        changed = [row for row, record in enumerate(fresh) if self._records[row] != record]
        self._records = fresh
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first), self.index(last))

    def _reset_to(self, fresh: list[Record]) -> None:
        self.beginResetModel()
        self._records = fresh
        self.endResetModel()

    def show_anew(self) -> None:
        """Draw every row again: names or colours are others now."""
        if self._records:
            self.dataChanged.emit(self.index(0), self.index(len(self._records) - 1))


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Ascending row numbers as ``(first, last)`` of each unbroken run."""
    for _, group in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        run = [row for _, row in group]
        yield run[0], run[-1]
