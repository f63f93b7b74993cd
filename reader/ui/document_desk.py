# SPDX-License-Identifier: GPL-3.0-or-later
"""What the menu Document does: details, the outline beside the page, which way paragraphs run, citing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.model.document import Document
from reader.model.edit import Changes
from reader.model.ids import DocumentId
from reader.settings import Settings
from reader.store import Library
from reader.text.direction import Direction
from reader.text.paragraphs import paragraph_at
from reader.text.spans import Span
from reader.ui.citing import Citing
from reader.ui.controller import Controller
from reader.ui.jobs import Jobs
from reader.ui.main_window import MainWindow
from reader.ui.outline_desk import OutlineDesk
from reader.ui.page_structure import PageStructure
from reader.ui.sidebar.outline import OutlinePanel
from reader.ui.tashkeel import MadeSigns
from reader.workspace import edits
from reader.workspace.structure import forced_direction, turn_paragraphs
from reader.workspace.wishes import wish

if TYPE_CHECKING:
    from reader.ui.dialogs.metadata import MetadataDialog

_NEXT_WAY = {None: Direction.RIGHT_TO_LEFT, Direction.RIGHT_TO_LEFT: Direction.LEFT_TO_RIGHT}
_LONG = 200_000
"""Code points; paragraphs in more are turned by the worker."""


class DocumentDesk(QObject):
    """Signals: hinted (str sentence)."""

    hinted = Signal(str)

    def __init__(
        self, window: MainWindow, panel: OutlinePanel, controller: Controller, jobs: Jobs, settings: Settings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pane = window.pane
        self._controller = controller
        self.citing = Citing(window.pane, controller, jobs, settings)
        self.outline = OutlineDesk(panel, controller, jobs)
        self.made_signs = MadeSigns(window.pane, jobs)
        self._dialog: MetadataDialog | None = None
        self.citing.hinted.connect(self.hinted)

    # Details

    def show_details(self) -> None:
        """The document's title, author, date and so on, to be read and corrected."""
        from reader.ui.dialogs.metadata import MetadataDialog  # noqa: PLC0415 - seldom asked for

        document = self._controller.document
        if document is None:
            return
        if self._dialog is None:
            self._dialog = MetadataDialog(self._window)
            self._dialog.save_requested.connect(self._save)
        self._dialog.show_document(document, self._notices(document))
        self._dialog.open()

    def _save(self, document_id: str, title: str, metadata: tuple[tuple[str, str], ...]) -> None:
        wanted = DocumentId(document_id)
        self._controller.do(
            lambda library: edits.change_document(library.documents.get(wanted), title=title, metadata=metadata)
        )

    def _notices(self, document: Document) -> str:
        """What has to be said of a text that is not to be trusted blindly."""
        quality = dict(document.metadata).get("quality", "")
        sentences = {
            "damaged": self.tr("The file was damaged: its text may be wrong or incomplete."),
            "low-quality": self.tr("The text was read from its file with likely errors. Compare it with the file."),
            "needs-ocr": self.tr("Some pages are pictures without text."),
            "incomplete": self.tr("The file ended in the middle; the text is what there was."),
            "bad-bytes": self.tr("Some characters of the file could not be read and became “�”."),
        }
        return sentences.get(quality, "")

    # Directions

    def turn(self) -> None:
        """The paragraphs of the selection, or that of the caret: from automatic to right to left, to left to right."""
        place = self._place()
        if place is not None:
            self.turn_to(_NEXT_WAY.get(self._way_of(place)))

    def turn_to(self, way: Direction | None) -> None:
        """Have these paragraphs run one way; None has their letters decide."""
        document, place = self._controller.document, self._place()
        if document is None or place is None:
            return
        start, end = place
        if end - start > _LONG:
            self._controller.do_large(wish(turn_paragraphs, document_id=document.id, start=start, end=end, way=way))
        elif self._controller.do(lambda library: turn_paragraphs(library, document.id, start, end, way)):
            self._tell_way(way)

    def _tell_way(self, way: Direction | None) -> None:
        words = {
            None: self.tr("Direction of the paragraph: as its letters say."),
            Direction.RIGHT_TO_LEFT: self.tr("Direction of the paragraph: right to left."),
            Direction.LEFT_TO_RIGHT: self.tr("Direction of the paragraph: left to right."),
        }
        self.hinted.emit(words[way])

    def _place(self) -> tuple[int, int] | None:
        """What is selected, without a line feed that ends it, or where the caret is."""
        selection, caret = self._pane.selection, self._pane.caret
        if selection is None:
            return None if caret is None else (caret, caret)
        text = self._controller.text
        ends_line = text is not None and text.slice(selection.end - 1, selection.end) == "\n"
        return selection.start, selection.end - 1 if ends_line and len(selection) > 1 else selection.end

    def _way_of(self, place: tuple[int, int]) -> Direction | None:
        document, text = self._controller.document, self._controller.text
        paragraph = None if text is None else paragraph_at(text, place[0])
        if document is None or paragraph is None:
            return None
        here: Span = paragraph

        def ask(library: Library) -> Direction | None:
            return forced_direction(library, document.id, here)

        return self._controller.ask(ask, None)

    # What is shown follows

    def on_changed(self, changes: Changes) -> None:
        """An edit, ours or another program's, has touched something."""
        document = self._controller.document
        if document is None:
            return
        if changes.documents:
            self._look_at_document(document)
        if document.id in changes.structure_of:
            self._pane.set_structure(PageStructure(self._controller, document))
        self.outline.on_changed(changes)

    def _look_at_document(self, known: Document) -> None:
        """Its title or details may be others; a document that is gone stays on the page."""
        nothing: list[Document] = []
        documents = self._controller.ask(
            lambda library: list(library.documents.with_keys([(known.id,)]).values()), nothing
        )
        if documents and documents[0] != known and documents[0].version == known.version:
            self._controller.document = documents[0]
            self._window.show_title(documents[0].title)
