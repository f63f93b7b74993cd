# SPDX-License-Identifier: GPL-3.0-or-later
"""The text as a whole: surnames alone after the full name, acronyms after they were explained."""

from reader.recognisers import recognise


def test_surname_alone_is_found_after_the_full_name(quotes):
    text = "قالت الدكتورة سلمى الوزاني ذلك.\nوأضافت الوزاني أن العمل مستمر، وللوزاني كتاب."
    assert quotes(text, "person") == ["سلمى الوزاني", "الوزاني", "لوزاني"]


def test_surname_alone_is_not_found_without_the_full_name(quotes):
    assert quotes("وأضاف درويش أن العمل مستمر.", "person") == []


def test_reason_of_a_surname_names_the_person():
    found = [each for each in recognise("كتبه ياسين المرابط.\nوقال المرابط ذلك.") if each.tag_id == "person"]
    assert found[-1].reason == "surname of “ياسين المرابط”"


def test_acronym_stands_for_the_body_it_was_explained_by(quotes):
    text = "الاتحاد الدولي للاتصالات (ITU) ينظم اللقاء.\nوقال ITU إن الدعوة عامة."
    assert quotes(text, "organisation") == ["الاتحاد الدولي للاتصالات", "ITU", "ITU"]


def test_reason_of_an_acronym_names_the_body_without_what_stands_before_it():
    found = [each.reason for each in recognise("الأمينة العامة للاتحاد الدولي للاتصالات (ITU)") if each.quote == "ITU"]
    assert found == ["short for “الاتحاد الدولي للاتصالات”"]


def test_acronym_of_an_event_is_an_event(quotes):
    text = "المؤتمر العالمي لتنمية الاتصالات 2025 (WTDC-25) انطلق.\nويختتم WTDC-25 غداً."
    assert quotes(text, "event") == ["المؤتمر العالمي لتنمية الاتصالات 2025", "WTDC-25", "WTDC-25"]


def test_unexplained_capitals_are_left_alone(quotes):
    assert quotes("تقنية HTR تقرأ الخط", "organisation") == []


def test_common_word_does_not_become_a_surname(quotes):
    text = "زار عبد الله المدينة.\nالحمد لله على ذلك."
    assert quotes(text, "person") == ["عبد الله"]
