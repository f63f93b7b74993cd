# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a very long paragraph is cut into stretches that are shaped one by one."""

from __future__ import annotations

import unicodedata

LONGEST_STRETCH = 2400
"""Code points shaped at once. A longer paragraph is cut after a sentence or a word, for Qt's cost grows with length."""

_SENTENCE_ENDS = (". ", "؟ ", "! ", "… ", "؛ ", "، ")


def cuts_of(paragraph: str) -> list[int]:
    """Where to cut a paragraph into stretches, its start and end included; not before a combining mark if it can be."""
    cuts = [0]
    while len(paragraph) - cuts[-1] > LONGEST_STRETCH:
        earliest = cuts[-1] + LONGEST_STRETCH // 2
        window = paragraph[earliest : cuts[-1] + LONGEST_STRETCH]
        best = max(window.rfind(end) + 2 for end in _SENTENCE_ENDS)
        cut = earliest + (best if best > 1 else window.rfind(" ") + 1 or len(window))
        while cut > earliest and unicodedata.combining(paragraph[cut]):
            cut -= 1
        cuts.append(cut)
    cuts.append(len(paragraph))
    return cuts
