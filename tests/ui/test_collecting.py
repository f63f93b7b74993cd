# SPDX-License-Identifier: GPL-3.0-or-later
"""While the window is there, cyclic garbage goes on the main thread and on no other."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from hand import Start
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from reader.ui.collecting import Collecting


@pytest.fixture
def collecting(qtbot: QtBot) -> Iterator[Collecting]:
    made = Collecting()
    yield made
    made.close()
    made.deleteLater()


class Cyclic:
    """Refers to itself and to a running timer, as a closed dialog may; tells on which thread it goes."""

    def __init__(self, went: list[int]) -> None:
        self.own = self
        self.timer = QTimer()
        self.timer.start(10_000)
        self._went = went

    def __del__(self) -> None:
        self._went.append(threading.get_ident())


def much_garbage() -> None:
    """More than Python's thresholds, so that the thread that makes it would collect."""
    for _ in range(20_000):
        cycle: list[object] = []
        cycle.append(cycle)


def test_a_thread_that_allocates_collects_nothing(collecting: Collecting) -> None:
    went: list[int] = []
    Cyclic(went)
    thread = threading.Thread(target=much_garbage)
    thread.start()
    thread.join()
    assert went == []


def test_the_event_loop_collects_what_is_due(collecting: Collecting, qtbot: QtBot) -> None:
    went: list[int] = []
    Cyclic(went)
    much_garbage()
    qtbot.waitUntil(lambda: went == [threading.get_ident()], timeout=10_000)


def test_after_closing_python_collects_by_itself_again(qtbot: QtBot) -> None:
    made = Collecting()
    made.settle()
    made.close()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    made.deleteLater()


def test_program_collects_so_while_it_runs(start: Start) -> None:
    hand = start()
    assert not gc.isenabled()
    hand.program.close()
    assert gc.isenabled()
    assert isinstance(hand.program, QObject)
