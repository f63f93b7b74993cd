# SPDX-License-Identifier: GPL-3.0-or-later
"""Names found by a neural model that the user has in a folder: never downloaded, nothing in the folder is executed.

``look_into`` tells what a folder holds, with nothing but the standard library; ``load`` needs ``hashiya[neural]``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    "usual_tag",
]


def load(choice: NeuralChoice) -> NeuralRecogniser:
    """The recogniser with this model. Takes seconds for a large one.

    Raises:
        ModelUnusable: naming the folder, what is wrong in it, and what to do.
    """
    from reader.recognisers.neural.recogniser import NeuralRecogniser  # noqa: PLC0415 - needs numpy and the extra

    return NeuralRecogniser(choice)
