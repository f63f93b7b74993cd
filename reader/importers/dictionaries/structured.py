# SPDX-License-Identifier: GPL-3.0-or-later
"""The glossaries of Yomitan as lines: texts, lists, tables and labels of a structured content, never links or images.

Source: dictionary-term-bank-v3-schema.json of the Yomitan sources, "structuredContent".
"""

from __future__ import annotations

from typing import Any, Final

from reader.model.dictionary import LONGEST_ARTICLE, EntryLine, LineKind, packed

_DEEPEST_NESTING: Final = 60
_BLOCKS: Final = frozenset(("div", "ol", "ul", "li", "table", "thead", "tbody", "tfoot", "tr", "details", "summary"))
_LISTS: Final = frozenset(("ol", "ul"))
_NOT_SHOWN: Final = frozenset(("img", "rt", "rp"))
_TEXT_OF_A_NUMBERED: Final = "{}. {}"


def article_of(glossary: list[Any], tags: str) -> str:
    """The glossary of a term as packed lines; several definitions are numbered. ``tags`` are the labels above them."""
    found = [lines for each in glossary if (lines := _definition(each))]
    lines = [EntryLine(text=tags, kind=LineKind.GRAMMAR)] if tags.strip() else []
    for number, definition in enumerate(found, 1):
        first, *rest = definition
        is_numbered = len(found) > 1 and first.kind is LineKind.TEXT
        text = _TEXT_OF_A_NUMBERED.format(number, first.text) if is_numbered else first.text
        lines += [EntryLine(text=text, kind=first.kind, depth=first.depth), *rest]
    return packed(lines)


def _definition(item: Any) -> list[EntryLine]:
    page = _Page()
    if isinstance(item, dict) and item.get("type") == "text":
        page.add(str(item.get("text", "")))
    elif isinstance(item, dict) and item.get("type") == "structured-content":
        page.walk(item.get("content"), 0)
    elif isinstance(item, str):
        page.add(item)
    elif isinstance(item, list) and item and isinstance(item[0], str):
        page.add(f"→ {item[0]}")
    page.end_line()
    return page.lines


class _Page:
    """Lines that are being made of a structured content."""

    def __init__(self) -> None:
        self.lines: list[EntryLine] = []
        self._pieces: list[str] = []
        self._depth = 0
        self._kind = LineKind.TEXT
        self._left = LONGEST_ARTICLE

    def add(self, text: str) -> None:
        """Text; a line feed in it ends a line."""
        text = text[: self._left]
        self._left -= len(text)
        first, *rest = text.split("\n")
        self._pieces.append(first)
        for each in rest:
            self.end_line()
            self._pieces.append(each)

    def end_line(self) -> None:
        text = " ".join("".join(self._pieces).split())
        if text:
            self.lines.append(EntryLine(text=text, kind=self._kind, depth=self._depth))
        self._pieces.clear()

    def walk(self, content: Any, nesting: int) -> None:
        """A text, an element, or a list of both; what is nested too deep is left out."""
        if nesting > _DEEPEST_NESTING or self._left <= 0:
            return
        if isinstance(content, str):
            self.add(content)
        elif isinstance(content, list):
            for each in content:
                self.walk(each, nesting + 1)
        elif isinstance(content, dict):
            self._element(content, nesting)

    def _element(self, element: dict[str, Any], nesting: int) -> None:
        tag = element.get("tag")
        if tag in _NOT_SHOWN:
            return
        if tag == "br":
            self.end_line()
            return
        before = self._kind
        if tag in _BLOCKS:
            self.end_line()
            self._kind = _kind_of(element) or self._kind
        if tag in ("td", "th"):
            self.add("  ")
        self._depth += tag in _LISTS
        if tag == "li":
            self._pieces.append("• ")
        self.walk(element.get("content"), nesting + 1)
        if tag in _BLOCKS:
            self.end_line()
            self._kind = before
        self._depth -= tag in _LISTS


def _kind_of(element: dict[str, Any]) -> LineKind | None:
    """Dictionaries say in ``data.content`` what a part is: “example-sentence”, “part-of-speech-info”, …"""
    data = element.get("data")
    said = str(data.get("content", "")).lower() if isinstance(data, dict) else ""
    if "example" in said:
        return LineKind.EXAMPLE
    return LineKind.GRAMMAR if any(each in said for each in ("speech", "grammar", "inflection", "tags")) else None
