# SPDX-License-Identifier: GPL-3.0-or-later
"""The text as a column of stretches: which there are, how tall each is, where a place in the text stands.

Only stretches that somebody asks for are laid out. Heights of the others are estimated and corrected when they
are, so a view that holds on to a stretch and a pixel in it never jumps.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QFontMetricsF

from reader.errors import ReaderError
from reader.text.chunks import Chunk, ChunkedText
from reader.text.direction import Direction, paragraph_direction
from reader.text.structure import Part, Role, plain_parts, roles_of
from reader.text.tashkeel import ShownText, Tashkeel, generated, hidden
from reader.ui.reading_pane.cutting import cuts_of
from reader.ui.reading_pane.grid import Grid, grid_of
from reader.ui.reading_pane.laid import LaidText, Setting, setting_for
from reader.ui.reading_pane.measures import Measures
from reader.ui.reading_pane.style import ReadingStyle, RoleStyle, style_of

if TYPE_CHECKING:
    from reader.model.parts import Structure

PAGE_BOTTOM_EM = 4.0
_KEPT_LAYOUTS = 256
_KEPT_COLUMNS = 12
_SIDE_MARGIN_PX = 28
_DIRECTION_SAMPLE = 400


SignSource = Callable[[str], Mapping[int, str]]
"""Gives the vowel signs for the letters of a text, by offset; none as long as they are not known."""


class Place(NamedTuple):
    """A position in the text: chunk and code points from its start. Ordered as the text is."""

    chunk: int
    offset: int


class StretchId(NamedTuple):
    chunk: int
    number: int


class Stretch(NamedTuple):
    """A paragraph or a piece of one: ``[start, end)`` in code points of its chunk, without the line feed."""

    id: StretchId
    start: int
    end: int
    role: Role
    opens_paragraph: bool
    ends_paragraph: bool
    part: Part


class _Column(NamedTuple):
    """A chunk's stretches with their heights (estimated or true) in pixels."""

    stretches: list[Stretch]
    heights: list[float]
    starts: list[int]

    @property
    def height(self) -> float:
        return sum(self.heights)


class Flow:
    """A text set in a column ``width`` pixels wide.

    ``layouts_made`` counts the stretches shaped so far, for tests and benchmarks. ``failure`` is set when a part of
    the text could not be read (its file has been cut short or taken away); that part is shown as nothing.
    """

    def __init__(
        self,
        text: ChunkedText,
        direction: Direction,
        style: ReadingStyle,
        viewport_width: int,
        structure: Structure | None = None,
        *,
        signs: SignSource | None = None,
    ) -> None:
        self.text = text
        self.direction = direction
        self.style = style
        self.structure = structure
        self.signs = signs
        self.measures = Measures(style)
        self.layouts_made = 0
        self.failure: ReaderError | None = None
        margins = 2 * _SIDE_MARGIN_PX
        self.width = float(max(120, min(viewport_width - margins, round(style.measure_em * style.size_px))))
        self.left = (viewport_width - self.width) / 2
        self._directions: dict[tuple[int, int], Direction] = {}
        self._settings: dict[tuple[RoleStyle, Direction, bool], Setting] = {}
        self._grids: dict[tuple[int, int], Grid] = {}
        self._laid: OrderedDict[StretchId, LaidText] = OrderedDict()
        self._columns: OrderedDict[int, _Column] = OrderedDict()
        metrics = QFontMetricsF(self.measures.font(style_of(Role.BODY)))
        self._per_line = max(8.0, self.width / max(1.0, metrics.horizontalAdvance("المستقبل وقد ") / 13))
        self._heights = self._estimated_heights()
        self._tops: list[float] | None = None

    # Stretches

    def stretch(self, id_: StretchId) -> Stretch:
        return self._column(id_.chunk).stretches[id_.number]

    def stretch_at(self, place: Place) -> Stretch:
        """The stretch that holds a place; the line feed after a paragraph belongs to it."""
        column = self._column(place.chunk)
        return column.stretches[max(0, bisect_right(column.starts, place.offset) - 1)]

    def after(self, id_: StretchId) -> StretchId | None:
        if id_.number + 1 < len(self._column(id_.chunk).stretches):
            return StretchId(id_.chunk, id_.number + 1)
        return StretchId(id_.chunk + 1, 0) if id_.chunk + 1 < len(self.text) else None

    def before(self, id_: StretchId) -> StretchId | None:
        if id_.number:
            return StretchId(id_.chunk, id_.number - 1)
        return StretchId(id_.chunk - 1, len(self._column(id_.chunk - 1).stretches) - 1) if id_.chunk else None

    def last(self) -> StretchId:
        chunk = len(self.text) - 1
        return StretchId(chunk, len(self._column(chunk).stretches) - 1)

    def text_of(self, stretch: Stretch) -> str:
        return self._chunk(stretch.id.chunk).text[stretch.start : stretch.end]

    def direction_of(self, stretch: Stretch) -> Direction:
        """The base direction of the paragraph. Found when asked for: it costs more than all else about a stretch."""
        if stretch.part.direction is not None:
            return stretch.part.direction
        start, _ = self._paragraph(stretch)
        known = self._directions.get((stretch.id.chunk, start))
        if known is None:
            sample = self._chunk(stretch.id.chunk).text[start : min(start + _DIRECTION_SAMPLE, stretch.end)]
            known = self._directions[stretch.id.chunk, start] = paragraph_direction(sample, self.direction)
        return known

    # Geometry. y runs from the top of the whole column, x from the left edge of the viewport.

    def laid(self, id_: StretchId) -> LaidText:
        """The stretch in lines; a few hundred of those asked for last are kept."""
        found = self._laid.get(id_)
        if found is not None:
            self._laid.move_to_end(id_)
            return found
        stretch = self.stretch(id_)
        text = self.text_of(stretch)
        laid = LaidText(text, self._setting(stretch), self._shown(text))
        self.layouts_made += 1
        self._laid[id_] = laid
        if len(self._laid) > _KEPT_LAYOUTS:
            self._laid.popitem(last=False)
        self._correct_height(stretch, self._true_height(stretch, laid))
        return laid

    def is_laid(self, id_: StretchId) -> bool:
        return id_ in self._laid

    def height(self, id_: StretchId) -> float:
        """True height of a stretch with the space around it, in pixels. Lays it out, unless it is blank."""
        if self.stretch(id_).role is not Role.BLANK:
            self.laid(id_)
        return self._column(id_.chunk).heights[id_.number]

    def space_above(self, stretch: Stretch) -> float:
        return self.measures.above(stretch)

    def left_of(self, stretch: Stretch) -> float:
        """Left edge of the stretch's lines: an item is set in from the edge its lines begin at."""
        style = style_of(stretch.role, stretch.part.level)
        if not style.indent and not style.outdent:
            return self.left
        is_mirrored = self.direction_of(stretch) is Direction.RIGHT_TO_LEFT
        return self.left + (style.outdent if is_mirrored else style.indent) * self.style.size_px

    def grid_for(self, stretch: Stretch) -> Grid | None:
        """The columns of the table that a stretch is a row of; rows of another piece of the text do not count."""
        run = stretch.part.run
        if run is None:
            return None
        key = stretch.id.chunk, run[0]
        if key not in self._grids:
            chunk = self._chunk(stretch.id.chunk)
            rows = [chunk.text[start:end] for start, end in chunk.paragraphs[run[0] : run[1] + 1]]
            style = style_of(Role.ROW)
            metrics = QFontMetricsF(self.measures.font(style))
            self._grids[key] = grid_of(rows, self.width, self.style.size_px * style.scale, metrics.horizontalAdvance)
        return self._grids[key]

    @property
    def total_height(self) -> float:
        """Pixels of the whole column as known so far."""
        return self._chunk_tops()[-1] + self.bottom_px

    @property
    def bottom_px(self) -> float:
        """Empty page below the text."""
        return self.measures.whole_px(PAGE_BOTTOM_EM)

    def top_of(self, id_: StretchId) -> float:
        column = self._column(id_.chunk)
        return self._chunk_tops()[id_.chunk] + sum(column.heights[: id_.number])

    def stretch_at_height(self, y: float) -> tuple[StretchId, float]:
        """The stretch that covers a height, as heights are known now, and how far below its top the height is."""
        tops = self._chunk_tops()
        chunk = max(0, min(bisect_right(tops, y) - 1, len(self.text) - 1))
        column = self._column(chunk)
        edges = list(accumulate(column.heights, initial=self._chunk_tops()[chunk]))
        index = max(0, min(bisect_right(edges, y) - 1, len(column.stretches) - 1))
        return StretchId(chunk, index), min(max(0.0, y - edges[index]), column.heights[index])

    # Places

    def offset_of(self, place: Place) -> int | None:
        """The place as an offset in the document, or None while the text is not counted so far."""
        start = self.text.start_of(place.chunk)
        return None if start is None else start + place.offset

    def counted_offset_of(self, place: Place) -> int:
        """The place as an offset; counts the chunks before it where the text is not counted. Cost: O(n) then."""
        known = self.offset_of(place)
        if known is not None:
            return known
        return place.offset + sum(len(self._chunk(chunk).text) for chunk in range(place.chunk))

    def place_of(self, offset: int) -> Place:
        chunk = self.text.chunk_at(offset)
        start = self.text.start_of(chunk) or 0
        return Place(chunk, min(offset - start, len(self._chunk(chunk).text)))

    def end(self) -> Place:
        chunk = len(self.text) - 1
        return Place(chunk, len(self._chunk(chunk).text))

    def text_between(self, start: Place, end: Place) -> str:
        """The source text from one place to a later one, verbatim."""
        if start.chunk == end.chunk:
            return self._chunk(start.chunk).text[start.offset : end.offset]
        pieces = [self._chunk(start.chunk).text[start.offset :]]
        pieces += [self._chunk(chunk).text for chunk in range(start.chunk + 1, end.chunk)]
        pieces.append(self._chunk(end.chunk).text[: end.offset])
        return "".join(pieces)

    # Inside

    def _chunk(self, index: int) -> Chunk:
        """The chunk, or an empty one where it cannot be read any more: ``failure`` tells then why."""
        try:
            return self.text.chunk(index)
        except ReaderError as error:
            self.failure = error
            return Chunk(index, "", ((0, 0),))

    def _column(self, chunk: int) -> _Column:
        found = self._columns.get(chunk)
        if found is not None:
            self._columns.move_to_end(chunk)
            return found
        stretches = list(self._cut(chunk))
        heights = [self._known_height(stretch) for stretch in stretches]
        column = _Column(stretches, heights, [stretch.start for stretch in stretches])
        self._columns[chunk] = column
        self._set_chunk_height(chunk, column.height)
        if len(self._columns) > _KEPT_COLUMNS:
            self._columns.popitem(last=False)
        return column

    def _cut(self, chunk: int) -> Iterator[Stretch]:
        data = self._chunk(chunk)
        paragraphs = [data.text[start:end] for start, end in data.paragraphs]
        parts = self._parts(data)
        carried_on = chunk > 0 and not self._chunk(chunk - 1).text.endswith("\n")
        cut_off = not data.text.endswith("\n") and chunk + 1 < len(self.text)
        index = 0
        for number, (start, end) in enumerate(data.paragraphs):
            part = parts[number]
            cuts = [0, end - start] if part.run is not None else cuts_of(paragraphs[number])
            for piece, (left, right) in enumerate(pairwise(cuts)):
                yield Stretch(
                    StretchId(chunk, index),
                    start + left,
                    start + right,
                    part.role,
                    opens_paragraph=piece == 0 and not (number == 0 and carried_on),
                    ends_paragraph=right == end - start and not (number == len(paragraphs) - 1 and cut_off),
                    part=part,
                )
                index += 1

    def _shown(self, text: str) -> ShownText | None:
        """The text as the style wants its vowel signs; None where it is shown as it is."""
        if self.style.tashkeel is Tashkeel.HIDDEN:
            return hidden(text)
        if self.style.tashkeel is Tashkeel.GENERATED and self.signs is not None:
            return generated(text, self.signs(text))
        return None

    def _parts(self, chunk: Chunk) -> list[Part]:
        """What the paragraphs of a chunk are. While the text is not counted, nobody can say where its blocks are."""
        base = self.text.start_of(chunk.index)
        opens_document = chunk.index == 0
        if self.structure is None or base is None:
            paragraphs = [chunk.text[start:end] for start, end in chunk.paragraphs]
            return plain_parts(roles_of(paragraphs, opens_document=opens_document))
        from reader.model.parts import parts_of  # noqa: PLC0415 - the first picture of a plain text does without

        return parts_of(chunk.text, chunk.paragraphs, base, self.structure, opens_document=opens_document)

    def _setting(self, stretch: Stretch) -> Setting:
        direction = self.direction_of(stretch)
        style = style_of(stretch.role, stretch.part.level)
        key = (style, direction, stretch.ends_paragraph)
        if key not in self._settings:
            self._settings[key] = setting_for(
                self.measures.font(style),
                max(60.0, self.width - (style.indent + style.outdent) * self.style.size_px),
                self.style.line_height * style.line_height,
                direction,
                justified=self.style.justified and style.justified,
                full_last_line=not stretch.ends_paragraph,
            )
        found = self._settings[key]
        if stretch.role is Role.CODE:
            return found._replace(keeps_blanks=True)
        grid = self.grid_for(stretch)
        return found if grid is None else found._replace(grid=grid)

    def _known_height(self, stretch: Stretch) -> float:
        laid = self._laid.get(stretch.id)
        return self._estimate(stretch) if laid is None else self._true_height(stretch, laid)

    def _true_height(self, stretch: Stretch, laid: LaidText) -> float:
        if stretch.role is Role.BLANK:
            return self.space_above(stretch)
        return self.space_above(stretch) + laid.height + self.measures.below(stretch)

    def _estimate(self, stretch: Stretch) -> float:
        if stretch.role is Role.BLANK:
            return self.space_above(stretch)
        style = style_of(stretch.role, stretch.part.level)
        lines = 1 + int((stretch.end - stretch.start) * style.scale / self._per_line)
        return self.space_above(stretch) + lines * self.measures.line_px(style) + self.measures.below(stretch)

    def _paragraph(self, stretch: Stretch) -> tuple[int, int]:
        """The part of its paragraph that lies in the stretch's chunk: ``[start, end)`` there."""
        paragraphs = self._chunk(stretch.id.chunk).paragraphs
        return paragraphs[max(0, bisect_right(paragraphs, stretch.start, key=itemgetter(0)) - 1)]

    def _estimated_heights(self) -> list[float]:
        """A height for each chunk, from its weight and from what the first chunk weighs and measures."""
        sample = self._chunk(0).text
        body = QFontMetricsF(self.measures.font(style_of(Role.BODY))).height() * self.style.line_height
        line_count = sum(1 + (end - start) / self._per_line for start, end in self._chunk(0).paragraphs)
        per_unit = body * max(1.0, line_count) / max(1, self.text.weights[0] if sample else 1)
        return [weight * per_unit for weight in self.text.weights]

    def _set_chunk_height(self, chunk: int, height: float) -> None:
        if self._heights[chunk] != height:
            self._heights[chunk] = height
            self._tops = None

    def _correct_height(self, stretch: Stretch, height: float) -> None:
        column = self._column(stretch.id.chunk)
        known = column.heights[stretch.id.number]
        if known != height:
            column.heights[stretch.id.number] = height
            self._set_chunk_height(stretch.id.chunk, self._heights[stretch.id.chunk] + height - known)

    def _chunk_tops(self) -> list[float]:
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=0.0))
        return self._tops
