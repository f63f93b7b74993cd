# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog that lists every place of a phrase with its context, to tag those that are ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from reader.model.ids import TagId
from reader.text.spans import Span
from reader.ui.dialogs.occurrence_row import OccurrenceDelegate
from reader.ui.models.occurrences import Index, Occurrence, OccurrenceModel, OccurrenceRole
from reader.ui.models.sentences import filled, on_one_line
from reader.ui.models.tags import ShownTags
from reader.ui.sidebar.tag_menu import tag_icon
from reader.ui.sidebar.window_list import key_is

_FIRST_BATCH = 20


class OccurrencesDialog(QDialog):
    """All occurrences of a phrase. Knows no store and no other widget.

    Keys in the list: Space ticks and unticks the selected rows; Return gives the tag.

    Signals:
        tag_requested (list of Span, str tag id): give the tag to all of them in one step.
        occurrence_chosen (Span): the user went to a row; the page may show it.
        tag_selected (str tag id): another tag is to be given; call ``show_tagged`` for it.
        search_cancelled (): the dialog was closed while occurrences were still coming in.
    """

    tag_requested = Signal(list, str)
    occurrence_chosen = Signal(object)
    tag_selected = Signal(str)
    search_cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = ShownTags()
        self._phrase = ""
        self._is_searching = False
        self._waiting: list[Occurrence] = []
        self.model = OccurrenceModel(self)
        self.headline = QLabel()
        self.tag = QComboBox()
        self.tag_label = QLabel()
        self.rows = OccurrenceView(self.model)
        self.tick_all = QPushButton()
        self.tick_none = QPushButton()
        self.count = QLabel()
        self.progress = QProgressBar()
        self.give = QPushButton()
        self.cancel = QPushButton()
        self._delegate = OccurrenceDelegate(self.rows)
        self._lay_out()
        self._connect()
        self._retranslate()

    def set_tags(self, tags: ShownTags) -> None:
        """Names, order and colours of the tags; call again when the tagset, the theme or the language changes."""
        chosen = self.chosen_tag_id
        self._tags = tags
        self.tag.blockSignals(True)
        self.tag.clear()
        for tag, depth in tags.in_order:
            self.tag.addItem(tag_icon(tags.colour(tag.id)), "   " * depth + tags.name(tag.id), tag.id)
        self.tag.setCurrentIndex(max(self.tag.findData(chosen), 0))
        self.tag.blockSignals(False)
        self._show_colour()

    def set_quote_font(self, font: QFont) -> None:
        """The face the lines are set in."""
        self._delegate.set_quote_font(font)
        self.rows.doItemsLayout()

    @property
    def chosen_tag_id(self) -> str:
        """The tag to give."""
        return str(self.tag.currentData() or "")

    def begin(self, phrase: str, tag_id: str) -> None:
        """A search for ``phrase`` begins; ``tag_id`` (or "") is the tag the user meant. Empties the list."""
        self._phrase, self._is_searching = phrase, True
        row = self.tag.findData(tag_id)
        if row >= 0:
            self.tag.setCurrentIndex(row)
        self._waiting = []
        self.model.clear()
        self.progress.show()

    def add(self, occurrences: Sequence[Occurrence]) -> None:
        """More of them were found, in text order.

        They are shown when they are as many as those shown already: the view lays all rows out anew each time.
        """
        self._waiting.extend(occurrences)
        if len(self._waiting) >= max(self.model.count, _FIRST_BATCH):
            self._show_waiting()

    def show_tagged(self, spans: frozenset[Span]) -> None:
        """The places that have the chosen tag already."""
        self.model.show_tagged(spans)

    def finish(self) -> None:
        """The search has ended."""
        self._is_searching = False
        self._show_waiting()
        self.progress.hide()
        self._show_count(self.model.ticked_count, self.model.count)

    # Qt

    def done(self, result: int) -> None:
        """Closed by any road: a search that still runs is no longer wanted."""
        if self._is_searching:
            self._is_searching = False
            self.search_cancelled.emit()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        self.rows.setItemDelegate(self._delegate)
        self.headline.setWordWrap(True)
        self.count.setObjectName("quiet")
        self.progress.setRange(0, 0)
        self.progress.hide()
        self.give.setDefault(True)
        self.tag_label.setBuddy(self.tag)
        self.tag.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.tag.setMinimumContentsLength(14)
        head = QHBoxLayout()
        head.addWidget(self.headline, 1)
        head.addWidget(self.tag_label)
        head.addWidget(self.tag)
        foot = QHBoxLayout()
        foot.addWidget(self.tick_all)
        foot.addWidget(self.tick_none)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.give)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.progress)
        layout.addWidget(self.rows, 1)
        layout.addLayout(foot)
        self.resize(820, 560)

    def _connect(self) -> None:
        self.model.ticks_changed.connect(self._show_count)
        self.tick_all.clicked.connect(lambda: self.model.tick_all(True))
        self.tick_none.clicked.connect(lambda: self.model.tick_all(False))
        self.tag.currentIndexChanged.connect(self._on_tag_selected)
        self.rows.row_chosen.connect(self.occurrence_chosen)
        self.give.clicked.connect(self._on_give)
        self.cancel.clicked.connect(self.reject)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("All occurrences"))
        self.tag_label.setText(self.tr("&Tag to give:"))
        self.tag.setAccessibleName(self.tr("Tag to give"))
        self.rows.setAccessibleName(self.tr("Occurrences"))
        self.rows.setAccessibleDescription(self.tr("Space ticks the selected rows, Return tags all ticked ones."))
        self.tick_all.setText(self.tr("Tick &all"))
        self.tick_none.setText(self.tr("Tick &none"))
        self.cancel.setText(self.tr("Cancel"))
        self._show_count(self.model.ticked_count, self.model.count)

    @Slot(int, int)
    def _show_count(self, ticked: int, count: int) -> None:
        phrase = on_one_line(self._phrase, 80)
        if count or self._is_searching:
            self.headline.setText(filled(self.tr("%n places have “%1”, in any of its forms.", "", count), phrase))
        else:
            self.headline.setText(filled(self.tr("No place has “%1”."), phrase))
        self.count.setText(self.tr("%n ticked", "", ticked))
        self.give.setText(self.tr("Tag %n places", "", ticked))
        self.give.setEnabled(ticked > 0 and bool(self.chosen_tag_id))

    def _show_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        self.model.add(waiting)
        self.rows.expand_new_groups()

    def _on_tag_selected(self) -> None:
        self._show_colour()
        self.tag_selected.emit(self.chosen_tag_id)

    def _show_colour(self) -> None:
        self._delegate.set_keyword_fill(self._tags.colour(TagId(self.chosen_tag_id)).fill)
        self.rows.viewport().update()
        self._show_count(self.model.ticked_count, self.model.count)

    def _on_give(self) -> None:
        self.tag_requested.emit(self.model.ticked_spans(), self.chosen_tag_id)
        self.accept()


class OccurrenceView(QTreeView):
    """The groups and their rows.

    Signals: row_chosen (Span): the user went to a row.
    """

    row_chosen = Signal(object)

    def __init__(self, model: OccurrenceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: set[str] = set()
        self.setModel(model)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(18)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if key_is(event, Qt.Key.Key_Space):
            self._toggle_selected()
        else:
            super().keyPressEvent(event)

    def expand_new_groups(self) -> None:
        """Open the groups that are closed but have never been shown."""
        for row in range(self.model().rowCount()):
            index = self.model().index(row, 0)
            form = str(index.data(OccurrenceRole.FORM))
            if form not in self._seen:
                self._seen.add(form)
                self.expand(index)

    def reset(self) -> None:
        self._seen = set()
        super().reset()

    def _toggle_selected(self) -> None:
        current = self.currentIndex()
        if not current.isValid():
            return
        role = Qt.ItemDataRole.CheckStateRole
        is_ticked = Qt.CheckState(current.data(role)) == Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked
        for index in self.selectionModel().selectedRows() or [current]:
            self.model().setData(index, wanted, role)

    def _on_current_changed(self, current: Index, _previous: QModelIndex) -> None:
        occurrence = current.data(OccurrenceRole.RECORD)
        if isinstance(occurrence, Occurrence):
            self.row_chosen.emit(occurrence.span)
