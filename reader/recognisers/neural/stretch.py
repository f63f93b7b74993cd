# SPDX-License-Identifier: GPL-3.0-or-later
"""What both kinds of models find, before it is a finding; and what they need to know of a paragraph."""

from __future__ import annotations

from typing import Final, NamedTuple

from reader.recognisers.tokens import Kind, Tokens

_SENTENCE_ENDS: Final = frozenset(".؟!?۔…。")


class Stretch(NamedTuple):
    """Words ``first`` to ``after`` (half-open) are a ``kind``; ``skip`` code points of the first are none of it."""

    first: int
    after: int
    kind: str
    confidence: float
    skip: int = 0


def ends_sentence(tokens: Tokens) -> list[bool]:
    """For each word whether a sentence may end with it."""
    return [word.kind is Kind.PUNCTUATION and word.form in _SENTENCE_ENDS for word in tokens.words]
