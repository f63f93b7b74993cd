# SPDX-License-Identifier: GPL-3.0-or-later
"""From the opening of an article of 5 KB to its first suggestion on the page, and the longest pauses meanwhile."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from reader.settings import Settings, settings_path
from reader.ui import app
from reader.ui.reading_pane import MarkKind, ReadingPane
from tests.benchmarks import sampling
from tests.benchmarks.cases import Plan
from tests.benchmarks.corpora import make_text
from tests.benchmarks.frames import Frames, settle
from tests.benchmarks.program import wait_until
from tests.benchmarks.report import Table, spread

ARTICLE_BYTES = 5 * 1024
GOAL_MS = 150
FRAME_MS = 16.7
_RUNS = 7


def shows_suggestion(pane: ReadingPane) -> bool:
    """Whether the frame just painted has a suggestion on it."""
    stretches = (stretch for stretch, _ in pane.window_in_view.visible())
    return any(mark.mark.kind is MarkKind.SUGGESTION for stretch in stretches for mark in pane.mark_layer.on(stretch))


def measure_running(path: str) -> dict[str, Any]:
    """Milliseconds in a window that has been used, but whose processes have looked for nothing yet."""
    _use_once()
    program = _started([])
    pane = program.window.pane
    frames = Frames(pane.viewport())
    settle(1500)
    painted: list[float] = []
    pane.first_painted.connect(lambda: painted.append((time.perf_counter() - began) * 1e3))
    began = time.perf_counter()
    found = frames.time_until(
        lambda: _desk(program).open_file(Path(path)), lambda: bool(painted) and shows_suggestion(pane), seconds=20
    )
    program.close()
    return {"text": painted[0], "suggestion": found.wall, "cpu": found.cpu}


def _use_once() -> None:
    """The sample is read, so that the next window opens it again from the library with nothing left to look for."""
    program = _started([])
    wait_until(lambda: program.is_at_rest)
    program.close()


def _started(paths: list[Path]) -> app.Program:
    program = app.Program(app.make_application(["benchmark"]), Settings.load(settings_path()), None)
    program.start(paths)
    wait_until(lambda: program.is_at_rest)
    return program


def _desk(program: app.Program) -> Any:
    assert program.desk is not None
    return program.desk


def report(plan: Plan) -> list[Table]:
    article = make_text(plan.folder / "5KB.txt", ARTICLE_BYTES)
    running = sampling.in_turns(
        {"running": sampling.Job("suggesting", "measure_running", {"path": str(article)})}, plan.runs
    )["running"]
    with tempfile.TemporaryDirectory(prefix="hashiya-suggest-") as home:
        _start(article, Path(home))  # fills the caches of the system, and makes a library
        again = [_start(article, Path(home), anew=True) for _ in range(_RUNS)]
    first = []
    for _ in range(_RUNS):
        with tempfile.TemporaryDirectory(prefix="hashiya-suggest-") as home:
            first.append(_start(article, Path(home)))
    return [_table(running, again, first), _pauses(again, first)]


def _start(article: Path, home: Path, *, anew: bool = False) -> dict[str, Any]:
    """One start of the program on the article. ``anew``: on another text of the same size, which the library lacks."""
    path = article
    if anew:
        path = home / f"{time.monotonic_ns()}.txt"
        path.write_text(f"{path.stem}\n{article.read_text(encoding='utf-8')}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.start_suggesting", str(path)],
        cwd=sampling.ROOT,
        env=sampling.environment(home),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if not done.stdout.strip():
        raise sampling.SampleError(f"no suggestion was painted:\n{done.stderr}")
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def _table(running: list[dict[str, Any]], again: list[dict[str, Any]], first: list[dict[str, Any]]) -> Table:
    table = Table(
        f"Article of {ARTICLE_BYTES // 1024} KB to the first suggestion painted, ms wall: median [lowest–highest]",
        ["text painted", "suggestion painted"],
    )
    texts, found = ([run[name] for run in running] for name in ("text", "suggestion"))
    table.add(
        "opened in a running window that has looked for nothing yet",
        spread(texts),
        spread(found),
        figure=median(found),
        limit=GOAL_MS,
        unit="ms",
    )
    for name, runs in (("started with it", again), ("started with it for the first time ever", first)):
        after = [run["suggestion"] - run["text"] for run in runs]
        table.add(name + ": from the text to the suggestion", "", spread(after), figure=median(after), unit="ms")
    return table


def _pauses(again: list[dict[str, Any]], first: list[dict[str, Any]]) -> Table:
    table = Table(
        "The event loop's longest pauses in the two seconds after the first text, ms: median [lowest–highest]",
        ["longest", "second", "all over a frame together"],
    )
    for name, runs in (("with a library", again), ("the first start ever", first)):
        places = [[sorted(run["pauses"], reverse=True)[place] for run in runs] for place in (0, 1)]
        over = [sum(pause for pause in run["pauses"] if pause > FRAME_MS) for run in runs]
        table.add(
            name, *(spread(values) for values in (*places, over)), figure=median(places[0]), limit=FRAME_MS, unit="ms"
        )
    return table
