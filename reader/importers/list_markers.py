# SPDX-License-Identifier: GPL-3.0-or-later
"""The number of a list item as a page shows it: digits of several scripts, letters, Roman and Abjad numerals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

BULLET: Final = "•"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ALPHABET = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
"""The letters in today's order, as word processors number with them ("arabicAlpha")."""
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
"""The letters in the order of their values ("arabicAbjad")."""
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def marker(number: int, style: str) -> str:
    """What stands before item ``number`` of a list of this CSS or HTML ``style``: ``3.``, ``ج.``, ``iv.``…"""
    return f"{numeral(number, style)}."


def numeral(number: int, style: str) -> str:
    """``number`` in a style named as CSS, HTML, WordprocessingML or OpenDocument name them; digits for unknown ones."""
    write = _STYLES.get(style) or _STYLES.get(style.replace("-", "").lower())
    return write(number) if write is not None and number > 0 else str(number)


def _lettered(letters: str) -> Callable[[int], str]:
    """Numbers as letters; behind the last of them they go on with two: z, aa, ab."""

    def write(number: int) -> str:
        written = ""
        while number:
            number, place = divmod(number - 1, len(letters))
            written = letters[place] + written
        return written

    return write


def _repeated(letters: str) -> Callable[[int], str]:
    """Numbers as letters; behind the last of them each is doubled: z, aa, bb, as word processors do."""

    def write(number: int) -> str:
        times, place = divmod(number - 1, len(letters))
        return letters[place] * min(times + 1, 20)

    return write


def _roman(number: int) -> str:
    if number >= 4000:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written


_lower, _alphabet, _abjad = _lettered(_LATIN), _repeated(_ALPHABET), _repeated(_ABJAD)
_STYLES: dict[str, Callable[[int], str]] = {
    "a": _lower,
    "A": lambda number: _lower(number).upper(),
    "i": _roman,
    "I": lambda number: _roman(number).upper(),
    "lowerlatin": _lower,
    "loweralpha": _lower,
    "lowerletter": _lower,
    "upperlatin": lambda number: _lower(number).upper(),
    "upperalpha": lambda number: _lower(number).upper(),
    "upperletter": lambda number: _lower(number).upper(),
    "lowerroman": _roman,
    "upperroman": lambda number: _roman(number).upper(),
    "arabicindic": lambda number: str(number).translate(_ARABIC_DIGITS),
    "hindinumbers": lambda number: str(number).translate(_ARABIC_DIGITS),
    "persian": lambda number: str(number).translate(_PERSIAN_DIGITS),
    "decimalzero": lambda number: f"{number:02}",
    "decimalleadingzero": lambda number: f"{number:02}",
    "arabicalpha": _alphabet,
    "arabicabjad": _abjad,
    "أ, ب, ت, ...": _alphabet,
    "أ، ب، ت، ...": _alphabet,
    "١, ٢, ٣, ...": lambda number: str(number).translate(_ARABIC_DIGITS),
    "hebrew": _repeated(_HEBREW),
    "hebrew1": _repeated(_HEBREW),
    "hebrew2": _repeated(_HEBREW),
}
