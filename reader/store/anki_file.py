# SPDX-License-Identifier: GPL-3.0-or-later
"""A fresh SQLite file that is filled by others: the collection inside a package of cards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from reader.store.connection import connect, disconnect


def write_collection(path: Path, fill: Callable[[Any], None]) -> None:
    """Make the file and let ``fill`` write into it through a cursor, whole or not at all.

    Raises:
        LibraryError: when the file cannot be written.
    """
    path.touch(mode=0o600)
    connection = connect(path, read_only=False, patience_ms=1000)
    try:
        cursor = connection.cursor()
        fill(cursor)
    finally:
        disconnect(connection)
