# SPDX-License-Identifier: GPL-3.0-or-later
"""Why the tagger takes something for a name: the kind of feature that spoke for it most, as a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reader.recognisers.tagger.features import TEMPLATES, Group
from reader.recognisers.tokens import Tokens

_GROUPS: Final = tuple(Group)
_TOLD_LESS: Final = {Group.SHAPE: 0.5, Group.FREQUENCY: 0.5}
"""What says little to a reader has to speak louder to be told."""
_MEMBERS: Final = np.array(
    [[(template.group is group) * _TOLD_LESS.get(group, 1.0) for group in _GROUPS] for template in TEMPLATES],
    np.float32,
)
_SAID: Final = {
    Group.WORD: "the tagger knows the word from such names",
    Group.SHAPE: "the tagger: it is written as such names are",
    Group.LISTS: "the tagger: the lists have it or its neighbours",
    Group.FREQUENCY: "the tagger: it takes articles and endings as names do",
    Group.BEFORE: "the tagger: such names often stand after “%1”",
    Group.BEHIND: "the tagger: such names often stand before “%1”",
    Group.RULES: "the tagger: the rules see it too",
    Group.DOCUMENT: "the tagger: the text names it elsewhere",
}
_AT_THE_EDGE: Final = {
    Group.BEFORE: "the tagger: such names often begin a paragraph",
    Group.BEHIND: "the tagger: such names often end a paragraph",
}
SENTENCES: Final = (*_SAID.values(), *_AT_THE_EDGE.values())
"""Every reason, in English, ``%1`` for a word of the text; ``ui/models/reasons.py`` has them for the interface."""


def strongest(parts: NDArray[np.float32], elsewhere: Sequence[float]) -> list[Group]:
    """The loudest group for each name.

    ``parts`` is what each template added for it ``(n_names, len(TEMPLATES))``, ``elsewhere`` what the same word's other
    occurrences in the document did.
    """
    heard = parts @ _MEMBERS
    heard[:, _GROUPS.index(Group.DOCUMENT)] += np.array(elsewhere, np.float32)
    return [_GROUPS[index] for index in heard.argmax(axis=1).tolist()]


def sentence(group: Group, tokens: Tokens, first: int, after: int) -> str:
    """The reason in English for the name at tokens ``first`` to ``after``, half-open."""
    beside = {Group.BEFORE: first - 1, Group.BEHIND: after}.get(group)
    if beside is None:
        return _SAID[group]
    if not 0 <= beside < len(tokens):
        return _AT_THE_EDGE[group]
    return _SAID[group].replace("%1", tokens.words[beside].form.replace("“", '"').replace("”", '"'))
