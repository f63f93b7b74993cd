# SPDX-License-Identifier: GPL-3.0-or-later
"""What dates are and are not, beyond the forms of dates.tsv: reasons, impossible days, clitics, any kind of text."""

import pytest

from reader.recognisers import recognise

KINDS = {
    "plain": ("وصل في 26 نوفمبر 2025 إلى باكو", "26 نوفمبر 2025"),
    "vocalised": ("وَصَلَ فِي 26 نُوفَمْبِرَ 2025 إِلَى بَاكُو", "26 نُوفَمْبِرَ 2025"),
    "mixed": ("WTDC-25 يبدأ في 26 نوفمبر 2025 (Baku)", "26 نوفمبر 2025"),
    "astral": ("😀 في 26 نوفمبر 2025 𞸀", "26 نوفمبر 2025"),
}
NO_DATES = [
    "حضر 320 باحثاً من 41 دولة",
    "فاز الفريق 3-1 على ضيفه",
    "المادة 15 من القانون",
    "مارس الرياضة كل صباح",
    "اشترى 2000 كتاب",
    "الصفحة 1446 من الكتاب",
    "رقم الهاتف 0555-123456",
    "آب الغائب إلى داره",
    "بعد ثلاثة أيام من القتال",
    "هو في العشرينات من عمره",
    "من 1900 إلى 2000 دولار",
    "They may march on",
]
IMPOSSIBLE = ["31 فبراير 2024", "32/13/2024", "45 مارس 2020", "9999 هـ", "29/2/2023", "9999/99/99"]


@pytest.mark.parametrize("kind", KINDS)
def test_date_is_found_in_every_kind_of_text(values, kind):
    text, quote = KINDS[kind]
    assert values(text, "date") == [(quote, "2025-11-26")]


@pytest.mark.parametrize("text", NO_DATES)
def test_other_numbers_and_words_are_no_dates(quotes, text):
    assert quotes(text, "date") == []


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_an_impossible_day_is_no_date(quotes, text):
    assert text not in quotes(f"في {text} صدر", "date")


def test_proclitic_stays_outside(values):
    assert values("لنوفمبر 2025 خطة", "date") == [("نوفمبر 2025", "2025-11")]


def test_number_behind_a_comma_is_no_year(values):
    assert values("في 15 رمضان، 5 أشخاص حضروا", "date") == [("15 رمضان", "XXXX-09-15[u-ca=islamic-civil]")]


def test_two_days_without_a_word_for_both_are_two_dates(quotes):
    text = "وصل في 5 مايو 2020 و8 يونيو 2021 كذلك"
    assert quotes(text, "date") == ["5 مايو 2020", "8 يونيو 2021"]


def test_the_reason_says_what_kind_of_date_it_is():
    reasons = [each.reason for each in recognise("من 26 – 28 نوفمبر 2025، وفي صيف 2026، ومنذ أمس")]
    assert reasons == ["range of days", "season", "relative to the day of writing"]
