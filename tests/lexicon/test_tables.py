# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables are read as they are written; what is broken is named with file and line."""

from __future__ import annotations

import pytest
from small_lexicon import install_tables

from reader.errors import LexiconDamaged
from reader.lexicon.roots import checked_root
from reader.lexicon.tables import MemoryStems, installed_tables, read_affixes, read_stems
from reader.lexicon.transliteration import arabic_of


def test_transliteration_has_every_letter_and_mark_of_a_vocalised_word():
    assert arabic_of("wa>anozalonA mina A\u0041lsamaA'i").startswith("وَأَنْزَلْنا مِنَ ا")
    assert arabic_of("s~a") == "س\u0651\u064e"


def test_stem_has_its_lemma_root_and_gloss(tables):
    stems = MemoryStems(read_stems(tables)).stems_with({"كتاب"})
    assert [(each.form, each.lemma, each.root, each.gloss) for each in stems["كتاب"]] == [
        ("كِتاب", "kitAb_1", "كتب", "book"),
        ("كُتّاب", "kut~Ab_1", "كتب", "school"),
    ]


def test_function_of_a_stem_is_read_from_its_own_analysis(tables):
    (stem,) = MemoryStems(read_stems(tables)).stems_with({"في"})["في"]
    assert (stem.function, stem.gloss) == ("PREP", "in")


def test_affix_is_parted_into_its_functions(tables):
    (affix,) = read_affixes(tables).prefixes["وبال"]
    assert affix.functions == (("وَ", "CONJ"), ("بِ", "PREP"), ("ال", "DET"))


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("dictStems", "ktb\tkatab\n", "line 1: four fields expected, 2 found"),
        ("tableAB", "; fine\nPref-0\n", "line 2: a pair of categories expected"),
    ],
)
def test_broken_line_is_named(tables, name, content, reason):
    (tables / name).write_text(content)
    with pytest.raises(LexiconDamaged, match=rf"{name}.*{reason}"):
        MemoryStems(read_stems(tables)), read_affixes(tables)


def test_missing_table_is_named(tables):
    (tables / "tableBC").unlink()
    with pytest.raises(LexiconDamaged, match="tableBC"):
        read_affixes(tables)


def test_installed_tables_are_found_without_running_their_package(tmp_path, monkeypatch):
    folder = install_tables(tmp_path / "site")
    (folder / "__init__.py").write_text("raise SystemExit('run')")
    monkeypatch.syspath_prepend(tmp_path / "site")
    assert installed_tables() == folder


@pytest.mark.parametrize(
    ("listed", "form", "root"),
    [
        ("كتب", "كِتاب", "كتب"),
        ("مد", "مَدَّ", "مدد"),
        ("ابو", "أَب", "ءبو"),
        ("قول", "قالَ", "قول"),
        ("اردو", "مُؤَسَّسَة", ""),
        ("باس", "باكُو", ""),
    ],
)
def test_root_is_believed_only_where_it_can_be_that_of_the_word(listed, form, root):
    assert checked_root(listed, form) == root
