# SPDX-License-Identifier: GPL-3.0-or-later
"""What can go wrong with files of other annotation tools, as sentences of the interface's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from reader import errors
from reader.ui.import_messages import shown_name
from reader.ui.models.sentences import filled

translate = QCoreApplication.translate


def _unreadable(error: errors.AnnotationsUnreadable) -> str:
    if not error.place:
        whole = translate("Messages", "“%1” cannot be taken in: %2. Nothing was imported.")
        return filled(whole, shown_name(str(error.path)), error.reason)
    sentence = translate("Messages", "“%1” cannot be taken in; at %2: %3. Nothing was imported.")
    return filled(sentence, shown_name(str(error.path)), error.place, error.reason)


def _too_new(error: errors.FormatTooNew) -> str:
    sentence = translate("Messages", "“%1” was written by a newer Hashiya. Update this one to read it.")
    return filled(sentence, shown_name(str(error.path)))


def _unavailable(error: errors.FormatUnavailable) -> str:
    sentence = translate("Messages", "The format %1 needs a part that is not installed: pip install 'hashiya[%2]'")
    return filled(sentence, error.name, error.extra)


def _cannot_hold(error: errors.FormatCannotHold) -> str:
    sentence = translate("Messages", "The format %1 cannot hold this: %2. Choose another one; nothing was written.")
    return filled(sentence, error.name, error.reason)


SENTENCES: dict[type[errors.ReaderError], Callable[[Any], str]] = {
    errors.AnnotationsUnreadable: _unreadable,
    errors.FormatTooNew: _too_new,
    errors.FormatUnavailable: _unavailable,
    errors.FormatCannotHold: _cannot_hold,
}
