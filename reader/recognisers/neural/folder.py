# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder with a model, looked into before anything of it is loaded: what it holds, and whether that fits together."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Final

from reader.errors import ModelUnusable
from reader.recognisers.neural.labels import kinds_of
from reader.recognisers.neural.onnx_file import external_files

MODEL: Final = ("model.onnx", "onnx/model.onnx", "model_quantized.onnx", "onnx/model_quantized.onnx")
"""Where exporters put the model; the first there is, is used."""
CONFIG: Final = "config.json"
GLINER_CONFIG: Final = "gliner_config.json"
TOKENIZER: Final = "tokenizer.json"

_LARGEST_CONFIG: Final = 4 << 20
_LARGEST_TOKENIZER: Final = 256 << 20
_USUAL_LIMIT: Final = 512
_PADDED_POSITIONS: Final = frozenset(("roberta", "xlm-roberta", "camembert", "xlm-roberta-xl", "longformer"))
"""These count positions from behind the padding's number: two of them cannot be used."""
_SAMPLES, _SAMPLE_BYTES = 64, 1 << 16


class Kind(Enum):
    """What the model is asked: a label for each word, or a score for each stretch of words and each kind."""

    LABELS = "labels"
    SPANS = "spans"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFolder:
    """What was found in a folder.

    ``labels`` are those of the model's outputs, in order; a GLiNER model has none. ``limit`` is how many word pieces
    it takes at once. ``config`` is the JSON it was made with. ``data`` are the files beside the model that hold
    weights.
    """

    path: Path
    kind: Kind
    model: Path
    tokenizer: Path
    labels: tuple[str, ...]
    limit: int
    config: Mapping[str, Any]
    data: tuple[Path, ...] = ()

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of things its labels speak of."""
        return kinds_of(self.labels)

    @property
    def size_bytes(self) -> int:
        return sum(file.stat().st_size for file in (self.model, *self.data))

    def digest(self) -> str:
        """Tells models apart: all of the small files, and samples from the whole length of the large ones."""
        digest = hashlib.blake2b(digest_size=12)
        for file in (self.path / CONFIG, self.path / GLINER_CONFIG, self.tokenizer):
            digest.update(file.read_bytes() if file.is_file() else b"-")
        for file in (self.model, *self.data):
            for sample in _samples(file):
                digest.update(sample)
        return digest.hexdigest()


def look_into(path: Path) -> ModelFolder:
    """What the folder holds, from its small files alone.

    Raises:
        ModelUnusable: naming the folder, what is missing or wrong in it, and what to do.
    """
    if not path.is_dir():
        raise ModelUnusable(path, "no-folder", "")
    model = next((path / name for name in MODEL if (path / name).is_file()), None)
    if model is None:
        raise ModelUnusable(path, "missing", MODEL[0])
    if not (path / TOKENIZER).is_file():
        raise ModelUnusable(path, "missing", TOKENIZER)
    if (path / TOKENIZER).stat().st_size > _LARGEST_TOKENIZER:
        raise ModelUnusable(path, "damaged", f"{TOKENIZER}: too large")
    is_gliner = (path / GLINER_CONFIG).is_file()
    config = _json(path, GLINER_CONFIG if is_gliner else CONFIG)
    return ModelFolder(
        path=path,
        kind=Kind.SPANS if is_gliner else Kind.LABELS,
        model=model,
        tokenizer=path / TOKENIZER,
        labels=() if is_gliner else _labels(path, config),
        limit=_limit(path, config, is_gliner=is_gliner),
        config=config,
        data=_data(path, model),
    )


def _json(path: Path, name: str) -> dict[str, Any]:
    file = path / name
    try:
        if file.stat().st_size > _LARGEST_CONFIG:
            raise ModelUnusable(path, "damaged", f"{name}: too large")
        found = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        raise ModelUnusable(path, "missing", name) from None
    except OSError as error:
        raise ModelUnusable(path, "unreadable", f"{name}: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise ModelUnusable(path, "damaged", f"{name}: {error}") from error
    if not isinstance(found, dict):
        raise ModelUnusable(path, "damaged", f"{name}: not a JSON object")
    return found


def _labels(path: Path, config: Mapping[str, Any]) -> tuple[str, ...]:
    """``id2label`` in the order of its numbers, which must be 0, 1, 2…"""
    named = config.get("id2label")
    try:
        pairs = sorted((int(number), label) for number, label in dict(named or {}).items())
    except (TypeError, ValueError):
        raise ModelUnusable(path, "damaged", f"{CONFIG}: id2label") from None
    if not pairs:
        raise ModelUnusable(path, "no-labels", CONFIG)
    if [number for number, _ in pairs] != list(range(len(pairs))) or not all(
        isinstance(name, str) for _, name in pairs
    ):
        raise ModelUnusable(path, "damaged", f"{CONFIG}: id2label")
    return tuple(name for _, name in pairs)


def _limit(path: Path, config: Mapping[str, Any], *, is_gliner: bool) -> int:
    """How many word pieces the model takes, its own marks included; never more than 512, which costs enough."""
    positions = None if is_gliner else config.get("max_position_embeddings")
    if isinstance(positions, int) and config.get("model_type") in _PADDED_POSITIONS:
        positions -= 2
    told = _json(path, "tokenizer_config.json") if (path / "tokenizer_config.json").is_file() else {}
    limits = [positions, told.get("model_max_length"), _USUAL_LIMIT]
    limit = min(int(each) for each in limits if isinstance(each, int | float) and each > 0)
    if limit < 8:
        raise ModelUnusable(path, "damaged", f"{CONFIG}: max_position_embeddings")
    return limit


def _data(path: Path, model: Path) -> tuple[Path, ...]:
    """The files with weights beside the model; none may lie outside the folder, by its name or by a link."""
    found = []
    home = path.resolve()
    for location in external_files(model):
        file = model.parent / location
        is_plain = (
            bool(location) and not Path(location).is_absolute() and ".." not in Path(location.replace("\\", "/")).parts
        )
        if not is_plain or ":" in location or not file.resolve().is_relative_to(home):
            raise ModelUnusable(path, "outside", location)
        if not file.is_file():
            raise ModelUnusable(path, "missing", location)
        found.append(file)
    return tuple(found)


def _samples(file: Path) -> Iterable[bytes]:
    size = file.stat().st_size
    yield size.to_bytes(8, "big")
    with file.open("rb") as opened:
        if size <= _SAMPLES * _SAMPLE_BYTES:
            yield opened.read()
            return
        for number in range(_SAMPLES):
            opened.seek(number * (size - _SAMPLE_BYTES) // (_SAMPLES - 1))
            yield opened.read(_SAMPLE_BYTES)
