# SPDX-License-Identifier: GPL-3.0-or-later
"""What all tests share: no screen, settings and library in a folder of the test's own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test away from the user's settings and library."""
    monkeypatch.setenv("HASHIYA_CONFIG_DIR", str(tmp_path / "settings"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HASHIYA_CACHE_DIR", str(tmp_path / "cache"))


@pytest.fixture(params=["plain", "vocalised", "mixed", "astral"])
def any_text(request: pytest.FixtureRequest) -> str:
    """One text of each kind that offsets must be right on."""
    from builders import TEXTS

    return TEXTS[request.param]
