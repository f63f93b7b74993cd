# SPDX-License-Identifier: GPL-3.0-or-later
"""How the page is set: colours by role, face, size, measure. And what a mark on the page is.

Records of this package are named tuples where nothing else is needed: ten frozen dataclasses cost the first picture
6 ms more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase

from reader.text.spans import Span
from reader.text.structure import Role
from reader.text.tashkeel import Tashkeel


class HiddenMarks(StrEnum):
    """Which characters that cannot be seen are flagged."""

    SUSPICIOUS = "suspicious"
    ALL = "all"
    NONE = "none"


class TagColour(NamedTuple):
    """Fill beneath the letters and line under them, of one colour role such as ``tag-3``."""

    fill: QColor
    line: QColor


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingStyle:
    """Everything that decides how the page looks.

    ``colours`` has the roles page, ink, heading, quiet, selection, caret, hit, accent. ``line_height`` multiplies
    the face's own; ``measure_em`` is the longest line and ``paragraph_gap_em`` the space between paragraphs, in
    multiples of ``size_px``.
    """

    colours: Mapping[str, QColor]
    tags: Mapping[str, TagColour] = field(default_factory=dict)
    family: str = "Amiri"
    size_px: int = 24
    line_height: float = 1.18
    measure_em: float = 31.0
    paragraph_gap_em: float = 0.7
    justified: bool = True
    hidden_marks: HiddenMarks = HiddenMarks.SUSPICIOUS
    tashkeel: Tashkeel = Tashkeel.PRINTED

    def colour(self, role: str) -> QColor:
        return self.colours[role]

    def tag(self, role: str) -> TagColour:
        """The colours of a tag's role; of an unknown one, grey made from the page's quiet ink."""
        quiet = self.colours["quiet"]
        fill = QColor(quiet)
        fill.setAlpha(40)
        return self.tags.get(role) or TagColour(fill, quiet)


class RoleStyle(NamedTuple):
    """Type of one kind of paragraph: size and lengths in multiples of the body size.

    ``indent`` is left free at the edge where lines begin, ``outdent`` at the other one. ``gap`` is what lies between
    paragraphs that belong together (items of a list); None means as between others.
    """

    scale: float = 1.0
    bold: bool = False
    colour: str = "ink"
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    outdent: float = 0.0
    gap: float | None = None
    justified: bool = False
    line_height: float = 1.0
    fixed_pitch: bool = False


ROLE_STYLES: Mapping[Role, RoleStyle] = {
    Role.KICKER: RoleStyle(scale=0.92, colour="quiet", after=0.1),
    Role.TITLE: RoleStyle(scale=1.75, bold=True, colour="heading", after=0.55, line_height=0.92),
    Role.SUBTITLE: RoleStyle(scale=1.15, colour="quiet", after=0.5),
    Role.HEADING: RoleStyle(scale=1.22, bold=True, colour="heading", before=0.75, after=0.1),
    Role.BODY: RoleStyle(justified=True),
    Role.ITEM: RoleStyle(justified=True, indent=1.1, gap=0.3),
    Role.BLANK: RoleStyle(),
    Role.QUOTATION: RoleStyle(scale=0.97, justified=True, indent=1.5, outdent=0.8, before=0.2, after=0.2),
    Role.ROW: RoleStyle(scale=0.92, before=0.3, after=0.35, gap=0.0),
    Role.NOTE: RoleStyle(scale=0.84, colour="quiet", before=1.1, indent=1.7, gap=0.25, justified=True),
    Role.CAPTION: RoleStyle(scale=0.88, colour="quiet", after=0.3),
    Role.CODE: RoleStyle(scale=0.8, before=0.35, after=0.35, indent=0.8, outdent=0.8, gap=0.0, fixed_pitch=True),
    Role.CUE: RoleStyle(indent=4.2, gap=0.35),
}
_HEADINGS = {
    1: RoleStyle(scale=1.45, bold=True, colour="heading", before=1.1, after=0.25, line_height=0.96),
    2: ROLE_STYLES[Role.HEADING],
    3: RoleStyle(scale=1.1, bold=True, colour="heading", before=0.6),
}
_LOWEST_HEADING = RoleStyle(bold=True, colour="heading", before=0.45)
_DEEPEST = 6
"""Lists and quotations nested deeper than this are set in no further."""

ROW_PADDING_EM = 0.28
"""Above and below the cells of a row, between its lines."""


@lru_cache(maxsize=128)
def style_of(role: Role, level: int = 0) -> RoleStyle:
    """The type of a part of this level; level 0 is what no file said."""
    style = ROLE_STYLES[role]
    if role is Role.HEADING and level:
        return _HEADINGS.get(level, _LOWEST_HEADING)
    if role is Role.ITEM and level:
        return style._replace(indent=1.5 * min(level, _DEEPEST))
    if role is Role.QUOTATION and level > 1:
        return style._replace(indent=style.indent + 1.2 * (min(level, _DEEPEST) - 1))
    return style


def font_for(style: ReadingStyle, role: RoleStyle) -> QFont:
    fixed = QFontDatabase.SystemFont.FixedFont
    font = QFont(QFontDatabase.systemFont(fixed).family() if role.fixed_pitch else style.family)
    font.setPixelSize(max(1, round(style.size_px * role.scale)))
    font.setBold(role.bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


class MarkKind(StrEnum):
    ANNOTATION = "annotation"
    SUGGESTION = "suggestion"
    HIT = "hit"
    TERM = "term"
    WORD = "word"


class Mark(NamedTuple):
    """Something painted beneath a span of the text; ``key`` names it to whoever gave it, ``colour`` is a tag's role."""

    span: Span
    kind: MarkKind
    key: str
    colour: str
    label: str = ""


class Arc(NamedTuple):
    """A relation drawn on the page, from one span to another."""

    source: Span
    target: Span
    label: str
