# SPDX-License-Identifier: GPL-3.0-or-later
"""What HTML's elements are: which begin paragraphs, which hold nothing to read, which way they say text runs."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml.etree import _Element as Element

from reader.text.direction import Direction


def word_set(words: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(words.split())


BLOCKS = word_set(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p "
    "pre search section summary table tbody td tfoot th thead title tr ul xmp"
)
DROPPED = word_set(
    "applet area base basefont button canvas datalist head input link map meta meter noembed noframes noscript param "
    "progress rp-none script select source style template textarea title track"
)
"""Elements without text of their own to read."""

_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_DIRECTION = re.compile(r"(?:^|;)\s*direction\s*:\s*(rtl|ltr)", re.IGNORECASE)


def local_name(element: Element) -> str:
    """The name in lower case, without its namespace; ``""`` for what is no element."""
    tag = element.tag
    return _local(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2].lower()


def types_of(element: Element) -> frozenset[str]:
    """What ``role``, ``epub:type`` and ``class`` call an element, in lower case."""
    attributes = element.attrib
    if not attributes:
        return frozenset()
    told = (attributes.get("role"), attributes.get(_EPUB_TYPE), attributes.get("epub:type"), attributes.get("class"))
    return frozenset(" ".join(filter(None, told)).lower().split())


def direction_told(element: Element) -> Direction | None:
    """The direction an element itself prescribes; None when it is left to the letters or to what is around it."""
    told = (element.get("dir") or "").strip().lower()
    if told not in ("rtl", "ltr") and (style := element.get("style")):
        found = _DIRECTION.search(style)
        told = found[1].lower() if found else told
    if told in ("rtl", "ltr"):
        return Direction(told)
    return None
