# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles of dictionaries as safe lines of plain text: what could fetch, run or draw is dropped, not disarmed.

Nothing here builds a tree, so neither depth nor size of markup costs more than one pass over it.
Source: StarDict dictionary format 3.0.0, "type identifiers"; XDXF standard draft 034 (visual and logical articles);
ABBYY Lingvo x6 help, "DSL tags"; HTML Living Standard, 4.4 and 15.3 (which elements begin a line).
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from typing import Final

from reader.importers.dictionaries.records import Markup
from reader.model.dictionary import DEEPEST, LONGEST_ARTICLE, EntryLine, LineKind, unpacked

_MOST_MARKUP: Final = 4 * LONGEST_ARTICLE
"""Code points of markup; nothing longer is looked at."""
_TOKEN: Final = re.compile(r"<!--.*?(?:-->|\Z)|<!\[CDATA\[(.*?)(?:\]\]>|\Z)|<([!?/]?)([A-Za-z][\w:.-]*)([^<>]*)>", re.S)
_NOT_SHOWN: Final = re.compile(
    r"<(script|style|head|title|template|noscript|svg|math|iframe|object|audio|video|canvas|select|rt|rp)\b[^<>]*"
    r"(?:/>|>.*?(?:</\1\s*>|\Z))",
    re.S | re.I,
)
_BLOCKS: Final = frozenset(
    (
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "br",
            "center",
            "cit",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
        ),
        *("entry", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "sense", "summary", "table", "tbody"),
        *("tfoot", "thead", "tr", "ul", "def", "ar", "ex"),
    )
)
_DEEPER: Final = frozenset(("ol", "ul", "blockquote", "dd", "dir", "menu", "def"))
_EXAMPLES: Final = frozenset(("ex", "exm", "example"))
_GRAMMAR: Final = frozenset(("gr", "tr", "pos"))
_SPACES: Final = re.compile(r"[ \t\u00a0]+")
_UNWANTED: Final = {
    **dict.fromkeys((*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0xFEFF)),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
"""Controls go; halves of characters, which JSON can hold and UTF-8 cannot, are shown to be broken."""
_BREAKS: Final = re.compile(r"\r\n?|[\u2028\u2029\u0085]")


def lines_of(body: str, markup: Markup, headword: str = "") -> tuple[EntryLine, ...]:
    """The article as lines; empty ones are left out, and what is beyond ``LONGEST_ARTICLE`` is cut.

    ``headword`` is what stands for it in the article ("~" of DSL).
    """
    is_markup = markup is not Markup.PACKED
    made = _MAKERS[markup](body[:_MOST_MARKUP] if is_markup else body, headword)
    return tuple(_within(LONGEST_ARTICLE, _tidied(made)))


def is_cut(body: str) -> bool:
    """Whether an article is so long that it is cut."""
    return len(body) > LONGEST_ARTICLE


def _tidied(lines: Iterator[EntryLine]) -> Iterator[EntryLine]:
    for line in lines:
        text = _SPACES.sub(" ", line.text.translate(_UNWANTED)).strip()
        if text:
            yield EntryLine(text=text, kind=line.kind, depth=min(line.depth, DEEPEST))


def _within(most: int, lines: Iterator[EntryLine]) -> Iterator[EntryLine]:
    left = most
    for line in lines:
        if len(line.text) > left:
            yield EntryLine(text=line.text[:left] + "…", kind=line.kind, depth=line.depth)
            return
        left -= len(line.text) + 1
        yield line


# Plain text


_ASIDE: Final = re.compile(r"(?:(?:/[^/]{1,200}/|\[[^\]]{1,200}\]|<[^>]{1,80}>)[ ,;]*)+")
"""A line of nothing but pronunciation and labels."""


def _plain_lines(body: str, _headword: str) -> Iterator[EntryLine]:
    for line in _BREAKS.sub("\n", body).split("\n"):
        indented = len(line) - len(line.lstrip(" \t"))
        steps = line[:indented].count("\t") + line[:indented].count(" ") // 2
        kind = LineKind.GRAMMAR if _ASIDE.fullmatch(line.strip()) else LineKind.TEXT
        yield EntryLine(text=line, depth=steps, kind=kind)


# HTML, Pango, XDXF


class _Page:
    """Lines that are being made from markup."""

    def __init__(self) -> None:
        self.lines: list[EntryLine] = []
        self.depth = 0
        self.kinds: list[LineKind] = []
        self._pieces: list[str] = []
        self._kind: LineKind | None = None
        self._numbers: list[int] = []
        self._lists: list[bool] = []
        self.is_literal = False

    def add(self, text: str) -> None:
        if not text:
            return
        if self.is_literal:
            first, *rest = text.split("\n")
            self._piece(first)
            for each in rest:
                self.end_line()
                self._piece(each)
        else:
            self._piece(text.replace("\n", " "))

    def _piece(self, text: str) -> None:
        if text.strip():
            kind = self.kinds[-1] if self.kinds else LineKind.TEXT
            self._kind = kind if self._kind in (None, kind) else LineKind.TEXT
        self._pieces.append(text)

    def end_line(self) -> None:
        text = "".join(self._pieces)
        if text.strip():
            self.lines.append(EntryLine(text=text, kind=self._kind or LineKind.TEXT, depth=self.depth))
        self._pieces.clear()
        self._kind = None

    def enter_list(self, *, is_numbered: bool) -> None:
        self.depth += 1
        self._lists.append(is_numbered)
        self._numbers.append(0)

    def leave_list(self) -> None:
        self.depth = max(0, self.depth - 1)
        if self._lists:
            self._lists.pop()
            self._numbers.pop()

    def begin_item(self) -> None:
        if self._lists and self._lists[-1]:
            self._numbers[-1] += 1
            self._pieces.append(f"{self._numbers[-1]}. ")
        else:
            self._pieces.append("• ")


def _html_lines(body: str, _headword: str) -> Iterator[EntryLine]:
    if "<" not in body:
        yield from _text_with_entities(body)
        return
    page = _Page()
    page.is_literal = not re.search(r"<(?:p|div|br|li|table|dd)\b", body, re.I)
    place = 0
    shown = _NOT_SHOWN.sub("", _BREAKS.sub("\n", body))
    for token in _TOKEN.finditer(shown):
        page.add(html.unescape(shown[place : token.start()]))
        place = token.end()
        if token[1] is not None:
            page.add(token[1])
        elif token[3] and token[2] in ("", "/"):
            _on_tag(page, token[3].lower(), is_end=token[2] == "/", is_empty=token[4].endswith("/"))
    page.add(html.unescape(shown[place:]))
    page.end_line()
    yield from page.lines


def _text_with_entities(body: str) -> Iterator[EntryLine]:
    for line in _BREAKS.sub("\n", body).split("\n"):
        yield EntryLine(text=html.unescape(line) if "&" in line else line)


def _on_tag(page: _Page, name: str, *, is_end: bool, is_empty: bool) -> None:
    if name in ("td", "th"):
        page.add("" if is_end else "  ")
    if name in _BLOCKS:
        page.end_line()
    if is_empty:
        return
    if name in _DEEPER:
        if is_end:
            page.leave_list()
        else:
            page.enter_list(is_numbered=name == "ol")
    if name == "li" and not is_end:
        page.begin_item()
    _on_kind(page, name, is_end=is_end)


def _on_kind(page: _Page, name: str, *, is_end: bool) -> None:
    kind = LineKind.EXAMPLE if name in _EXAMPLES else LineKind.GRAMMAR if name in _GRAMMAR else None
    if kind is None:
        return
    if not is_end:
        page.kinds.append(kind)
    elif page.kinds:
        page.kinds.pop()


_KEY: Final = re.compile(r"<k\b[^<>]*>.*?(?:</k\s*>|\Z)", re.S | re.I)


def _xdxf_lines(body: str, headword: str) -> Iterator[EntryLine]:
    """As HTML; the headword, which is shown above the article, is left out, and lines count as they stand."""
    yield from _html_lines(_KEY.sub("", body), headword)


# Wiki markup of StarDict's type "w", simplified


_WIKI_LINK: Final = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_WIKI_EMPHASIS: Final = re.compile(r"'{2,5}")
_WIKI_START: Final = re.compile(r"^([#*:;=]+)\s*")


def _wiki_lines(body: str, headword: str) -> Iterator[EntryLine]:
    plain = _WIKI_EMPHASIS.sub("", _WIKI_LINK.sub(r"\1", body))
    for line in _html_lines(plain, headword):
        start = _WIKI_START.match(line.text)
        depth = len(start[1]) if start and "=" not in start[1] else 0
        text = _WIKI_START.sub("• " if depth else "", line.text).rstrip("= ")
        yield EntryLine(text=text, kind=line.kind, depth=max(0, depth - 1))


# DSL


_DSL_TOKEN: Final = re.compile(
    r"\\(.)|\{\{.*?(?:\}\}|\Z)|<<(.*?)(?:>>|\Z)|\[(/?)([^\[\]\s]{1,40})([^\[\]]{0,200})\]|([~{}])", re.S
)
_DSL_NOT_SHOWN: Final = re.compile(r"(?<!\\)\[(s|video)\].*?(?:\[/\1\]|\Z)", re.S)
_DSL_GRAMMAR: Final = frozenset(("p", "t"))
_DSL_EXAMPLE: Final = frozenset(("ex",))


def _dsl_lines(body: str, headword: str) -> Iterator[EntryLine]:
    for raw in _BREAKS.sub("\n", body).split("\n"):
        yield _dsl_line(_DSL_NOT_SHOWN.sub("", raw), headword)


def _dsl_line(raw: str, headword: str) -> EntryLine:
    pieces: list[str] = []
    kinds: list[LineKind] = []
    open_kinds: list[LineKind] = []
    depth, place = 0, 0

    def add(text: str) -> None:
        if text.strip(" \t,;.()"):
            kinds.append(open_kinds[-1] if open_kinds else LineKind.TEXT)
        pieces.append(text)

    for token in _DSL_TOKEN.finditer(raw):
        add(raw[place : token.start()])
        place = token.end()
        if token[1] is not None:
            add(token[1])
        elif token[2] is not None:
            add(token[2])
        elif token[6] == "~":
            add(headword)
        elif token[4]:
            depth = _dsl_depth(token[4], depth)
            _dsl_kind(open_kinds, token[4], is_end=bool(token[3]))
            if token[4] == "'" and token[3]:
                add("\u0301")
    add(raw[place:])
    kind = kinds[0] if kinds and all(each is kinds[0] for each in kinds) else LineKind.TEXT
    return EntryLine(text="".join(pieces), kind=kind, depth=depth)


def _dsl_depth(tag: str, depth: int) -> int:
    """``[m2]`` sets a margin; ``[m]`` alone is ``[m0]``."""
    return int(tag[1:]) if tag[0] == "m" and tag[1:].isdecimal() else depth


def _dsl_kind(open_kinds: list[LineKind], tag: str, *, is_end: bool) -> None:
    kind = LineKind.GRAMMAR if tag in _DSL_GRAMMAR else LineKind.EXAMPLE if tag in _DSL_EXAMPLE else None
    if kind is None:
        return
    if not is_end:
        open_kinds.append(kind)
    elif open_kinds:
        open_kinds.pop()


_MAKERS: Final[dict[Markup, Callable[[str, str], Iterator[EntryLine]]]] = {
    Markup.PLAIN: _plain_lines,
    Markup.HTML: _html_lines,
    Markup.XDXF: _xdxf_lines,
    Markup.WIKI: _wiki_lines,
    Markup.DSL: _dsl_lines,
    Markup.PACKED: lambda body, _headword: iter(unpacked(body)),
}
