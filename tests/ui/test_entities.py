# SPDX-License-Identifier: GPL-3.0-or-later
"""Entities in the real window: linked by keys alone, listed, merged, split, imported, jumped to; one undo each."""

from __future__ import annotations

import pytest
from hand import Hand, Start
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMessageBox

from reader import settings as names
from reader.model.entity import Entity
from reader.store import Library
from reader.text.spans import Span
from reader.ui.dialogs.entities_picker import EntityPicker
from reader.ui.models.entities import EntityRow
from reader.workspace import edits, entities
from reader.workspace.entity_proposals import UnlinkedGroup
from reader.workspace.importing import import_file

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ARTICLE = """لقاء باكو

وصل ستار هاشمي إلى باكو 😀 يوم الإثنين. وَقَالَ هاشمي إِنَّ باكو مَدِينَةٌ 𞸀 عريقة، ومعه ITU.
وعاد هاشمي من باكو.
"""
OTHER = "زار هاشمي مدينة طنطا.\nثم رجع هاشمي إلى باكو.\n"
BAKU = Entity(id="b", name="باكو", kind="place", translations=(("en", "Baku"),))
HASHIMI = Entity(id="h", name="ستار هاشمي", kind="person", aliases=("هاشمي",))


@pytest.fixture
def hand(start: Start, tmp_path, language: str) -> Hand:
    """The window on an article; the library has two entities that nothing is linked to."""
    article = tmp_path / "لقاء.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    hand = start(article, language=language)
    for entity in (BAKU, HASHIMI):
        assert hand.desk.controller.do(lambda library, new=entity: entities.add_entity(library, new))
    hand.desk.settings.set(names.ENTITY_LINKING, "off")
    return hand


def tag(hand: Hand, phrase: str, tag_id: str) -> list[str]:
    """Tag every place of the phrase; the ids in text order."""
    spans, start = [], hand.text.find(phrase)
    while start >= 0:
        spans.append(Span(start, start + len(phrase)))
        start = hand.text.find(phrase, start + 1)
    assert hand.desk.controller.tag(spans, tag_id)
    return [each.id for each in hand.annotations if each.span in spans and each.tag_id == tag_id]


def linked(hand: Hand, entity_id: str) -> list[str]:
    return hand.desk.controller.ask(lambda library: library.entities.mention_ids(entity_id), [])


def ask(hand: Hand, annotation_id: str) -> EntityPicker:
    """Set the annotation off and press Ctrl+K."""
    hand.desk.tagging.go_to_annotation(annotation_id)
    hand.press(Key.Key_K, CTRL)
    picker = hand.desk.linking.picker
    assert picker is not None
    assert picker.isVisible()
    return picker


def dialog_of(hand: Hand, entity_id: str = ""):
    hand.desk.entities.show(entity_id)
    dialog = hand.desk.entities.dialog
    hand.wait(lambda: dialog.list.model.rowCount() > 0)
    if entity_id:
        hand.wait(lambda: dialog.form.entity is not None and dialog.form.entity.id == entity_id)
    return dialog


def answer(hand: Hand, kind: type, act) -> None:
    """Act on the question that stands on the screen, and wait until it is gone."""
    found = [each for each in hand.window.findChildren(kind) if each.isVisible()]
    assert len(found) == 1
    act(found[0])
    hand.wait(lambda: not [each for each in hand.window.findChildren(kind) if each.isVisible()])


# The board beside a tag


def test_tags_alike_are_linked_by_two_keys_and_one_undo_takes_it_back(hand: Hand) -> None:
    ids = tag(hand, "هاشمي", "person")
    picker = ask(hand, ids[1])
    assert [each.entity.id for each in picker.proposals] == ["h"]
    hand.press(Key.Key_Return)

    assert (linked(hand, "h"), picker.isVisible()) == (ids, False)
    hand.desk.actions["undo"].trigger()
    assert linked(hand, "h") == []


def test_only_this_tag_is_linked_when_that_is_said(hand: Hand) -> None:
    ids = tag(hand, "هاشمي", "person")
    picker = ask(hand, ids[1])
    picker.reach.setCurrentIndex(0)
    hand.press(Key.Key_Return)
    assert linked(hand, "h") == [ids[1]]


def test_entity_is_found_by_typing_any_of_its_names(hand: Hand) -> None:
    (itu,) = tag(hand, "ITU", "organisation")
    picker = ask(hand, itu)
    hand.press("bak")
    assert [each.entity.id for each in picker.proposals] == ["b"]
    hand.press(Key.Key_Return)
    assert linked(hand, "b") == [itu]


def test_new_entity_is_made_from_the_tag(hand: Hand) -> None:
    (itu,) = tag(hand, "ITU", "organisation")
    ask(hand, itu)
    hand.press(Key.Key_Up)
    hand.press(Key.Key_Return)

    (made,) = hand.desk.controller.ask(lambda library: library.entities.named("ITU"), [])
    assert (made.kind, linked(hand, made.id)) == ("organisation", [itu])


def test_refused_entity_stays_away_from_these_words_in_this_text(hand: Hand) -> None:
    ids = tag(hand, "هاشمي", "person")
    picker = ask(hand, ids[0])
    hand.press(Key.Key_Delete)
    assert picker.proposals == []

    hand.press(Key.Key_Escape)
    assert ask(hand, ids[1]).proposals == []


def test_link_is_taken_away_from_the_board(hand: Hand) -> None:
    ids = tag(hand, "هاشمي", "person")
    ask(hand, ids[0])
    hand.press(Key.Key_Return)
    picker = ask(hand, ids[0])
    assert picker.unlink.isVisible()
    picker.reach.setCurrentIndex(0)
    picker.unlink.click()
    assert linked(hand, "h") == ids[1:]


def test_escape_gives_the_keyboard_back_to_the_page(hand: Hand) -> None:
    (itu,) = tag(hand, "ITU", "organisation")
    picker = ask(hand, itu)
    hand.press(Key.Key_Escape)
    assert not picker.isVisible()
    assert hand.pane.hasFocus()


def test_tags_alike_in_the_whole_library_are_listed_to_choose_from(hand: Hand, library_path, tmp_path) -> None:
    ids = tag(hand, "هاشمي", "person")
    far = tag_elsewhere(library_path, tmp_path, "هاشمي")
    hand.desk.controller.look_around()
    picker = ask(hand, ids[0])
    picker.reach.setCurrentIndex(picker.reach.count() - 1)
    hand.press(Key.Key_Return)
    hand.wait(lambda: hand.desk.alike.dialog is not None and hand.desk.alike.dialog.isVisible())

    dialog = hand.desk.alike.dialog
    assert set(dialog.selected_ids) == {*ids, *far}
    row = dialog.model.row_of(ids[2])
    hand.qtbot.mouseClick(
        dialog.entries.viewport(),
        Qt.MouseButton.LeftButton,
        pos=dialog.entries.visualRect(dialog.model.index(row)).center(),
    )
    dialog.link_button.click()
    assert set(linked(hand, "h")) == {*ids, *far} - {ids[2]}


def tag_elsewhere(library_path, tmp_path, phrase: str) -> list[str]:
    """Another document with the phrase tagged as a person; the ids."""
    file = tmp_path / "آخر.txt"
    file.write_text(OTHER, encoding="utf-8")
    import_file(library_path, file, lambda *_: None, lambda: False)
    with Library.open(library_path) as library:
        document = next(each for each in library.documents.list() if each.length == len(OTHER))
        starts = [at for at in range(len(OTHER)) if OTHER.startswith(phrase, at)]
        spans = [Span(at, at + len(phrase)) for at in starts]
        library.apply(
            edits.tag_spans(library.texts.open(document.id), document.id, spans, "person", "مريم"), author="مريم"
        )
        return [each.id for each in library.annotations.page_after(document.id, None, 9)]


def test_selected_words_are_tagged_and_linked_in_one_step(hand: Hand) -> None:
    span = hand.span_of("ستار هاشمي")
    hand.pane.select(span)
    hand.desk.actions["link_entity"].trigger()
    hand.press(Key.Key_Return)

    (made,) = hand.annotations
    assert (made.span, made.tag_id, linked(hand, "h")) == (span, "person", [made.id])
    hand.desk.actions["undo"].trigger()
    assert hand.annotations == []


def test_all_alike_follow_when_the_link_is_changed(hand: Hand) -> None:
    ids = tag(hand, "هاشمي", "person")
    ask(hand, ids[0])
    hand.press(Key.Key_Return)
    ask(hand, ids[1])
    hand.press("baku")
    hand.press(Key.Key_Return)
    assert (linked(hand, "b"), linked(hand, "h")) == (ids, [])


# Offers


def test_new_tag_with_the_name_of_an_entity_is_offered_quietly_and_linked_by_a_key(hand: Hand) -> None:
    hand.desk.settings.set(names.ENTITY_LINKING, "offer")
    assert not hand.desk.actions["link_offered"].isEnabled()
    ids = tag(hand, "باكو", "place")
    assert (hand.desk.offers.count, linked(hand, "b")) == (4, [])
    assert "4" in hand.desk.sidebar.tabText(2) or "٤" in hand.desk.sidebar.tabText(2)

    hand.pane.setFocus()
    hand.press(Key.Key_K, CTRL | SHIFT)
    assert (hand.desk.offers.count, linked(hand, "b")) == (0, ids)
    hand.desk.actions["undo"].trigger()
    assert (linked(hand, "b"), len(hand.annotations)) == ([], 4)


def test_new_tag_is_linked_at_once_when_that_is_set_and_it_is_told(hand: Hand) -> None:
    hand.desk.settings.set(names.ENTITY_LINKING, "link")
    ids = tag(hand, "باكو", "place")
    assert linked(hand, "b") == ids
    assert "باكو" in hand.window.status.hint
    hand.desk.actions["undo"].trigger()
    assert (linked(hand, "b"), len(hand.annotations)) == ([], 4)


def test_nothing_is_offered_when_that_is_set(hand: Hand) -> None:
    tag(hand, "باكو", "place")
    assert hand.desk.offers.count == 0


# The panel


@pytest.fixture
def panel(hand: Hand):
    hand.desk.sidebar.setCurrentIndex(2)
    return hand.desk.sidebar.entities


def rows(panel, kind: type) -> list:
    found = [panel.model.top(row) for row in range(panel.model.rowCount())]
    return [each for each in found if isinstance(each, kind)]


def make_current(panel, kind: type) -> None:
    row = next(row for row in range(panel.model.rowCount()) if isinstance(panel.model.top(row), kind))
    panel.entries.setCurrentIndex(panel.model.index(row))
    panel.entries.setFocus()


def test_panel_shows_what_is_linked_and_what_is_not_yet(hand: Hand, panel) -> None:
    tag(hand, "باكو", "place"), tag(hand, "ITU", "organisation"), tag(hand, "الإثنين", "date")
    hand.wait(lambda: len(rows(panel, UnlinkedGroup)) == 2)
    assert [(group.name, len(group.ids), len(group.proposals)) for group in rows(panel, UnlinkedGroup)] == [
        ("باكو", 4, 1),
        ("ITU", 1, 0),
    ]


def test_offer_in_the_panel_is_accepted_by_a_key(hand: Hand, panel) -> None:
    ids = tag(hand, "باكو", "place")
    hand.wait(lambda: rows(panel, UnlinkedGroup))
    make_current(panel, UnlinkedGroup)
    hand.press("a")
    hand.wait(lambda: rows(panel, EntityRow))

    assert linked(hand, "b") == ids
    assert [(row.entity.id, row.count) for row in rows(panel, EntityRow)] == [("b", 4)]


def test_offer_in_the_panel_is_refused_by_a_key(hand: Hand, panel) -> None:
    tag(hand, "باكو", "place")
    hand.wait(lambda: rows(panel, UnlinkedGroup))
    make_current(panel, UnlinkedGroup)
    hand.press("r")
    hand.wait(lambda: not rows(panel, UnlinkedGroup)[0].proposals)
    assert hand.desk.controller.undo_name == "refuse-entity"


def test_mention_in_the_panel_leads_to_its_place(hand: Hand, panel) -> None:
    ids = tag(hand, "باكو", "place")
    hand.desk.controller.do(lambda library: entities.link(library, library.annotations.find(ids), "b"))
    hand.wait(lambda: rows(panel, EntityRow))
    make_current(panel, EntityRow)
    panel.entries.setExpanded(panel.entries.currentIndex(), True)
    panel.entries.setCurrentIndex(panel.model.index(2, 0, panel.entries.currentIndex()))
    hand.press(Key.Key_Return)

    assert hand.desk.current.annotation.id == ids[2]
    assert hand.pane.hasFocus()


def test_panel_says_what_to_do_when_it_is_empty(hand: Hand, panel) -> None:
    hand.wait(panel.empty.isVisible)
    assert "Ctrl+K" in panel.empty.sentence.text()


def test_menu_of_the_annotation_list_has_the_link(hand: Hand) -> None:
    (itu,) = tag(hand, "ITU", "organisation")
    hand.desk.sidebar.annotations.set_current(itu)
    texts = [action.text() for action in hand.desk.sidebar.annotations.menu().actions()]
    hand.desk.sidebar.annotations.entity_link_requested.emit(itu)
    assert len(texts) > 5
    assert hand.desk.linking.picker.isVisible()


# The registry


def test_registry_lists_finds_and_narrows(hand: Hand) -> None:
    dialog = dialog_of(hand)
    assert list(dialog.list.model.ids) == ["b", "h"]
    dialog.list.search.setText("هاشمى")
    hand.wait(lambda: list(dialog.list.model.ids) == ["h"])
    dialog.list.search.setText("")
    dialog.list.kind.setCurrentIndex(dialog.list.kind.findData("place"))
    dialog.list.kind.activated.emit(0)
    hand.wait(lambda: list(dialog.list.model.ids) == ["b"])


def test_fields_are_saved_when_they_are_left_and_can_be_undone(hand: Hand) -> None:
    dialog = dialog_of(hand, "b")
    dialog.form.identifiers.setPlainText("https://www.wikidata.org/wiki/Q9248\ngeonames:587084")
    dialog.form.save()
    stored = hand.desk.controller.ask(lambda library: library.entities.get("b"), BAKU)
    assert stored.external_ids == (("wikidata", "Q9248"), ("geonames", "587084"))

    hand.desk.actions["undo"].trigger()
    hand.wait(lambda: dialog.form.identifiers.toPlainText() == "")


def test_wrong_identifier_is_told_and_not_saved(hand: Hand) -> None:
    dialog = dialog_of(hand, "b")
    dialog.form.identifiers.setPlainText("wikidata:Baku")
    dialog.form.save()
    assert "wikidata:Baku" in dialog.form.warning.text()
    assert hand.desk.controller.ask(lambda library: library.entities.get("b"), None) == BAKU


def test_mention_in_another_document_is_one_click_away(hand: Hand, library_path, tmp_path) -> None:
    first, second = tag_elsewhere(library_path, tmp_path, "هاشمي")
    hand.desk.controller.look_around()
    here = tag(hand, "هاشمي", "person")
    everyone = [*here, first, second]
    hand.desk.controller.do(lambda library: entities.link(library, library.annotations.find(everyone), "h"))
    dialog = dialog_of(hand, "h")
    hand.wait(lambda: dialog.mentions.model.rowCount() == 5)

    dialog.mentions.entries.setCurrentIndex(dialog.mentions.model.index(dialog.mentions.model.row_of(second)))
    dialog.mentions.go_button.click()
    hand.wait(lambda: hand.desk.current.annotation is not None and hand.desk.current.annotation.id == second)
    assert hand.desk.controller.document.length == len(OTHER)


def test_mentions_are_split_off_into_a_new_entity(hand: Hand) -> None:
    ids = tag(hand, "هاشمي", "person")
    hand.desk.controller.do(lambda library: entities.link(library, library.annotations.find(ids), "h"))
    dialog = dialog_of(hand, "h")
    hand.wait(lambda: dialog.mentions.model.rowCount() == 3)
    dialog.mentions.entries.setCurrentIndex(dialog.mentions.model.index(0))
    dialog.mentions.split_button.click()
    answer(hand, QInputDialog, lambda question: (question.setTextValue("هاشمي آخر"), question.accept()))

    (new,) = hand.desk.controller.ask(lambda library: library.entities.named("هاشمي آخر"), [])
    assert (linked(hand, new.id), linked(hand, "h"), new.kind) == (ids[:1], ids[1:], "person")


def test_entities_are_merged_with_their_mentions(hand: Hand) -> None:
    ids = tag(hand, "هاشمي", "person")
    hand.desk.controller.do(lambda library: entities.link(library, library.annotations.find(ids), "h"))
    dialog = dialog_of(hand)
    dialog.list.entries.selectAll()
    dialog.list.merge_button.click()
    merging = hand.desk.entities.wishes.merge_dialog
    assert merging.stays.id == "h"
    merging.conflicts["kind"].setCurrentIndex(1)
    merging.merge_button.click()

    (one,) = hand.desk.controller.ask(lambda library: library.entities.list(), [])
    assert (one.id, one.kind, set(one.aliases), linked(hand, "h")) == ("h", "place", {"هاشمي", "باكو"}, ids)
    hand.desk.actions["undo"].trigger()
    assert len(hand.desk.controller.ask(lambda library: library.entities.list(), [])) == 2


def test_deleted_entity_leaves_its_tags(hand: Hand) -> None:
    ids = tag(hand, "هاشمي", "person")
    hand.desk.controller.do(lambda library: entities.link(library, library.annotations.find(ids), "h"))
    dialog = dialog_of(hand, "h")
    dialog.list.delete_button.click()
    answer(hand, QMessageBox, lambda box: box.button(QMessageBox.StandardButton.Ok).click())
    hand.wait(lambda: list(dialog.list.model.ids) == ["b"])
    assert [each.id for each in hand.annotations] == ids


def test_import_shows_what_is_new_before_anything_is_written(hand: Hand, tmp_path) -> None:
    (tmp_path / "e.csv").write_text("id,name,kind\nb,مدينة باكو,place\n,القاهرة,place\n", encoding="utf-8")
    hand.desk.entities.files.plan(tmp_path / "e.csv")
    hand.wait(lambda: hand.desk.entities.files.dialog is not None and hand.desk.entities.files.dialog.isVisible())
    preview = hand.desk.entities.files.dialog
    assert [preview.tree.topLevelItem(row).childCount() for row in range(preview.tree.topLevelItemCount())] == [1, 1, 1]
    assert len(hand.desk.controller.ask(lambda library: library.entities.list(), [])) == 2

    preview.import_button.click()
    hand.wait(lambda: len(hand.desk.controller.ask(lambda library: library.entities.list(), [])) == 3)
    assert len(hand.desk.controller.ask(lambda library: library.entities.list(), [])) == 3
    assert hand.desk.controller.undo_name == "import-entities"


def test_broken_file_is_told_with_its_line(hand: Hand, tmp_path) -> None:
    (tmp_path / "e.csv").write_text("name,wikidata\nالقاهرة,85\n", encoding="utf-8")
    hand.desk.entities.files.plan(tmp_path / "e.csv")
    hand.wait(lambda: "e.csv" in hand.window.messages.sentence)
    assert "wikidata:85" in hand.window.messages.sentence
    assert len(hand.desk.controller.ask(lambda library: library.entities.list(), [])) == 2


def test_registry_of_an_empty_library_says_what_to_do(start: Start, language: str) -> None:
    hand = start(language=language)
    hand.desk.entities.show()
    dialog = hand.desk.entities.dialog
    hand.wait(dialog.list.empty.isVisible)
    assert "Ctrl+K" in dialog.list.empty.sentence.text()
    assert dialog.list.empty.button.isVisible()


def test_setting_of_offers_is_kept(hand: Hand) -> None:
    dialog = dialog_of(hand)
    dialog.linking.setCurrentIndex(2)
    dialog.linking.activated.emit(2)
    assert hand.desk.settings.get(names.ENTITY_LINKING) == "link"
