# SPDX-License-Identifier: GPL-3.0-or-later
"""Many suggestions decided at once: a sentence says how many of what, and one undo takes all of it back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.model.ids import TagId
from reader.model.suggestion import SuggestionFilter, SuggestionGroup, Verdict, group_of
from reader.ui.current import Current
from reader.ui.deciding import Deciding
from reader.ui.models.sentences import filled, on_one_line
from reader.ui.models.suggestion_words import confidence_in_words
from reader.ui.models.tags import ShownTags
from reader.ui.reading_pane import ReadingPane
from reader.ui.sources import DocumentSuggestions

_LONGEST_NAME = 60


class Bulk(QObject):
    """Asks, then decides. What the slider hides is never meant, but where the question says so.

    Signals: decided (Suggestion | None): done; the suggestion that was set off at the time.
    """

    decided = Signal(object)

    def __init__(
        self,
        window: QWidget,
        pane: ReadingPane,
        current: Current,
        *,
        deciding: Deciding,
        source: DocumentSuggestions,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pane = pane
        self._current = current
        self._deciding = deciding
        self._source = source
        self.tags = ShownTags()

    # All mentions of one thing

    def accept_same(self) -> None:
        """All mentions of what the suggestion that is set off names."""
        if (suggestion := self._current.suggestion) is not None:
            self.accept_group(suggestion.tag_id, group_of(suggestion), suggestion.entity or suggestion.quote)

    def reject_same(self) -> None:
        if (suggestion := self._current.suggestion) is not None:
            self.reject_group(suggestion.tag_id, group_of(suggestion), suggestion.entity or suggestion.quote)

    def accept_groups(self, groups: Sequence[SuggestionGroup]) -> None:
        """As chosen in a list; several groups are several questions."""
        for group in groups:
            self.accept_group(group.tag_id, group.key, group.name)

    def reject_groups(self, groups: Sequence[SuggestionGroup]) -> None:
        for group in groups:
            self.reject_group(group.tag_id, group.key, group.name)

    def accept_group(self, tag_id: TagId, group: str, name: str) -> None:
        wanted = self._deciding.shown(tag_ids=frozenset({tag_id}), group=group)
        count = self._deciding.count(wanted)
        question = filled(self.tr("Accept %n suggestions of “%1”?", "", count), on_one_line(name, _LONGEST_NAME))
        self._ask(question, count, wanted, Verdict.ACCEPTED)

    def reject_group(self, tag_id: TagId, group: str, name: str) -> None:
        wanted = self._deciding.shown(tag_ids=frozenset({tag_id}), group=group)
        count = self._deciding.count(wanted)
        question = filled(self.tr("Reject %n suggestions of “%1”?", "", count), on_one_line(name, _LONGEST_NAME))
        self._ask(question, count, wanted, Verdict.REJECTED)

    # All of a kind

    def accept_kind(self) -> None:
        """All with the tag of the suggestion that is set off."""
        if (suggestion := self._current.suggestion) is not None:
            self.accept_all([suggestion.tag_id])

    def reject_kind(self) -> None:
        if (suggestion := self._current.suggestion) is not None:
            self.reject_all([suggestion.tag_id])

    def accept_all(self, tag_ids: Sequence[str] = (), text: str = "") -> None:
        """All of these tags, or of every tag; with a text, those that have it."""
        wanted = self._of(tag_ids, text)
        count = self._deciding.count(wanted)
        question = self.tr("Accept %n suggestions?", "", count)
        if len(tag_ids) == 1:
            question = filled(self.tr("Accept %n suggestions with the tag “%1”?", "", count), self._name(tag_ids[0]))
        self._ask(question, count, wanted, Verdict.ACCEPTED)

    def reject_all(self, tag_ids: Sequence[str] = (), text: str = "") -> None:
        wanted = self._of(tag_ids, text)
        count = self._deciding.count(wanted)
        question = self.tr("Reject %n suggestions?", "", count)
        if len(tag_ids) == 1:
            question = filled(self.tr("Reject %n suggestions with the tag “%1”?", "", count), self._name(tag_ids[0]))
        self._ask(question, count, wanted, Verdict.REJECTED)

    # What is in view, what is hidden

    def accept_seen(self) -> None:
        """All that begin on the part of the page that is in view."""
        wanted = self._deciding.shown(within=self._pane.visible_span)
        count = self._deciding.count(wanted)
        question = self.tr("Accept %n suggestions on the part of the page in view?", "", count)
        self._ask(question, count, wanted, Verdict.ACCEPTED)

    def reject_seen(self) -> None:
        wanted = self._deciding.shown(within=self._pane.visible_span)
        count = self._deciding.count(wanted)
        question = self.tr("Reject %n suggestions on the part of the page in view?", "", count)
        self._ask(question, count, wanted, Verdict.REJECTED)

    def reject_weak(self) -> None:
        """All that the slider hides."""
        wanted = SuggestionFilter(below=self._source.least)
        count = self._deciding.count(wanted)
        sentence = self.tr("Reject %n suggestions that are hidden because they are less sure than %1?", "", count)
        question = filled(sentence, confidence_in_words(self._source.least))
        self._ask(question, count, wanted, Verdict.REJECTED, is_about_hidden=True)

    # Inside

    def _of(self, tag_ids: Sequence[str], text: str) -> SuggestionFilter:
        return self._deciding.shown(tag_ids=frozenset(TagId(each) for each in tag_ids) or None, text=text)

    def _name(self, tag_id: str) -> str:
        return on_one_line(self.tags.name(TagId(tag_id)), _LONGEST_NAME)

    def _ask(
        self, question: str, count: int, wanted: SuggestionFilter, verdict: Verdict, *, is_about_hidden: bool = False
    ) -> None:
        if not count:
            return
        box = QMessageBox(QMessageBox.Icon.Question, "Hashiya", question, parent=self._window)
        sentences = [self.tr("One undo takes all of it back.")]
        if self._source.hidden and not is_about_hidden:
            sentences.insert(0, self._tell_of_hidden())
        box.setInformativeText(" ".join(sentences))
        box.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Ok)
        box.accepted.connect(lambda: self._decide(wanted, verdict))
        box.finished.connect(box.deleteLater)
        box.open()

    def _tell_of_hidden(self) -> str:
        sentence = self.tr("Only those at least %1 sure are meant; weaker ones are hidden.")
        return filled(sentence, confidence_in_words(self._source.least))

    def _decide(self, wanted: SuggestionFilter, verdict: Verdict) -> None:
        """Very many are decided beside the window, which can be read meanwhile."""
        current = self._current.suggestion
        decide = self._deciding.accept_all if verdict is Verdict.ACCEPTED else self._deciding.reject_all
        if decide(wanted, lambda: self.decided.emit(current)):
            self.decided.emit(current)
