# SPDX-License-Identifier: GPL-3.0-or-later
"""Fuzzing by hand: files that break an importer are kept beside, with their number."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.harness import run, seeds


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    asked.add_argument("--minutes", type=float, default=5, help="for all formats together")
    asked.add_argument("--format", action="append", help="only this format; may be given more than once")
    asked.add_argument("--number", type=int, default=int(time.time()), help="where the numbers begin")
    asked.add_argument("--keep", type=Path, default=Path("fuzzed"), help="folder for files that break an importer")
    chosen = asked.parse_args()
    found = {name: made for name, made in sorted(seeds().items()) if not chosen.format or name in chosen.format}
    broken = 0
    for name, made in found.items():
        with tempfile.TemporaryDirectory() as folder:
            share = 60 * chosen.minutes / len(found)
            for number, data in run(name, made, share, Path(folder), chosen.number):
                broken += 1
                chosen.keep.mkdir(exist_ok=True)
                (chosen.keep / f"{name}-{number}").write_bytes(data)
        print(f"{name}: done")
    print(f"{broken} files broke an importer")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
