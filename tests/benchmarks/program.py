# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as it is, window, library and all, as a subject of the benchmarks."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop

from reader.settings import Settings, settings_path
from reader.ui import app
from reader.ui.desk import Desk
from reader.ui.opening import RECOGNISE
from tests.benchmarks.frames import Frames, settle
from tests.benchmarks.subjects import Geometry, notch_px

PAGE_PX = 800
"""Width of the page's viewport: the longest line and its smallest margins."""

_FONT_PX = 24
_WINDOW_PX = (1280, 900)


class ProgramWindow:
    """The window with the sample open in it, in the shared geometry, at rest.

    ``documents`` maps files to documents of the given library: opening such a file opens the document.
    """

    def __init__(
        self,
        geometry: Geometry,
        *,
        justified: bool = True,
        library: Path | None = None,
        documents: dict[Path, str] | None = None,
    ) -> None:
        self._program = app.Program(app.make_application(["benchmark"]), Settings.load(settings_path()), library)
        self._documents = documents or {}
        self._painted = False
        self._notch_px = notch_px(geometry)
        self.window = self._program.window
        self.pane = self.window.pane
        style = replace(self.pane.style_in_use, line_height=1.0, paragraph_gap_em=0.0, size_px=geometry.font_px)
        self.pane.set_style(replace(style, justified=justified))
        self.frames = Frames(self.pane.viewport())
        self.pane.first_painted.connect(self._on_first_painted)
        self._program.start([])
        self.window.resize(*_WINDOW_PX)
        wait_until(lambda: self._program.desk is not None and self._painted)
        self.finish()
        self.widen(geometry.viewport_width - self.pane.viewport().width())
        settle()

    @property
    def desk(self) -> Desk:
        assert self._program.desk is not None
        return self._program.desk

    def open(self, path: Path) -> None:
        self._painted = False
        document_id = self._documents.get(path)
        if document_id is None:
            self.desk.open_file(path)
        else:
            self.desk.open_document(document_id)

    def shows_text(self) -> bool:
        return self._painted

    def layouts(self) -> int:
        return self.pane.layouts_made

    def visible_stretches(self) -> int:
        return sum(1 for _ in self.pane.window_in_view.visible())

    def is_importing(self) -> bool:
        return self.desk.opening.is_importing

    def is_recognising(self) -> bool:
        return self.desk.jobs.is_running(RECOGNISE)

    def annotation_count(self) -> int:
        document = self.desk.controller.document
        assert document is not None
        return self.desk.controller.ask(lambda library: library.annotations.count(document.id), -1)

    def finish(self) -> None:
        """Until the library has the text. Recognition, which goes on for long in a large one, is stopped."""
        wait_until(lambda: not self.is_importing())
        self.desk.opening.stop()
        settle()

    def scroll(self, notches: int) -> None:
        self.pane.scroll_by(notches * self._notch_px)

    def jump(self, share: float) -> None:
        bar = self.pane.verticalScrollBar()
        bar.setValue(int(bar.maximum() * share))

    def widen(self, pixels: int) -> None:
        self.window.resize(self.window.width() + pixels, self.window.height())

    def close(self) -> None:
        self._program.close()

    def _on_first_painted(self) -> None:
        self._painted = True


def wait_until(done: Callable[[], bool], seconds: float = 300.0) -> None:
    """Run the event loop until something holds."""
    limit = time.monotonic() + seconds
    while not done():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.001)
        if time.monotonic() > limit:
            raise TimeoutError("what was waited for did not come")


def page_geometry() -> dict[str, int]:
    """What the program's page measures in its own window, in pixels."""
    asked = Geometry(viewport_width=PAGE_PX, viewport_height=0, column=0, font_px=_FONT_PX)
    pane = ProgramWindow(asked).pane
    size = pane.viewport().size()
    return {
        "viewport_width": size.width(),
        "viewport_height": size.height(),
        "column": round(pane.flow.width),
        "font_px": _FONT_PX,
    }
