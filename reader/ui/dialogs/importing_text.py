# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of an import and of its report."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale, QObject

from reader.errors import Cancelled
from reader.ui.import_messages import notice_sentence, shown_name
from reader.ui.messages import sentence_for
from reader.ui.models.sentences import filled, isolated, on_one_line
from reader.workspace.importing_report import ImportedPart, ImportReport, Outcome

translate = QCoreApplication.translate

_HEADINGS = {
    Outcome.SKIPPED: QT_TRANSLATE_NOOP("ImportReport", "Not imported (%1)"),
    Outcome.IMPORTED: QT_TRANSLATE_NOOP("ImportReport", "Imported (%1)"),
    Outcome.UPDATED: QT_TRANSLATE_NOOP("ImportReport", "Brought up to date (%1)"),
    Outcome.ALREADY_THERE: QT_TRANSLATE_NOOP("ImportReport", "Already in the library (%1)"),
}


def heading(outcome: Outcome, count: int) -> str:
    """The heading of one part of the report."""
    return translate("ImportReport", str(_HEADINGS[outcome])).replace("%1", QLocale().toString(count))


class ImportReportWords(QObject):
    """Gives what came of an import words; an object, for only those can count in six forms."""

    def headline(self, report: ImportReport | None, counts: Mapping[Outcome, int]) -> str:
        """What has come of it so far, or in the end."""
        imported, updated = counts[Outcome.IMPORTED], counts[Outcome.UPDATED]
        there, skipped = counts[Outcome.ALREADY_THERE], counts[Outcome.SKIPPED]
        if report is None:
            return self.tr("Importing… %n documents so far.", "", imported)
        told = [self.tr("%n documents imported.", "", imported)]
        if updated:
            told.append(self.tr("%n were brought up to date.", "", updated))
        if there:
            told.append(self.tr("%n were in the library already.", "", there))
        if skipped:
            told.append(self.tr("%n files were not imported.", "", skipped))
        if report.was_stopped:
            told.append(self.tr("The import was stopped; the rest was not looked at."))
        return " ".join(told)

    def comments(self, count: int) -> str:
        return self.tr("%n comments can be taken as notes.", "", count)


def headline(report: ImportReport | None, counts: Mapping[Outcome, int]) -> str:
    """What has come of an import so far, or in the end."""
    return ImportReportWords().headline(report, counts)


def name_of(part: ImportedPart) -> str:
    """The document's title, or the name of the file that made none."""
    return on_one_line(part.title, 120) if part.title and part.failure is None else shown_name(part.path)


def about(part: ImportedPart) -> str:
    """What became of it, in sentences."""
    error = part.error
    if error is not None:
        return translate("ImportReport", "Stopped.") if isinstance(error, Cancelled) else sentence_for(error)
    told = [notice_sentence(notice) for notice in part.notices]
    if part.comments:
        told.append(ImportReportWords().comments(part.comments))
    where = isolated(shown_name(part.path))
    if part.part:
        where = filled(translate("ImportReport", "%1, part %2"), shown_name(part.path), shown_name(part.part))
    return " · ".join([where, *told])


def report_text(report: ImportReport) -> str:
    """The whole report as plain text, for the clipboard and for files."""
    counts = {outcome: report.count(outcome) for outcome in Outcome}
    lines = [headline(report, counts)]
    for outcome in (Outcome.SKIPPED, Outcome.IMPORTED, Outcome.UPDATED, Outcome.ALREADY_THERE):
        parts = [part for part in report.parts if part.outcome is outcome]
        if parts:
            lines += ["", heading(outcome, len(parts))]
            lines += [f"- {name_of(part)} — {about(part)}" for part in parts]
    return "\n".join(lines) + "\n"
