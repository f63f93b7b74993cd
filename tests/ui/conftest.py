# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window on a library of the test's own; after each test nothing of it may be left."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hand import Hand, Start
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from reader.resources import resource
from reader.settings import GLOSS_ON_HOVER, LANGUAGE, Settings, settings_path
from reader.ui.app import Program, make_application

SAMPLE = next(iter(sorted(resource("samples").glob("*.txt"))))
ARTICLES = sorted((Path(__file__).parents[3] / "shared" / "articles").glob("*.txt"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform cannot raise windows or fix their smallest size, and says so each time."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    return tmp_path / "library.hashiya"


@pytest.fixture(params=["en", "ar"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[SAMPLE, *ARTICLES], ids=lambda path: path.stem)
def article(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture
def start(qtbot: QtBot, library_path: Path) -> Iterator[Start]:
    """Starts the program as ``main`` does; closing one and starting again is a restart."""
    running: list[Program] = []

    def begin(*paths: Path, language: str = "en", wait: bool = True, hover: bool = False) -> Hand:
        settings = Settings.load(settings_path())
        settings.set(LANGUAGE, language)
        settings.set(GLOSS_ON_HOVER, hover)
        program = Program(make_application(["hashiya"]), settings, library_path)
        running.append(program)
        program.start(paths)
        hand = Hand(qtbot, program)
        qtbot.waitExposed(program.window)
        program.window.activateWindow()
        if wait:
            hand.wait_for_rest()
        return hand

    yield begin
    for program in running:
        program.close()
    qtbot.waitUntil(lambda: not shown_windows())
    # A thread of Qt's pool that once asked who it is stays in Python's list as a dummy; the pool is counted above.
    left = [thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread)]
    assert left == [threading.main_thread()]


def shown_windows() -> list[QWidget]:
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() or isinstance(widget, QDialog)]
