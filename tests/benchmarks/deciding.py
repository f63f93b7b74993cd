# SPDX-License-Identifier: GPL-3.0-or-later
"""Decisions by key: from the key to the picture with the next suggestion, among a thousand and among a million."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator
from dataclasses import asdict
from itertools import count, islice
from pathlib import Path
from statistics import median
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.model.ids import DocumentId, TagId
from reader.model.suggestion import EVERY_SUGGESTION, Suggestion, SuggestionOrder
from reader.recognisers import VERSION
from reader.store import Library, migrations
from reader.text.spans import Span
from tests.benchmarks import sampling
from tests.benchmarks.cases import Plan
from tests.benchmarks.frames import Watch, idle_work, settle
from tests.benchmarks.libraries import SPACING, own_copy
from tests.benchmarks.program import ProgramWindow, wait_until
from tests.benchmarks.report import Table, quantile
from tests.benchmarks.subjects import Geometry

_TAGS = ("person", "role", "organisation", "place", "event", "date", "quantity", "term", "work")
_NAMES = 1_000
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier

KEYS = {
    "accept": (Qt.Key.Key_Return, _NONE),
    "reject": (Qt.Key.Key_Backspace, _NONE),
    "another tag": (Qt.Key.Key_4, _NONE),
    "next": (Qt.Key.Key_Tab, _NONE),
    "widen": (Qt.Key.Key_Left, _SHIFT),
    "undo": (Qt.Key.Key_Z, _CONTROL),
}


def measure(*, geometry: dict[str, int], library: str, document: str, path: str, repeats: int) -> dict[str, Any]:
    """Milliseconds of wall clock from each key to the end of the frame that answers it, and of lists and slider."""
    page = ProgramWindow(Geometry(**geometry), library=own_copy(Path(library)), documents={Path(path): document})
    page.frames.time_until(lambda: page.open(Path(path)), page.shows_text)
    page.finish()
    wait_until(lambda: page.desk.counts.total > 0 and not page.desk.counts.is_counting)
    page.window.activateWindow()
    page.pane.setFocus()
    settle()
    found: dict[str, Any] = {name: [] for name in KEYS} | {"rest": []}
    found["first"] = page.frames.time_as_it_comes(page.desk.review.go_to_next).wall
    for _ in range(repeats):
        for name in KEYS:
            found[name].append(_press(page, name))
            found["rest"].append(idle_work())
            settle(30)
    found |= _lists(page, Path(library), DocumentId(document))
    page.close()
    return found


def _press(page: ProgramWindow, name: str) -> float:
    key, modifier = KEYS[name]
    before, span = page.desk.current.suggestion, page.desk.review.span
    cost = page.frames.time_as_it_comes(lambda: QTest.keyClick(page.pane, key, modifier))
    if (page.desk.current.suggestion, page.desk.review.span) == (before, span):
        raise RuntimeError(f"nothing came of {name}")
    return cost.wall


def _lists(page: ProgramWindow, library: Path, document: DocumentId) -> dict[str, float]:
    """Milliseconds until a list is there, on a thread of its own; the slider until its first frame."""
    found = {}
    with Library.open(library, create=False, read_only=True) as opened:
        for name, question in _questions(opened, document).items():
            watch = Watch()
            question()
            found[name] = watch.read().wall
    found["slider"] = page.frames.time_as_it_comes(lambda: page.desk.least_confidence.set(0.95)).wall
    return found


def _questions(library: Library, document: DocumentId) -> dict[str, Callable[[], object]]:
    suggestions = library.suggestions
    return {
        "groups": lambda: suggestions.open_groups(document, None, 200),
        "surest": lambda: suggestions.open_ranked(document, SuggestionOrder.CONFIDENCE, 500),
        "page": lambda: suggestions.open_page_after(document, (40_000_000, 0, ""), 200, EVERY_SUGGESTION),
    }


def report(plan: Plan) -> list[Table]:
    size, many = ("10 MB", 100_000) if plan.quick else ("100 MB", 1_000_000)
    jobs = {}
    for number in (1_000, many):
        library, document = library_with_suggestions(plan, size, number)
        arguments = {"library": str(library), "document": document, "path": str(plan.text(size))}
        arguments |= {"geometry": asdict(plan.geometry), "repeats": 12}
        jobs[number] = sampling.Job("deciding", "measure", arguments)
    return [_table(size, many, sampling.in_turns(jobs, min(plan.runs, 3)))]


def library_with_suggestions(plan: Plan, size: str, number: int) -> tuple[Path, DocumentId]:
    """A library with the text and so many open suggestions, as near to its start as their spacing allows."""
    form = hashlib.sha256(Path(migrations.__file__).read_bytes() + VERSION.encode()).hexdigest()[:8]
    path = plan.folder / f"{size.replace(' ', '')}-suggested-{number}-{form}.db"
    bare, document = plan.library(size)
    if not path.exists():
        unfinished = path.with_suffix(".part")
        unfinished.write_bytes(bare.read_bytes())
        with Library.open(unfinished) as library:
            library.suggestions.replace(document, VERSION, islice(_suggestions(library, document), number))
        unfinished.rename(path)
    return path, document


def _suggestions(library: Library, document: DocumentId) -> Iterator[Suggestion]:
    """One every ``SPACING`` code points; a third of them name one of a thousand things."""
    chance, numbers = random.Random(5), count()
    text = library.texts.open(document)
    for index, piece in text.texts():
        base = text.start_of(index) or 0
        for place in range(0, len(piece) - 80, SPACING):
            start, number = place + chance.randrange(20), next(numbers)
            end = start + chance.choice((2, 5, 8, 12, 24))
            yield Suggestion(
                span=Span(base + start, base + end),
                quote=piece[start:end],
                tag_id=TagId(_TAGS[number % len(_TAGS)]),
                source="benchmark",
                confidence=0.5 + 0.5 * chance.random(),
                reason="known name",
                entity=f"اسم {chance.randrange(_NAMES)}" if number % 3 == 0 else "",
            )


def _table(size: str, many: int, found: dict[int, list[dict[str, Any]]]) -> Table:
    table = Table(f"Suggestions in a text of {size}, ms from key to picture", ["1,000", f"{many:,}"])

    def row(name: str, figures: dict[int, float], limit: float | None = None) -> None:
        cells = [f"{figure:.1f}" for figure in figures.values()]
        table.add(name, *cells, figure=figures[many] if limit else None, limit=limit, unit="ms")

    for name in KEYS:
        for share, what in ((0.5, "median"), (0.9, "p90")):
            wall = {n: median(quantile(run[name], share) for run in runs) for n, runs in found.items()}
            row(f"{name}: {what}", wall, 50 if share > 0.5 else None)
    rest = {n: median(quantile(run["rest"], 0.9) for run in runs) for n, runs in found.items()}
    row("work left to the event loop after a key: p90", rest)
    for name, what in (
        ("first", "the review begins"),
        ("slider", "the slider hides most of them"),
        ("page", "a page of the list, by the store"),
        ("groups", "the largest names, in a job"),
        ("surest", "the surest ones, in a job"),
    ):
        row(what, {n: median(run[name] for run in runs) for n, runs in found.items()})
    return table
