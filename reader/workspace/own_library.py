# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the library of the user lies when none is named, and how it comes to be there."""

from __future__ import annotations

from pathlib import Path


def own_library_path() -> Path:
    """``library.hashiya`` in the platform's folder for a program's data; it need not exist yet."""
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed where a library is named

    return user_data_path("hashiya", appauthor=False) / "library.hashiya"


def make_library(library_path: Path) -> None:
    """See to it that there is a library.

    Raises:
        LibraryError.
    """
    from reader.store import Library  # noqa: PLC0415 - for whoever only asks for the place

    with Library.open(library_path):
        pass
