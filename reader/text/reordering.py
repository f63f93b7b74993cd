# SPDX-License-Identifier: GPL-3.0-or-later
"""The way between a text and its repaired form, whose letters may stand in another order or be spelt out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from reader.text.spans import Span


class RunKind(StrEnum):
    SAME = "same"
    """Both sides run forwards, character by character."""
    REVERSED = "reversed"
    """The derived side runs through the source from its last character to its first."""
    SPELT = "spelt"
    """One character of the source became ``length`` characters."""


class Run(NamedTuple):
    """``length`` code points of the derived text from ``to_start`` on, and where they stand in the source.

    ``from_start`` is the lowest offset of the source; the run covers ``length`` code points there, or one if spelt.
    """

    from_start: int
    to_start: int
    length: int
    kind: RunKind

    @property
    def from_length(self) -> int:
        return 1 if self.kind is RunKind.SPELT else self.length

    def source_of(self, start: int, end: int) -> tuple[int, int]:
        """Where code points ``start`` to ``end`` of the run's derived side stand in the source."""
        if self.kind is RunKind.SPELT:
            return self.from_start, self.from_start + 1
        first, last = start - self.to_start, end - self.to_start
        if self.kind is RunKind.REVERSED:
            first, last = self.length - last, self.length - first
        return self.from_start + first, self.from_start + last

    def derived_of(self, start: int, end: int) -> tuple[int, int]:
        """What became of code points ``start`` to ``end`` of the run's source."""
        if self.kind is RunKind.SPELT:
            return self.to_start, self.to_start + self.length
        first, last = start - self.from_start, end - self.from_start
        if self.kind is RunKind.REVERSED:
            first, last = self.length - last, self.length - first
        return self.to_start + first, self.to_start + last


class Reordering:
    """Spans of a source <-> spans of a text derived from it by moving, spelling out and leaving out characters.

    Every character of the derived text has a place in the source; two may have the same one (a ligature spelt out, with
    a mark between its letters). What of the source is in no run was left out.
    Cost: O(k log k) to build, O(log k + spans) to ask, k = runs.
    """

    __slots__ = ("_by_source", "_source_starts", "_to_starts", "runs")

    def __init__(self, runs: Iterable[tuple[int, int, int, str]] = ()) -> None:
        """Raises:
        ValueError: when the runs do not follow one another in the derived text.
        """
        self.runs = tuple(Run(run[0], run[1], run[2], RunKind(run[3])) for run in runs)
        if any(run.to_start + run.length != following.to_start for run, following in pairwise(self.runs)):
            raise ValueError("runs of a reordering follow one another in the derived text")
        self._by_source = sorted(self.runs)
        self._to_starts = [run.to_start for run in self.runs]
        self._source_starts = [run.from_start for run in self._by_source]

    @property
    def is_identity(self) -> bool:
        return not self.runs or (len(self.runs) == 1 and self.runs[0].from_start == 0 and self.runs[0].kind == "same")

    def source_spans(self, span: Span) -> list[Span]:
        """Where the characters of ``span`` of the derived text stand in the source, in its order, joined."""
        at = max(bisect_right(self._to_starts, span.start) - 1, 0)
        found: list[tuple[int, int]] = []
        while at < len(self.runs) and self.runs[at].to_start < span.end:
            run = self.runs[at]
            start, end = max(span.start, run.to_start), min(span.end, run.to_start + run.length)
            if start < end:
                found.append(run.source_of(start, end))
            at += 1
        return _joined(found)

    def derived_spans(self, span: Span) -> list[Span]:
        """What became of ``span`` of the source, in the order of the derived text and joined if they touch."""
        at = max(bisect_left(self._source_starts, span.start) - 1, 0)
        found: list[tuple[int, int]] = []
        while at < len(self._by_source) and self._by_source[at].from_start < span.end:
            run = self._by_source[at]
            start, end = max(span.start, run.from_start), min(span.end, run.from_start + run.from_length)
            if start < end:
                found.append(run.derived_of(start, end))
            at += 1
        return _joined(found)

    def rows(self) -> tuple[tuple[int, int, int, str], ...]:
        """The runs as plain values, for keeping: ``(from_start, to_start, length, kind)``."""
        return tuple((run.from_start, run.to_start, run.length, str(run.kind)) for run in self.runs)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reordering) and self.runs == other.runs

    def __hash__(self) -> int:
        return hash(self.runs)


def reordering_of(sources: Sequence[int]) -> Reordering:
    """The map of a derived text of which each character comes from the offset of the source at its place. O(n).

    An offset that is repeated at once was spelt out.
    """
    return Reordering(_runs_of(sources))


def _runs_of(sources: Sequence[int]) -> Iterable[tuple[int, int, int, str]]:
    at = 0
    while at < len(sources):
        end = at + 1
        step = sources[end] - sources[at] if end < len(sources) else 2
        if step not in (-1, 0, 1):
            yield sources[at], at, 1, RunKind.SAME
            at = end
            continue
        while end < len(sources) and sources[end] - sources[end - 1] == step:
            end += 1
        if step and end < len(sources) and sources[end] == sources[end - 1]:
            end -= 1  # the last one is spelt out: it begins a run of its own
        kind = (RunKind.SPELT, RunKind.SAME, RunKind.REVERSED)[step]
        if end - at == 1:
            kind = RunKind.SAME
        yield min(sources[at], sources[end - 1]), at, end - at, kind
        at = end


def _joined(spans: list[tuple[int, int]]) -> list[Span]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(set(spans)):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return [Span(start, end) for start, end in joined]
