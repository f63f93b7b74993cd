# SPDX-License-Identifier: GPL-3.0-or-later
"""Frames while reading: scrolling by wheel, a jump to where nobody has been, another width."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks import sampling
from tests.benchmarks.cases import PEERS, Plan
from tests.benchmarks.frames import idle_work, no_collections, settle
from tests.benchmarks.program import ProgramWindow, wait_until
from tests.benchmarks.report import Table, quantile
from tests.benchmarks.subjects import Geometry, started

FRAME_MS = 1000 / 60
_OURS = ("hashiya", "hashiya ragged")


def measure(subject: str, geometry: dict[str, int], path: str, notches: int, jumps: int) -> dict[str, Any]:
    """CPU milliseconds of the main thread for each frame; between frames the event loop may work, uncounted."""
    page = started(subject, Geometry(**geometry))
    page.frames.time_until(lambda: page.open(Path(path)), page.shows_text)
    page.finish()
    settle()
    with no_collections():
        scrolled, between = [], []
        for _ in range(notches):
            scrolled.append(page.frames.time_frame(lambda: page.scroll(1)).cpu)
            between.append(idle_work())
        natural = []
        for _ in range(notches):
            natural.append(page.frames.time_as_it_comes(lambda: page.scroll(-1)).cpu)
            idle_work()
        chance = random.Random(7)
        jumped = []
        for _ in range(jumps):
            share = chance.uniform(0.1, 0.95)
            jumped.append(page.frames.time_frame(lambda share=share: page.jump(share)).cpu)
            idle_work()
        widened = []
        for step in range(jumps):
            change = 40 if step % 2 else -40
            widened.append(page.frames.time_frame(lambda change=change: page.widen(change)).cpu)
            idle_work()
    page.close()
    return {"scroll": scrolled, "natural": natural, "between": between, "jump": jumped, "widen": widened}


def measure_busy(geometry: dict[str, int], path: str, notches: int) -> dict[str, Any]:
    """Wall milliseconds of frames while a thread takes the text in, then while one looks for entities in it."""
    page = ProgramWindow(Geometry(**geometry))
    page.frames.time_until(lambda: page.open(Path(path)), page.shows_text)
    importing = _frames_while(page, page.is_importing, notches)
    wait_until(page.is_recognising)
    recognising = _frames_while(page, page.is_recognising, notches)
    page.finish()
    page.close()
    return {"importing": importing, "recognising": recognising}


def _frames_while(page: ProgramWindow, is_going_on: Callable[[], bool], most: int) -> list[float]:
    taken: list[float] = []
    while is_going_on() and len(taken) < most:
        taken.append(page.frames.time_as_it_comes(lambda: page.scroll(1)).wall)
        settle(12)
    return taken


def report(plan: Plan) -> list[Table]:
    sizes = plan.sizes[1:]
    jobs = {}
    for size in sizes:
        # Above 10 MB QTextEdit lays out for half a minute behind the frames, and its page ends before the text does.
        peers = PEERS if size != "100 MB" else ()
        for subject in (*_OURS, *peers):
            arguments = {"subject": subject, "geometry": asdict(plan.geometry), "path": str(plan.text(size))}
            arguments |= {"notches": 120 if plan.quick else 300, "jumps": 15 if plan.quick else 40}
            jobs[subject, size] = sampling.Job("scrolling", "measure", arguments)
    found = sampling.in_turns(jobs, max(2, plan.runs // 2))
    arguments = {"geometry": asdict(plan.geometry), "path": str(plan.text(sizes[-1])), "notches": 200}
    busy = sampling.in_turns({"busy": sampling.Job("scrolling", "measure_busy", arguments)}, 3)["busy"]
    full = _scroll("scroll", "the whole page painted", sizes, found)
    partial = _scroll("natural", "as the event loop paints it", sizes, found)
    return [full, partial, _busy(sizes[-1], busy), _leaps(sizes, found)]


Found = dict[Any, list[dict[str, Any]]]


def _pooled(found: Found, case: object, field: str) -> list[float]:
    return [value for run in found[case] for value in run[field]]


def _worst(found: Found, case: object, field: str, share: float) -> float:
    """The median, over the processes, of a quantile within each."""
    return median(quantile(run[field], share) for run in found[case])


def _scroll(field: str, how: str, sizes: tuple[str, ...], found: Found) -> Table:
    table = Table(
        f"Scrolling by a notch (3 lines), {how}: ms cpu of a frame, median / p99",
        ["Hashiya", "QTextEdit", "QPlainTextEdit"],
    )
    for size in sizes:
        for who in _OURS:
            name = f"{size}, {'justified' if who == 'hashiya' else 'ragged'}"
            figures = {
                subject: (_worst(found, (subject, size), field, 0.5), _worst(found, (subject, size), field, 0.99))
                for subject in (who, *PEERS)
                if (subject, size) in found
            }
            shown = [f"{middle:.1f} / {high:.1f}" for middle, high in figures.values()]
            table.add(f"{name}: p99", *shown, figure=figures[who][1], limit=16.7, unit="ms")
            for place, what in enumerate(("median", "p99")):
                if "QTextEdit" in figures:
                    ratio = figures[who][place] / figures["QTextEdit"][place]
                    table.add(f"{name}: {what} / QTextEdit", figure=ratio, limit=0.5)
            idle = _worst(found, (who, size), "between", 0.99)
            table.add(f"{name}: p99 of the work between frames", figure=idle, unit="ms")
    return table


def _busy(size: str, runs: list[dict[str, Any]]) -> Table:
    table = Table(
        f"Scrolling through {size} while a thread works on it: ms wall of a frame", ["median", "p99", "longest"]
    )
    for field, name in (("importing", "taking the text in"), ("recognising", "looking for entities")):
        pooled = [value for run in runs for value in run[field]]
        shown = (median(pooled), quantile(pooled, 0.99), max(pooled))
        table.add(f"{name}: p99", *(f"{value:.1f}" for value in shown), figure=shown[1], limit=16.7, unit="ms")
    return table


def _leaps(sizes: tuple[str, ...], found: Found) -> Table:
    table = Table(
        "Cold jump and resize, ms cpu to the end of the frame: median / p90",
        ["Hashiya", "QTextEdit", "QPlainTextEdit"],
    )
    for size in sizes:
        for field, name in (("jump", "jump"), ("widen", "resize")):
            for who in _OURS:
                kind = "justified" if who == "hashiya" else "ragged"
                subjects = [subject for subject in (who, *PEERS) if (subject, size) in found]
                pooled = {subject: _pooled(found, (subject, size), field) for subject in subjects}
                shown = [f"{median(values):.1f} / {quantile(values, 0.9):.1f}" for values in pooled.values()]
                frames = quantile(pooled[who], 0.9) / FRAME_MS
                table.add(f"{size}, {name}, {kind}", *shown, figure=frames, limit=2.0, unit="frames")
    return table
