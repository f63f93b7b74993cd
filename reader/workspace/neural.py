# SPDX-License-Identifier: GPL-3.0-or-later
"""A neural model tried on a sentence, before anything is recognised with it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from reader.model.ids import TagId
from reader.model.recognition import NeuralChoice
from reader.recognisers.document import Paragraph
from reader.recognisers.knowledge import Knowledge
from reader.recognisers.neural import identity_of, load
from reader.recognisers.neural.recogniser import NeuralRecogniser
from reader.recognisers.tokens import Tokeniser
from reader.text.chunks import paragraphs_of


@dataclass(frozen=True, slots=True)
class TriedName:
    """Something the model found: half-open code points of the text tried, the tag, and how sure it is."""

    start: int
    end: int
    tag_id: TagId
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What came of a trial; ``loading_s`` and ``reading_s`` are how long model and sentence took."""

    names: tuple[TriedName, ...]
    loading_s: float
    reading_s: float


def try_model(choice: NeuralChoice, text: str, cancelled: Callable[[], bool]) -> Trial:
    """What the model finds in the text.

    Raises:
        ModelUnusable, Cancelled, ResourceMissing.
    """
    begun = time.perf_counter()
    model = load(choice)
    loaded = time.perf_counter()
    tokeniser = Tokeniser(Knowledge().lexicon)
    paragraphs = [Paragraph(tokeniser.tokens(text, start, end), []) for start, end in paragraphs_of(text)]
    found = [each for paragraph in model.find(paragraphs, cancelled) for each in paragraph]
    names = tuple(TriedName(each.start, each.end, each.tag, each.confidence) for each in found)
    return Trial(names=names, loading_s=loaded - begun, reading_s=time.perf_counter() - loaded)


def loaded_model(choice: NeuralChoice) -> NeuralRecogniser:
    """The recogniser with this model, kept while the same files are asked for: loading takes seconds.

    Raises:
        ModelUnusable.
    """
    return _loaded(choice, identity_of(choice))


def forget_model() -> None:
    """Give the memory of the model back."""
    _loaded.cache_clear()


@lru_cache(maxsize=1)
def _loaded(choice: NeuralChoice, _identity: str) -> NeuralRecogniser:
    return load(choice)
