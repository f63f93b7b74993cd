# SPDX-License-Identifier: GPL-3.0-or-later
"""The pattern of a word is told where its letters show it, and nowhere else."""

from __future__ import annotations

import pytest

from reader.lexicon.patterns import pattern_of

PLAIN = [
    ("كِتاب", "كتب", "فِعال"),
    ("مَكْتَبَة", "كتب", "مَفْعَلَة"),
    ("كُتّاب", "كتب", "فُعّال"),
    ("اِسْتِخْدام", "خدم", "اِسْتِفْعال"),
    ("مُؤْتَمَر", "ءمر", "مُفْتَعَل"),
    ("سُؤال", "سءل", "فُعال"),
    ("تَرْجَمَة", "ترجم", "فَعْلَلَة"),
    ("عَنْدَلِيب", "عندلب", "فَعْلَلِيل"),
    ("أَقْوال", "قول", "أَفْعال"),
    ("تَتابُع", "تبع", "تَفاعُل"),
]
HIDDEN = [("قالَ", "قول"), ("مَدّ", "مدد"), ("اِزْدَهَرَ", "زهر"), ("اِتِّصال", "وصل"), ("باكُو", ""), ("في", "في")]


@pytest.mark.parametrize(("form", "root", "pattern"), PLAIN)
def test_radicals_are_written_as_those_of_faal(form, root, pattern):
    assert pattern_of(form, root) == pattern


@pytest.mark.parametrize(("form", "root"), HIDDEN)
def test_what_the_letters_do_not_show_is_not_guessed(form, root):
    assert pattern_of(form, root) == ""


def test_tatweel_is_no_letter():
    assert pattern_of("كِتـاب", "كتب") == "فِعال"
