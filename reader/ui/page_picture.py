# SPDX-License-Identifier: GPL-3.0-or-later
"""The picture of the page that one reads, out of its PDF file: it follows the text, and leads back to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from reader.errors import FileChanged, FileMissing, ReaderError
from reader.importers.registry import format_named
from reader.model.document import Document
from reader.model.structure import Block
from reader.text.normalise import folded
from reader.text.spans import Span
from reader.ui.controller import Controller
from reader.ui.jobs import Jobs, Task
from reader.ui.main_window import MainWindow
from reader.ui.messages import sentence_for
from reader.ui.models.sentences import filled
from reader.ui.page_picture_view import PagePictureView
from reader.workspace.page_pictures import PagePicture, PagePictures

_PICTURE, _LINE = "page-picture", "page-line"
_REST_MS = 150
"""The text has to rest so long before the picture follows."""
_WIDTH_PX = 420
_WORD = re.compile(r"\w+")
FILE_DIGEST = "file-digest"
"""The metadata in which the importer of PDF notes the file's SHA-256."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    path: Path
    digest: str


class PagePictureDesk(QObject):
    """Signals: shown_changed (bool): whether the pane is there."""

    shown_changed = Signal(bool)

    def __init__(self, window: MainWindow, controller: Controller, jobs: Jobs) -> None:
        super().__init__(window)
        self._window, self._controller, self._jobs = window, controller, jobs
        self._pictures = PagePictures()
        self._labels: dict[int, str] = {}
        self._wanted = 0
        self.view: PagePictureView | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._follow)
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(_REST_MS)
        self._redraw.timeout.connect(self._draw)

    def set_shown(self, shown: bool) -> None:
        """Show the pane, or put it away."""
        if shown:
            view = self._view()
            view.show()
            self._follow()
        elif self.view is not None:
            self.view.hide()
            self._jobs.cancel(_PICTURE)
        self.shown_changed.emit(shown)

    def on_document_changed(self) -> None:
        """Another document is open, or none."""
        self._labels = {}
        self._jobs.cancel(_PICTURE)
        if self._is_shown:
            self._rest.start()

    def on_visible_changed(self, _span: object = None) -> None:
        if self._is_shown and not self._rest.isActive():
            self._rest.start()

    def close(self) -> None:
        """End the process that draws."""
        self._pictures.close()

    @property
    def _is_shown(self) -> bool:
        return self.view is not None and self.view.isVisible()

    def _view(self) -> PagePictureView:
        if self.view is None:
            self.view = PagePictureView(self._window)
            self._window.put_beside_page(self.view, _WIDTH_PX)
            self.view.turned.connect(self._turn)
            self.view.resized.connect(self._redraw.start)
            self.view.pointed_at.connect(self._go_to_line)
            self.view.closed.connect(lambda: self.set_shown(False))
        return self.view

    # From the text to the picture

    def _follow(self) -> None:
        """Show the page on which the text in view begins."""
        document, visible = self._controller.document, self._window.pane.visible_span
        source = _source_of(document)
        if source is None:
            self._say(self.tr("This text does not come from a PDF file."))
            return
        assert document is not None
        offset = _first_whole(visible, self._window.pane.caret)
        block = self._controller.ask(lambda library: library.structure.page_at(document.id, offset), None)
        page = _number_of(block)
        if block is not None:
            self._labels[page] = block.label
        if self.view is not None and self._is_shown and (page != self._wanted or not self.place_is_shown):
            self._wanted = page
            self._draw()

    @property
    def place_is_shown(self) -> bool:
        """Whether a picture is there."""
        return self.view is not None and bool(self.view.place.text())

    def _turn(self, step: int) -> None:
        """Another page: the text follows where it has that page."""
        self._wanted = max(self._wanted + step, 0)
        document = self._controller.document
        if document is None:
            return
        pages: list[Block] = self._controller.ask(lambda library: library.structure.pages(document.id), [])
        block = next((one for one in pages if _number_of(one) == self._wanted), None)
        if block is not None:
            self._labels[self._wanted] = block.label
            self._window.pane.start_at(block.start)
        self._draw()

    def _draw(self) -> None:
        source = _source_of(self._controller.document)
        if source is None or self.view is None or not self._is_shown:
            return
        page, width = self._wanted, self.view.wanted_width_px

        def work(task: Task) -> PagePicture:
            task.on_cancel(self._pictures.interrupt)
            return self._pictures.picture(source.path, source.digest, page, width)

        self._jobs.start(_PICTURE, work, on_success=self._show, on_failure=self._fail)

    def _show(self, picture: PagePicture) -> None:
        if self.view is not None:
            self._wanted = picture.page
            self.view.show_picture(picture, self._labels.get(picture.page, ""))

    def _fail(self, error: ReaderError) -> None:
        source = _source_of(self._controller.document)
        name = source.path.name if source is not None else ""
        if isinstance(error, FileMissing):
            self._say(filled(self.tr("%1 is no longer where it was, so its pages cannot be shown."), name))
        elif isinstance(error, FileChanged):
            self._say(filled(self.tr("%1 has changed since it was imported: its pages would not fit the text."), name))
        else:
            self._say(sentence_for(error))

    def _say(self, sentence: str) -> None:
        if self.view is not None:
            self.view.show_message(sentence)

    # From the picture to the text

    def _go_to_line(self, x: float, y: float) -> None:
        source = _source_of(self._controller.document)
        if source is None or self.view is None:
            return
        page = self.view.page

        def work(task: Task) -> str:
            task.on_cancel(self._pictures.interrupt)
            return self._pictures.line_at(source.path, source.digest, page, x, y)

        self._jobs.start(_LINE, work, on_success=lambda line: self._find_line(page, line), on_failure=self._fail)

    def _find_line(self, page: int, line: str) -> None:
        """Go to where the line stands in the text of its page; to the page's beginning where it is not found."""
        document, text = self._controller.document, self._window.pane.text
        if document is None:
            return
        pages: list[Block] = self._controller.ask(lambda library: library.structure.pages(document.id), [])
        start = next((one.start for one in pages if _number_of(one) == page), None)
        if start is None:
            return
        end = next((one.start for one in pages if one.start > start), document.length)
        offset = start + place_of_line(text.slice(start, min(end + 2_000, document.length)), line)
        self._window.pane.go_to(offset)
        self._window.pane.show_place(offset)
        self._window.pane.setFocus(Qt.FocusReason.OtherFocusReason)


def place_of_line(text: str, line: str) -> int:
    """Where a line of a picture begins in the text of its page, by its first words; 0 where it is not found."""
    words = [folded(word) for word in _WORD.findall(line)]
    found = [(match.start(), folded(match[0])) for match in _WORD.finditer(text)]
    keys = [key for _, key in found]
    for length in (6, 4, 3, 2, 1):
        if len(words) < length:
            continue
        for at in range(len(keys) - length + 1):
            if keys[at : at + length] == words[:length]:
                return found[at][0]
    return 0


def _source_of(document: Document | None) -> _Source | None:
    """The PDF file the document came from; None when it came from another kind of file."""
    if document is None or not document.source:
        return None
    digest = dict(document.metadata).get(FILE_DIGEST, "")
    pdf = format_named("pdf")
    path = Path(document.source)
    is_pdf = bool(digest) or (pdf is not None and path.suffix.lower() in pdf.suffixes)
    return _Source(path=path, digest=digest) if is_pdf else None


def _number_of(block: Block | None) -> int:
    """The page's number in the file, from 0."""
    if block is None:
        return 0
    if block.level > 0:
        return block.level - 1
    return max(int(block.label) - 1, 0) if block.label.isdecimal() else 0


def _first_whole(visible: Span | None, caret: int | None) -> int:
    """Where one reads: the caret if it is in view, else a little below the upper edge."""
    if visible is None:
        return 0
    if caret is not None and visible.start <= caret < visible.end:
        return caret
    return visible.start + (visible.end - visible.start) // 4
