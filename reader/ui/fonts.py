# SPDX-License-Identifier: GPL-3.0-or-later
"""The reading face: Amiri, carried as a package, so that the page looks the same on every machine."""

from __future__ import annotations

import logging

import fontpkg_amiri
from PySide6.QtGui import QFont, QFontDatabase

READING_FAMILY = "Amiri"
_FILES = ("Amiri-Regular.ttf", "Amiri-Bold.ttf")
_QUOTE_PX = 18
_log = logging.getLogger(__name__)


def load_reading_face() -> None:
    """Make the face known to Qt; without it Qt takes another that has the letters."""
    for name in _FILES:
        path = fontpkg_amiri.ROOT / "files" / name
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            _log.warning("the font %s could not be loaded", path)


def quote_font() -> QFont:
    """The reading face at the size of lists and small fields."""
    font = QFont(READING_FAMILY)
    font.setPixelSize(_QUOTE_PX)
    return font
