# SPDX-License-Identifier: GPL-3.0-or-later
"""Cold start: from the start of the process to the first painted text of the sample, beside an empty window."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from reader.resources import resource
from tests.benchmarks import sampling
from tests.benchmarks.cases import Plan
from tests.benchmarks.report import Table, spread

_RUNS = 10


def report(plan: Plan) -> list[Table]:
    with tempfile.TemporaryDirectory(prefix="hashiya-start-") as home:
        environment = sampling.environment(Path(home))
        commands = {"hashiya": ["start_program", str(_sample())], "empty": ["start_empty"]}
        found: dict[str, list[dict[str, Any]]] = {name: [] for name in commands}
        for run in range(1 + _RUNS):
            for name, command in commands.items():
                sample = _start(command, environment)
                if run:  # the first fills the caches of the system
                    found[name].append(sample)
    return [_table(found)]


def _sample() -> Path:
    """The bundled article."""
    return sorted(resource("samples").glob("*.txt"))[0]


def _start(command: list[str], environment: dict[str, str]) -> dict[str, Any]:
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{command[0]}", *command[1:]],
        cwd=sampling.ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if not done.stdout.strip():
        raise sampling.SampleError(f"{' '.join(command)} painted nothing:\n{done.stderr}")
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return {**told, "wall": (told["at"] - began) * 1e3, "cpu": told["cpu"] * 1e3}


def _table(found: dict[str, list[dict[str, Any]]]) -> Table:
    table = Table(
        f"Cold start to the first painted text, ms of {_RUNS} processes each, in turns: median [lowest–highest]",
        ["Hashiya with the sample", "empty QTextEdit"],
    )
    for field in ("wall", "cpu"):
        values = {name: [run[field] for run in runs] for name, runs in found.items()}
        ratio = median(values["hashiya"]) / median(values["empty"])
        table.add(field, *(spread(taken) for taken in values.values()), figure=ratio, limit=1.7)
    modules = [str(runs[0]["modules"]) for runs in found.values()]
    table.add("modules loaded by then", *modules)
    table.add("of them numpy", figure=float(any(run["numpy"] for run in found["hashiya"])), limit=0, unit="")
    return table
