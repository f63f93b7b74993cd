# SPDX-License-Identifier: GPL-3.0-or-later
"""What a finding says, apart from how it is written: the keys of its words, and the name as it stands alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reader.recognisers.base import Finding
from reader.recognisers.tokens import Kind, Tokens
from reader.text.normalise import folded

Keys = tuple[str, ...]
LONGEST_MENTION: Final = 24
"""Words of a name that are compared."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's tokens and what was found in it."""

    tokens: Tokens
    found: list[Finding]


def keys_of(tokens: Tokens, each: Finding) -> Keys:
    """The folded words of a finding in order, the first without its proclitics, without punctuation."""
    after = min(each.after, each.first + LONGEST_MENTION)
    rest = (word.key for word in tokens.words[each.first + 1 : after] if word.kind is not Kind.PUNCTUATION)
    return (_first_key(tokens, each), *rest)


def standing_alone(text: str, each: Finding) -> str:
    """The name as it is without "ل" before it, which swallows the alef of the article: "للاتحاد" gives "الاتحاد"."""
    name = text[each.start : each.end]
    return "ا" + name if text[each.start - 1 : each.start] == "ل" and name.startswith("ل") else name


def _first_key(tokens: Tokens, each: Finding) -> str:
    word = tokens.words[each.first]
    skip = each.start - tokens.starts[each.first]
    if skip == 0:
        return word.key
    swallows = word.form[skip - 1 : skip + 1] == "لل"
    for reading in word.readings:
        if reading.skip == skip and (not swallows or reading.key.startswith("ال")):
            return reading.key
    return folded(word.form[skip:])
