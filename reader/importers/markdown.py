# SPDX-License-Identifier: GPL-3.0-or-later
"""Markdown: headings, lists, quotations, tables, code and footnotes as blocks, the rest as the text a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.errors import Cancelled, NoText
from reader.importers.decoding import read_text
from reader.importers.extracted import Cancelled as Asked
from reader.importers.extracted import Extracted, NoticeKind, Options, Progress
from reader.importers.list_markers import BULLET
from reader.importers.markdown_notes import parted, with_marks
from reader.importers.text_builder import LINE_ENDS, TextBuilder
from reader.model.structure import BlockKind

LARGEST_BYTES = 64 << 20
_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_FRONT_LINE = re.compile(r"([A-Za-zء-ي_-]{1,40})[ \t]*:[ \t]*(.{1,1000})")
_FRONT_KEYS = {
    **dict.fromkeys(("title", "العنوان", "عنوان"), "title"),
    **dict.fromkeys(("author", "authors", "المؤلف", "الكاتب"), "author"),
    **dict.fromkeys(("date", "published", "التاريخ", "تاريخ"), "date"),
    **dict.fromkeys(("url", "source", "link", "address", "canonical", "المصدر"), "address"),
    **dict.fromkeys(("lang", "language", "اللغة"), "language"),
    "publisher": "publisher",
}
_TAG = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^<>]{0,2000}>", re.S | re.I)
_BREAK_TAG = re.compile(r"<br\s*/?>", re.I)


def extract(path: Path, options: Options, progress: Progress, cancelled: Asked) -> Iterator[Extracted]:
    """The document in a Markdown file, its footnotes at the end.

    Source: CommonMark 0.31, and tables as GitHub has them.

    Raises:
        Cancelled, FileError, EncodingUnknown.
        NoText: when nothing but markup is in it.
    """
    decoded = read_text(path, options.encoding, LARGEST_BYTES)
    text = LINE_ENDS.sub("\n", decoded.text)
    front = _FRONT.match(text[: 1 << 16])
    metadata = _metadata_of(front[1]) if front else {}
    builder = TextBuilder()
    for notice in decoded.notices:
        builder.notice(notice.kind, notice.count, notice.detail)
    parser, found = _parser(), parted(text[front.end() :] if front else text)
    _Walk(builder, found.notes).through(parser.parse(found.text), progress, cancelled)
    for name, note in found.notes.items():
        words = "".join(_inline_text(token.children or [], builder) for token in parser.parseInline(note))
        builder.paragraph(words, kind=BlockKind.NOTE, label=name)
    if builder.is_blank:
        raise NoText(path, "it holds nothing but markup")
    title = metadata.pop("title", "")
    yield builder.finish(title=title, metadata=tuple(metadata.items()), encoding=decoded.encoding)


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": 40}).enable(["table", "strikethrough"])


def _metadata_of(front: str) -> dict[str, str]:
    """What the lines before the text say, by our keys."""
    found: dict[str, str] = {}
    for line in front.split("\n")[:200]:
        told = _FRONT_LINE.fullmatch(line.rstrip())
        if told and (key := _FRONT_KEYS.get(told[1].lower())):
            found.setdefault(key, told[2].strip().strip("\"'[]"))
    return found


class _Walk:
    """One way through the tokens of a document."""

    def __init__(self, builder: TextBuilder, notes: dict[str, str]) -> None:
        self._builder = builder
        self._notes = notes
        self._lists: list[int | None] = []
        self._quotes = 0
        self._heading = 0
        self._label = ""
        self._cells: list[str] | None = None
        self._tables = 0
        self._in_head = False

    def through(self, tokens: list[Token], progress: Progress, cancelled: Asked) -> None:
        for place, token in enumerate(tokens):
            if place % 1000 == 0:
                if cancelled():
                    raise Cancelled
                progress(place, len(tokens))
            self._take(token)

    def _take(self, token: Token) -> None:
        match token.type:
            case "inline":
                self._add(with_marks(_inline_text(token.children or [], self._builder), self._notes))
            case "fence" | "code_block":
                self._builder.paragraph(token.content.rstrip("\n"), kind=BlockKind.CODE)
            case "html_block":
                self._add_html(token.content)
            case "hr":
                self._builder.blank_line()
            case _ if token.nesting > 0:
                self._enter(token)
            case _ if token.nesting < 0:
                self._leave(token)

    def _enter(self, token: Token) -> None:
        match token.type:
            case "heading_open":
                self._heading = int(token.tag[1])
            case "bullet_list_open":
                self._lists.append(None)
            case "ordered_list_open":
                self._lists.append(int(token.attrs.get("start", 1)))
            case "list_item_open":
                self._label = self._next_label(token)
            case "blockquote_open":
                self._quotes += 1
            case "table_open":
                self._tables += 1
            case "thead_open":
                self._in_head = True
            case "tr_open":
                self._cells = []

    def _leave(self, token: Token) -> None:
        match token.type:
            case "heading_close":
                self._heading = 0
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "blockquote_close":
                self._quotes -= 1
            case "thead_close":
                self._in_head = False
            case "tr_close":
                self._end_row()

    def _next_label(self, token: Token) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return BULLET
        self._lists[-1] = number + 1
        return f"{number}{token.markup or '.'}"

    def _add(self, text: str) -> None:
        if self._cells is not None:
            self._cells.append(" ".join(text.split()))
        elif self._heading:
            self._builder.paragraph(text, kind=BlockKind.HEADING, level=self._heading)
        elif self._lists:
            label, self._label = self._label, ""
            self._builder.paragraph(text, kind=BlockKind.ITEM, level=len(self._lists), label=label)
        elif self._quotes:
            self._builder.paragraph(text, kind=BlockKind.QUOTATION, level=self._quotes)
        else:
            self._builder.paragraph(text)

    def _add_html(self, markup: str) -> None:
        for part in re.split(r"\n\s*\n|(?i:</(?:p|div|li|h[1-6]|tr)>)", markup):
            self._add(without_tags(part, self._builder))

    def _end_row(self) -> None:
        cells, self._cells = self._cells or [], None
        if any(cells):
            self._builder.paragraph(
                "\t".join(cells), kind=BlockKind.ROW, level=int(self._in_head), label=str(self._tables)
            )


def _inline_text(tokens: list[Token], builder: TextBuilder) -> str:
    parts = []
    for token in tokens:
        match token.type:
            case "text" | "code_inline" | "text_special":
                parts.append(token.content)
            case "softbreak":
                parts.append(" ")
            case "hardbreak":
                parts.append("\n")
            case "html_inline":
                parts.append("\n" if _BREAK_TAG.fullmatch(token.content) else "")
            case "image":
                parts.append(_inline_text(token.children or [], builder))
                builder.notice(NoticeKind.DROPPED_IMAGES)
    return "".join(parts)


def without_tags(markup: str, builder: TextBuilder) -> str:
    """What is left of raw HTML in Markdown: its text. Scripts and frames are left out and told."""
    import html  # noqa: PLC0415 - raw HTML is rare

    dropped = len(re.findall(r"<(?:script|style|iframe|object|embed)\b", markup, re.I))
    if dropped:
        builder.notice(NoticeKind.DROPPED_FRAMES, dropped)
    return html.unescape(_TAG.sub("", _BREAK_TAG.sub("\n", markup))).strip()
