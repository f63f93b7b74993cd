# SPDX-License-Identifier: GPL-3.0-or-later
"""From theme and settings to how page and window look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader import settings as names
from reader.text.tashkeel import Tashkeel
from reader.ui.fonts import READING_FAMILY
from reader.ui.reading_pane import HiddenMarks, ReadingStyle, TagColour
from reader.ui.theme import Theme, palette_of, sheet_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from reader.settings import Settings


def reading_style(theme: Theme, settings: Settings) -> ReadingStyle:
    """How the page is set: the theme's colours, the user's size, measure and justification."""
    return ReadingStyle(
        colours=theme.roles,
        tags={role: TagColour(theme.fills[role], theme.lines[role]) for role in theme.fills},
        family=READING_FAMILY,
        size_px=settings.get(names.TEXT_SIZE_PX),
        line_height=settings.get(names.LINE_HEIGHT),
        measure_em=settings.get(names.MEASURE_EM),
        justified=settings.get(names.JUSTIFIED),
        tashkeel=Tashkeel(settings.get(names.TASHKEEL)),
        hidden_marks=HiddenMarks(settings.get(names.HIDDEN_MARKS)),
    )


def dress(application: QApplication, theme: Theme) -> None:
    """Give the window's frame the theme's colours."""
    application.setPalette(palette_of(theme))
    application.setStyleSheet(sheet_of(theme))
