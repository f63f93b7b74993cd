# SPDX-License-Identifier: GPL-3.0-or-later
"""The pattern (وزن) of a word whose root is known: its radicals written as ف ع ل.

Source of the notation: Arabic grammar's own; a fourth radical is a second ل, a fifth a third one (W. Wright, A Grammar
of the Arabic Language, third edition, part first, chapter II).
"""

from __future__ import annotations

from typing import Final

from reader.text import arabic

_SIGNS: Final = "فعللل"
_HAMZAS: Final = frozenset("ءأؤئإآ")
_SHADDA: Final = "\u0651"
_WEAK: Final = frozenset("اويىآ")
_ADDED: Final = frozenset("سألتمونيهاإةآىء")
"""Letters that patterns add to a root, and the forms they are written in; any other letter must be a radical."""


def pattern_of(form: str, root: str) -> str:
    """The pattern of a vocalised form without clitics; "" where its letters do not show it plainly.

    That is so for weak and assimilated radicals (قَالَ, اِزْدَهَرَ): what the grammar writes there (فَعَلَ, اِفْتَعَلَ)
    is not to be read off the letters, and nothing is guessed.
    """
    if not 3 <= len(root) <= len(_SIGNS):
        return ""
    letters = _letters(form)
    places = _places([letter for letter, _ in letters], root)
    if places is None:
        return ""
    found = []
    for number, (letter, marks) in enumerate(letters):
        found.append(_SIGNS[places.index(number)] if number in places else letter)
        found.append(marks)
    return "".join(found)


def _letters(form: str) -> list[tuple[str, str]]:
    """The letters with the marks behind each."""
    found: list[tuple[str, str]] = []
    for char in form:
        if char in arabic.MARKS:
            if found:
                found[-1] = (found[-1][0], found[-1][1] + char)
        elif char != arabic.TATWEEL:
            found.append((char, ""))
    return found


def _places(letters: list[str], root: str) -> tuple[int, ...] | None:
    """Where the radicals stand, each in its order; None where that is not certain.

    A radical that is doubled in writing by shadda has one place for both (مَدّ of مدد has no plain pattern: None).
    """
    found = [places for places in _ways(letters, root, 0) if _is_plain(letters, places)]
    return min(found, key=lambda places: (places[-1] - places[0], places)) if found else None


def _ways(letters: list[str], root: str, start: int) -> list[tuple[int, ...]]:
    if not root:
        return [()]
    return [
        (place, *others)
        for place in range(start, len(letters))
        if _is_same(letters[place], root[0])
        for others in _ways(letters, root[1:], place + 1)
    ]


def _is_same(letter: str, radical: str) -> bool:
    return letter == radical or (radical in _HAMZAS and letter in _HAMZAS - {"آ"})


def _is_plain(letters: list[str], places: tuple[int, ...]) -> bool:
    return all(letter in _ADDED for number, letter in enumerate(letters) if number not in places)
