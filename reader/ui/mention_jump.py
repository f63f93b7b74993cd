# SPDX-License-Identifier: GPL-3.0-or-later
"""The way to a mention of an entity, also into another document: it is opened first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from reader.ui.controller import Controller
from reader.ui.tagging import Tagging


class MentionJump(QObject):
    """Remembers where to go until the document is there."""

    def __init__(
        self, controller: Controller, tagging: Tagging, open_document: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._tagging = tagging
        self._open_document = open_document
        self._awaited = ("", "")

    def go(self, document_id: str, annotation_id: str) -> None:
        """Show the annotation on the page."""
        document = self._controller.document
        if document is not None and document.id == document_id:
            self._tagging.go_to_annotation(annotation_id)
        else:
            self._awaited = (document_id, annotation_id)
            self._open_document(document_id)

    def on_document_ready(self, *_: object) -> None:
        """A document is on the page, at the place where it was left."""
        document, (document_id, annotation_id) = self._controller.document, self._awaited
        self._awaited = ("", "")
        if document is not None and annotation_id and document.id == document_id:
            QTimer.singleShot(0, self, lambda: self._tagging.go_to_annotation(annotation_id))
