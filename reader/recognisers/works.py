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
        results: list[Finding] = []
        index = 0
        while index < len(tokens):
            end = _closing(tokens, index)
            quoted = _quoted(tokens, index, end) if end else None
            if quoted and (quoted.first, quoted.after) not in named:
                results.append(quoted)
            index = end + 1 if end else index + 1
        return results


def _closing(tokens: Tokens, index: int) -> int | None:
    """Index of the mark that closes the quotation opened at ``index``, when it is near enough for a title."""
    closing = _CLOSING.get(tokens.words[index].form)
    if closing is None:
        return None
    for end in range(index + 2, min(index + LONGEST_TITLE + 2, len(tokens))):
        if tokens.words[end].form == closing:
            return end
    return None


def _quoted(tokens: Tokens, opening: int, closing: int) -> Finding | None:
    first, after = opening + 1, closing
    if opening and tokens.words[opening - 1].any_flags & WORK_HEAD:
        head = tokens.words[opening - 1].form
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
