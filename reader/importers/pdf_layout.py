# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of pages as paragraphs: columns one after the other, headers and footers left out, rows of tables told."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reader.importers.pdf_columns import columns_of, rows_of
from reader.importers.pdf_lines import Piece
from reader.model.structure import BlockKind
from reader.text import arabic
from reader.text.direction import Direction, dominant_direction

_DIGITS = re.compile(r"[0-9٠-٩۰-۹]+")
_EDGE = 0.12
"""Share of a page's height, above and below, where headers and footers stand."""
_OFTEN = 0.5
"""A line that stands on so many pages (every other one for double pages) is a header or footer."""
_MOST_EDGE_ROWS = 2
_BULLETS = "•▪◦●○■□–—*·‣⁃"
_ITEM = re.compile(rf"\s*(?:[{_BULLETS}]\s*|[(]?[0-9٠-٩۰-۹]{{1,3}}[.)\-]\s+)")
_BULLET = re.compile(r"([•▪◦●○■□‣⁃]|[–—*·-](?=\s))\s*")
_NOTE = re.compile(r"\s*(?:[(\[]?[0-9٠-٩۰-۹]{1,3}[)\]]?|\*)\s*\S")
_ENDS = tuple(".؟?!…:»”)؛")
_PAGE_NUMBER = re.compile(r"[-–—|\s]*(?:[0-9٠-٩۰-۹]{1,5}|[ivxlc]{1,7})[-–—|\s]*", re.IGNORECASE)
_HEADING_SIZE, _NOTE_SIZE = 1.14, 0.92
_LONGEST_HEADING = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLines:
    """The pieces of one page; ``number`` from 0, ``height`` in points."""

    number: int
    height: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Text with what it is; ``breaks`` are the pages that begin inside it: their number and the offset in ``text``."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    page: int = 0
    breaks: tuple[tuple[int, int], ...] = ()
    size: float = 0.0
    top: float = 0.0
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line of a column; more than one piece is a row of a table. ``left`` and ``right`` are those of its column."""

    pieces: tuple[Piece, ...]
    page: int
    left: float
    right: float
    column: int

    @property
    def size(self) -> float:
        return self.pieces[0].size

    @property
    def level(self) -> float:
        return self.pieces[0].level

    @property
    def text(self) -> str:
        return self.pieces[0].text


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """``dropped`` lines were headers and footers; ``printed`` are the page numbers they show, by page."""

    paragraphs: tuple[Paragraph, ...]
    dropped: int = 0
    printed: tuple[tuple[int, str], ...] = ()
    direction: Direction = Direction.RIGHT_TO_LEFT


def laid_out(pages: Sequence[PageLines]) -> Layout:
    """The paragraphs of the pages in reading order. O(n log n)."""
    kept, dropped, printed = _without_edges(pages)
    direction = dominant_direction("\n".join(piece.text for page in kept[:40] for piece in page.pieces)[:20_000])
    lines = [line for page in kept for line in _lines_of(page, direction)]
    body = _body_size(lines)
    paragraphs = list(_paragraphs(lines, direction, body))
    return Layout(
        paragraphs=tuple(_with_headings(paragraphs, body)),
        dropped=dropped,
        printed=tuple(printed.items()),
        direction=direction,
    )


# Headers and footers


def _without_edges(pages: Sequence[PageLines]) -> tuple[list[PageLines], int, dict[int, str]]:
    """The pages without headers and footers, how many lines these were, and the page numbers among them."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({_edge_key(piece) for piece in page.pieces if _at_edge(page, piece)})
    needed = max(2, round(len(pages) * _OFTEN / 2) if len(pages) > 5 else 2)
    kept, dropped, printed = [], 0, {}
    for page in pages:
        gone = _edges_of(page, seen, needed if len(pages) > 1 else len(pages) + 1)
        if len(gone) == len(page.pieces):
            gone = []  # it is all there is
        for piece in gone:
            if _PAGE_NUMBER.fullmatch(piece.text.strip()):
                printed[page.number] = piece.text.strip(" -–—|\t")
        dropped += len(gone)
        kept.append(replace(page, pieces=tuple(piece for piece in page.pieces if piece not in gone)))
    return kept, dropped, printed


def _edges_of(page: PageLines, seen: Counter[tuple[str, int]], needed: int) -> list[Piece]:
    """The outermost rows above and below that stand on other pages too, or are the number of the page."""
    gone: list[Piece] = []
    rows = rows_of(page.pieces)
    for side in (rows, list(reversed(rows))):
        for row in side[:_MOST_EDGE_ROWS]:
            if not all(
                _at_edge(page, piece)
                and (
                    seen[_edge_key(piece)] >= needed
                    or (_PAGE_NUMBER.fullmatch(piece.text.strip()) and _is_outermost(page, piece))
                )
                for piece in row
            ):
                break
            gone += [piece for piece in row if piece not in gone]
    return gone


def _at_edge(page: PageLines, piece: Piece) -> bool:
    return piece.level > page.height * (1 - _EDGE) or piece.level < page.height * _EDGE


def _edge_key(piece: Piece) -> tuple[str, int]:
    """What is the same in a header on all its pages: its words without numbers, and its height to some points."""
    return _DIGITS.sub("#", piece.text.strip()), round(piece.level / 6)


def _is_outermost(page: PageLines, piece: Piece) -> bool:
    """Whether nothing stands above (or below) the piece, and something is parted from it by more than a line."""
    others = [other.level for other in page.pieces if other is not piece]
    if not others:
        return False
    above, below = max(others), min(others)
    return piece.level < below - 1.2 * piece.size or piece.level > above + 1.2 * piece.size


# Columns and rows


def _lines_of(page: PageLines, direction: Direction) -> Iterator[_Line]:
    """The lines of the page, column after column."""
    for column, members in enumerate(columns_of(page.pieces, direction)):
        left, right = min(piece.left for piece in members), max(piece.right for piece in members)
        for row in rows_of(members):
            ordered = sorted(
                row, key=lambda piece: -piece.right if direction is Direction.RIGHT_TO_LEFT else piece.left
            )
            yield _Line(pieces=tuple(ordered), page=page.number, left=left, right=right, column=column)


# Paragraphs


def _body_size(lines: Sequence[_Line]) -> float:
    """The size most letters have."""
    letters: Counter[float] = Counter()
    for line in lines:
        for piece in line.pieces:
            letters[round(piece.size * 2) / 2] += len(piece.text)
    return letters.most_common(1)[0][0] if letters else 10.0


def _paragraphs(lines: Sequence[_Line], direction: Direction, body: float) -> Iterator[Paragraph]:
    pitch = _pitch(lines)
    gathered: list[_Line] = []
    for at, drawn in enumerate(lines):
        if len(drawn.pieces) > 1 and _is_row(lines, at):
            yield from _joined(gathered)
            gathered = []
            yield _row(drawn)
            continue
        line = replace(drawn, pieces=(_whole(drawn),)) if len(drawn.pieces) > 1 else drawn
        if gathered and not _goes_on(gathered, line, direction, pitch, body):
            yield from _joined(gathered)
            gathered = []
        gathered.append(line)
    yield from _joined(gathered)


def _whole(line: _Line) -> Piece:
    """The pieces of a line that only has wide gaps, as one."""
    first = line.pieces[0]
    return Piece(
        text=" ".join(piece.text for piece in line.pieces),
        left=min(piece.left for piece in line.pieces),
        right=max(piece.right for piece in line.pieces),
        level=first.level,
        size=first.size,
        bold=all(piece.bold for piece in line.pieces),
    )


def _is_row(lines: Sequence[_Line], at: int) -> bool:
    """Whether a line in pieces is a row of a table: one beside it has pieces at the same places."""
    line = lines[at]
    for other in (at - 1, at + 1):
        if 0 <= other < len(lines) and lines[other].page == line.page and len(lines[other].pieces) > 1:
            shared = sum(
                any(min(piece.right, one.right) > max(piece.left, one.left) for one in lines[other].pieces)
                for piece in line.pieces
            )
            if shared >= min(len(line.pieces), len(lines[other].pieces)):
                return True
    return False


def _row(line: _Line) -> Paragraph:
    cells = "\t".join(piece.text.strip() for piece in line.pieces)
    return Paragraph(text=cells, kind=BlockKind.ROW, page=line.page, size=line.size, top=line.level)


def _pitch(lines: Sequence[_Line]) -> float:
    """The usual distance of lines, in ems."""
    steps = [
        (first.level - second.level) / first.size
        for first, second in pairwise(lines)
        if first.page == second.page and first.column == second.column and abs(first.size - second.size) < 0.6
    ]
    usable = sorted(step for step in steps if 0.8 < step < 4)
    return usable[len(usable) // 3] if usable else 1.5


def _goes_on(gathered: list[_Line], line: _Line, direction: Direction, pitch: float, body: float) -> bool:
    """Whether the line belongs to the paragraph so far."""
    last = gathered[-1]
    if abs(last.size - line.size) > 0.08 * max(last.size, line.size) or last.pieces[0].bold != line.pieces[0].bold:
        return False
    if _ITEM.match(line.text) and (_starts_inside(line, direction) or _ITEM.match(gathered[0].text)):
        return False
    same_column = (last.page, last.column) == (line.page, line.column)
    if same_column:
        step = (last.level - line.level) / line.size
        if not 0.3 < step < 1.3 * pitch + 0.1:
            return False
    elif line.size > 1.05 * body or last.text.rstrip().endswith(_ENDS[:5]):
        return False
    return _is_full(last, line, direction) and not (same_column and _is_indented(gathered, line, direction))


def _starts_inside(line: _Line, direction: Direction) -> bool:
    piece = line.pieces[0]
    inside = line.right - piece.right if direction is Direction.RIGHT_TO_LEFT else piece.left - line.left
    return inside > 0.8 * piece.size


def _is_indented(gathered: list[_Line], line: _Line, direction: Direction) -> bool:
    """Whether the line begins further inside than the one before, as the first line of a paragraph does."""
    last, piece = gathered[-1].pieces[0], line.pieces[0]
    further = last.right - piece.right if direction is Direction.RIGHT_TO_LEFT else piece.left - last.left
    return 0.8 * piece.size < further < 5 * piece.size and not (len(gathered) == 1 and _ITEM.match(gathered[0].text))


def _is_full(last: _Line, line: _Line, direction: Direction) -> bool:
    """Whether the first word of the next line had no room behind the last one."""
    piece = last.pieces[0]
    room = piece.left - last.left if direction is Direction.RIGHT_TO_LEFT else last.right - piece.right
    following = line.pieces[0]
    word = following.text.split(" ", 1)[0]
    width = following.width * len(_bare(word)) / max(len(_bare(following.text)), 1)
    return room < width + 0.9 * piece.size


def _bare(text: str) -> str:
    return "".join(char for char in text if not unicodedata.combining(char) and char not in arabic.MARKS)


def _joined(lines: list[_Line]) -> Iterator[Paragraph]:
    """The lines as one paragraph; words that were divided with a hyphen are joined."""
    if not lines:
        return
    text = ""
    breaks: list[tuple[int, int]] = []
    page = lines[0].page
    for line in lines:
        piece = line.text.strip()
        if text and line.page != page:
            page = line.page
            breaks.append((page, len(text) + (0 if _is_divided(text, piece) else 1)))
        text = _with_line(text, piece)
    first = lines[0]
    marker = _marker_of(text)
    if marker:
        cut = len(text) - len(text[len(marker) :].lstrip())
        text, breaks = text[cut:], [(number, at - cut) for number, at in breaks]
    yield Paragraph(
        text=text,
        kind=BlockKind.ITEM if marker else BlockKind.PARAGRAPH,
        label=marker,
        page=first.page,
        breaks=tuple(breaks),
        size=-first.size if first.pieces[0].bold else first.size,
        top=first.level,
    )


def _with_line(text: str, line: str) -> str:
    if not text:
        return line
    return text[:-1] + line if _is_divided(text, line) else f"{text} {line}"


def _is_divided(text: str, line: str) -> bool:
    """Whether a Latin word goes on behind a hyphen. Arabic words are not divided."""
    return len(text) > 2 and text[-1] in "-\u2010" and text[-2].islower() and line[:1].islower() and line[0].isascii()


def _marker_of(text: str) -> str:
    """The bullet that the paragraph begins with; empty without one. Numbers stay in the text."""
    found = _BULLET.match(text)
    return found[1] if found and len(text) > len(found[0]) else ""


# Headings


def _with_headings(paragraphs: list[Paragraph], body: float) -> Iterator[Paragraph]:
    """The title, headings by their size or weight, notes in small type; bold is a negative size until here."""
    letters = sum(len(one.text) for one in paragraphs)
    if sum(len(one.text) for one in paragraphs if one.size < 0) * 2 > letters:
        paragraphs = [replace(one, size=abs(one.size)) for one in paragraphs]  # bold is how all of it is set
    sizes = sorted({round(abs(one.size)) for one in paragraphs if _looks_like_heading(one, body)}, reverse=True)
    titled = False
    for number, one in enumerate(paragraphs):
        size = abs(one.size)
        found = replace(one, size=size)
        if _looks_like_heading(one, body):
            level = min(sizes.index(round(size)) + 1, 6)
            is_title = not titled and number < 3 and one.page == 0 and level == 1 and size > _HEADING_SIZE * body
            titled = titled or is_title
            found = replace(
                found, kind=BlockKind.TITLE if is_title else BlockKind.HEADING, level=0 if is_title else level
            )
        elif one.kind is BlockKind.PARAGRAPH and size < _NOTE_SIZE * body and _NOTE.match(one.text):
            found = replace(found, kind=BlockKind.NOTE)
        yield found


def _looks_like_heading(paragraph: Paragraph, body: float) -> bool:
    if paragraph.kind is not BlockKind.PARAGRAPH or len(paragraph.text) > _LONGEST_HEADING or paragraph.breaks:
        return False
    if not any(char.isalpha() for char in paragraph.text):
        return False
    larger = abs(paragraph.size) > _HEADING_SIZE * body
    bold = paragraph.size < 0 and abs(paragraph.size) >= 0.98 * body
    return larger or (bold and not paragraph.text.rstrip().endswith((".", "،", "؛")))
