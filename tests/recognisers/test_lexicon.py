# SPDX-License-Identifier: GPL-3.0-or-later
"""The index loads fast, packs the same way each time, and says so when it is damaged."""

import time
import tracemalloc
import zlib

import pytest

from reader.errors import RecogniserUnavailable
from reader.recognisers.lexicon import (
    COUNTRY,
    GIVEN_NAME,
    INDEX_NAME,
    NATIONALITY,
    PLACE,
    pack,
    read_lexicon,
    shipped_lexicon,
    unpack,
)
from reader.resources import resource
from reader.text.normalise import folded

ENTRIES = {"باكو": PLACE, "الولايات المتحده": PLACE | COUNTRY, "محمد": GIVEN_NAME}
MONTHS = {"gregorian": {"نوفمبر": 11, "تشرين الثاني": 11}}


def test_what_is_packed_is_unpacked():
    lexicon = unpack(pack(ENTRIES, MONTHS))
    assert (dict(lexicon.flags), dict(lexicon.months)) == (ENTRIES, MONTHS)


def test_longest_phrase_is_known_by_its_first_word():
    assert unpack(pack(ENTRIES, MONTHS)).longest == {"الولايات": 2}


def test_order_of_entries_does_not_change_the_bytes():
    assert pack(dict(reversed(ENTRIES.items())), MONTHS) == pack(ENTRIES, MONTHS)


def test_shipped_index_loads_in_one_go():
    path = resource(INDEX_NAME)
    assert min(seconds_to_read(path) for _ in range(5)) < 3


def seconds_to_read(path):
    started = time.perf_counter()
    read_lexicon(path)
    return time.perf_counter() - started


def test_shipped_index_takes_little_memory_and_disk():
    content = resource(INDEX_NAME).read_bytes()
    tracemalloc.start()
    lexicon = unpack(content)
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(lexicon.flags) > 50_000
    assert taken < 30_000_000
    assert len(content) < 1_500_000


def test_shipped_keys_are_folded_as_the_text_layer_folds():
    keys = [key for key in shipped_lexicon().flags if not key.endswith("ى")]
    assert [key for key in keys if folded(key) != key] == []


@pytest.mark.parametrize(
    ("key", "flag"),
    [("ايران", COUNTRY), ("باكو", PLACE), ("ايرانيه", NATIONALITY), ("الايرانيون", NATIONALITY), ("محمد", GIVEN_NAME)],
)
def test_shipped_index_knows(key, flag):
    assert shipped_lexicon().flags[key] & flag


@pytest.mark.parametrize("content", [b"", b"not compressed", pack(ENTRIES, MONTHS)[:-10], b"x\x9c"])
def test_damaged_index_is_told(tmp_path, content):
    path = tmp_path / "index.bin"
    path.write_bytes(content)
    with pytest.raises(RecogniserUnavailable, match="gazetteers"):
        read_lexicon(path)


def test_missing_index_is_told(tmp_path):
    with pytest.raises(RecogniserUnavailable):
        read_lexicon(tmp_path / "index.bin")


def test_index_of_another_form_is_told(tmp_path):
    path = tmp_path / "index.bin"
    path.write_bytes(zlib.compress(b"hashiya-gazetteer 99\n"))
    with pytest.raises(RecogniserUnavailable, match="unknown form"):
        read_lexicon(path)
