# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents as Markdown for reading: CommonMark, each tag with its note as a footnote, tables as GitHub writes them.

What has a meaning in Markdown is escaped, so that a text shows as it is; a footnote's number stands behind the word in
which its tag ends. Empty lines of the text are left out, and spaces in a row show as one. It is not read back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import BinaryIO

from reader.interchange.content import Content, Options
from reader.interchange.format import as_text
from reader.interchange.page_words import words_in
from reader.interchange.passages import Paragraph, Passages, Piece, Said, passages_of, shown_metadata
from reader.text.direction import Direction
from reader.text.structure import Role

_SPECIAL = re.compile(r"[\\`*_\[\]<&~|^$]")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\r]")
_BEGINS = re.compile(r"(?:([#+=>:-])|(\d{1,9})([.)]))")
_TICKS = re.compile(r"`+")
_DEEPEST = 6
_TOGETHER = frozenset({Role.ITEM, Role.QUOTATION, Role.ROW, Role.CODE})


def write(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    """The documents one after the other, footnotes after each. Memory: one document."""
    with as_text(stream) as out:
        for number, content in enumerate(contents, 1):
            if number > 1:
                out.write("\n---\n\n")
            out.writelines(_Written(passages_of(content, options.language), number, options.language).lines())


def escaped(text: str, *, begins: bool = True) -> str:
    """The text as Markdown that shows it; ``begins`` when it begins a line. Of one line, without line feed."""
    core = text.lstrip(" \t")
    blanks = "".join("&#9;" if char == "\t" else "&#32;" for char in text[: len(text) - len(core)]) if begins else ""
    core = core if begins else text
    found = _UNSEEN.sub(lambda each: f"&#{ord(each[0])};", _SPECIAL.sub(r"\\\g<0>", core))
    if begins and not blanks:
        found = _BEGINS.sub(_held, found, count=1) if _BEGINS.match(found) else found
    return blanks + found


def _held(found: re.Match[str]) -> str:
    """What would begin a heading, list or quotation, kept from it."""
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"


class _Written:
    """One document as Markdown; labels of footnotes are its number and theirs."""

    def __init__(self, passages: Passages, number: int, language: str) -> None:
        self._passages = passages
        self._words = words_in(language)
        self._labels = {each.annotation.id: f"{number}-{place}" for place, each in enumerate(passages.said, 1)}

    def lines(self) -> Iterator[str]:
        is_right = self._passages.document.direction is Direction.RIGHT_TO_LEFT
        if is_right:
            yield '<div dir="rtl">\n\n'
        yield from self._head()
        for _, together in groupby(self._passages.pieces(), key=_Together()):
            yield from self._group(list(together))
        for each in self._passages.said:
            yield f"[^{self._labels[each.annotation.id]}]: {self._footnote(each)}\n"
        if is_right:
            yield "\n</div>\n"

    def _head(self) -> Iterator[str]:
        document = self._passages.document
        own = next((each for each in self._passages.paragraphs if each.part.role is Role.TITLE), None)
        if own is None or own.text.strip() != document.title.strip():
            yield f"# {_one_line(document.title)}\n\n"
        about = [f"{self._words[name]}: {_one_line(value)}" for name, value in shown_metadata(document)]
        if about:
            yield f"*{' · '.join(about)}*\n\n"

    def _group(self, group: Sequence[tuple[Paragraph, list[Piece]]]) -> Iterator[str]:
        role = group[0][0].part.role
        if role is Role.ROW:
            yield from self._table(group)
        elif role is Role.CODE:
            yield from self._code(group)
        else:
            for paragraph, pieces in group:
                yield from self._block(paragraph, pieces)
            if role is Role.ITEM:
                yield "\n"

    def _block(self, paragraph: Paragraph, pieces: Sequence[Piece]) -> Iterator[str]:
        role, part = paragraph.part.role, paragraph.part
        words = self._inline(pieces)
        if not words:
            return
        if role is Role.TITLE:
            yield f"# {_closed(words)}\n\n"
        elif role is Role.HEADING:
            yield f"{'#' * min(max(part.level, 1) + 1, _DEEPEST)} {_closed(words)}\n\n"
        elif role is Role.ITEM and (part.level or part.label):
            label = part.label if any(map(str.isalnum, part.label)) and not words.startswith(part.label) else ""
            shown = f"{_one_line(label)} " if label else ""
            yield f"{'    ' * (min(max(part.level, 1), _DEEPEST) - 1)}- {shown}{words}\n"
        elif role is Role.QUOTATION:
            yield f"{'> ' * max(part.level, 1)}{words}\n{'' if part.is_continued else chr(10)}"
            if part.is_continued:
                yield f"{'> ' * max(part.level, 1)}\n"
        else:
            yield f"{words}\n\n"

    def _table(self, group: Sequence[tuple[Paragraph, list[Piece]]]) -> Iterator[str]:
        rows = [self._cells(pieces) for _, pieces in group]
        width = max(map(len, rows))
        for number, cells in enumerate(rows):
            yield f"| {' | '.join([*cells, *[''] * (width - len(cells))])} |\n"
            if not number:
                yield f"|{' --- |' * width}\n"
        yield "\n"

    def _cells(self, pieces: Sequence[Piece]) -> list[str]:
        cells: list[list[str]] = [[]]
        for piece in pieces:
            first, *others = self._passages.text[piece.start : piece.end].split("\t")
            cells[-1].append(escaped(first, begins=False))
            cells += [[escaped(each, begins=False)] for each in others]
            cells[-1].append(self._references(piece))
        return ["".join(cell).strip() for cell in cells]

    def _code(self, group: Sequence[tuple[Paragraph, list[Piece]]]) -> Iterator[str]:
        lines = [paragraph.text for paragraph, _ in group]
        longest = max((len(each) for line in lines for each in _TICKS.findall(line)), default=0)
        fence = "`" * max(3, longest + 1)
        yield "\n".join([fence, *lines, fence]) + "\n\n"
        references = "".join(self._references(piece) for _, pieces in group for piece in pieces)
        if references:
            yield f"{references}\n\n"

    def _inline(self, pieces: Sequence[Piece]) -> str:
        parts: list[str] = []
        for number, piece in enumerate(pieces):
            words = escaped(self._passages.text[piece.start : piece.end], begins=not number)
            # A bracket behind a footnote's number would make a link of it.
            parts.append("\\" + words if words[:1] in {"(", ":"} and parts and parts[-1].endswith("]") else words)
            parts.append(self._references(piece))
        joined = "".join(parts)
        core = joined.rstrip(" \t")
        return core + "".join("&#9;" if char == "\t" else "&#32;" for char in joined[len(core) :]) if core else ""

    def _references(self, piece: Piece) -> str:
        return "".join(f"[^{self._labels[each.annotation.id]}]" for each in piece.ending)

    def _footnote(self, each: Said) -> str:
        doubt = f" ({self._words['suggested']})" if each.is_suggested else ""
        told = [f"**{_one_line(each.name)}**{doubt} «{_one_line(each.annotation.quote)}»"]
        if each.entity is not None and each.entity.name != each.annotation.quote:
            told.append(f"= {_one_line(each.entity.name)}")
        told += [f"{_one_line(name)}: {_one_line(value)}" for name, value in each.facts]
        note = each.annotation.note.strip()
        if not note:
            return "; ".join(told)
        paragraphs = [escaped(line) for line in note.split("\n") if line.strip()]
        return f"{'; '.join(told)}\n\n    " + "\n\n    ".join(paragraphs) + "\n"


class _Together:
    """A key that stays the same for neighbours that are one list, quotation, table or stretch of code."""

    def __init__(self) -> None:
        self._number = 0
        self._before: Role | None = None

    def __call__(self, pair: tuple[Paragraph, list[Piece]]) -> int:
        role = pair[0].part.role
        if role not in _TOGETHER or role is not self._before:
            self._number += 1
        self._before = role
        return self._number


def _one_line(text: str) -> str:
    return escaped(" ".join(text.split()), begins=False)


def _closed(heading: str) -> str:
    """A heading whose last signs are not taken for the end of its mark."""
    return f"{heading[:-1]}\\#" if heading.endswith("#") and not heading.endswith("\\#") else heading
