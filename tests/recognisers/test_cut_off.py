# SPDX-License-Identifier: GPL-3.0-or-later
"""A text may end anywhere: in the middle of a date, behind an opening bracket, before a unit."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.recognisers import Knowledge, recognise

RULES = Knowledge(tagger=None)
FORMS = [
    line.split("\t")
    for name in ("dates", "quantities")
    for line in (Path(__file__).parent / f"{name}.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
TEXTS = sorted({max(columns, key=len) for columns in FORMS} | {"18 نيسان (أبريل) 2005", "في تشرين الثاني/نوفمبر 2020"})


@pytest.mark.parametrize("number", range(10))
def test_every_beginning_and_end_of_a_form_is_read(number):
    for text in TEXTS[number::10]:
        words = text.replace("(", "( ").replace("/", " / ").split()
        for place in range(1, len(words)):
            for part in (words[:place], words[place:]):
                found = recognise(" ".join(part), RULES)
                assert all(0 <= each.span.start < each.span.end <= len(" ".join(part)) for each in found)
