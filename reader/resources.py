# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the program's own files lie: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

from reader.errors import ResourceMissing

_HERE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """Path of a file or folder below ``resources/``, such as ``"themes/light.toml"``.

    Raises:
        ResourceMissing: when the installation lacks it.
    """
    for root in (_HERE / "_resources", _HERE.parent / "resources"):
        path = root / name
        if path.exists():
            return path
    raise ResourceMissing(name)
