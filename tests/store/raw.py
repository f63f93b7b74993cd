# SPDX-License-Identifier: GPL-3.0-or-later
"""A way into a library file behind the program's back, by the SQLite that the program uses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

try:
    from pysqlite3 import dbapi2 as sqlite3
except ImportError:
    import sqlite3


@contextmanager
def raw(path: Path) -> Iterator[Any]:
    """A connection in autocommit mode, closed at the end."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()
