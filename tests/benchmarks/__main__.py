# SPDX-License-Identifier: GPL-3.0-or-later
"""``python -m tests.benchmarks [--quick] [--long] [--fresh] [NAME…]``: the named families, or all; prints tables."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6 import __version__ as pyside_version

from tests.benchmarks import (
    changing,
    deciding,
    dictionaries,
    exporting,
    importing,
    learning,
    naming,
    opening,
    recognising,
    sampling,
    scrolling,
    soaking,
    starting,
    storing,
    suggesting,
    tagging,
    vocabulary,
    words,
)
from tests.benchmarks.cases import Plan, texts_folder
from tests.benchmarks.subjects import Geometry

FAMILIES = {
    "opening": opening.report,
    "scrolling": scrolling.report,
    "tagging": tagging.report,
    "deciding": deciding.report,
    "changing": changing.report,
    "storing": storing.report,
    "naming": naming.report,
    "starting": starting.report,
    "suggesting": suggesting.report,
    "recognising": recognising.report,
    "learning": learning.report,
    "dictionaries": dictionaries.report,
    "vocabulary": vocabulary.report,
    "words": words.report,
    "exporting": exporting.report,
    "importing": importing.report,
    "soaking": soaking.report,
}


def main() -> int:
    asked = _arguments()
    if asked.fresh:
        shutil.rmtree(texts_folder())
    plan = Plan(quick=asked.quick, long=asked.long, geometry=_geometry())
    _print_head(plan)
    missed: list[str] = []
    for name in asked.names or FAMILIES:
        began = time.monotonic()
        for table in FAMILIES[name](plan):
            print(table.text(), flush=True)
            missed += table.missed
        print(f"({name}: {time.monotonic() - began:.0f} s)", flush=True)
    print("\nEvery goal is met." if not missed else "\nMissed:\n" + "\n".join(f"  {line}" for line in missed))
    return 1 if missed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer samples of smaller texts")
    parser.add_argument("--long", action="store_true", help="twice as much simulated use")
    parser.add_argument("--fresh", action="store_true", help="make texts and libraries anew instead of those kept")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(FAMILIES)}; all without one")
    asked = parser.parse_args()
    if unknown := set(asked.names) - set(FAMILIES):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    return asked


def _geometry() -> Geometry:
    """The page of the program's window as it stands, which the others are made to match."""
    return Geometry(**sampling.sample(sampling.Job("program", "page_geometry", {})))


def _print_head(plan: Plan) -> None:
    page = plan.geometry
    load = os.getloadavg()[0]
    print(f"Python {platform.python_version()}, PySide6 {pyside_version}, {os.cpu_count()} cores, load {load:.1f}")
    print(
        f"viewport {page.viewport_width}×{page.viewport_height} px, column {page.column} px, Amiri {page.font_px} px, "
        f"{plan.runs} samples each{' (quick)' if plan.quick else ''}"
    )
    if load > 1.0:
        print("Other work is running on this machine: trust the ratios, not the milliseconds.")


if __name__ == "__main__":
    sys.exit(main())
