# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's own names: found folded and behind proclitics, the longest first, before whatever else is found."""

import time

import pytest

from reader.model.ids import TagId
from reader.recognisers import Knowledge, recognise
from reader.recognisers.knowledge import KnownName
from reader.text.arabic import WITHOUT_MARKS

KINDS = {
    "plain": ("زار شولان بورتا أمس", "شولان بورتا"),
    "vocalised": ("زَارَ شُولَانَ بُورْتَا أَمْسِ", "شُولَانَ بُورْتَا"),
    "mixed": ("ITU (Baku) في شولان بورتا: ok", "شولان بورتا"),
    "astral": ("😀 في شولان بورتا 𞸀", "شولان بورتا"),
}


def knowing(*names, tag="place"):
    known = tuple(KnownName(name=name, tag_id=TagId(tag), entity="") for name in names)
    return Knowledge(tagger=None, names=known)


def own(text, knowledge):
    return [each.quote for each in recognise(text, knowledge) if each.source == "registry"]


@pytest.mark.parametrize("kind", KINDS)
def test_name_is_found_in_every_kind_of_text(kind):
    text, quote = KINDS[kind]
    (found,) = [each for each in recognise(text, knowing("شولان بورتا")) if each.source == "registry"]
    assert (found.quote, text[found.span.start : found.span.end]) == (quote, quote)
    assert (found.tag_id, found.entity, found.reason) == ("place", "شولان بورتا", "in your lists")


@pytest.mark.parametrize("before", ["و", "ف", "ب", "ل", "ك", "وب", "ول", "فل"])
def test_proclitics_stay_outside(before):
    assert own(f"ثم {before}شولان بورتا هناك", knowing("شولان بورتا")) == ["شولان بورتا"]


def test_article_behind_lam_belongs_to_the_name():
    assert own("ثم ذهب للشولان مسرعا", knowing("الشولان")) == ["لشولان"]


def test_spelling_is_folded():
    assert own("سافر إلى إسطمبوله أمس", knowing("اسطمبولة")) == ["إسطمبوله"]


def test_the_longest_name_is_found():
    assert own("في شولان بورتا الكبرى", knowing("شولان", "شولان بورتا", "شولان بورتا الكبرى")) == ["شولان بورتا الكبرى"]


def test_own_names_go_before_listed_and_longer_ones():
    text = "قالت جامعة القاهرة كلمة"
    found = [(each.quote, each.tag_id) for each in recognise(text, knowing("القاهرة", tag="work"))]
    assert ("القاهرة", "work") in found
    assert ("القاهرة", "place") not in found


def test_a_name_inside_an_office_leaves_the_office():
    text = "وصل وزير الثقافة الليبي اليوم"
    found = {(each.quote, each.tag_id) for each in recognise(text, knowing("الثقافة", tag="organisation"))}
    assert ("الثقافة", "organisation") in found
    assert ("وزير الثقافة الليبي", "role") in found


def test_a_tag_of_the_users_own_may_be_given():
    (found,) = [each for each in recognise("قرأ ورش القرآن", knowing("ورش", tag="reciter-7")) if each.quote == "ورش"]
    assert found.tag_id == "reciter-7"


def test_a_short_name_is_not_cut_out_of_another_word():
    assert own("لمع برق هناك", knowing("رق")) == []


def test_capitals_are_not_found_in_small_letters():
    assert own("قال WHO و who معا", knowing("WHO", tag="organisation")) == ["WHO"]


def test_surname_of_an_own_name_is_grouped_with_it():
    knowledge = knowing("ياسين المرابط", tag="person")
    found = recognise("كتب ياسين المرابط كتابا.\nوقال المرابط ذلك.", knowledge)
    assert {each.entity for each in found if each.tag_id == "person"} == {"ياسين المرابط"}


def test_names_without_a_letter_and_empty_ones_are_left_out():
    assert own("... – ، نص", knowing("", " ", "...", "،")) == []


def test_a_hundred_thousand_names_cost_no_more_than_one():
    text = "زار شولان بورتا المدينة ثم عاد إلى بيته. " * 400
    many = knowing(*(f"شولان اسم{number}" for number in range(100_000)), "شولان بورتا")
    recognise("نص", many)
    assert seconds(text, many) < seconds(text, knowing("شولان بورتا")) * 4 + 0.05
    assert len(own(text, many)) == 400


def seconds(text, knowledge):
    best = 60.0
    for _ in range(3):
        started = time.perf_counter()
        recognise(text, knowledge)
        best = min(best, time.perf_counter() - started)
    return best


def test_quotes_of_own_names_carry_no_marks_into_the_entity():
    (found,) = [each for each in recognise("في شُولَانَ", knowing("شولان")) if each.source == "registry"]
    assert found.quote.translate(WITHOUT_MARKS) == found.entity == "شولان"
