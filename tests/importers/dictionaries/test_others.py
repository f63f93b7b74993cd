# SPDX-License-Identifier: GPL-3.0-or-later
"""Dictionaries that pyglossary reads for us: kept in bounds, and the program as it was."""

import logging
import subprocess
import sys
from contextlib import closing

import pytest
from dictionary_files import write_mdx

from reader.errors import DictionaryUnreadable
from reader.importers.dictionaries import open_dictionary

pyglossary = pytest.importorskip("pyglossary", reason="the extra “dictionaries” is not installed")

XDXF = """<?xml version="1.0" encoding="UTF-8"?>{more}
<xdxf lang_from="ARA" lang_to="ENG" format="visual"><full_name>The small one</full_name>
<ar><k>كِتَاب</k> <b>book</b><br/><ex>قرأ كتابا</ex></ar></xdxf>"""
TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" version="5.0"><teiHeader xml:lang="en"><fileDesc>
<titleStmt><title>The small one</title></titleStmt></fileDesc></teiHeader><text><body xml:lang="ar">
<entry><form><orth>كتاب</orth></form><sense><cit type="trans"><quote>book</quote></cit></sense></entry>
</body></text></TEI>"""


@pytest.mark.parametrize(("name", "text"), [("small.xdxf", XDXF.format(more="")), ("small.tei", TEI)])
def test_xml_is_read(tmp_path, read, name, text):
    (tmp_path / name).write_text(text, "utf-8")
    ((words, article),) = read(tmp_path / name)
    assert words[0] in ("كتاب", "كِتَاب")
    assert "book" in article
    assert "<" not in article


def test_mdict_is_read_and_words_that_lead_to_each_other_end_nowhere(tmp_path, read):
    entries = [
        ("كِتَاب", '<div class="x"><b>book</b><img src="file://x.png"><a href="entry://قلم">pen</a></div>'),
        ("سفر", "@@@LINK=كِتَاب"),
        ("ا", "@@@LINK=ب"),
        ("ب", "@@@LINK=ا"),
    ]
    found = read(write_mdx(tmp_path / "small.mdx", entries))
    assert found == [(("كِتَاب", "سفر"), "bookpen")]


def test_mdict_that_was_cut_off_is_told(tmp_path, read):
    path = write_mdx(tmp_path / "small.mdx", [(f"كلمة{number}", "x" * 50) for number in range(100)])
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(DictionaryUnreadable, match=r"small\.mdx"):
        read(path)


@pytest.mark.parametrize("name", ["small.tab", "small.txt", "small.tsv"])
def test_table_is_read(tmp_path, read, name):
    (tmp_path / name).write_text("كتاب|سفر\tbook\\nscripture\nقلم\t<b>pen</b><script>x</script>\n", "utf-8")
    assert read(tmp_path / name) == [(("كتاب", "سفر"), "book\nscripture"), (("قلم",), "pen")]


def test_packed_table_is_unpacked_beside_the_shelf_and_not_beside_the_file(tmp_path, read):
    import gzip

    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "small.tab.gz").write_bytes(gzip.compress("كتاب\tbook\n".encode()))
    assert read(folder / "small.tab.gz") == [(("كتاب",), "book")]
    assert [each.name for each in folder.iterdir()] == ["small.tab.gz"]


def test_entities_are_refused_before_the_library_sees_them(tmp_path, read):
    bomb = '<!DOCTYPE xdxf [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    (tmp_path / "small.xdxf").write_text(XDXF.format(more=bomb).replace("book", "&b;"), "utf-8")
    with pytest.raises(DictionaryUnreadable, match="entities"):
        read(tmp_path / "small.xdxf")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # files that the library leaves open
@pytest.mark.parametrize("name", ["small.mdx", "small.bgl", "small.xdxf", "small.ldf", "small.slob", "small.tei"])
def test_damaged_file_is_told_with_its_name(tmp_path, read, name):
    (tmp_path / name).write_bytes(b"\x00\x00\x00\x10 this is none of them \xff\xfe" * 30)
    with pytest.raises(DictionaryUnreadable, match=name):
        read(tmp_path / name)


def test_program_is_as_it_was_before_the_library_was_loaded(tmp_path, read):
    before = sys.excepthook, logging.getLoggerClass()
    (tmp_path / "small.tab").write_text("كتاب\tbook\nno tab here\n", "utf-8")
    assert len(read(tmp_path / "small.tab")) == 1
    assert (sys.excepthook, logging.getLoggerClass()) == before


def test_library_leaves_nothing_in_the_home_folder_and_says_nothing(tmp_path):
    (tmp_path / "small.tab").write_text("كتاب\tbook\nno tab here\n", "utf-8")
    home = tmp_path / "home"
    home.mkdir()
    code = "import sys; from pathlib import Path; from reader.importers.dictionaries import open_dictionary as o; "
    code += f"s = o(Path({str(tmp_path / 'small.tab')!r}), Path({str(tmp_path / 'near')!r})); list(s.entries()); "
    code += "assert not {'socket', 'ssl', 'tkinter', 'gi'} & set(sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], env={"HOME": str(home)}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(home.iterdir()) == []


def test_it_says_what_it_is(tmp_path, near):
    (tmp_path / "small.xdxf").write_text(XDXF.format(more=""), "utf-8")
    with closing(open_dictionary(tmp_path / "small.xdxf", near)) as source:
        assert (source.statement.title, source.format) == ("The small one", "XDXF")
