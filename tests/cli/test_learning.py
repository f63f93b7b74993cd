# SPDX-License-Identifier: GPL-3.0-or-later
"""What was learned, on the command line: told, reset, written to a file and read from one."""

from __future__ import annotations

import pytest

from reader.model.ids import TagId
from reader.store import Library
from reader.text.spans import Span
from reader.workspace import Workspace, edits
from reader.workspace.recognising import recognise_document
from reader.workspace.refreshing import learn

TEXT = "زار الوزير صوفر وعاد من صَوفَر 😀 إلى Beirut.\nوكانت صوفر 𞸀 جميلة.\n"


@pytest.fixture
def taught(tmp_path):
    """A library in which something was learned."""
    path = tmp_path / "taught.hashiya"
    with Library.open(path) as library:
        document = library.texts.add(TEXT, title="مقال عن صوفر")
        recognise_document(path, document.id, lambda *_: None, lambda: False)
        text = library.texts.open(document.id)
        at = TEXT.index("صوفر")
        spans = [Span(at, at + 4)]
        Workspace(library, "سلمى").edit(edits.tag_spans(text, document.id, spans, TagId("work"), "سلمى"))
    learn(path)
    return path


@pytest.fixture
def empty(tmp_path):
    path = tmp_path / "empty.hashiya"
    Library.open(path).close()
    return path


def test_the_figures_are_told(hashiya, taught):
    done = hashiya("learning", "--library", taught)

    assert (done.code, done.err) == (0, "")
    assert "1 forms known" in done.out
    assert "مقال عن صوفر" in done.out


def test_the_figures_are_told_as_json(hashiya, taught):
    found = hashiya("learning", "status", "--json", "--library", taught).json

    assert found["total"]["missed"] == 1
    assert found["forms"] == [{"form": "صوفر", "tag": "work", "tagged": 1, "refused": 0}]
    assert found["total"]["precision"] is None


def test_an_empty_library_says_so(hashiya, empty):
    done = hashiya("learning", "status", "--library", empty)

    assert done.code == 0
    assert "Nothing was learned yet" in done.out


def test_what_was_learned_goes_to_another_library(hashiya, taught, empty, tmp_path):
    file = tmp_path / "names.hashiya-learned"

    assert hashiya("learning", "export", file, "--library", taught).code == 0
    done = hashiya("learning", "import", file, "--json", "--library", empty)

    assert done.json == {"title": "names", "forms": 1, "unknown_tags": 0}
    text = tmp_path / "text.txt"
    text.write_text("ذهب إلى صوفر أمس.", encoding="utf-8")
    found = hashiya("recognise", text, "--json", "--library", empty)
    assert "صوفر" in found.out


def test_reset_forgets_and_keeps_the_tags(hashiya, taught):
    assert hashiya("learning", "reset", "--yes", "--library", taught).code == 0

    found = hashiya("learning", "--json", "--library", taught).json
    assert (found["forms"], found["total"]["missed"]) == ([], 0)
    with Library.open(taught) as library:
        assert sum(library.annotations.counts_by_tag().values()) == 1


def test_rebuild_learns_the_same_again(hashiya, taught):
    before = hashiya("learning", "--json", "--library", taught).json["forms"]

    assert hashiya("learning", "rebuild", "--library", taught).code == 0
    assert hashiya("learning", "--json", "--library", taught).json["forms"] == before


@pytest.mark.parametrize(
    "content", [b"", b"hashiya-learned 1\n", b"\x00" * 5000, "نص".encode(), b"hashiya-learned 1\n" + b"x" * 900],
    ids=["empty", "head", "zeros", "text", "damaged"],
)  # fmt: skip
def test_a_file_that_is_no_model_is_told_and_nothing_changes(hashiya, empty, tmp_path, content):
    file = tmp_path / "bad.hashiya-learned"
    file.write_bytes(content)
    before = empty.read_bytes()

    done = hashiya("learning", "import", file, "--library", empty)

    assert done.code == 1
    assert str(file) in done.err
    assert "Traceback" not in done.err
    assert empty.read_bytes() == before


def test_a_file_that_is_not_there_is_told(hashiya, empty, tmp_path):
    done = hashiya("learning", "import", tmp_path / "none", "--library", empty)

    assert (done.code, "there is no such file" in done.err) == (1, True)


def test_nothing_learned_cannot_be_written(hashiya, empty, tmp_path):
    done = hashiya("learning", "export", tmp_path / "out", "--library", empty)

    assert done.code == 1
    assert not (tmp_path / "out").exists()


def test_a_place_that_cannot_be_written_is_told(hashiya, taught, tmp_path):
    done = hashiya("learning", "export", tmp_path / "no" / "folder" / "out", "--library", taught)

    assert done.code == 1
    assert "cannot be written" in done.err
