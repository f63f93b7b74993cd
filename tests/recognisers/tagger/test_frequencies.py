# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of frequencies gives back what was put in, and says which file cannot be read."""

import pytest

from reader.errors import RecogniserUnavailable
from reader.recognisers.tagger.frequencies import (
    UNKNOWN,
    Behaviour,
    pack,
    read_frequencies,
    shipped_frequencies,
    unpack,
)

ENTRIES = {"مدينه": Behaviour(13, 6, 0), "محمد": Behaviour(12, 0, 7), "باكو": Behaviour(5, 255, 15)}


def test_forms_are_found_again():
    table = unpack(pack(ENTRIES))
    assert {key: table.of(key) for key in ENTRIES} == ENTRIES


def test_article_makes_no_difference():
    assert unpack(pack(ENTRIES)).of("المدينه") == ENTRIES["مدينه"]


@pytest.mark.parametrize("key", ["", "ال", "قلم", "\ud800", "x" * 10_000])
def test_what_is_not_listed_is_unknown(key):
    assert unpack(pack(ENTRIES)).of(key) == UNKNOWN


def test_same_entries_give_the_same_bytes():
    assert pack(dict(reversed(ENTRIES.items()))) == pack(ENTRIES)


@pytest.mark.parametrize("damage", [lambda _: b"", lambda c: c[:-1], lambda c: b"x" + c, lambda c: c + b"1"])
def test_damaged_table_is_named(tmp_path, damage):
    path = tmp_path / "frequencies.bin"
    path.write_bytes(damage(pack(ENTRIES)))
    with pytest.raises(RecogniserUnavailable, match=r"frequencies\.bin"):
        read_frequencies(path)


def test_shipped_table_knows_names_from_nouns():
    table = shipped_frequencies()
    name, noun = table.of("واشنطن"), table.of("كتاب")
    assert name.band > 5
    assert noun.band > 5
    assert name.family == 0
    assert noun.family > 0
