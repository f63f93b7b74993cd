# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading and selecting in the pane as a person does, by keyboard and by mouse."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy
import pytest
from builders import TEXTS
from pages import ARTICLE
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage, QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.errors import FileChanged
from reader.text.chunks import ChunkedText
from reader.text.spans import Span
from reader.ui.reading_pane import Mark, MarkKind, ReadingPane
from reader.ui.reading_pane.scrolling import Scroller

Key, Mod = Qt.Key, Qt.KeyboardModifier
MakePane = Callable[..., ReadingPane]
LONG = "\n".join(
    f"فقرة رقم {number} فيها كلام كثير يكفي لأن تكون فقرة من المتن لا عنوانا ولا بندا." for number in range(400)
)


def place(text: str, phrase: str) -> Span:
    start = text.index(phrase)
    return Span(start, start + len(phrase))


def middle_of(pane: ReadingPane, span: Span) -> QPoint:
    box = pane.rect_of(span)
    assert box is not None
    return box.center()


def drag(qtbot: QtBot, pane: ReadingPane, start: QPoint, end: QPoint) -> None:
    view = pane.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, (start + end) / 2)
    qtbot.mouseMove(view, end)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)


def edge_of(pane: ReadingPane, offset: int) -> QPoint:
    """A point at the caret's place before ``offset``."""
    box = pane.window_in_view.caret_box(pane.flow.place_of(offset))
    assert box is not None
    return QPoint(round(box.x()), round(box.center().y()))


@pytest.mark.parametrize(
    "phrase", ["WTDC-25", "مؤتمر WTDC-25 (Baku 2025) سينعقد", "2025", "26 – 28 نوفمبر 2025", "(ITU)", "𞸀", "الطَّالِبُ"]
)
def test_dragging_over_a_phrase_selects_it(qtbot: QtBot, pane: ReadingPane, phrase: str) -> None:
    wanted = place(ARTICLE, phrase)
    inside = [pane.rect_of(Span(offset, offset + 1)) for offset in (wanted.start, wanted.end - 1)]
    first, last = (box for box in inside if box is not None)
    rtl_first, rtl_last = phrase[0] not in "W2I", phrase[-1] not in "50"
    start = QPoint(first.right() - 1 if rtl_first else first.left() + 1, first.center().y())
    end = QPoint(last.left() + 1 if rtl_last else last.right() - 1, last.center().y())
    drag(qtbot, pane, start, end)
    assert pane.selection == wanted
    assert pane.selected_text() == phrase


def test_double_click_selects_the_word_and_triple_the_paragraph(qtbot: QtBot, pane: ReadingPane) -> None:
    point = middle_of(pane, place(ARTICLE, "الطَّالِبُ"))
    qtbot.mouseDClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert pane.selected_text() == "الطَّالِبُ"
    qtbot.mousePress(pane.viewport(), Qt.MouseButton.LeftButton, pos=point)
    qtbot.mouseRelease(pane.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert pane.selected_text() == ARTICLE.split("\n")[3]


def test_shift_click_extends_the_selection(qtbot: QtBot, pane: ReadingPane) -> None:
    wanted = Span(place(ARTICLE, "الدكتور").start, place(ARTICLE, "كَتَبَ").start)
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=edge_of(pane, wanted.start))
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, Mod.ShiftModifier, edge_of(pane, wanted.end))
    assert pane.selection == wanted


def test_dragging_below_the_window_scrolls_on(qtbot: QtBot, make_pane: MakePane) -> None:
    pane = make_pane(LONG, height=300)
    view = pane.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 100))
    QTest.mouseMove(view, QPoint(300, 360))
    qtbot.waitUntil(lambda: (pane.selection or Span(0, 1)).end > 2000, timeout=5000)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 360))
    reached = pane.selection
    qtbot.wait(100)
    assert pane.selection == reached


@pytest.mark.parametrize("kind", list(TEXTS))
def test_every_letter_is_passed_once_in_reading_order(make_pane: MakePane, kind: str, qtbot: QtBot) -> None:
    text = TEXTS[kind]
    pane = make_pane(text)
    seen = [pane.caret]
    while pane.caret != len(text) and len(seen) < 500:
        qtbot.keyClick(pane, Key.Key_Left, Mod.AltModifier)
        seen.append(pane.caret)
    assert seen == sorted(set(seen), key=lambda caret: caret or 0)
    back = [pane.caret]
    while pane.caret and len(back) < 500:
        qtbot.keyClick(pane, Key.Key_Right, Mod.AltModifier)
        back.append(pane.caret)
    assert back == seen[::-1]


@pytest.mark.parametrize("kind", list(TEXTS))
def test_visual_arrows_cross_the_whole_line_and_return(make_pane: MakePane, kind: str, qtbot: QtBot) -> None:
    pane = make_pane(TEXTS[kind], width=2000, measure_em=200.0)
    qtbot.keyClick(pane, Key.Key_Home)
    xs = [edge_of(pane, pane.caret or 0).x()]
    steps = len(TEXTS[kind].split("\n")[0])
    for _ in range(steps // 2):
        qtbot.keyClick(pane, Key.Key_Left)
        xs.append(edge_of(pane, pane.caret or 0).x())
    assert all(later <= earlier + 1 for earlier, later in pairwise(xs)) or kind in {"mixed", "astral"}
    for _ in range(steps // 2):
        qtbot.keyClick(pane, Key.Key_Right)
    assert pane.caret == 0


def test_words_sentences_and_paragraphs_by_key(qtbot: QtBot, pane: ReadingPane) -> None:
    start = place(ARTICLE, "قال الدكتور").start
    pane.go_to(start)
    qtbot.keyClick(pane, Key.Key_Left, Mod.ControlModifier | Mod.ShiftModifier)
    qtbot.keyClick(pane, Key.Key_Left, Mod.ControlModifier | Mod.ShiftModifier)
    assert pane.selected_text() == "قال الدكتور"
    qtbot.keyClick(pane, Key.Key_Right, Mod.ControlModifier | Mod.ShiftModifier)
    assert pane.selected_text() == "قال "
    pane.go_to(start)
    qtbot.keyClick(pane, Key.Key_Down, Mod.ControlModifier | Mod.ShiftModifier)
    assert pane.selected_text() == ARTICLE.split("\n")[2]


def test_down_then_up_comes_back_to_the_letter(qtbot: QtBot, pane: ReadingPane) -> None:
    start = place(ARTICLE, "ستار").start
    pane.go_to(start)
    for _ in range(4):
        qtbot.keyClick(pane, Key.Key_Down)
    assert (pane.caret or 0) > start + 100
    for _ in range(4):
        qtbot.keyClick(pane, Key.Key_Up)
    assert pane.caret == start


def test_home_and_end_stay_on_the_line(qtbot: QtBot, pane: ReadingPane) -> None:
    pane.go_to(place(ARTICLE, "ستار").start)
    row = edge_of(pane, pane.caret or 0).y()
    for key in (Key.Key_End, Key.Key_Home, Key.Key_End):
        qtbot.keyClick(pane, key)
        assert edge_of(pane, pane.caret or 0).y() == row


def test_end_of_text_and_back_by_key(qtbot: QtBot, make_pane: MakePane) -> None:
    pane = make_pane(LONG)
    qtbot.keyClick(pane, Key.Key_End, Mod.ControlModifier)
    assert pane.caret == len(LONG)
    assert edge_of(pane, len(LONG)).y() < pane.viewport().height()
    assert pane.verticalScrollBar().value() == pane.verticalScrollBar().maximum()
    qtbot.keyClick(pane, Key.Key_Home, Mod.ControlModifier)
    assert pane.caret == 0
    assert pane.verticalScrollBar().value() == 0


def test_page_down_reaches_the_end_and_page_up_the_start(qtbot: QtBot, make_pane: MakePane) -> None:
    pane = make_pane(LONG)
    carets = [pane.caret]
    for _ in range(200):
        qtbot.keyClick(pane, Key.Key_PageDown)
        carets.append(pane.caret)
    assert carets == sorted(carets, key=lambda caret: caret or 0)
    assert (pane.caret or 0) > len(LONG) - 100
    for _ in range(200):
        qtbot.keyClick(pane, Key.Key_PageUp)
    assert (pane.caret or 0) < 100


@pytest.mark.parametrize("kind", list(TEXTS))
def test_copy_gives_the_source_text(qtbot: QtBot, make_pane: MakePane, kind: str) -> None:
    pane = make_pane(TEXTS[kind] + "\u00a0\u2028 نهاية")
    pane.select_all()
    pane.copy()
    assert QGuiApplication.clipboard().text() == TEXTS[kind] + "\u00a0\u2028 نهاية"
    assert pane.selection == Span(0, len(TEXTS[kind]) + 8)


def test_escape_gives_the_selection_up(qtbot: QtBot, pane: ReadingPane) -> None:
    pane.select(Span(10, 20))
    with qtbot.waitSignal(pane.selection_changed) as told:
        qtbot.keyClick(pane, Key.Key_Escape)
    assert told.args == [None]


def test_letting_go_tells_where_the_selection_stands(qtbot: QtBot, pane: ReadingPane) -> None:
    wanted = place(ARTICLE, "سيد ستار هاشمي")
    with qtbot.waitSignal(pane.selection_finished) as told:
        drag(qtbot, pane, edge_of(pane, wanted.start), edge_of(pane, wanted.end))
    assert told.args is not None
    assert told.args[0] == wanted
    assert told.args[1].contains(pane.viewport().mapToGlobal(middle_of(pane, wanted)))


def test_clicking_stacked_marks_takes_them_in_turn(qtbot: QtBot, pane: ReadingPane) -> None:
    inner, outer = place(ARTICLE, "ستار هاشمي"), place(ARTICLE, "الدكتور سيد ستار هاشمي")
    marks = [Mark(outer, MarkKind.ANNOTATION, "outer", "tag-1"), Mark(inner, MarkKind.SUGGESTION, "inner", "tag-2")]
    pane.set_marks(lambda _: marks)
    point = middle_of(pane, inner)
    with qtbot.waitSignal(pane.mark_activated) as first:
        qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert first.args == ["suggestion", "inner"]
    pane.set_current_mark("inner")
    qtbot.mouseMove(pane.viewport(), point + QPoint(9, 0))
    with qtbot.waitSignal(pane.mark_activated) as second:
        qtbot.mousePress(pane.viewport(), Qt.MouseButton.LeftButton, pos=point)
        qtbot.mouseRelease(pane.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert second.args == ["annotation", "outer"]


@pytest.mark.parametrize("which", ["start", "end"])
def test_an_edge_of_the_current_mark_can_be_dragged(qtbot: QtBot, pane: ReadingPane, which: str) -> None:
    old, new = place(ARTICLE, "سيد ستار هاشمي"), place(ARTICLE, "الدكتور سيد ستار هاشمي إن")
    pane.set_marks(lambda _: [Mark(old, MarkKind.ANNOTATION, "a", "tag-1")])
    pane.set_current_mark("a")
    pane.viewport().repaint()
    grip, drop = (old.start, new.start) if which == "start" else (old.end, new.end)
    with qtbot.waitSignal(pane.edges_requested) as told:
        drag(qtbot, pane, edge_of(pane, grip), edge_of(pane, drop))
    assert told.args == ["a", Span(new.start, old.end) if which == "start" else Span(old.start, new.end)]
    assert pane.selection is None


def test_overlapping_marks_lie_in_lanes_of_their_own(pane: ReadingPane) -> None:
    marks = [
        Mark(Span(30 + 3 * number, 60 + 3 * number), MarkKind.ANNOTATION, str(number), "tag-1") for number in range(3)
    ]
    pane.set_marks(lambda _: marks)
    stretch = pane.flow.stretch_at(pane.flow.place_of(40))
    assert len({placed.lane for placed in pane.mark_layer.on(stretch)}) == 3


def test_zooming_keeps_the_line_at_the_top(qtbot: QtBot, make_pane: MakePane) -> None:
    pane = make_pane(LONG)
    pane.show_place(20_000)
    before = pane.top_offset or 0
    pane.zoom(3)
    assert abs((pane.top_offset or 0) - before) < 100
    assert pane.style_in_use.size_px == 30


def test_wheel_scrolls_and_with_control_asks_for_zoom(qtbot: QtBot, make_pane: MakePane) -> None:
    pane = make_pane(LONG)

    def turn(modifiers: Qt.KeyboardModifier) -> None:
        centre = QPointF(200, 200)
        event = QWheelEvent(
            centre,
            centre,
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QGuiApplication.sendEvent(pane.viewport(), event)

    turn(Mod.NoModifier)
    assert pane.verticalScrollBar().value() > 0
    with qtbot.waitSignal(pane.zoom_requested) as told:
        turn(Mod.ControlModifier)
    assert told.args == [-1]


def test_opening_lays_out_only_what_is_seen(make_pane: MakePane) -> None:
    small, large = make_pane(LONG[:20_000]), make_pane(LONG * 40)
    counts = []
    for pane, text in ((small, LONG[:20_000]), (large, LONG * 40)):
        pane.show_text(ChunkedText.from_string(text))
        pane.viewport().repaint()
        counts.append((pane.layouts_made, len(list(pane.window_in_view.visible()))))
    assert counts[0] == counts[1]
    assert counts[0][0] <= counts[0][1] + 2


def test_scrolling_down_and_up_again_shows_the_same_page(make_pane: MakePane) -> None:
    pane = make_pane(LONG)
    pane.clearFocus()
    first = pane.viewport().grab().toImage()
    for _ in range(300):
        pane.scroll_by(37)
    for _ in range(300):
        pane.scroll_by(-37)
    assert pane.viewport().grab().toImage() == first


def test_the_same_text_from_elsewhere_keeps_view_and_selection(make_pane: MakePane) -> None:
    pane = make_pane(LONG)
    pane.select(Span(20_000, 20_020))
    before = pane.viewport().grab().toImage()
    pane.replace_text(ChunkedText.from_string(LONG))
    assert pane.selection == Span(20_000, 20_020)
    assert pane.viewport().grab().toImage() == before


def test_a_text_not_counted_yet_is_shown_without_offsets(qtbot: QtBot, make_pane: MakePane) -> None:
    pieces = [LONG[:9000], LONG[9000:]]
    pane = make_pane("")
    text = ChunkedText(pieces.__getitem__, [len(piece) * 2 for piece in pieces])
    with qtbot.waitSignal(pane.first_painted):
        pane.show_text(text)
    qtbot.keyClick(pane, Key.Key_End, Mod.ControlModifier | Mod.ShiftModifier)
    assert pane.selected_text() == LONG
    assert pane.selection is None
    text.set_lengths([len(piece) for piece in pieces])
    assert pane.selection == Span(0, len(LONG))


@pytest.mark.parametrize(
    "text", ["", "\n", "\n\n\n", " ", "ا", "\u064e" * 3000, "😀" * 3000, "ا" * 20_000, "\u202e\u2066" * 50]
)
def test_odd_texts_are_shown_and_walked(qtbot: QtBot, make_pane: MakePane, text: str) -> None:
    pane = make_pane(text)
    for key in (Key.Key_Down, Key.Key_End, Key.Key_Left, Key.Key_Up, Key.Key_PageDown, Key.Key_Right):
        qtbot.keyClick(pane, key)
    pane.select_all()
    assert pane.selected_text() == text
    pane.grab()


def test_a_million_letters_without_a_break_do_not_freeze_the_pane(make_pane: MakePane) -> None:
    pane = make_pane()
    started = time.process_time()
    pane.show_text(ChunkedText.from_string("ب" * 1_000_000))
    pane.viewport().repaint()
    pane.scroll_by(3000)
    pane.viewport().repaint()
    # Qt alone needs two minutes for it: this is about not doing that, whatever the machine.
    assert time.process_time() - started < 60


def test_a_text_that_can_no_longer_be_read_is_told(qtbot: QtBot, make_pane: MakePane) -> None:
    def load(index: int) -> str:
        if index:
            raise FileChanged(Path("article.txt"))
        return LONG

    pane = make_pane("")
    pane.show_text(ChunkedText(load, [len(LONG), 100], [len(LONG), 100]))
    with qtbot.waitSignal(pane.failed) as told:
        qtbot.keyClick(pane, Key.Key_End, Mod.ControlModifier)
    assert told.args is not None
    assert isinstance(told.args[0], FileChanged)
    qtbot.keyClick(pane, Key.Key_Home, Mod.ControlModifier)
    assert pane.caret == 0


def on_screen(qtbot: QtBot, pane: ReadingPane) -> QImage:
    """What the screen shows once all pending painting is done; not a new painting as ``grab`` makes."""
    qtbot.wait(5)
    return pane.screen().grabWindow(pane.winId()).toImage()


def largest_difference(one: QImage, other: QImage) -> int:
    pixels = [numpy.frombuffer(image.constBits(), numpy.uint8).astype(numpy.int16) for image in (one, other)]
    return int(abs(pixels[0] - pixels[1]).max())


def test_a_scrolled_picture_is_the_one_painted_anew(qtbot: QtBot, make_pane: MakePane) -> None:
    pane = make_pane(LONG)
    pane.set_marks(lambda span: [Mark(span, MarkKind.ANNOTATION, "a", "tag-1", "وسم")])
    pane.select(Span(300, 900))
    for pixels in (7, 130, 4000, -61, -3, 100_000, -1, -200):
        before = on_screen(qtbot, pane)
        pane.scroll_by(pixels)
        moved = on_screen(qtbot, pane)
        assert moved != before
        pane.viewport().update()
        # Antialiasing rounds by one level here and there; a displaced or torn line would differ by hundreds.
        assert largest_difference(on_screen(qtbot, pane), moved) <= 1


def nothing(_pane: ReadingPane) -> None:
    return


def a_second_step(pane: ReadingPane) -> None:
    pane.scroll_by(33)


def a_grab(pane: ReadingPane) -> None:
    pane.viewport().grab()


def a_part_painted(pane: ReadingPane) -> None:
    pane.viewport().repaint(QRect(0, 100, 300, 40))


def the_whole_painted(pane: ReadingPane) -> None:
    pane.viewport().repaint()


def a_step_over_what_is_uncovered(pane: ReadingPane) -> None:
    QCoreApplication.sendPostedEvents(pane.findChild(Scroller))
    pane.scroll_by(21)


@pytest.mark.parametrize(
    "meanwhile",
    [nothing, a_second_step, a_grab, a_part_painted, the_whole_painted, a_step_over_what_is_uncovered],
)
def test_what_happens_in_the_moment_of_a_scroll_leaves_the_right_picture(
    qtbot: QtBot, make_pane: MakePane, meanwhile: Callable[[ReadingPane], None]
) -> None:
    pane = make_pane(LONG)
    pane.scroll_by(3000)
    on_screen(qtbot, pane)
    pane.scroll_by(52)
    meanwhile(pane)
    shown = on_screen(qtbot, pane)
    pane.viewport().update()
    assert largest_difference(on_screen(qtbot, pane), shown) <= 1


def counted(pieces: list[str]) -> ChunkedText:
    lengths = [len(piece) for piece in pieces]
    return ChunkedText(pieces.__getitem__, lengths, lengths)


def test_the_same_text_cut_otherwise_keeps_view_and_selection(make_pane: MakePane) -> None:
    def cut(*places: int) -> list[str]:
        return [LONG[start:end] for start, end in pairwise([0, *places, len(LONG)])]

    ours, theirs = cut(LONG.index("\n", 9000) + 1, LONG.index("\n", 21_000) + 1), cut(LONG.index("\n", 15_000) + 1)
    pane = make_pane("")
    pane.show_text(counted(ours))
    pane.select(Span(22_000, 22_020))
    before, top = pane.selected_text(), pane.top_offset
    pane.replace_text(
        ChunkedText(theirs.__getitem__, [len(piece) for piece in theirs], [len(piece) for piece in theirs])
    )
    assert pane.selected_text() == before
    assert pane.selection == Span(22_000, 22_020)
    assert pane.top_offset == top


def test_an_uncounted_text_cut_otherwise_keeps_its_place_too(make_pane: MakePane) -> None:
    ours = [LONG[:9000], LONG[9000:]]
    pane = make_pane("")
    pane.show_text(ChunkedText(ours.__getitem__, [1, 2]))
    pane.scroll_by(9000)
    shown = [pane.flow.text_of(stretch) for stretch, _ in pane.window_in_view.visible()]
    pane.replace_text(ChunkedText.from_string(LONG))
    assert pane.flow.text_of(next(stretch for stretch, _ in pane.window_in_view.visible())) in shown[:2]
    assert (pane.top_offset or 0) > 5000
