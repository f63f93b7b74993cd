# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog about learning, in the real window: figures, what was learned, and what can be done with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from reader.model.outcome import Score
from reader.text.spans import Span
from reader.ui.dialogs.learning import LearningDialog
from reader.workspace.learning_result import DocumentFigure, LearnedForm, LearningStatus, SharedModel

TEXT = "زار الوزير بلدة صوفر يوم الاثنين.\nوعاد من صوفر في اليوم التالي.\nثم قال إن صوفر جميلة.\n"
STATUS = LearningStatus(
    scores={"place": Score(accepted=8, rejected=2, missed=3), "person": Score(accepted=1, corrected=1)},
    documents=tuple(
        DocumentFigure(title=f"مقال {number}", score=Score(accepted=number, rejected=2), last="")
        for number in range(1, 6)
    ),
    tagged=(LearnedForm(key="صوفر", tag_id="place", tagged=3, refused=0),),
    refused=(LearnedForm(key="الوزير", tag_id="person", tagged=0, refused=2),),
    shared=(SharedModel("shared x", "زميلة", 12),),
)


@pytest.fixture
def dialog(qtbot):
    made = LearningDialog()
    qtbot.addWidget(made)
    return made


def cells(table):
    return [
        [table.item(row, column).toolTip() for column in range(table.columnCount())] for row in range(table.rowCount())
    ]


def test_without_anything_learned_it_says_what_to_do(dialog):
    dialog.show_status(LearningStatus(scores={}))
    dialog.show()

    assert dialog.empty.isVisible()
    assert not dialog.reset_button.isEnabled()
    assert not dialog.export_button.isEnabled()


def test_figures_stand_by_tag_the_most_settled_first(dialog):
    dialog.show_status(STATUS)

    assert cells(dialog.by_tag)[0][:3] == ["place", "80 %", "10"]
    assert cells(dialog.by_tag)[1][:3] == ["person", "50 %", "2"]


def test_the_curve_has_a_point_for_each_text(dialog):
    dialog.show_status(STATUS)
    dialog.show()

    assert len(dialog.curve.values) == 5
    assert dialog.curve.isVisible()
    assert dialog.grab().size().isValid()


def test_a_known_form_can_be_removed(dialog, qtbot):
    dialog.show_status(STATUS)
    dialog.pages.setCurrentWidget(dialog.known)
    dialog.known.selectRow(0)

    with qtbot.waitSignal(dialog.forget_requested) as asked:
        dialog.remove.click()

    assert asked.args == ["صوفر", "place"]


def test_a_shared_model_can_be_removed(dialog, qtbot):
    dialog.show_status(STATUS)
    dialog.pages.setCurrentWidget(dialog.shared)
    dialog.shared.selectRow(0)

    with qtbot.waitSignal(dialog.shared_removal_requested) as asked:
        qtbot.keyClick(dialog.shared, Qt.Key.Key_Delete)
        dialog.remove.click()

    assert asked.args == ["shared x"]


def test_figures_cannot_be_removed(dialog):
    dialog.show_status(STATUS)
    dialog.show()
    dialog.pages.setCurrentWidget(dialog.by_tag)

    assert not dialog.remove.isVisible()


def opened(hand, qtbot):
    hand.desk.actions["learning"].trigger()
    dialog = hand.desk.learning_desk.dialog
    qtbot.waitUntil(lambda: dialog._status is not None, timeout=20_000)
    return dialog


def taught(start, tmp_path, qtbot, language="en"):
    path = tmp_path / "نص.txt"
    path.write_text(TEXT, encoding="utf-8")
    hand = start(path, language=language)
    at = TEXT.index("صوفر")
    hand.desk.controller.tag([Span(at, at + 4)], "work")
    dialog = opened(hand, qtbot)
    qtbot.waitUntil(lambda: dialog.known.rowCount() == 1, timeout=20_000)
    return hand, dialog


def test_the_window_shows_what_was_learned_in_both_languages(start, tmp_path, qtbot, language):
    _, dialog = taught(start, tmp_path, qtbot, language)

    assert cells(dialog.known)[0][0] == "صوفر"
    wanted = Qt.LayoutDirection.RightToLeft if language == "ar" else Qt.LayoutDirection.LeftToRight
    assert dialog.layoutDirection() == wanted


def test_a_form_removed_in_the_window_is_suggested_no_more(start, tmp_path, qtbot):
    hand, dialog = taught(start, tmp_path, qtbot)

    def suggested():
        found = hand.desk.controller.suggestions_in(Span(0, len(TEXT)), 0.0)
        return [each for each in found if each.tag_id == "work"]

    qtbot.waitUntil(lambda: len(suggested()) == 2, timeout=20_000)
    dialog.pages.setCurrentWidget(dialog.known)
    dialog.known.selectRow(0)
    dialog.remove.click()

    qtbot.waitUntil(lambda: dialog.known.rowCount() == 0 and not suggested(), timeout=20_000)


def test_resetting_asks_first(start, tmp_path, qtbot):
    _, dialog = taught(start, tmp_path, qtbot)
    dialog.reset_button.click()
    question = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMessageBox))
    qtbot.waitUntil(question.isVisible)

    next(button for button in question.buttons() if "Reset" in button.text()).click()

    qtbot.waitUntil(dialog.empty.isVisible, timeout=20_000)
