# SPDX-License-Identifier: GPL-3.0-or-later
"""Maps between offsets lead there and back on every kind of text."""

import pytest
from any_text import texts, unpaired_texts
from hypothesis import given
from hypothesis import strategies as st

from reader.text.offsets import ByteMap, OffsetMap, Utf16Map
from reader.text.spans import Span


def utf16_length(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf8_length(text):
    return len(text.encode("utf-8", "surrogatepass"))


@given(unpaired_texts)
def test_utf16_offsets_are_the_lengths_of_the_encoded_beginnings(text):
    units = Utf16Map(text)

    assert [units.to_utf16(index) for index in range(len(text) + 1)] == [
        utf16_length(text[:index]) for index in range(len(text) + 1)
    ]
    assert units.length16 == utf16_length(text)


@given(unpaired_texts)
def test_utf16_offsets_lead_back(text):
    units = Utf16Map(text)

    assert [units.from_utf16(units.to_utf16(index)) for index in range(len(text) + 1)] == list(range(len(text) + 1))


@given(texts)
def test_every_utf16_unit_belongs_to_its_character(text):
    units = Utf16Map(text)
    owners = [index for index, char in enumerate(text) for _ in range(utf16_length(char))]

    assert [units.from_utf16(unit) for unit in range(units.length16)] == owners


def test_utf16_offsets_on_each_kind_of_text(any_text):
    units = Utf16Map(any_text)

    assert units.to_utf16(len(any_text)) == utf16_length(any_text)
    assert [units.from_utf16(units.to_utf16(at)) for at in range(len(any_text))] == list(range(len(any_text)))


@given(unpaired_texts)
def test_byte_offsets_are_the_lengths_of_the_encoded_beginnings(text):
    octets = ByteMap(text)

    assert [octets.to_utf8(index) for index in range(len(text) + 1)] == [
        utf8_length(text[:index]) for index in range(len(text) + 1)
    ]
    assert octets.length8 == utf8_length(text)


@given(unpaired_texts)
def test_every_byte_belongs_to_its_character(text):
    octets = ByteMap(text)
    owners = [index for index, char in enumerate(text) for _ in range(utf8_length(char))]

    assert [octets.from_utf8(byte) for byte in range(octets.length8)] == owners
    assert octets.from_utf8(octets.length8) == len(text)


@pytest.mark.parametrize("length", [255, 256, 257, 511, 512, 513])
def test_byte_offsets_around_the_remembered_places(length):
    text = "ب😀x" * 400
    octets = ByteMap(text[:length])

    assert octets.to_utf8(length) == utf8_length(text[:length])
    assert [octets.from_utf8(octets.to_utf8(at)) for at in range(length + 1)] == list(range(length + 1))


def test_byte_offsets_on_each_kind_of_text(any_text):
    octets = ByteMap(any_text)

    assert any_text.encode()[octets.to_utf8(3) : octets.to_utf8(9)].decode() == any_text[3:9]


# Maps to derived texts


@st.composite
def edits(draw, length):
    """Edits of a source of the given length, with every mix of leaving out, putting in and replacing."""
    places = sorted(draw(st.lists(st.integers(0, length), max_size=12)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return [(start, end, draw(st.integers(0 if end > start else 1, 3))) for start, end in pairs]


def derived_length(source_length, made):
    return source_length + sum(length - (end - start) for start, end, length in made)


@st.composite
def maps(draw):
    """``(map, source length, derived length)``."""
    length = draw(st.integers(0, 20))
    made = draw(edits(length))
    return OffsetMap(made), length, derived_length(length, made)


@st.composite
def chained_maps(draw):
    """``(first, second, length of the last text)``, the second deriving from what the first derives."""
    first, _, between = draw(maps())
    made = draw(edits(between))
    return first, OffsetMap(made), derived_length(between, made)


def single_spans(length):
    return [Span(at, at + 1) for at in range(length)]


def test_a_map_of_hand_made_edits():
    removed_and_grown = OffsetMap([(1, 3, 0), (4, 5, 2)])

    assert [removed_and_grown.source_span(span) for span in single_spans(5)] == [
        Span(0, 1),
        Span(3, 4),
        Span(4, 5),
        Span(4, 5),
        Span(5, 6),
    ]
    assert removed_and_grown.derived_span(Span(1, 3)) is None
    assert removed_and_grown.derived_span(Span(2, 5)) == Span(1, 4)


def test_edits_out_of_order_are_refused():
    with pytest.raises(ValueError, match="before the end"):
        OffsetMap([(3, 5, 1), (4, 6, 1)])


@given(maps())
def test_what_came_from_a_stretch_leads_back_to_it(made):
    offsets, _, length = made
    origins = [(span, origin) for span in single_spans(length) if (origin := offsets.source_span(span))]

    assert all((back := offsets.derived_span(origin)) is not None and back.covers(span) for span, origin in origins)


@given(maps())
def test_what_became_of_a_stretch_leads_back_to_it(made):
    offsets, length, _ = made
    results = [(span, result) for span in single_spans(length) if (result := offsets.derived_span(span))]

    assert all((back := offsets.source_span(result)) is not None and back.covers(span) for span, result in results)


@given(maps())
def test_offsets_rise_and_stay_inside(made):
    offsets, source_length, length = made
    starts = [offsets.source_start(at) for at in range(length + 1)]
    ends = [offsets.source_end(at) for at in range(length + 1)]

    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(
        0 <= end <= source_length and 0 <= start <= source_length for start, end in zip(starts, ends, strict=True)
    )


@given(maps())
def test_the_inverse_asks_the_other_way_and_inverts_back(made):
    offsets, source_length, _ = made

    assert [offsets.inverse().source_span(span) for span in single_spans(source_length)] == [
        offsets.derived_span(span) for span in single_spans(source_length)
    ]
    assert offsets.inverse().inverse() == offsets


@given(chained_maps())
def test_a_composed_map_covers_what_its_parts_say_one_after_another(chained):
    first, second, length = chained
    composed = first.then(second)
    in_steps = [
        (span, origin)
        for span in single_spans(length)
        if (between := second.source_span(span)) and (origin := first.source_span(between))
    ]

    assert all((whole := composed.source_span(span)) is not None and whole.covers(origin) for span, origin in in_steps)


@given(chained_maps())
def test_the_inverse_of_a_composed_map_is_the_composed_inverses_turned_round(chained):
    first, second, length = chained
    turned = second.inverse().then(first.inverse())

    assert [turned.derived_span(span) for span in single_spans(length)] == [
        first.then(second).source_span(span) for span in single_spans(length)
    ]


def test_what_is_put_in_where_something_was_left_out_replaces_it():
    assert OffsetMap([(2, 4, 0)]).then(OffsetMap([(2, 2, 3)])) == OffsetMap([(2, 4, 3)])


@given(maps())
def test_the_identity_changes_no_map(made):
    offsets, _, _ = made

    assert OffsetMap().then(offsets) == offsets
    assert offsets.then(OffsetMap()) == offsets
    assert OffsetMap().is_identity


@given(st.text("ab\u064e\u0651", max_size=12), st.text("ab", max_size=3))
def test_composition_agrees_with_the_texts_themselves(text, ending):
    """Removing marks, then replacing each a by the ending: every character keeps the letter it came from."""
    bare = "".join(char for char in text if char in "ab")
    removing = OffsetMap([(at, at + 1, 0) for at, char in enumerate(text) if char not in "ab"])
    replacing = OffsetMap([(at, at + 1, len(ending)) for at, char in enumerate(bare) if char == "a"])
    letters = "".join(ending.upper() if char == "a" else char for char in bare)
    composed = removing.then(replacing)
    kept = [at for at, char in enumerate(letters) if char == "b"]

    assert [text[composed.source_start(at)] for at in kept] == ["b"] * len(kept)
