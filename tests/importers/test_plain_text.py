# SPDX-License-Identifier: GPL-3.0-or-later
"""Text files open quickly and read verbatim; every bad file is refused with the error that names what is wrong."""

import codecs
import contextlib
import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.errors import (
    Cancelled,
    EncodingUnknown,
    FileChanged,
    FileEmpty,
    FileIsBinary,
    FileIsFolder,
    FileMissing,
    FileUndecodable,
    FileUnreadable,
)
from reader.importers import open_text_file
from reader.importers.cuts import STEP

PLAIN = "وقال الوزير إن المؤتمر مهم\n"
VOCALISED = "إِنَّ المُؤْتَمَرَ مُهِمٌّ جِدًّا\n"
MIXED = "شارك الاتحاد (ITU) في WTDC-25 عام 2025\n"
ASTRAL = "رمز 𞸀 ووجه 😀 ثم نص\n"


@pytest.fixture
def saved(tmp_path):
    def save(raw, name="text.txt"):
        path = tmp_path / name
        path.write_bytes(raw)
        return path

    return save


def whole(path, encoding=None):
    with open_text_file(path, encoding) as text_file:
        text_file.count()
        return "".join(text for _, text in text_file.text.texts())


@pytest.mark.parametrize("line", [PLAIN, VOCALISED, MIXED, ASTRAL])
@pytest.mark.parametrize("times", [1, 20_000])
def test_text_is_verbatim_and_offsets_are_code_points(saved, line, times):
    text = line * times
    with open_text_file(saved(text.encode())) as text_file:
        assert text_file.count() == len(text)
        place = len(text) - len(line) // 2
        assert text_file.text.length == len(text)
        assert text_file.text.slice(place - 3, place + 3) == text[place - 3 : place + 3]
        assert all(
            text_file.text.start_of(index) == len("".join(t for i, t in text_file.text.texts() if i < index))
            for index in range(len(text_file.text))
        )


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_become_line_feeds(saved, end):
    lines = [PLAIN.strip(), "", VOCALISED.strip()] * 9_000

    assert whole(saved(end.join(lines).encode())) == "\n".join(lines)


def test_mixed_line_ends_become_line_feeds(saved):
    assert whole(saved(b"a\r\nb\rc\nd\r\r\ne")) == "a\nb\nc\nd\n\ne"


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_the_byte_order_mark_is_no_part_of_the_text(saved, codec):
    assert whole(saved((MIXED + ASTRAL).encode(codec))) == MIXED + ASTRAL


def test_a_zero_width_no_break_space_inside_the_text_stays(saved):
    assert whole(saved("اب\ufeffج".encode())) == "اب\ufeffج"


def test_text_is_not_normalised(saved):
    text = "\u0627\u0654 \u0623 \ufefb \u0644\u0651\u064e \u0644\u064e\u0651 \u00a0\u2028"

    assert whole(saved(text.encode())) == text


@pytest.mark.parametrize("codec", ["windows-1256", "iso-8859-6", "utf-16-le", "utf-16-be"])
def test_guessed_encodings_read_arabic(saved, codec):
    text = PLAIN * 5_000
    with open_text_file(saved(text.encode(codec))) as text_file:
        assert text_file.encoding == codec
    assert whole(text_file.path) == text


def test_an_explicit_encoding_wins_over_the_guess(saved):
    path = saved("الف".encode("iso-8859-6"))

    assert whole(path, "windows-1256") == "الف".encode("iso-8859-6").decode("windows-1256")


def test_an_unknown_encoding_is_refused(saved):
    with pytest.raises(EncodingUnknown):
        open_text_file(saved(b"abc"), "klingon")


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(FileMissing) as failure:
        open_text_file(tmp_path / "none.txt")

    assert failure.value.path == tmp_path / "none.txt"


def test_a_path_through_a_file_is_a_missing_file(saved):
    with pytest.raises(FileMissing):
        open_text_file(saved(b"abc") / "below.txt")


def test_a_folder_is_told(tmp_path):
    with pytest.raises(FileIsFolder):
        open_text_file(tmp_path)


def test_a_dangling_link_is_a_missing_file(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")

    with pytest.raises(FileMissing):
        open_text_file(tmp_path / "link")


def test_a_loop_of_links_is_unreadable(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "link")

    with pytest.raises(FileUnreadable):
        open_text_file(tmp_path / "link")


def test_a_pipe_is_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(FileUnreadable):
        open_text_file(tmp_path / "pipe")


def test_a_device_is_refused():
    with pytest.raises(FileUnreadable):
        open_text_file(Path("/dev/zero"))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a_file_without_read_permission_is_unreadable(saved):
    path = saved(PLAIN.encode())
    path.chmod(0o000)
    path.parent.chmod(0o755)
    script = (
        "import os, sys; from pathlib import Path; from reader.importers import open_text_file\n"
        "from reader.errors import FileUnreadable\n"
        "os.setuid(65534)\n"
        "try: open_text_file(Path(sys.argv[1]))\n"
        "except FileUnreadable as error: print(error.reason)"
    )
    for folder in (path.parent.parent, path.parent.parent.parent):
        folder.chmod(0o755)

    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True)

    assert done.stdout == "Permission denied\n"


@pytest.mark.parametrize("raw", [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, b"  \n\n", "\u00a0\n".encode()])
def test_a_file_without_any_text_is_empty(saved, raw):
    with pytest.raises(FileEmpty):
        open_text_file(saved(raw))


def test_a_long_file_of_blanks_is_found_empty_when_it_is_counted(saved):
    with open_text_file(saved(b" \n" * STEP)) as text_file, pytest.raises(FileEmpty):
        text_file.count()


@pytest.mark.parametrize(
    "raw",
    [
        b"\x00" * 500,
        b"text then \x00 nul",
        bytes(range(256)) * 8,
        b"%PDF-1.7\n1 0 obj\n",
        b"PK\x03\x04 archive",
        b"{\\rtf1\\ansi text}",
        b"\x1f\x8b\x08 compressed",
        b"SQLite format 3\0",
        b"\x89PNG\r\n\x1a\n",
    ],
)
@pytest.mark.parametrize("encoding", [None, "utf-8", "windows-1256"])
def test_a_binary_file_is_told(saved, raw, encoding):
    with pytest.raises(FileIsBinary):
        open_text_file(saved(raw), encoding)


def test_zeros_behind_a_page_of_text_are_found_when_counting(saved):
    raw = bytearray(PLAIN.encode() * 40_000)
    raw[raw.index(b"\n", 1_500_000)] = 0

    with open_text_file(saved(bytes(raw))) as text_file, pytest.raises(FileIsBinary):
        text_file.count()


def test_a_wrong_byte_in_the_first_page_is_told_with_its_place(saved):
    raw = PLAIN.encode() * 100
    place = raw.index(b"\n", 1_000) + 1

    with pytest.raises(FileUndecodable) as failure:
        open_text_file(saved(raw[:place] + b"\xff" + raw[place:]))

    assert (failure.value.encoding, failure.value.byte_offset) == ("utf-8", place)


@pytest.mark.parametrize("place", [700_001, 1_234_567])
def test_a_wrong_byte_far_in_the_file_is_told_by_counting_with_its_place(saved, place):
    raw = b"x" * place + b"\xff" + b"y" * 600_000

    with open_text_file(saved(codecs.BOM_UTF8 + raw)) as text_file, pytest.raises(FileUndecodable) as failure:
        text_file.count()

    assert failure.value.byte_offset == place + 3


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le"])
def test_a_file_cut_within_a_character_is_undecodable(saved, codec):
    with pytest.raises(FileUndecodable):
        open_text_file(saved((PLAIN * 10 + "ب").encode(codec)[:-1]))


def test_a_file_cut_short_while_it_is_open_is_told_and_kills_nobody(saved):
    path = saved(PLAIN.encode() * 40_000)
    with open_text_file(path) as text_file:
        os.truncate(path, 1_000)
        with pytest.raises(FileChanged):
            text_file.count()


def test_a_file_rewritten_in_place_while_it_is_open_is_told(saved):
    path = saved(PLAIN.encode() * 40_000)
    with open_text_file(path) as text_file:
        path.write_bytes(VOCALISED.encode() * 40_000)
        with pytest.raises(FileChanged):
            text_file.text.chunk(3)


def test_a_file_replaced_by_another_is_still_read_as_it_was(saved, tmp_path):
    path = saved(PLAIN.encode() * 10_000)
    with open_text_file(path) as text_file:
        saved(b"another", "new.txt").replace(path)
        text_file.count()
        assert "".join(text for _, text in text_file.text.texts()) == PLAIN * 10_000


def test_counting_tells_its_progress_and_ends_at_the_size(saved):
    seen = []
    with open_text_file(saved(PLAIN.encode() * 20_000)) as text_file:
        text_file.count(lambda done, total: seen.append((done, total)))

    assert seen == sorted(seen)
    assert len(seen) == len(text_file.text)
    assert seen[-1] == (text_file.size_bytes, text_file.size_bytes)


def test_counting_can_be_stopped(saved):
    with open_text_file(saved(PLAIN.encode() * 20_000)) as text_file, pytest.raises(Cancelled):
        text_file.count(cancelled=lambda: True)
    assert text_file.text.length is None


def test_a_hundred_megabytes_open_about_as_fast_as_a_page(tmp_path):
    small, large = tmp_path / "small.txt", tmp_path / "large.txt"
    small.write_bytes(PLAIN.encode() * 5_000)
    with large.open("wb") as opened:
        for _ in range(100):
            opened.write(PLAIN.encode() * 22_000)

    def opening_s(path):
        start = time.perf_counter()
        open_text_file(path).close()
        return time.perf_counter() - start

    quickest = {path: min(opening_s(path) for _ in range(7)) for path in (small, large)}
    assert large.stat().st_size > 100_000_000
    assert quickest[large] < 3 * quickest[small] + 0.005


def test_a_sparse_file_of_forty_gigabytes_is_refused_quickly_and_in_little_memory(tmp_path):
    path = tmp_path / "sparse.txt"
    with path.open("wb") as opened:
        opened.write(PLAIN.encode() * 5_000)
        opened.truncate(40 << 30)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    with pytest.raises(FileIsBinary):
        open_text_file(path)

    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


@pytest.mark.parametrize("seed", range(40))
def test_random_bytes_are_read_or_refused_but_never_crash(saved, seed):
    path = saved(b"\xd8\xa7" * seed + random.Random(seed).randbytes(seed * 7 + 1))

    with contextlib.suppress(FileIsBinary, FileUndecodable, FileEmpty), open_text_file(path) as text_file:
        assert text_file.count() > 0


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2029"])
def test_every_end_of_a_paragraph_becomes_a_line_feed(saved, end):
    path = saved(f"سطر أول{end}سطر ثانٍ{end}".encode())

    assert whole(path) == "سطر أول\nسطر ثانٍ\n"


def test_a_line_break_within_a_paragraph_is_kept(saved):
    assert whole(saved("بيت\u2028شعر".encode())) == "بيت\u2028شعر"
