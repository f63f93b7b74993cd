# SPDX-License-Identifier: GPL-3.0-or-later
"""The open suggestions of a document as a list model that holds only those around the place being read."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from enum import IntEnum
from typing import Protocol

from PySide6.QtCore import QObject, Qt

from reader.model.ids import TagId
from reader.model.suggestion import EVERY_SUGGESTION, Suggestion, SuggestionFilter, SuggestionGroup, SuggestionOrder
from reader.text.spans import Span
from reader.ui.models.reasons import reason_in_words
from reader.ui.models.suggestion_words import suggestion_in_words
from reader.ui.models.tags import ShownTags
from reader.ui.models.windows import Index, WindowModel

SuggestionPosition = tuple[int, int, str]
"""``(start, end, tag id)`` of a suggestion: its place in the order of the list, and its identity."""


class TextOrderSource(Protocol):
    """Where the list in text order comes from."""

    def page_after(
        self, position: SuggestionPosition | None, limit: int, wanted: SuggestionFilter
    ) -> Sequence[Suggestion]:
        """The first ``limit`` suggestions whose ``(start, end, tag id)`` is greater."""

    def page_before(
        self, position: SuggestionPosition | None, limit: int, wanted: SuggestionFilter
    ) -> Sequence[Suggestion]:
        """The last ``limit`` suggestions whose ``(start, end, tag id)`` is smaller, in text order."""


class RankedSource(Protocol):
    """Where the first suggestions in an order of rank come from, now or later."""

    def ask_ranked(
        self, order: SuggestionOrder, limit: int, wanted: SuggestionFilter, then: Callable[[Sequence[Suggestion]], None]
    ) -> None:
        """Have ``then`` called with the first ones; another question takes this one back."""


class GroupSource(Protocol):
    """Where groups and their mentions come from, the groups now or later."""

    def ask_groups(
        self,
        after: SuggestionGroup | None,
        limit: int,
        wanted: SuggestionFilter,
        then: Callable[[Sequence[SuggestionGroup]], None],
    ) -> None:
        """Have ``then`` called with the groups that follow; another question takes this one back."""

    def members(
        self, group: SuggestionGroup, position: SuggestionPosition | None, limit: int, wanted: SuggestionFilter
    ) -> Sequence[Suggestion]: ...

    def around(self, span: Span, reach: int) -> tuple[str, str]:
        """What stands before and after the span, up to ``reach`` code points each."""


class SuggestionSource(TextOrderSource, RankedSource, GroupSource, Protocol):
    """Where open suggestions come from. It tells expected failures by its own road and then gives nothing."""

    def counts_by_tag(self) -> Mapping[TagId, int]: ...

    @property
    def hidden(self) -> int:
        """How many are too weak to be shown."""

    @property
    def least(self) -> float:
        """The confidence from which on they are shown, 0…1."""


class SuggestionRole(IntEnum):
    """What ``data()`` gives beside the display text."""

    POSITION = Qt.ItemDataRole.UserRole + 1
    SPAN = POSITION + 1
    QUOTE = POSITION + 2
    TAG_ID = POSITION + 3
    TAG_NAME = POSITION + 4
    COLOUR_ROLE = POSITION + 5
    REASON = POSITION + 6
    CONFIDENCE = POSITION + 7
    RECORD = POSITION + 8


def position_of(suggestion: Suggestion) -> SuggestionPosition:
    return (suggestion.span.start, suggestion.span.end, suggestion.tag_id)


_FIELDS: dict[int, Callable[[Suggestion], object]] = {
    SuggestionRole.POSITION: position_of,
    SuggestionRole.SPAN: lambda suggestion: suggestion.span,
    SuggestionRole.QUOTE: lambda suggestion: suggestion.quote,
    SuggestionRole.TAG_ID: lambda suggestion: suggestion.tag_id,
    SuggestionRole.REASON: lambda suggestion: reason_in_words(suggestion.reason),
    SuggestionRole.CONFIDENCE: lambda suggestion: suggestion.confidence,
    SuggestionRole.RECORD: lambda suggestion: suggestion,
}


class SuggestionListModel(WindowModel[Suggestion]):
    """Open suggestions in text order around a place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: TextOrderSource | None = None
        self._wanted = EVERY_SUGGESTION
        self._tags = ShownTags()

    @property
    def wanted(self) -> SuggestionFilter:
        """What is shown."""
        return self._wanted

    def show_of(self, source: SuggestionSource | None, wanted: SuggestionFilter, offset: int = 0) -> None:
        """Show these of a source, around ``offset``; None empties the list."""
        self._source, self._wanted = source, wanted
        self.open_at(offset)

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags
        self.show_anew()

    def find(self, position: SuggestionPosition) -> int | None:
        """Row of the suggestion, after moving the window to it if need be; None when it is not open or hidden."""
        row = self.row_of(position)
        if row is None and not self.covers(position[0]):
            self.open_at(position[0])
            row = self.row_of(position)
        return row

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        suggestion = self.record(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return suggestion.quote
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return suggestion_in_words(suggestion, self._tags)
        return self._own_data(suggestion, role)

    def _own_data(self, suggestion: Suggestion, role: int) -> object:
        if role == SuggestionRole.TAG_NAME:
            return self._tags.name(suggestion.tag_id)
        if role == SuggestionRole.COLOUR_ROLE:
            tag = self._tags.tag(suggestion.tag_id)
            return tag.colour if tag is not None else ""
        value_of = _FIELDS.get(role)
        return None if value_of is None else value_of(suggestion)

    def _identity(self, record: Suggestion) -> Hashable:
        return position_of(record)

    def _span(self, record: Suggestion) -> Span:
        return record.span

    def _page_after(self, record: Suggestion | None, limit: int) -> Sequence[Suggestion]:
        if self._source is None:
            return ()
        position = None if record is None else position_of(record)
        return self._source.page_after(position, limit, self._wanted)

    def _page_from(self, offset: int, limit: int) -> Sequence[Suggestion]:
        return () if self._source is None else self._source.page_after((offset, 0, ""), limit, self._wanted)

    def _page_before(self, record: Suggestion | None, offset: int, limit: int) -> Sequence[Suggestion]:
        if self._source is None:
            return ()
        position = (offset, 0, "") if record is None else position_of(record)
        return self._source.page_before(position, limit, self._wanted)


class RankedSuggestionModel(SuggestionListModel):
    """The first open suggestions in an order of rank. What is decided goes, and others come up from below."""

    RANKED = 500

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ranks: RankedSource | None = None
        self._order = SuggestionOrder.CONFIDENCE
        self._asked = 0
        self._is_asking = self._is_stale = False

    def set_order(self, order: SuggestionOrder) -> None:
        """What comes first, from the next ``show_of`` on."""
        self._order = order

    def show_of(self, source: SuggestionSource | None, wanted: SuggestionFilter, _offset: int = 0) -> None:
        self._ranks, self._wanted = source, wanted
        self._asked += 1  # what is still to be answered was asked of another list
        self._is_asking = self._is_stale = False
        self._clear()
        self.refresh()

    def refresh(self) -> None:
        """Rank anew, once more if that is being done already; the rows change when the answer comes."""
        if self._ranks is None:
            return
        if self._is_asking:
            self._is_stale = True
            return
        self._asked += 1
        question, self._is_asking = self._asked, True

        def answer(found: Sequence[Suggestion]) -> None:
            if question == self._asked:
                self._is_asking = False
                self._become(list(found))
                self.window_changed.emit()
                if self._is_stale:
                    self._is_stale = False
                    self.refresh()

        self._ranks.ask_ranked(self._order, self.RANKED, self._wanted, answer)

    def find(self, position: SuggestionPosition) -> int | None:
        return self.row_of(position)

    def covers(self, _offset: int) -> bool:
        """Places of the text mean nothing here."""
        return True

    def _clear(self) -> None:
        self._reset_to([])
        self.window_changed.emit()
