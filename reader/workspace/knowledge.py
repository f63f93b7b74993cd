# SPDX-License-Identifier: GPL-3.0-or-later
"""What recognition knows where there may be a library or none."""

from __future__ import annotations

from reader.recognisers import Knowledge
from reader.store import Library


def knowledge_for(library: Library | None) -> Knowledge:
    """What recognition knows in this library, or without any: what is shipped, as the settings have it.

    Raises:
        LibraryError, ResourceMissing, RecogniserUnavailable.
    """
    if library is not None:
        from reader.workspace.learning import knowledge_of  # noqa: PLC0415 - not needed for files alone

        return knowledge_of(library)
    from reader.workspace.applied_options import options_now, with_options  # noqa: PLC0415

    return with_options(Knowledge(), options_now())
