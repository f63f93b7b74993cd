# SPDX-License-Identifier: GPL-3.0-or-later
"""Arabic names in Latin letters, offered by the package arabic-name-romanizer where it is installed.

It is the extra ``romanise``: MIT licence, works offline, and brings its data and small models along.
"""

from __future__ import annotations

from importlib.util import find_spec

from reader.errors import RecogniserUnavailable

_PACKAGE = "arabic_name_romanizer"
_NAME = "arabic-name-romanizer"


def can_romanise() -> bool:
    """Whether the package is installed; it is not loaded to find out."""
    return find_spec(_PACKAGE) is not None


def romanised(name: str, most: int = 3) -> tuple[str, ...]:
    """Likely spellings of an Arabic personal name, the likeliest first; () for one that is not in Arabic letters.

    Slow the first time (it loads its models): for a job.

    Raises:
        RecogniserUnavailable: when the package is missing or cannot do its work.
    """
    if not _is_arabic(name):
        return ()
    try:
        # Only where it is installed, and not before it is wanted: it takes a third of a second to load.
        from arabic_name_romanizer import transliterate  # noqa: PLC0415
    except ImportError as error:
        raise RecogniserUnavailable(_NAME, "pip install 'hashiya[romanise]'") from error
    try:
        found = transliterate(name, top_k=most)
    except (ValueError, RuntimeError, OSError) as error:
        raise RecogniserUnavailable(_NAME, str(error)) from error
    spellings = [found] if isinstance(found, str) else [each.text for each in found]
    return tuple(dict.fromkeys(spelling for spelling in spellings if spelling and spelling != name))


def _is_arabic(name: str) -> bool:
    """Whether the name has letters, all of them of the Arabic block (U+0600 to U+06FF)."""
    letters = [char for char in name if char.isalpha()]
    return bool(letters) and all("\u0600" <= char <= "\u06ff" for char in letters)
