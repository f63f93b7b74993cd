# SPDX-License-Identifier: GPL-3.0-or-later
"""A document with a million tags beside one with a thousand: opened, painted, tagged once more, taken back."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from statistics import median
from typing import Any

from reader.text.spans import Span
from tests.benchmarks import sampling
from tests.benchmarks.cases import Plan
from tests.benchmarks.frames import idle_work, no_collections, settle
from tests.benchmarks.libraries import own_copy
from tests.benchmarks.program import ProgramWindow
from tests.benchmarks.report import Table, quantile
from tests.benchmarks.subjects import Geometry


def measure(
    *, geometry: dict[str, int], library: str, document: str, path: str, warm: str, repeats: int
) -> dict[str, Any]:
    """Milliseconds: wall clock for opening, tag and undo; main thread for repaints."""
    page = ProgramWindow(Geometry(**geometry), library=own_copy(Path(library)), documents={Path(path): document})
    page.frames.time_until(lambda: page.open(Path(warm)), page.shows_text)
    page.finish()
    first: dict[str, Any] = {}
    opened = page.frames.time_until(
        lambda: page.open(Path(path)), page.shows_text, note=lambda: first.update(marks=_marks_in_view(page))
    )
    page.finish()
    with no_collections():
        again = [page.frames.time_frame(lambda: None).cpu for _ in range(repeats)]
        fetched = [page.frames.time_frame(page.pane.marks_changed).cpu for _ in range(repeats)]
    tagged, undone, rest = _tag_and_undo(page, repeats)
    page.close()
    found = {"open": opened.wall, "again": again, "fetched": fetched, "tagged": tagged, "undone": undone, "rest": rest}
    return {**found, **first}


def _marks_in_view(page: ProgramWindow) -> int:
    return sum(len(page.pane.mark_layer.on(stretch)) for stretch, _ in page.pane.window_in_view.visible())


def _tag_and_undo(page: ProgramWindow, repeats: int) -> tuple[list[float], list[float], list[float]]:
    """Milliseconds from the key to the end of the frame with the tag, likewise for undo, and of all work after it."""
    tagged, undone, rest = [], [], []
    visible = page.pane.visible_span
    assert visible is not None
    for turn in range(repeats):
        before = page.annotation_count()
        page.pane.select(Span(visible.start + 3 + 5 * turn, visible.start + 9 + 5 * turn))
        settle(20)
        tagged.append(page.frames.time_as_it_comes(lambda: page.desk.tagging.give_tag("term")).wall)
        rest.append(idle_work())
        with_tag = page.annotation_count()
        undone.append(page.frames.time_as_it_comes(page.desk.controller.undo).wall)
        rest.append(idle_work())
        if (with_tag, page.annotation_count()) != (before + 1, before):
            raise RuntimeError("the tag was not made, or not taken back")
    return tagged, undone, rest


def report(plan: Plan) -> list[Table]:
    size, many = ("10 MB", 100_000) if plan.quick else ("100 MB", 1_000_000)
    jobs = {}
    for tags in (0, 1_000, many):
        library, document = plan.library(size, tags)
        arguments = {"library": str(library), "document": document, "path": str(plan.text(size))}
        arguments |= {"geometry": asdict(plan.geometry), "warm": str(plan.text("0.1 MB")), "repeats": 30}
        jobs[tags] = sampling.Job("tagging", "measure", arguments)
    found = sampling.in_turns(jobs, plan.runs)
    return [_table(size, many, found)]


def _table(size: str, many: int, found: dict[int, list[dict[str, Any]]]) -> Table:
    table = Table(f"Tags in a text of {size}, ms", ["no tags", "1,000", f"{many:,}"])

    def row(name: str, figures: dict[int, float], **judged: Any) -> None:
        table.add(name, *(f"{figure:.1f}" for figure in figures.values()), **judged)

    opened = {tags: median(run["open"] for run in runs) for tags, runs in found.items()}
    row(
        "opening to the first frame: more than without tags",
        opened,
        figure=opened[many] - opened[0],
        limit=200,
        unit="ms",
    )
    for field, name in (("again", "repaint"), ("fetched", "repaint, tags fetched anew")):
        cpu = {tags: median(median(run[field]) for run in runs) for tags, runs in found.items()}
        row(f"{name}, cpu: {many:,} / 1,000", cpu, figure=cpu[many] / cpu[1_000], limit=1.5)
    for field, name in (("tagged", "one more tag, committed and painted"), ("undone", "its undo")):
        for share, what in ((0.5, "median"), (0.9, "p90")):
            wall = {tags: median(quantile(run[field], share) for run in runs) for tags, runs in found.items()}
            row(f"{name}: {what}", wall, figure=wall[many], limit=50, unit="ms")
    row(
        "work left to the event loop after it: p90",
        {t: median(quantile(r["rest"], 0.9) for r in rs) for t, rs in found.items()},
    )
    table.add("tags on the page in the first frame", *(str(runs[0]["marks"]) for runs in found.values()))
    return table
