# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles with markup of every kind become plain lines; nothing in them can fetch, run or take long."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importers.dictionaries.articles import lines_of
from reader.importers.dictionaries.records import Markup
from reader.model.dictionary import LONGEST_ARTICLE, LineKind, packed, unpacked

HOSTILE = ["<k>", "<", "<!--", "[b", "{{", "<<", "[[", "<script>", "\\", "&#", "[s]", "<a ", "("]
PIECES = ["<b>", "</b>", "<ul>", "<li>", "</ul>", "a", "كِتَاب", "😀", "<br>", "<", "&lt;", "\n"]
WRITTEN = [each for each in Markup if each is not Markup.PACKED]


def text_of(body, markup=Markup.HTML, headword=""):
    return [("  " * each.depth) + each.text for each in lines_of(body, markup, headword)]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("a<br>b<br/>c", ["a", "b", "c"]),
        ("<div>a<div>b</div></div>", ["a", "b"]),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>d", ["  • a", "    • b", "  • c", "d"]),
        ("<style>p{}</style>a<!-- b --><svg><text>c</text></svg>", ["a"]),
        ("<table><tr><td>a<td>b<tr><td>c</table>", ["a b", "c"]),
        ("a &lt;b&gt; &amp;amp; &#1603;", ["a <b> &amp; ك"]),
        ("<a href='javascript:x'>كتاب</a>", ["كتاب"]),
        ("<![CDATA[a < b]]>", ["a < b"]),
        ("2 < 3 and 4 > 1", ["2 < 3 and 4 > 1"]),
        ("<script>never closed", []),
        ("", []),
    ],
)
def test_html(body, lines):
    assert text_of(body) == lines


def test_headword_of_xdxf_is_left_out_and_examples_are_known():
    lines = lines_of("<k>كتاب</k>\nbook\n<ex>قرأ كتابا</ex>", Markup.XDXF)
    assert [(each.text, each.kind) for each in lines] == [
        ("book", LineKind.TEXT),
        ("قرأ كتابا", LineKind.EXAMPLE),
    ]


def test_wiki():
    assert text_of("== noun ==\n# [[book|books]]\n## '''small'''", Markup.WIKI) == ["noun", "• books", "  • small"]


def test_pronunciation_on_a_line_of_its_own_is_known():
    assert [each.kind for each in lines_of("/kitaːb/ <n>\nbook", Markup.PLAIN)] == [LineKind.GRAMMAR, LineKind.TEXT]


def test_too_long_an_article_is_cut():
    lines = lines_of("كلمة " * LONGEST_ARTICLE, Markup.PLAIN)
    assert sum(len(each.text) for each in lines) <= LONGEST_ARTICLE + 1
    assert lines[-1].text.endswith("…")


@pytest.mark.parametrize("markup", WRITTEN)
@pytest.mark.parametrize(
    "piece", ["<k>", "<", "<!--", "[b", "{{", "<<", "[[", "<script>", "\\", "&#", "[s]", "<a ", "("]
)
def test_hostile_repetition_costs_no_more_than_its_length(markup, piece):
    begun = time.perf_counter()
    lines_of(piece * 200_000, markup)
    assert time.perf_counter() - begun < 10


@given(st.text(max_size=300), st.sampled_from(WRITTEN))
def test_any_text_becomes_lines_that_are_kept_as_they_are(body, markup):
    lines = lines_of(body, markup, "كتاب")
    assert unpacked(packed(lines)) == lines
    assert all(line.text.strip() and "\n" not in line.text for line in lines)


@given(
    st.lists(st.sampled_from(["<b>", "</b>", "<ul>", "<li>", "</ul>", "a", "كِتَاب", "😀", "<br>", "<", "&lt;", "\n"]))
)
def test_markup_in_any_order_never_fails(pieces):
    lines_of("".join(pieces), Markup.HTML)
