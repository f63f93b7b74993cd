# SPDX-License-Identifier: GPL-3.0-or-later
"""The lexicon behind the window: found and opened when the first word is asked for, compiled first if need be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.ui.jobs import Jobs, Task
from reader.workspace.worker import errand

if TYPE_CHECKING:
    from reader.lexicon.lookup import Lookup
    from reader.workspace.words import Words

FIND, COMPILE = "find-lexicon", "compile-lexicon"


class OpenLexicon(QObject):
    """Answers at once when it is open; else nothing, and it goes to be opened.

    Signals:
        opened (): ask again. waiting (): it is being compiled. failed (ReaderError): it cannot be used.
        progressed (int done, int total): of compiling; total 0 while unknown. ended (): of compiling.
    """

    opened = Signal()
    waiting = Signal()
    failed = Signal(object)
    progressed = Signal(object, object)
    ended = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._words: Words | None = None
        self._problem: ReaderError | None = None

    def look_up_in(self, sentence: str, offset: int) -> Lookup | None:
        """The word of the sentence that holds ``offset``; None between words, and while the lexicon is not open."""
        if self._words is None:
            self._prepare()
            return None
        try:
            return self._words.look_up_in(sentence, offset)
        except ReaderError as error:
            self._on_failure(error)
            return None

    def close(self) -> None:
        if self._words is not None:
            self._words.close()
            self._words = None

    def _prepare(self) -> None:
        if self._problem is not None:
            self.failed.emit(self._problem)
        elif self._jobs.is_running(COMPILE):
            self.waiting.emit()
        elif not self._jobs.is_running(FIND):
            self._jobs.start(FIND, _find, on_success=self._on_found, on_failure=self._on_failure)

    def _on_found(self, path: Path | None) -> None:
        if path is None:
            self._compile()
        else:
            self._open(path)

    def _compile(self) -> None:
        self._jobs.start(
            COMPILE,
            errand("compile_lexicon"),
            on_success=self._on_compiled,
            on_failure=self._on_compiling_failed,
            on_progress=self.progressed.emit,
        )
        self.progressed.emit(0, 0)
        self.waiting.emit()

    def _on_compiled(self, path: Path) -> None:
        self.ended.emit()
        self._open(path)

    def _open(self, path: Path) -> None:
        from reader.workspace.words import words_in  # noqa: PLC0415 - loaded by ``_find`` on its thread

        try:
            self._words = words_in(path)
        except ReaderError as error:
            self._on_failure(error)
            return
        self.opened.emit()

    def _on_compiling_failed(self, error: ReaderError) -> None:
        self.ended.emit()
        self._on_failure(error)

    def _on_failure(self, error: ReaderError) -> None:
        self._problem = error
        self.failed.emit(error)


def _find(_task: Task) -> Path | None:
    from reader.workspace import dictionaries  # noqa: F401, PLC0415 - loaded here rather than on the main thread
    from reader.workspace.words import ready_lexicon  # noqa: PLC0415 - 0.2 s, on a thread

    return ready_lexicon()
