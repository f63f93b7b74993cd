# SPDX-License-Identifier: GPL-3.0-or-later
"""Slow work: on threads and in worker processes by one road, answered on the main thread, stopped when nobody waits."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.errors import FileMissing, ReaderError, UnknownDocument, WorkerEnded
from reader.store import Library
from reader.ui.jobs import Jobs, Task
from reader.workspace.worker import WorkerBug, errand

LONG = "قال 𞸀 😀 إن مؤتمر WTDC-25 يبدأ في باكو.\nوَعَادَ الوَزِيرُ إِلَى القاهرة.\n" * 40_000


class Heard:
    """Keeps what the callbacks are told, and on which thread."""

    def __init__(self, jobs: Jobs) -> None:
        self.results: list[object] = []
        self.errors: list[ReaderError] = []
        self.progress: list[tuple[int, int]] = []
        self.threads: set[threading.Thread] = set()
        self.bugs: list[Exception] = []
        jobs.broke.connect(self.bugs.append)

    def on_success(self, result: object) -> None:
        self.results.append(result)
        self.threads.add(threading.current_thread())

    def on_progress(self, done: int, total: int) -> None:
        self.progress.append((done, total))
        self.threads.add(threading.current_thread())

    @property
    def ways(self) -> dict[str, object]:
        return {"on_success": self.on_success, "on_failure": self.errors.append, "on_progress": self.on_progress}


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.stop()
    assert made.workers.process_ids == ()


@pytest.fixture
def heard(jobs: Jobs) -> Heard:
    return Heard(jobs)


@pytest.fixture
def place(tmp_path: Path) -> dict[str, object]:
    path = tmp_path / "library.hashiya"
    with Library.open(path) as library:
        return {"library_path": path, "document_id": library.texts.add(LONG, title="x").id}


def test_what_a_thread_finds_is_told_on_the_main_thread(qtbot: QtBot, jobs: Jobs, heard: Heard) -> None:
    def work(task: Task) -> threading.Thread:
        task.progress(1, 2)
        return threading.current_thread()

    jobs.start("x", work, **heard.ways)
    qtbot.waitUntil(lambda: bool(heard.results))

    assert heard.threads == {threading.main_thread()}
    assert heard.results != [threading.main_thread()]
    assert heard.progress == [(1, 2)]


def test_what_a_process_finds_is_told_on_the_main_thread(qtbot: QtBot, jobs: Jobs, heard: Heard, place) -> None:
    parts: list[object] = []
    jobs.start("find", errand("find_in_document", phrase="باكو", **place), **heard.ways, on_part=parts.append)
    qtbot.waitUntil(lambda: bool(heard.results), timeout=20_000)

    assert heard.results == [40_000] == [sum(len(part) for part in parts)]
    assert heard.threads == {threading.main_thread()}


def test_expected_failures_of_both_come_as_they_are(qtbot: QtBot, jobs: Jobs, heard: Heard, place) -> None:
    def work(_task: Task) -> None:
        raise FileMissing(Path("x"))

    jobs.start("thread", work, **heard.ways)
    jobs.start("process", errand("find_in_document", phrase="x", **place | {"document_id": "no"}), **heard.ways)
    qtbot.waitUntil(lambda: len(heard.errors) == 2, timeout=20_000)

    assert {type(error) for error in heard.errors} == {FileMissing, UnknownDocument}


def test_bugs_of_both_are_told_as_bugs(qtbot: QtBot, jobs: Jobs, heard: Heard, capfd) -> None:
    jobs.start("thread", lambda _task: 1 // 0, **heard.ways)
    jobs.start("process", errand("find_in_document"), **heard.ways)
    qtbot.waitUntil(lambda: len(heard.bugs) == 2, timeout=20_000)

    assert {type(bug) for bug in heard.bugs} == {ZeroDivisionError, WorkerBug}
    assert (heard.results, heard.errors) == ([], [])
    capfd.readouterr()


def test_a_second_one_of_a_kind_stops_the_first(qtbot: QtBot, jobs: Jobs, heard: Heard, place) -> None:
    first = Heard(jobs)
    jobs.start("x", errand("recognise_document", **place), **first.ways)
    qtbot.waitUntil(lambda: bool(first.progress), timeout=20_000)
    jobs.start("x", errand("find_in_document", phrase="باكو", **place), **heard.ways)
    qtbot.waitUntil(lambda: bool(heard.results), timeout=20_000)

    assert (first.results, first.errors, heard.results) == ([], [], [40_000])


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_killed_process_is_a_failure_and_the_next_job_is_done(qtbot: QtBot, jobs: Jobs, heard: Heard, place) -> None:
    jobs.start("x", errand("recognise_document", **place), **heard.ways)
    qtbot.waitUntil(lambda: bool(heard.progress), timeout=20_000)
    for process_id in jobs.workers.process_ids:
        os.kill(process_id, signal.SIGKILL)
    qtbot.waitUntil(lambda: bool(heard.errors), timeout=20_000)
    jobs.start("x", errand("find_in_document", phrase="باكو", **place), **heard.ways)
    qtbot.waitUntil(lambda: bool(heard.results), timeout=20_000)

    assert [type(error) for error in heard.errors] == [WorkerEnded]
    assert heard.results == [40_000]


def test_stopping_all_waits_for_threads_and_processes(qtbot: QtBot, jobs: Jobs, heard: Heard, place) -> None:
    jobs.start("x", errand("recognise_document", **place), **heard.ways)
    qtbot.waitUntil(lambda: bool(heard.progress), timeout=20_000)
    there = jobs.workers.process_ids

    jobs.stop()

    assert there
    assert jobs.workers.process_ids == ()
    assert not jobs.is_running("x")
    assert heard.results == []


def test_after_stopping_nothing_begins(qtbot: QtBot, jobs: Jobs, heard: Heard) -> None:
    begun: list[object] = []
    jobs.stop()
    jobs.start("x", begun.append, **heard.ways)
    qtbot.wait(50)

    assert (begun, heard.results, jobs.is_running("x")) == ([], [], False)


def test_what_a_job_held_ends_on_the_main_thread(qtbot: QtBot, jobs: Jobs, heard: Heard) -> None:
    """A window must not end on another thread: it would take the program with it."""
    ended: list[threading.Thread] = []

    class Held:
        def __del__(self) -> None:
            ended.append(threading.current_thread())

    def start(kind: str) -> None:
        held = Held()
        jobs.start(kind, lambda _task: [held, Held()], on_success=lambda _both: None, on_failure=heard.errors.append)

    for number in range(300):
        start("xyz"[number % 3])  # most are cancelled by the next of their kind

    qtbot.waitUntil(lambda: len(ended) == 600)
    assert set(ended) == {threading.main_thread()}
