# SPDX-License-Identifier: GPL-3.0-or-later
"""Citations written by a pattern."""

from __future__ import annotations

import pytest

from reader.text.citation import Citation, as_html, as_text, is_pattern

PATTERN = "«{quote}» — {title}[، {author}][، ص {page}][، ف {paragraph}]"
FULL = Citation(quote="قول", title="كتاب", author="سلمى", page="12", paragraph="3")


def test_all_that_is_known_is_written() -> None:
    assert as_text(FULL, PATTERN) == "«قول» — كتاب، سلمى، ص 12، ف 3"


def test_what_is_not_known_goes_with_the_words_around_it() -> None:
    assert as_text(Citation(quote="قول", title="كتاب", page="12"), PATTERN) == "«قول» — كتاب، ص 12"


def test_a_value_that_looks_like_a_pattern_stays_as_it_is() -> None:
    citation = Citation(quote="[{title}] {page}", title="{quote}")
    assert as_text(citation, "{quote} — {title}[, p. {page}]") == "[{title}] {page} — {quote}"


def test_rich_text_keeps_lines_and_escapes_what_would_be_markup() -> None:
    html = as_html(Citation(quote="<b>أ\nب & ج", title="T"), "“{quote}” — {title}", "rtl")
    assert html == ('<p dir="rtl">“<span dir="auto">&lt;b&gt;أ<br>ب &amp; ج</span>” — <span dir="auto">T</span></p>')


@pytest.mark.parametrize(
    ("pattern", "fits"), [(PATTERN, True), ("", False), ("{title}", False), ("{quote} {unknown}", False)]
)
def test_a_pattern_names_the_words_and_nothing_unknown(pattern: str, fits: bool) -> None:
    assert is_pattern(pattern) is fits
