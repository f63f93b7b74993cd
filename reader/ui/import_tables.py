# SPDX-License-Identifier: GPL-3.0-or-later
"""A table of articles is looked into before it is imported, and the user says which column holds what."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.importers.extracted import Columns, Options
from reader.ui.dialogs.import_columns import ImportColumnsDialog
from reader.ui.jobs import Jobs
from reader.ui.messages import sentence_for
from reader.workspace.worker_errands import errand

_JOB = "import-preview"


class ImportTables(QObject):
    """Asks about one table at a time; ``start(path, options)`` imports it as was said."""

    def __init__(self, window: QWidget, jobs: Jobs, start: Callable[[Path, Options], None]) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._start = start
        self._dialog: ImportColumnsDialog | None = None
        self._path = Path()

    def ask(self, path: Path) -> None:
        """Show the first rows of the table, and ask."""
        if self._dialog is None:
            self._dialog = ImportColumnsDialog(self._window)
            self._dialog.import_requested.connect(self._import)
            self._dialog.encoding_chosen.connect(self._look)
        self._path = path
        self._dialog.begin(path)
        self._dialog.open()
        self._look("")

    def _look(self, encoding: str) -> None:
        dialog = self._dialog
        assert dialog is not None
        self._jobs.start(
            _JOB,
            errand("preview_table", path=self._path, options=Options(encoding=encoding or None)),
            on_success=dialog.show_preview,
            on_failure=lambda error: dialog.show_problem(sentence_for(error)),
        )

    def _import(self, columns: Columns, encoding: str) -> None:
        self._start(self._path, Options(columns=columns, encoding=encoding or None))
