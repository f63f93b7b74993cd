# SPDX-License-Identifier: GPL-3.0-or-later
"""What menus and the dialog of preferences change: each choice is applied at once and kept in the settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from reader import settings as names
from reader.settings import Setting, Settings
from reader.ui.actions import Actions
from reader.ui.appearance import dress, reading_style
from reader.ui.i18n import LANGUAGES, InterfaceLanguage, system_language
from reader.ui.main_window import MainWindow
from reader.ui.theme import THEMES, Theme, load_theme

_PAGE = frozenset((names.TEXT_SIZE_PX.name, names.LINE_HEIGHT.name, names.MEASURE_EM.name, names.HIDDEN_MARKS.name))
"""Names of settings that say how the page is set."""


class Preferences(QObject):
    """Applies each choice at once and keeps it.

    Signals: theme_changed (Theme), suggestions_toggled (bool), changed (Setting, object): of any setting.
    """

    theme_changed = Signal(object)
    suggestions_toggled = Signal(bool)
    changed = Signal(object, object)

    def __init__(self, window: MainWindow, actions: Actions, settings: Settings, language: InterfaceLanguage) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._settings = settings
        self._language = language
        self.theme: Theme = load_theme(settings.get(names.THEME))
        self.can_make_signs: Callable[[], bool] = lambda: True
        """Whether vowel signs can be made; asked before they are chosen."""
        self._ways: Mapping[str, Callable[[Any], None]] = {
            names.THEME.name: self.set_theme,
            names.LANGUAGE.name: self.set_language,
            names.JUSTIFIED.name: actions["justified"].setChecked,
            names.TASHKEEL.name: self.set_tashkeel,
            names.SUGGESTIONS_SHOWN.name: actions["show_suggestions"].setChecked,
            names.GLOSS_ON_HOVER.name: actions["gloss_on_hover"].setChecked,
            names.GLOSS_BY_KEY.name: self.set_gloss_by_key,
            names.TERMS_SHOWN.name: actions["show_terms"].setChecked,
            names.LEARNING_WORDS_SHOWN.name: actions["show_learning_words"].setChecked,
            names.NEW_WORDS_SHOWN.name: actions["show_new_words"].setChecked,
        }
        self._gloss_keys = actions["explain"].shortcuts()
        self._show_choices()
        self._show_gloss_key()
        self._connect()

    @property
    def settings(self) -> Settings:
        return self._settings

    def set(self, setting: Setting[Any], value: Any) -> None:
        """Set anything and apply it."""
        if setting.name in self._ways:
            self._ways[setting.name](value)
        else:
            self._keep(setting, value)
        if setting.name in _PAGE:
            self._set_page_anew()

    def zoom(self, steps: int) -> None:
        self._keep(names.TEXT_SIZE_PX, self._window.pane.zoom(steps))

    def reset_zoom(self) -> None:
        self.set(names.TEXT_SIZE_PX, names.TEXT_SIZE_PX.default)

    def set_theme(self, name: str) -> None:
        self._actions[f"theme_{name}"].setChecked(True)
        self._keep(names.THEME, name)
        self.theme = load_theme(name)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        dress(application, self.theme)
        self._set_page_anew()
        self.theme_changed.emit(self.theme)

    def set_tashkeel(self, name: str) -> None:
        """Show vowel signs as printed, hidden, or others made by machine where that can be done."""
        if name == "generated" and not self.can_make_signs():
            name = "printed"
        self._actions[f"tashkeel_{name}"].setChecked(True)
        self._keep(names.TASHKEEL, name)
        self._set_page_anew()

    def next_tashkeel(self) -> None:
        """The next of the three ways to show vowel signs."""
        ways = names.TASHKEEL.choices
        self.set_tashkeel(ways[(ways.index(self._settings.get(names.TASHKEEL)) + 1) % len(ways)])

    def set_justified(self, justified: bool) -> None:
        self._keep(names.JUSTIFIED, justified)
        self._set_page_anew()

    def set_sidebar_shown(self, shown: bool) -> None:
        self.remember_sidebar()
        self._keep(names.SIDEBAR_SHOWN, shown)
        self._window.set_sidebar(shown=shown, width_px=self._settings.get(names.SIDEBAR_WIDTH_PX))

    def remember_sidebar(self) -> None:
        """Keep the width the user gave the sidebar."""
        if self._window.sidebar.isVisible() and names.SIDEBAR_WIDTH_PX.accepts(self._window.sidebar_width_px):
            self._settings.set(names.SIDEBAR_WIDTH_PX, self._window.sidebar_width_px)

    def set_suggestions_shown(self, shown: bool) -> None:
        self._keep(names.SUGGESTIONS_SHOWN, shown)
        self.suggestions_toggled.emit(shown)

    def set_gloss_on_hover(self, wanted: bool) -> None:
        self._keep(names.GLOSS_ON_HOVER, wanted)

    def set_gloss_by_key(self, wanted: bool) -> None:
        """Whether the key explains a word; the menu does in any case."""
        self._keep(names.GLOSS_BY_KEY, wanted)
        self._show_gloss_key()

    def _show_gloss_key(self) -> None:
        explain, keys = self._actions["explain"], self._gloss_keys
        explain.setShortcuts(keys if self._settings.get(names.GLOSS_BY_KEY) else [])

    def set_language(self, code: str) -> None:
        """Speak this language; "" is that of the system."""
        self._keep(names.LANGUAGE, code)
        spoken = code or system_language()
        self._actions[f"language_{spoken}"].setChecked(True)
        self._language.use(spoken)

    def _keep(self, setting: Setting[Any], value: Any) -> None:
        self._settings.set(setting, value)
        self.changed.emit(setting, value)

    def _set_page_anew(self) -> None:
        self._window.pane.set_style(reading_style(self.theme, self._settings))

    def _show_choices(self) -> None:
        get = self._settings.get
        self._actions[f"theme_{self.theme.name}"].setChecked(True)
        self._actions[f"language_{self._language.code}"].setChecked(True)
        self._actions["justified"].setChecked(get(names.JUSTIFIED))
        self._actions[f"tashkeel_{get(names.TASHKEEL)}"].setChecked(True)
        self._actions["sidebar"].setChecked(get(names.SIDEBAR_SHOWN))
        self._actions["show_suggestions"].setChecked(get(names.SUGGESTIONS_SHOWN))
        self._actions["gloss_on_hover"].setChecked(get(names.GLOSS_ON_HOVER))

    def _connect(self) -> None:
        self._actions["gloss_on_hover"].toggled.connect(self.set_gloss_on_hover)
        for theme in THEMES:
            self._actions[f"theme_{theme}"].triggered.connect(lambda _checked, name=theme: self.set_theme(name))
        for language in LANGUAGES:
            self._actions[f"language_{language}"].triggered.connect(
                lambda _checked, code=language: self.set_language(code)
            )
        for way in names.TASHKEEL.choices:
            self._actions[f"tashkeel_{way}"].triggered.connect(lambda _checked, name=way: self.set_tashkeel(name))
        self._actions["next_tashkeel"].triggered.connect(self.next_tashkeel)
        self._actions["zoom_in"].triggered.connect(lambda: self.zoom(1))
        self._actions["zoom_out"].triggered.connect(lambda: self.zoom(-1))
        self._actions["zoom_reset"].triggered.connect(self.reset_zoom)
        self._actions["justified"].toggled.connect(self.set_justified)
        self._actions["sidebar"].toggled.connect(self.set_sidebar_shown)
        self._actions["show_suggestions"].toggled.connect(self.set_suggestions_shown)
        self._window.pane.zoom_requested.connect(self.zoom)
