# SPDX-License-Identifier: GPL-3.0-or-later
"""Arabic written in ASCII, one sign for each letter and mark, and back.

Source: T. Buckwalter's transliteration, as the Linguistic Data Consortium documents it for its Arabic lexicon.
"""

from __future__ import annotations

from typing import Final

_LETTERS: Final = dict(
    zip(
        "'|>&<}AbptvjHxd*rzs$SDTZEgfqklmnhwYy",
        "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي",
        strict=True,
    )
)
_MARKS: Final = dict(zip("FNKaui~o`", "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670", strict=True))
_OTHERS: Final = {"{": "ا", "_": "ـ", "P": "پ", "J": "چ", "V": "ڤ", "G": "گ"}

_TO_ARABIC: Final = str.maketrans(_LETTERS | _MARKS | _OTHERS)


def arabic_of(ascii_form: str) -> str:
    """The Arabic letters and marks of a form in ASCII; what is no sign of the scheme stays as it is."""
    return ascii_form.translate(_TO_ARABIC)
