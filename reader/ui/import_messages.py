# SPDX-License-Identifier: GPL-3.0-or-later
"""What can go wrong when a file is imported, and what is told when it goes right, in the interface's language."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale, QObject

from reader import errors
from reader.importers.extracted import Notice, NoticeKind
from reader.importers.repairing import DONE, OFFERED
from reader.ui.models.sentences import filled, on_one_line

translate = QCoreApplication.translate

_SPOOFING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LONGEST_NAME = 120

REASONS = (
    QT_TRANSLATE_NOOP("Reasons", "a quotation mark in it is never closed"),
    QT_TRANSLATE_NOOP("Reasons", "its rows cannot be told apart"),
    QT_TRANSLATE_NOOP("Reasons", "it has too many columns"),
    QT_TRANSLATE_NOOP("Reasons", "nothing in it is a JSON object"),
    QT_TRANSLATE_NOOP("Reasons", "it is not JSON as it should be"),
    QT_TRANSLATE_NOOP("Reasons", "it does not begin with ######OpenITI#"),
    QT_TRANSLATE_NOOP("Reasons", "behind its header nothing follows"),
    QT_TRANSLATE_NOOP("Reasons", "no times of subtitles are in it"),
    QT_TRANSLATE_NOOP("Reasons", "its subtitles are empty"),
    QT_TRANSLATE_NOOP("Reasons", "it holds nothing but markup"),
    QT_TRANSLATE_NOOP("Reasons", "no row has anything in the column of the text"),
    QT_TRANSLATE_NOOP("Reasons", "no record has anything where the text should be"),
    QT_TRANSLATE_NOOP("Reasons", "no file in it can be read"),
    QT_TRANSLATE_NOOP("Reasons", "nothing in it can be read"),
    QT_TRANSLATE_NOOP("Reasons", "it is empty"),
    QT_TRANSLATE_NOOP("Reasons", "it is cut short, or not a zip file as it should be"),
    QT_TRANSLATE_NOOP("Reasons", "it lists too many files"),
    QT_TRANSLATE_NOOP("Reasons", "files in it overlap"),
    QT_TRANSLATE_NOOP("Reasons", "archives are nested in it too deep"),
    QT_TRANSLATE_NOOP("Reasons", "it unpacks to far more than it holds"),
    QT_TRANSLATE_NOOP("Reasons", "it is no whole PDF"),
    QT_TRANSLATE_NOOP("Reasons", "nothing in it is text"),
    QT_TRANSLATE_NOOP("Reasons", "what should be XML in it is none"),
    QT_TRANSLATE_NOOP("Reasons", "it declares entities of its own"),
    QT_TRANSLATE_NOOP("Reasons", "a file in it cannot be unpacked"),
    QT_TRANSLATE_NOOP("Reasons", "a file in it is packed in a way that is not read"),
    QT_TRANSLATE_NOOP("Reasons", "the part with the text is missing"),
    QT_TRANSLATE_NOOP("Reasons", "it holds no text document"),
    QT_TRANSLATE_NOOP("Reasons", "it names no text to read"),
    QT_TRANSLATE_NOOP("Reasons", "its package document is missing"),
    QT_TRANSLATE_NOOP("Reasons", "there is no web page in it"),
    QT_TRANSLATE_NOOP("Reasons", "envelopes are nested in it too deep"),
    QT_TRANSLATE_NOOP("Reasons", "no page can be read"),
    QT_TRANSLATE_NOOP("Reasons", "every page is a picture: it needs OCR"),
    QT_TRANSLATE_NOOP("Reasons", "no page has letters"),
    QT_TRANSLATE_NOOP("Reasons", "the file does not say which letters are drawn: it needs OCR"),
    QT_TRANSLATE_NOOP("Reasons", "the file does not say which letters they are"),
    QT_TRANSLATE_NOOP("Reasons", "foreign signs stand inside the words"),
    QT_TRANSLATE_NOOP("Reasons", "letters are torn apart"),
    QT_TRANSLATE_NOOP("Reasons", "many words are in no word list"),
    QT_TRANSLATE_NOOP("Reasons", "the words stand backwards"),
    QT_TRANSLATE_NOOP("Reasons", "repair is offered"),
    QT_TRANSLATE_NOOP("Reasons", "it was repaired, and the text as it stood is an earlier version"),
)
"""Clauses that importers give as the reason of a failure; others are shown as they are."""


def shown_name(path: Path | str) -> str:
    """The name of a file for labels: on one line, and with nothing in it that turns letters around unseen."""
    name = path.name if isinstance(path, Path) else path
    clean = "".join(char if char.isprintable() or char in "\u200c\u200d" else "\ufffd" for char in name)
    return on_one_line(_SPOOFING.sub("\ufffd", clean), _LONGEST_NAME)


def _reason(reason: str) -> str:
    return translate("Reasons", reason)


def _path(error: errors.FileError) -> str:
    return shown_name(str(error.path))


def _file_damaged(error: errors.FileDamaged) -> str:
    sentence = translate("Messages", "The file %1 is damaged: %2. Get it again, or save it anew with its own program.")
    return filled(sentence, _path(error), _reason(error.reason))


def _file_unsafe(error: errors.FileUnsafe) -> str:
    return filled(translate("Messages", "The file %1 was refused: %2."), _path(error), _reason(error.reason))


def _file_protected(error: errors.FileProtected) -> str:
    sentence = translate("Messages", "The file %1 is protected by a password. Save a copy without one and open that.")
    return filled(sentence, _path(error))


def _file_copy_protected(error: errors.FileCopyProtected) -> str:
    sentence = translate(
        "Messages",
        "The book %1 is under copy protection (DRM). Only its shop's program opens it; get a copy without it.",
    )
    return filled(sentence, _path(error))


def _no_text(error: errors.NoText) -> str:
    return filled(translate("Messages", "There is no text in the file %1: %2."), _path(error), _reason(error.reason))


def _no_column(error: errors.NoColumn) -> str:
    if not error.wanted:
        sentence = translate("Messages", "No column of %1 holds texts. Choose the column of the text. There are: %2.")
        return filled(sentence, _path(error), shown_name(error.there))
    sentence = translate("Messages", "The table %1 has no column %2. There are: %3.")
    return filled(sentence, _path(error), shown_name(error.wanted), shown_name(error.there))


def _format_not_read(error: errors.FormatNotRead) -> str:
    sentence = translate(
        "Messages", "The file %1 is of a kind that Hashiya does not read (%2). Save it as DOCX or text."
    )
    return filled(sentence, _path(error), error.format)


def _import_too_long(error: errors.ImportTooLong) -> str:
    sentence = translate("Messages", "Reading the file %1 took longer than %2 seconds and was stopped. Divide it.")
    return filled(sentence, _path(error), QLocale().toString(error.seconds))


def _import_too_heavy(error: errors.ImportTooHeavy) -> str:
    sentence = translate("Messages", "Reading the file %1 took more memory than %2 and was stopped. Divide it.")
    return filled(sentence, _path(error), QLocale().formattedDataSize(error.most_bytes, 0))


def _importer_crashed(error: errors.ImporterCrashed) -> str:
    sentence = translate("Messages", "What reads the file %1 broke off (%2). Nothing of it was imported.")
    return filled(sentence, _path(error), shown_name(error.reason))


SENTENCES: dict[type[errors.ReaderError], Callable[[Any], str]] = {
    errors.FileDamaged: _file_damaged,
    errors.FileUnsafe: _file_unsafe,
    errors.FileProtected: _file_protected,
    errors.FileCopyProtected: _file_copy_protected,
    errors.NoText: _no_text,
    errors.NoColumn: _no_column,
    errors.FormatNotRead: _format_not_read,
    errors.ImportTooLong: _import_too_long,
    errors.ImportTooHeavy: _import_too_heavy,
    errors.ImporterCrashed: _importer_crashed,
}

_PLAIN = {
    NoticeKind.MISLABELLED: QT_TRANSLATE_NOOP("Notices", "Its name ends in %1, but it is of another kind."),
    NoticeKind.DAMAGED: QT_TRANSLATE_NOOP("Notices", "The file is damaged, so the text may be wrong. %1"),
    NoticeKind.INCOMPLETE: QT_TRANSLATE_NOOP("Notices", "The file ends in the middle."),
    NoticeKind.CUT_SHORT: QT_TRANSLATE_NOOP("Notices", "Something was too large and was cut. %1"),
    NoticeKind.WHOLE_PAGE: QT_TRANSLATE_NOOP("Notices", "No article was found, so the whole page was taken."),
    NoticeKind.TOO_LONG_TO_COMPARE: QT_TRANSLATE_NOOP(
        "Notices",
        "Its text has changed and is too long to be compared, so it is a document of its own. The one before it is"
        " still there; export its tags and import them into this one.",
    ),
    NoticeKind.LOW_QUALITY: QT_TRANSLATE_NOOP("Notices", "The text likely has errors; compare it with the file. %1"),
}

_SHARES = (NoticeKind.DAMAGED, NoticeKind.LOW_QUALITY)
"""Their ``count`` is a share in hundredths."""
_CLAUSES = {OFFERED: "repair is offered", DONE: "it was repaired, and the text as it stood is an earlier version"}


class Notices(QObject):
    """Gives notices words; an object, for only those can count in six forms."""

    def sentence(self, notice: Notice) -> str:
        """The notice as one sentence."""
        detail = shown_name(_reason(_CLAUSES.get(notice.detail, notice.detail))) if notice.detail else ""
        if notice.kind in _SHARES and notice.count:
            return filled(self.tr("At least %1 of the words are wrong: %2."), f"{notice.count}%", detail)
        sentence = self._counted(notice.count).get(notice.kind)
        if sentence is None:
            sentence = translate("Notices", str(_PLAIN[notice.kind]))
        return filled(sentence, detail) if detail else sentence.replace("%1", "").strip()

    def _counted(self, n: int) -> dict[NoticeKind, str]:
        return {
            NoticeKind.BAD_CHARACTERS: self.tr("%n characters that no text can hold were left out.", "", n),
            NoticeKind.BAD_BYTES: self.tr("%n places could not be decoded; try another encoding.", "", n),
            NoticeKind.SKIPPED_ROWS: self.tr("%n rows could not be read, the first of them %1.", "", n),
            NoticeKind.EMPTY_ROWS: self.tr("%n rows hold no text.", "", n),
            NoticeKind.SKIPPED_MEMBERS: self.tr("%n files in it were left out. %1", "", n),
            NoticeKind.TRACKED_CHANGES: self.tr("%n tracked changes were accepted.", "", n),
            NoticeKind.COMMENTS: self.tr("%n comments can be taken as notes.", "", n),
            NoticeKind.DROPPED_IMAGES: self.tr("%n pictures are not kept.", "", n),
            NoticeKind.DROPPED_FRAMES: self.tr("%n frames or scripts are not kept.", "", n),
            NoticeKind.DROPPED_PARTS: self.tr("%n parts are not kept. %1", "", n),
            NoticeKind.NOTHING_FETCHED: self.tr("%n things it wanted from elsewhere were not fetched.", "", n),
            NoticeKind.NEEDS_OCR: self.tr("%n pages are pictures without text: they need OCR.", "", n),
            NoticeKind.VISUAL_ORDER: self.tr("%n lines are stored as they are drawn. %1", "", n),
            NoticeKind.PRESENTATION_FORMS: self.tr("%n letters are stored as shapes. %1", "", n),
            NoticeKind.REJOINED: self.tr("%n hard-wrapped lines were joined.", "", n),
        }


def notice_sentence(notice: Notice) -> str:
    """The notice as one sentence."""
    return Notices().sentence(notice)
