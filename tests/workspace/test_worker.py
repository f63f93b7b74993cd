# SPDX-License-Identifier: GPL-3.0-or-later
"""Worker processes: real ones, on a real library; killed, stopped, and left by the process they work for."""

from __future__ import annotations

import io
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import TEXTS

import reader.__main__
from reader.errors import Cancelled, FileUndecodable, LibraryMissing, ReaderError, UnknownDocument, WorkerEnded
from reader.model.ids import DocumentId
from reader.store import Library
from reader.text.spans import Span
from reader.workspace import worker
from reader.workspace.worker import WorkerBug, Workers, errand
from reader.workspace.worker_errands import ERRANDS, function_of
from reader.workspace.worker_frames import Sender, StrangeMessage, packed_error, receive, unpacked_error

CONTENT = "قال 𞸀 😀 إن مؤتمر WTDC-25 يبدأ في باكو يوم الإثنين 17 نوفمبر 2025.\nوَعَادَ الوَزِيرُ إِلَى القاهرة.\n"
LONG = CONTENT * 40_000


class Asked:
    """Runs an errand and keeps what is heard of it; ``when_under_way`` is called with its first sign of life."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers
        self.parts: list[object] = []
        self.seen: list[tuple[int, int]] = []
        self.stop = lambda: None
        self.when_under_way = lambda: None

    def run(self, name: str, **arguments: object) -> object:
        return self._workers.run(
            errand(name, **arguments), progress=self._progress, deliver=self.parts.append, on_cancel=self._keep
        )

    def _progress(self, done: int, total: int) -> None:
        self.seen.append((done, total))
        if len(self.seen) == 1:
            self.when_under_way()

    def _keep(self, stop) -> None:
        self.stop = stop


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers()
    yield made
    made.close()
    assert made.process_ids == ()


@pytest.fixture
def asked(workers: Workers) -> Asked:
    return Asked(workers)


def in_library(path: Path, content: str) -> DocumentId:
    with Library.open(path) as library:
        return library.texts.add(content, title="مقال").id


def runs(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return "\nState:\tZ" not in Path(f"/proc/{process_id}/status").read_text(encoding="utf-8")


def wait_until_gone(process_id: int, seconds: float = 10.0) -> None:
    limit = time.monotonic() + seconds
    while runs(process_id):
        assert time.monotonic() < limit, "the process still runs"
        time.sleep(0.01)


def test_an_errand_gives_its_result_and_its_progress(path: Path, asked: Asked) -> None:
    document_id = in_library(path, CONTENT)

    count = asked.run("recognise_document", library_path=path, document_id=document_id)

    with Library.open(path) as library:
        found = library.suggestions.open_overlapping(document_id, Span(0, len(CONTENT)))
    assert count == len(found) > 0
    assert [CONTENT[each.span.start : each.span.end] for each in found] == [each.quote for each in found]
    assert asked.seen[-1] == (len(CONTENT), len(CONTENT))


@pytest.mark.parametrize("kind", TEXTS)
def test_parts_come_as_the_records_they_are(path: Path, asked: Asked, kind: str) -> None:
    text = TEXTS[kind]
    phrase = text.split()[0]
    document_id = in_library(path, text)

    asked.run("find_in_document", library_path=path, document_id=document_id, phrase=phrase)

    found = [span for part in asked.parts for span in part]
    assert text.startswith(phrase)
    assert Span(0, len(phrase)) in found


def test_one_worker_serves_one_errand_after_the_other(path: Path, workers: Workers, asked: Asked) -> None:
    document_id = in_library(path, CONTENT)
    asked.run("recognise_document", library_path=path, document_id=document_id)
    first = workers.process_ids
    asked.run("recognise_document", library_path=path, document_id=document_id)

    assert len(first) == 1
    assert workers.process_ids == first


def test_an_expected_failure_comes_back_as_itself(path: Path, asked: Asked) -> None:
    in_library(path, CONTENT)

    with pytest.raises(UnknownDocument) as told:
        asked.run("recognise_document", library_path=path, document_id="nobody")

    assert told.value.reference == "nobody"
    assert "nobody" in str(told.value)


def test_failures_keep_the_paths_and_numbers_they_tell(tmp_path: Path, path: Path, asked: Asked) -> None:
    damaged = tmp_path / "نص.txt"
    damaged.write_bytes("سلام ".encode() * 3 + b"\xff\xfe\xff")

    with pytest.raises(FileUndecodable) as told:
        asked.run("import_file", library_path=path, path=damaged, encoding="utf-8")

    assert (told.value.path, told.value.encoding) == (damaged, "utf-8")
    assert told.value.byte_offset == 27


def test_the_worker_lives_on_after_an_expected_failure(path: Path, workers: Workers, asked: Asked) -> None:
    for _ in range(2):
        with pytest.raises(LibraryMissing):
            asked.run("recognise_document", library_path=path, document_id="x")

    assert len(workers.process_ids) == 1


def test_a_bug_is_told_with_the_place_it_happened_at(path: Path, asked: Asked, capfd) -> None:
    with pytest.raises(WorkerBug, match=r"(?s)worker_process\.py.*TypeError"):
        asked.run("recognise_document", library_path=path)
    capfd.readouterr()


def test_after_a_bug_the_next_errand_is_done(path: Path, asked: Asked, capfd) -> None:
    document_id = in_library(path, CONTENT)
    with pytest.raises(WorkerBug):
        asked.run("recognise_document", library_path=path)

    assert asked.run("recognise_document", library_path=path, document_id=document_id)
    capfd.readouterr()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("way", [signal.SIGKILL, signal.SIGSEGV])
def test_a_worker_killed_in_the_middle_is_told_and_replaced(path: Path, workers: Workers, asked: Asked, way) -> None:
    document_id = in_library(path, LONG)
    killed = []

    def kill() -> None:
        killed.extend(workers.process_ids)
        os.kill(killed[0], way)

    asked.when_under_way = kill
    with pytest.raises(WorkerEnded, match=f"signal {way.value}"):
        asked.run("recognise_document", library_path=path, document_id=document_id)

    again = Asked(workers)
    assert again.run("find_in_document", library_path=path, document_id=document_id, phrase="باكو") == 40_000
    assert workers.process_ids != tuple(killed)
    with Library.open(path) as library:
        assert library.check().problems == ()
        assert library.suggestions.version_of(document_id) is None


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_worker_that_died_while_it_was_idle_is_not_noticed(path: Path, workers: Workers, asked: Asked) -> None:
    document_id = in_library(path, CONTENT)
    asked.run("recognise_document", library_path=path, document_id=document_id)
    (idle,) = workers.process_ids
    os.kill(idle, signal.SIGKILL)

    assert asked.run("recognise_document", library_path=path, document_id=document_id)


def test_a_stop_is_heard_in_the_middle(path: Path, workers: Workers, asked: Asked) -> None:
    document_id = in_library(path, LONG)
    stopped = []

    def stop() -> None:
        stopped.append(time.monotonic())
        asked.stop()

    asked.when_under_way = stop
    with pytest.raises(Cancelled):
        asked.run("recognise_document", library_path=path, document_id=document_id)

    assert time.monotonic() - stopped[0] < 2.0
    assert len(workers.process_ids) == 1


def test_a_stop_that_comes_late_harms_no_other_errand(path: Path, asked: Asked) -> None:
    document_id = in_library(path, CONTENT)
    asked.run("recognise_document", library_path=path, document_id=document_id)
    asked.stop()

    assert asked.run("recognise_document", library_path=path, document_id=document_id)


def test_a_short_errand_does_not_wait_for_a_long_one(path: Path, workers: Workers) -> None:
    document_id = in_library(path, LONG)
    long, under_way = Asked(workers), threading.Event()
    long.when_under_way = under_way.set
    place = {"library_path": path, "document_id": document_id}

    def run_long() -> None:
        with pytest.raises(Cancelled):
            long.run("recognise_document", **place)

    thread = threading.Thread(target=run_long)
    thread.start()
    assert under_way.wait(20)

    found = Asked(workers).run("occurrences_in_document", phrase="باكو", **place)

    still_going = thread.is_alive()
    long.stop()
    thread.join()
    assert found == 40_000
    assert still_going


def test_closing_ends_what_is_under_way_and_every_process(path: Path, workers: Workers, asked: Asked) -> None:
    document_id = in_library(path, LONG)
    there = []

    def close() -> None:
        there.extend(workers.process_ids)
        threading.Thread(target=workers.close).start()

    asked.when_under_way = close
    with pytest.raises(Cancelled):
        asked.run("recognise_document", library_path=path, document_id=document_id)

    wait_until_gone(there[0])
    with pytest.raises(Cancelled):
        asked.run("recognise_document", library_path=path, document_id=document_id)


_WINDOW = """
import sys
from pathlib import Path
from reader.workspace.worker import Workers, errand
workers = Workers()
def tell(done, total):
    print(*workers.process_ids, flush=True)
workers.run(errand(sys.argv[1], library_path=Path(sys.argv[2]), document_id=sys.argv[3]),
    progress=tell, deliver=print, on_cancel=lambda stop: None)
print(*workers.process_ids, flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks /proc")
@pytest.mark.parametrize("content", [CONTENT, LONG], ids=["idle", "busy"])
def test_workers_end_with_a_window_that_is_killed(path: Path, content: str) -> None:
    document_id = in_library(path, content)
    command = [sys.executable, "-c", _WINDOW, "recognise_document", str(path), document_id]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout is not None
        process_id = int(window.stdout.readline())
        window.kill()

    wait_until_gone(process_id)
    with Library.open(path) as library:
        assert library.check().problems == ()


def test_a_worker_lets_the_window_go_first(path: Path, workers: Workers, asked: Asked) -> None:
    with pytest.raises(LibraryMissing):
        asked.run("recognise_document", library_path=path, document_id="x")

    (process_id,) = workers.process_ids
    assert os.getpriority(os.PRIO_PROCESS, process_id) > os.getpriority(os.PRIO_PROCESS, 0)


def test_workers_take_the_program_from_where_the_window_did(path: Path, tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "reader").mkdir()
    (tmp_path / "reader" / "__init__.py").write_text("raise SystemExit('a stranger')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    document_id = in_library(path, CONTENT)
    workers = Workers()

    found = Asked(workers).run("recognise_document", library_path=path, document_id=document_id)

    workers.close()
    assert found


def test_a_frozen_program_starts_itself(monkeypatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker.command() == [sys.executable, worker.WORKER_COMMAND]


def test_the_command_knows_what_workers_are_started_with() -> None:
    assert reader.__main__.WORKER_COMMAND == worker.WORKER_COMMAND


@pytest.mark.parametrize("name", ERRANDS)
def test_every_errand_is_a_function_there_is(name: str) -> None:
    assert function_of(name).__name__ == name


def test_an_errand_that_is_not_in_the_table_is_refused() -> None:
    with pytest.raises(ValueError, match="remove_everything"):
        errand("remove_everything")


class TestMessages:
    def test_what_is_sent_is_received(self) -> None:
        pipe = io.BytesIO()
        for message in (("part", 1, [Span(0, 2)]), ("done", 1, None)):
            Sender(pipe).send(*message)
        pipe.seek(0)

        assert [receive(pipe) for _ in range(3)] == [("part", 1, [Span(0, 2)]), ("done", 1, None), None]

    def test_half_a_message_is_the_end(self) -> None:
        pipe = io.BytesIO()
        Sender(pipe).send("part", 1, "سلام")
        assert receive(io.BytesIO(pipe.getvalue()[:-1])) is None

    def test_nothing_of_other_programs_is_loaded(self) -> None:
        data = pickle.dumps((os.system, "true"))
        pipe = io.BytesIO(len(data).to_bytes(4, "little") + data)
        with pytest.raises(StrangeMessage, match="system"):
            receive(pipe)

    def test_errors_keep_their_class_words_and_fields(self) -> None:
        error = FileUndecodable(Path("/نص.txt"), "utf-8", 7)
        again = unpacked_error(packed_error(error))
        assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))

    def test_only_expected_failures_are_unpacked(self) -> None:
        assert issubclass(FileUndecodable, ReaderError)
        with pytest.raises(StrangeMessage):
            unpacked_error((ValueError, ("x",), {}))  # type: ignore[arg-type]
