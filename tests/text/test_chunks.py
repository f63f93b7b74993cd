# SPDX-License-Identifier: GPL-3.0-or-later
"""A text in chunks is the same text, and reading a piece of it reads no more than needed."""

import pytest
from any_text import texts
from hypothesis import given
from hypothesis import strategies as st

from reader.text.chunks import CHUNK_CODE_POINTS, LONGEST_CHUNK, ChunkedText, paragraphs_of, split_into_chunks

LINE = "كَتَبَ الوزير في WTDC-25 رسالةً 😀𞸀 إلى باكو.\n"


def text_of(length):
    return (LINE * (length // len(LINE) + 1))[:length]


def chunked(pieces):
    lengths = [len(piece) for piece in pieces]
    return ChunkedText(pieces.__getitem__, lengths, lengths)


def lines_of(text):
    return [text[start:end] for start, end in paragraphs_of(text)]


@given(texts)
def test_paragraphs_are_the_lines_of_the_text(text):
    expected = text.split("\n")

    assert lines_of(text) == (expected[:-1] if text.endswith("\n") else expected)


def test_an_empty_text_has_one_empty_paragraph_and_one_empty_chunk():
    assert paragraphs_of("") == ((0, 0),)
    assert list(split_into_chunks("")) == [""]
    assert (len(ChunkedText.from_string("")), ChunkedText.from_string("").length) == (1, 0)


@pytest.mark.parametrize(
    "length",
    [
        1,
        CHUNK_CODE_POINTS - 1,
        CHUNK_CODE_POINTS,
        CHUNK_CODE_POINTS + 1,
        CHUNK_CODE_POINTS + len(LINE),
        3 * CHUNK_CODE_POINTS,
        LONGEST_CHUNK + 5,
    ],
)
def test_the_chunks_joined_are_the_text(length):
    text = text_of(length)
    chunks = list(split_into_chunks(text))

    assert "".join(chunks) == text
    assert all(chunks)
    assert all(chunk.endswith("\n") and len(chunk) < CHUNK_CODE_POINTS + len(LINE) for chunk in chunks[:-1])


@pytest.mark.parametrize("before", ["", "\n" * 10, LINE * 100])
@pytest.mark.parametrize("word", ["بابٌ ", "ب"])
@pytest.mark.parametrize("length", [LONGEST_CHUNK - 9, LONGEST_CHUNK, LONGEST_CHUNK + 9, 2 * LONGEST_CHUNK + 9])
def test_a_paragraph_longer_than_a_chunk_is_cut(before, word, length):
    text = before + (word * length)[:length] + "\n" + LINE
    chunks = list(split_into_chunks(text))

    assert "".join(chunks) == text
    assert max(map(len, chunks)) <= LONGEST_CHUNK


def test_a_long_paragraph_is_cut_behind_a_space_where_there_is_one():
    chunks = list(split_into_chunks("كلمات " * LONGEST_CHUNK))

    assert all(chunk.endswith(" ") for chunk in chunks)


def test_a_cut_paragraph_goes_on_in_the_next_chunk():
    text = ChunkedText.from_string("ب" * (LONGEST_CHUNK + 7) + "\nنهاية")

    assert text.chunk(0).paragraphs == ((0, LONGEST_CHUNK),)
    assert text.chunk(1).paragraphs == ((0, 7), (8, 13))


@st.composite
def pieces_and_ends(draw):
    """``(pieces, start, end)``: a text in pieces of any length, and two offsets in and around it."""
    pieces = draw(st.lists(texts.filter(bool), min_size=1, max_size=8))
    length = sum(map(len, pieces))
    return pieces, draw(st.integers(-3, length + 3)), draw(st.integers(-3, length + 3))


@given(pieces_and_ends())
def test_a_slice_is_that_of_the_whole_text(case):
    pieces, start, end = case

    assert chunked(pieces).slice(start, end) == "".join(pieces)[max(start, 0) : max(end, 0)]


@given(pieces_and_ends())
def test_every_offset_lies_in_the_chunk_found_for_it(case):
    pieces, _, _ = case
    text = chunked(pieces)
    owners = [index for index, piece in enumerate(pieces) for _ in piece]

    assert [text.chunk_at(offset) for offset in range(text.length)] == owners
    assert text.chunk_at(text.length) == len(pieces) - 1


@given(pieces_and_ends())
def test_chunks_begin_where_those_before_them_end(case):
    pieces, _, _ = case
    text = chunked(pieces)

    assert [text.start_of(index) for index in range(len(text))] == [
        len("".join(pieces[:index])) for index in range(len(text))
    ]
    assert [piece for _, piece in text.texts()] == pieces


def test_a_slice_on_each_kind_of_text(any_text):
    text = ChunkedText.from_string(any_text)

    assert text.slice(3, 11) == any_text[3:11]
    assert text.slice(0, len(any_text)) == any_text


def test_a_slice_across_chunks_is_that_of_the_whole_text():
    whole = text_of(3 * CHUNK_CODE_POINTS)
    text = ChunkedText.from_string(whole)
    first_end = text.start_of(1)

    assert text.slice(first_end - 5, first_end + 5) == whole[first_end - 5 : first_end + 5]
    assert text.slice(9, len(whole) - 9) == whole[9:-9]


def test_a_text_not_yet_counted_can_be_shown_but_not_addressed():
    pieces = ["سطر\n", "آخر"]
    text = ChunkedText(pieces.__getitem__, [7, 6])

    assert text.chunk(1).text == "آخر"
    assert (text.length, text.start_of(0), text.start_of(1)) == (None, 0, None)
    with pytest.raises(ValueError, match="not been counted"):
        text.slice(0, 1)


def test_counting_makes_a_text_addressable():
    pieces = ["سطر\n", "آخر"]
    text = ChunkedText(pieces.__getitem__, [7, 6])

    text.set_lengths([4, 3])

    assert (text.length, text.start_of(1), text.slice(3, 6)) == (7, 4, "\nآخ")


def test_as_many_lengths_as_chunks_are_wanted():
    with pytest.raises(ValueError, match="3 lengths for 2 chunks"):
        ChunkedText(["ا", "ب"].__getitem__, [1, 1], [1, 1, 1])


class Loader:
    """Loads chunks of one letter and remembers which were asked for."""

    def __init__(self):
        self.asked = []

    def __call__(self, index):
        self.asked.append(index)
        return "ب"


def test_a_chunk_is_read_when_it_is_wanted_and_not_again_soon():
    load = Loader()
    text = ChunkedText(load, [1] * 1000, [1] * 1000)

    text.slice(500, 503)
    text.chunk(501)

    assert load.asked == [500, 501, 502]


def test_only_the_chunks_read_last_are_kept():
    load = Loader()
    text = ChunkedText(load, [1] * 1000, [1] * 1000)

    text.slice(0, 40)
    text.chunk(0)
    text.chunk(39)

    assert load.asked == [*range(40), 0]


@pytest.mark.parametrize("before", ["", "ا", "اا"])
def test_a_hard_cut_keeps_marks_with_their_letter(before: str) -> None:
    pieces = list(split_into_chunks(before + "بَّ" * LONGEST_CHUNK))
    assert len(pieces) > 2
    assert all(piece[0] in "با" for piece in pieces)
