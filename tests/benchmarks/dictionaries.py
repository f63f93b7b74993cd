# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's dictionaries: one of 300,000 entries taken in, and words looked up in five of them."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any

from reader.workspace.dictionaries import open_dictionaries
from reader.workspace.dictionary_import import import_dictionary
from tests.benchmarks import sampling
from tests.benchmarks.cases import Plan
from tests.benchmarks.report import Table, quantile
from tests.dictionary_files import Entries, write_stardict

ENTRIES = 300_000
IMPORT_SECONDS = 60
MEMORY_MB = 200
LOOK_UP_MS = 2.0
DICTIONARIES = 5
_IMPORT = """
import resource, sys, time
from pathlib import Path
from reader.workspace.dictionary_import import import_dictionary
begun = time.perf_counter()
about = import_dictionary(Path(sys.argv[1]), Path(sys.argv[2]))
seconds = time.perf_counter() - begun
print(seconds, about.entries, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
_ROOTS = ["كتب", "درس", "علم", "سمع", "نظر", "فتح", "رجع", "عرف"]
_SHAPES = ["{}", "ال{}", "م{}ة", "{}ات", "ت{}", "است{}", "{} القوم", "{}َ"]
_ARTICLE = "<b>n.</b> <ol><li>meaning {0} of it</li><li>another, <i>rarer</i></li></ol><ex>قال {1} ثم سكت.</ex>"
_WORDS = ["وبالكتاب", "كتب12", "للمكتبة", "يدرس", "السامعين", "نظراتهم", "والفتح", "رجع 7", "معرفة", "غير موجود"]


def entries(count: int) -> Entries:
    """Headwords of every shape, articles of some 120 characters with markup."""
    made = []
    for number in range(count):
        word = _SHAPES[number // 8 % 8].format(_ROOTS[number % 8]) + str(number // 64)
        made.append((word, _ARTICLE.format(number, word)))
    return made


def measure_import(*, count: int = ENTRIES) -> dict[str, Any]:
    """Seconds by the clock of taking a dictionary in, in a process of its own, and the most memory that one had."""
    with tempfile.TemporaryDirectory() as folder:
        path = write_stardict(Path(folder) / "files", entries(count), types="h", packed=True)
        shelf = Path(folder) / "shelf"
        done = subprocess.run(
            [sys.executable, "-c", _IMPORT, str(shelf), str(path)], capture_output=True, text=True, check=True
        )
        size = sum(each.stat().st_size for each in shelf.iterdir())
    seconds, taken, peak = map(float, done.stdout.split())
    return {"seconds": seconds, "entries": taken, "memory": peak, "size": size / 1e6}


def measure_look_up(*, count: int = ENTRIES, questions: int = 2000) -> dict[str, Any]:
    """Milliseconds of looking a word up in five dictionaries: of the first question, the median, and the 95th."""
    with tempfile.TemporaryDirectory() as folder:
        shelf = Path(folder) / "shelf"
        for number in range(DICTIONARIES):
            listed = entries(count // DICTIONARIES * (number + 1) // 3)
            import_dictionary(shelf, write_stardict(Path(folder) / str(number), listed, types="h"))
        with closing(open_dictionaries(shelf)) as opened:
            taken = [_ms(opened, f"{_WORDS[n % len(_WORDS)]}{n // 10 if n % 3 else ''}") for n in range(questions)]
    return {"first": taken[0], "p50": median(taken), "p95": quantile(taken, 0.95)}


def report(plan: Plan) -> list[Table]:
    runs = 1 if plan.quick else 3
    jobs = {name: sampling.Job("dictionaries", f"measure_{name}", {}) for name in ("import", "look_up")}
    found = sampling.in_turns(jobs, runs)
    taken = {key: median(float(run[key]) for run in found["import"]) for key in found["import"][0]}
    asked = {key: median(float(run[key]) for run in found["look_up"]) for key in found["look_up"][0]}
    table = Table("Dictionaries of the user", ["figure"])
    rate = f"{taken['entries'] / taken['seconds']:,.0f} entries/s, {taken['size']:.0f} MB"
    seconds = taken["seconds"]
    table.add(f"{ENTRIES:,} entries taken in", rate, figure=seconds, limit=IMPORT_SECONDS, unit="s")
    table.add("memory of the process that does it", figure=taken["memory"], limit=MEMORY_MB, unit="MB")
    table.add(f"a word in {DICTIONARIES} dictionaries, p50", figure=asked["p50"], limit=LOOK_UP_MS, unit="ms")
    table.add(f"a word in {DICTIONARIES} dictionaries, p95", figure=asked["p95"], limit=LOOK_UP_MS, unit="ms")
    table.add("the first word", f"{asked['first']:.2f} ms")
    return [table]


def _ms(opened: Any, word: str) -> float:
    begun = time.perf_counter()
    opened.entries_of([word])
    return (time.perf_counter() - begun) * 1e3
