# SPDX-License-Identifier: GPL-3.0-or-later
"""The controller: each wish one edit, each failure told, other programs' changes seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import span_of
from pytestqt.qtbot import QtBot

from reader.errors import DocumentNotReady, EditConflict, LibraryReplaced
from reader.model.ids import DocumentId
from reader.model.tagset import name_in
from reader.store import Library
from reader.text.direction import Direction
from reader.text.spans import Span
from reader.ui.controller import Controller
from reader.ui.tagset_controller import TagsetController
from reader.workspace import Workspace, edits
from reader.workspace.importing import import_file


@pytest.fixture
def controller(qtbot: QtBot, library_path: Path) -> Iterator[Controller]:
    controller = Controller(library_path, "قارئ")
    yield controller
    controller.close()


@pytest.fixture
def document_id(controller: Controller, tmp_path: Path, any_text: str) -> DocumentId:
    path = tmp_path / "text.txt"
    path.write_text(any_text, "utf-8")
    imported = import_file(controller.library_path, path, lambda _done, _total: None, lambda: False)
    controller.open_document(imported.document_id)
    return imported.document_id


@pytest.fixture
def word(document_id: DocumentId, any_text: str) -> Span:
    return span_of(any_text, any_text.split()[1])


def test_a_tag_is_one_edit_and_told(controller: Controller, qtbot: QtBot, word: Span, document_id: DocumentId) -> None:
    with qtbot.waitSignal(controller.changed) as told:
        controller.tag([word], "place")

    assert told.args[0].annotations_of == {document_id}
    assert [each.span for each in controller.annotations_on(word)] == [word]
    assert controller.undo_name == "add-annotation"


def test_undo_and_redo_go_through_the_controller(controller: Controller, word: Span) -> None:
    controller.tag([word], "place")
    controller.undo()
    after_undo = controller.annotations_on(word)
    controller.redo()

    assert list(after_undo) == []
    assert len(controller.annotations_on(word)) == 1


def test_note_tag_and_span_change_in_place(controller: Controller, word: Span) -> None:
    controller.tag([word], "place")
    id_ = controller.annotations_on(word)[0].id
    controller.change_note(id_, "ملاحظة", (("a", "b"),))
    controller.change_tag([id_], "event")
    controller.change_span(id_, Span(word.start, word.end + 1))

    found = controller.annotation(id_)
    assert found is not None
    assert (found.note, found.attributes, found.tag_id) == ("ملاحظة", (("a", "b"),), "event")
    assert found.span == Span(word.start, word.end + 1)


def test_a_wish_without_a_document_is_refused_and_told(controller: Controller, qtbot: QtBot) -> None:
    with qtbot.waitSignal(controller.failed) as told:
        done = controller.tag([Span(0, 1)], "place")

    assert not done
    assert isinstance(told.args[0], DocumentNotReady)


def test_a_change_of_something_changed_elsewhere_is_refused(
    controller: Controller, qtbot: QtBot, word: Span, library_path: Path
) -> None:
    controller.tag([word], "place")
    id_ = controller.annotations_on(word)[0].id
    with Library.open(library_path) as other:
        Workspace(other, "other").edit(edits.remove_annotations(other, [id_]))
    with qtbot.waitSignal(controller.failed) as told:
        controller.change_note(id_, "too late", ())

    assert isinstance(told.args[0], EditConflict)


def test_what_another_program_writes_is_seen(
    controller: Controller, qtbot: QtBot, word: Span, library_path: Path, document_id: DocumentId
) -> None:
    with qtbot.waitSignal(controller.changed, timeout=5000) as told, Library.open(library_path) as other:
        text = other.texts.open(document_id)
        Workspace(other, "other").edit(edits.tag_spans(text, document_id, [word], edits.TagId("place"), "other"))

    assert document_id in told.args[0].annotations_of
    assert len(controller.annotations_on(word)) == 1


def test_a_library_replaced_under_us_is_told_and_nothing_written(
    controller: Controller, qtbot: QtBot, word: Span, library_path: Path
) -> None:
    library_path.rename(library_path.with_suffix(".moved"))
    library_path.write_bytes(b"")
    with qtbot.waitSignal(controller.failed) as told:
        controller.tag([word], "place")

    assert isinstance(told.args[0], LibraryReplaced)
    assert library_path.read_bytes() == b""


def test_relations_join_two_annotations_and_go_again(
    controller: Controller, any_text: str, document_id: DocumentId
) -> None:
    words = any_text.split()
    spans = [span_of(any_text, words[0]), span_of(any_text, words[1])]
    controller.tag(spans, "place")
    first, second = (controller.annotations_on(span)[0] for span in spans)
    controller.relate(first.id, second.id, "يقع في", "")
    relations = controller.relations_of(first)
    controller.remove_relations([relations[0][0].id])

    assert [(each.name, source.id, target.id) for each, source, target in relations] == [
        ("يقع في", first.id, second.id)
    ]
    assert controller.relations_of(first) == []


def test_tags_are_made_changed_and_deleted(controller: Controller, word: Span) -> None:
    tagset = TagsetController(controller)
    tag_id = tagset.add((("ar", "نهر"), ("en", "River")), "tag-10")
    assert tag_id is not None
    controller.tag([word], tag_id)
    tagset.merge(tag_id, "place")

    assert [each.tag_id for each in controller.annotations_on(word)] == ["place"]
    assert "River" not in [name_in(tag.names, "en") for tag in controller.tags()]


def test_the_document_is_given_with_its_direction(controller: Controller, document_id: DocumentId) -> None:
    assert controller.document is not None
    assert controller.document.direction is Direction.RIGHT_TO_LEFT
