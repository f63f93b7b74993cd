# SPDX-License-Identifier: GPL-3.0-or-later
"""Cutting a file never loses, doubles or breaks anything, wherever the wanted places fall."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.importers.cuts import MOST_PIECES, STEP, Cuts
from reader.importers.encodings import Encoding

UTF8 = Encoding(name="utf-8")
LINE = "قال «الوزير» في WTDC-25: إِنَّ المُؤْتَمَرَ 😀 𞸀 مهم"


class CountedBytes:
    """Bytes that remember how many of them were read."""

    def __init__(self, raw):
        self.raw = raw
        self.read_bytes = 0

    def read(self, offset, count):
        found = self.raw[offset : offset + count]
        self.read_bytes += len(found)
        return found


def pieces(raw, encoding=UTF8):
    cuts = Cuts(CountedBytes(raw).read, len(raw), encoding)
    spans = [cuts.piece(index) for index in range(cuts.pieces)]
    assert spans[0][0] == encoding.mark
    assert spans[-1][1] == len(raw)
    assert all(before[1] == after[0] for before, after in pairwise(spans))
    assert all(start < end for start, end in spans)
    return [raw[start:end] for start, end in spans]


def filled(unit, size=4 * STEP):
    return unit * (size // len(unit) + 1)


@pytest.mark.parametrize("shift", range(7))
@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "windows-1256"])
def test_pieces_end_with_a_line_and_decode_alone(codec, shift):
    unit = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4}.get(codec, 1)
    line = LINE.encode("windows-1256", "ignore").decode("windows-1256") if codec == "windows-1256" else LINE
    text = "x" * shift + filled(line + "\n", 3 * STEP // unit)

    found = [raw.decode(codec) for raw in pieces(text.encode(codec), Encoding(name=codec, unit=unit))]

    assert len(found) > 2
    assert "".join(found) == text
    assert all(piece.endswith("\n") for piece in found[:-1])


@pytest.mark.parametrize("shift", range(5))
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_the_two_halves_of_a_line_end_stay_together(end, shift):
    raw = (" " * shift + filled("ab" + end)).encode()

    found = pieces(raw)

    assert len(found) > 3
    assert all(piece.endswith(end.encode()) for piece in found[:-1])
    assert not any(piece.startswith(b"\n") for piece in found)


@pytest.mark.parametrize("shift", range(9))
def test_a_text_without_line_ends_is_cut_behind_a_space(shift):
    text = "x" * shift + filled(LINE + " ")

    found = [raw.decode() for raw in pieces(text.encode())]

    assert len(found) > 3
    assert "".join(found) == text
    assert all(piece.endswith(" ") for piece in found[:-1])


@pytest.mark.parametrize("shift", range(8))
@pytest.mark.parametrize("unit", ["ب", "😀", "بَّ", "a\u0301", "👩\u200d🚀", "❤\ufe0f"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_text_without_spaces_is_cut_between_characters_never_before_a_mark(codec, unit, shift):
    text = "x" * shift + filled(unit, 2 * STEP)
    width = 1 if codec == "utf-8" else 2

    found = [raw.decode(codec) for raw in pieces(text.encode(codec), Encoding(name=codec, unit=width))]

    assert len(found) > 1
    assert "".join(found) == text
    assert not any(unicodedata.category(piece[0]) in ("Mn", "Cf") for piece in found)


def test_asking_for_a_cut_reads_little_whatever_the_lines_are_like():
    source = CountedBytes(filled(b"x", 40 * STEP))
    cuts = Cuts(source.read, len(source.raw), UTF8)

    assert source.read_bytes == 0
    cuts.piece(20)
    assert source.read_bytes < 200_000


def test_the_number_of_pieces_is_bounded_for_files_of_any_size():
    cuts = Cuts(lambda _offset, count: b"x" * count, 1 << 44, UTF8)

    assert cuts.pieces <= MOST_PIECES
    assert sum(cuts.weights) == 1 << 44
    assert cuts.piece(70_000)[0] < cuts.piece(70_000)[1] <= cuts.piece(70_001)[0]


@pytest.mark.parametrize("size", [0, 1, 2, 3, STEP - 1, STEP, STEP + 1, STEP + 65_535, STEP + 65_536, 2 * STEP])
def test_weights_and_pieces_agree_at_every_size(size):
    raw = b"word " * (size // 5) + b"x" * (size % 5)
    cuts = Cuts(CountedBytes(raw).read, len(raw), UTF8)

    assert len(cuts.weights) == cuts.pieces
    assert b"".join(raw[slice(*cuts.piece(index))] for index in range(cuts.pieces)) == raw


def test_undecodable_bytes_do_not_move_a_cut():
    raw = filled(b"\xff\xfe\xd9 \x80", 3 * STEP)

    assert b"".join(pieces(raw)) == raw


@settings(max_examples=60, deadline=None)
@given(
    piece=st.binary(min_size=1, max_size=40),
    encoding=st.sampled_from(
        [
            UTF8,
            Encoding(name="windows-1256"),
            Encoding(name="iso-8859-6"),
            Encoding(name="mac-arabic"),
            Encoding(name="utf-16-le", unit=2),
            Encoding(name="utf-16-be", unit=2),
            Encoding(name="utf-32-le", unit=4),
        ]
    ),
)
def test_any_bytes_can_be_cut_in_any_encoding(piece, encoding):
    raw = filled(piece, 2 * STEP)

    found = pieces(raw, encoding)

    assert len(found) > 1
    assert b"".join(found) == raw
    assert all(len(part) % encoding.unit == 0 for part in found[:-1])
