# SPDX-License-Identifier: GPL-3.0-or-later
"""Works, slogans and coined terms between quotation marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.recognisers.base import ORGANISATION, PERSON, PLACE, TERM, WORK, Finding, finding
from reader.recognisers.lexicon import FUNCTION_WORD, MEDIA_HEAD, VERB, WORK_HEAD
from reader.recognisers.tokens import Tokens

SOURCE: Final = "quotations"
LONGEST_TITLE: Final = 16
"""Tokens in a title or slogan; what is longer is speech."""
LONGEST_TERM: Final = 4
_CLOSING: Final = {"«": "»", "“": "”", '"': '"', "„": "“"}


class WorkStage:
    """Finds quoted titles behind a word such as "كتاب", and short quoted expressions that are no speech."""

    def find(self, tokens: Tokens, found: Sequence[Finding]) -> list[Finding]:
        named = {(each.first, each.after) for each in found if each.tag in (ORGANISATION, PERSON, PLACE)}
        quoted = [_quoted(tokens, opening, closing) for opening, closing in _quotations(tokens)]
        return [each for each in quoted if each and (each.first, each.after) not in named]


def _quotations(tokens: Tokens) -> list[tuple[int, int]]:
    """Indices of each opening mark and of the mark that closes it; where both look alike they alternate. O(n)."""
    found: list[tuple[int, int]] = []
    opening, wanted = 0, ""
    for index, word in enumerate(tokens.words):
        if wanted and word.form == wanted:
            found.append((opening, index))
            wanted = ""
        elif word.form in _CLOSING:
            opening, wanted = index, _CLOSING[word.form]
    return found


def _quoted(tokens: Tokens, opening: int, closing: int) -> Finding | None:
    first, after = opening + 1, closing
    if not 0 < after - first <= LONGEST_TITLE:
        return None
    head_at = opening - 2 if opening > 1 and tokens.words[opening - 1].definite else opening - 1
    if opening and tokens.words[head_at].any_flags & WORK_HEAD:
        head = tokens.words[head_at].form
        reason = f"quoted after “{head}”"
        return finding(tokens, first, after, WORK, source=SOURCE, confidence=0.8, reason=reason)
    is_speech = opening > 0 and tokens.words[opening - 1].form in (":", "،")
    follows_media = opening > 0 and bool(tokens.words[opening - 1].any_flags & MEDIA_HEAD)
    words = tokens.words[first:after]
    if is_speech or follows_media or len(words) > LONGEST_TERM or len(words) < 2:
        return None
    if any(word.flags & (FUNCTION_WORD | VERB) for word in words[:1]):
        return None
    return finding(tokens, first, after, TERM, source=SOURCE, confidence=0.45, reason="short quoted expression")
