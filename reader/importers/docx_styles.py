# SPDX-License-Identifier: GPL-3.0-or-later
"""What the styles of a DOCX say of their paragraphs: heading and level, quotation, list, direction."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from reader.importers.docx_xml import W, switch, value, whole
from reader.importers.style_names import kind_of_style
from reader.model.structure import BlockKind

_BODY_LEVEL = 9
_DEEPEST_CHAIN = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What holds for a paragraph. ``list_id`` and ``list_level`` name its list; ``bidi`` is None when not said."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    list_id: str = ""
    list_level: int = 0
    bidi: bool | None = None


class Styles:
    """The paragraph styles of a document, each with what it inherits."""

    def __init__(self, root: Element | None) -> None:
        found = root.iterfind(f"{W}style") if root is not None else ()
        paragraph_styles = [one for one in found if value(one, "type", "paragraph") == "paragraph"]
        self._elements = {value(one, "styleId"): one for one in paragraph_styles}
        self._known: dict[str, Style] = {}
        self._default = next((value(one, "styleId") for one in paragraph_styles if value(one, "default") == "1"), "")

    def of(self, properties: Element | None) -> Style:
        """What holds for a paragraph with these properties (``w:pPr``)."""
        named = value(properties.find(f"{W}pStyle")) if properties is not None else ""
        return _with(self._style(named or self._default), properties)

    def _style(self, identity: str) -> Style:
        if identity not in self._known:
            style = Style()
            for element in reversed(self._chain(identity)):
                style = _named(_with(style, element.find(f"{W}pPr")), value(element.find(f"{W}name")))
            self._known[identity] = style
        return self._known[identity]

    def _chain(self, identity: str) -> list[Element]:
        """A style and those it is based on; a circle ends where it closes."""
        chain: list[Element] = []
        seen: set[str] = set()
        while identity in self._elements and identity not in seen and len(chain) < _DEEPEST_CHAIN:
            seen.add(identity)
            chain.append(self._elements[identity])
            identity = value(chain[-1].find(f"{W}basedOn"))
        return chain


def _named(style: Style, name: str) -> Style:
    told = kind_of_style(name)
    return style if told is None else replace(style, kind=told[0], level=told[1])


def _with(style: Style, properties: Element | None) -> Style:
    """A style changed by what paragraph properties say themselves."""
    if properties is None:
        return style
    bidi = switch(properties, "bidi")
    if bidi is not None:
        style = replace(style, bidi=bidi)
    outline = properties.find(f"{W}outlineLvl")
    if outline is not None:
        level = whole(outline, otherwise=_BODY_LEVEL)
        if 0 <= level < _BODY_LEVEL:
            kind = style.kind if style.kind is BlockKind.TITLE else BlockKind.HEADING
            style = replace(style, kind=kind, level=level + 1)
        elif style.kind is BlockKind.HEADING:
            style = replace(style, kind=BlockKind.PARAGRAPH, level=0)
    numbering = properties.find(f"{W}numPr")
    if numbering is not None:
        identity = value(numbering.find(f"{W}numId"), otherwise=style.list_id)
        style = replace(
            style, list_id=identity, list_level=whole(numbering.find(f"{W}ilvl"), otherwise=style.list_level)
        )
    return style
