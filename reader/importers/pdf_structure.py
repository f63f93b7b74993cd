# SPDX-License-Identifier: GPL-3.0-or-later
"""What a PDF says of its own parts: bookmarks as headings or sections, names of pages, its title and date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reader.importers.pdf_file import OutlineEntry
from reader.importers.pdf_layout import Paragraph
from reader.model.structure import BlockKind
from reader.text import arabic
from reader.text.normalise import folded

_DATE = re.compile(r"D:(\d{4})(?:(\d{2})(\d{2})?)?")
_NO_TITLE = re.compile(
    r"untitled.*|microsoft word\b.*|.*\.(?:docx?|indd|qxd|rtf|tmp|odt|pdf|html?|pptx?)", re.IGNORECASE
)
_LONGEST_TITLE = 300
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A bookmark that no paragraph bears: it begins before paragraph ``before``."""

    title: str
    level: int
    before: int


def with_outline(
    paragraphs: Sequence[Paragraph], outline: Sequence[OutlineEntry]
) -> tuple[list[Paragraph], list[Section]]:
    """The paragraphs with bookmarks as headings where they stand, and sections for the other bookmarks."""
    found = list(paragraphs)
    sections: list[Section] = []
    by_page: dict[int, list[int]] = {}
    for number, one in enumerate(found):
        by_page.setdefault(one.page, []).append(number)
    for entry in outline:
        at = _bearer(found, by_page.get(entry.page, []), entry)
        if at is None:
            sections.append(Section(title=entry.title, level=entry.level, before=_place(found, by_page, entry)))
        elif found[at].kind is not BlockKind.TITLE:
            found[at] = replace(found[at], kind=BlockKind.HEADING, level=min(entry.level, 6))
    return found, sections


def _key(text: str) -> str:
    return _SPACES.sub(" ", folded(text)).strip()


def _bearer(paragraphs: Sequence[Paragraph], numbers: Sequence[int], entry: OutlineEntry) -> int | None:
    wanted = _key(entry.title)
    for number in numbers:
        one = paragraphs[number]
        if len(one.text) <= 2 * len(entry.title) + 20 and wanted and wanted in _key(one.text):
            return number
    return None


def _place(paragraphs: Sequence[Paragraph], by_page: Mapping[int, list[int]], entry: OutlineEntry) -> int:
    """The first paragraph on the bookmark's page that is not above it; else the next one."""
    for number in by_page.get(entry.page, ()):
        if entry.top is None or paragraphs[number].top <= entry.top:
            return number
    return next((number for number, one in enumerate(paragraphs) if one.page > entry.page), len(paragraphs))


def page_labels(told: Sequence[str], printed: Mapping[int, str]) -> list[str]:
    """What each page is called: as the file says, else as the pages show (if they count on), else by number from 1."""
    if any(told):
        return [label or str(number) for number, label in enumerate(told, 1)]
    shown = {
        page: int(text.translate(arabic.TO_WESTERN_DIGITS))
        for page, text in printed.items()
        if text.strip().isdecimal()
    }
    steps = Counter(number - page for page, number in shown.items())
    if steps:
        step, pages = steps.most_common(1)[0]
        if pages >= 3 and pages * 2 > len(told) and step > 0:
            return [str(page + step) for page in range(len(told))]
    return [str(number) for number in range(1, len(told) + 1)]


def title_of(told: str, paragraphs: Sequence[Paragraph]) -> str:
    """The title that stands in the text, else the one the file gives, unless that is the name of another file."""
    shown = next((one.text for one in paragraphs if one.kind is BlockKind.TITLE), "")
    if 0 < len(shown) <= _LONGEST_TITLE:
        return shown
    return "" if _NO_TITLE.fullmatch(told) or len(told) < 3 else told[:_LONGEST_TITLE]


def iso_date_of(told: str) -> str:
    """A date of PDF as ISO 8601; empty for anything else. Source: ISO 32000-2, 7.9.4."""
    found = _DATE.match(told)
    return "-".join(part for part in found.groups() if part) if found else ""
