# SPDX-License-Identifier: GPL-3.0-or-later
"""Where spans of an old text belong in a new one: for sure only where they truly do."""

from __future__ import annotations

import pytest
from any_text import texts_with_span
from builders import TEXTS, span_of
from hypothesis import given
from hypothesis import strategies as st

from reader.text.correction import Correction, least_change
from reader.text.places import Places
from reader.text.spans import Span
from tests.benchmarks import changing

FEW = 250
"""Annotations of each kind of edit; ``python -m tests.benchmarks.changing`` takes 10,000."""

ARTICLE = (
    "أكد وزير الاتصالات أهمية مشاركة الوفد في المؤتمر العالمي المنعقد في باكو.\n"
    "وقال الوزير إن المؤتمر قد انطلق في مدينة باكو بمشاركة أكثر من 150 دولة 😀.\n"
    "وأضاف الدكتور هاشمي أن برنامج الوفد يتضمن لقاءات مع عشرة وزراء من دول مختلفة.\n"
)


@pytest.mark.parametrize("kind", changing.KINDS)
def test_no_annotation_is_put_for_sure_where_it_does_not_belong(kind: str) -> None:
    outcomes = changing.measure(kind, FEW, seed=1)

    assert outcomes["wrong"] == 0
    assert outcomes.total() >= FEW


@pytest.mark.parametrize("kind", ["one typo", "hamza normalised", "digits in other script", "quotation marks"])
def test_small_changes_leave_next_to_nothing_to_review(kind: str) -> None:
    outcomes = changing.measure(kind, FEW, seed=1)

    assert outcomes["right"] >= 0.99 * outcomes.total()


@given(texts_with_span())
def test_in_the_same_text_everything_is_where_it_was(case: tuple[str, int, int]) -> None:
    text, start, end = case
    found = Places(text, text).find(Span(start, end))

    assert (found.span, found.how) == (Span(start, end), "exact")


@pytest.mark.parametrize("kind", TEXTS)
def test_text_put_in_front_moves_everything_behind_it(kind: str) -> None:
    old = TEXTS[kind] * 2 + ARTICLE
    places = Places(old, "𞸀 عاجل: هذا خبر جديد تمامًا.\n" + old)
    span = span_of(old, "مدينة باكو")

    assert places.find(span).span == span.shifted(len("𞸀 عاجل: هذا خبر جديد تمامًا.\n"))


def test_of_two_sentences_that_begin_alike_the_one_that_was_cut_out_lends_nothing_to_the_other() -> None:
    old = "انتهى الاجتماع أمس في بغداد. وقال الوزير إن السدود ممتلئة. وقال الوزير إن الحقول خضراء.\n" + ARTICLE
    new = old.replace("وقال الوزير إن السدود ممتلئة. ", "")
    places = Places(old, new)

    assert places.find(span_of(old, "وقال الوزير", 1)).how in {"doubtful", "lost"}
    assert places.find(span_of(old, "وقال الوزير", 2)).how in {"doubtful", "moved"}
    assert places.find(span_of(old, "خضراء")).how == "moved"


def test_deleted_words_are_not_proposed_where_another_mention_surely_stands() -> None:
    new = ARTICLE.replace("وقال الوزير إن المؤتمر قد انطلق في مدينة باكو بمشاركة أكثر من 150 دولة 😀.\n", "")

    assert Places(ARTICLE, new).find(span_of(ARTICLE, "باكو", 2)).how == "lost"


def test_a_row_is_not_taken_for_the_one_that_now_reads_like_it_and_overlaps_it() -> None:
    rows = [f"ثلاثة تشوانتشو لمجموعة {number} الكريمة أسرة\n" for number in range(18, 30)]
    old = "".join(rows)
    changed = {21: 2694, 22: 23, 24: 982, 25: 1218}
    new = "".join(row.replace(str(number), str(changed.get(number, number))) for number, row in enumerate(rows, 18))
    span = Span(old.index("تشوانتشو لمجموعة 23"), old.index("تشوانتشو لمجموعة 23") + len("تشوانتشو"))
    truth = new.rindex("تشوانتشو لمجموعة 23")
    found = Places(old, new).find(span)

    assert found.how in {"doubtful", "lost"} or found.span == Span(truth, truth + len("تشوانتشو"))


def test_a_sign_beside_what_was_put_in_is_not_placed_for_sure() -> None:
    old = ARTICLE.replace("باكو.\n", "باكو ..\nثم ", 1)
    new = old.replace("باكو ..\n", "باكو .7 مليون سيارة في الصين العام الماضي وحده . \n", 1)
    places = Places(old, new)

    assert places.find(span_of(old, ".", 2)).how in {"doubtful", "lost"}
    assert places.find(span_of(old, "هاشمي")).how == "moved"


@given(st.text("ابت \n𞸀", max_size=20), st.text("ابت \n𞸀", max_size=20))
def test_the_least_change_makes_the_new_text_of_the_old_one(old: str, new: str) -> None:
    start, end, words = least_change(old, new, 0)

    assert old[:start] + words + old[end:] == new


@given(texts_with_span(), st.text("اب \n😀", max_size=6), st.data())
def test_what_a_correction_places_for_sure_away_from_it_reads_as_before(
    case: tuple[str, int, int], words: str, data: st.DataObject
) -> None:
    text, start, end = case
    new = text[:start] + words + text[end:]
    first = data.draw(st.integers(0, len(text) - 1))
    span = Span(first, data.draw(st.integers(first + 1, len(text))))
    found = Correction(lambda a, b: text[max(a, 0) : b], start, end, words).find(span)
    is_apart = span.end <= start or span.start >= end

    assert found.span is None or found.span.end <= len(new)
    if is_apart and found.how in {"exact", "moved"} and len(found.span) == len(span):
        assert new[found.span.start : found.span.end] == text[span.start : span.end]
