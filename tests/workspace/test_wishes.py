# SPDX-License-Identifier: GPL-3.0-or-later
"""Large edits by a worker process: whole or not at all, on the session of the window that wished them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import TEXTS

from reader.errors import Cancelled, EditConflict, WorkerEnded
from reader.model.edit import Changes
from reader.model.ids import DocumentId, TagId
from reader.model.suggestion import EVERY_SUGGESTION, Suggestion
from reader.store import Library
from reader.text.spans import Span
from reader.workspace import Workspace, edits, wishes
from reader.workspace.wishes import LARGE, carry_out, wish
from reader.workspace.worker import Workers, errand

PERSON, PLACE = TagId("person"), TagId("place")
CONTENT = "\n".join(TEXTS.values()) * 200
MANY = 20_000


def silent(_done: int, _total: int) -> None:
    return


def never() -> bool:
    return False


def spans(number: int) -> list[Span]:
    return [Span(place, place + 3) for place in range(number)]


@pytest.fixture
def document_id(path: Path) -> DocumentId:
    with Library.open(path) as library:
        return library.texts.add(CONTENT[: MANY + 10].ljust(MANY + 10, "س"), title="مقال").id


@pytest.fixture
def window(path: Path, document_id: DocumentId) -> Iterator[Workspace]:
    """The window's own connection, open all the time."""
    with Library.open(path) as library:
        yield Workspace(library, "سلمى")


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers()
    yield made
    made.close()


def do(window: Workspace, what, progress=silent, cancelled=never) -> Changes:
    session = window.library.history.session
    return carry_out(
        window.library.path, what, author=window.author, session=session, progress=progress, cancelled=cancelled
    )


def tagging(document_id: DocumentId, number: int = LARGE + 1):
    return wish(wishes.tag, document_id=document_id, spans=spans(number), tag_id=PERSON, author="سلمى")


def quotes(window: Workspace, document_id: DocumentId) -> list[str]:
    return [each.quote for each in window.library.annotations.page_after(document_id, None, 100_000)]


def test_what_the_worker_tags_the_window_sees(window: Workspace, document_id: DocumentId) -> None:
    changes = do(window, tagging(document_id))

    text = window.library.texts.open(document_id)
    assert quotes(window, document_id) == [text.slice(each.start, each.end) for each in spans(LARGE + 1)]
    assert changes.annotations_of == {document_id}


def test_it_is_one_step_of_the_windows_own_undo(window: Workspace, document_id: DocumentId) -> None:
    do(window, tagging(document_id))
    assert window.undo_name == "add-annotations"

    window.undo()

    assert quotes(window, document_id) == []
    assert window.redo_name == "add-annotations"


def test_the_worker_takes_back_what_the_window_did(window: Workspace, document_id: DocumentId) -> None:
    window.edit(tagging(document_id)(window.library))
    size = window.library.history.undo_size

    do(window, "undo")

    assert (size, quotes(window, document_id)) == (LARGE + 1, [])
    assert window.library.history.redo_size == LARGE + 1
    do(window, "redo")
    assert len(quotes(window, document_id)) == LARGE + 1


def test_the_worker_leaves_alone_what_another_window_did(window: Workspace, document_id: DocumentId, path) -> None:
    window.edit(tagging(document_id, 3)(window.library))
    with Library.open(path) as other:
        Workspace(other, "x").edit(edits.tag_spans(other.texts.open(document_id), document_id, spans(1), PLACE, "x"))

    do(window, "undo")

    assert [each.tag_id for each in window.library.annotations.page_after(document_id, None, 9)] == [PLACE]


def test_progress_rises_to_the_end(window: Workspace, document_id: DocumentId) -> None:
    seen: list[tuple[int, int]] = []

    do(window, tagging(document_id, MANY), lambda *at: seen.append(at))

    assert seen == sorted(seen)
    assert seen[-1] == (2 * MANY, 2 * MANY)


@pytest.mark.parametrize("after", [1, 5, 12, 20])
def test_a_stopped_edit_has_changed_nothing(window: Workspace, document_id: DocumentId, after: int) -> None:
    asked = iter(range(10_000))
    with pytest.raises(Cancelled):
        do(window, tagging(document_id, MANY), cancelled=lambda: next(asked) >= after)

    assert quotes(window, document_id) == []
    assert window.undo_name is None
    assert window.library.check().problems == ()


@pytest.mark.parametrize("turn", ["undo", "redo"])
def test_a_stopped_undo_or_redo_has_changed_nothing(window: Workspace, document_id: DocumentId, turn: str) -> None:
    do(window, tagging(document_id, MANY))
    if turn == "redo":
        do(window, "undo")
    before = (len(quotes(window, document_id)), window.undo_name, window.redo_name)
    asked = iter(range(10_000))

    with pytest.raises(Cancelled):
        do(window, turn, cancelled=lambda: next(asked) >= 3)

    assert (len(quotes(window, document_id)), window.undo_name, window.redo_name) == before


def test_every_open_suggestion_is_accepted_or_rejected(window: Workspace, document_id: DocumentId) -> None:
    text = window.library.texts.open(document_id)
    found = [
        Suggestion(
            span=span,
            quote=text.slice(span.start, span.end),
            tag_id=PLACE,
            source="t",
            confidence=0.5,
            reason="r",
        )
        for span in spans(LARGE + 5)
    ]
    window.library.suggestions.replace(document_id, "1", found)

    do(window, wish(wishes.accept_all, document_id=document_id, wanted=EVERY_SUGGESTION, author="x"))
    accepted = quotes(window, document_id)
    do(window, "undo")
    do(window, wish(wishes.reject_all, document_id=document_id, wanted=EVERY_SUGGESTION, author="x"))

    assert accepted == [each.quote for each in found]
    assert window.library.suggestions.counts(document_id) == {}
    assert quotes(window, document_id) == []


def test_annotations_are_removed_and_get_another_tag(window: Workspace, document_id: DocumentId) -> None:
    do(window, tagging(document_id))
    ids = [each.id for each in window.library.annotations.page_after(document_id, None, 1000)]

    do(window, wish(wishes.retag, ids=ids, tag_id=PLACE))
    retagged = window.library.annotations.counts_by_tag(document_id)
    do(window, wish(wishes.remove, ids=ids))

    assert retagged == {PLACE: LARGE + 1}
    assert quotes(window, document_id) == []


def test_tags_are_merged_and_deleted(window: Workspace, document_id: DocumentId) -> None:
    do(window, tagging(document_id))

    do(window, wish(wishes.merge_tags, tag_ids=[PERSON], into=PLACE))
    merged = window.library.annotations.counts_by_tag(document_id)
    do(window, wish(wishes.delete_tag, tag_id=PLACE, move_to=None))

    assert merged == {PLACE: LARGE + 1}
    assert quotes(window, document_id) == []
    assert {PERSON, PLACE}.isdisjoint(each.id for each in window.library.tagsets.tags())


def test_through_the_worker_it_is_the_same(window: Workspace, document_id: DocumentId, workers: Workers) -> None:
    asked = {"library_path": window.library.path, "author": window.author, "session": window.library.history.session}
    ways = {"progress": silent, "deliver": print, "on_cancel": lambda _stop: None}

    changes = workers.run(errand("carry_out", wish=tagging(document_id), **asked), **ways)
    count = len(quotes(window, document_id))
    workers.run(errand("carry_out", wish="undo", **asked), **ways)

    assert isinstance(changes, Changes)
    assert (count, quotes(window, document_id)) == (LARGE + 1, [])


def test_a_conflict_comes_back_through_the_worker(window: Workspace, document_id: DocumentId, workers: Workers) -> None:
    do(window, tagging(document_id))
    with Library.open(window.library.path) as other:
        first = other.annotations.page_after(document_id, None, 1)
        Workspace(other, "x").edit(edits.change_annotation(first[0], note="من غيره"))
    asked = {"library_path": window.library.path, "author": window.author, "session": window.library.history.session}

    with pytest.raises(EditConflict):
        workers.run(
            errand("carry_out", wish="undo", **asked), progress=silent, deliver=print, on_cancel=lambda _stop: None
        )

    assert len(quotes(window, document_id)) == LARGE + 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_worker_killed_in_the_middle_has_changed_nothing(
    window: Workspace, document_id: DocumentId, workers: Workers, share: float
) -> None:
    asked = {"library_path": window.library.path, "author": window.author, "session": window.library.history.session}

    def kill(done: int, total: int) -> None:
        if done >= share * total > 0:
            os.kill(workers.process_ids[0], signal.SIGKILL)

    with pytest.raises(WorkerEnded):
        workers.run(
            errand("carry_out", wish=tagging(document_id, MANY), **asked),
            progress=kill, deliver=print, on_cancel=lambda _stop: None,
        )  # fmt: skip

    assert quotes(window, document_id) == []
    assert window.undo_name is None
    assert window.library.check().problems == ()
    do(window, tagging(document_id))
    assert len(quotes(window, document_id)) == LARGE + 1


@pytest.mark.parametrize("wal", [True, False])
def test_the_window_reads_while_a_large_edit_is_made(path: Path, document_id: DocumentId, wal: bool) -> None:
    """With either journal no question waits; the commit itself, with a rollback journal, is a moment."""
    with Library.open(path, wal=wal, patience_ms=60_000) as library:
        window = Workspace(library, "سلمى")
        waited, stop = [], threading.Event()
        thread = threading.Thread(target=lambda: (do(window, tagging(document_id, MANY)), stop.set()))
        thread.start()
        while not stop.is_set():
            began = time.monotonic()
            library.annotations.count(document_id)
            waited.append(time.monotonic() - began)
            time.sleep(0.005)
        thread.join()
        assert len(waited) > 20
        assert sorted(waited)[-2] < 0.5
        assert library.annotations.count(document_id) == MANY


_WINDOW = """
import sys
from pathlib import Path
from reader.store import Library
from reader.model.ids import TagId
from reader.text.spans import Span
from reader.workspace import wishes
from reader.workspace.wishes import wish
from reader.workspace.worker import Workers, errand
library = Library.open(Path(sys.argv[1]))
spans = [Span(place, place + 3) for place in range(int(sys.argv[3]))]
asked = wish(wishes.tag, document_id=sys.argv[2], spans=spans, tag_id=TagId("person"), author="x")
workers = Workers()
workers.run(errand("carry_out", library_path=library.path, wish=asked, author="x", session=library.history.session),
    progress=lambda done, total: print(done, *workers.process_ids, flush=True), deliver=print,
    on_cancel=lambda stop: None)
print("done", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks /proc")
@pytest.mark.parametrize("line", [1, 3, 6])
def test_a_window_killed_meanwhile_leaves_all_or_nothing(path: Path, document_id: DocumentId, line: int) -> None:
    command = [sys.executable, "-c", _WINDOW, str(path), document_id, str(MANY)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said = [child.stdout.readline() for _ in range(line)]
        child.kill()
    worker = int(said[0].split()[1])
    limit = time.monotonic() + 10
    while Path(f"/proc/{worker}").exists() and time.monotonic() < limit:
        time.sleep(0.01)

    with Library.open(path) as library:
        assert library.annotations.count(document_id) in ({MANY} if "done\n" in said else {0, MANY})
        assert library.check().problems == ()
    assert not Path(f"/proc/{worker}").exists()
