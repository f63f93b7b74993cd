# SPDX-License-Identifier: GPL-3.0-or-later
"""A compiled lexicon answers as the tables do; a damaged or half-made one is never used."""

from __future__ import annotations

import pytest
from small_lexicon import FREQUENCIES, write_tables

from reader.errors import Cancelled, LexiconDamaged
from reader.lexicon.morphology import Analyser
from reader.lexicon.tables import MemoryStems, read_affixes, read_stems
from reader.store.lexicon_file import LexiconFile, build_lexicon_file


def build(tables, path, *, cancelled=lambda: False):
    told = []
    build_lexicon_file(
        path,
        read_stems(tables),
        read_affixes(tables),
        FREQUENCIES,
        progress=lambda done, total: told.append((done, total)),
        cancelled=cancelled,
    )
    return told


@pytest.fixture
def tables(tmp_path):
    return write_tables(tmp_path / "tables")


@pytest.fixture
def compiled(tables, tmp_path):
    path = tmp_path / "cache" / "lexicon.sqlite"
    build(tables, path)
    lexicon = LexiconFile.open(path)
    yield lexicon
    lexicon.close()


@pytest.mark.parametrize("word", ["وبالكتاب", "كتب", "كُتُب", "المكتبة", "في", "وباكو", "غغغ"])
def test_compiled_lexicon_reads_words_as_the_tables_do(compiled, tables, word):
    from_tables = Analyser(read_affixes(tables), MemoryStems(read_stems(tables)), "x")
    assert Analyser(compiled.affixes(), compiled, "x").analyse(word) == from_tables.analyse(word)


def test_frequencies_are_kept(compiled):
    assert compiled.zipf({"في", "غغغ"}) == {"في": 7.5}


def test_family_of_a_root_has_each_lemma_once(compiled):
    assert [stem.lemma for stem in compiled.stems_of_root("كتب")] == ["katab-u_1", "kitAb_1", "kut~Ab_1"]


def test_priors_prefer_what_is_written_more(compiled):
    lemmas = compiled.lemma_priors({"kitAb_1", "bAkuw_1", "never"})
    assert lemmas["kitAb_1", "noun"] > lemmas["bAkuw_1", "proper noun"]
    assert set(lemmas) == {("kitAb_1", "noun"), ("bAkuw_1", "proper noun")}


def test_progress_is_told_to_the_end(tables, tmp_path):
    assert build(tables, tmp_path / "lexicon.sqlite")[-1] == (len(FREQUENCIES), len(FREQUENCIES))


def test_cancelled_building_leaves_what_was_there(tables, tmp_path):
    path = tmp_path / "lexicon.sqlite"
    build(tables, path)
    before = path.read_bytes()
    with pytest.raises(Cancelled):
        build(tables, path, cancelled=lambda: True)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["lexicon.sqlite"]


def test_broken_tables_leave_no_file(tables, tmp_path):
    (tables / "dictStems").write_text("one\ttwo\n")
    with pytest.raises(LexiconDamaged):
        build(tables, tmp_path / "cache" / "lexicon.sqlite")
    assert list((tmp_path / "cache").iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"not a database" * 100, None])
def test_damaged_or_missing_file_is_refused_by_name(tmp_path, content):
    path = tmp_path / "lexicon.sqlite"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(LexiconDamaged, match=r"lexicon\.sqlite"):
        LexiconFile.open(path)
