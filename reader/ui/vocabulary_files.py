# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of known words taken in from files and written out, in a worker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.model.vocabulary import WordStatus
from reader.ui.controller import Controller
from reader.ui.dialogs.waiting import Waiting
from reader.ui.jobs import Jobs
from reader.ui.models.sentences import filled
from reader.workspace.vocabulary_lists import TakenIn
from reader.workspace.worker_errands import Errand, errand

_FILE: Final = "word-list"


class VocabularyFiles(QObject):
    """Signals: hinted (str), failed (ReaderError)."""

    hinted = Signal(str)
    failed = Signal(object)

    def __init__(self, window: QWidget, controller: Controller, jobs: Jobs) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._jobs = jobs

    def ask_for_import(self) -> None:
        """Ask which file's words are known."""
        if not self._controller.open_library():
            return
        kinds = [self.tr("Lists of words (*.txt *.csv *.tsv)"), self.tr("All files (*)")]
        title = self.tr("Import a list of known words")
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(Path.home()), ";;".join(kinds))
        if name:
            self.take_in(Path(name))

    def ask_for_export(self) -> None:
        """Ask where to write the words that are known."""
        if not self._controller.open_library():
            return
        proposed = str(Path.home() / "known-words.txt")
        title, kind = self.tr("Export the known words"), self.tr("Lists of words (*.txt)")
        name, _ = QFileDialog.getSaveFileName(self._window, title, proposed, kind)
        if name:
            self.give_out(Path(name))

    def take_in(self, path: Path) -> None:
        """The words of the file are known; one step of undo."""
        controller = self._controller
        work = errand(
            "take_in_words",
            library_path=controller.library_path,
            session=controller.session,
            author=controller.author,
            path=path,
            status=WordStatus.KNOWN,
        )
        self._start(work, self.tr("The words are being looked up…"), self._tell_taken_in)

    def give_out(self, path: Path) -> None:
        """Write the words that are known to a file."""
        library_path = self._controller.library_path
        work = errand("give_out_words", library_path=library_path, path=path, statuses=[WordStatus.KNOWN])

        def tell(count: int) -> None:
            self.hinted.emit(self.tr("%n words were exported.", "", count))

        self._start(work, self.tr("The words are being exported…"), tell)

    # Inside

    def _tell_taken_in(self, taken: TakenIn) -> None:
        self._controller.look_around()
        said = self.tr("%n words are known now that were not.", "", taken.changed)
        if taken.skipped_count:
            lines = ", ".join(map(str, taken.skipped))
            said += " " + filled(self.tr("Lines without one word were passed over: %1"), lines)
        self.hinted.emit(said)

    def _start(self, work: Errand, sentence: str, then: Callable[[Any], None]) -> None:
        waiting = Waiting(sentence, self._window)
        job = self._jobs.start(_FILE, work, on_success=then, on_failure=self.failed.emit)
        waiting.cancelled.connect(lambda: self._jobs.cancel(_FILE))
        job.ended.connect(waiting.finish)
