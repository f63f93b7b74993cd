# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a root are found in the library, those of the open text first, each with its places."""

from __future__ import annotations

import pytest
from builders import TEXTS
from small_lexicon import install_tables

from reader.errors import Cancelled
from reader.store import Library
from reader.workspace.root_family import find_root_family

BOOKS = "😀 WTDC-25: كتاب وَبِالْكِتَابِ ثم كُتُب.\nباكو كتاب"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("family") / "site"
    install_tables(folder)
    return folder


@pytest.fixture
def library_path(site, monkeypatch, tmp_path):
    """A library of several texts, beside the small lexicon."""
    monkeypatch.syspath_prepend(site)
    monkeypatch.setenv("HASHIYA_CACHE_DIR", str(site.parent / "cache"))
    path = tmp_path / "library.hashiya"
    with Library.open(path) as library:
        for title, text in {**TEXTS, "books": BOOKS}.items():
            library.texts.add(text, title=title)
    return path


def found(path, root="كتب", first=None, **others):
    parts = []
    asked = {"progress": lambda _done, _total: None, "cancelled": lambda: False, **others}
    is_all = find_root_family(path, root, first, deliver=parts.append, **asked)
    return is_all, {part.title: part for part in parts}, [part.title for part in parts]


def document_id(path, title):
    with Library.open(path) as library:
        return next(each.id for each in library.documents.list() if each.title == title)


def test_all_forms_of_a_lemma_are_counted_together_with_their_places(library_path):
    _, parts, _ = found(library_path)
    word = next(word for word in parts["books"].words if word.lemma == "كِتاب")
    assert word.count == 4
    assert [place.written for place in word.places] == ["كتاب", "وَبِالْكِتَابِ", "كُتُب", "كتاب"]
    assert all(BOOKS[place.span.start : place.span.end] == place.written for place in word.places)


def test_surroundings_stay_in_the_line(library_path):
    _, parts, _ = found(library_path)
    last = next(word for word in parts["books"].words if word.lemma == "كِتاب").places[-1]
    assert (last.before, last.after) == ("باكو ", "")


def test_the_open_text_comes_first(library_path):
    _, _, order = found(library_path, first=document_id(library_path, "vocalised"))
    assert order[0] == "vocalised"
    _, _, order = found(library_path, first=document_id(library_path, "books"))
    assert order[0] == "books"


def test_texts_without_the_root_are_left_out(library_path):
    assert set(found(library_path)[1]) <= {"vocalised", "books"}
    assert found(library_path, root="زءر") == (True, {}, [])


def test_search_stops_at_a_bound_and_says_so(library_path):
    is_all, parts, _ = found(library_path, first=document_id(library_path, "books"), most=10)
    assert not is_all
    assert list(parts) == ["books"]


def test_search_can_be_stopped(library_path):
    with pytest.raises(Cancelled):
        found(library_path, cancelled=lambda: True)
