# SPDX-License-Identifier: GPL-3.0-or-later
"""What recognition is given beside the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.model.ids import TagId
from reader.recognisers.lexicon import Lexicon, shipped_lexicon

if TYPE_CHECKING:
    from reader.recognisers.learning.model import LearnedModel
    from reader.recognisers.neural.recogniser import NeuralRecogniser
    from reader.recognisers.tagger.tagging import Tagger


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    """A name from the user's own registry or lists. It comes before everything that is shipped.

    ``entity`` is the name all mentions of the thing are grouped under.
    """

    name: str
    tag_id: TagId
    entity: str


def _shipped_tagger() -> Tagger:
    from reader.recognisers.tagger.tagging import shipped_tagger  # noqa: PLC0415 - it loads numpy

    return shipped_tagger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """The shipped lists and tagger, and what the user's library adds to them.

    ``tagger`` may be None: then people, places and bodies are found by lists and rules alone. ``learned`` is what the
    reader taught, or None. ``neural`` is the user's own model, or None. ``without`` are those of ``STAGES``
    (``model/recognition.py``) that are left out.
    """

    lexicon: Lexicon = field(default_factory=shipped_lexicon)
    names: tuple[KnownName, ...] = ()
    tagger: Tagger | None = field(default_factory=_shipped_tagger)
    learned: LearnedModel | None = None
    neural: NeuralRecogniser | None = None
    without: frozenset[str] = frozenset()
