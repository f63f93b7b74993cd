# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts come in by slices, are seen whole or not at all, and are read piece by piece."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from itertools import pairwise

import pytest
from store.raw import raw

from reader.errors import LibraryCorrupt, LibraryLocked, UnknownDocument
from reader.store import Library
from reader.store.texts import SLICE_BYTES, remove_import
from reader.text.chunks import split_into_chunks
from reader.text.direction import Direction

RTL = Direction.RIGHT_TO_LEFT


def test_text_comes_back_as_it_was(library, document, any_text):
    text = library.texts.open(document.id)

    assert (text.length, text.slice(0, len(any_text))) == (len(any_text), any_text)
    assert document.digest == hashlib.sha256(any_text.encode()).hexdigest()
    assert library.texts.digest_of(document.id) == document.digest


@pytest.mark.parametrize("content", ["", "\n", "أ\0ب", "\ufeffنص", "a\u2028b\u00a0c", "\U0010ffff" * 3])
def test_text_is_kept_verbatim(library, content):
    document = library.texts.add(content, title="x")

    assert [text for _, text in library.texts.open(document.id).texts()] == [content]


def test_text_of_many_chunks_comes_back_as_it_was(library):
    content = "كلمة 😀 word\n" * 60_000
    document = library.texts.add(content, title="x")
    text = library.texts.open(document.id)

    assert len(text) > 5
    assert "".join(piece for _, piece in text.texts()) == content
    assert text.slice(500_000, 500_020) == content[500_000:500_020]


def test_document_is_not_seen_before_its_text_is_complete(library, path):
    writer = library.texts.begin(source="/x.txt")
    writer.append(["أول\n"] * 3)
    with Library.open(path) as other:
        assert (other.documents.list(), other.documents.count()) == ([], 0)
        with pytest.raises(UnknownDocument):
            other.texts.open(writer.document_id)
        document = writer.finish(title="x", direction=RTL)
        assert other.documents.list() == [document]


def test_text_that_was_not_finished_leaves_nothing(library, path):
    with library.texts.begin() as writer:
        writer.append(["x" * 100] * 3)
        writer._flush()

    with raw(path) as connection:
        rows = [connection.execute(f"select count(*) from {table}").fetchone()[0] for table in TEXT_TABLES]
    assert rows == [0, 0, 0, 0]


TEXT_TABLES = ("documents", "text_chunks", "imports", "versions")


def test_text_that_the_library_has_is_not_brought_in_again(library, document, any_text):
    assert library.texts.add(any_text, title="another") == document
    assert library.documents.list() == [document]


def test_text_must_be_the_one_that_was_announced(library):
    with library.texts.begin() as writer:
        writer.append(["نص"])
        with pytest.raises(ValueError, match="digest"):
            writer.finish(title="x", direction=RTL, digest="0" * 64, length=2)
    assert library.documents.list() == []


def test_transactions_of_an_import_are_small(library, path):
    stored = [0]
    with library.texts.begin() as writer, Library.open(path) as watch:
        for chunk in split_into_chunks(("س" * 1000 + "\n") * 5_000):
            writer.append([chunk])
            stored.append(watch._connection.value("select coalesce(sum(bytes), 0) from text_chunks"))

    steps = {after - before for before, after in pairwise(stored)} - {0}
    assert len(steps) >= 1
    assert max(steps) <= SLICE_BYTES
    assert stored[-1] > 10_005_000 - SLICE_BYTES - 200_000


def test_others_can_write_between_the_slices_of_an_import(library, path):
    with library.texts.begin() as writer, Library.open(path, patience_ms=0) as other:
        writer.append(["س" * SLICE_BYTES, "ص"])
        assert other.texts.add("آخر", title="y").title == "y"
        assert writer.finish(title="x", direction=RTL).length == SLICE_BYTES + 1


def test_list_of_chunks_is_read_without_their_texts(library, long_document):
    sql = """explain query plan select position, length from text_chunks indexed by chunk_directory
        where document_id = ? and version = ? order by position"""
    plan = " ".join(row[3] for row in library._connection.rows(sql, [long_document.id, 1]))

    assert "USING COVERING INDEX chunk_directory" in plan


@pytest.mark.slow
def test_text_of_100_mb_is_opened_in_milliseconds(library):
    piece = "وقال المتحدث إن الأعمال مستمرة في جميع المواقع.\n" * 1_300
    with library.texts.begin() as writer:
        writer.append(f"{number}\n{piece}" for number in range(900))
        document = writer.finish(title="x", direction=RTL)
    start = time.perf_counter()
    text = library.texts.open(document.id)
    middle = text.chunk(450).text
    elapsed_ms = (time.perf_counter() - start) * 1000

    assert (len(text), middle) == (900, f"450\n{piece}")
    assert elapsed_ms < 2_000


def test_missing_piece_is_told(library, long_document, path):
    with raw(path) as connection:
        connection.execute("delete from text_chunks")
    with pytest.raises(LibraryCorrupt):
        library.texts.open(long_document.id)


def test_piece_of_another_length_is_told(library, document, path):
    text = library.texts.open(document.id)
    with raw(path) as connection:
        connection.execute("update text_chunks set text = text || 'x'")
    with pytest.raises(LibraryCorrupt):
        text.slice(0, 3)


IMPORTER = """
import sys; from pathlib import Path; from reader.store import Library
library = Library.open(Path({path!r}))
writer = library.texts.begin()
writer.append(["نص\\n"] * 3); writer._flush()
print(writer.document_id, flush=True)
sys.stdin.readline()
"""


def start_importer(path):
    command = [sys.executable, "-c", IMPORTER.format(path=str(path))]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    child.stdout.readline()
    return child


def end(child):
    child.kill()
    child.communicate()


def test_import_of_a_killed_process_is_cleaned_up_when_the_next_begins(library):
    end(start_importer(library.path))
    library.texts.begin().abandon()

    assert library._connection.value("select count(*) from text_chunks") == 0
    assert library._connection.value("select count(*) from documents") == 0


def test_import_of_a_living_process_is_left_alone(library):
    child = start_importer(library.path)
    removed = library.texts.remove_abandoned()
    kept = library._connection.value("select count(*) from text_chunks")
    end(child)

    assert (removed, kept) == (0, 3)


def test_own_import_is_left_alone(library):
    with library.texts.begin():
        assert library.texts.remove_abandoned() == 0


def test_import_that_could_not_clean_up_is_removed_by_the_next(path):
    with Library.open(path, patience_ms=10) as library, raw(path) as other:
        writer = library.texts.begin()
        other.execute("begin immediate")
        with pytest.raises(LibraryLocked):
            writer.abandon()
        other.execute("rollback")
        assert library._connection.value("select count(*) from imports") == 1
        with library.texts.begin():
            assert library._connection.value("select count(*) from imports") == 1
    with raw(path) as other:
        assert other.execute("select count(*) from documents").fetchone() == (0,)


def test_complete_document_is_not_removed_as_an_import(library, document, any_text):
    remove_import(library._connection, library.transaction, document.id)

    assert library.texts.open(document.id).slice(0, 9_999) == any_text


def test_import_of_an_earlier_process_with_the_same_number_is_cleaned_up(library):
    copied = copied_import(library)
    library._connection.execute("update imports set process_started = 'another boot 17'")

    assert library.texts.remove_abandoned() == 1
    assert library._connection.value("select count(*) from documents where id = ?", [copied]) == 0


def copied_import(library):
    """An unfinished import that nobody in this process goes on with; its id."""
    library.texts.begin()
    for table, column in (("documents", "id"), ("imports", "document_id")):
        sql = f"update {table} set {column} = 'left behind'"
        library._connection.execute("pragma foreign_keys = off")
        library._connection.execute(sql)
        library._connection.execute("pragma foreign_keys = on")
    return "left behind"


@pytest.mark.parametrize(("started", "removed"), [("2020-01-01T00:00:00.000Z", 1), ("2999-01-01T00:00:00.000Z", 0)])
def test_import_of_another_machine_is_left_alone_for_a_week(library, started, removed):
    copied_import(library)
    library._connection.execute("update imports set machine = 'elsewhere', started = ?", [started])

    assert library.texts.remove_abandoned() == removed


def test_document_is_found_by_id_title_and_beginning_of_its_id(library, document):
    found = [library.documents.find(word) for word in (document.id, "مقال", document.id[:8])]

    assert found == [document] * 3
    with pytest.raises(UnknownDocument):
        library.documents.find("ليس هنا")


def test_document_is_found_by_its_text(library, document):
    assert library.documents.by_digest(document.digest) == document
    assert library.documents.by_digest("0" * 64) is None


def test_process_number_of_this_test_is_recorded(library):
    library.texts.begin()
    assert library._connection.value("select process from imports") == os.getpid()
