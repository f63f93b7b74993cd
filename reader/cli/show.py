# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya show``: a text in the terminal, its entities in colour, what the colours mean below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from reader.cli.entities import Marked, Piece, fields_of, pieces_of
from reader.cli.output import write, write_json_object
from reader.cli.parts import (
    Shown,
    SourceStructure,
    column_widths,
    direction_of,
    lines_of,
    page_line,
    split_at_pages,
)
from reader.cli.sources import Source
from reader.cli.terminal import Paint, Terminal
from reader.model.annotation import Annotation
from reader.model.ids import TagId
from reader.model.parts import parts_of
from reader.model.tagset import Tag, name_in
from reader.store import Library
from reader.text.chunks import paragraphs_of
from reader.text.direction import Direction
from reader.text.structure import Mark, Part, Role

_APART = frozenset({Role.TITLE, Role.HEADING, Role.QUOTATION, Role.ROW, Role.CODE, Role.NOTE})
"""Parts with an empty line above and below them."""


def show(
    source: Source, library: Library | None, tags: Sequence[Tag], terminal: Terminal, *, recognise: bool, language: str
) -> None:
    """Print the text, paragraph by paragraph as it is read. Blank paragraphs in a row are one empty line."""
    roles = {tag.id: tag.colour for tag in tags}
    counts: Counter[TagId] = Counter()
    structure = SourceStructure(source, library)
    printer = _Printer(terminal, source.direction)
    for piece in pieces_of(source, library, recognise=recognise):
        counts.update(each.tag_id for each in piece.marked if each.span.start >= piece.start)
        paragraphs = paragraphs_of(piece.text)
        parts = _parts(piece, paragraphs, structure)
        printer.begin_piece(piece.text, paragraphs)
        for (start, end), part in zip(paragraphs, parts, strict=True):
            printer.print(start, piece.text[start:end], part, _paints(piece, start, end, roles))
    _print_legend(tags, counts, terminal, language)


class _Printer:
    """Prints paragraph after paragraph; remembers what decides the space between two."""

    def __init__(self, terminal: Terminal, dominant: Direction) -> None:
        self._terminal = terminal
        self._dominant = dominant
        self._was_blank = True
        self._before: Role | None = None
        self._text = ""
        self._paragraphs: Sequence[tuple[int, int]] = ()
        self._widths: dict[tuple[int, int], tuple[int, ...]] = {}

    def begin_piece(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> None:
        """What is printed next stands in this piece of the text."""
        self._text, self._paragraphs, self._widths = text, paragraphs, {}

    def print(self, start: int, text: str, part: Part, paints: Sequence[Paint]) -> None:
        """Print the paragraph that begins at ``start`` of the piece."""
        is_blank = not text.strip()
        if not (is_blank and self._was_blank):
            self._part_from_last(part, is_blank=is_blank)
            shown = Shown(text, part, direction_of(text, part, self._dominant), paints)
            for piece, mark in split_at_pages(shown, start):
                for line in lines_of(piece, self._terminal, self._widths_for(part)):
                    write(line)
                self._print_page([mark] if mark is not None else ())
        self._was_blank = is_blank

    def _part_from_last(self, part: Part, *, is_blank: bool) -> None:
        """The rule of a page, and an empty line around what would else run into each other."""
        self._print_page(part.above)
        has_room = self._was_blank or is_blank or bool(part.above)
        if not has_room and (part.role in _APART or self._before in _APART) and not part.goes_on:
            write("")
        self._before = part.role

    def _print_page(self, marks: Sequence[Mark]) -> None:
        rule = page_line(marks, self._terminal)
        if rule is not None:
            write(rule)

    def _widths_for(self, part: Part) -> tuple[int, ...]:
        if part.run is None:
            return ()
        if part.run not in self._widths:
            first, last = part.run
            rows = [self._text[start:end] for start, end in self._paragraphs[first : last + 1]]
            self._widths[part.run] = column_widths(rows, self._terminal.columns)
        return self._widths[part.run]


def show_as_json(source: Source, library: Library | None, *, recognise: bool) -> None:
    """The text and what is marked in it as one JSON object, written as it is read."""
    marked: list[Marked] = []
    structure = SourceStructure(source, library)
    write_json_object(
        [
            ("title", source.title),
            ("path", str(source.path) if source.path else None),
            ("document", source.document.id if source.document else None),
            ("encoding", source.encoding),
            ("length", source.text.length),
            ("direction", source.direction.value),
            ("paragraphs", _paragraphs(source, library, structure, marked, recognise=recognise)),
            ("entities", map(fields_of, marked)),
        ]
    )


def _paragraphs(
    source: Source, library: Library | None, structure: SourceStructure, marked: list[Marked], *, recognise: bool
) -> Iterator[dict[str, Any]]:
    for piece in pieces_of(source, library, recognise=recognise):
        marked += [each for each in piece.marked if each.span.start >= piece.start]
        paragraphs = paragraphs_of(piece.text)
        for (start, end), part in zip(paragraphs, _parts(piece, paragraphs, structure), strict=True):
            text = piece.text[start:end]
            said = {"start": piece.start + start, "end": piece.start + end}
            direction = direction_of(text, part, source.direction).value
            yield {**said, "direction": direction, **_said_of(part, structure, piece.start), "text": text}


def _said_of(part: Part, structure: SourceStructure, base: int) -> dict[str, Any]:
    """What a file with structure says of a paragraph; nothing for others."""
    if not structure.has_blocks:
        return {}
    pages = [mark for mark in (*part.above, *part.within) if mark.is_page]
    return {
        "kind": part.role.value,
        "level": part.level,
        "label": part.label,
        "pages": [{"start": base + mark.offset, "label": mark.label} for mark in pages],
    }


def _parts(piece: Piece, paragraphs: Sequence[tuple[int, int]], structure: SourceStructure) -> list[Part]:
    """What the paragraphs are; looks tell nothing in a terminal, where they would be guessed from lines."""
    if not structure.has_blocks:
        return [Part(Role.BODY)] * len(paragraphs)
    parts = parts_of(piece.text, paragraphs, piece.start, structure, opens_document=piece.start == 0)
    return parts if structure.is_structured else [part._replace(role=Role.BODY) for part in parts]


def _paints(piece: Piece, start: int, end: int, roles: dict[TagId, str]) -> list[Paint]:
    """What is marked in the paragraph that lies at ``start`` to ``end`` of the piece, offsets in the paragraph."""
    first, last = piece.start + start, piece.start + end
    return [
        Paint(
            start=max(each.span.start, first) - first,
            end=min(each.span.end, last) - first,
            role=roles.get(each.tag_id, ""),
            is_annotation=isinstance(each, Annotation),
        )
        for each in piece.marked
        if each.span.start < last and each.span.end > first
    ]


def _print_legend(tags: Sequence[Tag], counts: Counter[TagId], terminal: Terminal, language: str) -> None:
    """Each tag that occurs, in its colour, and how often."""
    legend = ""
    paints = []
    for tag in tags:
        if counts[tag.id]:
            legend += " · " if legend else ""
            name = name_in(tag.names, language) or tag.id
            paints.append(Paint(start=len(legend), end=len(legend) + len(name), role=tag.colour, is_annotation=False))
            legend += f"{name} {counts[tag.id]}"
    if legend:
        direction = Direction.RIGHT_TO_LEFT if language == "ar" else Direction.LEFT_TO_RIGHT
        write("")
        for line in terminal.lines(legend, direction, paints):
            write(line)
