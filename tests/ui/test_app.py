# SPDX-License-Identifier: GPL-3.0-or-later
"""Starting: the text first, then the rest; and what happens when there is no text to show."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hand import Start
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from reader.errors import FileMissing
from reader.resources import resource
from reader.ui.app import make_application, save_picture
from reader.ui.crash import CrashHook

SAMPLE = sorted(resource("samples").glob("*.txt"))[0]

FIRST_PICTURE = """
import sys
from pathlib import Path
from reader.settings import Settings, settings_path
from reader.ui import app

application = app.make_application(["hashiya"])
program = app.Program(application, Settings.load(settings_path()), Path(sys.argv[2]))
program.window.pane.first_painted.connect(lambda: print(*sorted(sys.modules)) or application.exit())
program.start([Path(sys.argv[1])])
application.exec()
program.close()
"""


@pytest.fixture(scope="module")
def loaded_at_first_picture(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules a real process has loaded when it paints the first text."""
    library = tmp_path_factory.mktemp("library") / "library.hashiya"
    command = [sys.executable, "-c", FIRST_PICTURE, str(SAMPLE), str(library)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert not library.exists()
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "module",
    [
        "numpy",
        "sqlite3",
        "pysqlite3",
        "sqlite_utils",
        "click",
        "reader.store",
        "reader.recognisers",
        "reader.workspace",
    ],
)
def test_the_first_text_is_painted_before_heavy_modules_are_loaded(
    loaded_at_first_picture: set[str], module: str
) -> None:
    assert "reader.ui.reading_pane" in loaded_at_first_picture
    assert module not in loaded_at_first_picture


def test_nothing_ever_loads_numpy(start: Start) -> None:
    script = FIRST_PICTURE.replace("lambda: print(*sorted(sys.modules)) or application.exit()", "lambda: None")
    script = script.replace("application.exec()", WAIT_FOR_REST)
    command = [sys.executable, "-c", script, str(SAMPLE), str(start().desk.controller.library_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)

    assert done.stdout.strip() == "at rest"


WAIT_FOR_REST = """
from reader.ui import picture
picture.wait_until(lambda: program.is_at_rest, program)
print("at rest" if program.is_at_rest and "numpy" not in sys.modules else "numpy")
"""


def test_without_a_file_the_sample_article_is_opened(start: Start) -> None:
    hand = start()

    assert hand.text == SAMPLE.read_text("utf-8")


def test_the_document_read_last_is_opened_where_it_was_left(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("\n".join(f"فقرة رقم {number} من النص الطويل." for number in range(2000)), "utf-8")
    first = start(path)
    first.pane.go_to(30_000)
    top = first.pane.top_offset
    first.program.close()
    second = start()

    assert second.text == path.read_text("utf-8")
    assert top is not None
    assert abs((second.pane.top_offset or 0) - top) < 400


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("missing.txt", None, "no file"),
        ("empty.txt", b"", "holds no text"),
        ("binary.txt", b"PK\x03\x04\0\0", "is damaged"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0", "does not read"),
    ],
)
def test_a_file_that_cannot_be_shown_is_told_and_the_window_goes_on(
    start: Start, tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content) if content is not None else None
    hand = start(path, wait=False)
    hand.wait(lambda: hand.program.desk is not None and hand.window.messages.sentence)

    assert words in hand.window.messages.sentence
    hand.wait_for_rest()


def test_a_folder_is_imported_and_its_report_shown(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "مقالات"
    folder.mkdir()
    (folder / "أول.txt").write_text("نص أول من كلمات", "utf-8")
    (folder / "صورة.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    hand = start(folder, wait=False)
    hand.wait(lambda: hand.program.desk is not None and hand.desk.importing.report is not None)

    assert hand.desk.importing.dialog.headline.text() == "1 document imported. 1 file was not imported."


def test_a_library_that_is_none_is_told_and_the_text_can_be_read(start: Start, library_path: Path) -> None:
    library_path.write_text("this is no library", "utf-8")
    hand = start(SAMPLE, wait=False)
    hand.wait(lambda: hand.window.messages.sentence)

    assert "not a Hashiya library" in hand.window.messages.sentence
    assert library_path.read_text("utf-8") == "this is no library"
    assert hand.pane.text.chunk(0).text.startswith(SAMPLE.read_text("utf-8")[:100])


def test_damaged_settings_are_told(start: Start, tmp_path: Path) -> None:
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "settings.json").write_text("{", "utf-8")
    hand = start()

    assert "settings" in hand.window.messages.sentence


def test_a_picture_shows_the_page_and_touches_nothing(qapp: QApplication, tmp_path: Path) -> None:
    out = tmp_path / "picture.png"
    save_picture(SAMPLE, out)

    assert QImage(str(out)).width() > 800
    assert [path.name for path in tmp_path.iterdir()] == ["picture.png"]


def test_a_picture_of_a_missing_file_is_refused(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        save_picture(tmp_path / "missing.txt", tmp_path / "picture.png")


def test_a_fault_of_ours_is_shown_once_and_the_program_goes_on(qtbot: QtBot) -> None:
    make_application(["hashiya"])
    hook = CrashHook()
    for words in ("first", "second"):
        hook.on_exception(ValueError, ValueError(words), None)
    dialog = hook.dialog

    assert isinstance(dialog, QMessageBox)
    assert "ValueError: first" in dialog.detailedText()
    dialog.accept()
    assert hook.dialog is None
