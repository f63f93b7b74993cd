# SPDX-License-Identifier: GPL-3.0-or-later
"""Text in visual order or presentation forms is recognised without false alarms and put right exactly."""

from __future__ import annotations

import pytest
from any_text import unpaired_texts
from arabic_reshaper import ArabicReshaper
from articles_for_pdf import ARTICLES, truth_of
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from reader.text.presentation_forms import has_forms, letters_of, spelt
from reader.text.reordering import Reordering, reordering_of
from reader.text.repair import Finding, Order, examined, repaired
from reader.text.spans import Span

_RESHAPER = ArabicReshaper({"delete_harakat": False})

SOUND = {
    "persian": "این کتاب برای کسانی است که می‌خواهند زبان را یاد بگیرند. از آن‌ها خواسته شده که هر روز بخوانند.",
    "urdu": "یہ کتاب ان لوگوں کے لیے ہے جو زبان سیکھنا چاہتے ہیں۔ میں نے اسے کل پڑھا اور نہیں سمجھا۔",
    "poem": "أَلَا لَيْتَ الشَّبَابَ يَعُودُ يَوْمًا\nفَأُخْبِرَهُ بِمَا فَعَلَ المَشِيبُ",
    "numbers": "١٢\t٣٤٥\t٦٧\n89\t1,200\t٤٥\nالحي\t12,400\t139",
    "mixed": "WTDC-25 في باكو\nThe word كتاب means book (في العربية).\nHTML و CSS: قال (لا) ثم 40%.",
    "one sign": "قال رسول الله ﷺ إنما الأعمال بالنيات، والله ﷻ أعلم. ﷽",
    "english": "Nothing Arabic is here.",
    "empty": "",
    "letters shown": "حرف اللام له أشكال: ﻟ ﻠ ﻞ",
}


def _drawn(text: str, *, shaped: bool) -> str:
    lines = text.split("\n")
    return "\n".join(get_display(_RESHAPER.reshape(line) if shaped else line, base_dir="R") for line in lines)


@pytest.mark.parametrize("kind", SOUND)
def test_a_sound_text_raises_no_alarm_and_stays_as_it_is(kind: str) -> None:
    text = SOUND[kind]
    assert examined(text).is_sound
    assert repaired(text, examined(text)).text == text


@pytest.mark.parametrize("article", ARTICLES)
def test_our_articles_raise_no_alarm(article: str) -> None:
    assert examined(truth_of(ARTICLES[article])).is_sound


@pytest.mark.parametrize("article", ARTICLES)
def test_lines_drawn_from_the_left_are_put_in_reading_order(article: str) -> None:
    truth = truth_of(ARTICLES[article])
    drawn = _drawn(truth, shaped=False)
    assert examined(drawn).order is Order.LINES
    assert repaired(drawn, examined(drawn)).text == truth


@pytest.mark.parametrize("article", ["news", "vocalised"])
def test_shapes_drawn_from_the_left_become_letters_in_reading_order(article: str) -> None:
    truth = truth_of(ARTICLES[article])
    drawn = _drawn(truth, shaped=True)
    found = examined(drawn)
    assert (found.order, found.forms > 100) == (Order.LINES, True)
    assert repaired(drawn, found).text == truth


def test_shapes_in_reading_order_become_letters_alone() -> None:
    truth = truth_of(ARTICLES["news"])
    shaped = "\n".join(_RESHAPER.reshape(line) for line in truth.split("\n"))
    assert examined(shaped).order is Order.LOGICAL
    assert repaired(shaped, examined(shaped)).text == truth


def test_mirrored_brackets_of_older_programs_are_turned_back() -> None:
    truth = truth_of(ARTICLES["news"])
    table = str.maketrans("()«»", ")(»«")
    drawn = _drawn(truth, shaped=False).translate(table)
    assert repaired(drawn, examined(drawn)).text == truth


def test_words_turned_in_their_places_are_turned_back() -> None:
    truth = "قال الوزير إن الحكومة تعمل على تطوير المدارس في كل مدينة.\nوأضاف أن الخطة كانت جاهزة منذ عام على الأقل."
    turned = "\n".join(" ".join(word[::-1] for word in line.split(" ")) for line in truth.split("\n"))
    turned = turned.replace(".ةنيدم", "ةنيدم.").replace(".لقألا", "لقألا.")
    found = examined(turned)
    assert found.order is Order.WORDS
    assert repaired(turned, found).text.replace(".", "") == truth.replace(".", "")


def test_a_mark_drawn_behind_its_letter_returns_behind_it() -> None:
    truth = truth_of(ARTICLES["vocalised"]).split("\n")[1]
    drawn = _kept_behind(truth)[::-1]
    found = examined(drawn)
    assert found.marks_first
    assert repaired(drawn, found).text == truth


def _kept_behind(text: str) -> str:
    """The text as drawn by programs that keep marks behind their letters, read from the right."""
    import re

    return re.sub("(.)([\u064b-\u0652]+)", lambda found: found[2][::-1] + found[1], text)


def test_a_line_in_reading_order_stays_among_lines_that_are_not() -> None:
    truth = truth_of(ARTICLES["news"])
    sound = "هذا السطر كان في الكتاب على الصورة التي كتبت بها"
    text = f"{_drawn(truth, shaped=False)}\n{sound}"
    assert repaired(text, examined(text)).text.endswith(sound)


def test_only_arabic_forms_are_spelt_and_words_in_one_sign_on_request() -> None:
    text = "ﬁ ① ﻻ ﷲ ﷺ ﹶ ﹷ Ⅳ"
    assert spelt(text)[0] == "ﬁ ① لا ﷲ ﷺ َ َ Ⅳ"
    assert spelt(text, words_too=True)[0].startswith("ﬁ ① لا الله صلى الله عليه وسلم")
    assert not has_forms("ﷲ ﷺ ﴾﴿")


def test_every_form_stands_for_letters_outside_the_form_blocks() -> None:
    forms = [chr(code) for code in (*range(0xFB50, 0xFBB2), *range(0xFBD3, 0xFD3E), *range(0xFE70, 0xFEFD))]
    assert [form for form in forms if has_forms(form) and (not letters_of(form) or has_forms(letters_of(form)))] == []


def test_each_character_of_a_repaired_text_has_its_place_in_what_was_there() -> None:
    truth = "\U0001f600 كِتَابٌ عن MARC 21 (الإصدار 4.3) في \U00010400 سنة ١٩٨٥\n" + truth_of(ARTICLES["vocalised"])
    drawn = _drawn(truth, shaped=False)
    made = repaired(drawn, examined(drawn))
    sources = [made.map.source_spans(Span(at, at + 1))[0] for at in range(len(made.text))]
    assert [drawn[span.start] for span in sources] == list(made.text)
    assert [made.map.derived_spans(span) for span in sources] == [[Span(at, at + 1)] for at in range(len(made.text))]


def test_a_spelt_ligature_answers_for_all_its_letters() -> None:
    text, there = spelt("قال \ufefb \U0001f600 \ufdf2", words_too=True)
    assert text == "قال لا \U0001f600 الله"
    assert there.source_spans(Span(5, 6)) == [Span(4, 5)]
    assert there.derived_spans(Span(4, 5)) == [Span(4, 6)]
    assert there.derived_spans(Span(8, 9)) == [Span(9, 13)]


@given(st.permutations(range(12)), st.integers(0, 11), st.integers(1, 12))
def test_spans_of_any_reordering_cover_the_same_characters_both_ways(order: list[int], start: int, length: int) -> None:
    there = reordering_of(order)
    end = min(start + length, 12)
    offsets = {at for span in there.source_spans(Span(start, end)) for at in range(span.start, span.end)}
    assert offsets == set(order[start:end])
    back = {at for span in there.derived_spans(Span(start, end)) for at in range(span.start, span.end)}
    assert back == {at for at, source in enumerate(order) if start <= source < end}


@given(unpaired_texts, st.sampled_from(Order), st.booleans(), st.booleans())
def test_repairing_loses_no_character_of_any_text(text: str, order: Order, marks: bool, brackets: bool) -> None:
    finding = Finding(order=order, marks_first=marks, brackets_mirrored=brackets)
    made = repaired(text, finding)
    assert len(made.text) == len(text)
    assert sorted(made.text.translate(_PLAIN)) == sorted(text.translate(_PLAIN))
    assert Reordering(made.map.rows()) == made.map


_PLAIN = str.maketrans("()[]{}<>«»‹›", "(([[{{<<««‹‹")


@pytest.mark.parametrize("word", ["كلام", "سلام", "طلاب", "مثلا", "أصلا"])
def test_one_word_on_every_line_is_no_sign_of_visual_order(word):
    assert examined(f"{word}\n" * 20).is_sound
