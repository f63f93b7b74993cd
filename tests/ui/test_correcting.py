# SPDX-License-Identifier: GPL-3.0-or-later
"""Words are corrected on the page: tags move along, the page stays where it was, and undo takes it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import TEXTS
from hand import Hand, Start
from PySide6.QtCore import Qt

from reader.model.ids import TagId
from reader.text.spans import Span
from reader.workspace import changing_text, edits


def opened(start: Start, tmp_path: Path, content: str, language: str = "en") -> Hand:
    path = tmp_path / "text.txt"
    path.write_text(content, encoding="utf-8")
    hand = start(path, language=language)
    hand.wait(lambda: hand.desk.controller.document is not None)
    hand.wait_for_rest()
    return hand


def correct(hand: Hand, phrase: str, words: str) -> None:
    """Select the phrase, press F2, type and press Return."""
    span = hand.span_of(phrase)
    hand.pane.select(span)
    hand.desk.actions["correct_text"].trigger()
    card = hand.desk.correcting.card
    assert card is not None
    card.text.setPlainText(words)
    before = hand.text
    hand.qtbot.keyClick(card.text, Qt.Key.Key_Return)
    hand.wait(lambda: hand.text != before and not hand.desk.controller.is_busy)


@pytest.mark.parametrize("kind", TEXTS)
def test_selected_words_are_corrected_and_the_tags_behind_them_move(start: Start, tmp_path: Path, kind: str) -> None:
    hand = opened(start, tmp_path, TEXTS[kind])
    first, second = TEXTS[kind].split()[1:3]
    hand.desk.controller.tag([hand.span_of(second)], "place")

    correct(hand, first, first + " 𞸀 جديد")

    assert hand.text == TEXTS[kind].replace(first, first + " 𞸀 جديد", 1)
    assert [hand.text[each.span.start : each.span.end] for each in hand.annotations] == [second]


def test_undo_and_redo_of_a_correction_change_the_page(start: Start, tmp_path: Path) -> None:
    hand = opened(start, tmp_path, TEXTS["mixed"])
    correct(hand, "انطلق", "اِنطلق")
    hand.desk.actions["undo"].trigger()
    hand.wait(lambda: hand.text == TEXTS["mixed"] and not hand.desk.controller.is_busy)
    hand.desk.actions["redo"].trigger()

    hand.wait(lambda: hand.text == TEXTS["mixed"].replace("انطلق", "اِنطلق"))


def test_escape_leaves_the_text_as_it_is(start: Start, tmp_path: Path) -> None:
    hand = opened(start, tmp_path, TEXTS["plain"])
    hand.pane.select(hand.span_of("مدينة"))
    hand.desk.actions["correct_text"].trigger()
    card = hand.desk.correcting.card
    assert card is not None
    card.text.setPlainText("بلدة")
    hand.qtbot.keyClick(card.text, Qt.Key.Key_Escape)

    assert not card.isVisible()
    assert hand.text == TEXTS["plain"]


def test_signs_that_qt_cannot_hold_stay_where_nothing_was_typed(start: Start, tmp_path: Path) -> None:
    content = "قال\u00a0الوزير\u2028ثم مضى الى المدينة.\n"
    hand = opened(start, tmp_path, content)
    correct(hand, content[:20], content[:20].replace("مضى", "ذهب").replace("\u00a0", " ").replace("\u2028", "\n"))

    assert hand.text == content.replace("مضى", "ذهب")


def test_page_stays_where_it_was(start: Start, tmp_path: Path) -> None:
    lines = [f"السطر {number} من نص طويل يُقرأ هنا." for number in range(2000)]
    hand = opened(start, tmp_path, "\n".join(lines))
    hand.pane.start_at(hand.text.index("السطر 1500 "))
    correct(hand, "السطر 1503 ", "السطر الجديد 1503 ")
    top = hand.pane.top_offset

    assert top is not None
    assert hand.text[top:].startswith("السطر 1500 ")


def test_text_that_another_window_corrected_is_shown(start: Start, tmp_path: Path) -> None:
    from reader.store import Library

    hand = opened(start, tmp_path, TEXTS["plain"])
    document = hand.desk.controller.document
    assert document is not None
    with Library.open(hand.desk.controller.library_path) as other:
        edit = changing_text.correct_text(other, document.id, (0, 3), "وزار", "زار", "x")
        other.apply(edit, author="x")

    hand.wait(lambda: hand.text.startswith("وزار"))


def test_tag_given_on_a_text_that_has_become_another_is_refused(start: Start, tmp_path: Path) -> None:
    from reader.store import Library

    hand = opened(start, tmp_path, TEXTS["plain"])
    document, text = hand.desk.controller.document, hand.desk.controller.text
    assert document is not None
    assert text is not None
    with Library.open(hand.desk.controller.library_path) as other:
        other.apply(changing_text.correct_text(other, document.id, (0, 3), "وقد زار", "زار", "x"), author="x")
    done = hand.desk.controller.do(
        lambda _library: edits.tag_spans(text, document.id, [Span(11, 16)], TagId("place"), "y")
    )

    assert not done


# The review of tags without a place


def test_tag_whose_words_were_replaced_waits_for_review_and_is_accepted_by_key(start: Start, tmp_path: Path) -> None:
    hand = opened(start, tmp_path, TEXTS["mixed"])
    hand.desk.controller.tag([hand.span_of("انطلق مؤتمر")], "event")
    correct(hand, "انطلق مؤتمر", "بدأت ندوة")
    assert hand.desk.window.status.displaced_button.isVisible()
    hand.desk.window.status.displaced_button.click()
    dialog = hand.desk.placing.dialog
    assert dialog is not None
    hand.qtbot.keyClick(dialog.list, Qt.Key.Key_Return)

    hand.wait(lambda: [each.quote for each in hand.annotations] == ["بدأت ندوة"])
    assert not hand.desk.window.status.displaced_button.isVisible()
    assert dialog.item is None


def test_orphan_gets_the_place_that_is_selected_on_the_page(start: Start, tmp_path: Path) -> None:
    hand = opened(start, tmp_path, TEXTS["mixed"])
    hand.desk.controller.tag([hand.span_of("باكو")], "place")
    correct(hand, " في باكو (Baku)", "")
    hand.desk.actions["place_tags"].trigger()
    dialog = hand.desk.placing.dialog
    assert dialog is not None
    assert dialog.item is not None
    assert dialog.item.displaced.is_orphan
    hand.pane.select(hand.span_of("150 دولة"))
    hand.qtbot.keyClick(dialog.list, Qt.Key.Key_Insert)

    hand.wait(lambda: [each.quote for each in hand.annotations] == ["150 دولة"])


def test_tag_can_be_left_without_a_place_and_removed(start: Start, tmp_path: Path) -> None:
    hand = opened(start, tmp_path, TEXTS["mixed"])
    hand.desk.controller.tag([hand.span_of("انطلق مؤتمر")], "event")
    correct(hand, "انطلق مؤتمر", "بدأت ندوة")
    hand.desk.actions["place_tags"].trigger()
    dialog = hand.desk.placing.dialog
    assert dialog is not None
    hand.qtbot.keyClick(dialog.list, Qt.Key.Key_Backspace)
    assert dialog.item is not None
    assert dialog.item.displaced.is_orphan
    hand.qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert dialog.item is None
    hand.desk.actions["undo"].trigger()

    hand.wait(lambda: dialog.item is not None)


# Earlier versions


def test_earlier_version_is_listed_compared_read_and_gone_back_to(start: Start, tmp_path: Path) -> None:
    hand = opened(start, tmp_path, TEXTS["astral"])
    correct(hand, "الرمز", "الرمزُ الجديد")
    hand.desk.actions["versions"].trigger()
    dialog = hand.desk.versions.dialog
    assert dialog is not None
    assert dialog.list.count() == 2
    assert dialog.version == 1
    hand.wait(lambda: "الجديد" in dialog.changes.toPlainText())
    dialog.revert_button.click()

    hand.wait(lambda: hand.text == TEXTS["astral"])
    hand.wait(lambda: dialog.list.count() == 3)
    dialog.open_button.click()
    dialog.close()
