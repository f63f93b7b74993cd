# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog of dictionaries with the shelf behind it: files are read by the worker, one after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.errors import DictionaryDamaged, DictionaryKnown, ReaderError
from reader.ui.jobs import Jobs, Task
from reader.ui.messages import sentence_for
from reader.ui.models.sentences import filled
from reader.workspace.worker import errand

if TYPE_CHECKING:
    from reader.model.dictionary import DictionaryAbout, DictionaryEntry
    from reader.ui.dialogs.dictionaries import DictionariesDialog
    from reader.workspace.dictionary_import import DictionaryPlan

LIST, OFFERS, READ, LOOK_UP = "list-dictionaries", "offer-dictionaries", "read-dictionary", "try-dictionaries"


class DictionariesDesk(QObject):
    """Signals:
    changed (): what the dictionaries say may be something else; whoever has them open opens them anew.
    hinted (str), failed (ReaderError).
    """

    changed = Signal()
    hinted = Signal(str)
    failed = Signal(object)

    def __init__(self, window: QWidget, jobs: Jobs, folder: Path | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._folder = folder
        self._waiting: deque[Path] = deque()
        self._outcomes: list[str] = []
        self._has_failed = False
        self._is_busy = False
        self.dialog: DictionariesDialog | None = None

    @property
    def folder(self) -> Path:
        """Where the dictionaries stand."""
        if self._folder is None:
            from reader.workspace.dictionaries import own_dictionaries_folder  # noqa: PLC0415 - not needed to start

            self._folder = own_dictionaries_folder()
        return self._folder

    def show(self) -> None:
        """Bring the dialog up."""
        dialog = self.dialog or self._made()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        self._list()
        self._look_for_offers()

    def add(self, paths: Sequence[Path]) -> None:
        """Take dictionaries in, one after the other; brings the dialog up."""
        if self.dialog is None or not self.dialog.isVisible():
            self.show()
        self._waiting.extend(paths)
        if not self._is_busy:
            self._outcomes, self._has_failed = [], False
            self._go_on()

    # Inside

    def _made(self) -> DictionariesDialog:
        from reader.ui.dialogs.dictionaries import DictionariesDialog  # noqa: PLC0415 - not needed to start

        self.dialog = dialog = DictionariesDialog(self._window)
        dialog.addition_requested.connect(self.add)
        dialog.removal_requested.connect(lambda id_: self._change(lambda shelf: shelf.remove(id_)))
        dialog.switch_requested.connect(lambda id_, is_on: self._change(lambda shelf: shelf.switch(id_, is_on=is_on)))
        dialog.order_requested.connect(lambda ids: self._change(lambda shelf: shelf.order(ids)))
        dialog.stop_requested.connect(self._stop)
        dialog.lookup_requested.connect(self._look_up)
        return dialog

    def _list(self, current_id: str = "") -> None:
        """Show the shelf anew, read on a thread: each dictionary's file is opened for it."""
        folder = self.folder

        def work(_task: Task) -> tuple[list[DictionaryAbout], list[DictionaryDamaged]]:
            from reader.workspace.dictionaries import Shelf  # noqa: PLC0415 - not needed to start

            return Shelf(folder=folder).all()

        def show(found: tuple[list[DictionaryAbout], list[DictionaryDamaged]]) -> None:
            abouts, problems = found
            if self.dialog is not None:
                self.dialog.show_dictionaries(abouts, current_id)
                for problem in problems:
                    self.dialog.show_outcome(sentence_for(problem), is_failure=True)

        self._jobs.start(LIST, work, on_success=show, on_failure=self._on_failure)

    def _look_for_offers(self) -> None:
        def show(plans: list[DictionaryPlan]) -> None:
            if self.dialog is not None:
                self.dialog.show_offers([plan for plan in plans if not plan.same])

        work = errand("system_dictionaries", folder=self.folder)
        self._jobs.start(OFFERS, work, on_success=show, on_failure=self._on_failure)

    def _change(self, change: Callable[..., None]) -> None:
        """Change something small on the shelf at once."""
        from reader.workspace.dictionaries import Shelf  # noqa: PLC0415 - not needed to start

        try:
            change(Shelf(folder=self.folder))
        except ReaderError as error:
            self._on_failure(error)
        self._list()
        self._look_for_offers()
        self.changed.emit()

    # Files, one after the other

    def _go_on(self) -> None:
        """Look at the next file that waits."""
        if not self._waiting:
            self._end()
            return
        self._is_busy = True
        path = self._waiting.popleft()
        if self.dialog is not None:
            self.dialog.show_progress(path.name, 0, 0)
        work = errand("plan_dictionary", folder=self.folder, path=path)
        self._jobs.start(READ, work, on_success=self._on_planned, on_failure=self._on_refused)

    def _on_planned(self, plan: DictionaryPlan) -> None:
        if plan.same:
            self._on_refused(DictionaryKnown(plan.path, plan.same))
        elif plan.alike and self.dialog is not None:
            box = self.dialog.ask_about_name(plan)
            box.accepted.connect(lambda: self._read(plan))
            box.rejected.connect(self._go_on)
        else:
            self._read(plan)

    def _read(self, plan: DictionaryPlan) -> None:
        dialog = self.dialog

        def show(done: int, total: int) -> None:
            if dialog is not None:
                dialog.show_progress(plan.title, done, total)

        work = errand("import_dictionary", folder=self.folder, path=plan.path)
        self._jobs.start(READ, work, on_success=self._on_read, on_failure=self._on_refused, on_progress=show)

    def _on_read(self, about: DictionaryAbout) -> None:
        told = self.tr("%n entries of %1 were taken in.", "", about.entries)
        self._outcomes.append(filled(told, about.title))
        self._list(about.id)
        self.changed.emit()
        self._go_on()

    def _on_refused(self, error: ReaderError) -> None:
        self._has_failed = True
        self._outcomes.append(sentence_for(error))
        self._go_on()

    def _stop(self) -> None:
        """The file that is being read leaves nothing behind; those that wait are forgotten."""
        self._waiting.clear()
        self._jobs.cancel(READ)
        self._outcomes.append(self.tr("Stopped. The dictionary that was being read is not there."))
        self._end()

    def _end(self) -> None:
        self._is_busy = False
        if self.dialog is not None:
            self.dialog.end_progress()
            self.dialog.show_outcome("\n".join(self._outcomes), is_failure=self._has_failed)
        self._look_for_offers()

    def _on_failure(self, error: ReaderError) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.show_outcome(sentence_for(error), is_failure=True)
        else:
            self.failed.emit(error)

    # Trying them

    def _look_up(self, word: str) -> None:
        folder = self.folder

        def work(_task: Task) -> list[DictionaryEntry]:
            from reader.workspace.dictionaries import open_dictionaries  # noqa: PLC0415 - not needed to start

            with closing(open_dictionaries(folder)) as opened:
                return opened.entries_of([word])

        def show(entries: list[DictionaryEntry]) -> None:
            if self.dialog is not None:
                self.dialog.details.show_entries(word, entries)

        self._jobs.start(LOOK_UP, work, on_success=show, on_failure=self._on_failure)
