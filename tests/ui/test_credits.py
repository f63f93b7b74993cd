# SPDX-License-Identifier: GPL-3.0-or-later
"""The About box names every source of what is said of words, with its licence, and our own licence in full."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.ui.credits import our_licence, works
from reader.workspace.dictionaries import own_dictionaries_folder
from reader.workspace.dictionary_import import import_dictionary


def named(part: str) -> list[str]:
    return [credit.licence for credit in works() if part in credit.name]


@pytest.mark.parametrize(
    ("part", "licence"),
    [
        ("Buckwalter", "GPL-2.0-only"),
        ("AlKhalil", "GPL-3.0-or-later"),
        ("wordfreq", "CC-BY-SA-4.0"),
        ("AQMAR", "CC-BY-SA-4.0, CC-BY-SA-3.0"),
    ],
)
def test_lexical_source_is_named_with_its_licence(qapp: object, part: str, licence: str) -> None:
    assert named(part) == [licence]


def test_dictionary_of_the_user_is_named_and_an_unknown_licence_is_said_to_be_so(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "قاموسي.tsv").write_text("كتاب\tbook\n", encoding="utf-8")
    assert named("قاموسي") == []
    import_dictionary(own_dictionaries_folder(), tmp_path / "قاموسي.tsv")
    assert named("قاموسي") == ["licence not stated"]


def test_every_package_has_a_licence_and_stands_there_once(qapp: object) -> None:
    names = [credit.name.casefold() for credit in works()]
    assert len(names) == len(set(names))
    assert all(credit.licence for credit in works())
    assert any("sqlite-utils" in name for name in names)


def test_no_package_of_the_program_is_without_a_stated_licence(qapp: object) -> None:
    """Only a dictionary of the user's may be."""
    assert [each.name for each in works() if each.licence == "licence not stated"] == []
    assert not [each.name for each in works() if each.name.startswith("pyside6")]


def test_our_licence_is_there_in_full(qapp: object) -> None:
    text = our_licence()
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "END OF TERMS AND CONDITIONS" in text
