# SPDX-License-Identifier: GPL-3.0-or-later
"""Whose work the program stands on, under which licences."""

from __future__ import annotations

import fontpkg_amiri
from PySide6.QtCore import QCoreApplication

from reader.ui.dialogs.about import Credit

translate = QCoreApplication.translate

LICENCE_TEXT = ""


def works() -> tuple[Credit, ...]:
    """What the program contains or uses, in the interface's language."""
    return (
        Credit(name="Qt, PySide6", purpose=translate("Credits", "The window and its text"), licence="LGPL-3.0"),
        Credit(
            name="Amiri",
            purpose=translate("Credits", "The typeface of the page, by Khaled Hosny"),
            licence="SIL OFL-1.1",
            text=_text_of("LICENSE"),
        ),
        Credit(name="SQLite, sqlite-utils", purpose=translate("Credits", "The library file"), licence="Apache-2.0"),
        Credit(name="python-bidi", purpose=translate("Credits", "Direction of paragraphs"), licence="LGPL-3.0"),
        Credit(name="arabic-reshaper", purpose=translate("Credits", "Joined letters in terminals"), licence="MIT"),
        Credit(
            name="Unicode CLDR",
            purpose=translate("Credits", "Names of countries, months and units"),
            licence="Unicode-3.0",
        ),
        Credit(name="GeoNames", purpose=translate("Credits", "Names of cities"), licence="CC-BY-4.0"),
    )


def _text_of(name: str) -> str:
    path = fontpkg_amiri.ROOT / name
    return path.read_text("utf-8") if path.exists() else ""
