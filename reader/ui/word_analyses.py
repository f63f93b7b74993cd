# SPDX-License-Identifier: GPL-3.0-or-later
"""The slow analyser behind the window: what it said is there at once, what it has not said yet arrives later."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.lexicon import alkhalil
from reader.model.word_analysis import WordAnalysis
from reader.ui.controller import Controller
from reader.ui.jobs import Jobs
from reader.ui.popups.word_page import Morphology
from reader.workspace.worker import errand

KIND: Final = "analyse-word"
NAME: Final = "AlKhalil (farahidi)"
_MOST_REMEMBERED: Final = 2000


class WordAnalyses(QObject):
    """Signals: arrived (): a word asked for has been analysed. failed (ReaderError): it could not be."""

    arrived = Signal()
    failed = Signal(object)

    def __init__(self, controller: Controller, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._jobs = jobs
        self._known: dict[str, tuple[WordAnalysis, ...]] = {}
        self._is_broken = False

    def of(self, word: str) -> Morphology | None:
        """What is known of the word now; it goes to be analysed when that is nothing. None without an analyser."""
        if self._is_broken or not alkhalil.installed_version():
            return None
        if word not in self._known:
            self._look_up(word)
        if word not in self._known:
            self._ask(word)
        return Morphology(source=NAME, analyses=self._known.get(word))

    def _look_up(self, word: str) -> None:
        from reader.workspace.morphology import kept_analyses  # noqa: PLC0415 - seldom used

        nothing: dict[str, tuple[WordAnalysis, ...]] = {}
        self._remember(self._controller.ask(lambda library: dict(kept_analyses(library, [word])), nothing))

    def _ask(self, word: str) -> None:
        path = self._controller.library_path if self._controller.is_open else None
        self._jobs.start(
            KIND,
            errand("analyse_words", library_path=path, words=(word,)),
            on_success=self._on_analysed,
            on_failure=self._on_failure,
        )

    def _on_analysed(self, found: dict[str, tuple[WordAnalysis, ...]]) -> None:
        self._remember(found)
        self.arrived.emit()

    def _on_failure(self, error: ReaderError) -> None:
        """It is told once; words are explained without it."""
        self._is_broken = True
        self.failed.emit(error)
        self.arrived.emit()

    def _remember(self, found: dict[str, tuple[WordAnalysis, ...]]) -> None:
        if len(self._known) > _MOST_REMEMBERED:
            self._known.clear()
        self._known.update(found)
