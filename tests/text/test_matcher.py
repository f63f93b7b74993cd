# SPDX-License-Identifier: GPL-3.0-or-later
"""A phrase is found in every dress it wears in a text, and the span covers the phrase alone."""

import itertools
import time

import pytest
from any_text import full_texts, texts, texts_with_span
from hypothesis import given

from reader.text.matcher import occurrences, occurrences_in
from reader.text.normalise import fold, folded


def found(text, phrase, **options):
    return [text[match.span.start : match.span.end] for match in occurrences(text, phrase, **options)]


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("مؤتمر", "مؤتمر", "مؤتمر"),
        ("والمؤتمر", "مؤتمر", "مؤتمر"),
        ("بِالمُؤتَمَرِ", "مؤتمر", "مُؤتَمَرِ"),
        ("للمؤتمر", "مؤتمر", "مؤتمر"),
        ("ولمؤتمر", "مؤتمر", "مؤتمر"),
        ("المـــؤتمر", "مؤتمر", "مـــؤتمر"),
        ("مؤتمر", "مُؤْتَمَر", "مؤتمر"),
        ("مؤتمرهم", "مؤتمر", "مؤتمر"),
        ("وبمؤتمراتنا", "مؤتمرات", "مؤتمرات"),
        ("وزيراً", "وزير", "وزيراً"),
        ("وزيرًا", "وزير", "وزيرًا"),
        ("جزءاً", "جزء", "جزءاً"),
        ("للمؤتمر", "المؤتمر", "لمؤتمر"),
        ("وبالمؤتمر", "المؤتمر", "المؤتمر"),
        ("للغة", "اللغة", "لغة"),
        ("للغة", "لغة", "لغة"),
        ("ولله", "الله", "له"),
        ("لألمانيا", "ألمانيا", "ألمانيا"),
        ("مدرستنا", "مدرسة", "مدرست"),
        ("مدرستي", "مدرسة", "مدرست"),
        ("مستواه", "مستوى", "مستوا"),
        ("وزرائهم", "وزراء", "وزرائ"),
        ("سيعقد", "يعقد", "يعقد"),
        ("إيران", "ايران", "إيران"),
        ("ایران", "إيران", "ایران"),
        ("ا\u0654حمد", "أحمد", "ا\u0654حمد"),
        ("ﻻعب", "لاعب", "ﻻعب"),
        ("بوغدان-مارتن", "مارتن", "مارتن"),
        ("بوغدان–مارتن", "بوغدان-مارتن", "بوغدان–مارتن"),
        ("(WTDC-25)", "WTDC-25", "WTDC-25"),
        ("والWTDC", "WTDC", "WTDC"),
        ("عام ٢٠٢٥", "2025", "٢٠٢٥"),
        ("وزارة\u00a0 الاتصالات", "وزارة الاتصالات", "وزارة\u00a0 الاتصالات"),
        ("ولوزارة الاتصالات", "وزارة الاتصالات", "وزارة الاتصالات"),
        ("بالمؤتمر العالمي", "مؤتمر عالمي", "مؤتمر العالمي"),
        ("للمؤتمر العالمي", "المؤتمر العالمي", "لمؤتمر العالمي"),
        ("رسالة وزارته", "رسالة وزارة", "رسالة وزارت"),
        ("«نعم»", "«نعم»", "«نعم»"),
        ("رمز 𞸀𞸁 هنا", "𞸀𞸁", "𞸀𞸁"),
        ("رمز 😀 هنا", "😀", "😀"),
    ],
)
def test_a_phrase_is_found_in_its_other_dress(text, phrase, expected):
    assert found(text, phrase) == [expected]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("مؤتمرات المؤتمرين", "مؤتمر"),
        ("عراقي", "عراق"),
        ("المؤتمرهم", "مؤتمر"),
        ("مؤتمر", "المؤتمر"),
        ("وزارة اتصالات", "وزارة الاتصالات"),
        ("وزارة خارجية", "وزارة الخارجية"),
        ("وزارة\nالاتصالات", "وزارة الاتصالات"),
        ("وزيرا", "وزير"),
        ("ستونسي", "ونسي"),
        ("1,500 و 25.5", "500"),
        ("1,500 و 25.5", "25"),
        ("12025", "2025"),
        ("who", "WHO"),
        ("مدرس", "مدرسة"),
        ("شمؤتمر", "مؤتمر"),
        ("مؤتمر", ""),
        ("مؤتمر", " \u064e "),
        ("", "مؤتمر"),
    ],
)
def test_another_word_is_not_taken_for_the_phrase(text, phrase):
    assert found(text, phrase) == []


@pytest.mark.parametrize(
    ("text", "phrase", "proclitics", "enclitics"),
    [
        ("مؤتمر", "مؤتمر", (), ()),
        ("وَبِالمُؤتَمَرِ", "مؤتمر", ("و", "ب", "ال"), ()),
        ("للمؤتمر", "مؤتمر", ("ل", "ال"), ()),
        ("للمؤتمر", "المؤتمر", ("ل",), ()),
        ("فلمدرستهم", "مدرسة", ("ف", "ل"), ("هم",)),
        ("وزيراً", "وزير", (), ()),
    ],
)
def test_a_match_tells_the_clitics_it_left_out(text, phrase, proclitics, enclitics):
    (match,) = occurrences(text, phrase)

    assert (match.proclitics, match.enclitics) == (proclitics, enclitics)


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("مؤتمرات المؤتمرين ومؤتمراتهم", "مؤتمر", ["مؤتمرات", "مؤتمرين"]),
        ("العراقي عراقية", "عراق", ["عراقي", "عراقية"]),
        ("مدرسات ومدرستين", "مدرسة", ["مدرسات", "مدرستين"]),
        ("وزيرا", "وزير", ["وزيرا"]),
    ],
)
def test_inflected_forms_are_found_when_asked_for(text, phrase, expected):
    assert found(text, phrase, inflected=True) == expected


def test_without_whole_words_any_place_counts():
    assert found("المُؤتَمَرات", "ؤتمر", whole_words=False) == ["ؤتَمَر"]
    assert found("12025", "2025", whole_words=False) == ["2025"]
    assert found("مدرسته ومدرسة", "مدرسة", whole_words=False) == ["مدرست", "مدرسة"]


def test_every_occurrence_is_found_in_order():
    text = "مؤتمر باكو. وفي المؤتمر قال: للمؤتمر أثر، ومؤتمرات أخرى بعد المؤتمر"

    matches = occurrences(text, "مؤتمر")

    assert [match.span.start for match in matches] == [0, 18, 31, 62]
    assert {text[match.span.start : match.span.end] for match in matches} == {"مؤتمر"}


def test_many_phrases_can_be_sought_in_a_text_folded_once():
    text = "وزير الاتصالات في باكو"
    form = fold(text, "match")

    assert occurrences_in(form, "باكو") == occurrences(text, "باكو")
    assert occurrences_in(form, "الاتصالات") == occurrences(text, "الاتصالات")


@given(texts_with_span())
def test_any_stretch_of_a_line_is_found_where_it_stands(case):
    text, start, end = case
    line = text.replace("\n", "")
    phrase = line[start:end].strip()
    sought = folded(phrase, "match").strip()
    whole, head, tail = (folded(part, "match") for part in (line, line[:end], line[start:]))
    is_cut = not (whole.startswith(head) and whole.endswith(tail))
    spans = [match.span for match in occurrences(line, phrase, whole_words=False)]

    assert not sought or is_cut or any(span.start < end and start < span.end for span in spans)


@given(texts, full_texts)
def test_matches_are_apart_and_cover_more_than_space(text, phrase):
    matches = occurrences(text, phrase[:3], whole_words=False)

    assert all(before.span.end <= behind.span.start for before, behind in itertools.pairwise(matches))
    assert all(text[match.span.start : match.span.end].strip() for match in matches)


def test_every_word_on_each_kind_of_text_is_found(any_text):
    words = any_text.split()

    assert all(found(any_text, word) for word in words)


@pytest.mark.parametrize("phrase", ["مؤتمر", "في", "وزارة الاتصالات"])
def test_a_text_of_a_million_characters_is_searched_within_a_second(phrase):
    text = "انعقد المؤتمر في باكو بحضور وزارة الاتصالات، وقال الوزير إن للمؤتمر أثراً. " * 14_000
    begun = time.process_time()

    assert len(occurrences(text, phrase)) >= 14_000
    assert time.process_time() - begun < 20
