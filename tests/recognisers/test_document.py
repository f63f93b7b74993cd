# SPDX-License-Identifier: GPL-3.0-or-later
"""The text as a whole: surnames alone, short forms, offices; all mentions of a thing are grouped under one name."""

import pytest

from reader.recognisers import DocumentRecogniser, Knowledge, recognise
from reader.text.arabic import WITHOUT_MARKS

RULES = Knowledge(tagger=None)
ARTICLE = (
    "قال وزير الاتصالات الدكتور سيد ستار هاشمي إن العمل مستمر.\n"
    "وزار هاشمي مدينة باكو أمس، ثم التقى الوزير ضيوفه.\n"
    "وأكد ستار هاشمي أن وزير الاتصالات يعود غدا."
)
KINDS = {
    "plain": "كتبه الدكتور ياسين المرابط هنا.\nوقال المرابط ذلك.",
    "vocalised": "كَتَبَهُ الدُّكْتُورُ يَاسِينُ المُرَابِطُ هُنَا.\nوَقَالَ المُرَابِطُ ذٰلِكَ.",
    "mixed": "WTDC-25: كتبه الدكتور ياسين المرابط (Rabat).\nوقال المرابط: ok.",
    "astral": "😀 كتبه الدكتور ياسين المرابط 👩‍🚀.\n😀😀 وقال المرابط ذلك 𞸀.",
}


def letters(quote):
    return quote.translate(WITHOUT_MARKS)


def entities(text, tag):
    """``(quote, entity)`` of what is suggested with the tag by lists and rules."""
    return [(each.quote, each.entity) for each in recognise(text, RULES) if each.tag_id == tag]


def test_surname_alone_is_found_after_the_full_name(quotes):
    text = "قالت الدكتورة سلمى الوزاني ذلك.\nوأضافت الوزاني أن العمل مستمر، وللوزاني كتاب."
    assert quotes(text, "person") == ["سلمى الوزاني", "الوزاني", "لوزاني"]


def test_surname_alone_is_not_found_without_the_full_name(quotes):
    assert quotes("وأضاف المرابط أن العمل مستمر.", "person") == []


def test_reason_of_a_surname_names_the_person():
    found = [each for each in recognise("كتبه ياسين المرابط.\nوقال المرابط ذلك.", RULES) if each.tag_id == "person"]
    assert found[-1].reason == "surname of “ياسين المرابط”"


@pytest.mark.parametrize("kind", KINDS)
def test_mentions_of_a_person_have_one_entity_in_every_kind_of_text(kind):
    found = [each for each in recognise(KINDS[kind], RULES) if each.tag_id == "person"]
    assert [letters(each.quote) for each in found] == ["ياسين المرابط", "المرابط"]
    assert {letters(each.entity) for each in found} == {"ياسين المرابط"}
    assert [each.quote for each in found] == [KINDS[kind][each.span.start : each.span.end] for each in found]


def test_the_minister_of_an_article_is_one_entry_with_all_his_names():
    people = {entity for _, entity in entities(ARTICLE, "person")}
    assert people == {"سيد ستار هاشمي"}


def test_the_ministers_offices_are_his():
    expected = [("وزير الاتصالات", "سيد ستار هاشمي"), ("الدكتور", "سيد ستار هاشمي"), ("الوزير", "سيد ستار هاشمي")]
    assert entities(ARTICLE, "role") == [*expected, ("وزير الاتصالات", "سيد ستار هاشمي")]


def test_an_office_behind_a_comma_belongs_to_the_person_before():
    text = "قال ياسين المرابط، مدير المكتبة، إن العمل مستمر."
    assert entities(text, "role") == [("مدير المكتبة", "ياسين المرابط")]


def test_an_office_that_two_people_hold_is_nobodys():
    text = "التقى الوزير ياسين المرابط الوزير مراد بلقاسم.\nثم خرج الوزير مسرعا."
    assert ("الوزير", "ياسين المرابط") not in entities(text.split("\n")[1], "role")
    assert len([quote for quote, _ in entities(text, "role")]) == 2


def test_two_people_with_one_surname_stay_two():
    text = "حضر ياسين المرابط ومعه ليلى المرابط.\nثم قال المرابط كلمة."
    named = entities(text, "person")
    assert named[:2] == [("ياسين المرابط", "ياسين المرابط"), ("ليلى المرابط", "ليلى المرابط")]
    assert named[2] == ("المرابط", "المرابط")


def test_a_longer_form_of_a_name_is_the_same_person():
    text = "حضر عبد الرحمن بن خالد السامرائي أمس.\nوقال عبد الرحمن السامرائي كلمة."
    assert {entity for _, entity in entities(text, "person")} == {"عبد الرحمن بن خالد السامرائي"}


def test_acronym_stands_for_the_body_it_was_explained_by(quotes):
    text = "الاتحاد الدولي للاتصالات (ITU) ينظم اللقاء.\nوقال ITU إن الدعوة عامة."
    assert quotes(text, "organisation") == ["الاتحاد الدولي للاتصالات", "ITU", "ITU"]
    assert {entity for _, entity in entities(text, "organisation")} == {"الاتحاد الدولي للاتصالات"}


def test_acronym_before_the_name_in_brackets_stands_for_it_too():
    text = "ينظم ITU (الاتحاد الدولي للاتصالات) اللقاء.\nوقال ITU إن الدعوة عامة."
    named = entities(text, "organisation")
    assert named == [(quote, "الاتحاد الدولي للاتصالات") for quote in ("ITU", "الاتحاد الدولي للاتصالات", "ITU")]


def test_foreign_name_in_brackets_is_another_name_of_the_thing():
    text = "حضر ياسين المرابط (Yassine Murabit) اللقاء.\nوكتب Yassine Murabit مقالا."
    assert entities(text, "person") == [
        (quote, "ياسين المرابط") for quote in ("ياسين المرابط", "Yassine Murabit", "Yassine Murabit")
    ]


def test_reason_of_an_acronym_names_the_body_without_what_stands_before_it():
    text = "الأمينة العامة للاتحاد الدولي للاتصالات (ITU)"
    found = [each.reason for each in recognise(text, RULES) if each.quote == "ITU"]
    assert found == ["short for “الاتحاد الدولي للاتصالات”"]


def test_acronym_of_an_event_is_an_event(quotes):
    text = "المؤتمر العالمي لتنمية الاتصالات 2025 (WTDC-25) انطلق.\nويختتم WTDC-25 غداً."
    assert quotes(text, "event") == ["المؤتمر العالمي لتنمية الاتصالات 2025", "WTDC-25", "WTDC-25"]


def test_an_event_called_by_its_acronym_is_the_same_event():
    text = "المؤتمر العالمي لتنمية الاتصالات 2025 (WTDC-25) انطلق.\nويختتم مؤتمر WTDC-25 غداً."
    assert {entity for _, entity in entities(text, "event")} == {"المؤتمر العالمي لتنمية الاتصالات 2025"}


def test_a_body_is_meant_by_the_first_word_of_its_name():
    text = "عقدت جامعة القاهرة مؤتمرا.\nوقالت الجامعة إن الدعوة عامة."
    assert entities(text, "organisation") == [("جامعة القاهرة", "جامعة القاهرة"), ("الجامعة", "جامعة القاهرة")]


def test_the_first_word_of_two_bodies_means_neither():
    text = "عقدت جامعة القاهرة وجامعة دمشق مؤتمرا.\nوقالت الجامعة إن الدعوة عامة."
    assert [quote for quote, _ in entities(text, "organisation")] == ["جامعة القاهرة", "جامعة دمشق"]


def test_the_first_word_before_the_name_means_nothing_yet():
    text = "قالت الجامعة إن الدعوة عامة.\nثم عقدت جامعة القاهرة مؤتمرا."
    assert [quote for quote, _ in entities(text, "organisation")] == ["جامعة القاهرة"]


def test_spellings_of_a_place_are_one_place():
    text = "سافر إلى هونغ كونغ ثم عاد من هونج كونج، وزار المملكة العربية السعودية ثم السعودية."
    assert len({entity for _, entity in entities(text, "place")}) == 2


def test_places_that_sound_alike_stay_two():
    text = "سافر إلى كولومبيا ثم كولومبو، وعاد من السودان إلى سيدني."
    found = entities(text, "place")
    assert len({entity for _, entity in found}) == len(found)


def test_unexplained_capitals_are_left_alone(quotes):
    assert quotes("تقنية HTR تقرأ الخط", "organisation") == []


def test_common_word_does_not_become_a_surname(quotes):
    text = "زار عبد الله المدينة.\nالحمد لله على ذلك."
    assert quotes(text, "person") == ["عبد الله"]


def test_what_was_named_is_known_in_the_chunks_behind():
    recogniser = DocumentRecogniser(RULES)
    recogniser.read("قال وزير الاتصالات ياسين المرابط للاتحاد الدولي للاتصالات (ITU) كلمة.\n")
    found = {each.quote: each.entity for each in recogniser.read("ثم رد المرابط على ITU وخرج الوزير.")}
    body, person = "الاتحاد الدولي للاتصالات", "ياسين المرابط"
    assert found == {"المرابط": person, "ITU": body, "الوزير": person}


def test_a_name_once_given_to_mentions_stays_when_a_fuller_one_comes_later():
    recogniser = DocumentRecogniser(RULES)
    recogniser.read("قال الدكتور ياسين المرابط كلمة.\n")
    found = recogniser.read("ثم عاد الدكتور ياسين بن خالد المرابط إلى بيته.")
    assert [each.entity for each in found if each.tag_id == "person"] == ["ياسين المرابط"]


def test_dates_and_quantities_stand_for_no_entity():
    found = recognise("وصل في 5 مايو 2020 مع 40 وزيرا.", RULES)
    assert {each.entity for each in found} == {""}
