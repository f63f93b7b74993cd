# SPDX-License-Identifier: GPL-3.0-or-later
"""What the dialog of preferences shows of the settings, page by page, as a table of data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from reader import settings as names
from reader.model.recognition import STAGES
from reader.settings import Setting


class Control(StrEnum):
    """How a setting is set, where its type leaves a choice."""

    USUAL = "usual"
    SHARE = "share"
    """A slider for a part of one, told in per cent."""
    SWITCHES = "switches"
    """A list of what is off, as one box for each that is on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A setting in the dialog; all texts are English source texts.

    ``choices`` name the values of a setting that has some, or the items of a list. ``unit`` stands behind a number.
    """

    setting: Setting[Any]
    label: str
    hint: str = ""
    control: Control = Control.USUAL
    choices: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""
    step: float = 1.0


def _row(setting: Setting[Any], label: object, hint: object = "", **others: Any) -> Row:
    """A row; the texts are str, which the stubs of ``QT_TRANSLATE_NOOP`` do not say (PySide6 6.11)."""
    return Row(setting=setting, label=str(label), hint=str(hint), **others)


PAGES: Mapping[str, str] = {
    "reading": str(QT_TRANSLATE_NOOP("Preferences", "Reading")),
    "words": str(QT_TRANSLATE_NOOP("Preferences", "Words")),
    "suggestions": str(QT_TRANSLATE_NOOP("Preferences", "Recognition")),
    "neural": str(QT_TRANSLATE_NOOP("Preferences", "Neural model")),
    "names": str(QT_TRANSLATE_NOOP("Preferences", "Name lists")),
}
"""The pages in order: id and title."""

READING = (
    _row(
        names.LANGUAGE,
        QT_TRANSLATE_NOOP("Preferences", "Language"),
        choices={"": str(QT_TRANSLATE_NOOP("Preferences", "As the system")), "ar": "العربية", "en": "English"},
    ),
    _row(
        names.THEME,
        QT_TRANSLATE_NOOP("Preferences", "Colours"),
        choices={
            "light": str(QT_TRANSLATE_NOOP("Preferences", "Light")),
            "sepia": str(QT_TRANSLATE_NOOP("Preferences", "Sepia")),
            "dark": str(QT_TRANSLATE_NOOP("Preferences", "Dark")),
        },
    ),
    _row(names.TEXT_SIZE_PX, QT_TRANSLATE_NOOP("Preferences", "Size of the text"), unit="px"),
    _row(
        names.LINE_HEIGHT,
        QT_TRANSLATE_NOOP("Preferences", "Distance of lines"),
        QT_TRANSLATE_NOOP("Preferences", "1 is what the typeface asks for."),
        step=0.02,
    ),
    _row(
        names.MEASURE_EM,
        QT_TRANSLATE_NOOP("Preferences", "Length of lines"),
        QT_TRANSLATE_NOOP("Preferences", "The longest line, counted in sizes of the text."),
        unit="em",
    ),
    _row(names.JUSTIFIED, QT_TRANSLATE_NOOP("Preferences", "Justified lines")),
    _row(
        names.HIDDEN_MARKS,
        QT_TRANSLATE_NOOP("Preferences", "Flag unseen characters"),
        QT_TRANSLATE_NOOP("Preferences", "Controls of direction and the like can make a text look other than it is."),
        choices={
            "suspicious": str(QT_TRANSLATE_NOOP("Preferences", "Where they could deceive")),
            "all": str(QT_TRANSLATE_NOOP("Preferences", "Everywhere")),
            "none": str(QT_TRANSLATE_NOOP("Preferences", "Never")),
        },
    ),
    _row(
        names.TASHKEEL,
        QT_TRANSLATE_NOOP("Preferences", "Vowel signs"),
        QT_TRANSLATE_NOOP("Preferences", "The text itself is never changed, nor what is copied."),
        choices={
            "printed": str(QT_TRANSLATE_NOOP("Preferences", "As printed")),
            "hidden": str(QT_TRANSLATE_NOOP("Preferences", "Hidden")),
            "generated": str(QT_TRANSLATE_NOOP("Preferences", "Others made by machine, in colour")),
        },
    ),
    _row(
        names.CITATION,
        QT_TRANSLATE_NOOP("Preferences", "Copy with citation as"),
        QT_TRANSLATE_NOOP(
            "Preferences",
            "Names: {quote} {title} {author} {page} {paragraph} {date} {source}. "
            "[…] is left out where it names nothing known. Empty: as is usual in this language.",
        ),
    ),
)

WORDS = (
    _row(
        names.GLOSS_ON_HOVER,
        QT_TRANSLATE_NOOP("Preferences", "Explain a word where the pointer rests"),
    ),
    _row(
        names.GLOSS_DELAY_MS,
        QT_TRANSLATE_NOOP("Preferences", "It rests for"),
        QT_TRANSLATE_NOOP("Preferences", "A pointer that only passes explains nothing."),
        unit="ms",
        step=50,
    ),
    _row(
        names.GLOSS_MODIFIER,
        QT_TRANSLATE_NOOP("Preferences", "Explain while this key is held"),
        QT_TRANSLATE_NOOP("Preferences", "Also where resting alone explains nothing."),
        choices={
            "": str(QT_TRANSLATE_NOOP("Preferences", "None")),
            "ctrl": "Ctrl",
            "alt": "Alt",
            "shift": str(QT_TRANSLATE_NOOP("Preferences", "Shift")),
        },
    ),
    _row(names.GLOSS_ON_CLICK, QT_TRANSLATE_NOOP("Preferences", "Explain a word that is clicked")),
    _row(
        names.GLOSS_BY_KEY,
        QT_TRANSLATE_NOOP("Preferences", "Explain the word at the caret with Ctrl+D"),
        QT_TRANSLATE_NOOP("Preferences", "The menu explains it in any case."),
    ),
    _row(names.TERMS_SHOWN, QT_TRANSLATE_NOOP("Preferences", "Underline terms of the term bases")),
    _row(names.LEARNING_WORDS_SHOWN, QT_TRANSLATE_NOOP("Preferences", "Mark words that I am learning")),
    _row(names.NEW_WORDS_SHOWN, QT_TRANSLATE_NOOP("Preferences", "Mark words that are new to me")),
)

SUGGESTIONS = (
    _row(names.SUGGESTIONS_SHOWN, QT_TRANSLATE_NOOP("Preferences", "Show suggestions on the page")),
    _row(
        names.SUGGESTION_THRESHOLD,
        QT_TRANSLATE_NOOP("Preferences", "Hide what is less sure than"),
        QT_TRANSLATE_NOOP("Preferences", "Hidden suggestions are kept and come back when this is lowered."),
        control=Control.SHARE,
    ),
    _row(
        names.LEARNING,
        QT_TRANSLATE_NOOP("Preferences", "Learn from what I tag, accept and reject"),
        QT_TRANSLATE_NOOP("Preferences", "What is learned stays in the library and leaves this machine only with it."),
    ),
    _row(
        names.STAGES_OFF,
        QT_TRANSLATE_NOOP("Preferences", "Look for"),
        control=Control.SWITCHES,
        choices=dict(
            zip(
                STAGES,
                map(
                    str,
                    (
                        QT_TRANSLATE_NOOP("Preferences", "Dates and times"),
                        QT_TRANSLATE_NOOP("Preferences", "Numbers, money and measures"),
                        QT_TRANSLATE_NOOP("Preferences", "Known places, bodies and events"),
                        QT_TRANSLATE_NOOP("Preferences", "Organisations by their first word"),
                        QT_TRANSLATE_NOOP("Preferences", "Events by their first word"),
                        QT_TRANSLATE_NOOP("Preferences", "Offices and roles"),
                        QT_TRANSLATE_NOOP("Preferences", "People by given name or title"),
                        QT_TRANSLATE_NOOP("Preferences", "Works and slogans in quotation marks"),
                        QT_TRANSLATE_NOOP("Preferences", "Names that the trained tagger sees"),
                        QT_TRANSLATE_NOOP("Preferences", "Surnames and short forms of names met before"),
                    ),
                ),
                strict=True,
            )
        ),
    ),
)

NEURAL = (
    _row(
        names.NEURAL_THRESHOLD,
        QT_TRANSLATE_NOOP("Preferences", "Drop what the model is less sure of than"),
        control=Control.SHARE,
    ),
    _row(
        names.NEURAL_THREADS,
        QT_TRANSLATE_NOOP("Preferences", "Threads it may use"),
        QT_TRANSLATE_NOOP("Preferences", "More is faster and leaves less of the machine to other programs."),
    ),
)
