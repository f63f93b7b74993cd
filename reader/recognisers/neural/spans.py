# SPDX-License-Identifier: GPL-3.0-or-later
"""GLiNER models: a score for every stretch of words and every kind that is asked for in words.

What goes in: the pieces of ``<<ENT>> kind … <<SEP>> word …``, each word's first piece numbered from 1 (``words_mask``),
how many words there are, and all stretches up to a width as first and last word, with those that end behind the text
masked out. What comes out: ``(batch, words, widths, kinds)`` logits.
Source: the model's own description of its ONNX inputs and outputs in span mode; GLiNER (Zaratiana et al., NAACL 2024).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, NoReturn

import numpy as np
from numpy.typing import NDArray

from reader.errors import Cancelled, ModelUnusable
from reader.model.recognition import NeuralChoice
from reader.recognisers.document import Paragraph
from reader.recognisers.neural.folder import ModelFolder
from reader.recognisers.neural.passages import Passage, passage, written_offset
from reader.recognisers.neural.session import Encoding, ModelSession, Pieces, batches, filled_up, fits
from reader.recognisers.neural.stretch import Stretch
from reader.recognisers.neural.windows import Window, windows
from reader.recognisers.tokens import Tokens

_INPUTS: Final = frozenset(("input_ids", "attention_mask", "words_mask", "text_lengths", "span_idx", "span_mask"))
_WORD: Final = re.compile(r"\w+(?:[-_]\w+)*|\S")
"""What such a model was trained to take for a word: letters and digits, joined by hyphens; any other sign alone."""
_ENDS: Final = frozenset(".؟!?۔…")


@dataclass(frozen=True, slots=True)
class _Words:
    """A paragraph in the model's words, which may be larger or smaller than ours."""

    whole: Passage
    forms: Sequence[str]
    bounds: Sequence[tuple[int, int]]


class SpanModel:
    """A span-level GLiNER model that looks for ``kinds``.

    Raises:
        ModelUnusable: when it is of another sort, or its tokenizer lacks the marks of the question.
    """

    def __init__(
        self, folder: ModelFolder, session: ModelSession, pieces: Pieces, choice: NeuralChoice, kinds: Sequence[str]
    ) -> None:
        self._folder = folder
        self._session = session
        self._pieces = pieces
        self._batch_pieces = choice.batch_pieces
        self._threshold = choice.threshold
        self._kinds = tuple(kinds)
        self._width = self._number("max_width", 12)
        self._most_words = self._number("max_len", 384)
        self._last_piece = folder.config.get("subtoken_pooling", "first") == "last"
        self._all_pieces = folder.config.get("subtoken_pooling") in ("mean", "max")
        self._prompt = self._question()
        (asked,) = pieces.encode_words([self._prompt])
        self._room = folder.limit - len(asked.ids)
        self._check()

    def find(
        self, paragraphs: Sequence[Paragraph], cancelled: Callable[[], bool], progress: Callable[[int, int], None]
    ) -> list[list[Stretch]]:
        """The names in each paragraph, in order, none over another. ``progress`` counts windows.

        Raises:
            Cancelled: when ``cancelled()`` says so between two batches.
            ModelUnusable: when the model fails.
        """
        read = [_model_words(each.tokens) for each in paragraphs]
        work = [(number, window) for number, words in enumerate(read) for window in self._windows(words)]
        texts = [read[number].forms[window.first : window.after] for number, window in work]
        encoded = self._pieces.encode_words([[*self._prompt, *text] for text in texts])
        found: list[list[Stretch]] = [[] for _ in paragraphs]
        done = 0
        for group in batches([len(each.ids) for each in encoded], self._batch_pieces):
            if cancelled():
                raise Cancelled
            scores = self._scores([encoded[index] for index in group], [len(texts[index]) for index in group])
            for index, score in zip(group, scores, strict=True):
                number, window = work[index]
                found[number] += self._named(
                    paragraphs[number].tokens, read[number], window, score[: len(texts[index])]
                )
            done += len(group)
            progress(done, len(work))
        return [apart(each) for each in found]

    def _windows(self, words: _Words) -> list[Window]:
        if not words.forms:
            return []
        (encoding,) = self._pieces.encode_words([words.forms])
        sizes = [0] * len(words.forms)
        for word in encoding.word_ids:
            if word is not None:
                sizes[word] += 1
        per_word = max(self._room // self._most_words, 1)
        counted = [max(size, per_word) for size in sizes]
        return windows(counted, [form in _ENDS for form in words.forms], self._room)

    def _scores(self, encodings: Sequence[Encoding], lengths: Sequence[int]) -> NDArray[np.float32]:
        """``(n, longest in words, widths, kinds)``, between 0 and 1."""
        ids = [_shortened(each.ids, self._folder.limit) for each in encodings]
        wide, most = max(map(len, ids)), max(lengths)
        first = np.repeat(np.arange(most, dtype=np.int64), self._width)
        last = first + np.tile(np.arange(self._width, dtype=np.int64), most)
        inside = last[None, :] < np.array(lengths)[:, None]
        stretches = np.stack([first, last], axis=1)[None] * inside[:, :, None]
        masks = [self._words_mask(each)[: len(row)] for each, row in zip(encodings, ids, strict=True)]
        given: dict[str, NDArray[Any]] = {
            "input_ids": filled_up(ids, wide, self._pieces.padding),
            "attention_mask": filled_up([[1] * len(row) for row in ids], wide, 0),
            "words_mask": filled_up(masks, wide, 0),
            "text_lengths": np.array(lengths, dtype=np.int64)[:, None],
            "span_idx": stretches,
            "span_mask": inside,
        }
        logits = self._session.logits(given)
        wanted = (len(ids), most, self._width, len(self._kinds))
        if logits.shape != wanted:
            self._refuse(logits.shape)
        scores = (1 / (1 + np.exp(-np.clip(logits, -60, 60)))).astype(np.float32)
        scores *= inside.reshape(len(ids), most, self._width, 1)
        return scores

    def _words_mask(self, encoding: Encoding) -> list[int]:
        """For each piece the number of its word, from 1; 0 for the question, the marks and a word's other pieces."""
        words = encoding.word_ids
        behind = 1 - len(self._prompt)
        neighbours = [*words[1:], None] if self._last_piece else [None, *words[:-1]]
        return [
            word + behind if word is not None and word + behind > 0 and (self._all_pieces or word != neighbour) else 0
            for word, neighbour in zip(words, neighbours, strict=True)
        ]

    def _named(self, tokens: Tokens, words: _Words, window: Window, scores: NDArray[np.float32]) -> Iterator[Stretch]:
        """The stretches that score enough and lie mostly in what the window owns, as ours."""
        for start, more, kind in zip(*(each.tolist() for each in np.nonzero(scores >= self._threshold)), strict=True):
            first, last = window.first + start, window.first + start + more
            if window.own_first <= (first + last) // 2 < window.own_after:
                begin, end = words.bounds[first][0], words.bounds[last][1]
                ours, after = words.whole.words_over(begin, end)
                skip = self._skip(tokens, words.whole, ours, begin)
                yield Stretch(ours, after, self._kinds[kind], float(scores[start, more, kind]), skip)

    def _skip(self, tokens: Tokens, whole: Passage, word: int, begin: int) -> int:
        inside = begin - whole.starts[word]
        return written_offset(tokens.words[word].form, inside) if inside > 0 else 0

    def _question(self) -> list[str]:
        config = self._folder.config
        mark, end = config.get("ent_token", "<<ENT>>"), config.get("sep_token", "<<SEP>>")
        for piece in (mark, end):
            if not isinstance(piece, str) or self._pieces.number_of(piece) is None:
                raise ModelUnusable(self._folder.path, "mismatch", f"tokenizer.json: {piece}")
        return [each for kind in self._kinds for each in (mark, kind)] + [end]

    def _check(self) -> None:
        wanted = set(self._session.inputs)
        if wanted != _INPUTS:
            raise ModelUnusable(self._folder.path, "unsupported", ", ".join(sorted(wanted ^ _INPUTS)))
        if not self._kinds:
            raise ModelUnusable(self._folder.path, "no-kinds", "")
        if self._room < 8:
            raise ModelUnusable(self._folder.path, "too-many-kinds", str(len(self._kinds)))
        if len(self._session.answer) != 4 or not fits(self._session.answer, (self._width, len(self._kinds))):
            self._refuse(self._session.answer)

    def _refuse(self, shape: Sequence[int | str | None]) -> NoReturn:
        told, wanted = " × ".join(map(str, shape)), f"{self._width} × {len(self._kinds)}"
        raise ModelUnusable(self._folder.path, "mismatch", f"answers of {told}, not of words × {wanted}")

    def _number(self, name: str, usual: int) -> int:
        found = self._folder.config.get(name, usual)
        if not isinstance(found, int) or not 0 < found < 10_000:
            raise ModelUnusable(self._folder.path, "damaged", f"gliner_config.json: {name}")
        return found


def _model_words(tokens: Tokens) -> _Words:
    whole = passage(tokens, 0, len(tokens))
    found = list(_WORD.finditer(whole.text))
    return _Words(whole, [match[0] for match in found], [match.span() for match in found])


def _shortened(ids: Sequence[int], limit: int) -> list[int]:
    return list(ids) if len(ids) <= limit else [*ids[: limit - 1], ids[-1]]


def apart(found: Sequence[Stretch]) -> list[Stretch]:
    """Of those that share a word the surest, in order. O(n log n)."""
    taken: set[int] = set()
    kept = []
    for each in sorted(found, key=lambda one: (-one.confidence, one.first, one.after)):
        words = range(each.first, each.after)
        if taken.isdisjoint(words):
            taken.update(words)
            kept.append(each)
    return sorted(kept)
