# SPDX-License-Identifier: GPL-3.0-or-later
"""What an import tells, in English sentences for the command line and for reports that are saved."""

from __future__ import annotations

from reader.importers.extracted import Notice, NoticeKind
from reader.importers.repairing import DONE, OFFERED

_SENTENCES = {
    NoticeKind.MISLABELLED: "its name ends in “{detail}”, but the content is of another kind and was read as that",
    NoticeKind.BAD_CHARACTERS: "{count} characters that no text can hold were left out or replaced",
    NoticeKind.BAD_BYTES: "{count} places are not {detail} and became �; if it is many, name the encoding",
    NoticeKind.DAMAGED: "the file is damaged, so the text may be wrong or incomplete ({detail})",
    NoticeKind.INCOMPLETE: "the file ends in the middle; what there was is imported",
    NoticeKind.CUT_SHORT: "something was too large and was cut ({detail})",
    NoticeKind.SKIPPED_ROWS: "{count} rows could not be read, the first of them {detail}",
    NoticeKind.EMPTY_ROWS: "{count} rows hold no text",
    NoticeKind.SKIPPED_MEMBERS: "{count} files in it were left out: {detail}",
    NoticeKind.TRACKED_CHANGES: "{count} tracked changes were accepted",
    NoticeKind.COMMENTS: "{count} comments can be taken as notes",
    NoticeKind.DROPPED_IMAGES: "{count} pictures are not kept",
    NoticeKind.DROPPED_FRAMES: "{count} frames, scripts or embedded things are not kept",
    NoticeKind.DROPPED_PARTS: "{count} parts are not kept: {detail}",
    NoticeKind.NOTHING_FETCHED: "{count} things it wanted from elsewhere were not fetched",
    NoticeKind.WHOLE_PAGE: "no article was found in the page, so all of it was taken",
    NoticeKind.NEEDS_OCR: "{count} pages are pictures without text: they need OCR, which Hashiya does not do",
    NoticeKind.LOW_QUALITY: "the text was extracted with likely errors ({detail}); compare it with the file",
    NoticeKind.VISUAL_ORDER: "{count} lines stand in visual order ({detail})",
    NoticeKind.PRESENTATION_FORMS: "{count} letters are stored as presentation forms ({detail})",
    NoticeKind.REJOINED: "{count} hard-wrapped lines were joined",
    NoticeKind.TOO_LONG_TO_COMPARE: "the text has changed and is too long to be compared, so it is a document of"
    " its own; export the tags of the one before (hashiya export) and import them (hashiya import-annotations)",
}

_SHARES = (NoticeKind.DAMAGED, NoticeKind.LOW_QUALITY)
_DETAILS = {
    OFFERED: "`hashiya repair` or `import --repair` puts that right",
    DONE: "repaired, and the original kept as an earlier version",
}


def said(notice: Notice) -> str:
    """The notice as a sentence without its full stop."""
    detail = _DETAILS.get(notice.detail, notice.detail)
    if notice.kind in _SHARES and notice.count:
        return f"at least {notice.count}% of the words are wrong: {detail}"
    sentence = _SENTENCES[notice.kind].format(count=f"{notice.count:,}", detail=detail)
    return sentence.removesuffix(" ()").removesuffix(": ").removesuffix(", the first of them ")
