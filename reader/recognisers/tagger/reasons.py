# SPDX-License-Identifier: GPL-3.0-or-later
"""Why the tagger takes something for a name: the kind of feature that spoke for it most, as a sentence."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.recognisers.tagger.features import TEMPLATES, Group
from reader.recognisers.tokens import Tokens

_GROUPS: Final = tuple(Group)
_MEMBERS: Final = np.array([[template.group is group for group in _GROUPS] for template in TEMPLATES], np.float32)
_SENTENCES: Final = {
    Group.WORD: "the tagger knows the word as such a name",
    Group.SHAPE: "the tagger: it is written as such names are",
    Group.LISTS: "the tagger: the lists have such words",
    Group.FREQUENCY: "the tagger: it takes articles and endings as names do",
    Group.BEFORE: "the tagger: such names often stand after “%1”",
    Group.BEHIND: "the tagger: such names often stand before “%1”",
    Group.RULES: "the tagger: the rules see it too",
    Group.DOCUMENT: "the tagger: the text has it elsewhere as such a name",
}
"""English, ``%1`` for a word of the text; ``ui/models/reasons.py`` has them for the interface."""
_AT_THE_EDGE: Final = {
    Group.BEFORE: "the tagger: such names often begin a paragraph",
    Group.BEHIND: "the tagger: such names often end a paragraph",
}


class Why(NamedTuple):
    """The group of features that spoke loudest."""

    group: Group


def strongest(parts: NDArray[np.float32]) -> list[Why]:
    """The loudest group for each name, from what each template added: ``(n_names, len(TEMPLATES))``."""
    return [Why(_GROUPS[index]) for index in (parts @ _MEMBERS).argmax(axis=1).tolist()]


def sentence(why: Why, tokens: Tokens, first: int, after: int) -> str:
    """The reason in English for the name at tokens ``first`` to ``after``, half-open."""
    beside = {Group.BEFORE: first - 1, Group.BEHIND: after}.get(why.group)
    if beside is None:
        return _SENTENCES[why.group]
    if not 0 <= beside < len(tokens):
        return _AT_THE_EDGE[why.group]
    return _SENTENCES[why.group].replace("%1", tokens.words[beside].form.replace("“", '"').replace("”", '"'))
