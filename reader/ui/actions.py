# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything the user can do by menu or key, as one table, and the Qt actions made from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from reader.ui.action_state import (
    Condition,
    State,
    always,
    in_review,
    with_annotation,
    with_changeable,
    with_document,
    with_learnable,
    with_library_text,
    with_open_suggestions,
    with_suggestion,
    with_taggable,
    with_words,
)
from reader.ui.i18n import translate

__all__ = ["ACTIONS", "NESTED", "NESTED_BEFORE", "ActionEntry", "Actions", "Menu", "State"]

Keys = QKeySequence.StandardKey


class Menu(StrEnum):
    """The menus, in order; the value is the English title."""

    FILE = "&File"
    EDIT = "&Edit"
    DOCUMENT = "&Document"
    DIRECTION = "Pa&ragraph runs"
    TAG = "&Tag"
    SUGGESTIONS = "&Suggestions"
    SEVERAL = "Several at &once"
    EDGES = "Move an e&dge"
    WORDS = "&Words"
    KNOWING = "How &well it is known"
    VIEW = "&View"
    TASHKEEL = "&Vowel signs"
    HELP = "&Help"


MENU_TITLES = (
    QT_TRANSLATE_NOOP("Actions", "&File"),
    QT_TRANSLATE_NOOP("Actions", "&Edit"),
    QT_TRANSLATE_NOOP("Actions", "&Document"),
    QT_TRANSLATE_NOOP("Actions", "Pa&ragraph runs"),
    QT_TRANSLATE_NOOP("Actions", "&Tag"),
    QT_TRANSLATE_NOOP("Actions", "&Suggestions"),
    QT_TRANSLATE_NOOP("Actions", "Several at &once"),
    QT_TRANSLATE_NOOP("Actions", "Move an e&dge"),
    QT_TRANSLATE_NOOP("Actions", "&Words"),
    QT_TRANSLATE_NOOP("Actions", "How &well it is known"),
    QT_TRANSLATE_NOOP("Actions", "&View"),
    QT_TRANSLATE_NOOP("Actions", "&Vowel signs"),
    QT_TRANSLATE_NOOP("Actions", "&Help"),
)

NESTED = {
    Menu.SEVERAL: Menu.SUGGESTIONS,
    Menu.EDGES: Menu.SUGGESTIONS,
    Menu.KNOWING: Menu.WORDS,
    Menu.DIRECTION: Menu.DOCUMENT,
    Menu.TASHKEEL: Menu.VIEW,
}
"""Menus that stand within others."""

NESTED_BEFORE = {
    Menu.SEVERAL: "recognise",
    Menu.EDGES: "recognise",
    Menu.KNOWING: "make_card",
    Menu.DIRECTION: "turn_paragraph",
    Menu.TASHKEEL: "next_tashkeel",
}
"""The action of the outer menu that each of them stands above."""

Shortcut = str | Keys


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionEntry:
    """One row of the table.

    ``text`` is English source text. ``keys`` are standard keys or texts as in ``"Ctrl+O"``. An entry with
    ``choice_of`` is one of a group of which one is chosen; with ``checkable`` alone it is on or off.
    ``new_group`` draws a line above it.
    """

    id: str
    menu: Menu
    text: str
    icon: str = ""
    keys: tuple[Shortcut, ...] = ()
    enabled_when: Condition = always
    checkable: bool = False
    choice_of: str = ""
    new_group: bool = False


def _entry(
    id_: str,
    menu: Menu,
    text: object,
    *keys: Shortcut,
    when: Condition = always,
    line: bool = False,
    icon: str = "",
    checkable: bool = False,
    choice_of: str = "",
) -> ActionEntry:
    """A row; ``text`` is a str, which the stubs of ``QT_TRANSLATE_NOOP`` do not say (PySide6 6.11)."""
    return ActionEntry(
        id=id_,
        menu=menu,
        text=str(text),
        icon=icon,
        keys=keys,
        enabled_when=when,
        checkable=checkable or bool(choice_of),
        choice_of=choice_of,
        new_group=line,
    )


def _edge(id_: str, text: object, keys: str) -> ActionEntry:
    """A row of the menu that moves the edges of the suggestion under review."""
    return _entry(id_, Menu.EDGES, text, keys, when=in_review, line=id_.endswith("particle_left"))


def _status(id_: str, text: object, digit: int) -> ActionEntry:
    """A row of the menu that says how well a word is known; its digit is that of all three sets."""
    keys = [f"Alt+{chr(zero + digit)}" for zero in (0x30, 0x660, 0x6F0)]
    return _entry(id_, Menu.KNOWING, text, *keys, when=with_learnable)


ACTIONS: tuple[ActionEntry, ...] = (
    _entry("open", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "&Open…"), Keys.Open, icon="open"),
    _entry("open_encoded", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "Open in another &encoding…")),
    _entry("import_files", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "&Import files…"), "Ctrl+Shift+O", line=True),
    _entry("import_folder", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "Import a &folder…")),
    _entry("paste", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "&Paste as a new text"), Keys.Paste),
    _entry(
        "take_comments",
        Menu.FILE,
        QT_TRANSLATE_NOOP("Actions", "Co&mments of the file as notes"),
        when=with_learnable,
    ),
    _entry(
        "whole_page",
        Menu.FILE,
        QT_TRANSLATE_NOOP("Actions", "Read the &whole web page"),
        when=with_library_text,
    ),
    _entry("import_report", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "&Report of the last import…")),
    _entry("library", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "&Library…"), "Ctrl+L", icon="library"),
    _entry("sample", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "Open the &sample article")),
    _entry(
        "export",
        Menu.FILE,
        QT_TRANSLATE_NOOP("Actions", "&Export annotations…"),
        "Ctrl+E",
        line=True,
    ),
    _entry("import_annotations", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "Import a&nnotations…"), "Ctrl+Shift+J"),
    _entry(
        "save_pdf",
        Menu.FILE,
        QT_TRANSLATE_NOOP("Actions", "Save as P&DF…"),
        "Ctrl+Shift+P",
        when=with_library_text,
        line=True,
    ),
    _entry("print", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "&Print…"), Keys.Print, when=with_library_text),
    _entry("backup", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "&Back up the library…")),
    _entry("quit", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q", line=True),
    _entry(
        "undo",
        Menu.EDIT,
        QT_TRANSLATE_NOOP("Actions", "&Undo"),
        Keys.Undo,
        icon="undo",
        when=lambda state: state.can_undo,
    ),
    _entry(
        "redo",
        Menu.EDIT,
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        "Ctrl+Shift+Z",
        "Ctrl+Y",
        icon="redo",
        when=lambda state: state.can_redo,
    ),
    _entry("copy", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "&Copy"), Keys.Copy, when=with_document, line=True),
    _entry(
        "copy_citation",
        Menu.EDIT,
        QT_TRANSLATE_NOOP("Actions", "Copy with &citation"),
        "Ctrl+Shift+C",
        when=lambda state: state.is_in_library and state.has_selection,
    ),
    _entry("correct_text", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "Co&rrect text…"), "F2", when=with_words),
    _entry("place_tags", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "Tags without a &place…"), when=with_library_text),
    _entry("select_all", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "Select &all"), Keys.SelectAll, when=with_document),
    _entry(
        "find",
        Menu.EDIT,
        QT_TRANSLATE_NOOP("Actions", "&Find…"),
        Keys.Find,
        icon="find",
        when=with_library_text,
        line=True,
    ),
    _entry(
        "find_next",
        Menu.EDIT,
        QT_TRANSLATE_NOOP("Actions", "Find &next"),
        "F3",
        "Ctrl+G",
        when=lambda state: state.has_search,
    ),
    _entry(
        "find_previous",
        Menu.EDIT,
        QT_TRANSLATE_NOOP("Actions", "Find &previous"),
        "Shift+F3",
        "Ctrl+Shift+G",
        when=lambda state: state.has_search,
    ),
    _entry("preferences", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "Pr&eferences…"), "Ctrl+,", line=True),
    _entry("details", Menu.DOCUMENT, QT_TRANSLATE_NOOP("Actions", "&Details…"), "Ctrl+I", when=with_library_text),
    _entry("versions", Menu.DOCUMENT, QT_TRANSLATE_NOOP("Actions", "Earlier &versions…"), when=with_library_text),
    _entry("outline", Menu.DOCUMENT, QT_TRANSLATE_NOOP("Actions", "&Outline"), "Ctrl+Shift+T", when=with_library_text),
    _entry(
        "repair_text",
        Menu.DOCUMENT,
        QT_TRANSLATE_NOOP("Actions", "Re&pair the letters…"),
        when=with_learnable,
        line=True,
    ),
    _entry(
        "turn_paragraph",
        Menu.DOCUMENT,
        QT_TRANSLATE_NOOP("Actions", "&Turn the paragraph"),
        "Ctrl+Shift+X",
        when=with_learnable,
        line=True,
    ),
    _entry("runs_by_letters", Menu.DIRECTION, QT_TRANSLATE_NOOP("Actions", "&As its letters say"), when=with_learnable),
    _entry("runs_leftward", Menu.DIRECTION, QT_TRANSLATE_NOOP("Actions", "&Right to left"), when=with_learnable),
    _entry("runs_rightward", Menu.DIRECTION, QT_TRANSLATE_NOOP("Actions", "&Left to right"), when=with_learnable),
    _entry(
        "tag_occurrences",
        Menu.TAG,
        QT_TRANSLATE_NOOP("Actions", "Tag all &occurrences…"),
        "Ctrl+Shift+A",
        when=with_taggable,
        line=True,
    ),
    _entry(
        "note", Menu.TAG, QT_TRANSLATE_NOOP("Actions", "&Note…"), "Ctrl+M", icon="note", when=with_annotation, line=True
    ),
    _entry(
        "change_tag", Menu.TAG, QT_TRANSLATE_NOOP("Actions", "&Change tag…"), "Ctrl+T", icon="tag", when=with_changeable
    ),
    _entry(
        "relate",
        Menu.TAG,
        QT_TRANSLATE_NOOP("Actions", "&Relate to another tag…"),
        "Ctrl+R",
        icon="relation",
        when=with_annotation,
    ),
    _entry("link_entity", Menu.TAG, QT_TRANSLATE_NOOP("Actions", "Lin&k to an entity…"), "Ctrl+K", when=with_words),
    _entry(
        "link_offered",
        Menu.TAG,
        QT_TRANSLATE_NOOP("Actions", "Link as o&ffered"),
        "Ctrl+Shift+K",
        when=lambda state: state.has_entity_offers and state.can_write,
    ),
    _entry(
        "remove", Menu.TAG, QT_TRANSLATE_NOOP("Actions", "&Remove tag"), "Delete", icon="remove", when=with_annotation
    ),
    _entry(
        "next_annotation",
        Menu.TAG,
        QT_TRANSLATE_NOOP("Actions", "Ne&xt tag"),
        "F8",
        when=with_library_text,
        line=True,
    ),
    _entry(
        "previous_annotation",
        Menu.TAG,
        QT_TRANSLATE_NOOP("Actions", "&Previous tag"),
        "Shift+F8",
        when=with_library_text,
    ),
    _entry("entities", Menu.TAG, QT_TRANSLATE_NOOP("Actions", "Entitie&s…"), "Ctrl+Shift+E", line=True),
    _entry(
        "tagset",
        Menu.TAG,
        QT_TRANSLATE_NOOP("Actions", "&Edit tags…"),
        icon="edit",
        when=lambda state: state.can_write,
    ),
    _entry(
        "accept",
        Menu.SUGGESTIONS,
        QT_TRANSLATE_NOOP("Actions", "&Accept"),
        "Return",
        "Enter",
        icon="accept",
        when=with_suggestion,
    ),
    _entry(
        "reject",
        Menu.SUGGESTIONS,
        QT_TRANSLATE_NOOP("Actions", "&Reject"),
        "Backspace",
        icon="reject",
        when=with_suggestion,
    ),
    _entry(
        "next_suggestion",
        Menu.SUGGESTIONS,
        QT_TRANSLATE_NOOP("Actions", "&Next suggestion"),
        "F6",
        icon="down",
        when=lambda state: state.has_open_suggestions,
        line=True,
    ),
    _entry(
        "previous_suggestion",
        Menu.SUGGESTIONS,
        QT_TRANSLATE_NOOP("Actions", "&Previous suggestion"),
        "Shift+F6",
        icon="up",
        when=lambda state: state.has_open_suggestions,
    ),
    _entry("leave_review", Menu.SUGGESTIONS, QT_TRANSLATE_NOOP("Actions", "Lea&ve it open"), "Esc", when=in_review),
    _entry(
        "recognise",
        Menu.SUGGESTIONS,
        QT_TRANSLATE_NOOP("Actions", "Look for &entities again"),
        "F5",
        when=with_library_text,
    ),
    _entry(
        "show_suggestions",
        Menu.SUGGESTIONS,
        QT_TRANSLATE_NOOP("Actions", "&Show suggestions on the page"),
        "F7",
        checkable=True,
        line=True,
    ),
    _entry(
        "more_suggestions",
        Menu.SUGGESTIONS,
        QT_TRANSLATE_NOOP("Actions", "Show &weaker ones too"),
        "Shift+F7",
        when=with_library_text,
    ),
    _entry(
        "fewer_suggestions",
        Menu.SUGGESTIONS,
        QT_TRANSLATE_NOOP("Actions", "Show only s&urer ones"),
        "Ctrl+F7",
        when=with_library_text,
    ),
    _entry(
        "learning", Menu.SUGGESTIONS, QT_TRANSLATE_NOOP("Actions", "How &good they are…"), "Ctrl+Shift+L", line=True
    ),
    _entry("name_lists", Menu.SUGGESTIONS, QT_TRANSLATE_NOOP("Actions", "Name &lists…")),
    _entry(
        "accept_same",
        Menu.SEVERAL,
        QT_TRANSLATE_NOOP("Actions", "Accept all &mentions of this…"),
        "Shift+Return",
        "Shift+Enter",
        when=with_suggestion,
    ),
    _entry(
        "reject_same",
        Menu.SEVERAL,
        QT_TRANSLATE_NOOP("Actions", "Reject all mentions of &this…"),
        "Shift+Backspace",
        when=with_suggestion,
    ),
    _entry(
        "accept_kind",
        Menu.SEVERAL,
        QT_TRANSLATE_NOOP("Actions", "Accept all with this ta&g…"),
        when=with_suggestion,
        line=True,
    ),
    _entry(
        "reject_kind", Menu.SEVERAL, QT_TRANSLATE_NOOP("Actions", "Reject all with this tag…"), when=with_suggestion
    ),
    _entry(
        "accept_seen",
        Menu.SEVERAL,
        QT_TRANSLATE_NOOP("Actions", "Accept all in &view…"),
        when=with_open_suggestions,
        line=True,
    ),
    _entry(
        "reject_seen", Menu.SEVERAL, QT_TRANSLATE_NOOP("Actions", "Reject all in view…"), when=with_open_suggestions
    ),
    _entry(
        "accept_all",
        Menu.SEVERAL,
        QT_TRANSLATE_NOOP("Actions", "Accept a&ll…"),
        when=with_open_suggestions,
        line=True,
    ),
    _entry("reject_all", Menu.SEVERAL, QT_TRANSLATE_NOOP("Actions", "&Reject all…"), when=with_open_suggestions),
    _entry(
        "reject_weak",
        Menu.SEVERAL,
        QT_TRANSLATE_NOOP("Actions", "Reject the &hidden, weaker ones…"),
        when=lambda state: state.has_hidden_suggestions and state.can_write,
    ),
    _edge("end_word_left", QT_TRANSLATE_NOOP("Actions", "End: a word to the left"), "Shift+Left"),
    _edge("end_word_right", QT_TRANSLATE_NOOP("Actions", "End: a word to the right"), "Shift+Right"),
    _edge("start_word_back", QT_TRANSLATE_NOOP("Actions", "Beginning: a word earlier"), "Shift+Up"),
    _edge("start_word_on", QT_TRANSLATE_NOOP("Actions", "Beginning: a word later"), "Shift+Down"),
    _edge("end_particle_left", QT_TRANSLATE_NOOP("Actions", "End: a particle to the left"), "Ctrl+Shift+Left"),
    _edge("end_particle_right", QT_TRANSLATE_NOOP("Actions", "End: a particle to the right"), "Ctrl+Shift+Right"),
    _edge("start_particle_back", QT_TRANSLATE_NOOP("Actions", "Beginning: a particle earlier"), "Ctrl+Shift+Up"),
    _edge("start_particle_on", QT_TRANSLATE_NOOP("Actions", "Beginning: a particle later"), "Ctrl+Shift+Down"),
    _edge("end_letter_left", QT_TRANSLATE_NOOP("Actions", "End: a letter to the left"), "Ctrl+Left"),
    _edge("end_letter_right", QT_TRANSLATE_NOOP("Actions", "End: a letter to the right"), "Ctrl+Right"),
    _edge("start_letter_back", QT_TRANSLATE_NOOP("Actions", "Beginning: a letter earlier"), "Ctrl+Up"),
    _edge("start_letter_on", QT_TRANSLATE_NOOP("Actions", "Beginning: a letter later"), "Ctrl+Down"),
    _entry("explain", Menu.WORDS, QT_TRANSLATE_NOOP("Actions", "&Explain the word"), "Ctrl+D", when=with_document),
    _entry(
        "gloss_on_hover",
        Menu.WORDS,
        QT_TRANSLATE_NOOP("Actions", "Explain words under the &pointer"),
        checkable=True,
    ),
    _entry(
        "new_term",
        Menu.WORDS,
        QT_TRANSLATE_NOOP("Actions", "&New term…"),
        "Ctrl+Shift+D",
        when=lambda state: state.can_write,
        line=True,
    ),
    _entry("term_bases", Menu.WORDS, QT_TRANSLATE_NOOP("Actions", "Term &bases…"), "Ctrl+Shift+B"),
    _entry("dictionaries", Menu.WORDS, QT_TRANSLATE_NOOP("Actions", "D&ictionaries…"), "Ctrl+Shift+I"),
    _entry("show_terms", Menu.WORDS, QT_TRANSLATE_NOOP("Actions", "&Underline terms on the page"), checkable=True),
    _status("status_learning_1", QT_TRANSLATE_NOOP("Actions", "Learning, step &1"), 1),
    _status("status_learning_2", QT_TRANSLATE_NOOP("Actions", "Learning, step &2"), 2),
    _status("status_learning_3", QT_TRANSLATE_NOOP("Actions", "Learning, step &3"), 3),
    _status("status_learning_4", QT_TRANSLATE_NOOP("Actions", "Learning, step &4"), 4),
    _status("status_known", QT_TRANSLATE_NOOP("Actions", "&Known"), 5),
    _status("status_ignored", QT_TRANSLATE_NOOP("Actions", "&Ignored"), 6),
    _status("status_new", QT_TRANSLATE_NOOP("Actions", "&New"), 0),
    _entry(
        "know_rest",
        Menu.KNOWING,
        QT_TRANSLATE_NOOP("Actions", "Mark all &remaining words of this text as known…"),
        when=with_learnable,
        line=True,
    ),
    _entry(
        "words_in",
        Menu.KNOWING,
        QT_TRANSLATE_NOOP("Actions", "Import a list of known &words…"),
        when=lambda state: state.can_write,
    ),
    _entry("words_out", Menu.KNOWING, QT_TRANSLATE_NOOP("Actions", "&Export the known words…")),
    _entry(
        "make_card",
        Menu.WORDS,
        QT_TRANSLATE_NOOP("Actions", "&Make a card"),
        "Alt+C",
        when=with_learnable,
    ),
    _entry("cards", Menu.WORDS, QT_TRANSLATE_NOOP("Actions", "&Cards…"), "Alt+Shift+C"),
    _entry("theme_light", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "&Light"), choice_of="theme"),
    _entry("theme_sepia", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "&Sepia"), choice_of="theme"),
    _entry("theme_dark", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "&Dark"), choice_of="theme"),
    _entry("zoom_in", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "&Larger text"), "Ctrl++", "Ctrl+=", line=True),
    _entry("zoom_out", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "S&maller text"), Keys.ZoomOut),
    _entry("zoom_reset", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "&Normal size"), "Ctrl+0"),
    _entry(
        "show_learning_words",
        Menu.VIEW,
        QT_TRANSLATE_NOOP("Actions", "Mark words I am l&earning"),
        checkable=True,
        line=True,
    ),
    _entry("show_new_words", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "Mark ne&w words"), checkable=True),
    _entry(
        "next_tashkeel", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "&Change the vowel signs"), "Ctrl+Shift+V", line=True
    ),
    _entry("tashkeel_printed", Menu.TASHKEEL, QT_TRANSLATE_NOOP("Actions", "As &printed"), choice_of="tashkeel"),
    _entry("tashkeel_hidden", Menu.TASHKEEL, QT_TRANSLATE_NOOP("Actions", "&Hidden"), choice_of="tashkeel"),
    _entry(
        "tashkeel_generated",
        Menu.TASHKEEL,
        QT_TRANSLATE_NOOP("Actions", "Others made by &machine"),
        choice_of="tashkeel",
    ),
    _entry("justified", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "&Justified lines"), checkable=True),
    _entry(
        "sidebar", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "Side&bar"), "F9", icon="sidebar", checkable=True, line=True
    ),
    _entry(
        "page_picture",
        Menu.VIEW,
        QT_TRANSLATE_NOOP("Actions", "&Picture of the page"),
        "F10",
        when=with_document,
        checkable=True,
    ),
    _entry("language_ar", Menu.VIEW, "العربية", choice_of="language", line=True),
    _entry("language_en", Menu.VIEW, "English", choice_of="language"),
    _entry("keys", Menu.HELP, QT_TRANSLATE_NOOP("Actions", "&Keys"), "F1"),
    _entry("about", Menu.HELP, QT_TRANSLATE_NOOP("Actions", "&About Hashiya")),
)


class Actions(QObject):
    """The Qt actions of the table, by id. Each does nothing until something is connected to ``triggered``."""

    def __init__(self, parent: QObject, entries: Sequence[ActionEntry] = ACTIONS) -> None:
        super().__init__(parent)
        self._entries = {entry.id: entry for entry in entries}
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {entry.id: self._made(entry) for entry in entries}
        self.retranslate()

    def __getitem__(self, id_: str) -> QAction:
        return self._actions[id_]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(self._actions)

    def of_menu(self, menu: Menu) -> list[tuple[ActionEntry, QAction]]:
        return [(entry, self._actions[entry.id]) for entry in self._entries.values() if entry.menu is menu]

    def retranslate(self) -> None:
        """Take the texts from the translation installed now."""
        for entry in self._entries.values():
            self._actions[entry.id].setText(translate("Actions", entry.text))

    def update(self, state: State) -> None:
        """Enable what is possible in this state."""
        for entry in self._entries.values():
            self._actions[entry.id].setEnabled(entry.enabled_when(state))

    def _made(self, entry: ActionEntry) -> QAction:
        action = QAction(self)
        action.setObjectName(entry.id)
        action.setShortcuts([QKeySequence(key) for key in entry.keys])
        action.setCheckable(entry.checkable)
        if entry.choice_of:
            self._groups.setdefault(entry.choice_of, QActionGroup(self)).addAction(action)
        return action
