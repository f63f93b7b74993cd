# SPDX-License-Identifier: GPL-3.0-or-later
"""Under which keys a dictionary's headword is kept, and under which keys a word of a text is looked for."""

from __future__ import annotations

from typing import Final

from reader.text import arabic
from reader.text.clitics import ARTICLE, splits
from reader.text.normalise import folded

_ARTICLE_STAYS: Final = frozenset(("الله",))
"""Words with an article that nobody looks for without it; له is another word."""
_SHORTEST_WITHOUT_ARTICLE: Final = 2
"""Letters that have to remain: الي is no article with ي."""
LONGEST_ASKED: Final = 100
"""Code points; for longer stretches nothing is looked up."""


def key_of(words: str) -> str:
    """The words folded as for a search, without signs around them, one space between them."""
    folded_words = " ".join(folded(words).split())
    start, end = 0, len(folded_words)
    while start < end and not folded_words[start].isalnum():
        start += 1
    while end > start and not folded_words[end - 1].isalnum():
        end -= 1
    return folded_words[start:end] or folded_words


def without_article(key: str) -> str:
    """The key without the article it begins with; "" when there is none."""
    rest = key.removeprefix(ARTICLE)
    has_one = (
        rest != key
        and key.split(" ", 1)[0] not in _ARTICLE_STAYS
        and len(rest.split(" ", 1)[0]) >= _SHORTEST_WITHOUT_ARTICLE
        and rest[0] in arabic.LETTERS
    )
    return rest if has_one else ""


def headword_keys(headword: str) -> tuple[str, ...]:
    """The keys under which a headword is found; () for one that has neither letter nor sign."""
    key = key_of(headword)
    return tuple(each for each in (key, without_article(key)) if each)


def whole_keys(word: str) -> frozenset[str]:
    """The keys of a word as it stands, with and without its article."""
    return frozenset(headword_keys(word)) if _can_be_asked(word) else frozenset()


def stem_keys(word: str) -> frozenset[str]:
    """The keys of what remains of a single word when clitics are parted off."""
    if not _can_be_asked(word) or " " in word.strip():
        return frozenset()
    stems = {split.stem for split in splits(word) if split.proclitics or split.enclitics}
    return frozenset(key for stem in stems for key in headword_keys(stem))


def _can_be_asked(word: str) -> bool:
    """Arguments of a command line may hold bytes that are no text, as halves of characters."""
    return len(word) <= LONGEST_ASKED and not any("\ud800" <= char <= "\udfff" for char in word)
