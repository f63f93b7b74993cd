# SPDX-License-Identifier: GPL-3.0-or-later
"""Tags of a file of others that the library lacks, made as the file has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reader.interchange.received import ReceivedTag
from reader.model.ids import TagId, new_id
from reader.model.tagset import Names, Tag
from reader.workspace.edits import DEFAULT_TAGSET

_COLOURS = 12
_COLOUR = re.compile(r"tag-([1-9]|1[0-2])")
_LONGEST_ID = 32
_UNKNOWN_LANGUAGE = "en"


def made_tags(wanted: Iterable[ReceivedTag], present: Sequence[Tag], known: dict[str, TagId]) -> list[Tag]:
    """A tag for each that is wanted, those above others first, with ids and keys that none of ``present`` has.

    ``known`` gives the library's tag for a key of the file; the new ones are added to it. A tag whose own parent is
    in neither stands at the top.
    """
    taken = {tag.id for tag in present}
    shortcuts = {tag.shortcut.casefold() for tag in present if tag.shortcut}
    tagset_id = present[0].tagset_id if present else DEFAULT_TAGSET
    made: list[Tag] = []
    for number, tag in enumerate(wanted, len(present)):
        tag_id = TagId(tag.key) if _could_be_id(tag.key) and tag.key not in taken else TagId(new_id())
        taken.add(tag_id)
        known[tag.key] = tag_id
        is_free = len(tag.shortcut) == 1 and tag.shortcut.isalnum() and tag.shortcut.casefold() not in shortcuts
        shortcuts.add(tag.shortcut.casefold())
        made.append(
            Tag(
                id=tag_id,
                tagset_id=tagset_id,
                names=_names(tag),
                colour=tag.colour if _COLOUR.fullmatch(tag.colour) else f"tag-{number % _COLOURS + 1}",
                shortcut=tag.shortcut if is_free else "",
                description=tag.description,
                parent_id=known.get(tag.parent) if tag.parent != tag.key else None,
                position=number,
            )
        )
    return made


def _names(tag: ReceivedTag) -> Names:
    """Its names, one a language, the first of each; its key where it has none."""
    found: dict[str, str] = {}
    for language, name in tag.names:
        if name.strip():
            found.setdefault(language or _UNKNOWN_LANGUAGE, name)
    return tuple(found.items()) or ((_UNKNOWN_LANGUAGE, tag.key),)


def _could_be_id(key: str) -> bool:
    return key.isascii() and key.replace("-", "").replace("_", "").isalnum() and len(key) <= _LONGEST_ID
