# SPDX-License-Identifier: GPL-3.0-or-later
"""What recognition is given beside the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.model.ids import TagId
from reader.recognisers.lexicon import Lexicon, shipped_lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    """A name from the user's own registry or lists. It comes before everything that is shipped.

    ``entity`` is the name all mentions of the thing are grouped under.
    """

    name: str
    tag_id: TagId
    entity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """The shipped lists, and what the user's library adds to them."""

    lexicon: Lexicon = field(default_factory=shipped_lexicon)
    names: tuple[KnownName, ...] = ()
