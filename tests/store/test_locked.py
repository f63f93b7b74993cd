# SPDX-License-Identifier: GPL-3.0-or-later
"""Every method of the library while another program holds it: told as locked, nothing changed, nothing hanging."""

from __future__ import annotations

import pytest
from builders import annotation, suggestion, tag
from store.raw import raw

from reader.errors import BackupFailed, LibraryLocked
from reader.model.edit import Edit, RecordChange
from reader.model.suggestion import EVERY_SUGGESTION, SuggestionOrder
from reader.model.vocabulary import WordScope
from reader.store import AnnotationFilter, Library
from reader.store.newcomers import Newcomer
from reader.store.records import RecordTable
from reader.text.direction import Direction
from reader.text.spans import Span

SPAN = Span(0, 3)

READING = {
    "documents.get": lambda b: b.documents.get(b.id),
    "documents.find": lambda b: b.documents.find("x"),
    "documents.list": lambda b: b.documents.list(),
    "documents.by_digest": lambda b: b.documents.by_digest("0"),
    "documents.with_text": lambda b: b.documents.with_text("0"),
    "documents.with_source": lambda b: b.documents.with_source("x"),
    "documents.count": lambda b: b.documents.count(),
    "texts.open_version": lambda b: b.texts.open_version(b.id, 1),
    "texts.open": lambda b: b.texts.open(b.id),
    "texts.digest_of": lambda b: b.texts.digest_of(b.id),
    "texts.remove_abandoned": lambda b: b.texts.remove_abandoned(),
    "annotations.get": lambda b: b.annotations.get("x"),
    "annotations.find": lambda b: b.annotations.find(["x"]),
    "annotations.overlapping": lambda b: b.annotations.overlapping(b.id, SPAN),
    "annotations.on_span": lambda b: b.annotations.on_span(b.id, SPAN),
    "annotations.page_after": lambda b: b.annotations.page_after(b.id, None, 9),
    "annotations.page_before": lambda b: b.annotations.page_before(b.id, None, 9),
    "annotations.count": lambda b: b.annotations.count(b.id),
    "annotations.count_matching": lambda b: b.annotations.count_matching(b.id, AnnotationFilter(text="x")),
    "annotations.counts_by_tag": lambda b: b.annotations.counts_by_tag(b.id),
    "annotations.counts_by_document": lambda b: b.annotations.counts_by_document(),
    "annotations.authors": lambda b: b.annotations.authors(b.id),
    "annotations.by_tag": lambda b: b.annotations.by_tag("person"),
    "annotations.identical": lambda b: b.annotations.identical([annotation(b.id, SPAN)]),
    "relations.of_document": lambda b: b.relations.of_document(b.id),
    "relations.of_annotation": lambda b: b.relations.of_annotation("x"),
    "relations.of_annotations": lambda b: b.relations.of_annotations(["x"]),
    "relations.names": lambda b: b.relations.names(),
    "tagsets.tagsets": lambda b: b.tagsets.tagsets(),
    "tagsets.tagset": lambda b: b.tagsets.tagset("default"),
    "tagsets.tags": lambda b: b.tagsets.tags(),
    "tagsets.get": lambda b: b.tagsets.get("person"),
    "vocabulary.states": lambda b: b.vocabulary.states(),
    "vocabulary.count_states": lambda b: b.vocabulary.count_states(),
    "vocabulary.find_states": lambda b: b.vocabulary.find_states([(WordScope.LEMMA, "x")]),
    "vocabulary.statuses": lambda b: b.vocabulary.statuses(WordScope.LEMMA, ["x"]),
    "vocabulary.statuses_of_bare": lambda b: b.vocabulary.statuses_of_bare(["x"]),
    "vocabulary.lemma_statuses": lambda b: b.vocabulary.lemma_statuses(),
    "vocabulary.cards": lambda b: b.vocabulary.cards("x"),
    "vocabulary.count_cards": lambda b: b.vocabulary.count_cards(),
    "vocabulary.find_cards": lambda b: b.vocabulary.find_cards(["x"]),
    "vocabulary.cards_of": lambda b: b.vocabulary.cards_of(["x"]),
    "entities.list": lambda b: b.entities.list(),
    "entities.get": lambda b: b.entities.get("x"),
    "entities.named": lambda b: b.entities.named("x"),
    "entities.of_kind": lambda b: b.entities.of_kind("person"),
    "entities.links_of": lambda b: b.entities.links_of(["x"]),
    "entities.mentions": lambda b: b.entities.mentions("x"),
    "entities.count": lambda b: b.entities.count(),
    "entities.find": lambda b: b.entities.find(["x"]),
    "entities.names": lambda b: list(b.entities.names()),
    "entities.named_one_of": lambda b: b.entities.named_one_of(["x"]),
    "entities.beginning_with": lambda b: b.entities.beginning_with("x", 9),
    "entities.ids": lambda b: b.entities.ids("x"),
    "entities.with_identifier": lambda b: b.entities.with_identifier("wikidata", "Q1"),
    "entities.with_identifiers": lambda b: b.entities.with_identifiers([("wikidata", "Q1")]),
    "entities.kinds": lambda b: b.entities.kinds(),
    "entities.entity_of": lambda b: b.entities.entity_of("x"),
    "entities.mention_ids": lambda b: b.entities.mention_ids("x"),
    "entities.mention_counts": lambda b: b.entities.mention_counts(["x"]),
    "entities.of_document": lambda b: b.entities.of_document(b.id),
    "entities.documents_of": lambda b: b.entities.documents_of("x"),
    "entities.beside": lambda b: b.entities.beside("x", 9),
    "entities.documents_shared": lambda b: b.entities.documents_shared("x", ["y"]),
    "entities.counts_in": lambda b: b.entities.counts_in(b.id, ["x"]),
    "entities.unlinked": lambda b: b.entities.unlinked(b.id),
    "entities.grouped_with": lambda b: b.entities.grouped_with("x"),
    "entities.recognised_as": lambda b: b.entities.recognised_as(["x"]),
    "entities.spelt_as": lambda b: b.entities.spelt_as("x"),
    "entities.refusals": lambda b: b.entities.refusals(b.id),
    "entities.refusals_of": lambda b: b.entities.refusals_of("x"),
    "decisions.of_document": lambda b: b.decisions.of_document(b.id),
    "decisions.by_tag": lambda b: b.decisions.by_tag("person"),
    "decisions.find": lambda b: b.decisions.find(b.id, SPAN, "person"),
    "suggestions.version_of": lambda b: b.suggestions.version_of(b.id),
    "suggestions.open_overlapping": lambda b: b.suggestions.open_overlapping(b.id, SPAN),
    "suggestions.open_page_after": lambda b: b.suggestions.open_page_after(b.id, None, 9),
    "suggestions.open_page_before": lambda b: b.suggestions.open_page_before(b.id, None, 9),
    "suggestions.counts": lambda b: b.suggestions.counts(b.id),
    "suggestions.count": lambda b: b.suggestions.count(b.id, EVERY_SUGGESTION),
    "suggestions.open_ranked": lambda b: b.suggestions.open_ranked(b.id, SuggestionOrder.CONFIDENCE, 9),
    "suggestions.open_groups": lambda b: b.suggestions.open_groups(b.id, None, 9),
    "suggestions.open_members": lambda b: b.suggestions.open_members(b.id, "place", "x", None, 9),
    "history.undo_name": lambda b: b.history.undo_name,
    "history.redo_name": lambda b: b.history.redo_name,
    "history.undo_size": lambda b: b.history.undo_size,
    "history.redo_size": lambda b: b.history.redo_size,
    "history.entries": lambda b: b.history.entries(),
    "history.changes_of": lambda b: b.history.changes_of(1),
    "check": lambda b: b.check(),
    "data_version": lambda b: b.data_version(),
    "revision": lambda b: b.revision(),
}

WRITING = {
    "texts.add_all": lambda b: b.texts.add_all([Newcomer(text="x", title="x", direction=Direction.RIGHT_TO_LEFT)]),
    "texts.begin": lambda b: b.texts.begin(),
    "texts.add": lambda b: b.texts.add("y", title="y", direction=Direction.RIGHT_TO_LEFT),
    "suggestions.replace": lambda b: b.suggestions.replace(b.id, "1", []),
    "suggestions.begin": lambda b: b.suggestions.begin(b.id, "1"),
    "suggestions.append": lambda b: b.suggestions.append(b.id, [suggestion("abcdef", SPAN)]),
    "suggestions.finish": lambda b: b.suggestions.finish(b.id),
    "history.apply": lambda b: b.history.apply(an_edit(b.id), author="x"),
    "history.undo": lambda b: b.history.undo(),
    "history.redo": lambda b: b.history.redo(),
    "apply": lambda b: b.apply(an_edit(b.id), author="x"),
    "undo": lambda b: b.undo(),
    "redo": lambda b: b.redo(),
    "transaction": lambda b: b.transaction().__enter__(),
}

NOT_LOCKED = {
    "open": "tested below",
    "close": "needs no lock",
    "session": "a value",
    "history.session": "a value",
    "keep_readable": "a setting of the connection",
    "backup_to": "tested below",
    "back_up_daily": "tested below",
    "tagsets.add_default": "part of making a new file",
    "tagsets.tag_table": "a table",
    "tagsets.tagset_table": "a table",
    "entities.entity_table": "a table",
    "entities.link_table": "a table",
    "entities.refusal_table": "a table",
}


def an_edit(document_id):
    changes = (RecordChange(None, annotation(document_id, SPAN)), RecordChange(None, tag("new")))
    return Edit(name="add", document_id=document_id, changes=changes)


@pytest.fixture
def held(path):
    """A library without log, which another program is about to commit to."""
    with Library.open(path, wal=False, patience_ms=10) as library:
        library.id = library.texts.add("كلمات قليلة", title="x").id
        library.apply(an_edit(library.id), author="x")
        with raw(path) as other:
            other.execute("begin exclusive")
            yield library
            other.execute("rollback")


@pytest.mark.parametrize("ask", READING.values(), ids=READING.keys())
def test_question_to_a_locked_library_is_told(held, ask):
    with pytest.raises(LibraryLocked):
        ask(held)


@pytest.mark.parametrize("write", WRITING.values(), ids=WRITING.keys())
def test_writing_to_a_locked_library_is_told_and_changes_nothing(held, path, write):
    with pytest.raises(LibraryLocked):
        write(held)
    assert not held._connection.in_transaction


@pytest.mark.parametrize("write", WRITING.values(), ids=WRITING.keys())
def test_writing_while_another_writes_into_the_log_is_told(path, write):
    with Library.open(path, wal=True, patience_ms=10) as library, raw(path) as other:
        library.id = library.texts.add("كلمات قليلة", title="x").id
        other.execute("begin immediate")
        with pytest.raises(LibraryLocked):
            write(library)
        assert library.documents.count() == 1


def test_opening_a_locked_library_is_told(path):
    Library.open(path, wal=False).close()
    with raw(path) as other:
        other.execute("begin exclusive")
        with pytest.raises(LibraryLocked):
            Library.open(path, patience_ms=10)


def test_backup_of_a_locked_library_is_told(held, tmp_path):
    with pytest.raises(BackupFailed, match="another program"):
        held.backup_to(tmp_path / "copy")
    with pytest.raises(BackupFailed):
        held.back_up_daily()
    assert not (tmp_path / "copy").exists()


def test_text_being_read_when_the_library_is_locked_is_told(path):
    with Library.open(path, wal=False, patience_ms=10) as library, raw(path) as other:
        text = library.texts.open(library.texts.add("كلمات", title="x").id)
        other.execute("begin exclusive")
        with pytest.raises(LibraryLocked):
            text.slice(0, 3)


def test_every_public_method_has_its_locked_case(library):
    tables = {"vocabulary.card_table", "vocabulary.state_table"}  # Tables of records, which history reads and writes.
    named = READING.keys() | WRITING.keys() | NOT_LOCKED.keys()
    repositories = sorted({name.partition(".")[0] for name in named if "." in name} - {"history"})
    inherited = set(dir(RecordTable))
    methods = {
        f"{name}.{method}"
        for name in (*repositories, "history")
        for method in dir(getattr(library, name))
        if not method.startswith("_") and method not in inherited | {"table", "noun", "columns"}
    }
    own = {name for name in vars(Library) if not name.startswith("_")}

    assert (methods | own) - tables == named
