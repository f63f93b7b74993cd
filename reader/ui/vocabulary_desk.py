# SPDX-License-Identifier: GPL-3.0-or-later
"""What has to do with the words a student learns: their statuses on the page and in the popup, lists, cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.model.edit import Changes
from reader.model.vocabulary import WordScope, WordStatus
from reader.text.segment import word_at
from reader.text.spans import Span
from reader.ui.controller import Controller
from reader.ui.jobs import Jobs
from reader.ui.models.sentences import filled
from reader.ui.models.vocabulary import ShownWord, status_in_words
from reader.ui.page_words import PageWords
from reader.ui.reading_pane import ReadingPane
from reader.ui.sidebar.vocabulary import VocabularyPanel
from reader.ui.vocabulary_counting import VocabularyCounting
from reader.workspace import cards, vocabulary, vocabulary_figures
from reader.workspace.cards import Draft
from reader.workspace.vocabulary_figures import LemmaInText
from reader.workspace.wishes import LARGE, wish
from reader.workspace.worker import errand

_DRAFTING: Final = "draft-cards"
_AROUND: Final = 200
"""Code points on either side of the caret within which its word is looked for."""


class VocabularyDesk(QObject):
    """Statuses and cards of words, by key, popup and list.

    A popup that explains a word holds a ``popups.vocabulary_row.VocabularyRow``, calls its ``show_word(desk.shown(
    written))`` whenever it shows a word and after each ``changed``, and passes its signals on to ``set_status`` and
    ``make_card``. ``word_in_popup`` tells the span of the word that is explained just now: keys are about that one.

    Signals: changed (): statuses or marks may be others. hinted (str), failed (ReaderError).
    """

    changed = Signal()
    hinted = Signal(str)
    failed = Signal(object)

    def __init__(
        self, window: QWidget, pane: ReadingPane, panel: VocabularyPanel, controller: Controller, jobs: Jobs
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pane = pane
        self._panel = panel
        self._controller = controller
        self._jobs = jobs
        self._awaited: tuple[str, WordStatus, bool] | None = None
        self.word_in_popup: Callable[[], Span | None] = lambda: None
        self.page = PageWords(controller, jobs, self)
        self.counting = VocabularyCounting(panel, controller, jobs, self)
        self.page.changed.connect(self._on_page_changed)
        for part in (self.page, self.counting):
            part.failed.connect(self.failed)
        panel.jump_requested.connect(self.go_to_next)
        panel.status_requested.connect(self.set_statuses)
        panel.cards_requested.connect(self.make_cards)
        panel.rest_requested.connect(self.ask_for_rest)

    # One word

    def shown(self, written: str) -> ShownWord | None:
        """The word with its status, from memory; None for what is no word to learn, such as a number, and while it is
        being looked up: ``changed`` tells when there is an answer."""
        return self.page.shown(written)

    def set_status(self, written: str, status: WordStatus, for_form: bool = False) -> None:
        """Give a word a status, in every form or in this one alone; one step of undo."""
        facts = self.page.facts(written)
        if facts is None:
            is_word = vocabulary.is_word_to_learn(written)
            self._awaited = (written, status, for_form) if is_word else None
            if not is_word:
                self.hinted.emit(self.tr("This is no word in a right-to-left script."))
            return
        author = self._controller.author
        done = self._controller.do(
            lambda library: vocabulary.set_status_of_word(library, facts, written, status, author, for_form=for_form)
        )
        if done:
            word = written if for_form else facts.lemma
            self.hinted.emit(filled(self.tr("%1: %2"), word, status_in_words(status)))

    def make_card(self, span: Span) -> None:
        """A card of the word at the span of the open document."""
        self._draft([span])

    # By key

    def set_status_here(self, status: WordStatus) -> None:
        """Of the words selected in the list when one is there, of the word that is explained, or of the caret's."""
        if self._panel.table.hasFocus() and self._panel.selected:
            self._panel.ask_for_status(status)
            return
        word = self._word_here()
        if word is None:
            self.hinted.emit(self.tr("Put the caret on a word first."))
        else:
            self.set_status(word[0], status)

    def make_card_here(self) -> None:
        """As for ``set_status_here``."""
        if self._panel.table.hasFocus() and self._panel.selected:
            self.make_cards(self._panel.selected)
            return
        word = self._word_here()
        if word is None:
            self.hinted.emit(self.tr("Put the caret on a word first."))
        else:
            self.make_card(word[1])

    # Several words

    def set_statuses(self, rows: Sequence[LemmaInText], status: WordStatus) -> None:
        """Give the lemmas of the list a status, in one step of undo."""
        words = [vocabulary.Marked(WordScope.LEMMA, row.key, row.lemma) for row in rows]
        wanted = wish(vocabulary.set_statuses, words=words, status=status, author=self._controller.author)
        done = self._controller.do_large(wanted) if len(words) > LARGE else self._controller.do(wanted)
        if done:
            self.hinted.emit(filled(self.tr("%n words: %1", "", len(words)), status_in_words(status)))

    def make_cards(self, rows: Sequence[LemmaInText]) -> None:
        """A card of each lemma, where it first stands in the text."""
        self._draft([Span(*row.places[0]) for row in rows if row.places])

    def ask_for_rest(self) -> None:
        """Whether all words of the text that are new are known."""
        document, figures = self._controller.document, self.counting.figures
        if document is None:
            return
        question = self.tr("Mark every word of this text that is still new as known?")
        box = QMessageBox(QMessageBox.Icon.Question, "Hashiya", question, parent=self._window)
        told = self.tr("One undo takes all of it back.")
        if figures is not None:
            told = self.tr("It is about %n words.", "", len(figures.worth_learning)) + " " + told
        box.setInformativeText(told)
        mark = box.addButton(self.tr("Mark as known"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        author = self._controller.author
        wanted = wish(vocabulary_figures.mark_remaining, document_id=document.id, author=author)
        mark.clicked.connect(lambda: self._controller.do_large(wanted))
        box.finished.connect(box.deleteLater)
        box.open()

    def go_to_next(self, row: LemmaInText) -> None:
        """Select the next place of the lemma behind the caret; behind the last comes the first."""
        if not row.places:
            return
        caret = self._pane.caret or 0
        place = next((each for each in row.places if each[1] > caret and each[0] >= caret), row.places[0])
        self._pane.select(Span(*place))

    # What happens

    def on_document_changed(self) -> None:
        """Another document is open, or none."""
        self._awaited = None
        self.counting.on_document_changed()

    def on_changed(self, changes: Changes) -> None:
        """An edit, ours or another program's, has touched something."""
        self.page.on_changed(changes)
        self.counting.on_changed(changes)

    def on_lexicon_ready(self) -> None:
        """Words are looked up again: there is a lexicon now."""
        self.page.on_lexicon_ready()
        self.counting.count_again()

    # Inside

    def _on_page_changed(self) -> None:
        awaited, self._awaited = self._awaited, None
        if awaited is not None:
            self.set_status(*awaited)
        self.changed.emit()

    def _word_here(self) -> tuple[str, Span] | None:
        """The word that is explained, or that of the selection or caret, with its span."""
        text, explained = self._controller.text, self.word_in_popup()
        offset = self._offset_here() if explained is None else explained.start
        if text is None or offset is None:
            return None
        start = max(offset - _AROUND, 0)
        around = text.slice(start, offset + _AROUND)
        word = word_at(around, offset - start)
        return None if word is None else (around[word.start : word.end], word.shifted(start))

    def _offset_here(self) -> int | None:
        selection = self._pane.selection
        return self._pane.caret if selection is None else selection.start

    def _draft(self, spans: Sequence[Span]) -> None:
        document, controller = self._controller.document, self._controller
        if document is None or not spans:
            return
        work = errand(
            "draft_cards",
            library_path=controller.library_path,
            document_id=document.id,
            spans=list(spans),
            author=controller.author,
        )
        self._jobs.start(_DRAFTING, work, on_success=self._add, on_failure=self.failed.emit)

    def _add(self, drafts: list[Draft]) -> None:
        controller = self._controller
        before = self._count_cards()
        wanted = wish(cards.add_cards, drafts=drafts, author=controller.author)
        if len(drafts) > LARGE:
            controller.do_large(wanted, lambda: self._tell_cards(drafts, before))
        elif controller.do(wanted):
            self._tell_cards(drafts, before)

    def _tell_cards(self, drafts: Sequence[Draft], before: int) -> None:
        made = self._count_cards() - before
        if made == 0:
            self.hinted.emit(self.tr("There is a card of it already.") if drafts else self.tr("There is no word here."))
        elif made == 1:
            self.hinted.emit(filled(self.tr("A card was made of %1."), drafts[0].card.lemma))
        else:
            self.hinted.emit(self.tr("%n cards were made.", "", made))

    def _count_cards(self) -> int:
        return self._controller.ask(lambda library: library.vocabulary.count_cards(), 0)
