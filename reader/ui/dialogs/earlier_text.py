# SPDX-License-Identifier: GPL-3.0-or-later
"""An earlier text of a document on a page of its own, to be read."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QVBoxLayout, QWidget

from reader.model.document import Document
from reader.model.version import TextVersion
from reader.text.chunks import ChunkedText
from reader.ui.models.sentences import filled
from reader.ui.reading_pane import ReadingPane
from reader.ui.reading_pane.style import ReadingStyle


class EarlierTextDialog(QDialog):
    """A banner says that it is not the text in force. Text can be selected and copied; there is nothing to tag."""

    def __init__(self, style: ReadingStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 640)
        self.banner = QLabel()
        self.banner.setObjectName("banner")
        self.banner.setWordWrap(True)
        self.banner.setFrameShape(QFrame.Shape.StyledPanel)
        self.banner.setMargin(8)
        self.pane = ReadingPane(style)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.pane, 1)

    def show_text(self, document: Document, version: TextVersion, text: ChunkedText) -> None:
        time = QDateTime.fromString(version.created, Qt.DateFormat.ISODateWithMs).toLocalTime()
        when = QLocale().toString(time, QLocale.FormatType.ShortFormat)
        self.setWindowTitle(document.title)
        sentence = self.tr("An earlier text, of %1. It is here to be read; tags are in the text in force.")
        self.banner.setText(filled(sentence, when))
        self.pane.show_text(text, document.direction)
        self.pane.setFocus()
