# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of actions: nothing twice, nothing dead, enabled when it can be done."""

from __future__ import annotations

from collections import Counter

import pytest
from hand import Start
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from reader.resources import resource
from reader.ui.actions import ACTIONS, Actions, Menu, State
from reader.ui.menus import same_keys

NOTHING = State(can_write=False)
EVERYTHING = State(
    has_document=True,
    is_in_library=True,
    has_selection=True,
    has_annotation=True,
    has_suggestion=True,
    is_reviewing=True,
    has_open_suggestions=True,
    has_hidden_suggestions=True,
    has_entity_offers=True,
    has_search=True,
    can_undo=True,
    can_redo=True,
)
ALWAYS = {
    "open",
    "library",
    "sample",
    "backup",
    "export",
    "import_annotations",
    "quit",
    "show_suggestions",
    "show_terms",
    "term_bases",
    "zoom_in",
    "zoom_out",
    "zoom_reset",
}
ALWAYS |= {"theme_light", "theme_sepia", "theme_dark", "justified", "sidebar", "language_ar", "language_en"}
ALWAYS |= {"show_learning_words", "show_new_words", "words_out", "cards"}
ALWAYS |= {"next_tashkeel", "tashkeel_printed", "tashkeel_hidden", "tashkeel_generated"}
ALWAYS |= {"import_files", "import_folder", "import_report", "paste", "dictionaries"}
ALWAYS |= {"keys", "about", "open_encoded", "preferences", "name_lists", "entities", "learning", "gloss_on_hover"}


@pytest.fixture
def actions(qapp: QApplication) -> Actions:
    return Actions(qapp)


def test_ids_and_keys_are_used_once(qapp: QApplication) -> None:
    keys = Counter(QKeySequence(key).toString() for entry in ACTIONS for key in entry.keys)

    assert max(Counter(entry.id for entry in ACTIONS).values()) == 1
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_key_is_a_digit_for_digits_give_tags(qapp: QApplication) -> None:
    assert not [entry.id for entry in ACTIONS for key in entry.keys if QKeySequence(key).toString().isdecimal()]


def test_every_menu_has_actions_and_every_icon_exists() -> None:
    assert {entry.menu for entry in ACTIONS} == set(Menu)
    assert all(resource(f"icons/{entry.icon}.svg").exists() for entry in ACTIONS if entry.icon)


def test_without_a_document_only_what_needs_none_is_enabled(actions: Actions) -> None:
    actions.update(NOTHING)

    assert {id_ for id_ in actions.ids if actions[id_].isEnabled()} == ALWAYS


def test_with_everything_there_everything_is_enabled(actions: Actions) -> None:
    actions.update(EVERYTHING)

    assert all(actions[id_].isEnabled() for id_ in actions.ids)


def test_an_action_of_each_group_is_chosen(start: Start) -> None:
    actions = start().desk.actions
    chosen = {entry.choice_of for entry in ACTIONS if entry.choice_of and actions[entry.id].isChecked()}

    assert chosen == {"theme", "language", "tashkeel"}


def test_a_digit_key_works_on_every_keyboard() -> None:
    assert same_keys("4") == ["4", "٤", "۴"]
    assert same_keys("x") == ["x"]
    assert same_keys("") == []


def test_nothing_in_the_menus_is_dead(start: Start) -> None:
    actions = start().desk.actions

    assert [
        id_
        for id_ in actions.ids
        if not (actions[id_].receivers("2triggered(bool)") + actions[id_].receivers("2toggled(bool)"))
    ] == []
