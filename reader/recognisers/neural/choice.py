# SPDX-License-Identifier: GPL-3.0-or-later
"""Which model the user wants, and how it is to be used; plain values that can go to another process."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from reader.recognisers.neural.folder import look_into

GLINER_KINDS: tuple[tuple[str, str], ...] = (
    ("person", "person"),
    ("organization", "organisation"),
    ("location", "place"),
    ("event", "event"),
    ("job title", "role"),
)
"""What a GLiNER model is asked for unless the user says otherwise: its names of the kinds, and our tags."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NeuralChoice:
    """A model's folder and what the user set for it.

    ``tags`` are ``(kind, tag id)``; "" leaves a kind out. For a GLiNER model they say what to look for. Findings less
    sure than ``threshold`` are dropped. ``threads`` is how many the model may use, ``batch_pieces`` how many word
    pieces are worked on at once (memory grows with it).
    """

    folder: Path
    tags: tuple[tuple[str, str], ...] = ()
    threshold: float = 0.5
    threads: int = 2
    batch_pieces: int = 2048

    @property
    def identity(self) -> str:
        """Name and digest of the model and of what is set for it: other suggestions come only with another one.

        Raises:
            ModelUnusable: when the folder holds no usable model.
        """
        folder = look_into(self.folder)
        settings = repr((sorted(self.tags), self.threshold)).encode("utf-8", "surrogatepass")
        digest = hashlib.blake2b(settings + folder.digest().encode(), digest_size=8).hexdigest()
        return f"{folder.name}-{digest}"
