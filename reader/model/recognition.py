# SPDX-License-Identifier: GPL-3.0-or-later
"""What the user set about recognition, as plain values that can go to another process."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reader import settings as names
from reader.settings import Settings

STAGES: Final = (
    "dates",
    "quantities",
    "lists",
    "organisations",
    "events",
    "roles",
    "people",
    "works",
    "tagger",
    "document",
)
"""What can be left out, in the order of the pipeline. Dates and quantities are read by grammar, ``lists`` are the
shipped ones, ``tagger`` is the trained one, ``document`` is what the text as a whole adds."""

GLINER_KINDS: Final = (
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """``without`` are those of ``STAGES`` that are left out; ``neural`` is the model to ask as well, or None.

    ``learning`` says whether anything more is learned; what was learned is used all the same.
    """

    without: frozenset[str] = frozenset()
    neural: NeuralChoice | None = None
    learning: bool = True


def options_of(settings: Settings) -> Options:
    """What is set now."""
    folder = settings.get(names.NEURAL_FOLDER)
    wanted = settings.get(names.NEURAL) and folder
    return Options(
        without=frozenset(settings.get(names.STAGES_OFF)) & frozenset(STAGES),
        neural=neural_choice_of(settings) if wanted else None,
        learning=settings.get(names.LEARNING),
    )


def neural_choice_of(settings: Settings) -> NeuralChoice:
    """The model that is chosen, whether it is on or not."""
    return NeuralChoice(
        folder=Path(settings.get(names.NEURAL_FOLDER)),
        tags=tags_from(settings.get(names.NEURAL_TAGS)),
        threshold=settings.get(names.NEURAL_THRESHOLD),
        threads=settings.get(names.NEURAL_THREADS),
    )


def tags_from(written: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """``(kind, tag id)`` from ``kind=tag id`` as the settings keep it."""
    parts = (each.rpartition("=") for each in written if "=" in each)
    return tuple((kind, tag) for kind, _, tag in parts if kind)


def tags_written(tags: Sequence[tuple[str, str]]) -> list[str]:
    """The way back from ``tags_from``."""
    return [f"{kind}={tag}" for kind, tag in tags]
