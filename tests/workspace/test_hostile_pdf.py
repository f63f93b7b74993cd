# SPDX-License-Identifier: GPL-3.0-or-later
"""PDF files that mean harm are read in the confined process: a clear error or a text, in bounded time and memory."""

from __future__ import annotations

import time
import zlib
from pathlib import Path

import pytest
from pdf_files import Pdf, article

from reader.errors import FileError, FileProtected, NoText
from reader.importers.extracted import Extracted, NoticeKind, Options
from reader.importers.registry import FORMATS, detect
from reader.workspace.extraction import Extractor, Limits
from reader.workspace.page_pictures import PagePictures

PDF = next(one for one in FORMATS if one.id == "pdf")
SENTENCE = "ولا بد من زيارة المكتبة كل أسبوع."
LIMITS = Limits(base_seconds=20, most_seconds=20)


def _read(path: Path) -> list[Extracted]:
    with Extractor(LIMITS) as extractor:
        return list(extractor.extract(path, PDF, Options(), lambda _done, _total: None, lambda: False))


def _bomb(megabytes: int) -> bytes:
    """A page whose drawing unpacks to very much."""
    packed = zlib.compress(b"0 0 m 1 1 l S\n" * (megabytes * 75_000), 9)
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed)
    content = Pdf([article([SENTENCE])]).content()
    start = content.index(b"7 0 obj\n") + len(b"7 0 obj\n")
    return content[:start] + stream + content[content.index(b"\nendobj", start) :]


@pytest.mark.slow
def test_a_page_that_unpacks_without_end_ends_in_time(tmp_path: Path) -> None:
    path = tmp_path / "bomb.pdf"
    path.write_bytes(_bomb(300))
    begun = time.monotonic()
    with pytest.raises(FileError):
        _read(path)
    assert time.monotonic() - begun < 40


def test_a_pdf_under_another_name_is_a_pdf(tmp_path: Path) -> None:
    path = Pdf([article([SENTENCE])]).write(tmp_path / "مقال.txt")
    found = detect(path, Options())
    assert (found.format.id, found.notices[0].kind) == ("pdf", NoticeKind.MISLABELLED)


def test_protection_is_told_across_the_process(tmp_path: Path) -> None:
    path = Pdf([article([SENTENCE])], user_password="x").write(tmp_path / "a.pdf")
    with pytest.raises(FileProtected):
        _read(path)


def test_a_scan_is_told_across_the_process(tmp_path: Path) -> None:
    path = Pdf([[]], picture_pages=(0,)).write(tmp_path / "a.pdf")
    with pytest.raises(NoText, match="OCR"):
        _read(path)


def test_very_many_pages_are_read_in_time(tmp_path: Path) -> None:
    path = Pdf([article([f"الصفحة {number} وما فيها من كلام."]) for number in range(800)]).write(tmp_path / "a.pdf")
    assert _read(path)[0].text.count("\n") >= 700


def test_a_picture_of_a_giant_page_is_small_enough(tmp_path: Path) -> None:
    path = Pdf([article([SENTENCE])], media=(14_400, 14_400)).write(tmp_path / "a.pdf")
    pictures = PagePictures()
    drawn = pictures.picture(path, "", 0, 100_000)
    pictures.close()
    assert drawn.width * drawn.height <= 12_100_000


def test_a_picture_of_a_damaged_file_is_an_error_and_the_next_one_is_drawn(tmp_path: Path) -> None:
    damaged, sound = tmp_path / "a.pdf", Pdf([article([SENTENCE])]).write(tmp_path / "b.pdf")
    damaged.write_bytes(b"%PDF-1.4 nothing")
    pictures = PagePictures()
    with pytest.raises(FileError):
        pictures.picture(damaged, "", 0, 300)
    assert pictures.picture(sound, "", 0, 300).pages == 1
    pictures.close()


def test_a_process_that_is_killed_is_replaced(tmp_path: Path) -> None:
    path = Pdf([article([SENTENCE])]).write(tmp_path / "a.pdf")
    pictures = PagePictures()
    pictures.picture(path, "", 0, 300)
    pictures.interrupt()
    pictures._process.wait()
    assert pictures.picture(path, "", 0, 300).pages == 1
    pictures.close()
