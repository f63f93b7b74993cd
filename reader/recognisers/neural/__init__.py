# SPDX-License-Identifier: GPL-3.0-or-later
"""Names found by a neural model that the user has in a folder: never downloaded, nothing in the folder is executed.

``look_into`` tells what a folder holds, with nothing but the standard library; ``load`` needs ``hashiya[neural]``.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ModelUnusable
from reader.model.recognition import GLINER_KINDS, NeuralChoice
from reader.recognisers.neural.choice import identity_of, identity_of_options
from reader.recognisers.neural.folder import Kind, ModelFolder, look_into
from reader.recognisers.neural.labels import usual_tag

if TYPE_CHECKING:
    from reader.recognisers.neural.recogniser import NeuralRecogniser

__all__ = [
    "GLINER_KINDS",
    "Kind",
    "ModelFolder",
    "NeuralChoice",
    "identity_of",
    "identity_of_options",
    "load",
    "look_into",
    "require_extra",
    "usual_tag",
]


def require_extra(folder: Path) -> None:
    """Whether what runs models is installed, without loading it.

    Raises:
        ModelUnusable: naming what is missing, for the model in ``folder``.
    """
    for package in ("onnxruntime", "tokenizers"):
        try:
            is_there = importlib.util.find_spec(package) is not None
        except ValueError:
            is_there = False
        if not is_there:
            raise ModelUnusable(folder, "not-installed", package)


def load(choice: NeuralChoice) -> NeuralRecogniser:
    """The recogniser with this model. Takes seconds for a large one.

    Raises:
        ModelUnusable: naming the folder, what is wrong in it, and what to do.
    """
    from reader.recognisers.neural.recogniser import NeuralRecogniser  # noqa: PLC0415 - needs numpy and the extra

    return NeuralRecogniser(choice)
