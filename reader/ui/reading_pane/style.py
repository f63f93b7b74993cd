# SPDX-License-Identifier: GPL-3.0-or-later
"""How the page is set: colours by role, face, size, measure. And what a mark on the page is.

Records of this package are named tuples where nothing else is needed: ten frozen dataclasses cost the first picture
6 ms more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont

from reader.text.spans import Span
from reader.text.structure import Role


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

    def colour(self, role: str) -> QColor:
        return self.colours[role]

    def tag(self, role: str) -> TagColour:
        """The colours of a tag's role; of an unknown one, grey made from the page's quiet ink."""
        quiet = self.colours["quiet"]
        fill = QColor(quiet)
        fill.setAlpha(40)
        return self.tags.get(role) or TagColour(fill, quiet)


class RoleStyle(NamedTuple):
    """Type of one paragraph role: size and spaces in multiples of the body size."""

    scale: float = 1.0
    bold: bool = False
    colour: str = "ink"
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    justified: bool = False
    line_height: float = 1.0


ROLE_STYLES: Mapping[Role, RoleStyle] = {
    Role.KICKER: RoleStyle(scale=0.92, colour="quiet", after=0.1),
    Role.TITLE: RoleStyle(scale=1.75, bold=True, colour="heading", after=0.55, line_height=0.92),
    Role.SUBTITLE: RoleStyle(scale=1.15, colour="quiet", after=0.5),
    Role.HEADING: RoleStyle(scale=1.22, bold=True, colour="heading", before=0.75, after=0.1),
    Role.BODY: RoleStyle(justified=True),
    Role.ITEM: RoleStyle(justified=True, indent=1.1),
    Role.BLANK: RoleStyle(),
}


def font_for(style: ReadingStyle, role: Role) -> QFont:
    font = QFont(style.family)
    font.setPixelSize(max(1, round(style.size_px * ROLE_STYLES[role].scale)))
    font.setBold(ROLE_STYLES[role].bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


class MarkKind(StrEnum):
    ANNOTATION = "annotation"
    SUGGESTION = "suggestion"
    HIT = "hit"
    TERM = "term"


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
