# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog that tells how good suggestions were for this user, and what was learned: to look at, remove, share."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reader.model.ids import TagId
from reader.model.outcome import Score, wilson
from reader.ui.dialogs.learning_curve import LearningCurve
from reader.ui.dialogs.learning_table import FigureTable, Row
from reader.ui.models.sentences import filled
from reader.ui.models.tags import ShownTags
from reader.ui.sidebar.empty_state import EmptyState
from reader.ui.sidebar.tag_menu import tag_icon
from reader.workspace.learning_result import LearnedForm, LearningStatus


class LearningDialog(QDialog):
    """Shows a status and passes wishes on.

    Signals:
        forget_requested (str key, str tag id): a form is to go from the memory.
        shared_removal_requested (str name).
        reset_requested (), export_requested (), import_requested ().
    """

    forget_requested = Signal(str, str)
    shared_removal_requested = Signal(str)
    reset_requested = Signal()
    export_requested = Signal()
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status: LearningStatus | None = None
        self._tags = ShownTags()
        self.summary = QLabel()
        self.note = QLabel()
        self.curve = LearningCurve()
        self.curve_label = QLabel()
        self.pages = QTabWidget()
        self.by_tag, self.by_text = FigureTable(6), FigureTable(5)
        self.known, self.refused = FigureTable(3), FigureTable(3)
        self.shared = FigureTable(2)
        self._tables = (self.by_tag, self.by_text, self.known, self.refused, self.shared)
        self._removable = (self.known, self.refused, self.shared)
        self.remove = QPushButton()
        self.reset_button, self.export_button = QPushButton(), QPushButton()
        self.import_button, self.close_button = QPushButton(), QPushButton()
        self.outcome = QLabel()
        self.empty = EmptyState()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._retranslate()

    def set_tags(self, tags: ShownTags) -> None:
        """The tagset, the language or the theme changed."""
        self._tags = tags
        self._fill()

    def show_status(self, status: LearningStatus) -> None:
        self._status = status
        self._fill()

    def tell(self, sentence: str) -> None:
        """What came of a wish."""
        self.outcome.setText(sentence)
        self.outcome.setVisible(bool(sentence))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        for label in (self.summary, self.note, self.outcome):
            label.setWordWrap(True)
        for label in (self.note, self.curve_label):
            label.setObjectName("quiet")
        for table in self._tables:
            self.pages.addTab(table, "")
        self.outcome.hide()
        shown = QWidget()
        inner = QVBoxLayout(shown)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        for part in (self.summary, self.note, self.curve_label, self.curve):
            inner.addWidget(part)
        inner.addWidget(self.pages, 1)
        inner.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeading)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(shown)
        foot = QHBoxLayout()
        for button in (self.reset_button, self.export_button, self.import_button):
            foot.addWidget(button)
        foot.addStretch()
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.outcome)
        layout.addLayout(foot)
        self.close_button.setDefault(True)
        self.resize(680, 560)

    def _connect(self) -> None:
        self.pages.currentChanged.connect(lambda _index: self._update_buttons())
        for table in self._removable:
            table.itemSelectionChanged.connect(self._update_buttons)
        self.remove.clicked.connect(self._on_remove)
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self.pages).activated.connect(self._on_remove)
        self.reset_button.clicked.connect(self.reset_requested)
        self.export_button.clicked.connect(self.export_requested)
        self.import_button.clicked.connect(self.import_requested)
        self.close_button.clicked.connect(self.accept)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Learning"))
        titles = (self.tr("By tag"), self.tr("By text"), self.tr("Known"), self.tr("Refused"), self.tr("From others"))
        for index, (table, title) in enumerate(zip(self._tables, titles, strict=True)):
            self.pages.setTabText(index, title)
            table.setAccessibleName(title)
        right, wanted = self.tr("Right"), self.tr("Of shown")
        certain, missed, found = self.tr("With 95 % certainty"), self.tr("Missed"), self.tr("Found")
        self.by_tag.setHorizontalHeaderLabels([self.tr("Tag"), right, wanted, certain, missed, found])
        self.by_text.setHorizontalHeaderLabels([self.tr("Text"), right, wanted, missed, found])
        times = self.tr("Times")
        self.known.setHorizontalHeaderLabels([self.tr("Words"), self.tr("Tag"), times])
        self.refused.setHorizontalHeaderLabels([self.tr("Words"), self.tr("Tag"), times])
        self.shared.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Forms")])
        self.curve_label.setText(self.tr("Right and found, text by text:"))
        self.remove.setText(self.tr("Remove"))
        self.reset_button.setText(self.tr("Reset…"))
        self.export_button.setText(self.tr("Export…"))
        self.import_button.setText(self.tr("Import…"))
        self.close_button.setText(self.tr("Close"))
        self.empty.say(
            self.tr(
                "Nothing was learned yet. Accept, reject or correct suggestions, or tag something: Hashiya learns from "
                "each decision by itself, and tells here how good its suggestions have become."
            )
        )
        self._fill()

    def _fill(self) -> None:
        status = self._status
        is_empty = status is None or status.is_empty
        self._stack.setCurrentIndex(0 if is_empty else 1)
        self.reset_button.setEnabled(not is_empty)
        self.export_button.setEnabled(status is not None and bool(status.tagged or status.refused))
        if status is None or is_empty:
            return
        self.summary.setText(self._summary(status.total))
        self.note.setText(self.tr("Only what you settled is counted: what you leave open says nothing."))
        values = [score for each in status.documents if (score := each.score.f1) is not None]
        self.curve.show_values(values)
        self.curve_label.setVisible(len(values) > 1)
        self._fill_figures(status)
        self.known.show_rows([self._form_row(form, form.tagged) for form in status.tagged])
        self.refused.show_rows([self._form_row(form, form.refused) for form in status.refused])
        self.shared.show_rows([Row((each.title, self._number(each.forms)), (each.name,)) for each in status.shared])
        self.pages.setTabVisible(4, bool(status.shared))
        self._update_buttons()

    def _summary(self, score: Score) -> str:
        if not score.shown:
            return self.tr("You have not settled any suggestion yet.")
        low, high = wilson(score.accepted, score.shown)
        sentence = self.tr(
            "You settled %1 suggestions; %2 of them were right as they were (between %3 and %4 with 95 % certainty)."
        )
        return filled(
            sentence,
            self._number(score.shown),
            self._share(score.accepted / score.shown),
            self._share(low),
            self._share(high),
        )

    def _fill_figures(self, status: LearningStatus) -> None:
        scores = sorted(status.scores.items(), key=lambda each: -(each[1].shown + each[1].missed))
        self.by_tag.show_rows(
            [
                Row((self._name(tag), *self._figures(score, with_interval=True)), icon=self._icon(tag))
                for tag, score in scores
            ]
        )
        self.by_text.show_rows([Row((each.title, *self._figures(each.score))) for each in reversed(status.documents)])

    def _figures(self, score: Score, *, with_interval: bool = False) -> list[str]:
        low, high = wilson(score.accepted, score.shown)
        interval = f"{self._number(round(100 * low))}–{self._share(high)}" if score.shown else "–"
        return [
            self._share(score.precision),
            self._number(score.shown),
            *([interval] if with_interval else []),
            self._number(score.missed),
            self._share(score.recall),
        ]

    def _form_row(self, form: LearnedForm, times: int) -> Row:
        cells = (form.key, self._name(form.tag_id), self._number(times))
        return Row(cells, (form.key, form.tag_id), self._icon(form.tag_id), 1)

    def _name(self, tag_id: TagId) -> str:
        return self._tags.name(tag_id) or tag_id

    def _icon(self, tag_id: TagId) -> QIcon | None:
        return tag_icon(self._tags.colour(tag_id)) if tag_id in self._tags else None

    def _shown_table(self) -> FigureTable | None:
        """The one in view, if something can be removed from it."""
        return next((table for table in self._removable if table is self.pages.currentWidget()), None)

    def _update_buttons(self) -> None:
        table = self._shown_table()
        self.remove.setVisible(table is not None)
        self.remove.setEnabled(table is not None and bool(table.chosen))

    def _on_remove(self) -> None:
        table = self._shown_table()
        for key in table.chosen if table is not None else ():
            if table is self.shared:
                self.shared_removal_requested.emit(key[0])
            else:
                self.forget_requested.emit(*key)

    def _share(self, value: float | None) -> str:
        return "–" if value is None else f"{self._number(round(100 * value))} %"

    def _number(self, value: int) -> str:
        return QLocale().toString(value)
