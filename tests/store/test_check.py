# SPDX-License-Identifier: GPL-3.0-or-later
"""The check finds what was changed behind the program's back, and calls a whole library whole."""

from __future__ import annotations

import random
import shutil

import pytest
from builders import annotation, span_of
from store.raw import raw

from reader.errors import Cancelled, LibraryError
from reader.model.edit import Edit, RecordChange
from reader.model.ids import TagId
from reader.store import Library
from reader.store.migrations import MIGRATIONS
from reader.text.spans import Span
from reader.workspace import changing_text, edits

DAMAGES = {
    "annotations set tag_id = 'person'": "changed by something else",
    "annotations set note = 'دخيل'": "changed by something else",
    "annotations set start = start + 1": "changed by something else",
    "annotations set bin = 7": "changed by something else",
    "annotations set checksum = ''": "changed by something else",
    "text_chunks set text = replace(text, 'ا', 'أ')": "is not the one that was brought in",
    "text_chunks set text = 'ق' || substr(text, 2)": "does not stand on the words",
    "annotation_counts set count = 5": "numbers of annotations",
    "documents set digest = 'x'": "is not the one that was brought in",
}


@pytest.fixture
def annotated(path, any_text):
    """A closed library with one text and twenty annotations."""
    with Library.open(path, wal=False) as library:
        document = library.texts.add(any_text, title="x")
        made = [
            annotation(document.id, Span(start, start + 3), quote=any_text[start : start + 3], note=f"ملاحظة {start}")
            for start in range(20)
        ]
        changes = tuple(RecordChange(None, each) for each in made)
        library.apply(Edit(name="add-annotations", document_id=document.id, changes=changes), author="x")
    return path


def checked(path):
    with Library.open(path, read_only=True) as library:
        return library.check()


def test_whole_library_is_called_whole(annotated):
    report = checked(annotated)

    assert (report.problems, report.is_whole, report.form) == ((), True, len(MIGRATIONS))
    assert dict(report.counts)["annotations"] == 20
    assert dict(report.counts)["history"] == 1


@pytest.mark.parametrize("damage", DAMAGES, ids=DAMAGES.keys())
def test_change_behind_the_programs_back_is_found(annotated, damage):
    with raw(annotated) as connection:
        connection.execute(f"update {damage}")
    report = checked(annotated)

    assert any(DAMAGES[damage] in problem for problem in report.problems)
    assert not report.is_whole


def test_reference_to_a_missing_record_is_found(annotated):
    with raw(annotated) as connection:
        connection.execute("delete from tags where id = 'place'")

    assert any("refers to one of tags that is missing" in problem for problem in checked(annotated).problems)


def test_text_that_is_not_utf8_is_told_and_does_not_end_the_check(annotated):
    with raw(annotated) as connection:
        connection.execute("update annotations set note = cast(x'ff' as text) where start = 3")
        connection.execute("update annotation_counts set count = 5")
    problems = " ".join(checked(annotated).problems)

    assert "not UTF-8" in problems
    assert "numbers of annotations" in problems


def test_check_hears_how_far_it_is_and_can_be_stopped(annotated):
    heard = []
    with Library.open(annotated, read_only=True) as library:
        library.check(progress=heard.append)
        assert (heard[0], heard[-1], heard == sorted(heard)) == (0.0, 1.0, True)
        with pytest.raises(Cancelled):
            library.check(cancelled=lambda: True)
        assert library.check().is_whole


def test_no_flipped_bit_changes_an_annotation_in_silence(annotated, tmp_path):
    """Of 150 files with one flipped bit each: refused, found by the check, or every annotation is the same."""
    whole = content_of(annotated)
    original, rnd = annotated.read_bytes(), random.Random(11)
    silent = [
        position
        for position in (rnd.randrange(len(original) * 8) for _ in range(150))
        if changes_in_silence(flipped(original, position), tmp_path / "flipped", whole)
    ]

    assert silent == []


def flipped(content, position):
    changed = bytearray(content)
    changed[position // 8] ^= 1 << position % 8
    return bytes(changed)


def changes_in_silence(content, path, whole):
    path.write_bytes(content)
    try:
        return checked(path).is_whole and content_of(path) != whole
    except LibraryError:
        return False


def content_of(path):
    """Every text and every annotation of the library."""
    with Library.open(path, read_only=True) as library:
        return [
            (
                "".join(piece for _, piece in library.texts.open(document.id).texts()),
                library.annotations.page_after(document.id, None, 100),
            )
            for document in library.documents.list()
        ]


@pytest.mark.parametrize("kept", [100, 512, 4096, 5000, 40_000])
def test_file_cut_off_is_refused_or_told_and_left_as_it_is(annotated, tmp_path, kept):
    cut = tmp_path / "cut"
    shutil.copy(annotated, cut)
    with cut.open("r+b") as file:
        file.truncate(kept)
    before = cut.read_bytes()

    assert not is_whole_or_refused(cut)
    assert cut.read_bytes() == before


def is_whole_or_refused(path):
    try:
        return checked(path).is_whole
    except LibraryError:
        return False


def test_crash_is_followed_by_a_look_at_the_pages(annotated):
    """A journal beside a file whose pages do not belong together: opening says so."""
    with raw(annotated) as connection:
        connection.execute("pragma writable_schema = on")
        root = connection.execute("select rootpage from sqlite_schema where name = 'annotations_by_tag'").fetchone()[0]
    content = bytearray(annotated.read_bytes())
    content[(root - 1) * 4096 + 8 : root * 4096] = bytes(4088)
    annotated.write_bytes(content)
    annotated.with_name(annotated.name + "-journal").write_bytes(b"x")

    with pytest.raises(LibraryError):
        Library.open(annotated)
    assert annotated.read_bytes() == content


@pytest.fixture
def displaced(tmp_path):
    """A library in which a tag has lost its place and another waits for review, with a relation between the two."""
    path = tmp_path / "displaced.hashiya"
    old = "زار الوزير مدينة باكو يوم الاثنين.\nوعاد منها في اليوم التالي 𞸀.\n"
    with Library.open(path) as library:
        document = library.texts.add(old, title="زيارة")
        spans = [span_of(old, "باكو"), span_of(old, "اليوم التالي")]
        library.apply(
            edits.tag_spans(library.texts.open(document.id), document.id, spans, TagId("place"), "x"), author="x"
        )
        new = old.replace("مدينة باكو", "مدينة شوشة").replace("وعاد منها في اليوم التالي 𞸀.\n", "")
        library.apply(changing_text.update_text(library, document.id, new, "x").edit, author="x")
        assert library.displaced.count(document.id).total
    return path


def test_tags_without_a_place_are_whole_as_they_were_written(displaced):
    assert checked(displaced).problems == ()
    assert dict(checked(displaced).counts)["displaced"] > 0


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ("update displaced set quote = ''", "does not have the words"),
        ("update displaced set quote = quote || 'ا'", "does not have the words"),
        ("update displaced set state = 'doubtful', proposed_start = 5000, proposed_end = 5009", "beyond the text"),
        (
            "insert into displaced_relations select 'r', id, 'x', 'y', 'n', '', '', '' from documents",
            "annotation that is missing",
        ),
    ],
)
def test_tags_without_a_place_that_something_changed_are_told(displaced, change, problem):
    with raw(displaced) as connection:
        connection.execute(change)
        connection.commit()

    assert problem in " ".join(checked(displaced).problems)
