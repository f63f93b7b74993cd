# SPDX-License-Identifier: GPL-3.0-or-later
"""The tagger finds what it has learned, in every kind of text, says how sure it is and why."""

import numpy as np
import pytest
from any_text import texts
from hypothesis import given, settings

from reader.recognisers.base import ORGANISATION, PERSON, PLACE
from reader.recognisers.lexicon import Lexicon, shipped_lexicon
from reader.recognisers.paragraphs import ParagraphReader
from reader.recognisers.tagger.tagging import shipped_tagger
from reader.text.arabic import WITHOUT_MARKS

READER = ParagraphReader(shipped_lexicon())
KINDS = {
    "plain": "قال كوركيس أفندي أمس إن المطر قليل .",
    "vocalised": "قَالَ كُوركِيس أَفَندِي أَمسِ إِنَّ المَطَرَ قَلِيلٌ .",
    "mixed": "WTDC قال كوركيس أفندي أمس إن ITU قليل .",
    "astral": "😀 قال كوركيس أفندي أمس 𞸀𞸁 إن المطر قليل .",
}


def names(tagger, text):
    return [(each.tag, text[each.start : each.end]) for found in tagger.find(READER.read(text)) for each in found or ()]


@pytest.mark.parametrize("kind", KINDS)
def test_learned_name_is_found_in_every_kind_of_text(tagger, kind):
    text = KINDS[kind]
    assert (PERSON, "كوركيس أفندي") in [(tag, quote.translate(WITHOUT_MARKS)) for tag, quote in names(tagger, text)]


def test_unknown_name_is_found_where_names_stand(tagger):
    assert (PLACE, "فلانستان") in names(tagger, "وصل القطار إلى فلانستان بعد الظهر .")


def test_name_goes_without_its_clitic(tagger):
    found = names(tagger, "كتب زينون رسالة إلى دار السلام .\nوصل القطار إلى باكو ولتلمسان بعد الظهر .")
    assert (PLACE, "باكو") in found
    assert (ORGANISATION, "دار السلام") in found
    assert not any(quote.startswith("ول") for _, quote in found)


def test_each_name_says_how_sure_and_why(tagger):
    (found,) = tagger.find(READER.read("قال سلمى الوزاني أمس إن المطر قليل ."))
    (each,) = found
    assert 0.5 < each.confidence <= 1
    assert each.reason.startswith("the tagger")
    assert each.source == "tagger"


def test_paragraph_of_another_language_is_left_to_others(tagger):
    assert tagger.find(READER.read("The train arrived in Baku at noon.")) == [None]


def test_nothing_is_found_in_nothing(tagger):
    assert tagger.find([]) == []


def test_paragraphs_keep_their_places(tagger):
    found = tagger.find(READER.read("وصل القطار إلى باكو بعد الظهر .\nEnglish words only here.\nقال زينون أمس ."))
    assert [None if its is None else [each.tag for each in its] for its in found] == [[PLACE], None, [PERSON]]


def test_doubtful_name_is_found_where_its_other_occurrences_speak_for_it(tagger):
    said, written = "قال طاغور أمس إن المطر قليل .", "كتب طاغور رسالة إلى دار السلام ."
    alone = names(tagger, said) + names(tagger, written)
    together = names(tagger, f"{said}\n{written}")
    assert (PERSON, "طاغور") not in alone
    assert together.count((PERSON, "طاغور")) == 2


def test_adjustment_moves_the_scores(tagger):
    class Never:
        def adjust(self, scores, ids, labels):  # noqa: ARG002 - the interface
            moved = np.array(scores)
            moved[:, labels.index("O")] += 100
            return moved

    (found,) = tagger.find(READER.read("وصل القطار إلى باكو بعد الظهر ."), Never())
    assert found == []


@given(texts)
@settings(max_examples=100, deadline=None)
def test_any_text_gives_spans_inside_it(text):
    for paragraph, found in zip(READER.read(text), shipped_tagger().find(READER.read(text)), strict=True):
        for each in found or ():
            assert paragraph.tokens.starts[each.first] <= each.start < each.end == paragraph.tokens.ends[each.after - 1]


def test_other_lexicon_is_not_mixed_up_with_the_shipped_one():
    empty = ParagraphReader(Lexicon(flags={}, longest={}, months={}))
    tagger = shipped_tagger()
    text = "زار الوزير مدينة باكو"
    before = tagger.extractor.table(empty.read(text)).ids(0, 4)
    tagger.extractor.table(READER.read(text))
    assert (tagger.extractor.table(empty.read(text)).ids(0, 4) == before).all()
