# SPDX-License-Identifier: GPL-3.0-or-later
"""Faces, heights of lines and the space around paragraphs, as a style has them. In whole pixels where a line stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontMetricsF

from reader.text.structure import Role
from reader.ui.reading_pane.style import ROW_PADDING_EM, ReadingStyle, RoleStyle, font_for, style_of

if TYPE_CHECKING:
    from reader.ui.reading_pane.flow import Stretch

PAGE_TOP_EM = 2.2
MARK_EM = 1.9
"""Room above a paragraph with which a page begins, for the rule."""


class Measures:
    """What a style makes of each kind of paragraph. Each face is made when it is first asked for."""

    def __init__(self, style: ReadingStyle) -> None:
        self._style = style
        self._fonts: dict[RoleStyle, QFont] = {}
        self._line_px: dict[RoleStyle, float] = {}

    def font(self, role: RoleStyle) -> QFont:
        found = self._fonts.get(role)
        if found is None:
            found = self._fonts[role] = font_for(self._style, role)
        return found

    def line_px(self, role: RoleStyle) -> float:
        """From one line to the next."""
        found = self._line_px.get(role)
        if found is None:
            factor = self._style.line_height * role.line_height
            found = self._line_px[role] = float(round(QFontMetricsF(self.font(role)).height() * factor))
        return found

    def above(self, stretch: Stretch) -> float:
        """Empty pixels above the first line of a stretch, those for a page's rule included."""
        first = PAGE_TOP_EM if stretch.id == (0, 0) else 0.0
        if not stretch.opens_paragraph:
            return self.whole_px(first)
        before = 0.0 if stretch.part.goes_on else style_of(stretch.role, stretch.part.level).before
        return self.whole_px(first + before + self.mark_em(stretch) + _padding_em(stretch))

    def mark_em(self, stretch: Stretch) -> float:
        """Room for the rules of the pages and sections that begin with the stretch, in text sizes."""
        return MARK_EM if stretch.part.above and stretch.opens_paragraph and stretch.id != (0, 0) else 0.0

    def below(self, stretch: Stretch) -> float:
        """Empty pixels between the last line of a stretch and the next stretch."""
        if not stretch.ends_paragraph:
            return 0.0
        style = style_of(stretch.role, stretch.part.level)
        if stretch.part.is_continued and style.gap is not None:
            return self.whole_px(style.gap + _padding_em(stretch))
        after = 0.0 if stretch.part.is_continued else style.after
        return self.whole_px(self._style.paragraph_gap_em + after + _padding_em(stretch))

    def whole_px(self, em: float) -> float:
        """Whole pixels, so that every line stands on one and a picture of the page can be moved."""
        return float(round(em * self._style.size_px))


def _padding_em(stretch: Stretch) -> float:
    return ROW_PADDING_EM if stretch.role is Role.ROW else 0.0
