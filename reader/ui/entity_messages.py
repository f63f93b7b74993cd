# SPDX-License-Identifier: GPL-3.0-or-later
"""What can go wrong with entities and with files of them, as sentences of the interface's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from reader import errors
from reader.ui.models.sentences import filled

translate = QCoreApplication.translate

_ENTITY_PROBLEMS = {
    "name": QT_TRANSLATE_NOOP("Messages", "“%1” cannot be a name: it is empty or too long. Give another."),
    "language": QT_TRANSLATE_NOOP("Messages", "“%1” is not a language. Write it as ar, en or zh-Hans."),
    "identifier": QT_TRANSLATE_NOOP(
        "Messages", "“%1” is not an identifier. Write it as wikidata:Q9248 or geonames:587084."
    ),
    "kind": QT_TRANSLATE_NOOP("Messages", "“%1” has no kind, so nobody knows the tag. Give the words a tag first."),
}


def _entity_invalid(error: errors.EntityInvalid) -> str:
    other = QT_TRANSLATE_NOOP("Messages", "An entity cannot have this: “%1”. Write it in another way.")
    return filled(translate("Messages", str(_ENTITY_PROBLEMS.get(error.field, other))), error.value)


def _unknown_entity(error: errors.UnknownEntity) -> str:
    return filled(translate("Messages", "There is no one entity “%1” any more. Choose another."), error.reference)


_RECORD_PROBLEMS = {
    "no-name-column": QT_TRANSLATE_NOOP("Messages", "there is no column “name” among %1"),
    "column-twice": QT_TRANSLATE_NOOP("Messages", "two columns are called “%1”"),
    "no-rows": QT_TRANSLATE_NOOP("Messages", "there is nothing below the row of column names"),
    "cells": QT_TRANSLATE_NOOP(
        "Messages",
        "the row has more cells than there are columns (%1 too many); a text with a comma needs quotation marks",
    ),
    "quotes": QT_TRANSLATE_NOOP("Messages", "the quotation marks do not fit together (%1)"),
    "no-name": QT_TRANSLATE_NOOP("Messages", "there is no name"),
    "id-twice": QT_TRANSLATE_NOOP("Messages", "the id “%1” stood in the file before"),
    "identifier-twice": QT_TRANSLATE_NOOP("Messages", "“%1” belongs to an entity that stood in the file before"),
    "name": QT_TRANSLATE_NOOP("Messages", "“%1” cannot be a name"),
    "language": QT_TRANSLATE_NOOP("Messages", "“%1” is not a language such as ar or en"),
    "identifier": QT_TRANSLATE_NOOP("Messages", "“%1” is not an identifier such as wikidata:Q9248"),
    "json": QT_TRANSLATE_NOOP("Messages", "this is not JSON (%1)"),
    "no-concepts": QT_TRANSLATE_NOOP("Messages", "there is no SKOS concept in it"),
    "field": QT_TRANSLATE_NOOP("Messages", "a value of “%1” is not what it should be"),
    "no-source-column": QT_TRANSLATE_NOOP("Messages", "there is no column “source” among %1"),
    "status": QT_TRANSLATE_NOOP("Messages", "“%1” is not a status: preferred, admitted, proposed or deprecated"),
    "xml": QT_TRANSLATE_NOOP("Messages", "this is not XML as it should be (%1)"),
    "entities": QT_TRANSLATE_NOOP("Messages", "it declares entities of its own, which is refused"),
    "no-terms": QT_TRANSLATE_NOOP("Messages", "there is no term in it (%1)"),
    "circle": QT_TRANSLATE_NOOP("Messages", "“broader” leads back to where it began: %1"),
}


def _record_unreadable(error: errors.RecordUnreadable) -> str:
    reason = filled(translate("Messages", str(_RECORD_PROBLEMS.get(error.problem, "%1"))), error.detail)
    if error.unit == "line":
        sentence = translate("Messages", "%1, line %2: %3. Nothing was imported.")
    else:
        sentence = translate("Messages", "%1, record %2: %3. Nothing was imported.")
    return filled(sentence, str(error.path), str(error.number), reason)


SENTENCES: dict[type[errors.ReaderError], Callable[[Any], str]] = {
    errors.EntityInvalid: _entity_invalid,
    errors.UnknownEntity: _unknown_entity,
    errors.RecordUnreadable: _record_unreadable,
}
