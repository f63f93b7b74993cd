# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables: each measure with its figures, the ratio or count that matters, the goal beside it and a verdict."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which ``share`` of the values lie, without interpolation."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def spread(values: Sequence[float]) -> str:
    """``median [lowest–highest]``."""
    return f"{median(values):.1f} [{min(values):.1f}–{max(values):.1f}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measure. ``figure`` is judged against ``limit`` (at most); without a limit the row only informs."""

    measure: str
    figures: Sequence[str] = ()
    figure: float | None = None
    limit: float | None = None
    unit: str = "×"

    @property
    def met(self) -> bool | None:
        return None if self.limit is None or self.figure is None else self.figure <= self.limit

    def cells(self) -> list[str]:
        judged = "" if self.figure is None else f"{self.figure:.2f} {self.unit}"
        goal = "" if self.limit is None else f"≤ {self.limit:g} {self.unit}"
        verdict = {None: "", True: "met", False: "MISSED"}[self.met]
        return [self.measure, *self.figures, judged, goal, verdict]


@dataclass(slots=True)
class Table:
    """Rows under a title. ``columns`` head the figures between the measure's name and what is judged."""

    title: str
    columns: Sequence[str]
    rows: list[Row] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(
        self, measure: str, *figures: str, figure: float | None = None, limit: float | None = None, unit: str = "×"
    ) -> None:
        if len(figures) > len(self.columns):
            raise ValueError(f"{measure}: {len(figures)} figures for {len(self.columns)} columns")
        filled = (*figures, *[""] * (len(self.columns) - len(figures)))
        self.rows.append(Row(measure=measure, figures=filled, figure=figure, limit=limit, unit=unit))

    @property
    def missed(self) -> list[str]:
        return [f"{self.title}: {row.measure}" for row in self.rows if row.met is False]

    def text(self) -> str:
        lines = [["", *self.columns, "judged", "goal", ""], *(row.cells() for row in self.rows)]
        widths = [max(_width(line[place]) for line in lines) for place in range(len(lines[0]))]
        shown = [
            "  ".join(_padded(cell, width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
        ]
        rule = "─" * max(len(line) for line in shown)
        return "\n".join(["", self.title, rule, shown[0], rule, *shown[1:], *(f"· {note}" for note in self.notes)])


def _width(text: str) -> int:
    return sum(not unicodedata.combining(char) for char in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
