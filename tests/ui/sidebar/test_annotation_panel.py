# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of annotations, used as a user does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QMenu, QStyleOptionViewItem
from ui.models.fakes import AnnotationsInMemory, annotation, shown_tags
from ui.models.typing_keys import type_text

from reader.text.spans import Span
from reader.ui.models.annotations import AnnotationFilter
from reader.ui.sidebar.annotations import AnnotationPanel
from reader.ui.sidebar.entries import EntryPainter
from reader.ui.sidebar.relations import ShownRelation

Key = Qt.Key
DIRECTIONS = [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]


@pytest.fixture
def source() -> AnnotationsInMemory:
    return AnnotationsInMemory(2_000)


@pytest.fixture
def panel(qtbot, source) -> AnnotationPanel:
    made = AnnotationPanel()
    qtbot.addWidget(made)
    made.set_tags(shown_tags())
    made.set_source(source)
    made.resize(320, 500)
    made.show()
    qtbot.waitActive(made)
    made.entries.setFocus()
    return made


def click(qtbot, panel, row, modifier=Qt.KeyboardModifier.NoModifier):
    place = panel.entries.visualRect(panel.model.index(row)).center()
    qtbot.mouseClick(panel.entries.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def entries_of(menu: QMenu) -> dict[str, QAction]:
    return {action.text(): action for action in menu.actions()}


def test_a_click_chooses_the_annotation(qtbot, panel):
    with qtbot.waitSignal(panel.annotation_chosen) as chosen:
        click(qtbot, panel, 2)

    assert chosen.args == ["00000002"]


def test_arrow_keys_walk_from_one_annotation_to_the_next(qtbot, panel):
    click(qtbot, panel, 0)

    with qtbot.waitSignal(panel.annotation_chosen) as chosen:
        qtbot.keyClick(panel.entries, Key.Key_Down)

    assert chosen.args == ["00000001"]


def test_choosing_from_outside_selects_without_echo(qtbot, panel):
    with qtbot.assertNotEmitted(panel.annotation_chosen):
        panel.set_current("00001500")

    assert panel.selected_ids() == ["00001500"]
    assert panel.entries.visualRect(panel.entries.currentIndex()).intersects(panel.entries.viewport().rect())


def test_choosing_none_from_outside_clears_the_selection(panel):
    panel.set_current("00000003")

    panel.set_current("")

    assert panel.selected_ids() == []


def test_return_jumps_to_the_page(qtbot, panel):
    panel.set_current("00000003")

    with qtbot.waitSignal(panel.jump_requested) as jump:
        qtbot.keyClick(panel.entries, Key.Key_Return)

    assert jump.args == ["00000003"]


def test_delete_asks_for_the_removal_of_all_selected(qtbot, panel):
    click(qtbot, panel, 1)
    click(qtbot, panel, 3, Qt.KeyboardModifier.ControlModifier)

    with qtbot.waitSignal(panel.removal_requested) as removal:
        qtbot.keyClick(panel.entries, Key.Key_Delete)

    assert removal.args == [["00000001", "00000003"]]


@pytest.mark.parametrize("key", ["4", "٤", "۴"])
def test_a_digit_changes_the_tag(qtbot, panel, key):
    panel.set_current("00000000")

    with qtbot.waitSignal(panel.tag_change_requested) as change:
        type_text(panel.entries, key)

    assert change.args == [["00000000"], "place"]


@pytest.mark.parametrize("key", [Key.Key_N, Key.Key_F2])
def test_a_key_opens_the_note_beside_the_entry(qtbot, panel, key):
    panel.set_current("00000002")

    with qtbot.waitSignal(panel.note_requested) as wish:
        qtbot.keyClick(panel.entries, key)

    rect = panel.entries.visualRect(panel.model.index(2))
    assert wish.args[0] == "00000002"
    assert wish.args[1].topLeft() == panel.entries.viewport().mapToGlobal(rect.topLeft())


def test_a_window_shortcut_does_not_take_the_panels_keys(qtbot, panel):
    other = QAction(panel)
    other.setShortcut(Key.Key_Delete)
    panel.addAction(other)
    panel.set_current("00000002")

    with qtbot.waitSignal(panel.removal_requested), qtbot.assertNotEmitted(other.triggered):
        qtbot.keyClick(panel.entries, Key.Key_Delete)


def test_after_a_removal_from_the_list_what_follows_is_chosen(qtbot, panel, source):
    click(qtbot, panel, 1)
    source.remove(1)

    with qtbot.waitSignal(panel.annotation_chosen) as chosen:
        panel.refresh()

    assert panel.selected_ids() == chosen.args == [panel.current_id] == ["00000002"]


def test_after_a_removal_at_the_end_the_last_one_is_chosen(qtbot, panel):
    source = AnnotationsInMemory(3)
    panel.set_source(source)
    click(qtbot, panel, 2)
    source.remove(2)

    panel.refresh()

    assert panel.selected_ids() == ["00000001"]


def test_after_a_removal_elsewhere_nothing_is_chosen(qtbot, panel, source):
    panel.set_current("00000001")
    panel.filter_bar.text.setFocus()
    source.remove(1)

    with qtbot.assertNotEmitted(panel.annotation_chosen):
        panel.refresh()

    assert panel.current_id == ""


def test_refresh_keeps_the_selection_and_the_place(qtbot, panel, source):
    panel.set_current("00000500")
    before = panel.entries.visualRect(panel.entries.currentIndex()).top()
    source.remove(495)

    panel.refresh()

    assert panel.selected_ids() == ["00000500"]
    assert panel.entries.visualRect(panel.entries.currentIndex()).top() == before


def test_scrolling_to_the_end_of_the_window_brings_more_and_keeps_the_place(qtbot, panel):
    bar = panel.entries.verticalScrollBar()

    bar.setValue(bar.maximum())
    top = panel.entries.indexAt(QPoint(50, 5)).data()
    qtbot.waitUntil(lambda: panel.model.rowCount() > 200)

    assert panel.entries.indexAt(QPoint(50, 5)).data() == top


def test_scrolling_up_from_the_middle_brings_what_is_before_and_keeps_the_place(qtbot, panel, source):
    panel.set_source(source, 10_000)
    bar = panel.entries.verticalScrollBar()
    first = panel.model.record(0).id

    bar.setValue(40)
    seen = panel.model.record(panel.entries.indexAt(QPoint(50, 5)).row()).id
    qtbot.waitUntil(lambda: panel.model.record(0).id != first)

    assert panel.model.record(panel.entries.indexAt(QPoint(50, 5)).row()).id == seen


def test_after_many_removals_the_list_fills_up_from_before(qtbot, panel, source):
    panel.set_source(source, 19_000)
    del source.numbers[1_803:]

    panel.refresh()

    qtbot.waitUntil(lambda: panel.model.rowCount() > 100)


def test_the_list_follows_the_page(qtbot, panel):
    panel.follow(Span(15_000, 15_100))

    def top_is_there():
        row = panel.entries.indexAt(QPoint(50, 5)).row()
        assert panel.model.record(row).span.start == 15_000

    qtbot.waitUntil(top_is_there)


def test_the_list_does_not_follow_while_the_user_scrolls_it(qtbot, panel):
    qtbot.keyClick(panel.entries, Key.Key_PageDown)
    before = panel.model.records

    panel.follow(Span(15_000, 15_100))
    qtbot.waitUntil(lambda: not panel.entries._follow_timer.isActive())

    assert panel.model.records == before


def test_the_list_stays_where_what_the_page_shows_is_seen_already(qtbot, panel):
    bar = panel.entries.verticalScrollBar()

    panel.follow(Span(20, 200))
    qtbot.waitUntil(lambda: not panel.entries._follow_timer.isActive())

    assert bar.value() == 0


def test_the_choice_survives_the_window_moving_away_and_back(qtbot, panel):
    panel.set_current("00000003")

    panel.model.open_at(15_000)
    panel.model.open_at(0)

    assert panel.selected_ids() == ["00000003"]


def test_typed_text_filters_after_a_pause(qtbot, panel):
    with qtbot.waitSignal(panel.filter_bar.filter_changed) as changed:
        type_text(panel.filter_bar.text, "فاس")

    assert changed.args == [AnnotationFilter(text="فاس")]
    assert {record.quote for record in panel.model.records} == {"مدينة فاس"}


def test_ticking_tags_filters_by_several(qtbot, panel):
    menu = panel.filter_bar.tags_menu
    menu.aboutToShow.emit()
    for action in menu.actions():
        if action.data() in ("place", "date"):
            menu.setActiveAction(action)
            qtbot.keyClick(menu, Key.Key_Space)

    assert {record.tag_id for record in panel.model.records} == {"place", "date"}
    assert "2" in panel.filter_bar.tags_button.text()


def test_the_authors_are_read_when_their_menu_opens(qtbot, panel):
    menu = panel.filter_bar.author.authors_menu
    menu.aboutToShow.emit()

    menu.actions()[2].trigger()

    assert {record.author for record in panel.model.records} == {"سعاد"}
    assert "سعاد" in panel.filter_bar.author.text()


def test_a_filter_that_hides_all_says_so_and_can_be_cleared(qtbot, panel):
    panel.filter_bar.text.setText("لا يوجد")
    qtbot.keyClick(panel.filter_bar.text, Key.Key_Return)
    assert panel.empty.isVisible()

    qtbot.mouseClick(panel.empty.button, Qt.MouseButton.LeftButton)

    assert panel.entries.isVisible()
    assert panel.model.rowCount() > 0


def test_a_document_without_annotations_says_what_to_do(panel):
    panel.set_source(AnnotationsInMemory(0))

    assert panel.empty.isVisible()
    assert "Select words" in panel.empty.sentence.text()


def test_the_context_menu_offers_what_can_be_done(qtbot, panel):
    panel.set_current("00000002")
    menu = panel.menu()
    texts = " ".join(entries_of(menu))

    assert all(word in texts for word in ("Change tag", "Note", "Relate", "Remove"))


def test_linking_to_an_entity_is_in_the_menu_when_it_is_offered(qtbot, panel):
    panel.set_current("00000002")
    assert "Link to an entity…" not in entries_of(panel.menu())
    panel.offer_entities(True)

    with qtbot.waitSignal(panel.entity_link_requested) as wish:
        entries_of(panel.menu())["Link to an entity…"].trigger()

    assert wish.args == ["00000002"]


def test_several_selected_entries_have_no_single_note(qtbot, panel):
    click(qtbot, panel, 1)
    click(qtbot, panel, 3, Qt.KeyboardModifier.ShiftModifier)

    assert not entries_of(panel.menu())["Note and attributes…"].isEnabled()


def test_the_tag_menu_changes_all_selected(qtbot, panel):
    panel.entries.selectAll()
    tag_menu = panel.menu().actions()[1].menu()

    with qtbot.waitSignal(panel.tag_change_requested) as change:
        tag_menu.actions()[3].trigger()

    assert len(change.args[0]) == panel.model.rowCount()
    assert change.args[1] == "place"


def test_a_relation_is_made_by_choosing_its_other_end(qtbot, panel):
    panel.set_current("00000002")
    entries_of(panel.menu())["Relate to another annotation…"].trigger()
    assert panel.banner.isVisible()
    qtbot.keyClick(panel.entries, Key.Key_Down)

    with qtbot.waitSignal(panel.relation_requested) as wish:
        qtbot.keyClick(panel.entries, Key.Key_Return)

    assert wish.args == ["00000002", "00000003"]
    assert not panel.banner.isVisible()


def test_escape_gives_up_relating(qtbot, panel):
    panel.set_current("00000002")
    entries_of(panel.menu())["Relate to another annotation…"].trigger()

    qtbot.keyClick(panel.entries, Key.Key_Escape)

    assert not panel.banner.isVisible()


def relation_row(number: int, *, is_outgoing: bool) -> ShownRelation:
    from builders import relation

    this, other = annotation(2), annotation(number)
    return ShownRelation(relation=relation(this, other), other=other, is_outgoing=is_outgoing)


def test_the_relations_of_the_chosen_annotation_are_listed(qtbot, panel):
    panel.set_current("00000002")

    panel.show_relations("00000002", [relation_row(5, is_outgoing=True)])

    assert panel.relations.isVisible()
    assert annotation(5).quote in panel.relations.entries.item(0).text()


def test_relations_of_another_annotation_are_ignored(panel):
    panel.set_current("00000002")

    panel.show_relations("00000009", [relation_row(5, is_outgoing=True)])

    assert not panel.relations.isVisible()


def test_a_relation_can_be_followed_and_removed(qtbot, panel):
    panel.set_current("00000002")
    row = relation_row(5, is_outgoing=True)
    panel.show_relations("00000002", [row])
    panel.relations.entries.setFocus()
    panel.relations.entries.setCurrentRow(0)

    with qtbot.waitSignal(panel.annotation_chosen) as chosen:
        qtbot.keyClick(panel.relations.entries, Key.Key_Return)
    with qtbot.waitSignal(panel.relation_removal_requested) as removal:
        qtbot.keyClick(panel.relations.entries, Key.Key_Delete)

    assert chosen.args == [annotation(5).id]
    assert removal.args == [[row.relation.id]]


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_the_arrow_of_a_relation_points_along_the_line(qtbot, panel, direction):
    panel.setLayoutDirection(direction)
    panel.set_current("00000002")

    panel.show_relations("00000002", [relation_row(5, is_outgoing=True)])

    expected = "←" if direction == Qt.LayoutDirection.RightToLeft else "→"
    assert expected in panel.relations.entries.item(0).text()


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_the_chip_stands_at_the_leading_side_and_clear_of_the_quote(qtbot, panel, direction):
    panel.setLayoutDirection(direction)
    option = QStyleOptionViewItem()
    option.initFrom(panel.entries)
    option.direction = direction
    option.rect = panel.entries.visualRect(panel.model.index(0))

    places = EntryPainter().geometry(option)

    middle = option.rect.center().x()
    is_leading = places.chip.center().x() > middle if direction == DIRECTIONS[1] else places.chip.center().x() < middle
    assert is_leading
    assert not places.chip.intersects(places.quote)
    assert option.rect.contains(places.quote)
    assert option.rect.contains(places.detail)


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_the_chip_is_painted_where_it_is_said_to_be(qtbot, panel, direction):
    panel.setLayoutDirection(direction)
    image = panel.entries.viewport().grab().toImage()
    option = QStyleOptionViewItem()
    option.direction = direction
    option.rect = panel.entries.visualRect(panel.model.index(0))

    chip = EntryPainter().geometry(option).chip

    assert image.pixelColor(chip.center()).rgb() == shown_tags().colour(annotation(0).tag_id).line.rgb()


def test_extended_selection_is_no_jump(qtbot, panel):
    click(qtbot, panel, 1)

    with qtbot.assertNotEmitted(panel.annotation_chosen):
        qtbot.keyClick(panel.entries, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    assert len(panel.selected_ids()) == 2


def test_selecting_all_and_removing_asks_once(qtbot, panel):
    panel.entries.selectionModel().select(
        panel.model.index(0), QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    )
    panel.entries.selectAll()

    with qtbot.waitSignal(panel.removal_requested) as removal:
        qtbot.keyClick(panel.entries, Key.Key_Delete)

    assert len(removal.args[0]) == panel.model.rowCount()


def test_a_note_of_many_lines_is_drawn_on_one(qtbot, panel, source):
    source.changed[0] = replace(annotation(0), note="سطر\nثانٍ\n🙂", quote="كَلِمَةٌ 𞸀\nword")
    height = panel.entries.visualRect(panel.model.index(0)).height()

    panel.refresh()
    panel.entries.viewport().grab()

    assert panel.entries.visualRect(panel.model.index(0)).height() == height


def test_the_first_annotation_of_a_document_appears(qtbot, panel):
    source = AnnotationsInMemory(0)
    panel.set_source(source)
    source.numbers.append(0)

    panel.refresh()

    assert panel.entries.isVisible()
    assert panel.model.rowCount() == 1


def test_a_hidden_panel_reads_anew_when_it_is_seen_again(qtbot, panel, source):
    panel.hide()
    given = source.rows_given
    source.remove(0)
    panel.refresh()
    assert source.rows_given == given

    panel.show()

    assert panel.model.record(0).id == annotation(1).id


def test_what_is_selected_together_stays_selected_when_one_of_it_is_chosen_elsewhere(qtbot, panel):
    click(qtbot, panel, 1)
    click(qtbot, panel, 3, Qt.KeyboardModifier.ControlModifier)

    panel.set_current("00000003")

    assert panel.selected_ids() == ["00000001", "00000003"]
    assert panel.current_id == "00000003"


def test_a_larger_face_makes_higher_rows(panel):
    before = panel.entries.visualRect(panel.model.index(1)).height()
    font = QFont(panel.font())
    font.setPixelSize(40)

    panel.set_quote_font(font)

    assert panel.entries.visualRect(panel.model.index(1)).height() > before + 10
