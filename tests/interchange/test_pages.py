# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages for reading show the text as it is, with every tag and note, and bring nothing from elsewhere."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from interchange.nasty import TEXTS, annotation, content_of, document_of
from lxml import etree, html
from markdown_it import MarkdownIt

from reader.errors import FormatCannotHold
from reader.importers.docx import extract
from reader.importers.extracted import Options as Reading
from reader.interchange import FORMATS, Options
from reader.interchange.content import Content
from reader.interchange.passages import passages_of
from reader.model.ids import TagId
from reader.model.structure import Block, BlockKind
from reader.text.chunks import ChunkedText
from reader.text.spans import Span

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRUCTURED = (
    (BlockKind.TITLE, "عنوان المقال", 0, ""),
    (BlockKind.HEADING, "فصل أول", 1, ""),
    (BlockKind.PARAGRAPH, "نص الفصل وفيه كلام.", 0, ""),
    (BlockKind.QUOTATION, "قول مأثور.", 1, ""),
    (BlockKind.ITEM, "بند أول", 1, "1."),
    (BlockKind.ITEM, "بند ثان", 1, "2."),
    (BlockKind.ROW, "مدينة\tسنة", 0, ""),
    (BlockKind.ROW, "باكو\t2025", 0, ""),
    (BlockKind.CODE, "x = [1] # *y*", 0, ""),
)


def written(name, *contents, language="ar"):
    stream = io.BytesIO()
    FORMATS[name].write(contents, stream, Options(language=language))
    return stream.getvalue()


def structured():
    blocks, lines, place = [], [], 0
    for kind, words, level, label in STRUCTURED:
        if kind is not BlockKind.PARAGRAPH:
            blocks.append(Block(kind=kind, start=place, end=place + len(words), level=level, label=label))
        lines.append(words)
        place += len(words) + 1
    text = "\n".join(lines)
    document = document_of("structured", text)
    return Content(
        document=document,
        tags=(),
        annotations=lambda: iter(()),
        text=ChunkedText.from_string(text),
        blocks=tuple(blocks),
    )


def page_of(*contents, language="ar"):
    return html.fromstring(written("html", *contents, language=language))


def shown_text(article):
    """The text as a browser shows it: blocks are lines, what must not be copied is left out."""
    for extra in article.xpath(".//aside|.//*[contains(@class,'about')]|.//*[@class='given']"):
        extra.drop_tree()
    for guide in article.xpath(".//nav|.//ul[@class='legend']"):
        guide.drop_tree()
    lines = article.xpath(".//*[contains(concat(' ',@class,' '),' x ')]|.//tr")
    return "\n".join(
        "\t".join(cell.text_content() for cell in line) if line.tag == "tr" else line.text_content() for line in lines
    )


@pytest.mark.parametrize("text_name", TEXTS)
def test_the_pieces_of_all_paragraphs_are_the_text(text_name):
    passages = passages_of(content_of(text_name), "ar")

    for paragraph, pieces in passages.pieces():
        assert "".join(passages.text[piece.start : piece.end] for piece in pieces) == paragraph.text


@pytest.mark.parametrize("text_name", TEXTS)
def test_every_tag_covers_its_words_and_ends_once(text_name):
    content = content_of(text_name)
    passages = passages_of(content, "ar")
    covered, ended = {}, []
    for _, pieces in passages.pieces():
        for piece in pieces:
            ended += [each.annotation.id for each in piece.ending]
            for each in piece.under:
                covered[each.annotation.id] = covered.get(each.annotation.id, 0) + piece.end - piece.start

    wanted = {each.id: len(each.quote.replace("\n", "")) for each in content.annotations()}
    assert covered == {key: length for key, length in wanted.items() if length}
    assert sorted(ended) == sorted(wanted)


@pytest.mark.parametrize("text_name", TEXTS)
def test_the_page_shows_the_text_as_it_is(text_name):
    (article,) = page_of(content_of(text_name)).xpath("//article")

    assert shown_text(article) == TEXTS[text_name].removesuffix("\n")


@pytest.mark.parametrize("text_name", TEXTS)
def test_every_tag_of_the_page_has_its_name_and_every_note_its_place(text_name):
    content = content_of(text_name)
    page = page_of(content)

    names = content.tag_names("ar")
    assert sorted(page.xpath("//b/@data-l")) == sorted(names[each.tag_id] for each in content.annotations())
    targets = {each.removeprefix("#") for each in page.xpath("//a/@href")}
    assert targets <= set(page.xpath("//@id"))
    assert len(page.xpath("//aside")) == sum(bool(each.note) for each in content.annotations())


def test_the_page_has_no_script_and_nothing_from_elsewhere():
    raw = written("html", *(content_of(name) for name in TEXTS)).decode()
    page = html.fromstring(raw)

    assert not page.xpath("//script|//link|//img|//iframe|//object|//@src|//@*[starts-with(name(),'on')]")
    assert all(each.startswith("#") for each in page.xpath("//@href"))
    assert "url(" not in raw
    assert "@import" not in raw
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]


def test_the_page_has_no_id_twice():
    ids = page_of(*(content_of(name) for name in TEXTS)).xpath("//@id")

    assert len(ids) == len(set(ids))


def test_several_documents_are_sections_with_a_table_of_contents():
    page = page_of(content_of("plain"), content_of("mixed"), language="en")

    assert page.xpath("//nav//a/@href") == ["#d1", "#d2"]
    assert page.xpath("//section/@id") == ["d1", "d2"]
    assert page.xpath("/html/@dir") == ["ltr"]


def test_structure_becomes_elements():
    page = page_of(structured())

    assert [page.xpath(f"string(//{name})") for name in ("h1[2]", "h2", "li", "td", "blockquote")] == [
        "عنوان المقال",
        "فصل أول",
        "بند أول",
        "مدينة",
        "\nقول مأثور.\n",
    ]
    assert page.xpath("//li/@data-m") == ["1.", "2."]


def test_a_label_never_stands_within_a_word():
    content = content_of("plain", overlapping=False)
    text = TEXTS["plain"]
    made = [annotation(text, content.document, 1, Span(0, 2))]
    page = page_of(replace(content, annotations=lambda: iter(made), relations=lambda: iter(()), links={}))
    (label,) = page.xpath("//b[@data-l]")

    assert label.getparent().text_content().startswith("زار")
    assert label.tail.startswith(" الوزير")


def footnotes_left_out(state, silent):
    found = re.match(r"\[\^\d+-\d+\]", state.src[state.pos :])
    if found is None:
        return False
    state.pos += found.end()
    return True


def markdown_text(source):
    """What a reader of CommonMark shows of the text: a line for each block, footnotes left out."""
    source = re.split(r"^\[\^", source, maxsplit=1, flags=re.MULTILINE)[0]
    parser = MarkdownIt("commonmark").enable("table")
    parser.inline.ruler.before("link", "footnote", footnotes_left_out)
    lines = []
    for token in parser.parse(source):
        if token.type == "inline":
            assert {child.type for child in token.children} <= {"text", "text_special", "em_open", "em_close"}
            lines.append("".join(child.content for child in token.children))
        elif token.type == "fence":
            lines.append(token.content.removesuffix("\n"))
    return lines


@pytest.mark.parametrize("text_name", TEXTS)
def test_markdown_shows_the_text_as_it_is(text_name):
    source = written("markdown", content_of(text_name)).decode()
    wanted = [line for line in TEXTS[text_name].split("\n") if line.strip()]

    assert markdown_text(source)[2:] == wanted


@pytest.mark.parametrize("text_name", TEXTS)
def test_every_tag_is_a_footnote_that_the_text_names(text_name):
    content = content_of(text_name)
    source = written("markdown", content).decode()
    defined = re.findall(r"^\[\^(\d+-\d+)\]: ", source, re.MULTILINE)

    assert len(defined) == sum(1 for _ in content.annotations())
    for label in defined:
        assert source.count(f"[^{label}]") == 2


@pytest.mark.parametrize(
    "line",
    ["# x", "- x", "+ x", "1. x", "12) x", "> x", "    x", "\tx", "---", "===", "* * *", "[a]: b", "<div>", "`x`",
     "&amp;", "~~~", "```",
     "![a](b)", "x\\", "a | b", "|---|", "x  ", "***x***", "<a@b.c>", "#", "x #", "[^1-1]: x"],
)  # fmt: skip
def test_what_means_something_in_markdown_shows_as_itself(line):
    text = f"كلام أول هنا.\n{line}\nكلام آخر هنا."
    content = Content(
        document=document_of("escapes", text), tags=(), annotations=lambda: iter(()), text=ChunkedText.from_string(text)
    )

    assert line in markdown_text(written("markdown", content).decode())


def test_structure_becomes_markdown():
    source = written("markdown", structured()).decode()

    assert "# عنوان المقال\n" in source
    assert "## فصل أول\n" in source
    assert "> قول مأثور." in source
    assert "| مدينة | سنة |\n| --- | --- |\n| باكو | 2025 |" in source
    assert "```\nx = [1] # *y*\n```" in source


def word_parts(*contents):
    with zipfile.ZipFile(io.BytesIO(written("docx", *contents))) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}


def paragraph_text(paragraph):
    return "".join("\t" if each.tag == f"{W}tab" else each.text or "" for each in paragraph.iter(f"{W}t", f"{W}tab"))


@pytest.mark.parametrize("text_name", TEXTS)
def test_word_has_the_text_as_it_is(text_name):
    document = word_parts(content_of(text_name))["word/document.xml"]
    paragraphs = [paragraph_text(each) for each in document.iter(f"{W}p")]

    assert "\n".join(paragraphs[2:]) == TEXTS[text_name].removesuffix("\n")


@pytest.mark.parametrize("text_name", TEXTS)
def test_every_comment_of_word_begins_and_ends_around_the_words_of_its_tag(text_name):
    content = content_of(text_name)
    document = word_parts(content)["word/document.xml"]
    covered, opened = {}, set()
    for each in document.iter():
        number = each.get(f"{W}id")
        if each.tag == f"{W}commentRangeStart":
            opened.add(number)
            covered[number] = ""
        elif each.tag == f"{W}commentRangeEnd":
            opened.remove(number)
        elif each.tag in {f"{W}t", f"{W}tab"}:
            words = "\t" if each.tag == f"{W}tab" else each.text or ""
            covered |= {key: covered[key] + words for key in opened}

    assert not opened
    assert sorted(covered.values()) == sorted(each.quote.replace("\n", "") for each in content.annotations())


def test_comments_say_tag_note_author_and_day():
    docx = pytest.importorskip("docx")
    content = content_of("plain")
    comments = list(docx.Document(io.BytesIO(written("docx", content))).comments)
    noted = next(each for each in content.annotations() if each.note)
    said = next(each for each in comments if "ملاحظة" in each.text)

    assert len(comments) == sum(1 for _ in content.annotations())
    assert said.text.startswith(f"{content.tag_name(noted.tag_id, 'ar')}\nملاحظة\n")
    assert (said.author, said.timestamp.isoformat()) == ("سلمى", "2025-11-17T09:30:00+00:00")


def test_our_own_reader_of_word_finds_the_structure_again(tmp_path):
    path = tmp_path / "structured.docx"
    path.write_bytes(written("docx", structured()))
    (found,) = extract(path, Reading(), lambda _done, _total: None, lambda: False)
    wanted = [(words, kind) for kind, words, *_ in STRUCTURED if kind is not BlockKind.PARAGRAPH]

    told = [(found.text[each.start : each.end], each.kind) for each in found.blocks]
    assert [pair for pair in told if pair in wanted] == wanted


def test_word_runs_to_the_left_and_latin_words_in_it_to_the_right():
    document = word_parts(content_of("mixed", overlapping=False))["word/document.xml"]
    runs = [(run.find(f"{W}t"), run.find(f"{W}rPr/{W}rtl")) for run in document.iter(f"{W}r")]
    latin = [right for words, right in runs if words is not None and "Baku" in words.text]

    assert latin == [None]
    assert all(each.find(f"{W}pPr/{W}bidi") is not None for each in document.iter(f"{W}p"))


def test_a_control_character_is_refused_by_word():
    text = "كلمة\x07"
    content = Content(
        document=document_of("bell", text), tags=(), annotations=lambda: iter(()), text=ChunkedText.from_string(text)
    )

    with pytest.raises(FormatCannotHold, match="U\\+0007"):
        written("docx", content)


@pytest.mark.parametrize("name", ["html", "markdown", "docx"])
def test_a_tag_that_the_library_does_not_know_is_written_too(name):
    content = content_of("plain")
    strange = [replace(each, tag_id=TagId("stray")) for each in content.annotations()]

    assert written(name, replace(content, annotations=lambda: iter(strange), tags=()))


@pytest.mark.parametrize("name", ["html", "markdown", "docx"])
def test_an_empty_text_is_written_too(name):
    document = replace(document_of("empty", ""), metadata=())
    content = Content(document=document, tags=(), annotations=lambda: iter(()), text=ChunkedText.from_string(""))

    assert written(name, content)
