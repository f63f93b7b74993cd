# SPDX-License-Identifier: GPL-3.0-or-later
"""What explains words: the lexicon, the popup, and what opens it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from reader import settings as names
from reader.settings import Settings
from reader.ui.actions import Actions
from reader.ui.explaining import Explaining
from reader.ui.fonts import quote_font
from reader.ui.jobs import Jobs
from reader.ui.main_window import MainWindow
from reader.ui.open_lexicon import OpenLexicon
from reader.ui.popups.word import WordPopup


class WordsDesk(QObject):
    """Builds the parts and joins them; ``is_quiet`` tells when nothing may appear uninvited."""

    def __init__(
        self, window: MainWindow, actions: Actions, jobs: Jobs, settings: Settings, *, is_quiet: Callable[[], bool]
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self.lexicon = OpenLexicon(jobs, self)
        self.popup = WordPopup(quote_font(), window)
        self.explaining = Explaining(window.pane, self.popup, self.lexicon, settings, is_quiet=is_quiet)
        actions["explain"].triggered.connect(self.explaining.explain_at_caret)
        actions["gloss_on_hover"].setChecked(settings.get(names.GLOSS_ON_HOVER))
        actions["gloss_on_hover"].toggled.connect(self._set_hover)

    def close(self) -> None:
        """Let the lexicon go; before the program ends, when all work has stopped."""
        self.popup.hide()
        self.lexicon.close()

    def _set_hover(self, wanted: bool) -> None:
        self._settings.set(names.GLOSS_ON_HOVER, wanted)
