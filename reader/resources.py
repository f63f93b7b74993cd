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


def licence_text() -> str:
    """The GNU General Public License, version 3, whole, as it comes with the program.

    Raises:
        ResourceMissing: when the installation lacks it.
    """
    for path in (_HERE / "_resources" / "LICENSE", _HERE.parent / "LICENSE"):
        if path.is_file():
            return path.read_text("utf-8")
    raise ResourceMissing("LICENSE")
