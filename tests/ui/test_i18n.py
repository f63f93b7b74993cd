# SPDX-License-Identifier: GPL-3.0-or-later
"""The interface's languages: complete, with every plural, and the window's direction with them."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from hand import Start
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from reader.ui.actions import ACTIONS
from reader.ui.edit_names import EDIT_TEXTS
from reader.ui.i18n import InterfaceLanguage, isolated
from reader.workspace.edits import EDIT_NAMES

SCRIPT = Path(__file__).parents[2] / "packaging" / "translations.py"


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["translations"] = module
    spec.loader.exec_module(module)
    module.compile_all()
    return module


@pytest.fixture
def arabic(qapp: QApplication, translations: ModuleType) -> Iterator[InterfaceLanguage]:
    language = InterfaceLanguage(qapp)
    language.use("ar")
    yield language
    language.forget()


def test_every_text_of_the_source_is_translated(translations: ModuleType) -> None:
    assert translations.problems() == []


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "لا وسوم"), (1, "وسم واحد"), (2, "وسمان"), (5, "5 وسوم"), (42, "42 وسماً"), (100, "100 وسم")],
)
def test_arabic_counts_in_six_forms(arabic: InterfaceLanguage, count: int, words: str) -> None:
    assert QCoreApplication.translate("StatusLine", "%n tags", "", count) == words


@pytest.mark.parametrize(("count", "words"), [(1, "1 tag"), (2, "2 tags")])
def test_english_counts_in_two_forms(qapp: QApplication, translations: ModuleType, count: int, words: str) -> None:
    language = InterfaceLanguage(qapp)
    language.use("en")
    said = QCoreApplication.translate("StatusLine", "%n tags", "", count)
    language.forget()

    assert said == words


def test_qts_own_buttons_speak_arabic_too(arabic: InterfaceLanguage) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") != "Cancel"


def test_the_window_runs_as_its_language_does(arabic: InterfaceLanguage, qapp: QApplication) -> None:
    in_arabic = qapp.layoutDirection()
    arabic.use("en")

    assert in_arabic is Qt.LayoutDirection.RightToLeft
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_every_edit_has_its_words() -> None:
    assert set(EDIT_TEXTS) == set(EDIT_NAMES)


def test_isolated_text_is_between_the_two_signs() -> None:
    assert isolated("a") == "\u2068a\u2069"


def test_switching_the_language_changes_the_open_window_at_once(start: Start) -> None:
    hand = start()
    hand.desk.actions["language_ar"].trigger()
    hand.wait(lambda: hand.desk.actions["quit"].text() == "إنهاء" and hand.desk.sidebar.tabText(0) == "الوسوم")
    hand.desk.actions["language_en"].trigger()

    english = next(entry.text for entry in ACTIONS if entry.id == "quit")
    hand.wait(lambda: hand.desk.actions["quit"].text() == english)


def test_the_sidebar_stands_at_the_trailing_side(start: Start) -> None:
    hand = start()
    in_english = hand.window.sidebar.x()
    hand.desk.actions["language_ar"].trigger()
    hand.wait(lambda: hand.window.sidebar.x() < hand.window.width() / 2)
    hand.desk.actions["language_en"].trigger()

    assert in_english > hand.window.width() / 2
