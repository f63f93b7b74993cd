# SPDX-License-Identifier: GPL-3.0-or-later
"""What the slow analyser says, as one line that has its place before it answers; opened, all its analyses."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reader.model.word_analysis import WordAnalysis
from reader.ui.models.sentences import filled, isolated
from reader.ui.popups.word_head import PopupButton
from reader.ui.popups.word_label import WordLabel
from reader.ui.popups.word_page import Morphology

_MOST = 8
_LINE_PX = 400
_FORM_PX = 18


class MorphologyLine(QFrame):
    """Signals: word_asked (str), resized (): it has been opened or closed."""

    word_asked = Signal(str)
    resized = Signal()

    def __init__(self, face: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = face
        self._morphology: Morphology | None = None
        self._said = ""
        self.button = PopupButton()
        self.button.setObjectName("fold")
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button.setCheckable(True)
        self.button.toggled.connect(self._on_toggled)
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 0)
        self._column.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(self.button)
        head.addStretch(1)
        self._column.addLayout(head)
        self.hide()

    @property
    def said(self) -> str:
        """The line as it is read aloud; "" while there is nothing to say."""
        return self._said if self._morphology is not None and self._morphology.analyses else ""

    def show_morphology(self, morphology: Morphology | None) -> None:
        """Show what there is; while the answer is not there, the line waits in its place. It does not open itself."""
        self._morphology = morphology
        self.setVisible(morphology is not None)
        if morphology is None or not morphology.analyses:
            self.button.setChecked(False)
        self._tell()
        if self.button.isChecked():
            self._fill()

    def _tell(self) -> None:
        if (morphology := self._morphology) is None:
            return
        self.button.setEnabled(bool(morphology.analyses))
        if morphology.analyses is None:
            text = filled(self.tr("%1: looking…"), morphology.source)
        elif not morphology.analyses:
            text = filled(self.tr("%1 does not know this word"), morphology.source)
        else:
            more = len(morphology.analyses)
            sign = "▾" if self.button.isChecked() else "▸"
            said = filled(self.tr("%n analyses of %1", "", more), morphology.source)
            text = f"{sign} {said}: {isolated(_in_short(morphology.analyses[0]))}"
        self._said = text
        shown = self.button.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _LINE_PX)
        self.button.setText(shown)
        self.button.setToolTip(text if shown != text else "")
        self.button.setAccessibleName(text)

    def _on_toggled(self, _is_open: bool) -> None:
        self._tell()
        self._fill()
        self.resized.emit()

    def _fill(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        analyses = self._morphology.analyses if self._morphology is not None else None
        if not self.button.isChecked() or not analyses:
            return
        for analysis in analyses[:_MOST]:
            for label in self._labels(analysis):
                self._rows.append(label)
                self._column.addWidget(label)
                label.show()

    def _labels(self, analysis: WordAnalysis) -> list[WordLabel]:
        form = WordLabel(analysis.form)
        font = QFont(self._face)
        font.setPixelSize(_FORM_PX)
        form.setFont(font)
        form.setContentsMargins(8, 4, 8, 0)
        details = WordLabel(self._details(analysis), is_quiet=True, is_ours=True)
        details.setContentsMargins(8, 0, 8, 2)
        for label in (form, details):
            label.word_asked.connect(self.word_asked)
        return [form, details]

    def _details(self, analysis: WordAnalysis) -> str:
        said = [isolated(analysis.kind)] if analysis.kind else []
        said += [isolated(feature) for feature in analysis.features]
        if analysis.lemma and analysis.lemma != analysis.form:
            said.append(filled(self.tr("from %1"), analysis.lemma))
        if analysis.root:
            said.append(filled(self.tr("root %1"), "\u00a0".join(analysis.root)))
        if analysis.pattern:
            said.append(filled(self.tr("pattern %1"), analysis.pattern))
        return " · ".join(said)


def _in_short(analysis: WordAnalysis) -> str:
    return " · ".join(each for each in (analysis.lemma or analysis.form, analysis.pattern, analysis.kind) if each)
