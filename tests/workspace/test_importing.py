# SPDX-License-Identifier: GPL-3.0-or-later
"""A file comes into the library whole, once, or not at all."""

import hashlib
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from builders import TEXTS, annotation

from reader.errors import Cancelled, FileChanged, FileUndecodable
from reader.importers import open_text_file
from reader.model.edit import Edit, RecordChange
from reader.store import Library
from reader.text.direction import Direction
from reader.text.spans import Span
from reader.workspace.importing import import_file, title_of

ROOT = Path(__file__).resolve().parents[2]
LONG = 40_000


def silent(_done, _total):
    return


def never():
    return False


@pytest.fixture
def library_path(tmp_path):
    return tmp_path / "books.hashiya"


@pytest.fixture
def saved(tmp_path):
    def save(content, name="file.txt", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(content.encode(encoding))
        return path

    return save


def documents_in(library_path):
    with Library.open(library_path) as library:
        return library.documents.list()


def text_in(library_path, document_id):
    with Library.open(library_path) as library:
        return "".join(piece for _, piece in library.texts.open(document_id).texts())


@pytest.mark.parametrize("times", [1, LONG // 50])
def test_the_library_holds_the_text_of_the_file_verbatim(library_path, saved, any_text, times):
    content = (any_text + "\n") * times

    imported = import_file(library_path, saved(content), silent, never)

    (document,) = documents_in(library_path)
    assert text_in(library_path, imported.document_id) == content
    assert (document.id, document.length) == (imported.document_id, len(content))
    assert document.digest == hashlib.sha256(content.encode()).hexdigest()
    assert not imported.already_there


def test_offsets_of_the_library_are_those_of_the_file(library_path, saved, any_text):
    content = (any_text + "\n") * (LONG // 20)
    path = saved(content)
    imported = import_file(library_path, path, silent, never)

    with Library.open(library_path) as library, open_text_file(path) as text_file:
        text_file.count()
        stored = library.texts.open(imported.document_id)
        places = range(0, len(content), 9_973)
        assert [stored.slice(place, place + 7) for place in places] == [content[at : at + 7] for at in places]
        assert [text_file.text.slice(at, at + 7) for at in places] == [content[at : at + 7] for at in places]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1256"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_one_text_in_several_files_is_one_document(library_path, saved, encoding, end):
    lines = ["قال الوزير إن المدينة الجديدة ستفتح أبوابها", "ثم عاد إلى مكتبه في العاصمة", ""]
    first = import_file(library_path, saved("\n".join(lines)), silent, never)

    second = import_file(library_path, saved(end.join(lines), "other.txt", encoding), silent, never)

    assert (second.document_id, second.already_there) == (first.document_id, True)


def test_the_document_tells_where_it_came_from(library_path, saved):
    path = saved("عنوان قصير\n\nنص المقال " * 30, encoding="windows-1256")

    import_file(library_path, path, silent, never)

    (document,) = documents_in(library_path)
    assert (document.source, document.encoding) == (str(path), "windows-1256")


def test_an_encoding_can_be_named(library_path, saved):
    imported = import_file(library_path, saved("نص", encoding="iso-8859-6"), silent, never, "iso-8859-6")

    assert text_in(library_path, imported.document_id) == "نص"


@pytest.mark.parametrize(
    ("content", "direction"),
    [("كتاب عن WTDC-25 والعالم", Direction.RIGHT_TO_LEFT), ("A book about باب", Direction.LEFT_TO_RIGHT)],
)
def test_the_direction_is_that_of_most_letters(library_path, saved, content, direction):
    import_file(library_path, saved(content), silent, never)

    assert documents_in(library_path)[0].direction is direction


@pytest.mark.parametrize(
    ("content", "title"),
    [
        ("رحلة إلى باكو\n\n" + "نص طويل من المقال " * 20, "رحلة إلى باكو"),
        ("\n \u00a0\n  رحلة إلى باكو  \n" + "نص طويل من المقال " * 20, "رحلة إلى باكو"),
        ("\u200fرحلة\u200e إلى باكو\n" + "نص طويل من المقال " * 20, "رحلة إلى باكو"),
        ("وزير الاتصالات في باكو:\n\nدور التقنية في التنمية\n\n" + "نص طويل من المقال " * 20, "دور التقنية في التنمية"),
        ("نص يبدأ بفقرة طويلة " * 20, "file"),
        ("كلمة", "كلمة"),
    ],
)
def test_the_title_is_the_line_that_stands_as_one_else_the_file_name(saved, content, title):
    with open_text_file(saved(content)) as text_file:
        assert title_of(text_file.text, text_file.path) == title


def test_a_file_name_that_is_not_utf8_does_no_harm(library_path, tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text("نص يبدأ بفقرة طويلة " * 20, encoding="utf-8")

    import_file(library_path, path, silent, never)

    assert documents_in(library_path)[0].title == "caf\ufffd"


def test_progress_rises_to_the_end(library_path, saved):
    seen = []

    import_file(library_path, saved(TEXTS["mixed"] * LONG), lambda *at: seen.append(at), never)

    assert len(seen) > 20
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1]
    assert len({total for _, total in seen}) == 1


@pytest.mark.parametrize("asked_before", [0, 3, 25, 40])
def test_a_stopped_import_leaves_nothing(library_path, saved, asked_before):
    content = TEXTS["plain"] * LONG
    asked = iter([False] * asked_before + [True] * 1_000)

    with pytest.raises(Cancelled):
        import_file(library_path, saved(content), silent, lambda: next(asked))

    assert documents_in(library_path) == []
    assert chunks_in(library_path) == 0


def test_a_file_that_turns_bad_far_behind_leaves_no_library(library_path, tmp_path):
    path = tmp_path / "torn.txt"
    path.write_bytes("سطر من النص\n".encode() * LONG + b"\xff" + "سطر من النص\n".encode() * LONG)

    with pytest.raises(FileUndecodable):
        import_file(library_path, path, silent, never)

    assert not library_path.exists()


def test_a_file_that_changes_while_it_is_written_leaves_nothing(library_path, saved):
    path = saved(TEXTS["plain"] * LONG)

    def progress(done, total):
        if done > total * 0.6:
            path.write_text("another text", encoding="utf-8")

    with pytest.raises(FileChanged):
        import_file(library_path, path, progress, never)

    assert documents_in(library_path) == []
    assert chunks_in(library_path) == 0


def test_a_library_that_can_only_be_read_still_finds_what_it_has(library_path, saved):
    path = saved("نص قصير")
    import_file(library_path, path, silent, never)
    before = library_path.read_bytes()
    script = (
        "import sys; from pathlib import Path; from reader.workspace.importing import import_file\n"
        "from reader.errors import LibraryReadOnly\n"
        "for name in sys.argv[2:]:\n"
        "    try: print(import_file(Path(sys.argv[1]), Path(name), lambda d, t: None, lambda: False).already_there)\n"
        "    except LibraryReadOnly: print('read only')"
    )
    library_path.chmod(0o444)
    prefix = ["setpriv", "--inh-caps=-all", "--bounding-set=-all"] if os.geteuid() == 0 else []
    command = [*prefix, sys.executable, "-c", script, str(library_path), str(path), str(saved("نص آخر", "other.txt"))]

    done = subprocess.run(command, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(ROOT)})

    assert done.stdout.split("\n")[:2] == ["True", "read only"]
    assert library_path.read_bytes() == before


@pytest.mark.slow
def test_others_go_on_tagging_while_a_large_file_comes_in(library_path, saved):
    small = import_file(library_path, saved("كلمة " * 1_000, "small.txt"), silent, never)
    large = saved(TEXTS["mixed"] * 300_000, "large.txt")
    waits = []
    thread = threading.Thread(target=import_file, args=(library_path, large, silent, never))
    with Library.open(library_path) as library:
        thread.start()
        while thread.is_alive():
            made = annotation(small.document_id, Span(len(waits) * 5, len(waits) * 5 + 4), quote="كلمة")
            edit = Edit(name="add", document_id=small.document_id, changes=(RecordChange(None, made),))
            start = time.perf_counter()
            library.apply(edit, author="test")
            waits.append(time.perf_counter() - start)
            time.sleep(0.01)
        assert library.documents.count() == 2
    assert len(waits) > 5
    assert max(waits) < 2


def chunks_in(library_path):
    import sqlite3

    connection = sqlite3.connect(library_path)
    (count,) = connection.execute("select count(*) from text_chunks").fetchone()
    connection.close()
    return count
