# SPDX-License-Identifier: GPL-3.0-or-later
"""The interface's language: which ones there are, their translations, and the direction the window runs."""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from reader.errors import ResourceMissing
from reader.resources import resource

LANGUAGES = ("ar", "en")
_RIGHT_TO_LEFT = frozenset({"ar"})
_log = logging.getLogger(__name__)


def system_language() -> str:
    """The first of our languages that the system's user prefers, else English."""
    preferred = (name.split("-")[0] for name in QLocale.system().uiLanguages())
    return next((name for name in preferred if name in LANGUAGES), "en")


def isolated(text: str) -> str:
    """The text between U+2068 and U+2069, so that its direction leaves the sentence around it alone."""
    return f"\u2068{text}\u2069"


class InterfaceLanguage:
    """The translators installed in the application; one language at a time."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._installed: list[QTranslator] = []
        self.code = "en"

    def use(self, code: str) -> None:
        """Speak this language from now on. Widgets get a ``LanguageChange`` event; without a translation the
        English sentences of the source stand.
        """
        self.forget()
        self._installed = [
            *self._load(f"hashiya_{code}", _own_folder()),
            *self._load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ]
        self.code = code
        for translator in self._installed:
            self._application.installTranslator(translator)
        right_to_left = code in _RIGHT_TO_LEFT
        self._application.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )

    def forget(self) -> None:
        """Take the translators out of the application."""
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed = []

    def _load(self, name: str, folder: str) -> list[QTranslator]:
        translator = QTranslator(self._application)
        if translator.load(name, folder):
            return [translator]
        if not name.endswith("_en"):
            _log.warning("no translation %s in %s", name, folder)
        return []


def _own_folder() -> str:
    try:
        return str(resource("i18n"))
    except ResourceMissing as error:
        _log.warning("%s", error)
        return ""


def translate(context: str, text: str) -> str:
    """The translation of a text that stands in a table of data under ``QT_TRANSLATE_NOOP(context, text)``."""
    return QCoreApplication.translate(context, text)
