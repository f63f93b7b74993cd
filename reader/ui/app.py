# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds everything once and passes it in: first what the picture of a page needs, after that picture the rest."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from reader import __version__
from reader import settings as names
from reader.errors import ReaderError
from reader.settings import Settings, settings_path
from reader.ui.appearance import dress, reading_style
from reader.ui.collecting import Collecting
from reader.ui.crash import CrashHook
from reader.ui.first_text import ShownFile, is_surely_plain, look_into
from reader.ui.fonts import load_reading_face
from reader.ui.i18n import InterfaceLanguage, system_language
from reader.ui.main_window import MainWindow
from reader.ui.theme import load_theme

if TYPE_CHECKING:
    from reader.ui.desk import Desk
    from reader.ui.setting_up import SettingUp
    from reader.workspace.worker import Workers


def main(paths: Sequence[Path], library_path: Path | None = None) -> int:
    """Open the window on the first of the files, or on what was read last; returns the exit code."""
    application = make_application(sys.argv[:1])
    program = Program(application, Settings.load(settings_path()), library_path)
    crashes = CrashHook(program)
    crashes.install()
    program.start(paths)
    code = application.exec()
    crashes.remove()
    program.close()
    return code


def save_picture(text_path: Path | None, out: Path, library_path: Path | None = None) -> None:
    """Write a picture of the window with the text and its entities; the user's settings and library stay untouched.

    Raises:
        FileError: when the text cannot be read or the picture not be written.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    import tempfile  # noqa: PLC0415 - as the next

    from reader.ui import picture  # noqa: PLC0415 - not for the window one looks at

    application = make_application(sys.argv[:1])
    with picture.sparing_complaints(), tempfile.TemporaryDirectory(prefix="hashiya-") as folder:
        settings = Settings(Path(folder) / "settings.json")
        program = Program(application, settings, library_path or Path(folder) / "library.hashiya")
        try:
            program.start([] if text_path is None else [text_path])
            picture.wait_until(lambda: program.is_at_rest, program)
            if program.failure is not None:
                raise program.failure
            picture.save(program.window, out)
        finally:
            program.close()


def make_application(arguments: Sequence[str]) -> QApplication:
    """The one Qt application of the process, named and with its reading face."""
    application = QApplication.instance() or QApplication([*arguments, "-style", "fusion"])
    assert isinstance(application, QApplication)
    application.setApplicationName("hashiya")
    application.setApplicationDisplayName("")
    application.setDesktopFileName("hashiya")
    application.setApplicationVersion(__version__)
    load_reading_face()
    return application


class Program(QObject):
    """The running program: its window, and the desk that is set up behind it once the page has been painted."""

    def __init__(self, application: QApplication, settings: Settings, library_path: Path | None) -> None:
        super().__init__()
        self._collecting = Collecting(self)
        self.settings = settings
        self._library_path = library_path
        self.language = InterfaceLanguage(application)
        self.language.use(settings.get(names.LANGUAGE) or system_language())
        theme = load_theme(settings.get(names.THEME))
        dress(application, theme)
        self.window = MainWindow(reading_style(theme, settings))
        self.desk: Desk | None = None
        self._setting_up: SettingUp | None = None
        self._first: ShownFile | None = None
        self._later: list[Path] = []
        self.failure: ReaderError | None = None
        self._is_closed = False

    def start(self, paths: Sequence[Path]) -> None:
        """Show the window with the first file's text; everything else comes after its first picture."""
        if len(paths) == 1 and is_surely_plain(Path(paths[0])):
            self._look_into(Path(paths[0]))
        else:
            self._later = [Path(path) for path in paths]
        self._place_window()
        self.window.pane.first_painted.connect(self._set_up_soon)
        self.window.show()
        if self._first is None:
            self._set_up_soon()

    @property
    def is_at_rest(self) -> bool:
        """Whether the text is open and nothing is going on behind it."""
        if self.failure is not None:
            return True
        desk = self.desk
        if desk is None or desk.controller.document is None:
            return False
        return not (desk.opening.is_busy or desk.importing.is_running or desk.counts.is_counting)

    def close(self) -> None:
        """Save, stop all work and close the library. Closing again does nothing."""
        if self._is_closed:
            return
        self._is_closed = True
        self.window.close()
        if self._setting_up is not None:
            self._setting_up.finish()
        if self.desk is not None:
            self.desk.close()
        elif self._first is not None:
            self._first.text_file.close()
        self.language.forget()
        self.window.deleteLater()
        self._collecting.close()

    def _look_into(self, path: Path) -> None:
        try:
            self._first = look_into(path)
        except ReaderError as error:
            self.failure = error
            return
        self.window.pane.show_text(self._first.text_file.text, self._first.direction)
        self.window.show_title(path.stem)

    def _on_first_failure(self, error: ReaderError) -> None:
        """For whoever waits for the text; the window has told it."""
        if self._later:
            self.failure, self._later = error, []

    def _place_window(self) -> None:
        get = self.settings.get
        self.window.resize(get(names.WINDOW_WIDTH_PX), get(names.WINDOW_HEIGHT_PX))
        self.window.set_sidebar(shown=get(names.SIDEBAR_SHOWN), width_px=get(names.SIDEBAR_WIDTH_PX))

    def _set_up_soon(self) -> None:
        QTimer.singleShot(0, self, self._set_up)

    def _set_up(self) -> None:
        if self._setting_up is not None or self._is_closed:
            return
        from reader.ui.setting_up import SettingUp  # noqa: PLC0415 - library, lists and menus come after the picture
        from reader.workspace.worker import Workers  # noqa: PLC0415 - as above

        workers = Workers()
        self._setting_up = SettingUp(workers, lambda: self._steps(workers), self)
        self._setting_up.begin()

    def _steps(self, workers: Workers) -> Iterator[None]:
        from reader.ui.desk import Desk  # noqa: PLC0415 - loaded by then
        from reader.ui.memory import Tidying, give_back_what_is_freed  # noqa: PLC0415 - as above

        give_back_what_is_freed()
        desk = Desk(self.window, self.settings, self.language, self._library_path, workers)
        yield from desk.build()
        yield
        desk.controller.document_changed.connect(Tidying(self).soon)
        self.desk = desk
        self._collecting.settle()
        if self.failure is not None:
            desk.tell(self.failure)
        if self._is_closed:
            return
        if self._first is not None:
            desk.take_in(self._first)
        elif self._later:
            desk.importing.failed.connect(self._on_first_failure)
            desk.open_files(self._later)
        else:
            desk.open_last()
