# SPDX-License-Identifier: GPL-3.0-or-later
"""The phrase looked for in the open document: its places, and which of them is the current one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.model.ids import DocumentId
from reader.text.spans import Span
from reader.ui.jobs import Jobs
from reader.workspace.worker import errand

_KIND = "find"


class Search(QObject):
    """Looks in a job; places come in as they are found, in text order.

    Signals:
        hits_changed (): more places, or none any more.
        went_to (Span): another place is current.
        failed (ReaderError).
    """

    hits_changed = Signal()
    went_to = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, library_path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._library_path = library_path
        self._hits: list[Span] = []
        self._from = 0
        self.phrase = ""
        self.current: int | None = None
        self.is_complete = True

    @property
    def count(self) -> int:
        return len(self._hits)

    def start(self, document_id: DocumentId, phrase: str, offset: int) -> None:
        """Look for the phrase; the first place at or after ``offset`` becomes current. "" forgets the last one."""
        self.forget()
        if not phrase.strip():
            return
        self.phrase, self._from, self.is_complete = phrase, offset, False
        work = errand("find_in_document", library_path=self._library_path, document_id=document_id, phrase=phrase)
        self._jobs.start(_KIND, work, on_success=self._on_end, on_failure=self.failed.emit, on_part=self._on_found)
        self.hits_changed.emit()

    def forget(self) -> None:
        self._jobs.cancel(_KIND)
        self._hits = []
        self.phrase, self.current, self.is_complete = "", None, True
        self.hits_changed.emit()

    def within(self, span: Span) -> Sequence[Span]:
        """The places found that touch ``span``. O(log n)."""
        first = bisect_left(self._hits, span.start, key=lambda hit: hit.end)
        last = bisect_right(self._hits, span.end, key=lambda hit: hit.start)
        return self._hits[first:last]

    def is_current(self, hit: Span) -> bool:
        return self.current is not None and self._hits[self.current] == hit

    def go_next(self) -> None:
        """The place after the current one; after the last one the first."""
        self._go(1)

    def go_previous(self) -> None:
        self._go(-1)

    def _go(self, step: int) -> None:
        if not self._hits:
            return
        now = self.current if self.current is not None else (-1 if step > 0 else 0)
        self._make_current((now + step) % len(self._hits))

    def _make_current(self, index: int) -> None:
        self.current = index
        self.went_to.emit(self._hits[index])
        self.hits_changed.emit()

    def _on_found(self, spans: object) -> None:
        assert isinstance(spans, list)
        self._hits += spans
        if self.current is None:
            index = bisect_left(self._hits, self._from, key=lambda hit: hit.start)
            if index < len(self._hits):
                self._make_current(index)
                return
        self.hits_changed.emit()

    def _on_end(self, _count: int) -> None:
        self.is_complete = True
        if self.current is None and self._hits:
            self._make_current(0)
        self.hits_changed.emit()
