# SPDX-License-Identifier: GPL-3.0-or-later
"""The page about the library file says what is so."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest
from builders import TEXTS, annotation
from store.raw import raw

from reader.model.edit import Edit, RecordChange
from reader.model.entity import Entity, EntityLink
from reader.store import Library
from reader.store.bins import bin_of
from reader.text.spans import Span

PAGE = (Path(__file__).parents[2] / "resources" / "library-file.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"^([^\n]+):\n\n```sql\n(.*?)```", PAGE, re.DOTALL | re.MULTILINE)


@pytest.fixture
def filled(path):
    """A closed library in which every question of the page has an answer."""
    text = TEXTS["mixed"]
    with Library.open(path) as library:
        document = library.texts.add(text, title="مقال")
        outer, inner = (
            annotation(document.id, Span(*ends), quote=text[slice(*ends)], id=identity)
            for ends, identity in (((0, 20), "the id"), ((6, 11), "another"))
        )
        baku = Entity(id="e", name="باكو", aliases=("Baku",))
        records = (outer, inner, baku, EntityLink(annotation_id="another", entity_id="e"))
        changes = tuple(RecordChange(None, record) for record in records)
        library.apply(Edit(name="add-annotations", document_id=document.id, changes=changes), author="سلمى")
    return path


@pytest.mark.parametrize("query", [query for _, query in QUERIES], ids=[name for name, _ in QUERIES])
def test_every_question_of_the_page_has_an_answer(filled, query):
    with raw(filled) as connection:
        assert connection.execute(query).fetchall()


def test_page_has_questions():
    assert len(QUERIES) == 8


def test_whole_text_is_what_the_page_says(filled):
    with raw(filled) as connection:
        assert connection.execute(QUERIES[-1][1]).fetchall() == [("مقال", TEXTS["mixed"])]


def test_every_table_and_column_is_on_the_page(filled):
    with raw(filled) as connection:
        tables = [name for (name,) in connection.execute("select name from sqlite_schema where type = 'table'")]
        columns = connection.execute(
            """select t.name, c.name from pragma_table_list as t, pragma_table_xinfo(t.name) as c
            where t.name in ('documents', 'versions', 'text_chunks', 'annotations', 'relations', 'entities',
                'entity_links', 'entity_names', 'entity_identifiers', 'entity_documents', 'entity_refusals',
                'decisions', 'history', 'history_changes')"""
        ).fetchall()

    assert [name for name in tables if not name.startswith("sqlite_") and f"`{name}`" not in PAGE] == []
    assert [pair for pair in columns if f"`{pair[1]}`" not in row_of(pair[0]) and pair[1] not in KEYS] == []


KEYS = {"id"}
"""Numbers that only order rows are not explained."""


def row_of(table):
    return next(line for line in PAGE.splitlines() if line.startswith("|") and f"`{table}`" in line.split("|")[1])


def test_checksum_is_made_as_the_page_says(filled):
    with raw(filled) as connection:
        *values, checksum = connection.execute(
            """select id, document_id, start, "end", quote, prefix, suffix, tag_id, note, attributes, author, created,
            modified, checksum from annotations"""
        ).fetchone()

    text = json.dumps(values, ensure_ascii=False)
    assert hashlib.blake2b(text.encode(), digest_size=8).hexdigest() == checksum


def test_bins_are_numbered_as_the_page_says():
    first = {27: 1}
    for shift in (24, 21, 18, 15, 12, 9):
        first[shift] = 8 * first[shift + 3] + 1

    assert all(bin_of(start := 5 << shift, start + (1 << shift)) == first[shift] + 5 for shift in first)
    far = (1 << 27) + 5_000
    assert bin_of(far, far + 1) == first[9] + (far >> 9)
