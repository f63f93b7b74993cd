# SPDX-License-Identifier: GPL-3.0-or-later
"""Many files come in by one job: each once, whole, with what is to be told of it; one that fails harms no other."""

import os
from pathlib import Path

import pytest
from builders import annotation
from pdf_files import Pdf, article

from reader.errors import FileMissing, FormatNotRead
from reader.importers.extracted import NoticeKind, Options
from reader.model.edit import Edit, RecordChange
from reader.model.structure import BlockKind
from reader.store import Library
from reader.text.spans import Span
from reader.workspace.importing_known import document_of_file
from reader.workspace.importing_many import PART, QUALITY, import_files
from reader.workspace.importing_report import ImportedPart, ImportStep, Outcome
from tests.fuzz import seeds_light as light

ARTICLE = "عنوان المقال\n\nفي الفقرة الأولى كلام طويل عن أهل المدينة.\n\nوفي الثانية كلام آخر عن القرية وأهلها.\n"


@pytest.fixture
def library_path(tmp_path):
    return tmp_path / "library.hashiya"


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "files"
    path.mkdir()
    return path


@pytest.fixture
def take(library_path):
    def run(*paths, options=Options(), deliver=lambda _: None, cancelled=lambda: False, **how):  # noqa: B008
        return import_files(
            library_path=library_path,
            paths=paths,
            options=options,
            progress=lambda _done, _total: None,
            deliver=deliver,
            cancelled=cancelled,
            **how,
        )

    return run


def outcomes(report):
    return [part.outcome for part in report.parts]


def test_a_folder_stands_for_its_files_and_each_is_read_as_what_it_is(take, folder):
    (folder / "ب").mkdir()
    (folder / "a.md").write_text(light.MARKDOWN, encoding="utf-8")
    (folder / "ب" / "b.csv").write_text(light.CSV, encoding="utf-8")
    (folder / ".hidden.txt").write_text("خفي", encoding="utf-8")
    (folder / "link.txt").symlink_to(folder / "a.md")

    report = take(folder)

    assert [(part.title, part.part, part.format) for part in report.parts] == [
        ("عنوان", "", "markdown"), ("عنوان", "2", "table"), ("آخر", "3", "table"),
    ]  # fmt: skip
    assert report.is_smooth is False  # a picture was left out


def test_the_library_has_text_blocks_and_metadata(take, folder, library_path):
    (folder / "a.md").write_text(light.MARKDOWN, encoding="utf-8")

    (part,) = take(folder).parts

    with Library.open(library_path) as library:
        document = library.documents.get(part.document_id)
        outline = library.structure.outline(document.id)
        text = library.texts.open(document.id)
        assert [text.slice(block.start, block.end) for block in outline] == ["عنوان رئيسي"]
        assert (document.title, dict(document.metadata)["date"]) == ("عنوان", "2025-01-02")
        assert document.source == str(folder / "a.md")
        assert library.check().problems == ()


def test_the_same_text_comes_in_once_unless_asked(take, folder, library_path):
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(ARTICLE, encoding="utf-8")

    assert outcomes(take(folder)) == [Outcome.IMPORTED, Outcome.ALREADY_THERE]
    assert outcomes(take(folder)) == [Outcome.ALREADY_THERE] * 2
    assert outcomes(take(folder / "a.txt", again=True)) == [Outcome.IMPORTED]
    with Library.open(library_path) as library:
        assert library.documents.count() == 2


def test_the_same_file_named_twice_is_read_once(take, folder):
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    os.link(folder / "a.txt", folder / "b.txt")

    assert take(folder / "a.txt", folder / "a.txt", folder).files == 1


def test_one_bad_file_harms_no_other(take, folder):
    (folder / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    (folder / "b.txt").write_text(ARTICLE, encoding="utf-8")

    report = take(folder, folder / "none.txt")

    assert outcomes(report) == [Outcome.SKIPPED, Outcome.IMPORTED, Outcome.SKIPPED]
    assert [type(part.error) for part in report.parts] == [FormatNotRead, type(None), FileMissing]


def test_the_library_itself_is_never_read(take, library_path, folder):
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    take(folder)

    report = take(library_path.parent)

    assert report.count(Outcome.SKIPPED) == 0
    with Library.open(library_path):
        report = take(library_path, library_path.with_name(library_path.name + "-shm"))
    assert outcomes(report) == [Outcome.SKIPPED] * report.files


def test_what_has_come_in_when_it_is_stopped_stays(take, folder, library_path):
    for number in range(20):
        (folder / f"{number:02}.txt").write_text(f"{ARTICLE} {number}", encoding="utf-8")
    seen = []

    report = take(folder, deliver=seen.append, cancelled=lambda: sum(isinstance(s, ImportStep) for s in seen) > 7)

    assert report.was_stopped
    assert 0 < len(report.parts) < 20
    with Library.open(library_path) as library:
        assert library.documents.count() == len(report.parts)


def test_each_file_and_each_document_is_told_in_passing(take, folder):
    (folder / "a.csv").write_text(light.CSV, encoding="utf-8")
    seen = []

    take(folder, deliver=seen.append)

    assert [type(one) for one in seen] == [ImportStep, ImportedPart, ImportedPart]
    assert (seen[0].number, seen[0].files) == (1, 1)


def test_a_doubtful_text_says_so_for_good(take, folder, library_path):
    (folder / "a.txt").write_bytes(ARTICLE.encode() * 5 + b"\xd8")

    (part,) = take(folder).parts

    assert [notice.kind for notice in part.notices] == [NoticeKind.BAD_BYTES]
    with Library.open(library_path) as library:
        assert dict(library.documents.get(part.document_id).metadata)[QUALITY] == "bad-bytes"


def test_a_large_text_is_streamed_and_a_torn_one_is_read_all_the_same(take, folder):
    (folder / "a.txt").write_bytes(ARTICLE.encode() * 40_000)
    (folder / "b.txt").write_bytes(ARTICLE.encode() * 40_001 + b"\xd8")

    assert outcomes(take(folder)) == [Outcome.IMPORTED] * 2


def test_a_file_that_has_changed_brings_its_document_up_to_date_with_its_tags(take, folder, library_path):
    path = folder / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    (part,) = take(path).parts
    with Library.open(library_path) as library:
        start = ARTICLE.index("القرية")
        tag = annotation(part.document_id, Span(start, start + 6), quote="القرية", prefix="عن ", suffix=" وأهلها")
        change = RecordChange(None, tag)
        library.apply(Edit(name="add-annotation", document_id=part.document_id, changes=(change,)), author="x")
    path.write_text(ARTICLE.replace("كلام طويل", "كلام قصير جدا"), encoding="utf-8")

    (again,) = take(path, author="زيد").parts

    assert (again.outcome, again.document_id) == (Outcome.UPDATED, part.document_id)
    with Library.open(library_path) as library:
        (moved,) = library.annotations.page_after(part.document_id, None, 9)
        text = library.texts.open(part.document_id)
        assert text.slice(moved.span.start, moved.span.end) == "القرية"


def test_another_article_in_the_place_of_a_file_is_another_document(take, folder, library_path):
    path = folder / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    take(path)
    path.write_text("خبر لا صلة له بذلك المقال إطلاقا، عن الطقس والبحر.", encoding="utf-8")

    assert outcomes(take(path)) == [Outcome.IMPORTED]
    with Library.open(library_path) as library:
        assert library.documents.count() == 2


def test_rows_are_told_apart_by_their_number(take, folder, library_path):
    (folder / "a.csv").write_text(light.CSV, encoding="utf-8")
    take(folder)

    with Library.open(library_path) as library:
        assert sorted(dict(one.metadata)[PART] for one in library.documents.list()) == ["2", "3"]


@pytest.mark.slow
def test_hostile_files_are_clear_errors_or_clean_imports_in_bounded_time(take, folder):
    os.mkfifo(folder / "pipe")
    (folder / "nul.txt").write_bytes(bytes(5000))
    with (folder / "sparse.txt").open("wb") as sparse:
        sparse.truncate(1 << 30)
    (folder / "line.txt").write_bytes(b"a" * (30 << 20))
    (folder / "marks.md").write_text("ا" + "\u0651" * 1_000_000, encoding="utf-8")
    (folder / "quotes.md").write_text(">" * 50_000 + "نص", encoding="utf-8")
    (folder / "stars.md").write_text("*a " * 100_000, encoding="utf-8")
    (folder / "links.md").write_text("[" * 50_000 + "](x)" * 50_000, encoding="utf-8")
    (folder / "open.csv").write_text('title,text\nع,"' + "نص\n" * 500_000, encoding="utf-8")
    (folder / "deep.json").write_text("[" * 1_000_000, encoding="utf-8")
    (folder / "bad\nname\u202egnp.txt").write_text(ARTICLE, encoding="utf-8")

    report = take(folder, folder / "pipe")

    known = {part.path.name: part for part in report.parts}
    assert set(known) >= {"nul.txt", "sparse.txt", "line.txt", "marks.md", "open.csv", "deep.json", "pipe"}
    assert {name for name, part in known.items() if part.outcome is Outcome.IMPORTED} >= {"line.txt", "marks.md"}
    assert known["pipe"].outcome is known["nul.txt"].outcome is known["sparse.txt"].outcome is Outcome.SKIPPED


def test_blocks_of_page_kind_are_found_by_offset(take, folder, library_path):
    (folder / "book").write_text(light.OPENITI, encoding="utf-8")
    (part,) = take(Path(folder)).parts

    with Library.open(library_path) as library:
        structure = library.structure
        assert structure.page_at(part.document_id, 0).label == "1/1"
        assert structure.page_at(part.document_id, part.length).label == "1/2"
        assert {block.kind for block in structure.blocks(part.document_id, 0, 3)} == {BlockKind.PAGE, BlockKind.HEADING}


def test_a_file_that_is_slow_to_read_is_known_by_its_bytes(take, folder, library_path):
    path = Pdf(pages=[article(["في الفقرة الأولى كلام طويل عن أهل المدينة", "وفي الثانية كلام آخر عن القرية"])]).write(
        folder / "a.pdf"
    )
    (first,) = take(path).parts
    with Library.open(library_path) as library:
        assert document_of_file(library, path, str(path)).id == first.document_id

    (again,) = take(path).parts

    assert (again.outcome, again.document_id) == (Outcome.ALREADY_THERE, first.document_id)
