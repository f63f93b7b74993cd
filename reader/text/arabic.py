# SPDX-License-Identifier: GPL-3.0-or-later
"""The letters, marks, digits and invisible signs of Arabic script, as sets and as ``str.translate`` tables.

Sets hold single characters. Names that end in ``_CLASS`` are the inside of a regular expression's ``[…]``.
Source: Unicode Character Database 15.0, blocks Arabic, Arabic Supplement, Arabic Extended-A and -B, Arabic
Presentation Forms-A and -B, Arabic Mathematical Alphabetic Symbols.
"""

from __future__ import annotations


def _characters(*ranges: tuple[int, int]) -> frozenset[str]:
    return frozenset(chr(code) for first, last in ranges for code in range(first, last + 1))


def _in_ranges(*ranges: tuple[int, int]) -> str:
    return "".join(f"{chr(first)}-{chr(last)}" if first < last else chr(first) for first, last in ranges)


# Marks

TATWEEL = "ـ"
"""U+0640, the stroke that lengthens a join; it says nothing."""

_HARAKAT = ((0x064B, 0x0652),)
_TASHKEEL = (*_HARAKAT, (0x0656, 0x065F), (0x0670, 0x0670))
_HAMZA_MARKS = ((0x0653, 0x0655),)
_QURANIC = (
    (0x0610, 0x061A),
    (0x06D6, 0x06DC),
    (0x06DF, 0x06E4),
    (0x06E7, 0x06E8),
    (0x06EA, 0x06ED),
    (0x0898, 0x089F),
    (0x08CA, 0x08E1),
    (0x08E3, 0x08FF),
    (0x10EFD, 0x10EFF),
)
_MARKS = (*_TASHKEEL, *_HAMZA_MARKS, *_QURANIC)

HARAKAT = _characters(*_HARAKAT)
"""The eight signs of ordinary vocalisation: three tanwins, three vowels, shadda, sukun."""
TASHKEEL = _characters(*_TASHKEEL)
"""Harakat with the small alef and the rarer vowel signs."""
HAMZA_MARKS = _characters(*_HAMZA_MARKS)
"""Madda and hamza as marks of their own: part of the spelling, as in decomposed text."""
QURANIC_MARKS = _characters(*_QURANIC)
"""Signs of recitation and annotation that stand above or below a letter."""
MARKS = TASHKEEL | HAMZA_MARKS | QURANIC_MARKS
"""Every combining mark of Arabic script."""
MARK_CLASS = _in_ranges(*_MARKS)
SMALL_LETTERS = frozenset("\u06e5\u06e6")
"""Small waw and yeh after a letter, letters by category and vowel signs by use."""

# Letters

_LETTERS = (
    (0x0620, 0x063F),
    (0x0641, 0x064A),
    (0x066E, 0x066F),
    (0x0671, 0x06D3),
    (0x06D5, 0x06D5),
    (0x06EE, 0x06EF),
    (0x06FA, 0x06FC),
    (0x06FF, 0x06FF),
    (0x0750, 0x077F),
    (0x0870, 0x0887),
    (0x0889, 0x088E),
    (0x08A0, 0x08C9),
)
_PRESENTATION_FORMS = (
    (0xFB50, 0xFBB1),
    (0xFBD3, 0xFD3D),
    (0xFD50, 0xFD8F),
    (0xFD92, 0xFDC7),
    (0xFDF0, 0xFDFB),
    (0xFE70, 0xFE74),
    (0xFE76, 0xFEFC),
)
_MATHEMATICAL = ((0x1EE00, 0x1EEBB),)

LETTERS = _characters(*_LETTERS)
"""Letters of Arabic script in its languages, without presentation forms, tatweel and small letters."""
LETTER_CLASS = _in_ranges(*_LETTERS, *_PRESENTATION_FORMS, *_MATHEMATICAL)
"""Letters, presentation forms and mathematical letters."""
PRESENTATION_FORMS = _characters(*_PRESENTATION_FORMS)
"""Shapes of letters and ligatures that old files hold in place of the letters."""
PRESENTATION_FORM_CLASS = _in_ranges(*_PRESENTATION_FORMS)

ALEF_FORMS = frozenset("اأإآٱٲٳ")
HAMZA_FORMS = frozenset("ءأإآؤئ")
"""Hamza alone and on its carriers, as composed letters."""
PERSIAN_LETTERS = frozenset("پچژگکی")
"""Letters of Persian that Arabic does not use, two of which only look like Arabic ones."""
SAME_LETTERS = {
    "ک": "ك",
    "ڪ": "ك",
    "ی": "ي",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ۀ": "ه",
    "ۂ": "ه",
    "ۃ": "ة",
    "ٱ": "ا",
}
"""Letters of neighbouring languages and of the Quran that are the same letter of Arabic with another code."""
LOAN_LETTERS = {"پ": "ب", "چ": "ج", "ژ": "ز", "ڤ": "ف", "ۋ": "و", "گ": "ك", "ڭ": "ك", "ڨ": "ق", "ے": "ي"}
"""Letters for foreign sounds, each with the one most Arabic newspapers print in its place."""

# Digits

WESTERN_DIGITS = "0123456789"
ARABIC_INDIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"
"""U+0660…, the digits of the Arab east."""
EXTENDED_DIGITS = "۰۱۲۳۴۵۶۷۸۹"
"""U+06F0…, the digits of Persian and Urdu."""
DIGITS = frozenset(WESTERN_DIGITS + ARABIC_INDIC_DIGITS + EXTENDED_DIGITS)
DECIMAL_SEPARATOR, THOUSANDS_SEPARATOR = "٫", "٬"

# Signs that are not seen

ZWNJ, ZWJ = "\u200c", "\u200d"
JOINERS = frozenset((ZWNJ, ZWJ, "\u034f"))
"""Signs that part or join the letters beside them and are no letters themselves."""
BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
INVISIBLE = JOINERS | BIDI_CONTROLS | frozenset("\u00ad\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff")
"""Joiners, direction controls, soft hyphen, zero-width spaces and byte order marks in the midst of a text."""

# Tables for str.translate

TO_WESTERN_DIGITS = str.maketrans(ARABIC_INDIC_DIGITS + EXTENDED_DIGITS, WESTERN_DIGITS * 2)
WITHOUT_TASHKEEL = dict.fromkeys(map(ord, TASHKEEL | QURANIC_MARKS))
"""Removes vocalisation, keeps hamza and madda even as marks of their own."""
WITHOUT_MARKS = dict.fromkeys(map(ord, MARKS))
WITHOUT_TATWEEL = {ord(TATWEEL): None}
WITHOUT_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE))


def is_arabic_letter(char: str) -> bool:
    """Whether the character is a letter of Arabic script, a presentation form of one included."""
    return char in LETTERS or char in PRESENTATION_FORMS or "\U0001ee00" <= char <= "\U0001eebb"
