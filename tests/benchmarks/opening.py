# SPDX-License-Identifier: GPL-3.0-or-later
"""From the wish to open a text to the end of the first frame that shows it; layouts and memory on the way."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks import sampling
from tests.benchmarks.cases import PEERS, Plan
from tests.benchmarks.frames import peak_mb, resident_mb, settle
from tests.benchmarks.libraries import own_copy
from tests.benchmarks.program import ProgramWindow
from tests.benchmarks.report import Table
from tests.benchmarks.subjects import Geometry, Subject, started


def measure(
    *, subject: str, geometry: dict[str, int], path: str, warm: str, library: str = "", document: str = ""
) -> dict[str, Any]:
    """One opening in this process, after a small text has been opened; of a document if ``library`` has it already."""
    page = _started(subject, Geometry(**geometry), Path(path), library, document)
    page.frames.time_until(lambda: page.open(Path(warm)), page.shows_text)
    page.finish()
    settle()
    before = resident_mb()
    first: dict[str, Any] = {}

    def note() -> None:
        first.update(layouts=page.layouts(), visible=page.visible_stretches(), still_importing=page.is_importing())
        first["first_mb"] = resident_mb() - before

    cost = page.frames.time_until(lambda: page.open(Path(path)), page.shows_text, note=note)
    page.finish()
    after_mb = resident_mb() - before
    size_mb = Path(path).stat().st_size / 1024**2
    page.close()
    return {**asdict(cost), **first, "after_mb": after_mb, "peak_mb": peak_mb() - before, "size_mb": size_mb}


def _started(subject: str, geometry: Geometry, path: Path, library: str, document: str) -> Subject:
    if not library:
        return started(subject, geometry)
    return ProgramWindow(geometry, library=own_copy(Path(library)), documents={path: document})


def report(plan: Plan) -> list[Table]:
    jobs = {}
    for size in plan.sizes:
        for subject in ("hashiya", *PEERS):
            jobs[subject, size] = _job(plan, subject, plan.text(size))
        library, document = plan.library(size)
        jobs["library", size] = _job(plan, "hashiya", plan.text(size), library=str(library), document=document)
    jobs["hashiya", "paragraph"] = _job(plan, "hashiya", plan.single_paragraph())
    found = sampling.in_turns(jobs, plan.runs)
    return [_times(plan, found), _layouts(plan, found), _memory(plan, found)]


def _job(plan: Plan, subject: str, path: Path, **more: object) -> sampling.Job:
    arguments = {
        "subject": subject,
        "geometry": asdict(plan.geometry),
        "path": str(path),
        "warm": str(plan.text("0.1 MB")),
    }
    return sampling.Job("opening", "measure", {**arguments, **more})


Found = dict[Any, list[dict[str, Any]]]


def _of(found: Found, case: object, field: str) -> float:
    return median(float(run[field]) for run in found[case])


def _times(plan: Plan, found: Found) -> Table:
    table = Table(
        "Opening to the first painted frame, ms wall (cpu)",
        ["file", "library", "QTextEdit", "QPlainTextEdit"],
    )
    for size in plan.sizes:
        shown = [
            f"{_of(found, (who, size), 'wall'):.0f} ({_of(found, (who, size), 'cpu'):.0f})"
            for who in ("hashiya", "library", *PEERS)
        ]
        limit = 0.1 if size == "100 MB" else None
        for name, who in (("file", "hashiya"), ("library", "library")):
            ratio = _of(found, (who, size), "wall") / _of(found, ("QTextEdit", size), "wall")
            figures = shown if who == "hashiya" else ()
            table.add(f"{size}: {name} / QTextEdit", *figures, figure=ratio, limit=limit)
    largest = plan.sizes[-1]
    for name, who in (("file", "hashiya"), ("library", "library")):
        for field in ("wall", "cpu"):
            growth = _of(found, (who, largest), field) / _of(found, (who, "0.1 MB"), field)
            table.add(f"{largest} / 0.1 MB, {name}, {field}", figure=growth, limit=1.5)
    paragraph = [_of(found, ("hashiya", "paragraph"), field) for field in ("wall", "cpu")]
    ratio = paragraph[0] / _of(found, ("hashiya", "1 MB"), "wall")
    table.add("one paragraph of 1 MB / 1 MB", f"{paragraph[0]:.0f} ({paragraph[1]:.0f})", figure=ratio, limit=2.0)
    table.notes.append(f"medians of {plan.runs} processes each, in turns; ratios of wall time")
    return table


def _layouts(plan: Plan, found: Found) -> Table:
    table = Table("Paragraphs laid out by the end of the first frame", ["laid out", "in view", "importing still"])
    for size in (*plan.sizes, "paragraph"):
        for name, who in (("file", "hashiya"), ("library", "library")):
            if (who, size) in found:
                runs = found[who, size]
                most = max(run["layouts"] - run["visible"] for run in runs)
                importing = f"{sum(run['still_importing'] for run in runs)} of {len(runs)}"
                figures = (str(runs[0]["layouts"]), str(runs[0]["visible"]), importing)
                table.add(f"{size}, {name}: beyond what is visible", *figures, figure=most, limit=2, unit="more")
    return table


def _memory(plan: Plan, found: Found) -> Table:
    table = Table(
        "Memory, MB more than before the opening", ["first frame", "import done", "peak", "QTextEdit", "QPlainTextEdit"]
    )
    for size in plan.sizes[1:]:
        for name, who in (("file", "hashiya"), ("library", "library")):
            case = (who, size)
            figures = [f"{_of(found, case, field):.1f}" for field in ("first_mb", "after_mb", "peak_mb")]
            peers = [f"{_of(found, (peer, size), 'after_mb'):.0f}" for peer in PEERS]
            worst = max(_of(found, case, "after_mb"), _of(found, case, "peak_mb"))
            judged = size in ("10 MB", "100 MB")
            share = worst / _of(found, case, "size_mb")
            table.add(f"{size}, {name}: of the file", *figures, *peers, figure=share, limit=1.2 if judged else None)
    return table
