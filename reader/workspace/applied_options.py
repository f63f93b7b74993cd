# SPDX-License-Identifier: GPL-3.0-or-later
"""What the user set about recognition, put into what recognition knows; and the name of the suggestions it gives.

It is read from the settings wherever something is recognised, so that window, worker and command line do the same.
"""

from __future__ import annotations

import hashlib
import logging
import sys
from dataclasses import replace

from reader.errors import ModelUnusable
from reader.model.recognition import Options, options_of
from reader.recognisers.knowledge import Knowledge
from reader.recognisers.neural import identity_of_options
from reader.settings import Settings, settings_path
from reader.store import Library

_log = logging.getLogger(__name__)


def options_now() -> Options:
    """What is set at this moment."""
    return options_of(Settings.load(settings_path()))


def with_options(knowledge: Knowledge, options: Options) -> Knowledge:
    """The knowledge without the stages that are off, and with the neural model that is chosen.

    A model that cannot be used is left out, so that all else is found; ``refuse_unusable_model`` tells of it.
    """
    changed = replace(knowledge, without=options.without)
    if "tagger" in options.without:
        changed = replace(changed, tagger=None)
    if options.neural is None:
        _forget_model()
        return changed
    from reader.workspace.neural import loaded_model  # noqa: PLC0415 - needs the extra

    try:
        return replace(changed, neural=loaded_model(options.neural))
    except ModelUnusable as error:
        _log.warning("%s", error)
        return changed


def _forget_model() -> None:
    """A model that is no longer wanted gives its memory back; what was never loaded stays so."""
    module = sys.modules.get("reader.workspace.neural")
    if module is not None:
        module.forget_model()


def refuse_unusable_model(options: Options) -> None:
    """To be called when a text has been read, so that its suggestions are there and the user is told all the same.

    Raises:
        ModelUnusable: when the model that is chosen cannot be used.
    """
    if options.neural is not None:
        from reader.workspace.neural import loaded_model  # noqa: PLC0415 - needs the extra

        loaded_model(options.neural)


def version_with(version: str, library: Library, options: Options) -> str:
    """The version of the suggestions that are made with these options and the library's lists of names; ``version`` is
    that of all else.

    Raises:
        LibraryError.
    """
    state = library.name_lists.state()
    try:
        identity = identity_of_options(options)
    except ModelUnusable:
        identity = identity_of_options(replace(options, neural=None))
    parts = identity + (repr(state) if state else "")
    return f"{version}+{hashlib.blake2b(parts.encode(), digest_size=8).hexdigest()}" if parts else version
