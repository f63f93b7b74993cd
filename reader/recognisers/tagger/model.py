# SPDX-License-Identifier: GPL-3.0-or-later
"""The tagger's weights as a file: a line that says what they are, then whole numbers, compressed.

``hashiya-tagger 1``, a line feed, a JSON object on one line, a line feed; then zlib (RFC 1950) over, little-endian: how
far each feature's number is from the one before (``<u4``), the weights of each feature (``i1``, one row of labels), and
the chain (``<f4``: transitions, begin, end). The object has the labels, the templates' fingerprint, the calibration,
whom to name, and a CRC-32 of what is compressed.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from reader.errors import RecogniserUnavailable
from reader.recognisers.tagger.calibration import Calibration
from reader.recognisers.tagger.chain import Chain
from reader.recognisers.tagger.features import BUCKETS, TEMPLATES, Ids
from reader.recognisers.tagger.words import hashed

MODEL_NAME: Final = "recognisers/tagger.bin"
MAGIC: Final = b"hashiya-tagger 1\n"
STEP: Final = 1 / 64
"""What a weight of one is worth."""
_MOST_UNPACKED: Final = 64 << 20
_MOST_LABELS: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """``features`` are sorted numbers, those that have ``weights``: ``(n, n_labels) int8``, in ``STEP``s."""

    labels: tuple[str, ...]
    features: NDArray[np.int32]
    weights: NDArray[np.int8]
    chain: Chain
    calibration: Calibration
    about: Mapping[str, Any]
    """Where it comes from, and whom to name."""


def fingerprint() -> str:
    """Changes when the same text would give other features."""
    described = ";".join(f"{template.group}:{template.places}" for template in TEMPLATES)
    return f"{hashed(BUCKETS, described):08x}"


def pack(model: Model) -> bytes:
    """The bytes of a model file; the same for the same model."""
    gaps = np.diff(model.features, prepend=0).astype("<u4")
    chain = np.concatenate([model.chain.transitions.ravel(), model.chain.begin, model.chain.end]).astype("<f4")
    payload = b"".join((gaps.tobytes(), np.ascontiguousarray(model.weights).tobytes(), chain.tobytes()))
    header = {
        "labels": model.labels,
        "features": len(model.features),
        "templates": fingerprint(),
        "calibration": model.calibration.as_values(),
        "about": model.about,
        "crc32": zlib.crc32(payload),
    }
    line = json.dumps(header, ensure_ascii=False, sort_keys=True).encode("utf-8")
    return MAGIC + line + b"\n" + zlib.compress(payload, 9)


def unpack(content: bytes) -> Model:
    """The model in a file's content.

    Raises:
        ValueError: saying why, when these are not bytes that ``pack`` made with these features.
    """
    if not content.startswith(MAGIC):
        raise ValueError("it is no tagger of this version of Hashiya")
    line, _, packed = content[len(MAGIC) :].partition(b"\n")
    try:
        header = json.loads(line)
        labels, count = tuple(map(str, header["labels"])), int(header["features"])
        payload = _decompressed(packed)
        _check(header, payload, labels, count)
        features, weights, chain = _arrays(payload, len(labels), count)
        calibration = Calibration.of_values(header["calibration"])
        about = dict(header["about"])
    except (KeyError, TypeError, AttributeError, RecursionError, UnicodeDecodeError) as error:
        raise ValueError(f"its first lines cannot be read ({error})") from error
    return Model(labels=labels, features=features, weights=weights, chain=chain, calibration=calibration, about=about)


def read_model(path: Path) -> Model:
    """The model file at ``path``.

    Raises:
        RecogniserUnavailable: naming the file, when it is missing, damaged or of another version.
    """
    try:
        return unpack(path.read_bytes())
    except OSError as error:
        raise RecogniserUnavailable("tagger", f"{path}: {error.strerror or error}. Install Hashiya again.") from error
    except ValueError as error:
        raise RecogniserUnavailable("tagger", f"{path}: {error}. Install Hashiya again.") from error


class Weights:
    """A model's weights, ready to be added up."""

    def __init__(self, model: Model) -> None:
        self._place = np.zeros(BUCKETS, np.int32)
        self._place[model.features] = np.arange(1, len(model.features) + 1, dtype=np.int32)
        empty = np.zeros((1, len(model.labels)), np.int8)
        self._rows = np.concatenate([empty, model.weights])

    def scores(self, ids: Ids) -> NDArray[np.float32]:
        """The labels' scores of tokens with these features ``(n, n_templates)``: ``(n, n_labels)``. O(n).

        The sum of so few small numbers fits into 16 bits.
        """
        places = self._place[ids.T]
        total = self._rows[places[0]].astype(np.int16)
        for column in places[1:]:
            total += self._rows[column]
        scores: NDArray[np.float32] = total.astype(np.float32) * np.float32(STEP)
        return scores

    def parts(self, ids: Ids, labels: NDArray[np.intp], other: int) -> NDArray[np.float32]:
        """By how much each feature prefers ``labels[i]`` to the label ``other``: ``(n, n_templates)``."""
        places = self._place[ids]
        preferred = self._rows[places, labels[:, None]].astype(np.float32)
        found: NDArray[np.float32] = (preferred - self._rows[places, other]) * np.float32(STEP)
        return found


def _decompressed(packed: bytes) -> bytes:
    machine = zlib.decompressobj()
    try:
        payload = machine.decompress(packed, _MOST_UNPACKED)
    except zlib.error as error:
        raise ValueError(f"it is damaged ({error})") from error
    if not machine.eof or machine.unused_data:
        raise ValueError("it is not whole")
    return payload


def _check(header: Mapping[str, Any], payload: bytes, labels: tuple[str, ...], count: int) -> None:
    if header["templates"] != fingerprint():
        raise ValueError("it was trained for another version of Hashiya")
    width = len(labels)
    if not 0 < width <= _MOST_LABELS or count < 0 or len(payload) != count * (4 + width) + 4 * width * (width + 2):
        raise ValueError("it is not of the length that it says")
    if zlib.crc32(payload) != header["crc32"]:
        raise ValueError("its checksum is wrong: it is damaged")


def _arrays(payload: bytes, width: int, count: int) -> tuple[NDArray[np.int32], NDArray[np.int8], Chain]:
    features = np.cumsum(np.frombuffer(payload, "<u4", count), dtype=np.int64)
    if count and features[-1] >= BUCKETS:
        raise ValueError("it has features that do not exist")
    weights = np.frombuffer(payload, np.int8, count * width, 4 * count).reshape(count, width)
    chain = np.frombuffer(payload, "<f4", offset=(4 + width) * count).astype(np.float32)
    square = width * width
    return (
        features.astype(np.int32),
        weights,
        Chain(chain[:square].reshape(width, width), chain[square : square + width], chain[square + width :]),
    )
