# SPDX-License-Identifier: GPL-3.0-or-later
"""The window learns behind the user's back: what was tagged once is suggested a moment later, elsewhere too."""

from __future__ import annotations

from reader.text.spans import Span

TEXT = "زار الوزير بلدة صوفر يوم الاثنين.\nوعاد من صوفر في اليوم التالي.\nثم قال إن صوفر جميلة.\n"


def file_of(tmp_path, content=TEXT):
    path = tmp_path / "نص.txt"
    path.write_text(content, encoding="utf-8")
    return path


def open_with(hand, tag_id):
    found = hand.desk.controller.suggestions_in(Span(0, len(TEXT)), 0.0)
    return [each.span.start for each in found if each.tag_id == tag_id]


def places(word, text=TEXT):
    return [index for index in range(len(text)) if text.startswith(word, index)]


def test_what_was_tagged_is_suggested_elsewhere_a_moment_later(start, qtbot, tmp_path):
    hand = start(file_of(tmp_path))
    first, *others = places("صوفر")

    hand.desk.controller.tag([Span(first, first + 4)], "work")

    qtbot.waitUntil(lambda: open_with(hand, "work") == others, timeout=20_000)


def test_undo_unlearns(start, qtbot, tmp_path):
    hand = start(file_of(tmp_path))
    first, *others = places("صوفر")
    hand.desk.controller.tag([Span(first, first + 4)], "work")
    qtbot.waitUntil(lambda: open_with(hand, "work") == others, timeout=20_000)

    hand.desk.controller.undo()

    qtbot.waitUntil(lambda: open_with(hand, "work") == [], timeout=20_000)


def test_a_rejected_suggestion_takes_its_like_away(start, qtbot, tmp_path):
    text = "زار مدينة القاهرة أمس.\nوعاد من مدينة القاهرة اليوم.\n"
    hand = start(file_of(tmp_path, text))
    found = [each for each in hand.desk.controller.suggestions_in(Span(0, len(text)), 0.0) if each.tag_id == "place"]
    assert len(found) == 2

    hand.desk.deciding.reject(found[:1])

    def is_gone():
        return not [
            each for each in hand.desk.controller.suggestions_in(Span(0, len(text)), 0.0) if each.tag_id == "place"
        ]

    qtbot.waitUntil(is_gone, timeout=20_000)


def test_learning_ends_with_the_window(start, qtbot, tmp_path):
    hand = start(file_of(tmp_path))
    first = places("صوفر")[0]
    hand.desk.controller.tag([Span(first, first + 4)], "work")
    qtbot.waitUntil(lambda: hand.desk.learning.is_busy, timeout=5_000)

    hand.program.close()

    assert not hand.desk.jobs.is_running("learn")
