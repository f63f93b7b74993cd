# SPDX-License-Identifier: GPL-3.0-or-later
"""A file whose text has changed, and is too long to be compared with what it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.importers.extracted import NoticeKind, Options
from reader.store import Library
from reader.workspace.importing_known import LARGEST_UPDATED, is_too_long
from reader.workspace.importing_many import import_files
from reader.workspace.importing_report import ImportReport

LINE = "وقال الوزير إن المؤتمر قد انطلق في مدينة باكو بمشاركة أكثر من 150 دولة (WTDC-25) 𞸀.\n"


def take_in(library_path: Path, path: Path) -> ImportReport:
    return import_files(
        library_path=library_path,
        paths=[path],
        options=Options(),
        progress=lambda *_: None,
        deliver=lambda _: None,
        cancelled=lambda: False,
    )


def test_a_text_too_long_to_be_compared_comes_in_by_itself_and_that_is_told(tmp_path: Path) -> None:
    path, library_path = tmp_path / "long.txt", tmp_path / "library.hashiya"
    path.write_text(LINE * (LARGEST_UPDATED // len(LINE) + 1), encoding="utf-8")
    first = take_in(library_path, path).parts[0]
    with path.open("a", encoding="utf-8") as file:
        file.write("سطر جديد.\n")
    (second,) = take_in(library_path, path).parts

    assert second.document_id != first.document_id
    assert [notice.kind for notice in second.notices] == [NoticeKind.TOO_LONG_TO_COMPARE]
    assert not first.notices
    with Library.open(library_path) as library:
        assert len(library.documents.list()) == 2


@pytest.mark.parametrize("length", [0, LARGEST_UPDATED])
def test_where_there_was_nothing_before_nothing_is_too_long(length: int) -> None:
    assert not is_too_long([], length + 1)
