# SPDX-License-Identifier: GPL-3.0-or-later
"""The encoding of a text is told from its mark, its bytes or its letters."""

import codecs

import pytest

from reader.errors import EncodingUnknown
from reader.importers.encodings import Encoding, encoding_named, guess_encoding

ARABIC = "أكد الوزير في مؤتمر صحفي أن الحكومة تعمل على توسيع شبكة الألياف، وقال إن المدينة الجديدة ستفتح أبوابها."
PERSIAN = "چاپ گزارش پژوهشی درباره کتاب‌ها در شهر"


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides(mark, codec, name):
    found = guess_encoding([mark + ARABIC.encode(codec)])

    assert (found.name, found.mark) == (name, len(mark))


@pytest.mark.parametrize("text", [ARABIC, "plain ASCII", "حَرَكَاتٌ مُشَكَّلَةٌ", "emoji 😀 and 𞸀", "Ünïcödé"])
def test_valid_utf8_is_utf8(text):
    assert guess_encoding([text.encode()]) == Encoding(name="utf-8")


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_character_cut_by_the_end_of_a_sample_does_not_count_against_utf8(cut):
    head = ("ا" * 40 + "😀").encode()[:-cut]
    behind = ("😀" + "ب" * 40).encode()[cut:]

    assert guess_encoding([head, behind]).name == "utf-8"


def test_one_damaged_byte_does_not_turn_utf8_into_another_encoding():
    damaged = bytearray((ARABIC * 5).encode())
    damaged[101] = 0x20

    assert guess_encoding([bytes(damaged)]).name == "utf-8"


@pytest.mark.parametrize("name", ["windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("length", [20, 40, 100])
def test_the_letters_tell_arabic_encodings_of_one_byte_apart(name, length):
    assert guess_encoding([ARABIC[:length].encode(name, "ignore")]).name == name


def test_persian_letters_are_windows_1256():
    assert guess_encoding([PERSIAN.replace("ی", "ي").encode("windows-1256")]).name == "windows-1256"


def test_german_is_not_taken_for_arabic():
    assert guess_encoding(["Über den Wäldern müßte die Größe zählen".encode("windows-1252")]).name == "windows-1252"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [ARABIC, "Latin letters only", ARABIC + " WTDC-25 " + "\n"])
def test_utf16_without_a_mark_is_recognised(codec, text):
    assert guess_encoding([text.encode(codec)]) == Encoding(name=codec, unit=2)


def test_letters_behind_an_ascii_preface_decide():
    assert guess_encoding([b"Title page in English. " * 50, ARABIC.encode("windows-1256")]).name == "windows-1256"


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("UTF8", b"abc", Encoding(name="utf-8")),
        ("utf-8", codecs.BOM_UTF8 + b"abc", Encoding(name="utf-8", mark=3)),
        ("cp1256", b"abc", Encoding(name="windows-1256")),
        ("ISO-8859-6", b"abc", Encoding(name="iso-8859-6")),
        ("utf-16", codecs.BOM_UTF16_BE + b"\0a", Encoding(name="utf-16-be", unit=2, mark=2)),
        ("utf-16", "ab".encode("utf-16-be"), Encoding(name="utf-16-be", unit=2)),
        ("utf-16", "ab".encode("utf-16-le"), Encoding(name="utf-16-le", unit=2)),
        ("utf-16-be", b"\0a", Encoding(name="utf-16-be", unit=2)),
        ("koi8-r", b"abc", Encoding(name="koi8-r")),
    ],
)
def test_a_named_encoding_wins(name, head, expected):
    assert encoding_named(name, head) == expected


@pytest.mark.parametrize("name", ["klingon", "", "gb18030", "shift_jis", "base64", "cp037", "utf-7", "idna", "a\0b"])
def test_encodings_that_cannot_be_cut_anywhere_are_refused(name):
    with pytest.raises(EncodingUnknown) as failure:
        encoding_named(name, b"abc")

    assert failure.value.name == name


ARTICLE = "في البدء كان النص القديم، وكان فيه كلام عن أهل المدينة وعاداتهم في ١٢ شهرًا.\n" * 30


@pytest.mark.parametrize("codec", ["utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [ARTICLE, "Plain Latin text of some length, again and again.\n" * 30])
def test_wide_texts_are_recognised_without_a_mark(codec, text):
    assert guess_encoding([text.encode(codec)]).name == codec


def test_mac_arabic_is_told_from_iso_by_what_only_it_has():
    assert guess_encoding([ARTICLE.encode("mac_arabic")]).name == "mac-arabic"
    assert guess_encoding([ARTICLE.replace("١٢", "").encode("iso-8859-6")]).name == "iso-8859-6"


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
@pytest.mark.parametrize("codec", ["windows-1256", "utf-8"])
def test_a_mark_that_does_not_fit_what_follows_is_not_believed(mark, codec):
    found = guess_encoding([mark + ARTICLE.replace("١٢", "12").encode(codec)])

    assert (found.name, found.mark) == (codec, len(mark))


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [ARTICLE, "ا", "漢字の文章です。" * 20, "👍🏽 emoji 𞤀𞤣 " * 9])
def test_a_mark_that_fits_is_believed(codec, text):
    found = guess_encoding([f"\ufeff{text}".encode(codec)])

    assert found.name == codec
    assert found.mark == len("\ufeff".encode(codec))
