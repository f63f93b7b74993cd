# SPDX-License-Identifier: GPL-3.0-or-later
"""Hypothesis strategies for texts of the kinds that offsets go wrong on."""

from __future__ import annotations

from hypothesis import strategies

PLAIN = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئ"
MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670\u06d6\u0640"
MIXED = "abzAZé0159٠٥٩۰۵،.؟!-_«»() \u00a0\n\t"
ASTRAL = "\U0001ee00\U0001ee24\U0001f600\U0001f469\U0001f680\U000e0101\U0010ffff"
UNSEEN = "\u200c\u200d\u200e\u200f\u061c\u202b\u202c\u2067\u2069\ufeff\u00ad"
FORMS = "\ufefb\ufdf2\ufe8d\ufe70\ufe7b\ufb56\ufb01ßİ\u0301\u0323"

chars = strategies.sampled_from(PLAIN * 2 + MARKS + MIXED + ASTRAL + UNSEEN + FORMS)
texts = strategies.text(chars, max_size=60)
"""Arabic with and without vowels, Latin, digits, characters beyond U+FFFF, joiners, direction controls, lone marks."""
full_texts = strategies.text(chars, min_size=1, max_size=60)
unpaired_texts = strategies.text(strategies.one_of(chars, strategies.sampled_from("\ud800\udfff")), max_size=60)
"""These with lone surrogates too."""


@strategies.composite
def texts_with_span(draw):
    """``(text, start, end)`` with a stretch that is not empty."""
    text = draw(full_texts)
    start = draw(strategies.integers(0, len(text) - 1))
    return text, start, draw(strategies.integers(start + 1, len(text)))
