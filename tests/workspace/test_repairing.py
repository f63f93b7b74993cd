# SPDX-License-Identifier: GPL-3.0-or-later
"""A document whose text is repaired keeps every tag at its words, and the text as it was."""

from __future__ import annotations

import re

import pytest
from arabic_reshaper import reshape
from articles_for_pdf import ARTICLES, truth_of
from bidi import get_display

from reader.model.ids import TagId
from reader.model.structure import Block, BlockKind
from reader.model.version import Origin
from reader.store import Library
from reader.text.spans import Span
from reader.workspace import Workspace, edits
from reader.workspace.repairing import proposal, repair_text

TRUTH = truth_of(ARTICLES["news"]) + "\n\U0001f600 \U00010400 كتاب"
DRAWN = "\n".join(get_display(reshape(line), base_dir="R") for line in TRUTH.split("\n"))
VOCALISED = "\n".join(get_display(line, base_dir="R") for line in truth_of(ARTICLES["vocalised"]).split("\n"))
TEXTS = {"shapes": DRAWN, "vocalised": VOCALISED}


def _whole(library: Library, document_id, version=None) -> str:
    text = library.texts.open(document_id) if version is None else library.texts.open_version(document_id, version)
    return "".join(piece for _, piece in text.texts())


def _with_all_words_tagged(library: Library, text: str):
    document = library.texts.add(text, title="مقال")
    spans = [Span(*found.span()) for found in re.finditer(r"\S+", text)]
    opened = library.texts.open(document.id)
    Workspace(library, "قارئ").edit(edits.tag_spans(opened, document.id, spans, TagId("place"), "قارئ"))
    return document, spans


def test_a_proposal_shows_each_line_before_and_after() -> None:
    found = proposal(DRAWN)
    assert [line.after for line in found.shown[:1]] == [TRUTH.split("\n")[0]]
    assert found.changed == len([line for line in DRAWN.split("\n") if line])


def test_a_sound_text_has_nothing_to_propose() -> None:
    assert not proposal(TRUTH).is_needed


@pytest.mark.parametrize("kind", TEXTS)
def test_every_tag_stands_at_its_words_in_the_repaired_text(library: Library, kind: str) -> None:
    text = TEXTS[kind]
    document, spans = _with_all_words_tagged(library, text)
    made = proposal(text).made
    Workspace(library, "قارئ").edit(repair_text(library, document.id, "قارئ"))
    assert _whole(library, document.id) == made.text
    found = {one.span: one.quote for one in library.annotations.overlapping(document.id, Span(0, len(made.text)))}
    assert len(found) + len(library.displaced.of_document(document.id)) == len(spans)
    assert len(found) > 0.9 * len(spans)
    assert all(made.text[span.start : span.end] == quote for span, quote in found.items())
    homes = {tuple(made.map.source_spans(span)) for span in found}
    assert homes <= {(span,) for span in spans}


def test_the_text_as_it_was_stays_as_an_earlier_version_with_a_map(library: Library) -> None:
    document, _ = _with_all_words_tagged(library, DRAWN)
    Workspace(library, "قارئ").edit(repair_text(library, document.id, "قارئ"))
    newest, first = library.versions.of_document(document.id)
    assert (newest.origin, newest.based_on) == (Origin.REPAIR, first.version)
    assert _whole(library, document.id, first.version) == DRAWN
    runs = library.versions.map(document.id, newest.version, first.version)
    assert runs is not None
    assert {run.kind for run in runs} <= {"kept", "same", "reversed", "spelt"}
    assert len({at for run in runs for at in range(run.new, run.new + run.length)}) == len(_whole(library, document.id))


def test_undo_brings_the_text_and_its_tags_back(library: Library) -> None:
    document, spans = _with_all_words_tagged(library, DRAWN)
    workspace = Workspace(library, "قارئ")
    workspace.edit(repair_text(library, document.id, "قارئ"))
    workspace.undo()
    assert _whole(library, document.id) == DRAWN
    there = [one.span for one in library.annotations.overlapping(document.id, Span(0, len(DRAWN)))]
    assert sorted(there) == spans


def test_headings_stay_headings(library: Library) -> None:
    document = library.texts.add(DRAWN, title="مقال")
    title = Block(kind=BlockKind.TITLE, start=0, end=DRAWN.index("\n"))
    with library.transaction():
        library.structure.replace(document.id, 1, [title])
    Workspace(library, "قارئ").edit(repair_text(library, document.id, "قارئ"))
    (found,) = library.structure.blocks(document.id, 0, 10)
    assert _whole(library, document.id)[found.start : found.end] == TRUTH.split("\n", maxsplit=1)[0]


def test_repairing_a_sound_text_changes_nothing(library: Library) -> None:
    document = library.texts.add(TRUTH, title="مقال")
    assert repair_text(library, document.id, "قارئ").changes == ()
