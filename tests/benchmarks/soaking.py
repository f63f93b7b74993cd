# SPDX-License-Identifier: GPL-3.0-or-later
"""An hour's use in fast motion: memory over ten thousand actions, or twenty thousand with ``--long``."""

from __future__ import annotations

import gc
import random
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from statistics import median
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer

from reader.text.spans import Span
from tests.benchmarks import sampling
from tests.benchmarks.cases import Plan
from tests.benchmarks.frames import idle_work, resident_mb, settle
from tests.benchmarks.libraries import own_copy
from tests.benchmarks.program import ProgramWindow, wait_until
from tests.benchmarks.report import Table
from tests.benchmarks.subjects import Geometry

_GROWTH_MB = 3.0
"""What the last third of the run may use more than the one before: what single pages differ by, not a leak."""

_POINTS = 40
_PHRASES = ("المؤتمر", "وزير", "في", "2025", "لا يوجد هذا")
_TAGS = ("person", "place", "organisation", "term", "date")


class User:
    """Somebody with no plan: each ``act`` does one thing that a reader does."""

    def __init__(self, page: ProgramWindow, paths: list[Path], seed: int) -> None:
        self._page = page
        self._desk = page.desk
        self._paths = paths
        self._chance = random.Random(seed)
        self._likely: dict[Callable[[], None], int] = {
            self._scroll: 36,
            self._jump: 8,
            self._select: 10,
            self._tag: 14,
            self._desk.controller.undo: 8,
            self._desk.controller.redo: 4,
            self._desk.tagging.go_to_next: 4,
            self._desk.tagging.go_to_previous: 3,
            self._write_note: 3,
            self._desk.tagging.remove: 3,
            self._find: 1,
            self._desk.search.go_next: 3,
            self._zoom: 1,
            self._change_theme: 1,
            self._resize: 1,
        }
        self.acted = 0

    def act(self) -> None:
        [action] = self._chance.choices(list(self._likely), list(self._likely.values()))
        action()
        self.acted += 1
        if self.acted % 500 == 0:
            self._page.open(self._paths[self.acted // 500 % len(self._paths)])
            self._page.finish()

    def _scroll(self) -> None:
        self._page.scroll(self._chance.choice((1, 1, 1, 3, -1, -2)))

    def _jump(self) -> None:
        self._page.jump(self._chance.random())

    def _select(self) -> None:
        visible = self._page.pane.visible_span
        if visible is not None:
            start = self._chance.randrange(visible.start, max(visible.start + 1, visible.end - 30))
            self._page.pane.select(Span(start, start + self._chance.randint(1, 25)))

    def _tag(self) -> None:
        self._select()
        self._desk.tagging.give_tag(self._chance.choice(_TAGS))

    def _write_note(self) -> None:
        annotation = self._desk.current.annotation
        if annotation is not None:
            self._desk.tagging.save_note(annotation.id, f"ملاحظة {self.acted}", ())

    def _find(self) -> None:
        self._desk.find(self._chance.choice(_PHRASES))

    def _zoom(self) -> None:
        self._desk.preferences.zoom(self._chance.choice((-1, 1)))

    def _change_theme(self) -> None:
        self._desk.preferences.set_theme(self._chance.choice(("light", "sepia", "dark")))

    def _resize(self) -> None:
        self._page.window.resize(self._chance.randint(900, 1300), self._chance.randint(600, 900))


def measure(*, geometry: dict[str, int], library: str, document: str, paths: list[str], actions: int) -> dict[str, Any]:
    """Memory in MB after each fortieth of the actions."""
    files = [Path(path) for path in paths]
    page = ProgramWindow(Geometry(**geometry), library=own_copy(Path(library)), documents={files[0]: document})
    page.frames.time_until(lambda: page.open(files[0]), page.shows_text)
    page.finish()
    user = User(page, files, seed=11)
    curve = []
    for turn in range(1, actions + 1):
        _in_event_loop(user.act)
        idle_work()
        if turn % (actions // _POINTS) == 0:
            settle(50)
            gc.collect()
            curve.append(resident_mb())
    painted, tags = page.frames.count, page.annotation_count()
    wait_until(lambda: not page.is_importing())
    page.close()
    return {"curve": curve, "frames": painted, "tags": tags}


def _in_event_loop(act: Callable[[], None]) -> None:
    """Act as a person does, from an event: what is left to be deleted later would stay for ever outside of a loop."""
    loop = QEventLoop()

    def act_and_leave() -> None:
        try:
            act()
        finally:
            loop.quit()

    QTimer.singleShot(0, act_and_leave)
    loop.exec()


def report(plan: Plan) -> list[Table]:
    actions = 4_000 if plan.quick else 20_000 if plan.long else 10_000
    library, document = plan.library("10 MB", 1_000)
    arguments = {"library": str(library), "document": document, "actions": actions, "geometry": asdict(plan.geometry)}
    paths = [plan.text("10 MB"), plan.text("1 MB"), plan.text("0.1 MB")]
    found = sampling.sample(sampling.Job("soaking", "measure", {**arguments, "paths": [str(path) for path in paths]}))
    curve = found["curve"]
    third = len(curve) // 3
    growth = median(curve[-third:]) - median(curve[-2 * third : -third])
    table = Table(f"Memory over {actions:,} actions, MB", ["first third", "second", "last", "highest"])
    thirds = (curve[: -2 * third], curve[-2 * third : -third], curve[-third:])
    shown = [*(f"{median(part):.1f}" for part in thirds), f"{max(curve):.1f}"]
    table.add("last third more than the second, medians", *shown, figure=growth, limit=_GROWTH_MB, unit="MB")
    table.notes.append(f"{found['frames']:,} frames painted, {found['tags']:,} tags at the end")
    table.notes.append("every fortieth: " + " ".join(f"{point:.0f}" for point in curve))
    return [table]
