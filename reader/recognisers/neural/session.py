# SPDX-License-Identifier: GPL-3.0-or-later
"""A model and its tokenizer, loaded: numbers in, numbers out. Onnxruntime and tokenizers are met here alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from reader.errors import ModelUnusable
from reader.recognisers.neural.folder import ModelFolder

Array = NDArray[Any]
Encoding = Any
"""``tokenizers.Encoding``: ``ids``, ``offsets`` in code points of the text that went in, ``word_ids``."""

_TYPES: Final = {"tensor(int64)": np.int64, "tensor(int32)": np.int32, "tensor(bool)": np.bool_}
_FATAL_ONLY: Final = 4
"""Of onnxruntime's levels of logging: it writes to the terminal what it raises as well."""


class ModelSession:
    """The model's graph on the processor; no other device, no library of operators from outside.

    ``inputs`` maps each input's name to its shape, ``answer`` is the shape of what it gives; a number in a shape is
    fixed, anything else is free.

    Raises:
        ModelUnusable: when the extra is not installed or the file cannot be loaded.
    """

    def __init__(self, folder: ModelFolder, threads: int) -> None:
        self._path = folder.path
        try:
            import onnxruntime  # noqa: PLC0415 - the extra may not be installed
        except ImportError as error:
            raise ModelUnusable(folder.path, "not-installed", "onnxruntime") from error
        onnxruntime.disable_telemetry_events()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = _FATAL_ONLY
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._session = onnxruntime.InferenceSession(
                str(folder.model), sess_options=options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:
            if _is_of("onnxruntime", error):
                raise ModelUnusable(folder.path, "damaged", _told(folder.model.name, error)) from error
            raise
        self._types = {each.name: each.type for each in self._session.get_inputs()}
        self.inputs: dict[str, Sequence[int | str | None]] = {
            each.name: each.shape for each in self._session.get_inputs()
        }
        outputs = {each.name: each.shape for each in self._session.get_outputs()}
        self._output = "logits" if "logits" in outputs else next(iter(outputs))
        self.answer: Sequence[int | str | None] = outputs[self._output]

    def logits(self, values: Mapping[str, Array]) -> NDArray[np.float32]:
        """What the model answers to these inputs; those it does not have are left out.

        Raises:
            ModelUnusable: when it fails on them or answers what is no number.
        """
        given: dict[str, Array] = {
            name: value.astype(_TYPES.get(self._types[name], np.int64)) for name, value in values.items()
        }
        try:
            (answer,) = self._session.run([self._output], given)
        except Exception as error:
            if _is_of("onnxruntime", error):
                raise ModelUnusable(self._path, "failed", _told("", error)) from error
            raise
        result = np.asarray(answer, dtype=np.float32)
        if not np.isfinite(result).all():
            raise ModelUnusable(self._path, "failed", "it answers what is no number")
        return result


class Pieces:
    """The model's tokenizer: words to pieces and their numbers.

    Raises:
        ModelUnusable: when the extra is not installed or the file is not a tokenizer.
    """

    def __init__(self, folder: ModelFolder) -> None:
        try:
            from tokenizers import Tokenizer  # noqa: PLC0415 - the extra may not be installed
        except ImportError as error:
            raise ModelUnusable(folder.path, "not-installed", "tokenizers") from error
        try:
            self._tokenizer = Tokenizer.from_file(str(folder.tokenizer))
        except Exception as error:
            if type(error) is Exception:  # tokenizers 0.23 raises nothing more exact
                raise ModelUnusable(folder.path, "damaged", _told(folder.tokenizer.name, error)) from error
            raise
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self.added = self._tokenizer.num_special_tokens_to_add(False)
        self.padding = _padding(self._tokenizer, folder.config)

    def encode(self, texts: Sequence[str]) -> list[Encoding]:
        """Texts as pieces, with the marks around them."""
        return list(self._tokenizer.encode_batch(list(texts)))

    def encode_words(self, words: Sequence[Sequence[str]]) -> list[Encoding]:
        """The same for texts that come as words, none of which shares a piece with another."""
        return list(self._tokenizer.encode_batch([list(each) for each in words], is_pretokenized=True))

    def number_of(self, piece: str) -> int | None:
        number: int | None = self._tokenizer.token_to_id(piece)
        return number

    @property
    def highest_number(self) -> int:
        """Of the pieces proper; marks added to them later need not be the model's."""
        return max(self._tokenizer.get_vocab(with_added_tokens=False).values(), default=0)


def _padding(tokenizer: Any, config: Mapping[str, Any]) -> int:
    told = config.get("pad_token_id")
    if isinstance(told, int):
        return told
    found = (tokenizer.token_to_id(name) for name in ("[PAD]", "<pad>"))
    return next((number for number in found if number is not None), 0)


def _is_of(module: str, error: Exception) -> bool:
    return type(error).__module__.split(".")[0] == module


def _told(name: str, error: Exception) -> str:
    """The library's own words, which can be long, without the folders in them."""
    reason = " ".join(str(error).split())[:200]
    return f"{name}: {reason}" if name else reason


def fits(shape: Sequence[int | str | None], wanted: Sequence[int]) -> bool:
    """Whether an answer can have this shape at its end, as far as the model tells."""
    told = shape[len(shape) - len(wanted) :] if len(shape) >= len(wanted) else ()
    return len(told) == len(wanted) and all(
        not isinstance(one, int) or one == other for one, other in zip(told, wanted, strict=True)
    )


def batches(sizes: Sequence[int], most: int) -> list[list[int]]:
    """Indices of the passages, the longest first, in groups that have at most ``most`` pieces when filled up. O(n)."""
    groups: list[list[int]] = []
    for index in sorted(range(len(sizes)), key=lambda each: -sizes[each]):
        if groups and (len(groups[-1]) + 1) * sizes[groups[-1][0]] <= most:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def filled_up(rows: Sequence[Sequence[int]], width: int, filler: int, height: int = 0) -> Array:
    """Rows of different lengths as one ``(max(len(rows), height), width)`` int64 array."""
    array = np.full((max(len(rows), height), width), filler, dtype=np.int64)
    for index, row in enumerate(rows):
        array[index, : len(row)] = row
    return array
