# SPDX-License-Identifier: GPL-3.0-or-later
"""What is set about recognition is obeyed wherever something is recognised."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from recognisers.neural import tiny_models

from reader import settings as names
from reader.errors import ModelUnusable
from reader.model.ids import TagId
from reader.model.recognition import STAGES, NeuralChoice, Options, options_of, tags_from, tags_written
from reader.recognisers import DocumentRecogniser, Knowledge, recognise
from reader.recognisers.lexicon import shipped_lexicon
from reader.recognisers.paragraphs import ParagraphReader
from reader.settings import Settings, settings_path
from reader.store import Library
from reader.text.chunks import ChunkedText
from reader.text.spans import Span
from reader.workspace.applied_options import options_now, refuse_unusable_model, version_with, with_options
from reader.workspace.importing import import_file
from reader.workspace.name_lists import add_name_list
from reader.workspace.recognising import recognise_document, suggestions_in

TEXT = "زارَ سالم الحارثي «قندهار» في 3 مارس 2020 😀."
SAID = {"قندهار": "B-ORG"}
Found = Callable[[Options], list[tuple[str, str]]]


@pytest.fixture
def found() -> Found:
    knowledge = Knowledge()
    return lambda options: [
        (each.quote, each.tag_id) for each in recognise(TEXT, with_options(knowledge, options)) if each.tag_id != "work"
    ]


@pytest.fixture
def model(tmp_path: Path) -> NeuralChoice:
    folder = tmp_path / "model"
    tiny_models.save_label_model(folder, tiny_models.word_piece(["زار", "قندهار"]), SAID)
    return NeuralChoice(folder=folder, tags=(("ORG", "event"),))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    with Library.open(tmp_path / "library.hashiya") as library:
        yield library


def test_what_is_off_is_left_out(found: Found) -> None:
    assert ("3 مارس 2020", "date") in found(Options())
    assert ("3 مارس 2020", "date") not in found(Options(without=frozenset({"dates"})))


def test_the_neural_model_decides_where_it_speaks(found: Found, model: NeuralChoice) -> None:
    assert ("قندهار", "event") not in found(Options())
    assert ("قندهار", "event") in found(Options(neural=model))
    assert ("3 مارس 2020", "date") in found(Options(neural=model))


def test_a_model_that_cannot_be_used_takes_nothing_else_away(found: Found, tmp_path: Path) -> None:
    options = Options(neural=NeuralChoice(folder=tmp_path / "gone"))

    assert found(options) == found(Options())
    with pytest.raises(ModelUnusable, match="gone"):
        refuse_unusable_model(options)


def test_other_options_lists_or_models_are_another_version(
    library: Library, model: NeuralChoice, tmp_path: Path
) -> None:
    def versions() -> set[str]:
        wanted = (Options(), Options(without=frozenset({"dates"})), Options(neural=model))
        return {version_with("rules", library, options) for options in wanted}

    before = versions()
    (tmp_path / "names.txt").write_text("باكو\n", "utf-8")
    add_name_list(library.path, tmp_path / "names.txt", TagId("place"))
    tiny_models.save_label_model(model.folder, tiny_models.word_piece(["زار", "قندهار"]), {**SAID, "زار": "B-PER"})

    assert len(before) == 3
    assert "rules" in before
    assert len(before | versions()) == 6


def test_a_missing_model_has_the_version_of_none(library: Library, tmp_path: Path) -> None:
    options = Options(neural=NeuralChoice(folder=tmp_path / "gone"))

    assert version_with("rules", library, options) == "rules"


def test_what_is_set_is_read_from_the_settings(tmp_path: Path) -> None:
    settings = Settings.load(settings_path())
    settings.set(names.NEURAL, True)
    settings.set(names.NEURAL_FOLDER, str(tmp_path))
    settings.set(names.NEURAL_TAGS, ["a=b=place", "نوع=", "broken"])
    settings.set(names.STAGES_OFF, ["dates", "nothing"])
    settings.set(names.LEARNING, False)
    settings.save()

    assert options_now() == options_of(settings)
    assert options_now().without == {"dates"}
    assert options_now().neural == NeuralChoice(folder=tmp_path, tags=(("a=b", "place"), ("نوع", "")))
    assert not options_now().learning


def test_kinds_with_tags_are_written_as_they_are_read() -> None:
    tags = (("a=b", "place"), ("نوع", ""), ("job title", "role"))

    assert tags_from(tags_written(tags)) == tags


def test_every_stage_can_be_left_out() -> None:
    text = "قال الدكتور سالم الحارثي وزير الثقافة في مؤتمر الرياض 2020 إن 500 كتاب في وزارة الثقافة. وأضاف الحارثي."
    lexicon = shipped_lexicon()
    parts = {*ParagraphReader(lexicon).stage_names, "tagger", "document"}

    assert parts == set(STAGES)
    whole = recognise(text, Knowledge())
    assert recognise(text, with_options(Knowledge(), Options(without=frozenset(STAGES)))) == []
    assert whole


def test_what_the_document_as_a_whole_adds_can_be_left_out() -> None:
    text = "عقد الاتحاد الدولي للاتصالات (ITU) اجتماعه. ثم عاد ITU إلى العمل."
    counts = [
        [each.quote for each in recognise(text, with_options(Knowledge(), Options(without=frozenset(off))))].count(
            "ITU"
        )
        for off in ({"tagger", "lists"}, {"tagger", "lists", "document"})
    ]

    assert counts[0] > counts[1]


def test_the_progress_within_a_chunk_is_told(model: NeuralChoice) -> None:
    told: list[tuple[int, int]] = []
    text = ChunkedText.from_string("".join(f"زار قندهار {number}.\n" for number in range(300)))
    knowledge = with_options(Knowledge(), Options(neural=replace(model, batch_pieces=64)))
    read = suggestions_in(text, DocumentRecogniser(knowledge), lambda: False, lambda *at: told.append(at))
    assert sum(len(found) for found, _ in read) >= 300

    assert len(told) > 5
    assert told == sorted(told)
    assert told[-1] == (text.length, text.length)


def test_a_document_is_recognised_with_what_is_set(library: Library, model: NeuralChoice, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(TEXT, "utf-8")
    (tmp_path / "names.txt").write_text("الحارثي سالم\nفي 3\n", "utf-8")
    document_id = import_file(library.path, tmp_path / "text.txt", lambda *_: None, lambda: False).document_id
    quotes: list[set[tuple[str, str]]] = []
    settings = Settings.load(settings_path())
    for step in range(3):
        if step == 1:
            add_name_list(library.path, tmp_path / "names.txt", TagId("term"))
        if step == 2:
            settings.set(names.NEURAL, True)
            settings.set(names.NEURAL_FOLDER, str(model.folder))
            settings.set(names.NEURAL_TAGS, tags_written(model.tags))
            settings.save()
        recognise_document(library.path, document_id, lambda *_: None, lambda: False)
        found = library.suggestions.open_overlapping(document_id, Span(0, len(TEXT)))
        quotes.append({(each.quote, each.tag_id) for each in found})

    assert ("في 3", "term") in quotes[1] - quotes[0]
    assert ("قندهار", "event") in quotes[2] - quotes[1]


def test_a_document_is_recognised_although_the_model_is_gone(library: Library, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(TEXT, "utf-8")
    document_id = import_file(library.path, tmp_path / "text.txt", lambda *_: None, lambda: False).document_id
    settings = Settings.load(settings_path())
    settings.set(names.NEURAL, True)
    settings.set(names.NEURAL_FOLDER, str(tmp_path / "gone"))
    settings.save()
    with pytest.raises(ModelUnusable):
        recognise_document(library.path, document_id, lambda *_: None, lambda: False)

    assert library.suggestions.version_of(document_id) is not None
    assert library.suggestions.open_overlapping(document_id, Span(0, len(TEXT)))
