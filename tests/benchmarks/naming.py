# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's lists of names: 100,000 of them read into a library, known to recognition, and what they cost a text."""

from __future__ import annotations

import csv
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from reader.model.ids import TagId
from reader.recognisers import DocumentRecogniser, Knowledge, KnownName
from reader.store import Library
from reader.workspace.name_lists import add_name_list, names_of
from tests.benchmarks import sampling
from tests.benchmarks.cases import Plan
from tests.benchmarks.report import Table

NAMES = 100_000
LOAD_MS = 300
_FIRST = ["زرقون", "ميسون", "قيدوم", "برهوت", "صيدون", "عمريط", "جلجول", "بيسان"]
_TEXT = "زار الوزير بيسان عمريط 17 ثم عاد وألقى كلمة في افتتاح المؤتمر أمام جمهور كبير من الناس.\n" * 400


def measure(*, count: int = NAMES) -> dict[str, Any]:
    """Milliseconds: of reading the file in, of knowing its names, of the standard library reading the same rows; and
    how much longer a text takes with the names than without.
    """
    with tempfile.TemporaryDirectory() as folder:
        path, library_path = Path(folder) / "names.csv", Path(folder) / "library.hashiya"
        rows = (f"{_FIRST[n % 8]} {_FIRST[n // 8 % 8]} {n},place,\n" for n in range(count))
        path.write_text("".join(rows), "utf-8")
        Library.open(library_path).close()
        reference = _ms(lambda: list(csv.reader(path.open(encoding="utf-8", newline=""))))
        added = _ms(lambda: add_name_list(library_path, path, TagId("place")))
        with Library.open(library_path) as library:
            known: list[tuple[KnownName, ...]] = []
            load = _ms(lambda: known.append(names_of(library)))
    plain, listed = Knowledge(), Knowledge(names=known[0])
    DocumentRecogniser(plain).read(_TEXT)
    without, ready = _reading(plain), _ms(lambda: DocumentRecogniser(listed))
    return {
        "reference": reference,
        "added": added,
        "load": load,
        "ready": ready,
        "slower": _reading(listed) / without,
        "names": len(known[0]),
    }


def report(plan: Plan) -> list[Table]:
    found = sampling.in_turns({"names": sampling.Job("naming", "measure", {})}, plan.runs)["names"]
    middle = {key: median(float(run[key]) for run in found) for key in found[0]}
    table = Table(f"{NAMES:,} names of the user's, ms", ["ms"])
    table.add("csv.reader reads the file (reference)", f"{middle['reference']:.0f}")
    table.add("the file into the library", f"{middle['added']:.0f}", figure=middle["added"] / middle["reference"])
    table.add("known from the library", f"{middle['load']:.0f}", figure=middle["load"], limit=LOAD_MS, unit="ms")
    table.add("made ready to be found", f"{middle['ready']:.0f}", figure=middle["ready"], unit="ms")
    table.add("a text with the names, against one without", figure=middle["slower"], limit=1.25)
    return [table]


def _reading(knowledge: Knowledge) -> float:
    recogniser = DocumentRecogniser(knowledge)
    return min(_ms(lambda: recogniser.read(_TEXT)) for _ in range(3))


def _ms(act: Any) -> float:
    begun = time.process_time()
    act()
    return (time.process_time() - begun) * 1e3
