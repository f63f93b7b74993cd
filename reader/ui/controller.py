# SPDX-License-Identifier: GPL-3.0-or-later
"""Wishes in, ``changed`` and ``failed`` out: the only road from the window to the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import LibraryReadOnly, ReaderError
from reader.model.document import Document
from reader.model.edit import Changes, Edit
from reader.model.ids import AnnotationId, DocumentId, RelationId, TagId
from reader.model.suggestion import Suggestion
from reader.model.tagset import Names, Tag
from reader.store import Library
from reader.text.chunks import ChunkedText
from reader.text.spans import Span
from reader.workspace import Workspace, edits

T = TypeVar("T")

LOOK_AROUND_MS = 500
"""How often to look whether another window or program wrote to the library."""

_PAGE = 500


class NothingOpen(ReaderError):
    """A wish came while no document of the library was open."""

    def __init__(self) -> None:
        super().__init__("The text is not in the library yet, so nothing was done. Wait a moment and try again.")


class Controller(QObject):
    """Turns each wish into an edit and applies it; answers what the views ask.

    Signals:
        changed (Changes): after each edit, also another program's.
        failed (ReaderError): nothing was changed, and the user must be told.
        document_changed (): another document, or none, is open.
    """

    changed = Signal(object)
    failed = Signal(object)
    document_changed = Signal()

    def __init__(self, library_path: Path, author: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library_path = library_path
        self.author = author
        self.document: Document | None = None
        self.text: ChunkedText | None = None
        self._workspace: Workspace | None = None
        self._seen_version = 0
        self._watch = QTimer(self, interval=LOOK_AROUND_MS)
        self._watch.timeout.connect(self.look_around)

    # The library

    def open_library(self) -> bool:
        """Open the library unless it is open; False when that failed, which ``failed`` has told then."""
        if self._workspace is None:
            try:
                library = Library.open(self.library_path)
                self._workspace = Workspace(library, self.author)
                self._seen_version = library.data_version()
            except ReaderError as error:
                self.failed.emit(error)
                return False
            self._watch.start()
        return True

    def close(self) -> None:
        self._watch.stop()
        self.document = self.text = None
        if self._workspace is not None:
            self._workspace.library.close()
            self._workspace = None

    @property
    def is_open(self) -> bool:
        return self._workspace is not None

    @property
    def can_write(self) -> bool:
        return self._workspace is not None and not self._workspace.library.read_only

    def ask(self, question: Callable[[Library], T], otherwise: T) -> T:
        """The library's answer; ``otherwise`` when it is not open or cannot answer, which ``failed`` tells then."""
        if self._workspace is None:
            return otherwise
        try:
            return question(self._workspace.library)
        except ReaderError as error:
            self.failed.emit(error)
            return otherwise

    def look_around(self) -> None:
        """Tell the views when another connection has written to the library."""
        version = self.ask(Library.data_version, self._seen_version)
        if version != self._seen_version:
            self._seen_version = version
            self.changed.emit(self._everything())

    # The document

    def open_document(self, document_id: DocumentId) -> bool:
        """Make a document of the library the current one."""
        if not self.open_library():
            return False
        found = self.ask(lambda library: (library.documents.get(document_id), library.texts.open(document_id)), None)
        if found is None:
            return False
        self.document, self.text = found
        self.document_changed.emit()
        return True

    def leave_document(self) -> None:
        if self.document is not None:
            self.document = self.text = None
            self.document_changed.emit()

    # Wishes about annotations

    def tag(self, spans: Iterable[Span], tag_id: TagId, note: str = "") -> bool:
        """Give a tag to the spans, in one step."""
        wanted = tuple(spans)
        return self._do(
            lambda document, text: edits.tag_spans(text, document.id, wanted, tag_id, self.author, note)
        )

    def remove(self, ids: Iterable[AnnotationId]) -> bool:
        found = self._annotations(ids)
        return self._do(lambda _document, _text: edits.remove_annotations(self._library(), found))
