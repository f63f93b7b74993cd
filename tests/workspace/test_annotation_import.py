# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotations of others come in where their words stand, as one step, and never where something else stands."""

from __future__ import annotations

import json

import pytest
from builders import TEXTS

from reader.errors import AnnotationsUnreadable, UnknownTag
from reader.interchange import FORMATS, Options
from reader.model.ids import TagId
from reader.store import Library
from reader.text.spans import Span
from reader.workspace import edits
from reader.workspace.annotation_import import take_in_annotations
from reader.workspace.annotation_plan import plan_annotations
from reader.workspace.exporting import Selection, export_documents

LOSSLESS = ("json", "bundle")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.hashiya"


def filled(path, text, spans=((0, 4), (5, 9), (5, 12))):
    """A library with the text and annotations, two of them related; its document."""
    with Library.open(path) as library:
        document = library.texts.add(text, title="مقال")
        chunked = library.texts.open(document.id)
        library.apply(
            edits.tag_spans(chunked, document.id, [Span(*ends) for ends in spans], TagId("place"), "سلمى", "ملاحظة"),
            author="سلمى",
        )
        first, second = library.annotations.page_after(document.id, None, 2)
        library.apply(edits.add_relation(first, second, "in", "سلمى"), author="سلمى")
    return document


def exported(path, document, name, out, **options):
    export_documents(path, [document.id], FORMATS[name], out, options=Options(**options), selection=Selection())
    return out


def everything(path):
    with Library.open(path, create=False, read_only=True) as library:
        return {
            document.title: (
                "".join(piece for _, piece in library.texts.open(document.id).texts()),
                library.annotations.page_after(document.id, None, 100),
                [(each.source_id, each.target_id, each.name) for each in library.relations.of_document(document.id)],
            )
            for document in library.documents.list()
        }


def taken(path, file, name, *, create_tags=False):
    plan = plan_annotations(path, file, FORMATS[name])
    return plan, take_in_annotations(path, None, "رقية", plan, create_tags=create_tags)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("name", LOSSLESS)
def test_another_library_gets_the_same_records(path, tmp_path, text, name):
    document = filled(path, text)
    out = exported(path, document, name, tmp_path / "out")
    other = tmp_path / "other.hashiya"
    Library.open(other).close()

    taken(other, out, name)

    ours, theirs = everything(path)["مقال"], everything(other)["مقال"]
    assert ours[0] == theirs[0]
    assert [(a.id, a.span, a.quote, a.note, a.author, a.created) for a in ours[1]] == [
        (a.id, a.span, a.quote, a.note, a.author, a.created) for a in theirs[1]
    ]
    assert ours[2] == theirs[2]


@pytest.mark.parametrize("name", ["json", "bundle", "csv", "web-annotation"])
def test_what_the_library_has_does_not_come_in_twice(path, tmp_path, name):
    document = filled(path, TEXTS["mixed"])
    out = exported(path, document, name, tmp_path / "out")
    before = everything(path)

    plan, outcome = taken(path, out, name)

    assert (outcome.annotations, plan.documents[0].already_there) == (0, 3)
    assert everything(path) == before


@pytest.mark.parametrize("name", ["json", "csv"])
def test_an_import_is_undone_in_one_step(path, tmp_path, name):
    document = filled(path, TEXTS["astral"])
    out = exported(path, document, name, tmp_path / "out")
    with Library.open(path) as library:
        library.apply(edits.remove_annotations(library, [a.id for a in everything_of(library, document)]), author="x")
        assert not everything_of(library, document)
        plan = plan_annotations(path, out, FORMATS[name])
        take_in_annotations(path, library.session, "x", plan, create_tags=False)
        assert len(everything_of(library, document)) == 3
        library.undo()
        assert not everything_of(library, document)


def everything_of(library, document):
    return library.annotations.page_after(document.id, None, 100)


def table(tmp_path, *rows):
    file = tmp_path / "tags.csv"
    lines = ["start,end,tag,quote,title", *(",".join(map(str, row)) for row in rows)]
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_words_at_another_place_are_found_again_when_they_stand_once(path, tmp_path, text):
    with Library.open(path) as library:
        document = library.texts.add(text, title="مقال")
    word = max(text.split(), key=len)
    start = text.index(word)
    file = table(tmp_path, (start + 3, start + 3 + len(word), "place", f'"{word}"', "مقال"))

    plan, outcome = taken(path, file, "csv")

    assert (plan.documents[0].found_again, outcome.annotations) == (1, 1)
    with Library.open(path) as library:
        (made,) = everything_of(library, document)
        assert (made.span, made.quote) == (Span(start, start + len(word)), word)


def test_words_that_stand_twice_are_reported_and_not_guessed(path, tmp_path):
    with Library.open(path) as library:
        library.texts.add("باكو مدينة. باكو عاصمة.", title="مقال")
    file = table(tmp_path, (5, 9, "place", "باكو", "مقال"), (0, 4, "place", "باكو", "مقال"))

    plan, outcome = taken(path, file, "csv")

    assert outcome.annotations == 1
    assert [problem.place for problem in plan.problems] == ["row 2"]
    assert "several places" in plan.problems[0].reason


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 2), (0, 10_000), (9_999, 10_000)])
def test_positions_outside_of_the_text_are_reported(path, tmp_path, start, end):
    with Library.open(path) as library:
        library.texts.add(TEXTS["astral"], title="مقال")

    plan, outcome = taken(path, table(tmp_path, (start, end, "place", "", "مقال")), "csv")

    assert (outcome.annotations, len(plan.problems)) == (0, 1)


def test_tags_the_library_lacks_are_made_only_when_asked_for(path, tmp_path):
    with Library.open(path) as library:
        document = library.texts.add(TEXTS["plain"], title="مقال")
    file = table(tmp_path, (0, 3, "سفينة", "زار", "مقال"), (4, 10, "Place", "الوزير", "مقال"))

    _, without = taken(path, file, "csv")
    _, with_tags = taken(path, file, "csv", create_tags=True)

    assert (without.annotations, without.left_out, without.new_tags) == (1, 1, 0)
    assert (with_tags.annotations, with_tags.left_out, with_tags.new_tags) == (1, 0, 1)
    with Library.open(path) as library:
        names = {tag.id: dict(tag.names).get("en") for tag in library.tagsets.tags()}
        assert [names[each.tag_id] for each in everything_of(library, document)] == ["سفينة", "Place"]


def test_a_tag_of_the_file_can_be_one_of_the_library_or_be_left_out(path, tmp_path):
    with Library.open(path) as library:
        document = library.texts.add(TEXTS["plain"], title="مقال")
    file = table(tmp_path, (0, 3, "سفينة", "زار", "مقال"), (4, 10, "Unsinn", "الوزير", "مقال"))
    plan = plan_annotations(path, file, FORMATS["csv"])
    mapping = {"سفينة": TagId("place"), "unsinn": None}

    done = take_in_annotations(path, None, "رقية", plan, create_tags=True, mapping=mapping)
    again = take_in_annotations(path, None, "رقية", plan, create_tags=True, mapping=mapping)

    assert (done.annotations, done.left_out, done.new_tags) == (1, 1, 0)
    assert (again.annotations, again.already_there) == (0, 1)
    with Library.open(path) as library:
        assert [each.tag_id for each in everything_of(library, document)] == ["place"]


def test_a_mapping_to_a_tag_that_is_not_there_changes_nothing(path, tmp_path):
    with Library.open(path) as library:
        document = library.texts.add(TEXTS["plain"], title="مقال")
    plan = plan_annotations(path, table(tmp_path, (0, 3, "سفينة", "زار", "مقال")), FORMATS["csv"])

    with pytest.raises(UnknownTag):
        take_in_annotations(path, None, "رقية", plan, create_tags=True, mapping={"سفينة": TagId("nothing")})

    with Library.open(path) as library:
        assert everything_of(library, document) == []


def test_what_came_in_says_where_from(path, tmp_path):
    with Library.open(path) as library:
        document = library.texts.add(TEXTS["plain"], title="مقال")

    taken(path, table(tmp_path, (0, 3, "place", "زار", "مقال")), "csv")

    with Library.open(path) as library:
        (made,) = everything_of(library, document)
        assert (made.author, dict(made.attributes)["imported"]) == ("رقية", "csv: tags.csv")


def test_a_text_that_changed_since_gets_what_is_sure(path, tmp_path):
    document = filled(path, TEXTS["plain"], spans=((4, 10), (17, 21)))
    out = exported(path, document, "json", tmp_path / "out.json")
    other = tmp_path / "other.hashiya"
    with Library.open(other) as library:
        newer = library.texts.add("ثم " + TEXTS["plain"].replace("باكو", "روما"), title="مقال")

    plan = plan_annotations(other, out, FORMATS["json"], document_id=newer.id)
    outcome = take_in_annotations(other, None, "x", plan, create_tags=False)

    assert outcome.annotations == 1
    assert [problem.place for problem in plan.problems] == ["annotation 2", "relation 1"]
    with Library.open(other) as library:
        assert [each.quote for each in everything_of(library, newer)] == ["الوزير"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("json", b"{"),
        ("json", b"[]"),
        ("json", b'{"format": "hashiya-document", "form": 1, "document": {"direction": "up"}}'),
        ("json", b"[" * 100_000),
        ("json", json.dumps({"format": "hashiya-document", "form": 1, "text": "\ud800"}).encode()),
        ("web-annotation", b'{"type": "Annotation"}'),
        ("web-annotation", b'{"type": "AnnotationPage", "items": 3}'),
        ("web-annotation", b'{"type": "Annotation", "target": {"selector": {"type": "XPathSelector"}}}'),
        ("csv", b"a,b\n1,2\n"),
        ("csv", b"start,end,tag\nx,2,place\n"),
        ("csv", b'start,end,tag\n1,2,"place\n'),
        ("csv", b""),
        ("bundle", b"PK\x03\x04 no zip"),
        ("bundle", b""),
    ],
)
def test_a_broken_file_is_told_and_changes_nothing(path, tmp_path, name, content):
    filled(path, TEXTS["plain"])
    file = tmp_path / "broken"
    file.write_bytes(content)
    before = everything(path)

    with pytest.raises(AnnotationsUnreadable) as told:
        taken(path, file, name)

    assert str(file) in str(told.value)
    assert everything(path) == before
