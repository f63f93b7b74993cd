# SPDX-License-Identifier: GPL-3.0-or-later
"""What explains words: the lexicon, the dictionaries, the popup, and what opens it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from reader import settings as names
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
from reader.ui.word_analyses import WordAnalyses
from reader.ui.word_answers import WordAnswers


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
        self._settings = settings
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
        actions["gloss_on_hover"].setChecked(settings.get(names.GLOSS_ON_HOVER))
        actions["gloss_on_hover"].toggled.connect(self._set_hover)

    def close(self) -> None:
        """Let the lexicon go; before the program ends, when all work has stopped."""
        self.popup.hide()
        self.lexicon.close()
        self.dictionaries.close()

    def _set_hover(self, wanted: bool) -> None:
        self._settings.set(names.GLOSS_ON_HOVER, wanted)

    def _entities_in(self, span: Span) -> Sequence[str]:
        ids = [annotation.id for annotation in self._controller.annotations_in(span)]

        def ask(library: Library) -> list[str]:
            links = library.entities.links_of(ids)
            found = dict.fromkeys(link.entity_id for link in links)
            return [library.entities.get(entity_id).name for entity_id in found]

        return self._controller.ask(ask, [])
