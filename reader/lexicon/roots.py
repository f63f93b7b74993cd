# SPDX-License-Identifier: GPL-3.0-or-later
"""Roots as a lexicon lists them, checked against the words said to belong to them."""

from __future__ import annotations

from typing import Final

from reader.text import arabic

_WEAK: Final = frozenset("اويىءأإآؤئ")
_SHADDA: Final = "\u0651"
_PLAIN: Final = str.maketrans("أإآى", "ءءءي")


def checked_root(root: str, form: str) -> str:
    """The root with hamza and doubled letters written out; "" when it cannot be that of the vocalised ``form``.

    A listed root of two letters is doubled when the word doubles the second. Weak letters may be changed or gone.
    """
    letters = root.translate(_PLAIN)
    if letters[:1] == "ا":
        letters = "ء" + letters[1:]
    if len(letters) == 2 and _doubles(form, letters[1]):
        letters += letters[1]
    if not 3 <= len(letters) <= 5 or "ا" in letters or "ة" in letters:
        return ""
    return letters if _fits(letters, form) else ""


def _doubles(form: str, letter: str) -> bool:
    bare = "".join(char for char in form if char not in arabic.MARKS or char == _SHADDA)
    return letter + _SHADDA in bare or bare.count(letter) > 1


def _fits(root: str, form: str) -> bool:
    """Do the strong letters of the root stand in the form in their order?"""
    letters = [char for char in _written_out(form) if char not in arabic.MARKS]
    place = 0
    for radical in root:
        if radical in _WEAK:
            continue
        while place < len(letters) and letters[place] != radical:
            place += 1
        if place == len(letters):
            return False
        place += 1
    return any(radical not in _WEAK for radical in root)


def _written_out(form: str) -> str:
    """The form with each doubled letter written twice."""
    found: list[str] = []
    for char in form:
        if char == _SHADDA and found:
            letter = next((each for each in reversed(found) if each not in arabic.MARKS), "")
            found.append(letter)
        else:
            found.append(char)
    return "".join(found)
