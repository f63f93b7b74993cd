# SPDX-License-Identifier: GPL-3.0-or-later
"""The few words that pages for reading bring with them, in the languages of the program."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_ENGLISH = {
    "documents": "Documents",
    "contents": "Contents",
    "labels": "Show the names of tags",
    "tags": "Tags",
    "suggested": "suggested, not decided",
    "notes": "Notes",
    "note": "Note",
    "back": "Back to the text",
    "entities": "People, places and things",
    "relations": "Relations",
    "author": "Author",
    "publisher": "Publisher",
    "site": "Site",
    "date": "Date",
    "address": "Address",
    "tag": "Tag",
    "doubt": "?",
}
_ARABIC = {
    "documents": "النصوص",
    "contents": "المحتويات",
    "labels": "أظهر أسماء الوسوم",
    "tags": "الوسوم",
    "suggested": "مقترح لم يُبتّ فيه",
    "notes": "الحواشي",
    "note": "حاشية",
    "back": "عودة إلى النص",
    "entities": "أعلام وأماكن وأشياء",
    "relations": "العلاقات",
    "author": "الكاتب",
    "publisher": "الناشر",
    "site": "الموقع",
    "date": "التاريخ",
    "address": "العنوان",
    "tag": "الوسم",
    "doubt": "؟",
}
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def words_in(language: str) -> Mapping[str, str]:
    """The words in Arabic, or else in English."""
    return MappingProxyType(_ARABIC if is_arabic(language) else _ENGLISH)


def is_arabic(language: str) -> bool:
    return language.split("-", 1)[0].casefold() == "ar"


def number_in(language: str, number: int) -> str:
    """A number in the digits of the language."""
    return str(number).translate(_ARABIC_DIGITS) if is_arabic(language) else str(number)
