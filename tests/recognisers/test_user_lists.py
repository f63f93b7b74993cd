# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's lists of names: what is read, and which lines are told to be broken."""

from __future__ import annotations

import pytest

from reader.model.ids import TagId
from reader.recognisers.knowledge import KnownName
from reader.recognisers.user_lists import BrokenLine, NameListRead, Problem, known_names, packed, read_names, unpacked

TAGS = {"place": TagId("place"), "مكان": TagId("place"), "شخص": TagId("person")}


def read(text: str, suffix: str = ".txt") -> NameListRead:
    return read_names(text, TAGS.get, suffix=suffix)


def test_each_line_is_a_name_as_written(any_text: str) -> None:
    found = read(f"  {any_text}\n\nبَاكُو 😀\r\nU.N. 5G\n")

    assert [name for name, _, _ in found.names] == [*any_text.split("\n"), "بَاكُو 😀", "U.N. 5G"]
    assert found.broken == ()


def test_commas_in_a_plain_list_belong_to_the_names() -> None:
    assert read("بغداد، العراق\nWashington, D.C.").names[1] == ("Washington, D.C.", "", "")


def test_remarks_are_left_out_and_name_the_tag() -> None:
    found = read("باكو\n# tag: place\nباكو\n# ما يأتي\n#وسم: شخص\nسالم\n")

    assert found.names == (("باكو", "", ""), ("باكو", "place", ""), ("سالم", "person", ""))


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("الأمم المتحدة\tplace\tUN\nسالم\tشخص\n", ".txt"),
        ("الأمم المتحدة\tplace\tUN\nسالم\tشخص\t\n", ".tsv"),
        ("الأمم المتحدة,place,UN\nسالم,شخص\n", ".csv"),
        ("name;tag;entity\nالأمم المتحدة;place;UN\nسالم;شخص;\n", ".CSV"),
        ('"الأمم المتحدة","place","UN"\n"سالم","شخص",""\n', ".csv"),
        ("الكيان,الاسم,ملاحظة,الوسم\nUN,الأمم المتحدة,,place\n,سالم,كاتب,شخص\n", ".csv"),
    ],
)
def test_a_table_has_tag_and_entity(text: str, suffix: str) -> None:
    found = read(text, suffix)

    assert found.names == (("الأمم المتحدة", "place", "UN"), ("سالم", "person", ""))
    assert found.broken == ()


def test_a_cell_in_quotation_marks_may_hold_the_comma() -> None:
    assert read('"Washington, D.C.",place\n"said ""hi""",place', ".csv").names == (
        ("Washington, D.C.", "place", ""),
        ('said "hi"', "place", ""),
    )


@pytest.mark.parametrize(
    ("line", "problem", "detail"),
    [
        (",place", Problem.NO_NAME, ""),
        ("«»!,place", Problem.NO_LETTER, ""),
        ("ا" * 201 + ",place", Problem.TOO_LONG, ""),
        ("سا\x00لم,place", Problem.UNREADABLE, ""),
        ("سا\ufffdلم,place", Problem.UNREADABLE, ""),
        ("سالم,nobody", Problem.UNKNOWN_TAG, "nobody"),
        ("سالم,place,,too,much", Problem.TOO_MANY_CELLS, ""),
        ('"سالم,place', Problem.QUOTES, ""),
    ],
)
def test_a_broken_line_is_told_and_the_others_are_used(line: str, problem: Problem, detail: str) -> None:
    found = read(f"باكو,place\n{line}\nالقاهرة,place\n", ".csv")

    assert [name for name, _, _ in found.names] == ["باكو", "القاهرة"]
    assert found.broken == (BrokenLine(2, problem, detail),)
    assert str(found.broken[0]).startswith("line 2: ")


def test_a_name_that_comes_twice_is_kept_once() -> None:
    assert len(read("باكو\nباكو\n").names) == 1


def test_nothing_but_blanks_gives_nothing() -> None:
    assert read("\ufeff \n\n") == NameListRead(names=(), broken=())
    assert read("", ".csv") == NameListRead(names=(), broken=())


def test_what_is_kept_reads_back() -> None:
    names = read("الأمم المتحدة 😀\tplace\tUN\nسالم\tشخص\n").names

    assert tuple(unpacked(packed(names))) == names
    assert list(unpacked(packed(()))) == []


def test_recognition_gets_names_with_the_lists_tag_where_they_have_none_any_more() -> None:
    names = read("الأمم المتحدة\tplace\tUN\nسالم\tشخص\nعدن\n").names
    known = list(known_names(names, TagId("event"), dict.fromkeys(map(TagId, ("place", "event")))))

    assert known == [
        KnownName(name="الأمم المتحدة", tag_id=TagId("place"), entity="UN"),
        KnownName(name="سالم", tag_id=TagId("event"), entity="سالم"),
        KnownName(name="عدن", tag_id=TagId("event"), entity="عدن"),
    ]
    assert list(known_names(names, TagId("gone"), {})) == []
