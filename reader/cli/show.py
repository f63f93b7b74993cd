# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya show``: a text in the terminal, its entities in colour, what the colours mean below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from reader.cli.entities import Marked, Piece, fields_of, pieces_of
from reader.cli.output import write, write_json_object
from reader.cli.sources import Source
from reader.cli.terminal import Paint, Terminal
from reader.model.annotation import Annotation
from reader.model.ids import TagId
from reader.model.tagset import Tag, name_in
from reader.store import Library
from reader.text.chunks import paragraphs_of
from reader.text.direction import Direction, paragraph_direction


def show(
    source: Source, library: Library | None, tags: Sequence[Tag], terminal: Terminal, *, recognise: bool, language: str
) -> None:
    """Print the text, paragraph by paragraph as it is read. Blank paragraphs in a row are one empty line."""
    roles = {tag.id: tag.colour for tag in tags}
    counts: Counter[TagId] = Counter()
    was_blank = True
    for piece in pieces_of(source, library, recognise=recognise):
        counts.update(each.tag_id for each in piece.marked if each.span.start >= piece.start)
        for start, end in paragraphs_of(piece.text):
            paragraph = piece.text[start:end]
            is_blank = not paragraph.strip()
            if not (is_blank and was_blank):
                _print(paragraph, source.direction, _paints(piece, start, end, roles), terminal)
            was_blank = is_blank
    _print_legend(tags, counts, terminal, language)


def show_as_json(source: Source, library: Library | None, *, recognise: bool) -> None:
    """The text and what is marked in it as one JSON object, written as it is read."""
    marked: list[Marked] = []
    write_json_object(
        [
            ("title", source.title),
            ("path", str(source.path) if source.path else None),
            ("document", source.document.id if source.document else None),
            ("encoding", source.encoding),
            ("length", source.text.length),
            ("direction", source.direction.value),
            ("paragraphs", _paragraphs(source, library, marked, recognise=recognise)),
            ("entities", map(fields_of, marked)),
        ]
    )


def _paragraphs(
    source: Source, library: Library | None, marked: list[Marked], *, recognise: bool
) -> Iterator[dict[str, Any]]:
    for piece in pieces_of(source, library, recognise=recognise):
        marked += [each for each in piece.marked if each.span.start >= piece.start]
        for start, end in paragraphs_of(piece.text):
            text = piece.text[start:end]
            direction = paragraph_direction(text, source.direction).value
            yield {"start": piece.start + start, "end": piece.start + end, "direction": direction, "text": text}


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


def _print(paragraph: str, dominant: Direction, paints: Sequence[Paint], terminal: Terminal) -> None:
    for line in terminal.lines(paragraph, paragraph_direction(paragraph, dominant), paints):
        write(line)


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
