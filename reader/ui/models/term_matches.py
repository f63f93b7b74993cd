# SPDX-License-Identifier: GPL-3.0-or-later
"""The terms found in the open document as a list model that holds only those around the place being read."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Qt

from reader.lexicon.terms import TermMatch
from reader.text.spans import Span
from reader.ui.models.sentences import filled, on_one_line
from reader.ui.models.terms import ShownTerm, best_target, why_in_words
from reader.ui.models.windows import Index, WindowModel

RECORD_ROLE = Qt.ItemDataRole.UserRole + 1


class MatchSource(Protocol):
    """Where the matches come from, by their number in the order of the text."""

    def between(self, first: int, last: int) -> Sequence[ShownTerm]: ...

    def number_at(self, offset: int) -> int:
        """The number of the first match that begins at the offset or later."""

    def number_of(self, match: TermMatch) -> int: ...


class TermMatchModel(WindowModel[ShownTerm]):
    """Matches in text order around a place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: MatchSource | None = None

    def set_source(self, source: MatchSource) -> None:
        self._source = source
        self.open_at(0)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        shown = self.record(index.row())
        if role == RECORD_ROLE:
            return shown
        if role == Qt.ItemDataRole.DisplayRole:
            return on_one_line(shown.written)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._description(shown)
        return None

    def _description(self, shown: ShownTerm) -> str:
        written, target = on_one_line(shown.written), best_target(shown.term)
        if target:
            said = filled(self.tr("%1: %2 (%3)"), written, target, shown.base.name)
        else:
            said = filled(self.tr("%1: no translation yet (%2)"), written, shown.base.name)
        why = why_in_words(shown)
        return f"{said}. {why}" if why else said

    def _identity(self, record: ShownTerm) -> Hashable:
        return record.match.span.start, record.match.term_id

    def _span(self, record: ShownTerm) -> Span:
        return record.match.span

    def _page_after(self, record: ShownTerm | None, limit: int) -> Sequence[ShownTerm]:
        if self._source is None:
            return ()
        first = 0 if record is None else self._source.number_of(record.match) + 1
        return self._source.between(first, first + limit)

    def _page_from(self, offset: int, limit: int) -> Sequence[ShownTerm]:
        if self._source is None:
            return ()
        first = self._source.number_at(offset)
        return self._source.between(first, first + limit)

    def _page_before(self, record: ShownTerm | None, offset: int, limit: int) -> Sequence[ShownTerm]:
        if self._source is None:
            return ()
        last = self._source.number_at(offset) if record is None else self._source.number_of(record.match)
        return self._source.between(max(last - limit, 0), last)
