# SPDX-License-Identifier: GPL-3.0-or-later
"""The terms found in the open document, kept in memory in the order of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import ReaderError
from reader.lexicon.terms import TermMatch
from reader.model.edit import Changes
from reader.store import Library
from reader.text.spans import Span
from reader.ui.controller import Controller
from reader.ui.jobs import Jobs
from reader.workspace.document_terms import TermsIn
from reader.workspace.worker import errand

KIND = "find-terms"

_SOON_MS = 60


class DocumentTerms(QObject):
    """Looks in a worker process whenever a document is ready or terms change; what was found before stays until then.

    Signals:
        started (): looking has begun. changed (): other terms are known now.
        ended (): all of the text has been looked through.
        failed (ReaderError).
    """

    started = Signal()
    changed = Signal()
    ended = Signal()
    failed = Signal(object)

    def __init__(self, controller: Controller, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._jobs = jobs
        self._matches: list[TermMatch] = []
        self._longest = 0
        self._is_running = False
        self.has_terms = False
        self.stopped_at: int | None = None
        """Where looking stopped because there were too many; None when the whole text was looked through."""
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._start)

    @property
    def count(self) -> int:
        return len(self._matches)

    @property
    def is_looking(self) -> bool:
        return self._soon.isActive() or self._is_running

    def within(self, span: Span) -> Sequence[TermMatch]:
        """The matches that share a character with the span, in text order. O(log n)."""
        first = bisect_right(self._matches, span.start - self._longest, key=_start_of)
        last = bisect_left(self._matches, span.end, key=_start_of)
        return [match for match in self._matches[first:last] if match.span.overlaps(span)]

    def between(self, first: int, last: int) -> Sequence[TermMatch]:
        """The matches of these numbers, half-open."""
        return self._matches[max(first, 0) : max(last, 0)]

    def number_at(self, offset: int) -> int:
        """The number of the first match that begins at the offset or later."""
        return bisect_left(self._matches, offset, key=_start_of)

    def number_of(self, match: TermMatch) -> int:
        """The number of a match; of one that is known no more, the number of the first one at its place or later."""
        number = first = self.number_at(match.span.start)
        while number < len(self._matches) and self._matches[number].span.start == match.span.start:
            if self._matches[number].term_id == match.term_id:
                return number
            number += 1
        return first

    def on_document_changed(self) -> None:
        """Another document is open, or none."""
        self._jobs.cancel(KIND)
        self.stopped_at = None
        self._put([])
        self.look_again()

    def on_changed(self, changes: Changes) -> None:
        """An edit, ours or another program's, has touched something."""
        if changes.terms or changes.readings:
            self.look_again()

    def look_again(self) -> None:
        """Look when the present moment's work is done; several wishes become one."""
        self._soon.start()

    # Inside

    def _start(self) -> None:
        document = self._controller.document
        self.has_terms = self._controller.ask(_has_terms, False)
        if document is None or not self.has_terms:
            self._jobs.cancel(KIND)
            self._put([])
            self._finish()
            return
        path = self._controller.library_path
        self._jobs.start(
            KIND,
            errand("terms_in_document", library_path=path, document_id=document.id),
            on_success=self._on_end,
            on_failure=self._on_failure,
            on_part=self._on_found,
        )
        self._is_running = True
        self.started.emit()

    def _on_found(self, part: object) -> None:
        assert isinstance(part, TermsIn)
        first, last = self.number_at(part.start), self.number_at(part.end)
        fresh = list(part.matches)
        if self._matches[first:last] == fresh:
            return
        self._matches[first:last] = fresh
        self._longest = max([self._longest, *(len(match.span) for match in fresh)])
        self.changed.emit()

    def _on_end(self, stopped_at: int | None) -> None:
        self.stopped_at = stopped_at
        if stopped_at is not None and self.number_at(stopped_at) < self.count:
            self._put(self._matches[: self.number_at(stopped_at)])
        self._finish()

    def _on_failure(self, error: ReaderError) -> None:
        self.failed.emit(error)
        self._finish()

    def _finish(self) -> None:
        self._is_running = False
        self.ended.emit()

    def _put(self, matches: list[TermMatch]) -> None:
        had_some, self._matches = bool(self._matches), matches
        self._longest = max((len(match.span) for match in matches), default=0)
        if had_some or matches:
            self.changed.emit()


def _has_terms(library: Library) -> bool:
    return any(base.is_on and library.terms.count(base.id) for base in library.terms.bases())


def _start_of(match: TermMatch) -> int:
    return match.span.start
