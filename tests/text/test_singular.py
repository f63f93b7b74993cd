# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of a piece has to be read until it is told from everything else in two texts."""

from __future__ import annotations

import pytest
from builders import TEXTS
from hypothesis import example, given
from hypothesis import strategies as st

from reader.errors import Cancelled
from reader.text import singular
from reader.text.singular import TELLING, Singular

_TEXTS = st.text("اب 𞸀\u064b\n", min_size=0, max_size=120).flatmap(
    lambda text: st.integers(1, 4).map(lambda times: text * times)
)


def _times(text: str, piece: str) -> int:
    return sum(text.startswith(piece, at) for at in range(len(text)))


def _is_single(old: str, new: str, piece: str) -> bool:
    return _times(old, piece) == 1 == _times(new, piece)


@given(_TEXTS, _TEXTS, st.data())
@example("ا" * 40, "ا" * 40, None)
def test_the_least_beginning_and_the_least_end_are_single_and_no_shorter_step_is(
    old: str, new: str, data: st.DataObject | None
) -> None:
    start = 0 if data is None else data.draw(st.integers(0, len(old)))
    end = len(old) if data is None else data.draw(st.integers(start, len(old)))
    pieces = [old[start : start + TELLING], old[max(start, end - TELLING) : end]]
    asked = Singular(old, new, pieces)
    for at_end in (False, True):
        (least,) = asked.least([(start, end)], at_end=at_end)
        sizes = [size for size in (*singular._STEPS, end - start) if TELLING <= size <= end - start]
        fitting = [
            size
            for size in sorted(set(sizes))
            if _is_single(old, new, old[end - size : end] if at_end else old[start : start + size])
        ]
        assert least == (fitting[0] if fitting else None)


@pytest.mark.parametrize("kind", TEXTS)
def test_pieces_are_found_alike_by_parts_and_one_by_one(kind: str) -> None:
    text = (TEXTS[kind] + "ثم قال الوزير إن المؤتمر انطلق. ") * 3
    wanted = {text[at : at + TELLING] for at in range(0, len(text) - TELLING, 5)}
    by_parts, one_by_one = ({piece: [] for piece in wanted} for _ in range(2))
    singular._by_parts(text, by_parts, lambda: None)
    singular._one_by_one(text, one_by_one, lambda: None)

    assert {piece: sorted(places) for piece, places in by_parts.items()} == one_by_one
    assert all(one_by_one.values())


def test_a_piece_that_is_twice_in_one_of_the_texts_is_not_single() -> None:
    piece = "وقال الوزير إن السدود ممتلئة"

    assert Singular(piece, piece, [piece[:TELLING]]).is_single(piece)
    assert not Singular(piece, piece + " " + piece, [piece[:TELLING]]).is_single(piece)


def test_looking_can_be_given_up() -> None:
    def give_up() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        Singular("ا" * 100, "ا" * 100, ["ا" * TELLING], give_up)
