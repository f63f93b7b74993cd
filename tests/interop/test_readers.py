# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that others wrote find in our files the words that were tagged."""

from __future__ import annotations

import pytest
from interchange.nasty import TEXTS

IN_CODE_POINTS = {
    "bioc_brat": ("brat", lambda words: " ".join(line for line in words.split("\n") if line)),
    "cassis_xmi": ("uima-xmi", lambda words: words),
    "cassis_json": ("uima-json", lambda words: words),
    "spacy_jsonl": ("spacy-jsonl", lambda words: words),
    "label_studio": ("label-studio", lambda words: words),
    "doccano_jsonl": ("doccano", lambda words: words),
    "pyrefiqda_project": ("refi-qda", lambda words: words),
}
"""For each reader the format, and how it gives the words of an annotation."""


@pytest.mark.parametrize("text_name", TEXTS)
@pytest.mark.parametrize("reader", IN_CODE_POINTS)
def test_every_tagged_word_is_found(asked, reader, text_name):
    form, given = IN_CODE_POINTS[reader]
    # brat has no annotation of spaces alone, and its readers cut spaces off.
    overlapping = False if (reader, text_name) == ("bioc_brat", "spaces") else None
    content, found = asked(reader, form, text_name, overlapping=overlapping)

    sent = sorted(given(each.quote) for each in content.annotations())
    assert sorted(words for words, _tag in found["annotations"]) == sent


@pytest.mark.parametrize("text_name", TEXTS)
@pytest.mark.parametrize(("reader", "form"), [("seqeval_columns", "conll2002"), ("seqeval_columns", "conll2003")])
def test_every_tagged_token_is_found(asked, reader, form, text_name):
    content, found = asked(reader, form, text_name)

    sent = sorted("".join(each.quote.split()) for each in content.annotations())
    assert sorted("".join(words.split()).replace("\u2060", "") for words, _tag in found["annotations"]) == sent


@pytest.mark.parametrize("text_name", TEXTS)
def test_conllu_gives_the_text_back(asked, text_name):
    content, found = asked("conllu_package", "conllu", text_name)

    assert found["text"] == content.whole_text()
    outermost = max((len(each.quote), each.quote) for each in content.annotations())[1]
    longest = "".join(found["annotations"][0][0].split()).replace("\u2060", "")
    assert longest == "".join(outermost.replace("\u2060", "").split())
