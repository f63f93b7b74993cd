# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of the open text, counted in a worker while somebody looks at them."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import ReaderError
from reader.model.edit import Changes
from reader.model.ids import DocumentId
from reader.model.vocabulary import WordScope, WordStatus
from reader.store import Library
from reader.ui.controller import Controller
from reader.ui.jobs import Jobs
from reader.ui.sidebar.vocabulary import VocabularyPanel, VocabularyState
from reader.workspace.vocabulary_figures import TextVocabulary
from reader.workspace.worker import errand

KIND: Final = "count-vocabulary"
_SOON_MS: Final = 400
_REST: Final = 2.0
"""After a count that took long, the next waits so many times as long: a book is not counted at each key."""


class VocabularyCounting(QObject):
    """Fills the panel. A change of statuses shows in the list at once, in the figures when they are counted again.

    Signals: failed (ReaderError), counted ().
    """

    failed = Signal(object)
    counted = Signal()

    def __init__(self, panel: VocabularyPanel, controller: Controller, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._panel = panel
        self._controller = controller
        self._jobs = jobs
        self.figures: TextVocabulary | None = None
        self._is_stale = True
        self._began = 0.0
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._start)
        panel.needed.connect(self._on_needed)

    @property
    def is_counting(self) -> bool:
        return self._soon.isActive() or self._jobs.is_running(KIND)

    def on_document_changed(self) -> None:
        """Another document is open, or none."""
        self._jobs.cancel(KIND)
        self.figures = None
        self._soon.setInterval(_SOON_MS)
        self.count_again()
        self.show()

    def on_changed(self, changes: Changes) -> None:
        """An edit, ours or another program's, has touched something."""
        document = self._controller.document
        if document is None:
            return
        if changes.vocabulary:
            self._show_statuses()
        names_changed = document.id in changes.annotations_of | changes.suggestions_of
        if changes.vocabulary or names_changed or changes.tagset:
            self.count_again()

    def count_again(self) -> None:
        """Now where somebody looks, else when somebody does; several wishes become one."""
        self._is_stale = True
        if self._panel.isVisible():
            self._soon.start()

    def show(self) -> None:
        """Show what is known now."""
        controller = self._controller
        state = VocabularyState(
            has_document=controller.document is not None, can_write=controller.can_write, figures=self.figures
        )
        self._panel.show_state(state)

    # Inside

    def _on_needed(self) -> None:
        self.show()
        if self._is_stale and not self._jobs.is_running(KIND):
            self._start()

    def _start(self) -> None:
        document = self._controller.document
        if document is None:
            return
        self._is_stale = False
        self._began = time.monotonic()
        work = errand(
            "vocabulary_of_document", library_path=self._controller.library_path, document_id=DocumentId(document.id)
        )
        self._jobs.start(KIND, work, on_success=self._take, on_failure=self._on_failure)

    def _take(self, figures: TextVocabulary) -> None:
        self.figures = figures
        self._soon.setInterval(max(_SOON_MS, round(1000 * _REST * (time.monotonic() - self._began))))
        self.show()
        self.counted.emit()

    def _on_failure(self, error: ReaderError) -> None:
        self._is_stale = True
        self.failed.emit(error)

    def _show_statuses(self) -> None:
        keys = self._panel.model.keys()
        if keys:
            nothing: dict[str, WordStatus] = {}
            self._panel.show_statuses(self._controller.ask(lambda library: _statuses(library, keys), nothing))


def _statuses(library: Library, keys: Sequence[str]) -> dict[str, WordStatus]:
    """Those of the keys, or all there are where they are fewer."""
    vocabulary = library.vocabulary
    if vocabulary.count_states() < len(keys):
        return vocabulary.lemma_statuses()
    return vocabulary.statuses(WordScope.LEMMA, keys)
