# SPDX-License-Identifier: GPL-3.0-or-later
"""A quotation is found again where it went, and never silently where it did not."""

import random

import pytest
from any_text import texts_with_span
from builders import span_of
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.errors import SpanOutsideText
from reader.text.anchor import CONTEXT, Found, Revision, Selector, find_again, select
from reader.text.spans import Span

ARTICLE = (
    "أكد وزير الاتصالات، الدكتور ستار هاشمي، أهمية مشاركة الوفد في المؤتمر العالمي المنعقد في باكو.\n"
    "\n"
    "وقال الوزير إن المؤتمر قد انطلق في مدينة باكو بمشاركة أكثر من 150 دولة، وإنه من أبرز الفعاليات.\n"
    "\n"
    "وأضاف الدكتور هاشمي أن برنامج الوفد يتضمن لقاءات مع عشرة وزراء من دول مختلفة (WTDC-25).\n"
)


def selector_of(phrase, occurrence=1, text=ARTICLE):
    return select(text, span_of(text, phrase, occurrence))


def found_text(found, text):
    return found.span and text[found.span.start : found.span.end]


@given(texts_with_span())
def test_a_selector_holds_the_quotation_and_its_surroundings(case):
    text, start, end = case
    selector = select(text, Span(start, end))

    assert text.startswith(selector.prefix + selector.quote + selector.suffix, start - len(selector.prefix))
    assert len(selector.prefix) == min(CONTEXT, start)
    assert len(selector.suffix) == min(CONTEXT, len(text) - end)
    assert selector.span == Span(start, end)


def test_a_span_outside_the_text_is_refused():
    with pytest.raises(SpanOutsideText):
        select("باكو", Span(2, 5))


@given(texts_with_span())
def test_in_the_same_text_every_span_is_found_exactly(case):
    text, start, end = case
    selector = select(text, Span(start, end))

    assert find_again(selector, text) == Found(span=Span(start, end), how="exact")
    assert find_again(selector, text, text) == Found(span=Span(start, end), how="exact")


def test_a_sentence_put_in_front_moves_the_quotation():
    changed = "عاجل: خبر جديد.\n" + ARTICLE

    for old in (None, ARTICLE):
        found = find_again(selector_of("باكو", 2), changed, old)
        assert found == Found(span=span_of(changed, "باكو", 2), how="moved")


def test_a_change_behind_the_quotation_leaves_it_exact():
    changed = ARTICLE + "والخاتمة."

    assert find_again(selector_of("باكو", 2), changed).how == "exact"
    assert find_again(selector_of("باكو", 2), changed, ARTICLE).how == "exact"


def test_a_changed_neighbour_is_no_doubt_when_the_old_text_is_known():
    changed = ARTICLE.replace("مدينة باكو", "العاصمة باكو")

    assert find_again(selector_of("باكو", 2), changed, ARTICLE) == Found(span=span_of(changed, "باكو", 2), how="moved")
    assert find_again(selector_of("باكو", 2), changed).how == "doubtful"
    assert find_again(selector_of("باكو", 2), changed).span == span_of(changed, "باكو", 2)


def test_vowels_added_to_a_text_do_not_lose_the_quotation():
    changed = ARTICLE.replace("أكد وزير الاتصالات", "أَكَّدَ وَزِيرُ الاتِّصالاتِ")

    for old in (None, ARTICLE):
        found = find_again(selector_of("وزير الاتصالات"), changed, old)
        assert (found.how, found_text(found, changed)) == ("moved", "وَزِيرُ الاتِّصالاتِ")


def test_a_paragraph_cut_and_pasted_elsewhere_keeps_its_quotation():
    first, second, third = ARTICLE.strip().split("\n\n")
    changed = "\n\n".join([second, third, first]) + "\n"

    found = find_again(selector_of("مدينة باكو"), changed, ARTICLE)

    assert found == Found(span=span_of(changed, "مدينة باكو"), how="moved")


def test_a_rewritten_quotation_is_doubtful_and_its_place_is_shown():
    changed = ARTICLE.replace("الدكتور ستار هاشمي", "السيد ستار الهاشمي")

    found = find_again(selector_of("الدكتور ستار هاشمي"), changed, ARTICLE)
    assert (found.how, found_text(found, changed)) == ("doubtful", "السيد ستار الهاشمي")
    assert find_again(selector_of("الدكتور ستار هاشمي"), changed).how == "doubtful"


def test_a_deleted_sentence_does_not_lend_its_quotation_to_another():
    changed = ARTICLE[ARTICLE.index("وقال الوزير") :]

    assert find_again(selector_of("باكو", 1), changed, ARTICLE).how in ("doubtful", "lost")
    assert find_again(selector_of("باكو", 1), changed).how in ("doubtful", "lost")


def test_of_two_equal_passages_the_surviving_one_is_doubtful():
    passage = "وتمّ توقيع الاتفاق في مدينة باكو بحضور الوزراء والسفراء وممثلي الشركات."
    old = f"{passage}\nفاصل طويل بين الفقرتين.\n{passage}\n"
    changed = f"فاصل طويل بين الفقرتين.\n{passage}\n"

    found = find_again(select(old, span_of(old, "باكو", 1)), changed, old)

    assert found.how in ("doubtful", "lost")


def test_nothing_like_the_quotation_is_lost():
    assert find_again(selector_of("هاشمي"), "نص آخر لا علاقة له بشيء.") == Found(span=None, how="lost")
    assert find_again(selector_of("هاشمي"), "", ARTICLE) == Found(span=None, how="lost")


def test_a_word_that_stands_once_in_an_unknown_text_is_doubtful():
    found = find_again(selector_of("هاشمي"), "زار هاشمي المدينة.")

    assert found == Found(span=Span(4, 9), how="doubtful")


def test_a_word_without_surroundings_proves_nothing_elsewhere():
    found = find_again(select("باكو", Span(0, 4)), "زار باكو")

    assert found == Found(span=Span(4, 8), how="doubtful")


def test_of_two_places_with_the_same_surroundings_the_nearer_one_is_doubtful():
    doubled = "مقدمة.\n" + ARTICLE + ARTICLE

    found = find_again(selector_of("مدينة باكو"), doubled)

    assert found == Found(span=span_of(doubled, "مدينة باكو"), how="doubtful")


def test_a_common_word_in_an_unknown_text_is_lost():
    assert find_again(selector_of("في"), "زار في يوم ثم عاد في ليل ومضى في صبح").how == "lost"


def test_a_common_word_between_changed_neighbours_is_doubtful():
    old, new = "سعيد قال شيئاً. عمر قال غيره.", "زينب قال أشياء. عمر قال غيره."

    assert find_again(select(old, span_of(old, "قال")), new, old) == Found(span=span_of(new, "قال"), how="doubtful")


def test_a_selector_of_another_text_is_searched_by_its_surroundings():
    other = Selector(quote="باكو", prefix="قد انطلق في مدينة ", suffix=" بمشاركة أكثر من", start=3)

    assert find_again(other, ARTICLE, ARTICLE) == Found(span=span_of(ARTICLE, "باكو", 2), how="moved")


@pytest.mark.parametrize("letters", ["ا", "اب", " "])
def test_a_text_of_one_letter_is_no_trap(letters):
    old = letters * 300
    found = find_again(select(old, Span(150, 152)), letters * 200)

    assert found.how == "doubtful" or found.span == Span(150, 152)


@st.composite
def revisions(draw):
    """``(old, new, span, place)``: words that all differ, one edit beside the span, and where the span must be now."""
    words = [f"كلمة{number}" for number in range(draw(st.integers(3, 40)))]
    separators = draw(st.lists(st.sampled_from([" ", "، ", ".\n", "\u00a0"]), min_size=len(words), max_size=len(words)))
    old = "".join(word + separator for word, separator in zip(words, separators, strict=True))
    chosen = span_of(old, draw(st.sampled_from(words)))
    outside = [*range(chosen.start + 1), *range(chosen.end, len(old) + 1)]
    start = draw(st.sampled_from(outside))
    limit = chosen.start if start <= chosen.start else len(old)
    end = draw(st.integers(start, min(limit, start + 30)))
    inserted = draw(st.sampled_from(["", "جديد ", "\n", "كلمة3 ", "ب", "😀"]))
    shift = len(inserted) - (end - start) if start <= chosen.start else 0
    return old, old[:start] + inserted + old[end:], chosen, chosen.shifted(shift)


@given(revisions())
def test_with_the_old_text_an_edit_outside_never_leads_to_a_wrong_place(revision):
    old, new, span, place = revision
    found = find_again(select(old, span), new, old)

    assert found.span == place or found.how in ("doubtful", "lost")


@given(revisions())
def test_without_the_old_text_an_edit_outside_never_leads_to_a_wrong_place(revision):
    old, new, span, place = revision
    quote = old[span.start : span.end]
    assume(f"{quote} {quote}" not in new)  # of a doubled word nobody can tell which one is new
    found = find_again(select(old, span), new)

    assert found.span == place or found.how in ("doubtful", "lost")


@given(revisions())
def test_an_edit_well_away_is_no_doubt(revision):
    old, new, span, place = revision
    around = old[max(0, span.start - CONTEXT) : span.end + CONTEXT]
    is_untouched = new[max(0, place.start - CONTEXT) : place.end + CONTEXT] == around and len(around) >= 40

    assert not is_untouched or find_again(select(old, span), new, old).how in ("exact", "moved")


def test_many_edits_of_an_article_mislead_no_word():
    """Every edit is tracked, so that the true place of each word that survived is known."""
    chance = random.Random(11)
    places = list(range(len(ARTICLE)))
    changed = list(ARTICLE)
    for _ in range(12):
        at = chance.randrange(len(changed))
        gone = chance.choice([0, 1, 6])
        put = chance.choice(["", "كلمة ", "\n"])
        changed[at : at + gone] = put
        places[at : at + gone] = [-1] * len(put)
    new = "".join(changed)
    revision = Revision(ARTICLE, new)
    spans = [span_of(ARTICLE, word) for word in set(ARTICLE.split()) if ARTICLE.count(word) == 1]
    certain = [
        (span, found) for span in spans if (found := revision.find(select(ARTICLE, span))).how in ("exact", "moved")
    ]

    assert len(certain) > len(spans) / 2
    assert all(
        places[found.span.start : found.span.end] == list(range(span.start, span.end)) for span, found in certain
    )


def test_selectors_work_on_each_kind_of_text(any_text):
    word = any_text.split()[2]
    moved = "مقدمة جديدة.\n" + any_text

    found = find_again(select(any_text, span_of(any_text, word)), moved, any_text)

    assert found == Found(span=span_of(moved, word), how="moved")
