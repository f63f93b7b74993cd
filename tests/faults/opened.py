# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening a library in the journal mode that its name tells, so that every process of a test uses the same one."""

from __future__ import annotations

from pathlib import Path

from reader.store import Library


def opened(path: Path, **options: object) -> Library:
    """The library; with a rollback journal when its name has “delete” in it, else with a write-ahead log."""
    return Library.open(path, wal="delete" not in path.name, **options)  # type: ignore[arg-type]
