# SPDX-License-Identifier: GPL-3.0-or-later
"""Library files that earlier versions of the program wrote open in this one, with all that was in them."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from reader.store import Library
from reader.workspace import Workspace

FORMS = sorted((Path(__file__).parents[1] / "data" / "libraries").glob("form-*.hashiya.gz"))


@pytest.fixture(params=FORMS, ids=lambda path: path.name)
def older(request, path):
    """A library as an earlier version left it: one text, two annotations, one rejected suggestion."""
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    return path


def test_there_is_one_of_every_form_before_this_one():
    assert [path.name for path in FORMS] == ["form-1.hashiya.gz"]


def test_older_library_opens_with_all_that_was_in_it(older):
    with Library.open(older) as library:
        (document,) = library.documents.list()
        annotations = library.annotations.page_after(document.id, None, 10)
        assert [(each.quote, each.tag_id) for each in annotations] == [("القاهرة", "place"), ("أحمد بن علي", "person")]
        assert [each.quote for each in library.decisions.of_document(document.id)] == ["12 مايو 2024"]
        assert library.check().is_whole


def test_edits_from_before_the_update_can_be_undone(older):
    with Library.open(older) as library:
        (document,) = library.documents.list()
        Workspace(library, "مريم").undo()
        assert library.decisions.of_document(document.id) == []


def test_older_library_is_copied_before_it_is_brought_up_to_date(older):
    Library.open(older).close()
    (copy,) = (older.parent / "backups").iterdir()
    assert copy.name.endswith("-form-1.hashiya")
