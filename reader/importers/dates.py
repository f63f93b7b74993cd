# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates as files write them, as ISO 8601 where there is one way to read them only."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T|\b)")
_YEAR_MONTH = re.compile(r"(\d{4})(?:-(\d{2}))?")
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})\s*(?:من\s+|of\s+)?([^\W\d_]+)\.?(?:\s*[/(]\s*[^\W\d_]+\)?)?[\s,،]+(\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?[\s,،]+(\d{4})(?!\d)")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_FOLDED = str.maketrans("أإآى", "اااي")
_MONTHS = (
    "يناير كانونالثاني جانفي january jan",
    "فبراير شباط فيفري february feb",
    "مارس اذار march mar",
    "ابريل نيسان افريل april apr",
    "مايو ايار ماي may",
    "يونيو حزيران جوان يونيه june jun",
    "يوليو تموز جويلية يوليوز يوليه july jul",
    "اغسطس اب اوت غشت august aug",
    "سبتمبر ايلول شتنبر september sep sept",
    "اكتوبر تشرينالاول october oct",
    "نوفمبر تشرينالثاني نونبر november nov",
    "ديسمبر كانونالاول دجنبر december dec",
)
_MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_TWO_WORDS = re.compile(r"(كانون|تشرين)\s+(الاول|الثاني)")


def iso_date(written: str) -> str:
    """``YYYY-MM-DD`` (or ``YYYY``, ``YYYY-MM``) where the date can be read in one way only; else what is written."""
    written = written.strip()
    plain = written.translate(_DIGITS)
    if found := _ISO.search(plain) or _COMPACT.match(plain):
        return _checked(found[1], found[2], found[3]) or written
    if found := _YEAR_MONTH.fullmatch(plain):
        return plain
    words = _TWO_WORDS.sub(r"\1\2", plain.translate(_FOLDED).lower())
    if found := _DAY_FIRST.search(words):
        day, month, year = found.groups()
    elif found := _MONTH_FIRST.search(words):
        month, day, year = found.groups()
    else:
        return _from_numbers(plain) or written
    number = _MONTH_NUMBERS.get(month)
    return _checked(year, str(number), day) or written if number else written


def _from_numbers(plain: str) -> str:
    """Day and month in figures, where a figure above twelve tells which is which."""
    found = _NUMBERS.search(plain)
    if not found:
        return ""
    first, second, year = found.groups()
    if int(first) > 12 >= int(second) or first == second:
        return _checked(year, second, first)
    return _checked(year, first, second) if int(second) > 12 else ""


def _checked(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
