# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever the text: quotes are where the spans say, results are the same each time, and time grows with length."""

import subprocess
import sys
import time

import pytest
from any_text import texts, unpaired_texts
from hypothesis import given, settings, strategies

from reader.errors import Cancelled
from reader.recognisers import VERSION, recognise
from reader.resources import resource
from reader.text.arabic import WITHOUT_MARKS

KINDS = {
    "plain": "زار الوزير محمود درويش مدينة باكو في 5 مايو 2020 مع 40 وزيراً.",
    "vocalised": "زَارَ الرَّئِيسُ مَحْمُودُ دَرْوِيشَ مَدِينَةَ بَاكُو فِي 5 مَايُو 2020 مَعَ 40 وَزِيرًا.",
    "mixed": "WTDC-25 في باكو (Baku): قال محمود درويش لـ ITU يوم 5 مايو 2020 إن 40 وزيراً وصلوا.",
    "astral": "😀 قال محمود درويش 𞸀𞸁 في باكو 👩‍🚀 يوم 5 مايو 2020 مع 40 وزيراً.",
}
WANTED = [("person", "محمود درويش"), ("place", "باكو"), ("date", "5 مايو 2020"), ("quantity", "40 وزيرا")]

ADVERSARIAL = {
    "one name": "محمد ",
    "connectors": "بن ",
    "hyphens": "سامي-",
    "opening quotes": "«",
    "heads": "وزارة ",
    "numbers": "26 – ",
    "number words": "وعشرون ",
    "one word": "و",
    "brackets": "(ABC) ",
    "prefixes": "وبال",
    "lines": "الدكتور\n",
    "surnames": "قال محمد درويش ثم درويش ",
    "body brackets": "الاتحاد الدولي للاتصالات (ITU, ",
    "offices": "وزير الاتصالات أحمد علي ثم الوزير ",
    "days": "5 و",
    "percent": "%5",
}


def letters(quote):
    return quote.translate(WITHOUT_MARKS)


@pytest.mark.parametrize("kind", KINDS)
def test_entities_are_found_in_every_kind_of_text(kind):
    found = [(each.tag_id, letters(each.quote)) for each in recognise(KINDS[kind])]
    assert [wanted for wanted in WANTED if wanted not in found] == []


def test_quote_is_the_text_in_the_span(any_text):
    assert all(each.quote == any_text[each.span.start : each.span.end] for each in recognise(any_text))


@given(texts)
@settings(max_examples=300, deadline=None)
def test_any_text_gives_spans_inside_it_in_order(text):
    found = recognise(text)
    assert [each.quote for each in found] == [text[each.span.start : each.span.end] for each in found]
    assert found == sorted(found, key=lambda each: (each.span.start, -each.span.end))


GRAMMAR = """
    محمد بن أحمد علي الدين صلاح درويش هاشمي المرابط الرازي عبد الله أبو أينشتاين الدكتور الوزير وزير رئيس الاتحاد
    جامعة وزارة الدولي للاتصالات منتخب مؤتمر قمة كتاب مسجد باكو القاهرة مصري المصري 5 26 2025 1447 50,000 3.5 10:30
    نوفمبر شوال هـ م ق يوم الخميس عام سنة القرن العشرين قبل بعد منذ أمس الماضي المقبل ثلاثة وعشرون مليون ألف ونصف ثلث
    دولار مصريا كم مربع % $ في و من إلى بين ( ) « » ، . - – / : ITU WTDC-25 March who 😀 𞸀
"""
_words = strategies.sampled_from([*GRAMMAR.split(), "\n", "\x00", "\ud800"])
rows_of_words = strategies.lists(strategies.tuples(_words, strategies.sampled_from(["", " "])))


@given(rows_of_words)
@settings(max_examples=250, deadline=None)
def test_any_row_of_the_words_of_names_and_numbers_is_read(pieces):
    text = "".join(word + gap for word, gap in pieces)
    found = recognise(text)
    assert [each.quote for each in found] == [text[each.span.start : each.span.end] for each in found]
    assert all(each.quote.strip() and each.reason for each in found)


@given(unpaired_texts)
@settings(max_examples=200, deadline=None)
def test_lone_surrogates_are_read(text):
    assert all(each.quote == text[each.span.start : each.span.end] for each in recognise(text))


@pytest.mark.parametrize("text", ["\x00" * 1000, "\ud800\udc00" * 500, "12:99:5,5.5.5", "٪%$€", "9" * 4000 + " مليون"])
def test_what_no_writer_writes_is_read(text):
    assert all(each.quote == text[each.span.start : each.span.end] for each in recognise(text))


def test_spans_count_from_the_start_of_the_text_and_not_of_the_paragraph():
    text = "عنوان قصير\n\nوصل إلى باكو أمس"
    (place,) = [each for each in recognise(text) if each.tag_id == "place"]
    assert text[place.span.start : place.span.end] == "باكو"


def test_same_text_gives_the_same_suggestions():
    text = resource("samples/maktabat-al-nahr.txt").read_text(encoding="utf-8")
    assert recognise(text) == recognise(text)


def test_other_process_with_other_hashes_gives_the_same_suggestions():
    program = (
        "from reader.recognisers import recognise; from reader.resources import resource;"
        "print(hash('x') and recognise(resource('samples/maktabat-al-nahr.txt').read_text(encoding='utf-8')))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_empty_text_has_no_suggestions():
    assert recognise("") == []


def test_cancelled_between_paragraphs():
    answers = iter([False, False, True])
    with pytest.raises(Cancelled):
        recognise("أول\nثان\nثالث\nرابع", cancelled=lambda: next(answers))


def test_confidence_lies_between_none_and_all():
    text = resource("samples/maktabat-al-nahr.txt").read_text(encoding="utf-8")
    assert all(0 < each.confidence <= 1 and each.reason for each in recognise(text))


def test_version_names_the_rules():
    assert VERSION


@pytest.mark.parametrize("name", ADVERSARIAL)
def test_time_is_linear_in_repetition(name):
    piece = ADVERSARIAL[name]
    recognise(piece * 10)
    short, long = (seconds_for(piece * (length // len(piece))) for length in (15_000, 120_000))
    assert long < short * 8 * 2.5 + 0.05


@pytest.mark.parametrize("char", ["و", "ا", "a", "9", "٩", "«", "\u064e", "😀", "."])
def test_one_long_token_is_read_in_time(char):
    assert seconds_for("الساعة " + char * 60_000) < 60


def seconds_for(text):
    best = 60.0
    for _ in range(3):
        started = time.perf_counter()
        recognise(text)
        best = min(best, time.perf_counter() - started)
    return best


def test_throughput_is_that_of_linear_work():
    text = resource("samples/maktabat-al-nahr.txt").read_text(encoding="utf-8") * 20
    tokens = len(text.split())
    assert tokens / seconds_for(text) > 1_000


def test_import_is_light():
    program = (
        "import sys, time; import dataclasses, re, enum, unicodedata, functools;"
        "started = time.perf_counter(); import reader.recognisers;"
        "print(time.perf_counter() - started, 'numpy' in sys.modules, 'PySide6' in sys.modules)"
    )
    runs = [
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True) for _ in range(3)
    ]
    answers = [run.stdout.split() for run in runs]
    assert min(float(seconds) for seconds, *_ in answers) < 2
    assert {tuple(rest) for _, *rest in answers} == {("False", "False")}
