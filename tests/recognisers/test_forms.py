# SPDX-License-Identifier: GPL-3.0-or-later
"""How many of the forms that were collected by hand, before the code, are found to the letter and read rightly."""

from pathlib import Path

import pytest

from reader.recognisers import recognise

FILES = {"date": ("dates.tsv", " ", 150), "quantity": ("quantities.tsv", "|", 80)}
WANTED_SHARE = 0.9


def cases(name, separator):
    """``(text, [(start, end, value)…])`` of each line that is no remark."""
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        marked, _, values = line.partition("\t")
        parts = marked.replace("⟧", "⟦").split("⟦")
        offsets = [sum(map(len, parts[:index])) for index in range(len(parts))]
        spans = [(offsets[index], offsets[index] + len(parts[index])) for index in range(1, len(parts), 2)]
        read = values.split(separator) if values else []
        yield "".join(parts), [(*span, value) for span, value in zip(spans, read, strict=True)]


def found_in(text, tag):
    return [(each.span.start, each.span.end, each.value) for each in recognise(text) if each.tag_id == tag]


@pytest.mark.parametrize("tag", FILES)
def test_share_of_forms_that_are_exact(tag):
    name, separator, least = FILES[tag]
    forms = list(cases(name, separator))
    failed = [text for text, expected in forms if found_in(text, tag) != expected]
    assert len(forms) >= least
    assert len(failed) <= (1 - WANTED_SHARE) * len(forms), failed


@pytest.mark.parametrize("tag", FILES)
def test_every_form_is_written_once(tag):
    name, separator, _ = FILES[tag]
    texts = [text for text, _ in cases(name, separator)]
    assert len(texts) == len(set(texts))
