# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotations by place, in pages, in numbers; the answers compared with those of a plain list."""

from __future__ import annotations

import random
import time
from collections import Counter

import pytest
from builders import annotation

from reader.errors import EditConflict
from reader.model.edit import Edit, RecordChange
from reader.store import AnnotationFilter
from reader.store.bins import bins_over
from reader.text.spans import Span

TAGS = ("person", "place", "date")


def add(library, *annotations):
    changes = tuple(RecordChange(None, each) for each in annotations)
    library.apply(Edit(name="add-annotations", document_id=annotations[0].document_id, changes=changes), author="test")


def replaced(library, before, after):
    changes = (RecordChange(before, after),)
    library.apply(Edit(name="change-annotation", document_id=None, changes=changes), author="test")


@pytest.fixture
def many(library, long_document):
    """A thousand annotations: many short ones, some that cross the borders of bins, some very long."""
    rnd = random.Random(7)
    lengths = [1, 4, 9, 30] * 6 + [600, 5_000, 50_000]
    made = [
        annotation(
            long_document.id,
            Span(start, min(start + rnd.choice(lengths), long_document.length)),
            rnd.choice(TAGS),
            author=rnd.choice(["سلمى", "Noor"]),
            quote=rnd.choice(["كتب", "😀", "ABC"]),
        )
        for start in (rnd.randrange(long_document.length - 1) for _ in range(1_000))
    ]
    add(library, *made)
    return made


def in_order(annotations):
    return sorted(annotations, key=lambda each: (each.span.start, each.id))


def test_annotation_comes_back_as_it_was(library, document, any_text):
    made = annotation(
        document.id,
        Span(0, len(any_text)),
        quote=any_text,
        prefix="\n\t😀",
        suffix="“\u202b",
        note='ملاحظة "مهمة"\n\\',
        attributes=(("صنف", "كبير"), ("a", "{}"), ("a", "مكرر")),
    )
    add(library, made)

    assert library.annotations.get(made.id) == made


def test_asking_for_an_annotation_that_is_gone_is_told(library):
    with pytest.raises(EditConflict):
        library.annotations.get("nobody")
    assert library.annotations.find(["nobody"]) == []


@pytest.mark.parametrize(
    "span", [Span(0, 1), Span(511, 513), Span(4_000, 8_200), Span(30_000, 30_001), Span(0, 66_000)]
)
def test_overlapping_ones_are_exactly_those_that_share_a_character(library, long_document, many, span):
    expected = sorted((each for each in many if each.span.overlaps(span)), key=lambda a: (a.span.start, -a.span.end))
    found = library.annotations.overlapping(long_document.id, span)

    assert [each.span for each in found] == [each.span for each in expected]
    assert {each.id for each in found} == {each.id for each in expected}


def test_annotation_that_only_touches_does_not_overlap(library, long_document):
    add(library, annotation(long_document.id, Span(10, 20)))

    assert library.annotations.overlapping(long_document.id, Span(20, 30)) == []
    assert library.annotations.overlapping(long_document.id, Span(5, 10)) == []


def test_annotations_of_another_document_are_not_found(library, long_document, many):
    other = library.texts.add("نص آخر", title="y")

    assert library.annotations.overlapping(other.id, Span(0, 6)) == []


def test_annotations_on_one_span_are_those_and_no_others(library, long_document):
    inner, same, outer = (annotation(long_document.id, Span(*ends)) for ends in ((511, 514), (511, 514), (500, 520)))
    add(library, inner, same, outer)

    assert {each.id for each in library.annotations.on_span(long_document.id, Span(511, 514))} == {inner.id, same.id}


def test_question_by_place_uses_the_index_for_place(library, long_document):
    from reader.store.annotations import _OVERLAPPING

    sql = "explain query plan " + _OVERLAPPING.format(columns="a.id")
    rows = library._connection.rows(sql, ["[]", long_document.id, 10, 0])
    plan = " | ".join(row[3] for row in rows)

    assert "SEARCH a USING INDEX annotations_by_place (document_id=? AND bin>? AND bin<?)" in plan


def pages(ask, limit):
    """All pages one after the other."""
    found, position = [], None
    while page := ask(position, limit):
        found.append(page)
        position = (page[-1].span.start, page[-1].id)
    return found


def test_pages_forward_give_every_annotation_once_in_text_order(library, long_document, many):
    found = pages(lambda position, limit: library.annotations.page_after(long_document.id, position, limit), 97)

    assert [each for page in found for each in page] == in_order(many)
    assert {len(page) for page in found[:-1]} == {97}


def test_pages_backward_give_the_same(library, long_document, many):
    whole = in_order(many)
    position = (whole[500].span.start, whole[500].id)

    assert library.annotations.page_before(long_document.id, position, 50) == whole[450:500]
    assert library.annotations.page_before(long_document.id, None, 50) == whole[-50:]


@pytest.mark.parametrize(
    "wanted",
    [
        AnnotationFilter(tag_ids=frozenset({"person"})),
        AnnotationFilter(tag_ids=frozenset({"person", "date"}), author="سلمى"),
        AnnotationFilter(text="😀"),
        AnnotationFilter(author="Noor", text="ABC"),
        AnnotationFilter(tag_ids=frozenset()),
        AnnotationFilter(),
    ],
    ids=str,
)
def test_filter_lets_through_what_it_says(library, long_document, many, wanted):
    expected = [each for each in in_order(many) if passes(each, wanted)]

    assert library.annotations.page_after(long_document.id, None, 2_000, wanted) == expected
    assert library.annotations.count_matching(long_document.id, wanted) == len(expected)


def passes(each, wanted):
    return (
        (wanted.tag_ids is None or each.tag_id in wanted.tag_ids)
        and wanted.author in {"", each.author}
        and wanted.text in each.quote
    )


def test_note_is_looked_through_too(library, long_document):
    noted = annotation(long_document.id, Span(0, 3), note="يُراجَع لاحقًا")
    add(library, noted, annotation(long_document.id, Span(4, 5)))

    assert library.annotations.page_after(long_document.id, None, 9, AnnotationFilter(text="لاحق")) == [noted]


@pytest.mark.parametrize("typed", ["الطالب", "الطَّالِب", "ٱلطالب", "الطـــالب"])
def test_a_filter_looks_past_harakat_on_either_side(library, long_document, typed):
    written = annotation(long_document.id, Span(0, 3), quote="قَالَ الطَّالِبُ")
    noted = annotation(long_document.id, Span(4, 5), quote="آخر", note="انظر الطالب")
    add(library, written, noted, annotation(long_document.id, Span(6, 7), quote="المعلم"))

    assert library.annotations.page_after(long_document.id, None, 9, AnnotationFilter(text=typed)) == [written, noted]


def test_annotations_of_a_tag_are_given_by_document_and_place(library, long_document, many):
    expected = [each for each in in_order(many) if each.tag_id == "date"]

    assert library.annotations.by_tag("date") == expected
    first = library.annotations.by_tag("date", limit=10)
    after = (first[-1].document_id, first[-1].span.start, first[-1].id)
    assert first + library.annotations.by_tag("date", after=after) == expected


def test_numbers_are_those_of_the_annotations(library, long_document, many):
    by_tag = Counter(each.tag_id for each in many)

    assert library.annotations.count(long_document.id) == 1_000
    assert library.annotations.counts_by_tag(long_document.id) == by_tag
    assert library.annotations.counts_by_tag() == by_tag
    assert library.annotations.counts_by_document() == {long_document.id: 1_000}
    assert library.annotations.authors(long_document.id) == ["Noor", "سلمى"]


def test_numbers_follow_every_change(library, long_document):
    first = annotation(long_document.id, Span(0, 3), "person")
    add(library, first, annotation(long_document.id, Span(4, 5), "person"))
    replaced(library, first, retagged := annotation(long_document.id, Span(0, 3), "date", id=first.id))
    assert library.annotations.counts_by_tag() == {"person": 1, "date": 1}

    replaced(library, retagged, None)
    assert library.annotations.counts_by_tag() == {"person": 1}
    library.undo(), library.undo()
    assert library.annotations.counts_by_tag() == {"person": 2}


def test_provenance_can_be_asked_for_in_sql(library, long_document):
    add(library, annotation(long_document.id, Span(0, 3), attributes=(("provenance", "names"),)))
    add(library, annotation(long_document.id, Span(4, 6)))

    rows = library._connection.rows("select provenance from annotations order by start")
    assert rows == [("names",), ("",)]


@pytest.mark.slow
def test_million_annotations_slow_no_question_down(library):
    """They take milliseconds; without an index, a second. The benchmarks have the figures."""
    document = library.texts.add("نص طويل جدا\n" * 170_000, title="x")
    fill(library, document, 1_000_000)
    span = Span(1_000_000, 1_004_000)

    assert milliseconds(lambda: library.annotations.overlapping(document.id, Span(1_000_000, 1_000_001))) < 400
    assert milliseconds(lambda: library.annotations.overlapping(document.id, span)) < 400
    assert milliseconds(lambda: library.annotations.page_after(document.id, (1_000_000, ""), 100)) < 400
    assert milliseconds(lambda: library.annotations.counts_by_tag(document.id)) < 400
    assert milliseconds(lambda: add(library, annotation(document.id, span))) < 400


def fill(library, document, number):
    """So many annotations by one statement of SQL: this is about questions, not about edits. Every 500th is long."""
    library._connection.execute("pragma foreign_keys = off")
    sql = """with recursive n (i) as (select 0 union all select i + 1 from n where i < ?2 - 1),
        spans (i, start, "end") as (
            select i, i * ?3 / ?2, min(?3, i * ?3 / ?2 + 1 + iif(i % 500 = 0, i % 90000, i % 30)) from n
        )
        insert into annotations (id, document_id, start, "end", quote, prefix, suffix, tag_id, note, attributes,
            author, created, modified, provenance, folded, bin, checksum)
        select printf('%032x', i), ?1, start, "end", 'نص', '', '', 'person', '', '{}', 'test', '', '', '', '',
            bin_of(start, "end"), ''
        from spans"""
    from reader.store.bins import bin_of

    library._connection.create_function("bin_of", 2, bin_of)
    library._connection.execute(sql, [document.id, number, document.length - 1])
    library._connection.execute("insert into annotation_counts values (?, 'person', 'test', ?)", [document.id, number])
    library._connection.execute("pragma foreign_keys = on")


def milliseconds(ask):
    """The median of nine."""
    times = []
    for _ in range(9):
        start = time.perf_counter()
        ask()
        times.append((time.perf_counter() - start) * 1000)
    return sorted(times)[4]


def test_bins_of_a_question_are_few(long_document):
    assert len(bins_over(Span(0, long_document.length))) == 8
