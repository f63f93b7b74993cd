# SPDX-License-Identifier: GPL-3.0-or-later
"""Term bases as dictionaries: read back by our own readers and by pyglossary's, in either direction of writing."""

from __future__ import annotations

import json
import zipfile
from contextlib import closing
from dataclasses import replace

import pytest

from reader.errors import FileUnwritable, FormatUnknown
from reader.importers.dictionaries import open_dictionary
from reader.importers.dictionaries.articles import lines_of
from reader.model.ids import TermBaseId, TermId
from reader.model.term import Term, TermBase, TermStatus
from reader.workspace.terms_import import TermFormat, format_of, read_terms, write_terms

BASE = TermBase(id=TermBaseId("b"), name="مصطلحات & terms", source_language="ar", target_language="en")
FULL = Term(
    id=TermId("1"),
    base_id=BASE.id,
    source="شَبَكة",
    variants=("شبكات", "5G 😀"),
    targets=("network", "net <b>"),
    forbidden=("web", "الويب"),
    domain="اتصالات",
    part_of_speech="noun",
    status=TermStatus.ADMITTED,
    definition="تعريف، فيه فاصلة 𞸀",
    note='ملاحظة "مقتبسة"\nسطر ثان',
    example="في الشَّبَكة",
    example_source="wtdc-25.txt",
    author="x",
    created="2026-01-02T03:04:05.678Z",
    modified="2026-01-02T03:04:05.678Z",
)
BARE = replace(FULL, id=TermId("2"), source="Zoo", variants=(), targets=("حديقة",), forbidden=())
BARE = replace(BARE, definition="", note="", example="", domain="", part_of_speech="", status=TermStatus.PREFERRED)
SAID = ("network", "net <b>", "web", "الويب", "noun · اتصالات · admitted", "تعريف، فيه فاصلة 𞸀", "wtdc-25.txt")
FORMS = [("small.ifo", TermFormat.STARDICT), ("small.zip", TermFormat.YOMITAN)]


def read_back(path, near):
    with closing(open_dictionary(path, near)) as source:
        found = {}
        for entry in source.entries():
            text = "\n".join(line.text for line in lines_of(entry.body, entry.markup, entry.headwords[0]))
            found |= dict.fromkeys(entry.headwords, text)
        assert source.log.skipped() == ()
        return source.statement, found


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_all_of_a_term_is_read_back_under_each_spelling(tmp_path, name, form):
    write_terms(tmp_path / name, form, BASE, [BARE, FULL])
    stated, found = read_back(tmp_path / name, tmp_path / "near")
    assert (stated.title, stated.source_language, stated.target_language) == ("مصطلحات & terms", "ar", "en")
    assert set(found) == {"شَبَكة", "شبكات", "5G 😀", "Zoo"}
    assert [each for each in SAID if each not in found["شبكات"]] == []
    assert found["Zoo"] == "حديقة"


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_pyglossary_reads_all_of_a_term(tmp_path, name, form):
    pytest.importorskip("pyglossary", reason="the extra “dictionaries” is not installed")
    from pyglossary.glossary_v2 import Glossary
    from pyglossary.plugins import stardict, yomichan

    write_terms(tmp_path / name, form, BASE, [BARE, FULL])
    glossary = Glossary()
    reader = (stardict if form is TermFormat.STARDICT else yomichan).Reader(glossary)
    for _ in reader.open(str(tmp_path / name)) or ():
        pass
    found = {word: entry.defi for entry in reader if entry and not entry.isData() for word in entry.l_term}
    reader.close()
    assert set(found) == {"شَبَكة", "شبكات", "5G 😀", "Zoo"}
    assert [each for each in ("network", "web", "الويب", "تعريف، فيه فاصلة 𞸀") if each not in found["شَبَكة"]] == []
    assert "مصطلحات & terms" in glossary.getInfo("name")


def test_stardict_index_is_in_the_order_of_the_format(tmp_path):
    terms = [replace(BARE, id=TermId(str(n)), source=word) for n, word in enumerate(["b", "ب", "B", "a", "أ", "C"])]
    write_terms(tmp_path / "small.ifo", TermFormat.STARDICT, BASE, terms)
    with closing(open_dictionary(tmp_path / "small.ifo", tmp_path)) as source:
        assert [entry.headwords[0] for entry in source.entries()] == ["a", "B", "b", "C", "أ", "ب"]


def test_headword_too_long_for_stardict_keeps_the_term_in_its_article(tmp_path):
    long = replace(BARE, source="كلمة " * 60 + "أخيرة")
    write_terms(tmp_path / "small.ifo", TermFormat.STARDICT, BASE, [long])
    _, found = read_back(tmp_path / "small.ifo", tmp_path / "near")
    ((word, text),) = found.items()
    assert len(word.encode()) <= 255
    assert "أخيرة" in text


def test_stardict_writes_over_its_own_files(tmp_path):
    path = tmp_path / "small.ifo"
    write_terms(path, TermFormat.STARDICT, BASE, [FULL])
    write_terms(path, TermFormat.STARDICT, BASE, [BARE])
    assert set(read_back(path, tmp_path / "near")[1]) == {"Zoo"}
    assert not path.with_suffix(".syn").exists()


@pytest.mark.parametrize("name", ["small.dict", "small.idx", "small.dict.dz", "small.index"])
def test_stardict_leaves_files_of_another_dictionary_alone(tmp_path, name):
    (tmp_path / name).write_text("another", "utf-8")
    with pytest.raises(FileUnwritable, match=name):
        write_terms(tmp_path / "small.ifo", TermFormat.STARDICT, BASE, [FULL])
    assert [each.name for each in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text("utf-8") == "another"


def test_stardict_is_given_its_ending(tmp_path):
    write_terms(tmp_path / "small", TermFormat.STARDICT, BASE, [FULL])
    assert (tmp_path / "small.ifo").exists()


def test_yomitan_writes_the_same_bytes_for_the_same_terms(tmp_path):
    for name in ("a.zip", "b.zip"):
        write_terms(tmp_path / name, TermFormat.YOMITAN, BASE, [FULL, BARE])
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_yomitan_parts_its_banks(tmp_path):
    terms = [replace(BARE, id=TermId(str(number)), source=f"كلمة{number}") for number in range(10_001)]
    write_terms(tmp_path / "small.zip", TermFormat.YOMITAN, BASE, terms)
    with zipfile.ZipFile(tmp_path / "small.zip") as archive:
        assert [len(json.loads(archive.read(f"term_bank_{number}.json"))) for number in (1, 2)] == [10_000, 1]


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_empty_base_makes_a_dictionary_without_entries(tmp_path, name, form):
    write_terms(tmp_path / name, form, BASE, [])
    assert read_back(tmp_path / name, tmp_path / "near")[1] == {}


@pytest.mark.parametrize("name", ["small.ifo", "small.zip"])
def test_dictionary_is_no_term_base_to_be_read(tmp_path, name):
    assert format_of(tmp_path / name)
    with pytest.raises(FormatUnknown, match="csv"):
        read_terms(tmp_path / name)
