# SPDX-License-Identifier: GPL-3.0-or-later
"""What recognisers give as reasons, in the language of the interface."""

from __future__ import annotations

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from reader.ui.models.sentences import filled

_QUOTED = re.compile("“([^”]*)”")
_BOUND = re.compile(r"(more than|less than|at least|at most) (.+)")

REASONS = (
    QT_TRANSLATE_NOOP("Reasons", "the tagger knows the word from such names"),
    QT_TRANSLATE_NOOP("Reasons", "the tagger: it is written as such names are"),
    QT_TRANSLATE_NOOP("Reasons", "the tagger: the lists have it or its neighbours"),
    QT_TRANSLATE_NOOP("Reasons", "the tagger: it takes articles and endings as names do"),
    QT_TRANSLATE_NOOP("Reasons", "the tagger: such names often stand after “%1”"),
    QT_TRANSLATE_NOOP("Reasons", "the tagger: such names often stand before “%1”"),
    QT_TRANSLATE_NOOP("Reasons", "the tagger: the rules see it too"),
    QT_TRANSLATE_NOOP("Reasons", "the tagger: the text names it elsewhere"),
    QT_TRANSLATE_NOOP("Reasons", "the tagger: such names often begin a paragraph"),
    QT_TRANSLATE_NOOP("Reasons", "the tagger: such names often end a paragraph"),
    QT_TRANSLATE_NOOP("Reasons", "listed place"),
    QT_TRANSLATE_NOOP("Reasons", "listed country"),
    QT_TRANSLATE_NOOP("Reasons", "listed organisation"),
    QT_TRANSLATE_NOOP("Reasons", "listed event"),
    QT_TRANSLATE_NOOP("Reasons", "after “%1”"),
    QT_TRANSLATE_NOOP("Reasons", "“%1” begins the names of places"),
    QT_TRANSLATE_NOOP("Reasons", "“%1” begins the name of a body"),
    QT_TRANSLATE_NOOP("Reasons", "“%1” begins the name of an event"),
    QT_TRANSLATE_NOOP("Reasons", "“%1” begins an office"),
    QT_TRANSLATE_NOOP("Reasons", "title before a name"),
    QT_TRANSLATE_NOOP("Reasons", "name after “%1”"),
    QT_TRANSLATE_NOOP("Reasons", "name after an office"),
    QT_TRANSLATE_NOOP("Reasons", "given name"),
    QT_TRANSLATE_NOOP("Reasons", "given name and what follows"),
    QT_TRANSLATE_NOOP("Reasons", "unknown word and given name"),
    QT_TRANSLATE_NOOP("Reasons", "surname of “%1”"),
    QT_TRANSLATE_NOOP("Reasons", "short for “%1”"),
    QT_TRANSLATE_NOOP("Reasons", "quoted after “%1”"),
    QT_TRANSLATE_NOOP("Reasons", "short quoted expression"),
    QT_TRANSLATE_NOOP("Reasons", "year"),
    QT_TRANSLATE_NOOP("Reasons", "year after “%1”"),
    QT_TRANSLATE_NOOP("Reasons", "year in two calendars"),
    QT_TRANSLATE_NOOP("Reasons", "year before Christ"),
    QT_TRANSLATE_NOOP("Reasons", "range of years"),
    QT_TRANSLATE_NOOP("Reasons", "decade"),
    QT_TRANSLATE_NOOP("Reasons", "century"),
    QT_TRANSLATE_NOOP("Reasons", "month"),
    QT_TRANSLATE_NOOP("Reasons", "month and year"),
    QT_TRANSLATE_NOOP("Reasons", "day and month"),
    QT_TRANSLATE_NOOP("Reasons", "range of days"),
    QT_TRANSLATE_NOOP("Reasons", "weekday"),
    QT_TRANSLATE_NOOP("Reasons", "weekday and date"),
    QT_TRANSLATE_NOOP("Reasons", "date in figures"),
    QT_TRANSLATE_NOOP("Reasons", "time of day"),
    QT_TRANSLATE_NOOP("Reasons", "relative to the day of writing"),
    QT_TRANSLATE_NOOP("Reasons", "a number and what it counts"),
    QT_TRANSLATE_NOOP("Reasons", "a large number"),
    QT_TRANSLATE_NOOP("Reasons", "a measure"),
    QT_TRANSLATE_NOOP("Reasons", "an amount of money"),
    QT_TRANSLATE_NOOP("Reasons", "a percentage"),
    QT_TRANSLATE_NOOP("Reasons", "in your lists"),
    QT_TRANSLATE_NOOP("Reasons", "listed person"),
    QT_TRANSLATE_NOOP("Reasons", "surname of several people named before"),
    QT_TRANSLATE_NOOP("Reasons", "office of “%1”"),
    QT_TRANSLATE_NOOP("Reasons", "season"),
    QT_TRANSLATE_NOOP("Reasons", "part of a year"),
    QT_TRANSLATE_NOOP("Reasons", "range of months"),
    QT_TRANSLATE_NOOP("Reasons", "a stretch of time"),
    QT_TRANSLATE_NOOP("Reasons", "a part of what follows"),
    QT_TRANSLATE_NOOP("Reasons", "the neural model calls it “%1”"),
    QT_TRANSLATE_NOOP("Reasons", "you tagged this before"),
    QT_TRANSLATE_NOOP("Reasons", "you tagged this often"),
    QT_TRANSLATE_NOOP("Reasons", "like places that you tagged so"),
)
"""Every reason the recognisers give, with ``%1`` for words of the text."""

BOUNDS = {
    "more than": QT_TRANSLATE_NOOP("Reasons", "more than: %1"),
    "less than": QT_TRANSLATE_NOOP("Reasons", "less than: %1"),
    "at least": QT_TRANSLATE_NOOP("Reasons", "at least: %1"),
    "at most": QT_TRANSLATE_NOOP("Reasons", "at most: %1"),
}
"""What can stand before the reasons for quantities."""


def reason_in_words(reason: str) -> str:
    """The reason translated, its words from the text isolated; one that is not known stays English."""
    bound = _BOUND.fullmatch(reason)
    if bound is not None:
        return filled(_translated(str(BOUNDS[bound[1]])), _translated(bound[2]))
    values = _QUOTED.findall(reason)
    sentence = _translated(_QUOTED.sub("“%1”", reason))
    return filled(sentence, *values) if len(values) == 1 else _translated(reason)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Reasons", text)
