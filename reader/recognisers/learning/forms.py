# SPDX-License-Identifier: GPL-3.0-or-later
"""Word forms as learning compares them: folded, without the clitics that a span leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from reader.recognisers.lexicon import Lexicon
from reader.recognisers.tokens import Kind, Tokeniser, Tokens, Word
from reader.text.clitics import ARTICLE, splits
from reader.text.normalise import folded

LONGEST_FORM: Final = 16
"""Words in the longest form that is kept; what is longer is a passage and not a name."""

_LONGEST_WORD: Final = 64
_MAY_BEGIN: Final = frozenset("وفبكل")
_words: Final = Tokeniser(Lexicon(flags={}, longest={}, months={}))


def form_key(quote: str, before: str = "") -> str:
    """The form of a quote: the folded keys of its words, parted by spaces; "" for what has no word or too many.

    ``before`` is what stands right before the quote. Behind "ل" the article has lost its alef and gets it back, so that
    "لاتحاد" in "للاتحاد" is the form "الاتحاد".
    """
    tokens = _words.tokens(quote)
    if not 0 < len(tokens) <= LONGEST_FORM:
        return ""
    keys = [word.key for word in tokens.words]
    if keys[0].startswith("ل") and folded(before).endswith("ل"):
        keys[0] = "ا" + keys[0]
    return " ".join(keys) if any(char.isalnum() for key in keys for char in key) else ""


def key_of(tokens: Tokens, first: int, after: int, start: int) -> str:
    """The form of tokens ``first`` to ``after`` (half-open) of which ``start`` is the first code point that counts."""
    if after - first == 1 and start == tokens.starts[first]:
        return tokens.words[first].key
    head = form_key(tokens.text[start : tokens.ends[first]], tokens.text[max(start - 1, 0) : start])
    return " ".join([head, *(word.key for word in tokens.words[first + 1 : after])])


def heads(word: Word) -> tuple[tuple[int, str], ...]:
    """What the word may be as the first of a form: code points left out before it, and the key of the rest."""
    return _heads(word.form) if word.kind is Kind.ARABIC and word.key[:1] in _MAY_BEGIN else ((0, word.key),)


@lru_cache(maxsize=8192)
def _heads(form: str) -> tuple[tuple[int, str], ...]:
    return tuple(dict.fromkeys(_parted(form)))


def _parted(form: str) -> Iterator[tuple[int, str]]:
    yield 0, folded(form)
    if len(form) > _LONGEST_WORD:
        return
    for split in splits(form):
        if split.proclitics and not split.enclitics and split.proclitics[-1] not in (ARTICLE, "س"):
            yield split.stem_span.start, folded(split.stem)
