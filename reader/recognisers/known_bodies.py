# SPDX-License-Identifier: GPL-3.0-or-later
"""The bodies, places and events a document has named so far, and the other names and letters it gave them."""

from __future__ import annotations

from typing import Final, NamedTuple

from reader.model.ids import TagId
from reader.recognisers.base import PLACE
from reader.recognisers.mentions import Keys

MOST_NAMES: Final = 8192
"""Names remembered; then the older half is forgotten."""
_STATES: Final = frozenset(("جمهوريه", "الجمهوريه", "مملكه", "المملكه", "سلطنه", "دوله", "مدينه", "ولايه", "اماره"))
_OFFICIAL: Final = {
    ("المملكه", "العربيه", "السعوديه"): "السعوديه",
    ("الجمهوريه", "العربيه", "السوريه"): "سوريا",
    ("سوريه",): "سوريا",
    ("الجمهوريه", "الاسلاميه", "الايرانيه"): "ايران",
    ("الجمهوريه", "اللبنانيه"): "لبنان",
    ("الجمهوريه", "التونسيه"): "تونس",
    ("الجمهوريه", "اليمنيه"): "اليمن",
    ("المملكه", "المغربيه"): "المغرب",
    ("المملكه", "الاردنيه", "الهاشميه"): "الاردن",
    ("جمهوريه", "مصر", "العربيه"): "مصر",
    ("دوله", "الامارات", "العربيه", "المتحده"): "الامارات",
    ("الامارات", "العربيه", "المتحده"): "الامارات",
    ("الولايات", "المتحده", "الامريكيه"): "الولايات المتحده",
    ("الولايات", "المتحده", "الاميركيه"): "الولايات المتحده",
    ("الاتحاد", "الروسي"): "روسيا",
    ("المملكه", "المتحده"): "بريطانيا",
}
"""Official names of states beside the usual ones."""
_SAME_SOUND: Final = str.maketrans({
    "غ": "ج", "ق": "ج", "ط": "ت", "ث": "ت", "ذ": "د", "ض": "د", "ظ": "ز", "ص": "س", "ا": "", "و": "", "ي": "", "ه": "",
    "ء": "",
})  # fmt: skip
_LEAST_SKELETON: Final = 4
"""Consonants that two spellings of one place must share, besides the last letter."""


class Named(NamedTuple):
    """What a name stands for: its tag, and the name all mentions are grouped under."""

    tag: TagId
    name: str


class KnownBodies:
    """Named things other than people, by the words of their names and by what they are called for short."""

    def __init__(self) -> None:
        self._named: dict[tuple[TagId, Keys], str] = {}
        self._by_head: dict[str, dict[str, None]] = {}
        self._aliases: dict[Keys, Named] = {}
        self._first_of_aliases: dict[str, int] = {}

    def meet(self, tag: TagId, keys: Keys, name: str) -> str:
        """Take in a name; returns what its mentions are grouped under. Meet longer names first."""
        alias = self._aliases.get(keys)
        if alias is not None and alias.tag == tag:
            return alias.name
        known = next((self._named[tag, each] for each in _spellings(tag, keys) if (tag, each) in self._named), name)
        for each in _spellings(tag, keys):
            self._named.setdefault((tag, each), known)
        self._forget_old()
        return known

    def tell(self, keys: Keys, name: str) -> None:
        """The text has come to this name, and may go on with its first word alone."""
        if len(keys) > 1:
            self._by_head.setdefault(keys[0].removeprefix("ال"), {})[name] = None

    def call(self, keys: Keys, named: Named) -> None:
        """The document says that a thing is also called so."""
        self._aliases[keys] = named
        self._first_of_aliases[keys[0]] = max(self._first_of_aliases.get(keys[0], 0), len(keys))
        if len(self._aliases) > MOST_NAMES:
            self._aliases = dict(list(self._aliases.items())[MOST_NAMES // 2 :])

    def called(self, keys: Keys) -> Named | None:
        return self._aliases.get(keys)

    def longest_alias(self, key: str) -> int:
        """Words of the longest alias that begins with this key; 0 when none does."""
        return self._first_of_aliases.get(key, 0)

    def with_head(self, head: str) -> list[str]:
        """The names told so far that begin with this word, with or without the article."""
        return list(self._by_head.get(head.removeprefix("ال"), ()))

    def _forget_old(self) -> None:
        if len(self._named) > MOST_NAMES:
            self._named = dict(list(self._named.items())[MOST_NAMES // 2 :])
        if len(self._by_head) > MOST_NAMES:
            self._by_head = dict(list(self._by_head.items())[MOST_NAMES // 2 :])


def _spellings(tag: TagId, keys: Keys) -> list[Keys]:
    """The keys under which a name is looked up: as it is written, and for a place as it may be written too."""
    if tag != PLACE:
        return [keys]
    official = _OFFICIAL.get(keys)
    plain = (official,) if official else keys[1:] if keys[0] in _STATES and len(keys) > 1 else keys
    joined = " ".join(plain)
    bare = joined.removeprefix("ال")
    skeleton = bare[:1] + bare[1:].translate(_SAME_SOUND)
    last = bare[-1:].translate(_SAME_SOUND) or bare[-1:]
    loose = [("~", skeleton, last)] if len(skeleton.replace(" ", "")) >= _LEAST_SKELETON else []
    return [keys, (joined,), *loose]
