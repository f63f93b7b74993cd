# SPDX-License-Identifier: GPL-3.0-or-later
"""Asking for files and folders to import, and where a report is to be saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from reader.importers.registry import FORMATS, TEXT
from reader.ui.i18n import translate


def ask_for_files(window: QWidget, folder: Path) -> list[Path]:
    """The files the user chooses; none when they changed their mind."""
    title = translate("ImportingDesk", "Import files")
    names, _ = QFileDialog.getOpenFileNames(window, title, str(folder), file_filter())
    return [Path(name) for name in names]


def ask_for_folder(window: QWidget, folder: Path) -> list[Path]:
    """The folder the user chooses, alone; nothing when they changed their mind."""
    name = QFileDialog.getExistingDirectory(window, translate("ImportingDesk", "Import a folder"), str(folder))
    return [Path(name)] if name else []


def ask_where_to_save(window: QWidget) -> Path | None:
    """Where the report of an import is to be saved."""
    proposed = str(Path.home() / translate("ImportingDesk", "import-report.txt"))
    title, kind = translate("ImportingDesk", "Save the report"), translate("ImportingDesk", "Texts (*.txt)")
    name, _ = QFileDialog.getSaveFileName(window, title, proposed, kind)
    return Path(name) if name else None


def file_filter() -> str:
    """The filters of a file dialog: everything that can be imported, each kind, all files."""
    kinds = (
        (translate("ImportingDesk", "Everything Hashiya reads"), [one.id for one in FORMATS]),
        (translate("ImportingDesk", "Texts"), [TEXT, "markdown", "openiti"]),
        (translate("ImportingDesk", "Documents"), ["docx", "odt", "epub", "pdf"]),
        (translate("ImportingDesk", "Saved web pages"), ["html", "mhtml"]),
        (translate("ImportingDesk", "Tables of articles"), ["table", "json"]),
        (translate("ImportingDesk", "Subtitles"), ["subtitles"]),
        (translate("ImportingDesk", "Archives"), ["archive"]),
    )
    filters = [f"{name} ({' '.join('*' + suffix for suffix in suffixes_of(*ids))})" for name, ids in kinds]
    return ";;".join([*filters, translate("ImportingDesk", "All files (*)")])


def suffixes_of(*ids: str) -> list[str]:
    """The suffixes of these formats, in the order of the formats named."""
    return [suffix for wanted in ids for one in FORMATS if one.id == wanted for suffix in one.suffixes]
