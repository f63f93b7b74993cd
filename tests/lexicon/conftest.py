# SPDX-License-Identifier: GPL-3.0-or-later
"""A small lexicon of our own."""

from __future__ import annotations

import pytest
from small_lexicon import write_tables

from reader.lexicon.morphology import Analyser
from reader.lexicon.tables import MemoryStems, read_affixes, read_stems


@pytest.fixture
def tables(tmp_path):
    return write_tables(tmp_path / "tables")


@pytest.fixture
def analyser(tables):
    return Analyser(read_affixes(tables), MemoryStems(read_stems(tables)), "ours")
