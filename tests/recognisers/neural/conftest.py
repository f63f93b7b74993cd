# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs of a text, and what a recogniser finds in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.recognisers.document import Paragraph
from reader.recognisers.lexicon import shipped_lexicon
from reader.recognisers.neural.recogniser import NeuralRecogniser
from reader.recognisers.tokens import Tokeniser
from reader.text.chunks import paragraphs_of

Read = Callable[[str], list[Paragraph]]
Found = Callable[[NeuralRecogniser, str], list[tuple[str, str]]]


@pytest.fixture(scope="session")
def read() -> Read:
    tokeniser = Tokeniser(shipped_lexicon())
    return lambda text: [Paragraph(tokeniser.tokens(text, start, end), []) for start, end in paragraphs_of(text)]


@pytest.fixture(scope="session")
def found(read: Read) -> Found:
    """``found(recogniser, text)``: what stands in the text where something is found, with its tag."""
    return lambda recogniser, text: [
        (text[each.start : each.end], each.tag) for paragraph in recogniser.find(read(text)) for each in paragraph
    ]
