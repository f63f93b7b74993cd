# SPDX-License-Identifier: GPL-3.0-or-later
"""A process that opens a library, or makes it, and brings in a text of its own: ``python -m faults.opener FILE``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from faults.opened import opened

if __name__ == "__main__":
    with opened(Path(sys.argv[1]), patience_ms=30_000) as library:
        library.texts.add(f"نص رقم {os.getpid()}", title="x")
        print(len(library.tagsets.tags()), "tags", flush=True)
