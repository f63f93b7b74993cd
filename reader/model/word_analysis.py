# SPDX-License-Identifier: GPL-3.0-or-later
"""What a morphological analyser says of a word form, whatever stands around it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class WordAnalysis:
    """One way of understanding a word form. What does not apply is "".

    ``form`` is vocalised, without the ending of case or mood; ``pattern`` is the وزن of the stem. ``kind`` says what
    word it is, in the analyser's own Arabic words, and ``features`` (gender, number, person …) likewise.
    """

    form: str
    lemma: str = ""
    root: str = ""
    pattern: str = ""
    kind: str = ""
    features: tuple[str, ...] = ()
