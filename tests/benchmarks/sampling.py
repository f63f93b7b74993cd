# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples taken in turns: each in a fresh process with its own settings and library, so that none warms the next."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).resolve().parents[2]
Case = TypeVar("Case", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Job:
    """A function of a module of this package, and its arguments (what JSON can hold)."""

    module: str
    function: str
    arguments: Mapping[str, Any]


class SampleError(Exception):
    """A worker ended badly; its error output is the message."""


def in_turns(jobs: Mapping[Case, Job], runs: int) -> dict[Case, list[dict[str, Any]]]:
    """Every job so many times, all of them once before any of them again."""
    found: dict[Case, list[dict[str, Any]]] = {case: [] for case in jobs}
    for _ in range(runs):
        for case, job in jobs.items():
            found[case].append(sample(job))
    return found


def sample(job: Job) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="hashiya-sample-") as home:
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "tests.benchmarks.worker",
                job.module,
                job.function,
                json.dumps(dict(job.arguments)),
            ],
            cwd=ROOT,
            env=environment(Path(home)),
            capture_output=True,
            text=True,
            timeout=1800,
            check=False,
        )
    if done.returncode != 0:
        raise SampleError(f"{job.module}.{job.function}({dict(job.arguments)}):\n{done.stderr.strip()}")
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def environment(home: Path) -> dict[str, str]:
    """The environment of a worker: no screen, folders for settings and data of its own, compiled modules kept."""
    own = {
        "QT_QPA_PLATFORM": "offscreen",
        "HASHIYA_CONFIG_DIR": str(home / "settings"),
        "XDG_DATA_HOME": str(home / "data"),
    }
    return {**{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}, **own}
