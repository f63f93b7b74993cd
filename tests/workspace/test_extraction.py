# SPDX-License-Identifier: GPL-3.0-or-later
"""What reads untrusted files may take only so long and so much, reaches nobody, and can break without harm."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from reader.errors import (
    Cancelled,
    FileDamaged,
    FileMissing,
    FileTooLarge,
    ImporterCrashed,
    ImportTooHeavy,
    ImportTooLong,
    NoColumn,
)
from reader.importers.extracted import Columns, Comment, Extracted, Notice, NoticeKind, Options, Original
from reader.importers.registry import Format, format_named
from reader.model.structure import Block, BlockKind
from reader.text.direction import Direction
from reader.workspace import extraction_frames as frames
from reader.workspace.extraction import Extractor, Limits

ROOT = Path(__file__).resolve().parents[2]
JSON, MARKDOWN = format_named("json"), format_named("markdown")


def silent(_done, _total):
    return


def never():
    return False


@pytest.fixture
def extractor():
    with Extractor() as opened:
        yield opened


@pytest.fixture
def markdown(tmp_path):
    path = tmp_path / "مقال.md"
    path.write_text("# عنوان\n\nنص", encoding="utf-8")
    return path


@pytest.fixture
def large(tmp_path):
    """Records of 40 MB, which take seconds."""
    path = tmp_path / "large.jsonl"
    line = json.dumps({"title": "ع", "text": "نص طويل " * 1000}, ensure_ascii=False) + "\n"
    path.write_text(line * 3000, encoding="utf-8")
    return path


def read(extractor, path, wanted=MARKDOWN, options=Options(), cancelled=never):  # noqa: B008 - frozen
    return list(extractor.extract(path, wanted, options, silent, cancelled))


def test_documents_come_out_of_the_other_process(extractor, markdown):
    (document,) = read(extractor, markdown)

    assert document.text == "عنوان\nنص"
    assert [block.kind for block in document.blocks] == [BlockKind.HEADING]


def test_one_process_reads_many_files(extractor, markdown):
    read(extractor, markdown)
    number = extractor._process.pid

    read(extractor, markdown)

    assert extractor._process.pid == number


def test_an_expected_failure_comes_back_with_its_fields_and_the_process_goes_on(extractor, markdown, tmp_path):
    bad = tmp_path / "bad.csv"
    bad.write_text("أ,ب\n1,2\n", encoding="utf-8")
    read(extractor, markdown)
    number = extractor._process.pid

    with pytest.raises(NoColumn) as failure:
        read(extractor, bad, format_named("table"), Options(columns=Columns(text="نص")))

    assert (failure.value.path, failure.value.wanted) == (bad, "نص")
    assert extractor._process.pid == number


def test_a_file_that_vanished_is_told(extractor, tmp_path):
    with pytest.raises(FileMissing):
        read(extractor, tmp_path / "none.md")


def test_a_file_that_is_too_large_is_not_even_opened(extractor, markdown):
    small = Format(id="markdown", suffixes=(".md",), sniff=lambda *_: 1.0, module="x", largest_bytes=3)

    with pytest.raises(FileTooLarge):
        read(extractor, markdown, small)


def test_what_takes_too_long_is_stopped_and_the_next_file_is_read(large, markdown):
    with Extractor(Limits(base_seconds=0.3, seconds_a_megabyte=0)) as extractor:
        with pytest.raises(ImportTooLong) as failure:
            read(extractor, large, JSON)
        extractor._limits = Limits()

        assert failure.value.path == large
        assert read(extractor, markdown)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is limited on Linux alone")
def test_what_takes_too_much_memory_is_stopped(large, markdown):
    with Extractor(Limits(base_bytes=30 << 20, bytes_a_byte=0)) as extractor:
        with pytest.raises(ImportTooHeavy):
            read(extractor, large, JSON)
        extractor._limits = Limits()

        assert read(extractor, markdown)


def test_stopping_ends_the_process_at_once(extractor, large):
    began = time.monotonic()

    with pytest.raises(Cancelled):
        read(extractor, large, JSON, cancelled=lambda: time.monotonic() - began > 0.4)

    assert time.monotonic() - began < 3
    assert extractor._process is None


def test_a_process_that_is_killed_harms_nobody(extractor, large, markdown):
    read(extractor, markdown)
    killer = threading.Timer(0.4, os.kill, [extractor._process.pid, signal.SIGKILL])
    killer.start()

    with pytest.raises(ImporterCrashed) as failure:
        read(extractor, large, JSON)
    killer.join()

    assert (failure.value.path, failure.value.reason) == (large, "signal 9")
    assert read(extractor, markdown)


def test_nothing_is_left_on_the_disk(markdown):
    with Extractor() as extractor:
        read(extractor, markdown)
        folder = extractor._folder
        assert list(folder.iterdir()) == []

    assert not folder.exists()


CONFINED = """
import sys
from pathlib import Path
from reader.workspace.confinement import Forbidden, confine
import os, socket, subprocess
folder = Path(sys.argv[1])
(folder / "in").mkdir()
(folder / "inside.txt").write_text("x")
confine(folder / "in")
def asked(what):
    try: what()
    except Forbidden: return "refused"
    except OSError as error: return type(error).__name__
    return "done"
tries = {
  "connect": lambda: socket.create_connection(("127.0.0.1", 9)),
  "name": lambda: socket.getaddrinfo("example.org", 80),
  "start": lambda: subprocess.run(["true"]),
  "shell": lambda: os.system("true"),
  "write": lambda: open(folder / "out.txt", "w"),
  "append": lambda: open(folder / "inside.txt", "a"),
  "remove": lambda: os.remove(folder / "inside.txt"),
  "move": lambda: os.rename(folder / "inside.txt", folder / "in" / "x"),
  "around": lambda: open(folder / "in" / ".." / "out.txt", "w"),
  "read": lambda: open(folder / "inside.txt").close(),
  "inside": lambda: open(folder / "in" / "x.txt", "w").close(),
}
for name, what in tries.items(): print(name, asked(what))
"""


def test_a_confined_process_reaches_and_writes_nothing_outside(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", CONFINED, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )

    answers = dict(line.split() for line in done.stdout.splitlines())
    assert [name for name, answer in answers.items() if answer == "done"] == ["read", "inside"]
    assert {answer for name, answer in answers.items() if name not in {"read", "inside"}} == {"refused"}


# What is said between the processes


@pytest.fixture
def document(any_text):
    text = any_text + "\n" + any_text
    block = Block(
        kind=BlockKind.HEADING, start=0, end=len(any_text), level=1, label="١", direction=Direction.LEFT_TO_RIGHT
    )
    return Extracted(
        text=text,
        blocks=(block,),
        title="عنوان",
        metadata=(("author", "زيد"),),
        comments=(Comment(start=0, end=1, text="ملاحظة", author="عمرو", created="2025-01-01"),),
        notices=(Notice(kind=NoticeKind.DAMAGED, count=2, detail="x"),),
        direction=Direction.RIGHT_TO_LEFT,
        source_detail="٣",
        original=Original(text=any_text, runs=((0, 0, 1, "kept"),), blocks=(block,)),
    )


def test_a_document_is_the_same_on_the_other_side(document, tmp_path):
    with (tmp_path / "out").open("w", encoding="utf-8", newline="\n") as out:
        frames.write_document(out, document)

    with (tmp_path / "out").open(encoding="utf-8", newline="\n") as lines:
        assert list(frames.read_documents(lines)) == [document]


@pytest.mark.parametrize(
    "line",
    ["", "null", "[]", "{}", '{"text": 1}', "x", '{"text": "a", "blocks": [{"start": 0, "end": 9}]}', "[" * 99999],
)
def test_what_no_importer_says_is_not_believed(line):
    with pytest.raises(frames.StrangeAnswer):
        list(frames.read_documents([line + "\n"]))


@pytest.mark.parametrize("name", ["Path", "os.system", "LibraryError.__init__", "Exception", "_ENTITY_PROBLEMS", ""])
def test_only_expected_failures_are_made_again(name):
    with pytest.raises(frames.StrangeAnswer):
        frames.failure_of({"failed": name, "fields": {}}, Path("x"))


def test_a_failure_is_always_about_the_file_that_was_asked_for(tmp_path):
    told = frames.failure_as_json(FileDamaged(Path("/etc/passwd"), "it is empty"))

    error = frames.failure_of(told, tmp_path)

    assert (type(error), error.path, error.reason) == (FileDamaged, tmp_path, "it is empty")
