# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages that a browser saved with a folder of their pictures and scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.workspace.importing_paths import files_of


@pytest.mark.parametrize("folder", ["مقال_files", "مقال_ملفات", "مقال.files"])
def test_what_a_browser_saved_beside_a_page_is_not_imported(tmp_path, folder):
    (tmp_path / "مقال.html").write_text("<p>نص")
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "script.js").write_text("x()")
    assert list(files_of([tmp_path], spared=Path("none"), cancelled=lambda: False)) == [tmp_path / "مقال.html"]


def test_a_folder_of_another_name_is_imported(tmp_path):
    (tmp_path / "مقال.html").write_text("<p>نص")
    (tmp_path / "other_files").mkdir()
    (tmp_path / "other_files" / "a.txt").write_text("نص")
    assert len(list(files_of([tmp_path], spared=Path("none"), cancelled=lambda: False))) == 2
