# SPDX-License-Identifier: GPL-3.0-or-later
"""What the recognisers propose, beside the page: lists to accept from and reject, what narrows them, how many."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QFont, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from reader.model.ids import TagId
from reader.model.suggestion import Suggestion
from reader.text.spans import Span
from reader.ui.models.sentences import filled, on_one_line
from reader.ui.models.suggestion_words import confidence_in_words
from reader.ui.models.suggestions import SuggestionSource
from reader.ui.models.tags import ShownTags
from reader.ui.sidebar.empty_state import EmptyState
from reader.ui.sidebar.suggestion_filter import SuggestionFilterBar
from reader.ui.sidebar.suggestion_lists import SuggestionLists

_COUNT_AFTER_MS = 250
_LONGEST_NAME = 20


class SuggestionPanel(QWidget):
    """The document's open suggestions. Knows no store and no other widget.

    Keys in the lists: Return or A accepts, Delete or R rejects; they act on all selected entries.

    Signals:
        suggestion_chosen (Suggestion): the user went to an entry; the page should show it.
        jump_requested (Suggestion): the user wants to be on the page, there (double click).
        accept_requested (list of Suggestion), reject_requested (list of Suggestion).
        groups_accept_requested (list of SuggestionGroup), groups_reject_requested: all mentions of these.
        accept_all_requested (list of str tag ids, str text), reject_all_requested: every open suggestion of these tags
            that has the text; an empty list means of all tags.
        recognition_requested (): nothing was looked for yet; look now.
        least_chosen (float): hide what is less sure. order_chosen (str).
    """

    suggestion_chosen = Signal(object)
    jump_requested = Signal(object)
    accept_requested = Signal(list)
    reject_requested = Signal(list)
    groups_accept_requested = Signal(list)
    groups_reject_requested = Signal(list)
    accept_all_requested = Signal(list, str)
    reject_all_requested = Signal(list, str)
    recognition_requested = Signal()
    least_chosen = Signal(float)
    order_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = ShownTags()
        self._is_stale = False
        self._source: SuggestionSource | None = None
        self._is_running = False
        self.lists = SuggestionLists()
        self.model, self.entries = self.lists.model, self.lists.entries
        self.filter_bar = SuggestionFilterBar()
        self.tags_menu = self.filter_bar.tags_menu
        self.progress = QProgressBar()
        self.empty = EmptyState()
        self.accept_all = QPushButton()
        self.reject_all = QPushButton()
        self._pages = QStackedWidget()
        self._count_timer = QTimer(self, singleShot=True, interval=_COUNT_AFTER_MS)
        self._lay_out()
        self._connect()
        self._retranslate()

    def set_tags(self, tags: ShownTags) -> None:
        """Names, order and colours of the tags; call again when the tagset, the theme or the language changes."""
        self._tags = tags
        self.lists.set_tags(tags)
        self.filter_bar.set_tags(tags)

    def set_quote_font(self, font: QFont) -> None:
        """The face quotes are set in."""
        self.lists.set_quote_font(font)

    def set_source(self, source: SuggestionSource | None, offset: int = 0) -> None:
        """Show another document's suggestions around ``offset``; None empties the panel."""
        self._source = source
        self.filter_bar.setEnabled(source is not None)
        self.lists.set_source(source, offset)

    def set_order(self, order: str) -> None:
        """Show the list in one of ``suggestion_filter.ORDERS``."""
        self.filter_bar.order.show_order(order)
        self.lists.set_order(order)

    def set_progress(self, share: float | None) -> None:
        """How far the recogniser has come, 0…1; None when it is not running."""
        self._is_running = share is not None
        self.progress.setVisible(self._is_running)
        self.progress.setValue(round(1000 * (share or 0)))
        self._on_content_changed()

    @Slot()
    def refresh(self) -> None:
        """Read what is shown anew, after an edit or while suggestions come in; hidden, it waits until it is seen."""
        self._is_stale = not self.isVisible()
        if not self._is_stale:
            self.lists.refresh()

    def show_least(self, least: float) -> None:
        """Suggestions less sure than this are hidden now."""
        self.filter_bar.set_least(least)
        self.refresh()

    @Slot(object)
    def follow(self, span: Span) -> None:
        """The page shows ``span`` now: bring its suggestions into view unless the user is busy in the list."""
        self.lists.follow(span)

    def set_current(self, suggestion: Suggestion | None) -> None:
        """Select this suggestion without telling so; None selects none."""
        self.lists.set_current(suggestion)

    def selected(self) -> list[Suggestion]:
        """The selected suggestions in the order of the list."""
        return self.lists.selected()

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.lists.set_seen(True)
        if self._is_stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        self.lists.set_seen(False)
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        self._pages.addWidget(self.lists)
        self._pages.addWidget(self.empty)
        self.filter_bar.setEnabled(False)
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.hide()
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 8, 8, 8)
        foot.setSpacing(8)
        foot.addWidget(self.accept_all, 1)
        foot.addWidget(self.reject_all, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filter_bar)
        layout.addWidget(self.progress)
        layout.addWidget(self._pages, 1)
        layout.addLayout(foot)
        self.setFocusProxy(self.lists)

    def _connect(self) -> None:
        lists, bar = self.lists, self.filter_bar
        bar.filter_changed.connect(lists.set_wanted)
        bar.order_chosen.connect(lists.set_order)
        bar.order_chosen.connect(self.order_chosen)
        bar.least_chosen.connect(self.least_chosen)
        lists.suggestion_chosen.connect(self.suggestion_chosen)
        lists.jump_requested.connect(self.jump_requested)
        lists.accept_requested.connect(self.accept_requested)
        lists.reject_requested.connect(self.reject_requested)
        lists.groups_accept_requested.connect(self.groups_accept_requested)
        lists.groups_reject_requested.connect(self.groups_reject_requested)
        lists.content_changed.connect(self._on_content_changed)
        self.tags_menu.aboutToShow.connect(self._count_tags)
        self.empty.action_requested.connect(self._on_empty_action)
        self.accept_all.clicked.connect(lambda: self._ask_for_all(self.accept_all_requested))
        self.reject_all.clicked.connect(lambda: self._ask_for_all(self.reject_all_requested))
        self._count_timer.timeout.connect(self._show_counts)

    def _retranslate(self) -> None:
        self.lists.retranslate()
        self.progress.setAccessibleName(self.tr("Looking for names, dates and numbers"))
        self._show_counts()
        self._on_content_changed()

    def _on_content_changed(self) -> None:
        is_empty = self._source is None or self.lists.is_empty
        self._pages.setCurrentWidget(self.empty if is_empty else self.lists)
        if is_empty:
            self._say_why_empty()
        self._count_timer.start()

    def _say_why_empty(self) -> None:
        wanted = self.filter_bar.filter
        hidden = 0 if self._source is None else self._source.hidden
        if self._source is None:
            self.empty.say(self.tr("Open a text, and what is recognised in it is listed here."))
        elif self._is_running:
            self.empty.say(self.tr("Looking for names, dates and numbers…"))
        elif wanted.text or wanted.tag_ids:
            self.empty.say(self.tr("No open suggestion has these words and tags."), self.tr("Show all"))
        elif hidden:
            sentence = self.tr("No suggestion is at least %1 sure: %n weaker ones are hidden.", "", hidden)
            self.empty.say(filled(sentence, confidence_in_words(self._source.least)), self.tr("Show them"))
        else:
            self.empty.say(self.tr("No suggestion is open: all are decided, or none was found."), self.tr("Look again"))

    def _on_empty_action(self) -> None:
        wanted = self.filter_bar.filter
        if wanted.text or wanted.tag_ids:
            self.filter_bar.clear()
        elif self._source is not None and self._source.hidden:
            self.least_chosen.emit(0.0)
        else:
            self.recognition_requested.emit()

    def _count_tags(self) -> None:
        if self._source is not None:
            self.tags_menu.set_counts(self._source.counts_by_tag())

    def _show_counts(self) -> None:
        self.filter_bar.set_hidden(0 if self._source is None else self._source.hidden)
        wanted = self.filter_bar.filter
        shown = wanted.tag_ids or frozenset[TagId]()
        counts = {} if self._source is None else self._source.counts_by_tag()
        count = sum(number for tag_id, number in counts.items() if not shown or tag_id in shown)
        if wanted.text:
            self.accept_all.setText(self.tr("Accept all found…"))
            self.reject_all.setText(self.tr("Reject all found…"))
        else:
            self._say_counts(count, shown)
        for button in (self.accept_all, self.reject_all):
            button.setVisible(count > 0 and not self.lists.is_empty)

    def _say_counts(self, count: int, shown: frozenset[TagId]) -> None:
        if len(shown) == 1:
            name = on_one_line(self._tags.name(next(iter(shown))), _LONGEST_NAME)
            self.accept_all.setText(filled(self.tr("Accept all: %n %1", "", count), name))
        else:
            self.accept_all.setText(self.tr("Accept all %n", "", count))
        self.reject_all.setText(self.tr("Reject all %n", "", count))

    def _ask_for_all(self, wish: SignalInstance) -> None:
        wanted = self.filter_bar.filter
        wish.emit(sorted(wanted.tag_ids or ()), wanted.text)
