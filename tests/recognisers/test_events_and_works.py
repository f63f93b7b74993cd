# SPDX-License-Identifier: GPL-3.0-or-later
"""Named events end with their year or acronym; quoted titles and slogans are works; speech is neither."""

import pytest

EVENTS = [
    ("انطلق المؤتمر العالمي لتنمية الاتصالات 2025 في باكو", ["المؤتمر العالمي لتنمية الاتصالات 2025"]),
    ("المؤتمر الدولي لرقمنة المخطوطات 2026 (ICMD-26)، هنا", ["المؤتمر الدولي لرقمنة المخطوطات 2026", "ICMD-26"]),
    ("ويُعقد مؤتمر WTDC-25 قريباً", ["مؤتمر WTDC-25"]),
    ("خلال الحرب العالمية الثانية وبعدها", ["الحرب العالمية الثانية"]),
    ("فازوا بكأس العالم مرتين", ["كأس العالم"]),
    ("في كأس العالم 2022 بقطر", ["كأس العالم 2022"]),
    ("منذ معركة حطين تغيرت البلاد", ["معركة حطين"]),
    ("في قمة الدوحة الأخيرة", ["قمة الدوحة"]),
]
NO_EVENTS = [
    "يُشكّل هذا المؤتمر منصة رئيسية",
    "إن هذا المؤتمر مخصص لوضع خارطة",
    "جلسات المؤتمر الرئيسية كثيرة",
    "يوم مشمس وجميل",
    "بطولة كبيرة في الميدان",
]
WORKS = [
    ("قرأ كتاب «منازل الأنهار» كله", ["منازل الأنهار"]),
    ("تحت شعار «ورقٌ يُرى ونصٌّ يُقرأ»، بدأ", ["ورقٌ يُرى ونصٌّ يُقرأ"]),
    ("أطلقت برنامج «النهر المفتوح» أمس", ["النهر المفتوح"]),
    ("أصدرت روايتها الجديدة «ظل الرمان» أمس", ["ظل الرمان"]),
    ("شاهد فيلم “ليل الرمان” وحده", ["ليل الرمان"]),
]


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_event_is_found_with_its_year_or_acronym(quotes, text, expected):
    assert quotes(text, "event") == expected


@pytest.mark.parametrize("text", NO_EVENTS)
def test_common_noun_is_no_event(quotes, text):
    assert quotes(text, "event") == []


@pytest.mark.parametrize(("text", "expected"), WORKS)
def test_quoted_title_is_a_work(quotes, text, expected):
    assert quotes(text, "work") == expected


def test_short_quoted_expression_is_a_term(quotes):
    assert quotes("نهج «الدبلوماسية التكنولوجية» الذي تتبناه", "term") == ["الدبلوماسية التكنولوجية"]


def test_speech_is_neither_work_nor_term(quotes):
    text = "وقالت: «لسنا هنا لنودّع المخطوط». ثم أضافت: «نعم»."
    assert quotes(text, "work") + quotes(text, "term") == []
