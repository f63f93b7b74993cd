# SPDX-License-Identifier: GPL-3.0-or-later
"""What explains words: the lexicon, the dictionaries, the popup, and what opens it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from reader.model.vocabulary import WordStatus
from reader.settings import Settings
from reader.store import Library
from reader.text.spans import Span
from reader.ui.actions import Actions
from reader.ui.controller import Controller
from reader.ui.explaining import Explaining
from reader.ui.fonts import quote_font
from reader.ui.jobs import Jobs
from reader.ui.main_window import MainWindow
from reader.ui.open_dictionaries import OpenDictionaries
from reader.ui.open_lexicon import OpenLexicon
from reader.ui.popups.word import WordPopup
from reader.ui.root_family_desk import RootFamilyDesk
from reader.ui.vocabulary_desk import VocabularyDesk
from reader.ui.word_analyses import WordAnalyses
from reader.ui.word_answers import WordAnswers
from reader.workspace.vocabulary import is_word_to_learn


class WordsDesk(QObject):
    """Builds the parts and joins them; ``is_quiet`` tells when nothing may appear uninvited."""

    def __init__(
        self,
        window: MainWindow,
        actions: Actions,
        jobs: Jobs,
        settings: Settings,
        controller: Controller,
        *,
        is_quiet: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._controller = controller
        self.lexicon = OpenLexicon(jobs, self)
        self.dictionaries = OpenDictionaries()
        self.analyses = WordAnalyses(controller, jobs, self)
        self.answers = WordAnswers(self.lexicon, self.dictionaries, self.analyses, controller, self)
        self.popup = WordPopup(quote_font(), window)
        self.explaining = Explaining(window.pane, self.popup, self.lexicon, self.answers, settings, is_quiet=is_quiet)
        self.explaining.entities_in = self._entities_in
        self.families = RootFamilyDesk(window, controller, jobs)
        self.popup.root_asked.connect(self.families.show)
        actions["explain"].triggered.connect(self.explaining.explain_at_caret)

    def use_vocabulary(self, vocabulary: VocabularyDesk) -> None:
        """Let the popup show how well a word is known, and change it."""
        row, popup = self.popup.vocabulary, self.popup
        popup.vocabulary_of, popup.is_to_learn = vocabulary.shown, is_word_to_learn
        vocabulary.changed.connect(popup.show_vocabulary)
        vocabulary.word_in_popup = lambda: self.explaining.span if popup.isVisible() else None
        row.status_requested.connect(self._set_status_by(vocabulary))
        row.card_requested.connect(lambda: self._make_card_by(vocabulary))

    def _set_status_by(self, vocabulary: VocabularyDesk) -> Callable[[WordStatus, bool], None]:
        def set_status(status: WordStatus, for_form: bool) -> None:
            if (lookup := self.popup.lookup) is not None:
                vocabulary.set_status(lookup.word, status, for_form)

        return set_status

    def _make_card_by(self, vocabulary: VocabularyDesk) -> None:
        if (span := self.explaining.place_of_card) is not None:
            vocabulary.make_card(span)

    def close(self) -> None:
        """Let the lexicon go; before the program ends, when all work has stopped."""
        self.popup.hide()
        self.lexicon.close()
        self.dictionaries.close()

    def _entities_in(self, span: Span) -> Sequence[str]:
        ids = [annotation.id for annotation in self._controller.annotations_in(span)]

        def ask(library: Library) -> list[str]:
            links = library.entities.links_of(ids)
            found = dict.fromkeys(link.entity_id for link in links)
            return [library.entities.get(entity_id).name for entity_id in found]

        return self._controller.ask(ask, [])
