# SPDX-License-Identifier: GPL-3.0-or-later
"""The benchmarks judge rightly, and still find their way through the program; their figures are not tested here."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.report import Table, quantile

ROOT = Path(__file__).resolve().parent.parent
GEOMETRY = {"viewport_width": 800, "viewport_height": 600, "column": 744, "font_px": 24}
TEXT = "قال الوزير إن مؤتمر WTDC-25 انطلق في باكو بمشاركة 150 دولة. " * 8 + "\n"


def sample(tmp_path: Path, module: str, function: str, **arguments: Any) -> dict[str, Any]:
    own = {"HASHIYA_CONFIG_DIR": str(tmp_path / "settings"), "XDG_DATA_HOME": str(tmp_path / "data")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.worker", module, function, json.dumps(arguments)],
        cwd=ROOT,
        env={**os.environ, **own, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


@pytest.fixture
def text(tmp_path: Path) -> str:
    path = tmp_path / "text.txt"
    path.write_text(TEXT * 100, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(("figure", "verdict"), [(1.5, "met"), (1.51, "MISSED")])
def test_a_figure_is_judged_by_its_goal(figure: float, verdict: str) -> None:
    table = Table("Title", ["one"])
    table.add("measure", "1", figure=figure, limit=1.5)
    assert table.text().splitlines()[-1].endswith(verdict)


def test_a_figure_without_a_goal_is_not_judged() -> None:
    table = Table("Title", ["one"])
    table.add("measure", "1", figure=9.0)
    assert table.missed == []


def test_a_quantile_is_one_of_the_values() -> None:
    assert [quantile([3, 1, 2, 4], share) for share in (0, 0.5, 0.99)] == [1, 3, 4]


def test_an_opening_is_measured_at_its_first_frame(tmp_path: Path, text: str) -> None:
    found = sample(tmp_path, "opening", "measure", subject="hashiya", geometry=GEOMETRY, path=text, warm=text)
    assert found["cpu"] > 0
    assert 0 < found["layouts"] <= found["visible"] + 2


@pytest.mark.parametrize("subject", ["hashiya", "QTextEdit", "QPlainTextEdit"])
def test_every_frame_of_scrolling_is_counted(tmp_path: Path, text: str, subject: str) -> None:
    found = sample(tmp_path, "scrolling", "measure", subject=subject, geometry=GEOMETRY, path=text, notches=3, jumps=2)
    assert {name: len(values) for name, values in found.items()} == {
        "scroll": 3,
        "natural": 3,
        "between": 3,
        "jump": 2,
        "widen": 2,
    }


def test_names_of_lists_are_measured(tmp_path: Path) -> None:
    found = sample(tmp_path, "naming", "measure", count=500)
    assert found["names"] == 500
    assert min(found["reference"], found["load"], found["slower"]) > 0


def test_figures_and_marks_of_words_are_measured(tmp_path: Path, text: str) -> None:
    found = sample(tmp_path, "vocabulary", "measure", text_path=text, words=200, states=40)
    assert min(found["reference"], found["figures"], found["first"], found["again"]) > 0
    assert 0 < found["forms"] <= 200


def test_dictionaries_are_measured(tmp_path: Path) -> None:
    taken = sample(tmp_path, "dictionaries", "measure_import", count=500)
    assert taken["entries"] == 500
    assert min(taken["seconds"], taken["memory"]) > 0
    asked = sample(tmp_path, "dictionaries", "measure_look_up", count=300, questions=20)
    assert 0 < asked["p50"] <= asked["p95"]


def test_words_are_explained_and_terms_found_for_the_benchmark(tmp_path: Path) -> None:
    popup = sample(tmp_path, "words", "measure_popup", geometry=GEOMETRY, count=6)
    assert len(popup["first"]) == len(popup["again"]) == 5
    terms = sample(tmp_path, "words", "measure_terms", count=50)
    assert terms["found"] > 1000
