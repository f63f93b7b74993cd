# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of suggestions grouped by name and in orders of rank, narrowed by words, tags and confidence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyleOptionViewItem
from ui.models.fakes import SuggestionsInMemory, shown_tags, suggestion

from reader.model.ids import TagId
from reader.model.suggestion import EVERY_SUGGESTION, Suggestion, SuggestionGroup
from reader.text.spans import Span
from reader.ui.models.suggestion_groups import GROUPS, MENTIONS, GroupRole, SuggestionGroupModel
from reader.ui.sidebar.suggestion_tree import SuggestionTree
from reader.ui.sidebar.suggestions import SuggestionPanel

Key = Qt.Key


def mention(number: int, entity: str, tag: str = "person", confidence: float = 0.8) -> Suggestion:
    made = suggestion(number, tag=tag)
    return replace(made, entity=entity, confidence=confidence)


@pytest.fixture
def source() -> SuggestionsInMemory:
    """Five mentions of one thing, three of another, one of a third; in turns."""
    made = [mention(number, "الاتحاد الدولي للاتصالات", "organisation") for number in range(0, 10, 2)]
    made += [mention(number, "سيد هاشمي", confidence=0.6) for number in range(1, 6, 2)]
    return SuggestionsInMemory([*made, mention(7, "باكو", "place", 0.9)])


@pytest.fixture
def model(source) -> SuggestionGroupModel:
    made = SuggestionGroupModel()
    made.set_tags(shown_tags())
    made.show_of(source, EVERY_SUGGESTION)
    return made


def watched(model: SuggestionGroupModel) -> None:
    """From now on Qt's own tester looks at every change; it opens all groups at once."""
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)


@pytest.fixture
def panel(qtbot, source) -> SuggestionPanel:
    made = SuggestionPanel()
    qtbot.addWidget(made)
    made.set_tags(shown_tags())
    made.set_order("names")
    made.set_source(source)
    made.resize(320, 600)
    made.show()
    qtbot.waitActive(made)
    made.lists.tree.setFocus()
    return made


def names(model: SuggestionGroupModel) -> list[tuple[str, int]]:
    groups = [model.record(model.index(row, 0)) for row in range(model.rowCount())]
    return [(group.name, group.count) for group in groups if isinstance(group, SuggestionGroup)]


def opened(model: SuggestionGroupModel, row: int) -> QModelIndex:
    index = model.index(row, 0)
    while model.canFetchMore(index):
        model.fetchMore(index)
    return index


def tree_of(panel: SuggestionPanel) -> SuggestionTree:
    return panel.lists.tree


# The model


def test_the_largest_group_comes_first(model):
    assert names(model) == [("الاتحاد الدولي للاتصالات", 5), ("سيد هاشمي", 3), ("باكو", 1)]


def test_mentions_are_read_when_their_group_is_opened(model):
    assert model.rowCount(model.index(1, 0)) == 0
    index = opened(model, 1)

    assert [model.record(model.index(row, 0, index)).span.start for row in range(3)] == [10, 30, 50]
    assert model.index(0, 0, index).data(GroupRole.AROUND) == ("كلمات قبلها ", " وكلمات بعدها")


def test_a_decided_mention_goes_and_its_group_keeps_its_place(model, source):
    watched(model)
    index = opened(model, 0)
    for number in range(0, 8, 2):
        source.open.remove(mention(number, "الاتحاد الدولي للاتصالات", "organisation"))
    model.refresh()

    assert names(model) == [("الاتحاد الدولي للاتصالات", 1), ("سيد هاشمي", 3), ("باكو", 1)]
    assert model.rowCount(index) == 1


def test_a_group_that_is_decided_goes(model, source):
    watched(model)
    source.open = [each for each in source.open if each.tag_id != "organisation"]
    model.refresh()

    assert [name for name, _ in names(model)] == ["سيد هاشمي", "باكو"]


def test_groups_and_mentions_come_in_pages(qtbot):
    many = [mention(number, f"اسم {number}") for number in range(GROUPS + 50)]
    one = [mention(1_000 + number, "واحد", "place") for number in range(MENTIONS + 20)]
    model = SuggestionGroupModel()
    model.show_of(SuggestionsInMemory(many + one), EVERY_SUGGESTION)
    first_page = model.rowCount()
    model.fetchMore(QModelIndex())
    first = model.index(0, 0)
    model.fetchMore(first)
    first_mentions = model.rowCount(first)

    assert (first_page, model.rowCount()) == (GROUPS, GROUPS + 51)
    assert (first_mentions, model.rowCount(opened(model, 0))) == (MENTIONS, MENTIONS + 20)


def test_screen_readers_hear_name_tag_number_and_reason(model):
    group = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    one = model.index(0, 0, opened(model, 0)).data(Qt.ItemDataRole.AccessibleTextRole)

    assert all(part in group for part in ("الاتحاد الدولي للاتصالات", "Organisation", "5", "80%"))
    assert "a place name of the list" in one


# The panel


def test_the_arrows_open_a_group_and_a_key_accepts_a_mention(qtbot, panel):
    tree = tree_of(panel)
    qtbot.keyClick(tree, Key.Key_Home)
    qtbot.keyClick(tree, Key.Key_Right)
    with qtbot.waitSignal(panel.suggestion_chosen) as chosen:
        qtbot.keyClick(tree, Key.Key_Down)
    with qtbot.waitSignal(panel.accept_requested) as accepted:
        qtbot.keyClick(tree, Key.Key_Return)

    assert accepted.args == [[chosen.args[0]]]
    assert chosen.args[0].entity == "الاتحاد الدولي للاتصالات"


def test_in_arabic_the_arrows_are_turned_round(qtbot, panel):
    panel.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    tree = tree_of(panel)
    qtbot.keyClick(tree, Key.Key_Home)
    qtbot.keyClick(tree, Key.Key_Left)

    assert tree.isExpanded(tree.model().index(0, 0))


@pytest.mark.parametrize(("key", "word"), [(Key.Key_A, "accept"), (Key.Key_R, "reject")])
def test_a_key_on_a_group_means_all_of_it(qtbot, panel, key, word):
    qtbot.keyClick(tree_of(panel), Key.Key_Home)
    with qtbot.waitSignal(getattr(panel, f"groups_{word}_requested")) as asked:
        qtbot.keyClick(tree_of(panel), key)

    assert [(group.name, group.count) for group in asked.args[0]] == [("الاتحاد الدولي للاتصالات", 5)]


def test_a_group_of_one_is_decided_without_more_ado(qtbot, panel):
    qtbot.keyClick(tree_of(panel), Key.Key_End)
    with qtbot.waitSignal(panel.accept_requested) as asked:
        qtbot.keyClick(tree_of(panel), Key.Key_Return)

    assert [each.entity for each in asked.args[0]] == ["باكو"]


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_buttons_of_a_group_accept_and_reject_it(qtbot, panel, direction):
    panel.setLayoutDirection(direction)
    tree = tree_of(panel)
    option = QStyleOptionViewItem()
    option.initFrom(tree)
    option.rect = tree.visualRect(tree.model().index(0, 0))
    accept, reject = tree.itemDelegate().buttons(option)
    with qtbot.waitSignal(panel.groups_accept_requested):
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=accept.center())
    with qtbot.waitSignal(panel.groups_reject_requested):
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=reject.center())


def test_a_double_click_on_a_mention_leads_to_the_page(qtbot, panel):
    tree = tree_of(panel)
    tree.expand(tree.model().index(0, 0))
    place = tree.visualRect(tree.model().index(1, 0, tree.model().index(0, 0))).center()
    with qtbot.waitSignal(panel.jump_requested) as asked:
        qtbot.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert asked.args[0].span == Span(20, 25)


def test_what_is_set_off_on_the_page_is_selected_itself_or_by_its_closed_group(qtbot, panel, source):
    tree = tree_of(panel)
    panel.filter_bar.text.setFocus()
    tree.expand(tree.model().index(1, 0))
    with qtbot.assertNotEmitted(panel.suggestion_chosen):
        panel.set_current(source.open[6])
        mention = panel.selected()
        panel.set_current(source.open[0])

    assert mention == [source.open[6]]
    assert [each.name for each in tree.selected_records()] == ["الاتحاد الدولي للاتصالات"]
    assert not tree.isExpanded(tree.model().index(0, 0))


def test_words_narrow_the_groups(qtbot, panel):
    panel.filter_bar.text.setText("Union")
    qtbot.waitUntil(lambda: panel.lists.group_model.rowCount() == 1)

    assert panel.accept_all.text() != ""
    panel.filter_bar.text.setText("لا شيء كهذا")
    qtbot.waitUntil(panel.empty.isVisible)
    qtbot.mouseClick(panel.empty.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.lists.group_model.rowCount() == 3)


def test_tags_narrow_the_groups(panel):
    panel.tags_menu.choose(frozenset({TagId("place")}))

    assert names(panel.lists.group_model) == [("باكو", 1)]


def test_the_surest_come_first_and_what_is_decided_goes(qtbot, panel, source):
    panel.filter_bar.order.choices["confidence"].trigger()
    ranked = panel.lists.ranked_model
    first = ranked.record(0)
    source.open.remove(first)
    panel.refresh()

    assert first.confidence == 0.9
    assert [each.confidence for each in ranked.records] == [0.8] * 5 + [0.6] * 3


def test_a_key_decides_in_the_ranked_list_too(qtbot, panel):
    panel.filter_bar.order.choices["usefulness"].trigger()
    panel.lists.ranked.setFocus()
    qtbot.keyClick(panel.lists.ranked, Key.Key_Down)
    qtbot.keyClick(panel.lists.ranked, Key.Key_Up)
    with qtbot.waitSignal(panel.reject_requested) as asked:
        qtbot.keyClick(panel.lists.ranked, Key.Key_Delete)

    assert [each.confidence for each in asked.args[0]] == [0.6]


def test_the_slider_tells_what_is_to_be_hidden_and_what_is(qtbot, panel, source):
    with qtbot.waitSignal(panel.least_chosen) as chosen:
        panel.filter_bar.slider.setFocus()
        qtbot.keyClick(panel.filter_bar.slider, Key.Key_End)
    source.least = chosen.args[0]
    panel.show_least(source.least)
    qtbot.waitUntil(lambda: "100%" in panel.empty.sentence.text())

    assert chosen.args == [1.0]
    assert "9 weaker" in panel.empty.sentence.text()


def test_each_list_is_named_for_screen_readers(panel):
    for view in (panel.lists.entries, panel.lists.ranked, panel.lists.tree):
        assert view.accessibleName()
        assert "Return" in view.accessibleDescription()
    assert panel.filter_bar.slider.accessibleName()
    assert panel.filter_bar.order.accessibleName()


class SlowSource(SuggestionsInMemory):
    """Answers when it is told to."""

    def __init__(self, suggestions):
        super().__init__(suggestions)
        self.waiting = []

    def ask_groups(self, after, limit, wanted, then):
        self.waiting.append(lambda: SuggestionsInMemory.ask_groups(self, after, limit, wanted, then))


def test_many_refreshes_while_groups_are_read_become_one():
    source = SlowSource([mention(1, "سيد هاشمي"), mention(2, "باكو", "place")])
    model = SuggestionGroupModel()
    model.show_of(source, EVERY_SUGGESTION)
    source.open.pop()
    for _ in range(5):
        model.refresh()
    source.waiting.pop(0)()
    asked_again = len(source.waiting)
    source.waiting.pop(0)()

    assert asked_again == 1
    assert names(model) == [("سيد هاشمي", 1)]
    assert not model.is_asking


def test_an_answer_that_nobody_waits_for_any_more_is_dropped():
    source = SlowSource([mention(1, "سيد هاشمي")])
    model = SuggestionGroupModel()
    model.show_of(source, EVERY_SUGGESTION)
    model.show_of(None, EVERY_SUGGESTION)
    source.waiting.pop(0)()

    assert model.rowCount() == 0
