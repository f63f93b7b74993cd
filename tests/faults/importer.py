# SPDX-License-Identifier: GPL-3.0-or-later
"""A process that brings in a text without end: ``python -m faults.importer FILE``."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from faults.opened import opened

if __name__ == "__main__":
    with opened(Path(sys.argv[1]), create=False, patience_ms=30_000) as library, library.texts.begin() as writer:
        print("ready", flush=True)
        for number in count():
            writer.append([f"{number} نص 😀\n" * 20_000])
