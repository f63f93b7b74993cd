# SPDX-License-Identifier: GPL-3.0-or-later
"""What tells one choice of a model from another, so that suggestions are made anew when it changes."""

from __future__ import annotations

import hashlib

from reader.model.recognition import NeuralChoice, Options
from reader.recognisers.neural.folder import look_into


def identity_of(choice: NeuralChoice) -> str:
    """Name and digest of the model and of what is set for it: other suggestions come only with another one.

    Raises:
        ModelUnusable: when the folder holds no usable model.
    """
    folder = look_into(choice.folder)
    settings = repr((sorted(choice.tags), choice.threshold)).encode("utf-8", "surrogatepass")
    digest = hashlib.blake2b(settings + folder.digest().encode(), digest_size=8).hexdigest()
    return f"{folder.name}-{digest}"


def identity_of_options(options: Options) -> str:
    """Another one when the same text may give other suggestions; "" for what is usual.

    Raises:
        ModelUnusable: when the folder holds no usable model.
    """
    parts = [f"-{stage}" for stage in sorted(options.without)]
    if options.neural is not None:
        parts.append(identity_of(options.neural))
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=8).hexdigest() if parts else ""
