# SPDX-License-Identifier: GPL-3.0-or-later
"""What the recognisers see in a text, in the shapes that the tests compare."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.recognisers import Knowledge, recognise

RULES = Knowledge(tagger=None)
"""Lists and rules alone, so that what is trained does not move the tests of rules."""


@pytest.fixture(scope="session")
def quotes() -> Callable[[str, str], list[str]]:
    """``quotes(text, tag)``: what is suggested with the tag, in text order."""
    return lambda text, tag: [each.quote for each in recognise(text, RULES) if each.tag_id == tag]


@pytest.fixture(scope="session")
def values() -> Callable[[str, str], list[tuple[str, str]]]:
    """``values(text, tag)``: ``(quote, value)`` of what is suggested with the tag."""
    return lambda text, tag: [(each.quote, each.value) for each in recognise(text, RULES) if each.tag_id == tag]
