# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines broken for their width are joined, all others are left alone."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from reader.text.line_joining import joined_lines, wrapping_width

PARAGRAPH = "في البدء كان النص طويلا ثم كسره أحد عند عرض ثابت لا يراه القارئ إلا في رسائل قديمة وملفات عتيقة. " * 6


def test_what_was_wrapped_is_as_it_was():
    paragraphs = [PARAGRAPH.strip(), "قصيرة.", ("كلمة وأخرى " * 40).strip()]
    wrapped = "\n\n".join(textwrap.fill(one, 70) for one in paragraphs)

    text, joined = joined_lines(wrapped)

    assert text == "\n\n".join(paragraphs)
    assert joined == wrapped.count("\n") - 4


def test_verse_and_lists_are_left_alone():
    verse = "قفا نبك من ذكرى حبيب ومنزل\n\nبسقط اللوى بين الدخول فحومل\n"
    items = "\n".join(f"- بند {n} " + "كلمة " * 12 for n in range(8))

    assert joined_lines(verse) == (verse, 0)
    assert joined_lines(items)[1] == 0


def test_paragraphs_on_one_line_each_are_left_alone():
    text = "\n".join([PARAGRAPH] * 5)

    assert wrapping_width(text.split("\n")) is None
    assert joined_lines(text) == (text, 0)


@given(st.text(st.sampled_from("اب ت.\nx-")))
def test_nothing_but_blanks_is_changed(text):
    assert "".join(joined_lines(text)[0].split()) == "".join(text.split())
