# SPDX-License-Identifier: GPL-3.0-or-later
"""Models that give each word piece a label (token classification), and names read from their labels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NoReturn

import numpy as np
from numpy.typing import NDArray

from reader.errors import Cancelled, ModelUnusable
from reader.recognisers.document import Paragraph
from reader.recognisers.neural.folder import ModelFolder
from reader.recognisers.neural.labels import Label, parsed
from reader.recognisers.neural.passages import Passage, passage, written_offset
from reader.recognisers.neural.session import Encoding, ModelSession, Pieces, batches, filled_up, fits
from reader.recognisers.neural.stretch import Stretch, ends_sentence
from reader.recognisers.neural.windows import Window, windows
from reader.recognisers.tokens import Kind, Tokens

_KNOWN_INPUTS: Final = frozenset(("input_ids", "attention_mask", "token_type_ids"))
Probabilities = NDArray[np.float32]


class LabelModel:
    """Token classification.

    Raises:
        ModelUnusable: when the model wants inputs or gives labels other than its configuration says.
    """

    def __init__(self, folder: ModelFolder, session: ModelSession, pieces: Pieces, batch_pieces: int) -> None:
        self._folder = folder
        self._session = session
        self._pieces = pieces
        self._batch_pieces = batch_pieces
        self._labels = [parsed(name) for name in folder.labels]
        self._check()
        height, width = _fixed(session.inputs["input_ids"])
        self._height, self._width = height, width
        self._limit = min(folder.limit, width or folder.limit)

    def find(
        self, paragraphs: Sequence[Paragraph], cancelled: Callable[[], bool], progress: Callable[[int, int], None]
    ) -> list[list[Stretch]]:
        """The names in each paragraph. ``progress`` counts windows.

        Raises:
            Cancelled: when ``cancelled()`` says so between two batches.
            ModelUnusable: when the model fails.
        """
        tables = [_Table(each.tokens, len(self._labels)) for each in paragraphs]
        work = [(table, window) for table in tables for window in self._windows(table.tokens)]
        shown = [passage(table.tokens, window.first, window.after) for table, window in work]
        encoded = self._pieces.encode([each.text for each in shown])
        done = 0
        for group in batches([min(len(each.ids), self._limit) for each in encoded], self._batch_pieces):
            for part in _parts(group, self._height):
                if cancelled():
                    raise Cancelled
                answers = self._probabilities([encoded[index] for index in part])
                for index, answer in zip(part, answers, strict=False):
                    table, window = work[index]
                    table.take(window, shown[index], encoded[index], answer, self._limit)
                done += len(part)
                progress(done, len(work))
        return [list(table.names(self._labels)) for table in tables]

    def _windows(self, tokens: Tokens) -> list[Window]:
        whole = passage(tokens, 0, len(tokens))
        (encoding,) = self._pieces.encode([whole.text])
        sizes = [0] * len(whole)
        for start, end in encoding.offsets:
            first, after = whole.words_over(start, end)
            if first < after:
                sizes[first] += 1
        return windows(sizes, ends_sentence(tokens), max(self._limit - self._pieces.added, 1))

    def _probabilities(self, encodings: Sequence[Encoding]) -> Probabilities:
        """``(n, longest, n_labels)``."""
        rows = [_shortened(each.ids, self._limit) for each in encodings]
        width = self._width or max(map(len, rows))
        given = {
            "input_ids": filled_up(rows, width, self._pieces.padding, self._height),
            "attention_mask": filled_up([[1] * len(row) for row in rows], width, 0, self._height),
            "token_type_ids": np.zeros((max(len(rows), self._height), width), dtype=np.int64),
        }
        logits = self._session.logits({name: value for name, value in given.items() if name in self._session.inputs})
        if logits.ndim != 3 or logits.shape[:2] != given["input_ids"].shape or logits.shape[2] != len(self._labels):
            self._refuse(logits.shape)
        return _softmax(logits)

    def _refuse(self, shape: Sequence[int | str | None]) -> NoReturn:
        told = " × ".join(map(str, shape))
        raise ModelUnusable(self._folder.path, "mismatch", f"{len(self._labels)} labels, but answers of {told}")

    def _check(self) -> None:
        told, highest = self._folder.config.get("vocab_size"), self._pieces.highest_number
        if isinstance(told, int) and highest >= told:
            raise ModelUnusable(self._folder.path, "mismatch", f"vocab_size {told}, tokenizer.json {highest + 1}")
        wanted = set(self._session.inputs)
        if "input_ids" not in wanted or wanted - _KNOWN_INPUTS:
            raise ModelUnusable(self._folder.path, "unsupported", ", ".join(sorted(wanted)))
        if not fits(self._session.answer, [len(self._labels)]):
            self._refuse(self._session.answer)


class _Table:
    """What the model says of each word of a paragraph: ``(n_words, n_labels)`` probabilities, and where names begin.

    ``skips`` are the code points at each word's start that the model leaves out of the name, because it took the
    piece with the proclitics for a word of its own.
    """

    def __init__(self, tokens: Tokens, labels: int) -> None:
        self.tokens = tokens
        self.values = np.zeros((len(tokens), labels), dtype=np.float32)
        self.skips = [0] * len(tokens)
        self.outside: list[bool] = [True] * len(tokens)

    def take(self, window: Window, shown: Passage, encoding: Encoding, answer: Probabilities, limit: int) -> None:
        """Keep the model's word on the words that the window owns; a word's first piece speaks for it."""
        rows = len(encoding.ids) if len(encoding.ids) <= limit else limit - 1
        for index, pieces in _pieces_of(shown, encoding, rows):
            word = shown.first + index
            if window.own_first <= word < window.own_after:
                self.values[word] = answer[pieces[0][0]]
                self.outside[word] = False
                self._look_behind_proclitics(word, shown.starts[index], pieces, answer)

    def names(self, labels: Sequence[Label]) -> Iterator[Stretch]:
        """The names, in order."""
        best = self.values.argmax(axis=1)
        said = [Label("", "") if self.outside[word] else labels[best[word]] for word in range(len(self.tokens))]
        kinds: dict[str, list[int]] = {}
        for number, label in enumerate(labels):
            kinds.setdefault(label.kind, []).append(number)
        for first, after, kind in grouped(said):
            sure = float(self.values[first:after][:, kinds[kind]].sum(axis=1).mean())
            yield Stretch(first, after, kind, min(sure, 1.0), self.skips[first])

    def _look_behind_proclitics(
        self, word: int, start: int, pieces: Sequence[tuple[int, int]], answer: Probabilities
    ) -> None:
        """Where the first piece is proclitics that belong to nothing, the piece behind them speaks for the word."""
        form = self.tokens.words[word]
        if form.kind is not Kind.ARABIC or len(form.readings) < 2 or len(pieces) < 2:
            return
        skips = {reading.skip for reading in form.readings if reading.skip}
        for number, offset in pieces[1:]:
            skip = written_offset(form.form, offset - start)
            if skip in skips and answer[number].argmax() != answer[pieces[0][0]].argmax():
                self.values[word] = answer[number]
                self.skips[word] = skip
                return


def grouped(labels: Sequence[Label]) -> Iterator[tuple[int, int, str]]:
    """``(first, after, kind)`` of each name that the words' labels spell, leniently: an I that follows no name of its
    kind begins one.
    """
    first, kind, closed = 0, "", True
    for index, label in enumerate(labels):
        goes_on = not closed and label.kind == kind and label.part not in ("B", "S")
        if not goes_on:
            if kind:
                yield first, index, kind
            first, kind = index, label.kind
        closed = label.part in ("E", "S") or not label.kind
    if kind:
        yield first, len(labels), kind


def _pieces_of(shown: Passage, encoding: Encoding, rows: int) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """For each word of the passage that has any: ``(number of the piece, offset where it begins)``, in order.

    A piece over several words counts for each. Pieces behind the first ``rows`` were not shown to the model.
    """
    of_word: dict[int, list[tuple[int, int]]] = {}
    for number, (start, end) in enumerate(encoding.offsets[:rows]):
        begin, behind = shown.without_space(start, end)
        first, after = shown.words_over(begin, behind)
        for word in range(first, after):
            of_word.setdefault(word, []).append((number, max(begin, shown.starts[word])))
    return iter(of_word.items())


def _fixed(shape: Sequence[int | str | None]) -> tuple[int, int]:
    """The numbers of rows and columns that a model was exported for, 0 where it takes any."""
    height, width = (each if isinstance(each, int) and each > 0 else 0 for each in (*shape, None, None)[:2])
    return height, width


def _parts(group: Sequence[int], height: int) -> Iterator[Sequence[int]]:
    step = height or len(group)
    return (group[start : start + step] for start in range(0, len(group), step))


def _shortened(ids: Sequence[int], limit: int) -> list[int]:
    """At most ``limit`` pieces, the mark at the end among them."""
    return list(ids) if len(ids) <= limit else [*ids[: limit - 1], ids[-1]]


def _softmax(logits: NDArray[np.float32]) -> Probabilities:
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    result: Probabilities = raised / raised.sum(axis=-1, keepdims=True)
    return result
