# SPDX-License-Identifier: GPL-3.0-or-later
"""Listed places are found behind their proclitics, vocalised or not, and doubtful ones only where a word says so."""

import pytest

PLACES = [
    ("في كل من ماليزيا والهند وباكستان والجزائر", ["ماليزيا", "الهند", "باكستان", "الجزائر"]),
    ("وجمهورية أذربيجان تستضيف", ["جمهورية أذربيجان"]),
    ("وفد الجمهورية الإسلامية الإيرانية هناك", ["الجمهورية الإسلامية الإيرانية"]),
    ("عاد إلى القاهرة ثم بالقاهرة", ["القاهرة", "القاهرة"]),
    ("في مدينة باكو بمشاركة واسعة", ["باكو"]),
    ("من دَولةِ قَطَرَ إلى لُبْنَانَ", ["قَطَرَ", "لُبْنَانَ"]),
    ("مصنع الورق في بلدة منصورة القديمة", ["منصورة"]),
    ("على ضفاف نهر النيل", ["نهر النيل"]),
    ("في الشرق الأوسط وأفريقيا", ["الشرق الأوسط", "أفريقيا"]),
    ("الولايات المتحدة وبريطانيا", ["الولايات المتحدة", "بريطانيا"]),
]
NO_PLACES = [
    "المسؤولون الإيرانيون في الاجتماع",
    "صور قديمة على الجدار",
    "لديها فائض مالي ضخم",
    "لأول مرة منذ أعوام",
    "الأسواق الإقليمية والعالمية",
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_place_is_found_without_its_proclitic(quotes, text, expected):
    assert quotes(text, "place") == expected


@pytest.mark.parametrize("text", NO_PLACES)
def test_adjectives_and_common_words_are_no_places(quotes, text):
    assert quotes(text, "place") == []


def test_country_behind_a_proclitic_is_found_though_the_whole_looks_like_a_word(quotes):
    assert quotes("أقيمت بقطر مباريات كثيرة", "place") == ["قطر"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("They met in Germany on Monday", "Germany"),
        ("Ils sont arrivés en Allemagne hier", "Allemagne"),
        ("در فرانسه زندگی می‌کند", "فرانسه"),
        ("وہ جرمنی گیا", "جرمنی"),
    ],
)
def test_countries_are_found_in_other_languages(quotes, text, quote):
    assert quotes(text, "place") == [quote]


def test_a_country_in_small_latin_letters_is_another_word(quotes):
    assert quotes("a turkey and some china", "place") == []
