# SPDX-License-Identifier: GPL-3.0-or-later
"""Reasons of the recognisers in the language of the interface."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.recognisers import recognise
from reader.resources import resource
from reader.ui.models.reasons import BOUNDS, REASONS, reason_in_words


def template_of(reason: str) -> str:
    """The reason as the table has it: words of the text out, bound off."""
    bounds = "|".join(BOUNDS)
    return re.sub("“[^”]*”", "“%1”", re.sub(f"^({bounds}) ", "", reason))


def test_every_reason_given_for_the_samples_can_be_translated():
    samples = [path.read_text("utf-8") for path in sorted(resource("samples").glob("*.txt"))]
    given = {template_of(suggestion.reason) for text in samples for suggestion in recognise(text)}

    assert given
    assert given <= set(REASONS)


@pytest.mark.parametrize("word", ["وزير", "وَزِيرٌ", "WTDC-25 مؤتمر", "رمز 𞸀🙂"])
def test_words_of_the_text_are_isolated(word):
    said = reason_in_words(f"“{word}” begins an office")

    assert said.removeprefix("“")[0] in "\u2067\u2068"
    assert said.endswith("\u2069” begins an office")
    assert word in said


def test_a_bound_is_said_before_what_is_counted():
    assert reason_in_words("more than a measure") == "more than: \u2068a measure\u2069"


def test_an_unknown_reason_stays_as_it_is():
    assert reason_in_words("something else") == "something else"


def test_every_reason_given_for_collected_forms_can_be_translated():
    folder = Path(__file__).resolve().parents[2] / "recognisers"
    forms = "".join((folder / name).read_text("utf-8") for name in ("dates.tsv", "quantities.tsv"))
    plain = re.sub("[⟦⟧]|\t.*", "", forms)
    given = {template_of(suggestion.reason) for suggestion in recognise(plain)}

    assert given - set(REASONS) == set()
