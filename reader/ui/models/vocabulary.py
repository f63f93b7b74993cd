# SPDX-License-Identifier: GPL-3.0-or-later
"""Statuses of words as they are said to the user."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP

from reader.model.vocabulary import WordStatus
from reader.ui.i18n import translate

_STATUSES = {
    WordStatus.NEW: QT_TRANSLATE_NOOP("Vocabulary", "new"),
    WordStatus.LEARNING_1: QT_TRANSLATE_NOOP("Vocabulary", "learning, step 1"),
    WordStatus.LEARNING_2: QT_TRANSLATE_NOOP("Vocabulary", "learning, step 2"),
    WordStatus.LEARNING_3: QT_TRANSLATE_NOOP("Vocabulary", "learning, step 3"),
    WordStatus.LEARNING_4: QT_TRANSLATE_NOOP("Vocabulary", "learning, step 4"),
    WordStatus.KNOWN: QT_TRANSLATE_NOOP("Vocabulary", "known"),
    WordStatus.IGNORED: QT_TRANSLATE_NOOP("Vocabulary", "ignored"),
}
_BUTTONS = {
    WordStatus.NEW: QT_TRANSLATE_NOOP("Vocabulary", "New"),
    WordStatus.KNOWN: QT_TRANSLATE_NOOP("Vocabulary", "Known"),
    WordStatus.IGNORED: QT_TRANSLATE_NOOP("Vocabulary", "Ignore"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWord:
    """A word on the page and how well it is known.

    ``written`` is what stands in the text, ``lemma`` what it is a form of. ``is_of_form`` says that the status is this
    form's alone, not its lemma's.
    """

    written: str
    lemma: str
    status: WordStatus
    is_of_form: bool = False


def status_in_words(status: WordStatus) -> str:
    return translate("Vocabulary", str(_STATUSES[status]))


def status_on_button(status: WordStatus) -> str:
    """What a button says that gives the status: a step of learning is its number."""
    return str(status.step) if status.step else translate("Vocabulary", str(_BUTTONS[status]))
