# SPDX-License-Identifier: GPL-3.0-or-later
"""Terms of a document in the library are handed over with their places in the whole text, up to a bound."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import Cancelled
from reader.model.ids import DocumentId
from reader.store import Library
from reader.workspace import Workspace, terms
from reader.workspace.document_terms import TermsIn, terms_in_document
from reader.workspace.importing import import_file

WORD = "باكو"


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    path = tmp_path / "library.hashiya"
    with Library.open(path) as library:
        workspace = Workspace(library, "سلمى")
        workspace.edit(terms.add_base(library, "أسماء"))
        base = library.terms.bases()[0]
        workspace.edit(terms.add_terms([terms.new_term(base.id, WORD, "سلمى")]))
    return path


def taken_in(library_path: Path, text: str) -> DocumentId:
    path = library_path.with_name("text.txt")
    path.write_text(text, encoding="utf-8")
    return import_file(library_path, path, lambda _done, _total: None, lambda: False).document_id


def found_in(library_path: Path, document_id: DocumentId, **how: int) -> tuple[list[TermsIn], int | None]:
    parts: list[TermsIn] = []
    stopped_at = terms_in_document(library_path, document_id, parts.append, lambda: False, **how)
    return parts, stopped_at


def test_places_are_those_of_the_whole_text(library_path: Path, any_text: str) -> None:
    text = (any_text + "\n") * 3_000 + f"😀 وفي {WORD} 𞸀.\n"
    parts, stopped_at = found_in(library_path, taken_in(library_path, text))
    spans = [match.span for part in parts for match in part.matches]
    assert len(parts) > 1
    assert stopped_at is None
    assert {text[span.start : span.end] for span in spans} == {WORD}
    assert len(spans) == text.count(WORD)


def test_parts_cover_the_text_without_gaps(library_path: Path, any_text: str) -> None:
    text = (any_text + "\n") * 3_000
    parts, _ = found_in(library_path, taken_in(library_path, text))
    assert [part.start for part in parts] == [0, *(part.end for part in parts[:-1])]
    assert parts[-1].end == len(text)


def test_too_many_matches_stop_the_search_and_it_says_where(library_path: Path) -> None:
    text = f"😀 {WORD}.\n" * 50
    parts, stopped_at = found_in(library_path, taken_in(library_path, text), most=7)
    assert sum(len(part.matches) for part in parts) == 7
    assert stopped_at == parts[-1].end == parts[-1].matches[-1].span.end


def test_cancelled_search_ends(library_path: Path) -> None:
    document_id = taken_in(library_path, f"{WORD}\n")
    with pytest.raises(Cancelled):
        terms_in_document(library_path, document_id, lambda _part: None, lambda: True)
