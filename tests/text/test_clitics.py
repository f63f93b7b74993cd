# SPDX-License-Identifier: GPL-3.0-or-later
"""Words are parted into clitics and stem where Arabic allows it, and the stem's place is exact."""

import pytest
from any_text import full_texts
from hypothesis import given

from reader.text.clitics import PROCLITICS, splits


def readings(word):
    return [(split.proclitics, split.stem, split.enclitics) for split in splits(word)]


def stems_of(word):
    return {split.stem for split in splits(word)}


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("مؤتمر", ((), "مؤتمر", ())),
        ("والمؤتمر", (("و", "ال"), "مؤتمر", ())),
        ("والقاهرة", (("و",), "القاهرة", ())),
        ("فبالمؤتمر", (("ف", "ب", "ال"), "مؤتمر", ())),
        ("بِالمُؤتَمَرِ", (("ب", "ال"), "مؤتمر", ())),
        ("كالأسد", (("ك", "ال"), "أسد", ())),
        ("للمؤتمر", (("ل", "ال"), "مؤتمر", ())),
        ("وللقاهرة", (("و", "ل"), "القاهرة", ())),
        ("للغة", (("ل",), "اللغة", ())),
        ("لله", (("ل",), "الله", ())),
        ("لباكو", (("ل",), "باكو", ())),
        ("سيعقد", (("س",), "يعقد", ())),
        ("وسنرى", (("و", "س"), "نرى", ())),
        ("كتابهم", ((), "كتاب", ("هم",))),
        ("وبكتابها", (("و", "ب"), "كتاب", ("ها",))),
        ("مدرستنا", ((), "مدرسة", ("نا",))),
        ("مستواه", ((), "مستوى", ("ه",))),
        ("وزراؤه", ((), "وزراء", ("ه",))),
        ("وزرائهم", ((), "وزراء", ("هم",))),
        ("كتبوها", ((), "كتبوا", ("ها",))),
        ("بـWTDC", (("ب",), "WTDC", ())),
        ("و1,500", (("و",), "1,500", ())),
    ],
)
def test_a_plausible_reading_is_among_the_splits(word, reading):
    assert reading in readings(word)


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("بيت", "يت"),
        ("لك", "ك"),
        ("سلام", "لام"),
        ("المؤتمره", "مؤتمر"),
        ("وُفود", "فود"),
        ("بَحر", "حر"),
        ("كُتب", "تب"),
        ("فّاس", "اس"),
        ("ي", ""),
    ],
)
def test_an_implausible_stem_is_not_among_the_splits(word, stem):
    assert stem not in stems_of(word)


def test_the_reading_without_clitics_comes_first_and_the_barest_stem_last():
    assert [split.stem for split in splits("والمؤتمر")] == ["والمؤتمر", "المؤتمر", "مؤتمر"]


@pytest.mark.parametrize(
    ("word", "proclitics", "written"),
    [
        ("وَبِالْمُؤْتَمَرِ", ("و", "ب", "ال"), "مُؤْتَمَرِ"),
        ("لِلْمُؤتَمَرِ", ("ل", "ال"), "مُؤتَمَرِ"),
        ("والـمـؤتمر", ("و", "ال"), "مـؤتمر"),
        ("و\u200dالمؤتمر", ("و", "ال"), "مؤتمر"),
        ("وﻻعب", ("و",), "ﻻعب"),
        ("و𞸀𞸁", ("و",), "𞸀𞸁"),
    ],
)
def test_the_stem_span_is_the_stem_as_it_is_written(word, proclitics, written):
    spans = {split.proclitics: split.stem_span for split in splits(word)}

    assert word[spans[proclitics].start : spans[proclitics].end] == written


def test_the_stem_span_before_a_pronoun_ends_with_its_marks():
    split = next(split for split in splits("كِتَابُهُم") if split.enclitics == ("هم",))

    assert "كِتَابُهُم"[split.stem_span.start : split.stem_span.end] == "كِتَابُ"


def test_a_latin_word_has_one_reading():
    assert readings("ITU") == [((), "ITU", ())]


def test_nothing_but_marks_has_no_reading():
    assert splits("") == splits("\u064e") == []


def test_every_written_chain_of_proclitics_is_its_parts_joined_but_for_the_swallowed_alef():
    assert all(
        written.replace("لل", "لال") == "".join(parts) for written, parts in PROCLITICS.items() if "لل" in written
    )
    assert all(written == "".join(parts) for written, parts in PROCLITICS.items() if "لل" not in written)


@given(full_texts)
def test_stem_spans_lie_in_the_word(text):
    word = "".join(text.split())

    assert all(split.stem_span.end <= len(word) and split.stem for split in splits(word))
