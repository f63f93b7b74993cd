# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya backup`` and ``hashiya doctor``: proven copies, and what is wrong with the library or the installation."""

from __future__ import annotations

import importlib.util
import platform
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from reader import __version__
from reader.cli.cells import visible
from reader.cli.output import say, write, write_json
from reader.errors import LibraryError, LibraryMissing, ResourceMissing
from reader.resources import resource
from reader.store import CheckReport, Library
from reader.workspace.own_library import own_library_path

_PARTS = ("PySide6-Essentials", "python-bidi", "arabic-reshaper", "sqlite-utils", "click")
_RESOURCES = ("tagsets/default.json", "themes/light.toml", "gazetteers")
_COLUMNS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at: ``is_fine`` says whether it is as it should be."""

    about: str
    is_fine: bool
    says: str


def back_up(library_path: Path | None, out: Path, *, as_json: bool) -> None:
    """Copy the library and check the copy before it takes its name.

    Raises:
        LibraryError: BackupFailed among them; an older backup at ``out`` is then as it was.
    """
    with Library.open(library_path or own_library_path(), create=False, read_only=True) as library:
        library.backup_to(out)
        documents, path = library.documents.count(), library.path
    if as_json:
        write_json({"library": str(path), "backup": str(out), "bytes": out.stat().st_size, "documents": documents})
    else:
        say(f"{out}: the library was copied and the copy checked.")


def examine(library_path: Path | None, *, as_json: bool) -> int:
    """Look at the installation and the library; 0 when all is well, else 1.

    Raises:
        LibraryMissing: when a library was named that is not there.
    """
    report, library_findings = _library(library_path)
    findings = [*_installation(), *library_findings]
    if as_json:
        write_json(_as_fields(report, findings))
    else:
        for each in findings:
            write(f"{'ok ' if each.is_fine else 'BAD'}  {each.about:<{_COLUMNS}}  {visible(each.says)}")
    return 0 if all(each.is_fine for each in findings) else 1


def _installation() -> Iterator[Finding]:
    yield Finding(about="hashiya", is_fine=True, says=f"{__version__}, Python {platform.python_version()}")
    for part in _PARTS:
        yield _part(part)
    yield _window()
    for name in _RESOURCES:
        try:
            yield Finding(about="resource", is_fine=True, says=str(resource(name)))
        except ResourceMissing as error:
            yield Finding(about="resource", is_fine=False, says=str(error))


def _window() -> Finding:
    """Whether the window could be made: Qt needs libraries of the system that no Python package brings."""
    command = [sys.executable, "-c", "import PySide6.QtWidgets"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode == 0:
        return Finding(about="window", is_fine=True, says="Qt and the libraries it needs are there")
    reason = (done.stderr.strip().splitlines() or ["unknown"])[-1]
    return Finding(about="window", is_fine=False, says=f"{reason}. `./packaging/run` installs what is missing.")


def _part(name: str) -> Finding:
    try:
        return Finding(about=_last_word(name), is_fine=True, says=f"{name} {metadata.version(name)}")
    except metadata.PackageNotFoundError:
        pass
    is_there = name == "PySide6-Essentials" and importlib.util.find_spec("PySide6") is not None
    says = f"{name} of unknown version" if is_there else f"{name} is not installed"
    return Finding(about=_last_word(name), is_fine=is_there, says=says)


def _last_word(name: str) -> str:
    return name.partition("-")[0] if name.startswith("PySide6") else name


def _library(path: Path | None) -> tuple[CheckReport | None, list[Finding]]:
    try:
        with Library.open(path or own_library_path(), create=False, read_only=True) as library:
            report = library.check()
    except LibraryMissing as error:
        if path is not None:
            raise
        return None, [Finding(about="library", is_fine=True, says=f"{error.path}: none yet")]
    except LibraryError as error:
        return None, [Finding(about="library", is_fine=False, says=str(error))]
    if report.is_whole:
        return report, [Finding(about="library", is_fine=True, says=_in_words(report))]
    return report, [Finding(about="library", is_fine=False, says=f"{report.path}: {each}") for each in report.problems]


def _in_words(report: CheckReport) -> str:
    counts = dict(report.counts)
    held = ", ".join(f"{counts.get(name, 0)} {name}" for name in ("documents", "annotations", "relations"))
    return f"{report.path}: {held}; form {report.form}, journal {report.journal}, SQLite {report.sqlite_version}"


def _as_fields(report: CheckReport | None, findings: list[Finding]) -> dict[str, object]:
    library = None
    if report is not None:
        library = {
            "path": str(report.path),
            "problems": list(report.problems),
            "counts": dict(report.counts),
            "form": report.form,
            "journal": report.journal,
            "sqlite": report.sqlite_version,
        }
    checks = [{"about": each.about, "fine": each.is_fine, "says": each.says} for each in findings]
    return {
        "fine": all(each.is_fine for each in findings),
        "version": __version__,
        "library": library,
        "checks": checks,
    }
