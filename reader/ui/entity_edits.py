# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of entities: at once, or, where thousands of links change, beside the window, which waits and stays alive."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.model.edit import Edit
from reader.store import Library
from reader.ui.controller import Controller
from reader.ui.dialogs.waiting import Waiting
from reader.ui.jobs import Jobs, Task

AT_ONCE = 1_000
"""So many links are changed in less time than a window may wait."""

_KIND = "entity-edit"


class EntityEdits(QObject):
    """Signals: failed (ReaderError)."""

    failed = Signal(object)

    def __init__(self, window: QWidget, controller: Controller, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._controller = controller
        self._jobs = jobs

    def do(self, make: Callable[[Library], Edit], links: int, then: Callable[[], object] = lambda: None) -> None:
        """Make an edit that changes so many links, then do what follows from it; failures are told."""
        if links <= AT_ONCE:
            if self._controller.do(make):
                then()
            return
        path, session, author = self._controller.library_path, self._controller.session, self._controller.author

        def work(_task: Task) -> None:
            with Library.open(path, create=False, session=session) as library:
                library.apply(make(library), author=author)

        def on_success(_nothing: None) -> None:
            self._controller.look_around()
            then()

        waiting = Waiting(self.tr("The links are being changed…"), self._window)
        waiting.setCancelButton(None)  # it is one step: all of it or nothing, and undo takes it back
        job = self._jobs.start(_KIND, work, on_success=on_success, on_failure=self.failed.emit)
        job.ended.connect(waiting.finish)
