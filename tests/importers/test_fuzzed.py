# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged files of every format: each importer gives documents that can be stored, or an expected failure.

``python -m tests.fuzz`` does the same for as long as one likes.
"""

import random

import pytest

from reader.workspace.extraction import Extractor
from tests.fuzz.harness import LIMITS, any_damage, check, format_of, seeds

FILES = 25
SEEDS = seeds()


@pytest.mark.parametrize("identity", sorted(SEEDS))
def test_files_as_they_should_be_give_documents(identity, tmp_path):
    with Extractor(LIMITS) as extractor:
        for make in SEEDS[identity]:
            assert check(extractor, format_of(identity), make(), tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("identity", sorted(SEEDS))
def test_damaged_files_break_no_importer(identity, tmp_path):
    originals = [make() for make in SEEDS[identity]]
    with Extractor(LIMITS) as extractor:
        for number in range(FILES):
            chance = random.Random(number)
            check(extractor, format_of(identity), any_damage(originals, chance), tmp_path)
