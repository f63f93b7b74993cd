# SPDX-License-Identifier: GPL-3.0-or-later
"""Subtitles (SubRip and WebVTT): what is said, one cue a paragraph, with its times."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from reader.errors import Cancelled, FileDamaged, NoText
from reader.importers.decoding import read_text
from reader.importers.extracted import Cancelled as Asked
from reader.importers.extracted import Extracted, NoticeKind, Options, Progress
from reader.importers.text_builder import LINE_ENDS, TextBuilder
from reader.model.structure import BlockKind

LARGEST_BYTES = 64 << 20
_TIME = r"(?:\d{1,4}:)?\d{1,2}:\d{1,2}[,.]\d{1,3}"
_TIMES = re.compile(rf"[ \t]*({_TIME})[ \t]*-->[ \t]*({_TIME})(?:[ \t].*)?")
_MARKUP = re.compile(r"</?[A-Za-z0-9][^<>\n]{0,200}>|\{\\[^{}\n]{0,100}\}")
_VTT_BLOCKS = ("NOTE", "STYLE", "REGION")


def extract(path: Path, options: Options, progress: Progress, cancelled: Asked) -> Iterator[Extracted]:
    """The cues of the file in their order; the lines of one cue stay lines of one paragraph.

    Source: the SubRip format as players read it; WebVTT: The Web Video Text Tracks Format (W3C), section 4.

    Raises:
        Cancelled, FileError, EncodingUnknown.
        FileDamaged: when there is not one line of times in it. NoText: when no cue says anything.
    """
    decoded = read_text(path, options.encoding, LARGEST_BYTES)
    builder = TextBuilder()
    for notice in decoded.notices:
        builder.notice(notice.kind, notice.count, notice.detail)
    lines = LINE_ENDS.sub("\n", decoded.text).split("\n")
    cues = 0
    for done, (times, said) in _cues(lines):
        if cues % 500 == 0:
            if cancelled():
                raise Cancelled
            progress(done, len(lines))
        cues += 1
        builder.paragraph(_plain(said), kind=BlockKind.CUE, label=times)
    if not cues:
        raise FileDamaged(path, "no times of subtitles are in it")
    if builder.is_blank:
        raise NoText(path, "its subtitles are empty")
    if _TIMES.fullmatch(next(filter(None, reversed(lines)))):
        builder.notice(NoticeKind.INCOMPLETE)
    yield builder.finish(encoding=decoded.encoding, title=_vtt_title(lines[0]))


def _cues(lines: list[str]) -> Iterator[tuple[int, tuple[str, list[str]]]]:
    """``(line, (times, lines said))`` of each cue: what stands between a line of times and the next number or times."""
    place = 0
    while place < len(lines):
        times = _TIMES.fullmatch(lines[place])
        if times is None:
            place += 1
            continue
        start = place = place + 1
        while place < len(lines) and lines[place].strip() and not _begins_cue(lines, place):
            place += 1
        yield place, (f"{times[1]} --> {times[2]}", lines[start:place])


def _begins_cue(lines: list[str], place: int) -> bool:
    """A file whose blank lines were lost is still read: a number above times, or times themselves, begin a cue."""
    if _TIMES.fullmatch(lines[place]):
        return True
    return lines[place].strip().isdecimal() and place + 1 < len(lines) and bool(_TIMES.fullmatch(lines[place + 1]))


def _plain(lines: list[str]) -> str:
    return "\n".join(html.unescape(_MARKUP.sub("", line)).strip() for line in lines)


def _vtt_title(first: str) -> str:
    """What stands behind WEBVTT on the first line."""
    return first[len("WEBVTT") :].strip(" \t-\ufeff") if first.lstrip("\ufeff").startswith("WEBVTT") else ""
