# SPDX-License-Identifier: GPL-3.0-or-later
"""Blocks of a text are kept with each of its versions and found by place and kind."""

import pytest

from reader.errors import UnknownDocument
from reader.model.ids import DocumentId
from reader.model.structure import Block, BlockKind
from reader.store.newcomers import Newcomer
from reader.store.structure import LONG_BLOCK, FileComment
from reader.store.versions import Run
from reader.text.direction import Direction

TEXT = "عنوان\n" + "نص طويل " * 20_000


def block(start, end, kind=BlockKind.ITEM, **more):
    return Block(kind=kind, start=start, end=end, **more)


BLOCKS = (
    block(0, 0, BlockKind.PAGE, label="1"),
    block(0, 5, BlockKind.HEADING, level=1),
    block(6, 6 + LONG_BLOCK + 10, BlockKind.QUOTATION),
    block(50, 60, label="•", direction=Direction.LEFT_TO_RIGHT),
    block(100, 100, BlockKind.PAGE, label="2"),
    block(100, 110, BlockKind.HEADING, level=2),
    block(100_000, 100_020),
)


@pytest.fixture
def document(library):
    newcomer = Newcomer(text=TEXT, title="x", direction=Direction.RIGHT_TO_LEFT, blocks=BLOCKS)
    (brought,) = library.texts.add_all([newcomer])
    return brought.document


def test_all_blocks_come_back_as_they_were(library, document):
    assert tuple(library.structure.all_blocks(document.id)) == BLOCKS


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 3, BLOCKS[:2]), (5, 5, BLOCKS[1:2]), (60, 99, BLOCKS[2:4]), (111, 65_000, BLOCKS[2:3]),
     (100_001, 100_002, BLOCKS[6:]), (90_000, 90_001, ())],
)  # fmt: skip
def test_blocks_are_found_by_the_place_they_touch(library, document, start, end, expected):
    assert tuple(library.structure.blocks(document.id, start, end)) == expected


def test_the_outline_holds_headings_in_order(library, document):
    assert library.structure.outline(document.id) == [BLOCKS[1], BLOCKS[5]]
    assert library.structure.outline(document.id, limit=1) == [BLOCKS[1]]


@pytest.mark.parametrize(("offset", "label"), [(0, "1"), (99, "1"), (100, "2"), (100_000, "2")])
def test_each_place_is_on_a_page(library, document, offset, label):
    assert library.structure.page_at(document.id, offset).label == label


def test_a_text_without_blocks_has_none(library):
    document = library.texts.add("نص", title="x")

    assert not library.structure.has_blocks(document.id)
    assert library.structure.page_at(document.id, 0) is None
    assert library.structure.pages(document.id) == []


def test_blocks_are_replaced_whole(library, document):
    with library.transaction():
        library.structure.replace(document.id, 1, BLOCKS[:1])

    assert library.structure.all_blocks(document.id) == [BLOCKS[0]]


def test_a_document_that_is_not_there_is_told(library):
    with pytest.raises(UnknownDocument):
        library.structure.blocks(DocumentId("none"), 0, 1)


def test_a_writer_keeps_blocks_and_comments_and_leaves_nothing_when_it_is_left(library):
    comment = FileComment(start=0, end=2, text="رأي", author="زيد")
    with library.texts.begin() as writer:
        writer.append(["نص فيه كلام"])
        made = writer.finish(title="x", direction=Direction.RIGHT_TO_LEFT, blocks=[block(0, 2)], comments=[comment])
    with library.texts.begin() as writer:
        writer.append(["نص فيه كلام"])
        again = writer.finish(title="x", direction=Direction.RIGHT_TO_LEFT, blocks=[block(0, 2)], comments=[comment])

    assert again == made
    assert library.structure.comments(made.id) == [comment]
    assert library._connection.value("select count(*) from blocks") == 1
    assert library._connection.value("select count(*) from file_comments") == 1


def test_blocks_beyond_the_text_are_refused(library):
    newcomer = Newcomer(text="نص", title="x", direction=Direction.RIGHT_TO_LEFT, blocks=(block(0, 3),))
    with pytest.raises(ValueError):
        library.texts.add_all([newcomer])
    assert library.documents.count() == 0


def test_a_repaired_text_keeps_the_one_it_was_made_of(library):
    newcomer = Newcomer(
        text="كتاب",
        title="x",
        direction=Direction.RIGHT_TO_LEFT,
        original="باتك",
        runs=(Run(0, 0, 4, "visual"),),
        blocks=(block(0, 4),),
    )

    (brought,) = library.texts.add_all([newcomer])

    document = brought.document
    assert (document.version, library.texts.open(document.id).slice(0, 4)) == (2, "كتاب")
    assert library.texts.open_version(document.id, 1).slice(0, 4) == "باتك"
    assert library.versions.map(document.id, 2, 1) == [Run(0, 0, 4, "visual")]
    assert library.check().problems == ()


def test_a_text_that_was_there_in_an_earlier_version_is_known(library):
    newcomer = Newcomer(text="جديد", title="x", direction=Direction.RIGHT_TO_LEFT, original="قديم")
    (first,) = library.texts.add_all([newcomer])

    (again,) = library.texts.add_all([Newcomer(text="قديم", title="y", direction=Direction.RIGHT_TO_LEFT)])

    assert (again.already_there, again.document.id) == (True, first.document.id)


def test_the_same_text_comes_in_twice_when_asked(library):
    newcomer = Newcomer(text="نص", title="x", direction=Direction.RIGHT_TO_LEFT)

    library.texts.add_all([newcomer])
    library.texts.add_all([newcomer], again=True)

    assert library.documents.count() == 2


def test_blocks_beyond_their_text_are_found_by_the_check(library, document):
    assert library.check().problems == ()
    with library.transaction():
        library.structure.add(document.id, 1, [block(5, len(TEXT) + 1)])

    assert library.check().problems == (f"The structure of document {document.id} reaches beyond its text.",)
