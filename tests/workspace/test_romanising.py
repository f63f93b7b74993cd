# SPDX-License-Identifier: GPL-3.0-or-later
"""Spellings in Latin letters, with the package installed and without it."""

from __future__ import annotations

import sys

import pytest

from reader.errors import RecogniserUnavailable
from reader.workspace.romanising import can_romanise, romanised


@pytest.fixture
def without_package(monkeypatch):
    monkeypatch.setitem(sys.modules, "arabic_name_romanizer", None)


@pytest.mark.parametrize("name", ["محمد صلاح", "مُحَمَّد صَلَاح"])
def test_name_gets_its_spellings_with_or_without_vowels(name):
    pytest.importorskip("arabic_name_romanizer")
    assert can_romanise()
    assert "Mohamed Salah" in romanised(name)


@pytest.mark.parametrize("name", ["", "Ali", "محمد Ali", "𞸀 😀", "1 - 2"])
def test_what_is_no_name_in_arabic_letters_gets_none(name):
    assert romanised(name) == ()


def test_missing_package_is_told(without_package):
    with pytest.raises(RecogniserUnavailable, match="romanise"):
        romanised("محمد")
