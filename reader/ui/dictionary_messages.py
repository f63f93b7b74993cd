# SPDX-License-Identifier: GPL-3.0-or-later
"""What can go wrong with dictionaries, and what of them is left out, as sentences of the interface's language."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from reader import errors
from reader.ui.models.sentences import filled, isolated

if TYPE_CHECKING:
    from reader.model.dictionary import Skipped

translate = QCoreApplication.translate

_PROBLEMS = {
    "format": QT_TRANSLATE_NOOP("Messages", "This is no dictionary of a kind that can be read."),
    "several": QT_TRANSLATE_NOOP("Messages", "There are several dictionaries in it. Choose one of its files: %2"),
    "missing": QT_TRANSLATE_NOOP("Messages", "The file %2, which belongs to it, is missing."),
    "header": QT_TRANSLATE_NOOP("Messages", "Its header is not as it should be."),
    "cut": QT_TRANSLATE_NOOP("Messages", "It was cut off. Get the dictionary again."),
    "outside": QT_TRANSLATE_NOOP(
        "Messages", "Its index points outside its text (%2). Get the dictionary again, all its files together."
    ),
    "packed": QT_TRANSLATE_NOOP("Messages", "It cannot be unpacked (%2). Get the dictionary again."),
    "bomb": QT_TRANSLATE_NOOP("Messages", "It unpacks to far more than a dictionary holds, which is refused."),
    "unsafe": QT_TRANSLATE_NOOP("Messages", "It names files outside itself, which is refused."),
    "encoding": QT_TRANSLATE_NOOP("Messages", "It is not written in %2. Convert it, or get another copy."),
    "entities": QT_TRANSLATE_NOOP("Messages", "It declares entities of its own, which is refused."),
    "json": QT_TRANSLATE_NOOP("Messages", "A part of it is not JSON (%2)."),
    "empty": QT_TRANSLATE_NOOP("Messages", "There is no entry in it that can be used."),
    "extra": QT_TRANSLATE_NOOP("Messages", "Files of this kind need an extra: pip install 'hashiya[dictionaries]'. %2"),
    "failed": QT_TRANSLATE_NOOP("Messages", "It is damaged, or of a kind that cannot be read (%2)."),
}

_REASONS = {
    "not-utf8": QT_TRANSLATE_NOOP("Dictionaries", "Not written in UTF-8: %1"),
    "no-headword": QT_TRANSLATE_NOOP("Dictionaries", "Without a headword: %1"),
    "long-headword": QT_TRANSLATE_NOOP("Dictionaries", "Headwords longer than %2 characters: %1"),
    "empty": QT_TRANSLATE_NOOP("Dictionaries", "Without an article: %1"),
    "cut": QT_TRANSLATE_NOOP("Dictionaries", "Articles too long, of which the end is missing: %1"),
    "wordcount": QT_TRANSLATE_NOOP("Dictionaries", "Entries that the dictionary says it has, and that it has:"),
    "unknown-part": QT_TRANSLATE_NOOP("Dictionaries", "Parts of a kind that is not known: %1"),
    "failed": QT_TRANSLATE_NOOP("Dictionaries", "Not as the format demands: %1"),
}


def reason_in_words(skipped: Skipped) -> str:
    """Why something was left out, and how often."""
    from reader.model.dictionary import LONGEST_HEADWORD  # noqa: PLC0415 - not on the way to the first picture

    sentence = translate("Dictionaries", str(_REASONS.get(skipped.reason, _REASONS["failed"])))
    locale = QLocale()
    return filled(sentence, locale.toString(skipped.count), locale.toString(LONGEST_HEADWORD))


_PLACES = {
    "entry": QT_TRANSLATE_NOOP("Dictionaries", "entry %1"),
    "synonym": QT_TRANSLATE_NOOP("Dictionaries", "synonym %1"),
    "record": QT_TRANSLATE_NOOP("Dictionaries", "record %1"),
    "line": QT_TRANSLATE_NOOP("Dictionaries", "line %1"),
    "byte": QT_TRANSLATE_NOOP("Dictionaries", "byte %1"),
    "of the index": QT_TRANSLATE_NOOP("Dictionaries", "of the index"),
    "the index": QT_TRANSLATE_NOOP("Dictionaries", "the index"),
    "behind": QT_TRANSLATE_NOOP("Dictionaries", "behind"),
}
_PLACE = re.compile(r"\b(?:(entry|synonym|record|line|byte) (\d+)|(of the index|the index|behind)\b)")


def place_in_words(place: str) -> str:
    """Where in a file something is; names of parts and headwords stay as they are."""

    def told(found: re.Match[str]) -> str:
        sentence = translate("Dictionaries", str(_PLACES[found[1] or found[3]]))
        return filled(sentence, QLocale().toString(int(found[2]))) if found[1] else sentence

    comma = translate("Dictionaries", ", ")
    where, colon, rest = place.partition(": ")
    return comma.join(_PLACE.sub(told, part) for part in where.split(", ")) + (
        f"{colon}{isolated(rest)}" if rest else ""
    )


def _unreadable(error: errors.DictionaryUnreadable) -> str:
    problem = filled(
        translate("Messages", str(_PROBLEMS.get(error.problem, _PROBLEMS["failed"]))), "", error.detail
    ).strip()
    if not error.place:
        return filled(translate("Messages", "%1 was not taken in."), str(error.path)) + " " + problem
    told = translate("Messages", "%1 was not taken in, because of what is at %2.")
    return filled(told, str(error.path), place_in_words(error.place)) + " " + problem


def _known(error: errors.DictionaryKnown) -> str:
    return filled(
        translate("Messages", "%1 was not taken in again: it is there already, as “%2”."), str(error.path), error.title
    )


def _damaged(error: errors.DictionaryDamaged) -> str:
    return filled(
        translate("Messages", "The dictionary in %1 is damaged. Remove that file, and add the dictionary again."),
        str(error.path),
    )


def _unknown(error: errors.UnknownDictionary) -> str:
    return filled(translate("Messages", "There is no one dictionary “%1” any more."), error.reference)


SENTENCES: dict[type[errors.ReaderError], Callable[[Any], str]] = {
    errors.DictionaryUnreadable: _unreadable,
    errors.DictionaryKnown: _known,
    errors.DictionaryDamaged: _damaged,
    errors.UnknownDictionary: _unknown,
}
