# SPDX-License-Identifier: GPL-3.0-or-later
"""The neural recogniser: what a model says of the words, as findings with our tags."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from typing import Final

from reader.model.ids import TagId
from reader.model.recognition import GLINER_KINDS, NeuralChoice
from reader.recognisers.base import ORGANISATION, PERSON, PLACE, Finding, finding
from reader.recognisers.document import Paragraph
from reader.recognisers.lexicon import COUNTRY, GIVEN_NAME, NAME_PART, WEAK_PLACE
from reader.recognisers.lexicon import ORGANISATION as ORGANISATION_FLAG
from reader.recognisers.lexicon import PLACE as PLACE_FLAG
from reader.recognisers.neural.choice import identity_of
from reader.recognisers.neural.folder import Kind, look_into
from reader.recognisers.neural.labels import tags_of
from reader.recognisers.neural.session import ModelSession, Pieces
from reader.recognisers.neural.spans import SpanModel
from reader.recognisers.neural.stretch import Stretch
from reader.recognisers.neural.token_labels import LabelModel
from reader.recognisers.tokens import Kind as WordKind
from reader.recognisers.tokens import Tokens, Word

SOURCE: Final = "neural"
_NAMED_BY: Final = {
    PERSON: GIVEN_NAME | NAME_PART,
    PLACE: PLACE_FLAG | WEAK_PLACE | COUNTRY,
    ORGANISATION: ORGANISATION_FLAG,
}
_LOOSE_EDGE: Final = re.compile(r"[^\w\s%°€$£&+#@(«“\"'’)»”]+")


_KEPT_PARAGRAPHS: Final = 50_000


def _never() -> bool:
    return False


def _silent(_done: int, _total: int) -> None:
    return


class NeuralRecogniser:
    """Finds names with the user's model; loaded once, used for any number of texts, on one thread at a time.

    ``kinds`` are what the model can tell apart, ``tags`` those of them that become findings, with the tag.

    Raises:
        ModelUnusable: naming the folder, what is wrong in it, and what to do.
    """

    def __init__(self, choice: NeuralChoice) -> None:
        folder = look_into(choice.folder)
        session, pieces = ModelSession(folder, choice.threads), Pieces(folder)
        self.name = folder.name
        self._threshold = choice.threshold
        self._model: LabelModel | SpanModel
        if folder.kind is Kind.SPANS:
            wanted = {kind: tag for kind, tag in choice.tags or GLINER_KINDS if tag}
            self.kinds = tuple(wanted)
            self._model = SpanModel(folder, session, pieces, choice, self.kinds)
        else:
            self.kinds = folder.kinds
            wanted = dict(choice.tags)
            self._model = LabelModel(folder, session, pieces, choice.batch_pieces)
        self.tags: dict[str, TagId] = tags_of(self.kinds, wanted)
        self.identity = identity_of(choice)
        self._seen: dict[bytes, Sequence[Stretch]] = {b"": ()}

    def find(
        self,
        paragraphs: Sequence[Paragraph],
        cancelled: Callable[[], bool] = _never,
        progress: Callable[[int, int], None] = _silent,
    ) -> list[list[Finding]]:
        """What the model sees in each paragraph, in order. ``progress(done, total)`` counts windows of text.

        Paragraphs it has read before cost nothing: a text is read again whenever something was learned.

        Raises:
            Cancelled: when ``cancelled()`` says so between two batches.
            ModelUnusable: when the model fails on the text.
        """
        keys = [_key(each.tokens) for each in paragraphs]
        new = {key: each for key, each in zip(keys, paragraphs, strict=True) if key not in self._seen}
        fresh = self._model.find(list(new.values()), cancelled, progress) if new else []
        seen = {**{key: self._seen[key] for key in keys if key in self._seen}, **dict(zip(new, fresh, strict=True))}
        if len(self._seen) + len(new) > _KEPT_PARAGRAPHS:
            self._seen = {b"": ()}
        self._seen.update(seen)
        return [self._findings(each.tokens, seen[key]) for key, each in zip(keys, paragraphs, strict=True)]

    def _findings(self, tokens: Tokens, found: Sequence[Stretch]) -> list[Finding]:
        made = (self._finding(tokens, each) for each in found if each.confidence >= self._threshold)
        return [each for each in made if each is not None]

    def _finding(self, tokens: Tokens, each: Stretch) -> Finding | None:
        tag = self.tags.get(each.kind)
        first, after = _without_loose_edges(tokens, each.first, each.after)
        if tag is None or first >= after:
            return None
        skip = each.skip if first == each.first else 0
        return finding(
            tokens,
            first,
            after,
            tag,
            source=SOURCE,
            confidence=round(each.confidence, 4),
            reason=f"the neural model calls it “{each.kind}”",
            skip=skip or proclitics_before(tokens.words[first], tag),
        )


def _key(tokens: Tokens) -> bytes:
    """Tells paragraphs apart; what the model says of one depends on nothing else."""
    if not len(tokens):
        return b""
    text = tokens.text[tokens.starts[0] : tokens.ends[-1]]
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def proclitics_before(word: Word, tag: TagId) -> int:
    """Code points of the word that stand before the name, where the lexicon knows the name only without them."""
    wanted = _NAMED_BY.get(tag, 0)
    if word.kind is not WordKind.ARABIC or not wanted or word.flags & wanted:
        return 0
    reading = word.reading_with(wanted)
    return reading.skip if reading is not None else 0


def _without_loose_edges(tokens: Tokens, first: int, after: int) -> tuple[int, int]:
    """The words without stops and commas at either end, which models often take along."""
    while first < after and _is_loose(tokens.words[first]):
        first += 1
    while after > first and _is_loose(tokens.words[after - 1]):
        after -= 1
    return first, after


def _is_loose(word: Word) -> bool:
    return word.kind is WordKind.PUNCTUATION and _LOOSE_EDGE.fullmatch(word.form) is not None
