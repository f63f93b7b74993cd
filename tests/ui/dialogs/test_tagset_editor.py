# SPDX-License-Identifier: GPL-3.0-or-later
"""Tags are made, changed, ordered, nested, merged and deleted; each wish is told, nothing is done here."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QMenu
from ui.models.fakes import default_tags, make_tag, shown_tags
from ui.models.typing_keys import type_text

from reader.model.ids import TagId
from reader.ui.dialogs.tag_deletion import TagDeletionDialog
from reader.ui.dialogs.tagset_editor import TagsetEditor

pops_up = pytest.mark.qt_log_ignore("This plugin does not support")
"""For tests in which a menu opens: the offscreen platform cannot raise it and says so."""

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
DIRECTIONS = [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
CITY = make_tag("city", 9, (("ar", "مدينة"), ("en", "City"), ("fr", "Ville")), parent="place")
COUNTS = {TagId("person"): 1234, TagId("city"): 2}


@pytest.fixture
def editor(qtbot) -> TagsetEditor:
    made = TagsetEditor()
    qtbot.addWidget(made)
    made.show_tags(shown_tags(tags=[*default_tags(), CITY]), COUNTS)
    made.show()
    qtbot.waitActive(made)
    return made


def tag(tag_id):
    return next(one for one in (*default_tags(), CITY) if one.id == tag_id)


def test_going_to_a_tag_shows_its_fields_and_uses(editor):
    editor.tree.go_to("person")

    assert editor.form.names["ar"].text() == "شخص"
    assert editor.form.names["en"].text() == "Person"
    assert editor.form.shortcut.text() == "1"
    assert editor.form.colours.buttons["tag-1"].isChecked()
    assert "1234" in editor.usage.text()


@pytest.mark.parametrize("name", ["عاصمة", "عَاصِمَةٌ", "المدن City", "مدينة 𞸀🙂"])
def test_a_name_is_changed_when_its_field_is_left(qtbot, editor, name):
    editor.tree.go_to("city")
    field = editor.form.names["ar"]
    field.setFocus()
    field.selectAll()
    type_text(field, name)

    with qtbot.waitSignal(editor.tag_change_requested) as wish:
        qtbot.keyClick(field, Key.Key_Return)

    assert wish.args == [CITY, replace(CITY, names=(("ar", name), ("en", "City"), ("fr", "Ville")))]


def test_a_tag_cannot_lose_its_last_name(qtbot, editor):
    editor.tree.go_to("person")
    editor.form.names["ar"].clear()
    editor.form.names["en"].clear()

    with qtbot.assertNotEmitted(editor.tag_change_requested):
        editor.form.save()

    assert "needs a name" in editor.form.warning.text()


def test_a_swatch_changes_the_colour(qtbot, editor):
    editor.tree.go_to("person")

    with qtbot.waitSignal(editor.tag_change_requested) as wish:
        qtbot.mouseClick(editor.form.colours.buttons["tag-12"], Qt.MouseButton.LeftButton)

    assert wish.args == [tag("person"), replace(tag("person"), colour="tag-12")]


def test_a_free_key_is_taken(qtbot, editor):
    editor.tree.go_to("city")
    type_text(editor.form.shortcut, "c")

    with qtbot.waitSignal(editor.tag_change_requested) as wish:
        qtbot.keyClick(editor.form.shortcut, Key.Key_Return)

    assert wish.args[1].shortcut == "c"


def test_a_key_that_another_tag_has_is_warned_of_and_not_taken(qtbot, editor):
    editor.tree.go_to("city")
    type_text(editor.form.shortcut, "2")
    assert "Role" in editor.form.warning.text()

    with qtbot.assertNotEmitted(editor.tag_change_requested):
        qtbot.keyClick(editor.form.shortcut, Key.Key_Return)


def test_a_description_is_saved_when_it_is_left(qtbot, editor):
    editor.tree.go_to("city")
    editor.form.description.setFocus()
    type_text(editor.form.description, "مدن وقرى")

    with qtbot.waitSignal(editor.tag_change_requested) as wish:
        editor.tree.setFocus()

    assert wish.args[1].description == "مدن وقرى"


def test_going_to_another_tag_saves_what_was_typed(qtbot, editor):
    editor.tree.go_to("city")
    editor.form.names["en"].setText("Town")

    with qtbot.waitSignal(editor.tag_change_requested) as wish:
        editor.tree.go_to("person")

    assert dict(wish.args[1].names)["en"] == "Town"
    assert editor.form.names["en"].text() == "Person"


def test_closing_saves_what_was_typed(qtbot, editor):
    editor.tree.go_to("city")
    editor.form.names["en"].setText("Town")

    with qtbot.waitSignal(editor.tag_change_requested):
        editor.reject()


def test_a_new_tag_gets_a_colour_nobody_has(qtbot, editor):
    with qtbot.waitSignal(editor.tag_addition_requested) as wish:
        qtbot.mouseClick(editor.add, Qt.MouseButton.LeftButton)

    assert wish.args == [(("en", "New tag"),), "tag-11", ""]


def test_a_new_tag_can_be_nested_and_is_ready_to_be_named(qtbot, editor):
    editor.tree.go_to("place")
    with qtbot.waitSignal(editor.tag_addition_requested) as wish:
        qtbot.mouseClick(editor.add_nested, Qt.MouseButton.LeftButton)
    new = make_tag("new", 10, (("en", "New tag"),), parent="place")

    editor.show_tags(shown_tags(tags=[*default_tags(), CITY, new]), COUNTS)

    assert wish.args[2] == "place"
    assert editor.tree.current_id == "new"
    assert editor.form.names["en"].hasFocus()
    assert editor.form.names["en"].selectedText() == "New tag"


def test_keys_move_a_tag_within_its_level(qtbot, editor):
    editor.tree.go_to("role")

    with qtbot.waitSignal(editor.order_requested) as wish:
        qtbot.keyClick(editor.tree, Key.Key_Up, ALT)

    assert wish.args[0][:3] == ["role", "person", "organisation"]
    assert wish.args[1] == ""


def test_the_first_tag_cannot_move_up(qtbot, editor):
    editor.tree.go_to("person")

    with qtbot.assertNotEmitted(editor.order_requested):
        qtbot.mouseClick(editor.up, Qt.MouseButton.LeftButton)


def test_a_tag_is_nested_under_the_one_above(qtbot, editor):
    editor.tree.go_to("event")

    with qtbot.waitSignal(editor.order_requested) as wish:
        qtbot.mouseClick(editor.nest, Qt.MouseButton.LeftButton)

    assert wish.args == [["city", "event"], "place"]


def test_a_tag_is_taken_out_of_its_nest(qtbot, editor):
    editor.tree.go_to("city")

    with qtbot.waitSignal(editor.order_requested) as wish:
        qtbot.keyClick(editor.tree, Key.Key_PageUp, ALT)

    ids, parent = wish.args
    assert parent == ""
    assert ids.index("city") == ids.index("place") + 1


def test_a_tag_dropped_on_another_goes_under_it(qtbot, editor):
    with qtbot.waitSignal(editor.order_requested) as wish:
        editor.tree._drop(TagId("person"), "place", QAbstractItemView.DropIndicatorPosition.OnItem)

    assert wish.args == [["city", "person"], "place"]


def test_a_tag_dropped_below_another_goes_after_it(qtbot, editor):
    with qtbot.waitSignal(editor.order_requested) as wish:
        editor.tree._drop(TagId("person"), "place", QAbstractItemView.DropIndicatorPosition.BelowItem)

    assert wish.args[0][:4] == ["role", "organisation", "place", "person"]


def test_a_tag_cannot_go_under_what_is_nested_in_it(qtbot, editor):
    with qtbot.assertNotEmitted(editor.order_requested):
        editor.tree.place(TagId("place"), TagId("city"), 0)


@pops_up
def test_a_tag_is_merged_into_one_chosen_from_a_menu(qtbot, editor):
    editor.tree.go_to("city")
    qtbot.mouseClick(editor.merge, Qt.MouseButton.LeftButton)
    menu = editor.findChild(QMenu)

    with qtbot.waitSignal(editor.merge_requested) as wish:
        menu.actions()[3].trigger()
    menu.close()

    assert wish.args == ["city", "place"]


def test_a_tag_without_annotations_is_deleted_without_a_question(qtbot, editor):
    editor.tree.go_to("work")

    with qtbot.waitSignal(editor.deletion_requested) as wish:
        qtbot.mouseClick(editor.delete, Qt.MouseButton.LeftButton)

    assert wish.args == ["work", ""]


def deletion_of(qtbot, editor, tag_id) -> TagDeletionDialog:
    editor.tree.go_to(tag_id)
    qtbot.mouseClick(editor.delete, Qt.MouseButton.LeftButton)
    return editor.findChild(TagDeletionDialog)


def test_deleting_a_used_tag_asks_what_becomes_of_its_annotations(qtbot, editor):
    question = deletion_of(qtbot, editor, "person")

    assert "1234" in question.question.text()
    with qtbot.waitSignal(editor.deletion_requested) as wish:
        question.target.setCurrentIndex(question.target.findData("place"))
        qtbot.mouseClick(question.delete, Qt.MouseButton.LeftButton)
    assert wish.args == ["person", "place"]


def test_the_annotations_can_be_deleted_with_the_tag(qtbot, editor):
    question = deletion_of(qtbot, editor, "person")
    question.delete_annotations.click()

    with qtbot.waitSignal(editor.deletion_requested) as wish:
        qtbot.mouseClick(question.delete, Qt.MouseButton.LeftButton)

    assert wish.args == ["person", ""]


def test_return_does_not_delete(qtbot, editor):
    question = deletion_of(qtbot, editor, "person")

    with qtbot.assertNotEmitted(editor.deletion_requested):
        qtbot.keyClick(question, Key.Key_Return)


def test_the_user_stays_at_the_tag_when_tags_are_shown_anew(editor):
    editor.tree.go_to("event")

    editor.show_tags(shown_tags(tags=[*default_tags(), CITY]), COUNTS)

    assert editor.tree.current_id == "event"
    assert editor.form.names["en"].text() == "Event"


def test_what_is_being_typed_stays_when_tags_are_shown_anew(qtbot, editor):
    editor.tree.go_to("city")
    editor.form.names["en"].setText("Tow")
    editor.form.description.setPlainText("مدن")

    with qtbot.assertNotEmitted(editor.tag_change_requested):
        editor.show_tags(shown_tags(tags=[*default_tags(), replace(CITY, colour="tag-2", shortcut="c")]), COUNTS)

    assert editor.form.names["en"].text() == "Tow"
    assert editor.form.description.toPlainText() == "مدن"
    assert editor.form.shortcut.text() == "C"
    assert editor.form.colours.buttons["tag-2"].isChecked()


def test_a_change_that_was_refused_is_not_shown_as_done(qtbot, editor):
    editor.tree.go_to("city")
    editor.form.names["en"].setText("Town")
    editor.form.save()

    editor.show_tags(shown_tags(tags=[*default_tags(), CITY]), COUNTS)

    assert editor.form.names["en"].text() == "City"


def test_after_a_deletion_a_neighbour_is_shown(editor):
    editor.tree.go_to("work")

    editor.show_tags(shown_tags(tags=default_tags()[:-1]), {})

    assert editor.tree.current_id in ("term", "place")


def test_undo_is_asked_for(qtbot, editor):
    editor.tree.setFocus()

    with qtbot.waitSignal(editor.undo_requested):
        qtbot.keyClick(editor.tree, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_in_both_directions_the_list_leads_and_the_form_follows(editor, direction):
    editor.setLayoutDirection(direction)
    editor.layout().activate()

    is_mirrored = direction == Qt.LayoutDirection.RightToLeft
    assert (editor.tree.geometry().center().x() > editor.form.geometry().center().x()) == is_mirrored
    assert not editor.tree.geometry().intersects(editor.form.geometry())
    assert editor.nest.text() == ("⇠" if is_mirrored else "⇢")
