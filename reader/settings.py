# SPDX-License-Identifier: GPL-3.0-or-later
"""What the user can set: each setting declared once, kept as JSON in the platform's folder for settings."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Generic, TypeVar, cast

FOLDER_VARIABLE = "HASHIYA_CONFIG_DIR"
"""Environment variable that names another folder for the settings."""

CACHE_VARIABLE = "HASHIYA_CACHE_DIR"
"""Environment variable that names another folder for what can be made anew."""

REMEMBERED_PLACES = 200
REMEMBERED_FILES = 10

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
T = TypeVar("T", bool, int, float, str, list[str], dict[str, int])


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting(Generic[T]):
    """One thing that can be set. ``choices`` or ``lowest``…``highest`` (both included) bound what it can be."""

    name: str
    default: T
    meaning: str
    choices: tuple[T, ...] = ()
    lowest: float | None = None
    highest: float | None = None

    def accepts(self, value: object) -> bool:
        """Whether ``value`` has the type and range of the setting."""
        if isinstance(self.default, float):
            fits = isinstance(value, int | float) and not isinstance(value, bool)
        else:
            fits = type(value) is type(self.default)
        return fits and self._holds_right_items(value) and self._in_range(value)

    def _holds_right_items(self, value: object) -> bool:
        if isinstance(value, list):
            return all(isinstance(item, str) for item in value)
        if isinstance(value, dict):
            return all(isinstance(key, str) and type(item) is int for key, item in value.items())
        return True

    def _in_range(self, value: object) -> bool:
        if self.choices and value not in self.choices:
            return False
        if not isinstance(value, int | float):
            return True
        return (self.lowest is None or value >= self.lowest) and (self.highest is None or value <= self.highest)


THEME: Final = Setting(
    name="theme", default="light", choices=("light", "sepia", "dark"), meaning="Colours of page and window."
)
LANGUAGE: Final = Setting(
    name="language",
    default="",
    choices=("", "ar", "en"),
    meaning="Language of the interface; empty: that of the system where we have it, else English.",
)
TEXT_SIZE_PX: Final = Setting(
    name="text_size_px", default=24, lowest=10, highest=96, meaning="Size of the running text on the page, in pixels."
)
LINE_HEIGHT: Final = Setting(
    name="line_height", default=1.18, lowest=0.8, highest=3.0, meaning="Distance of lines, as a multiple of the face's."
)
MEASURE_EM: Final = Setting(
    name="measure_em", default=31.0, lowest=12.0, highest=120.0, meaning="Longest line on the page, in text sizes."
)
JUSTIFIED: Final = Setting(name="justified", default=True, meaning="Lines fill the measure from edge to edge.")
HIDDEN_MARKS: Final = Setting(
    name="hidden_marks",
    default="suspicious",
    choices=("suspicious", "all", "none"),
    meaning="Which characters that cannot be seen are flagged on the page: those that could deceive, all, or none.",
)
TASHKEEL: Final = Setting(
    name="tashkeel",
    default="printed",
    choices=("printed", "hidden", "generated"),
    meaning="Which vowel signs the page shows: those of the text, none, or those of the text and others made for it.",
)
CITATION: Final = Setting(
    name="citation",
    default="",
    meaning="How words are cited when they are copied with their source, as “{quote}” — {title}[, p. {page}]; "
    "also {author}, {paragraph}, {date}, {source}. What stands in brackets is left out where it names nothing known. "
    "Empty: as is usual in the language of the interface.",
)
SIDEBAR_SHOWN: Final = Setting(name="sidebar_shown", default=True, meaning="Whether the sidebar is open.")
SIDEBAR_WIDTH_PX: Final = Setting(
    name="sidebar_width_px", default=320, lowest=180, highest=900, meaning="Width of the sidebar, in pixels."
)
SUGGESTIONS_SHOWN: Final = Setting(
    name="suggestions_shown", default=True, meaning="Whether suggestions are drawn on the page."
)
SUGGESTION_THRESHOLD: Final = Setting(
    name="suggestion_threshold",
    default=0.55,
    lowest=0.0,
    highest=1.0,
    meaning="Suggestions less sure than this are hidden.",
)
SUGGESTION_ORDER: Final = Setting(
    name="suggestion_order",
    default="names",
    choices=("text", "names", "confidence", "usefulness"),
    meaning="How the list of suggestions is ordered.",
)
STAGES_OFF: Final[Setting[list[str]]] = Setting(
    name="stages_off", default=[], meaning="Stages of recognition that are left out."
)
LEARNING: Final = Setting(
    name="learning", default=True, meaning="Whether suggestions are learned from what is tagged and decided."
)
NEURAL: Final = Setting(name="neural", default=False, meaning="Whether a neural model looks for names as well.")
NEURAL_FOLDER: Final = Setting(name="neural_folder", default="", meaning="Folder with the neural model; full path.")
NEURAL_TAGS: Final[Setting[list[str]]] = Setting(
    name="neural_tags",
    default=[],
    meaning="What each kind that the model tells apart is, as “kind=tag id”; without a tag it is left out.",
)
NEURAL_THRESHOLD: Final = Setting(
    name="neural_threshold",
    default=0.5,
    lowest=0.05,
    highest=1.0,
    meaning="What the neural model is less sure of is dropped.",
)
NEURAL_THREADS: Final = Setting(
    name="neural_threads", default=2, lowest=1, highest=64, meaning="How many threads the neural model may use."
)
WINDOW_WIDTH_PX: Final = Setting(
    name="window_width_px", default=1180, lowest=320, highest=20_000, meaning="Width of the window when last closed."
)
WINDOW_HEIGHT_PX: Final = Setting(
    name="window_height_px", default=860, lowest=240, highest=20_000, meaning="Height of the window when last closed."
)
RECENT_FILES: Final[Setting[list[str]]] = Setting(
    name="recent_files", default=[], meaning="Files opened last, newest first; full paths."
)
LAST_DOCUMENT: Final = Setting(name="last_document", default="", meaning="Id of the document that was open last.")
PLACES: Final[Setting[dict[str, int]]] = Setting(
    name="places", default={}, meaning="Reading position of each document read last: id to code point."
)
GLOSS_ON_HOVER: Final = Setting(
    name="gloss_on_hover", default=True, meaning="Whether a word is explained where the pointer rests."
)
GLOSS_DELAY_MS: Final = Setting(
    name="gloss_delay_ms",
    default=350,
    lowest=0,
    highest=5000,
    meaning="How long the pointer rests before, in milliseconds.",
)
GLOSS_MODIFIER: Final = Setting(
    name="gloss_modifier",
    default="",
    choices=("", "ctrl", "alt", "shift"),
    meaning="Key that has to be held for a word under the pointer to be explained, beside resting; empty: none.",
)
GLOSS_ON_CLICK: Final = Setting(name="gloss_on_click", default=False, meaning="Whether a click on a word explains it.")
GLOSS_BY_KEY: Final = Setting(
    name="gloss_by_key", default=True, meaning="Whether the key Ctrl+D explains the word at the caret."
)
TERMS_SHOWN: Final = Setting(
    name="terms_shown", default=True, meaning="Whether terms of the term bases are underlined on the page."
)
LEARNING_WORDS_SHOWN: Final = Setting(
    name="learning_words_shown", default=True, meaning="Whether words that are being learned are marked on the page."
)
NEW_WORDS_SHOWN: Final = Setting(
    name="new_words_shown", default=False, meaning="Whether words that are new to the reader are marked on the page."
)
AUTHOR: Final = Setting(
    name="author", default="", meaning="Name written into annotations; empty: the name of the system's user."
)

EXPORT_FORMAT: Final = Setting(name="export_format", default="json", meaning="Format chosen last for an export.")
EXPORT_FOLDER: Final = Setting(
    name="export_folder", default="", meaning="Folder that exports were written to last; empty: that of the text."
)
EXPORT_SUGGESTIONS: Final = Setting(
    name="export_suggestions", default=False, meaning="Whether suggestions nobody has decided about are exported too."
)
EXPORT_LEAST: Final = Setting(
    name="export_least",
    default=0.8,
    lowest=0.0,
    highest=1.0,
    meaning="Suggestions less sure than this are not exported.",
)

ENTITY_LINKING: Final = Setting(
    name="entity_linking",
    default="offer",
    choices=("off", "offer", "link"),
    meaning="When words are tagged that are the name of one entity: nothing, an offer to link them, or the link.",
)

SETTINGS: Final[
    tuple[
        Setting[bool] | Setting[int] | Setting[float] | Setting[str] | Setting[list[str]] | Setting[dict[str, int]], ...
    ]
] = (
    THEME,
    LANGUAGE,
    TEXT_SIZE_PX,
    LINE_HEIGHT,
    MEASURE_EM,
    JUSTIFIED,
    HIDDEN_MARKS,
    CITATION,
    TASHKEEL,
    SIDEBAR_SHOWN,
    SIDEBAR_WIDTH_PX,
    SUGGESTIONS_SHOWN,
    SUGGESTION_THRESHOLD,
    STAGES_OFF,
    LEARNING,
    NEURAL,
    NEURAL_FOLDER,
    NEURAL_TAGS,
    NEURAL_THRESHOLD,
    NEURAL_THREADS,
    SUGGESTION_ORDER,
    ENTITY_LINKING,
    WINDOW_WIDTH_PX,
    WINDOW_HEIGHT_PX,
    RECENT_FILES,
    LAST_DOCUMENT,
    PLACES,
    GLOSS_ON_HOVER,
    GLOSS_DELAY_MS,
    GLOSS_MODIFIER,
    GLOSS_ON_CLICK,
    GLOSS_BY_KEY,
    TERMS_SHOWN,
    LEARNING_WORDS_SHOWN,
    NEW_WORDS_SHOWN,
    AUTHOR,
    EXPORT_FORMAT,
    EXPORT_FOLDER,
    EXPORT_SUGGESTIONS,
    EXPORT_LEAST,
)


def settings_path() -> Path:
    """Where the settings lie; ``HASHIYA_CONFIG_DIR`` names another folder."""
    if folder := os.environ.get(FOLDER_VARIABLE):
        return Path(folder) / "settings.json"
    from platformdirs import user_config_path  # noqa: PLC0415 - not needed with the variable set

    return user_config_path("hashiya", appauthor=False) / "settings.json"


def cache_folder() -> Path:
    """Where lies what can be made anew at any time; ``HASHIYA_CACHE_DIR`` names another folder."""
    if folder := os.environ.get(CACHE_VARIABLE):
        return Path(folder)
    from platformdirs import user_cache_path  # noqa: PLC0415 - not needed with the variable set

    return user_cache_path("hashiya", appauthor=False)


class Settings:
    """What is set now. ``problem`` says in English what was wrong with the file, "" when nothing was.

    Values the file has and this version does not know are kept as they are, for a newer version wrote them.
    """

    def __init__(self, path: Path, values: Mapping[str, Json] | None = None, problem: str = "") -> None:
        self.path = path
        self.problem = problem
        self._values: dict[str, Json] = dict(values or {})

    @classmethod
    def load(cls, path: Path) -> Settings:
        """The settings in the file; defaults where it is missing, damaged or out of range."""
        try:
            values = json.loads(path.read_text("utf-8"))
        except FileNotFoundError:
            return cls(path)
        except (OSError, ValueError) as error:
            return cls(path, problem=str(error))
        if not isinstance(values, dict):
            return cls(path, problem="not a JSON object")
        return cls(path, values, _unfit(values))

    def get(self, setting: Setting[T]) -> T:
        value = self._values.get(setting.name)
        return cast(T, value) if setting.accepts(value) else setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        """Change a setting; ``save`` writes it.

        Raises:
            ValueError: when the setting cannot be that.
        """
        if not setting.accepts(value):
            raise ValueError(f"{setting.name} cannot be {value!r}")
        self._values[setting.name] = cast(Json, value)

    def save(self, *, at_once: bool = True) -> None:
        """Write all to the file, whole or not at all; ``at_once`` waits until the disk has it.

        Raises:
            OSError: when the folder or the file cannot be written.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.path.with_name(f".settings-{os.getpid()}.json")
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(self._values, file, ensure_ascii=False, indent=2)
            file.flush()
            if at_once:
                os.fsync(file.fileno())
        fresh.replace(self.path)

    def remember_place(self, document_id: str, offset: int) -> None:
        """Keep where the document is being read; the places of those read longest ago are forgotten."""
        places = {key: value for key, value in self.get(PLACES).items() if key != document_id}
        places[document_id] = offset
        self.set(PLACES, dict(list(places.items())[-REMEMBERED_PLACES:]))

    def remember_file(self, path: Path) -> None:
        """Put a file on top of the recent ones."""
        others = [name for name in self.get(RECENT_FILES) if name != str(path)]
        self.set(RECENT_FILES, [str(path), *others][:REMEMBERED_FILES])


def _unfit(values: Mapping[str, object]) -> str:
    bad: Iterable[str] = (s.name for s in SETTINGS if s.name in values and not s.accepts(values[s.name]))
    return ", ".join(bad)
