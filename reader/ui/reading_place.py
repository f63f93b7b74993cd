# SPDX-License-Identifier: GPL-3.0-or-later
"""Which text is on the page and where it is being read: put there, kept, found again; and what goes on behind it."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from reader import settings as names
from reader.settings import Settings
from reader.text.spans import Span
from reader.ui.controller import Controller
from reader.ui.first_text import ShownFile
from reader.ui.main_window import MainWindow
from reader.ui.opening import IMPORT, Opening
from reader.ui.page_structure import PageStructure

_log = logging.getLogger(__name__)
KEPT_AFTER_MS = 2000
"""The page has stood still for so long: where it stands is worth keeping."""


class ReadingPlace(QObject):
    """Knows the window's page, title and status line, and the settings."""

    def __init__(self, window: MainWindow, controller: Controller, opening: Opening, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._opening = opening
        self._settings = settings
        self._rest = QTimer(self, interval=KEPT_AFTER_MS, singleShot=True)
        self._rest.timeout.connect(self._keep)

    @property
    def folder(self) -> Path:
        """Where to look for the next file: beside the last one."""
        recent = self.recent_files()
        return recent[0].parent if recent else Path.home()

    def recent_files(self) -> list[Path]:
        return [Path(name) for name in self._settings.get(names.RECENT_FILES)]

    def on_file_shown(self, shown: ShownFile) -> None:
        """Put the file's text on the page."""
        self._window.pane.show_text(shown.text_file.text, shown.direction)
        self.on_file_on_page(shown)

    def on_file_on_page(self, shown: ShownFile) -> None:
        self._window.show_title(shown.path.stem)
        self._settings.remember_file(shown.path.absolute())
        self._window.status.show_place(0.0)

    def on_document_ready(self, was_shown: bool) -> None:
        """Put the library's text on the page, where it was read last."""
        document, text = self._controller.document, self._controller.text
        if document is None or text is None:
            return
        self._settings.set(names.LAST_DOCUMENT, document.id)
        self._window.show_title(document.title)
        is_at_start = self._window.pane.verticalScrollBar().value() == 0
        structure = PageStructure(self._controller, document)
        if was_shown:
            self._window.pane.replace_text(text, document.direction, structure)
        else:
            self._window.pane.show_text(text, document.direction, structure)
        offset = self._settings.get(names.PLACES).get(document.id, 0)
        if 0 < offset < document.length and (is_at_start or not was_shown):
            self._window.pane.start_at(offset)
        self._keep()

    def on_visible_changed(self, span: Span) -> None:
        """The page has moved."""
        document = self._controller.document
        if document is not None and document.length:
            is_before_end = span.end < document.length
            share = span.end / document.length if is_before_end else 1.0
            self._window.status.show_place(0.0 if span.start == 0 and is_before_end else share)
            self._rest.start()

    def on_progressed(self, kind: str, done: int, total: int) -> None:
        if self._controller.is_busy:
            return
        if kind == IMPORT:
            self._window.status.show_activity(self.tr("Taking the text into the library…"), done, total)
        elif not self._opening.is_importing:
            self._window.status.show_activity(self.tr("Looking for names, places and dates…"), done, total)

    def on_ended(self, _kind: str) -> None:
        if not self._controller.is_busy:
            self._window.status.end_activity()

    def on_edit_progressed(self, done: int, total: int) -> None:
        self._window.status.show_activity(self.tr("Saving the change…"), done, total)

    def on_copy_progressed(self, done: int, total: int) -> None:
        self._window.status.show_activity(self.tr("Copying the selection…"), done, total)

    def on_edit_ended(self) -> None:
        self._window.status.end_activity()

    def remember(self) -> None:
        """Keep where the open document is being read."""
        document, offset = self._controller.document, self._window.pane.top_offset
        if document is not None and offset is not None:
            self._settings.remember_place(document.id, offset)

    def _keep(self) -> None:
        """Have the place in the file too, so that it outlives a crash."""
        self.remember()
        try:
            self._settings.save(at_once=False)
        except OSError as error:
            _log.warning("the place of reading cannot be kept: %s", error)

    def remember_window(self) -> None:
        size = self._window.normalGeometry().size()
        for setting, value in ((names.WINDOW_WIDTH_PX, size.width()), (names.WINDOW_HEIGHT_PX, size.height())):
            if setting.accepts(value):
                self._settings.set(setting, value)
