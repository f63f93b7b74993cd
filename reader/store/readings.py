# SPDX-License-Identifier: GPL-3.0-or-later
"""Readings the user chose for words, and the cache of what slow analysers say of word forms."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Final, cast

from reader.model.ids import DocumentId, ReadingChoiceId, now
from reader.model.reading import ReadingChoice
from reader.store.connection import Connection, Value
from reader.store.records import Key, RecordTable, Row, packed_list, unpacked_list

MOST_ANALYSES: Final = 50_000
"""Analysed word forms that are kept; the oldest go first. About 1 KB each."""


class ReadingChoiceTable(RecordTable[ReadingChoice]):
    table = "reading_choices"
    noun = "chosen reading"
    columns = (
        *("id", "document_id", "start", "quote", "prefix", "suffix", "key"),
        *("form", "lemma", "lemma_id", "root", "part_of_speech", "glosses", "source", "author", "created"),
    )

    def where(self, where: str, parameters: Sequence[Value] = ()) -> list[ReadingChoice]:
        return self._records(f"select {self.selected()} from reading_choices where {where}", parameters)

    def row_of(self, record: ReadingChoice) -> Row:
        return (
            *(record.id, record.document_id, record.start, record.quote, record.prefix, record.suffix, record.key),
            *(record.form, record.lemma, record.lemma_id, record.root, record.part_of_speech),
            *(packed_list(record.glosses), record.source, record.author, record.created),
        )

    def record_of(self, row: Sequence[Value]) -> ReadingChoice:
        identity, document_id, start, *texts = row
        quote, prefix, suffix, key, *reading, author, created = map(str, texts)
        form, lemma, lemma_id, root, kind, glosses, source = reading
        return ReadingChoice(
            id=ReadingChoiceId(str(identity)),
            document_id=None if document_id is None else DocumentId(str(document_id)),
            start=cast("int", start),
            quote=quote,
            prefix=prefix,
            suffix=suffix,
            key=key,
            form=form,
            lemma=lemma,
            lemma_id=lemma_id,
            root=root,
            part_of_speech=kind,
            glosses=unpacked_list(glosses),
            source=source,
            author=author,
            created=created,
        )

    def key_of(self, record: ReadingChoice) -> Key:
        return (record.id,)


class ReadingRepository:
    """What the user chose, and what was computed of word forms."""

    def __init__(self, connection: Connection, transaction: Callable[[], AbstractContextManager[None]]) -> None:
        self._connection = connection
        self._transaction = transaction
        self.choice_table = ReadingChoiceTable(connection)

    def everywhere(self) -> list[ReadingChoice]:
        """The choices that hold wherever a word is written so, the oldest first."""
        return self.choice_table.where("document_id is null order by created, id")

    def of_document(self, document_id: DocumentId) -> list[ReadingChoice]:
        """The choices for single places of a document, in its order, the oldest first at each place."""
        return self.choice_table.where("document_id = ? order by start, created, id", [document_id])

    def find(self, ids: Collection[ReadingChoiceId]) -> list[ReadingChoice]:
        """Those of the choices that are there."""
        return list(self.choice_table.with_keys([(each,) for each in ids]).values())

    # A cache, remade at will

    def analyses(self, source: str, words: Collection[str]) -> dict[str, str]:
        """What ``source`` (an analyser with its version) said of these word forms, as it was kept."""
        sql = """select a.word, a.content from json_each(?) as k
            cross join word_analyses as a on a.source = ? and a.word = k.value"""
        asked = json.dumps(sorted(words), ensure_ascii=False)
        return {str(word): str(content) for word, content in self._connection.rows(sql, [asked, source])}

    def keep_analyses(self, source: str, found: Mapping[str, str]) -> None:
        """Keep what ``source`` says of word forms. What other versions of it said goes, and the oldest beyond a bound.

        Raises:
            LibraryError: when the library cannot be written.
        """
        time = now()
        with self._transaction():
            self._connection.execute("delete from word_analyses where source <> ?", [source])
            self._connection.run_many(
                "insert or replace into word_analyses (source, word, content, created) values (?, ?, ?, ?)",
                [(source, word, content, time) for word, content in found.items()],
            )
            self._connection.execute(
                """delete from word_analyses where (source, word) in (
                    select source, word from word_analyses order by created desc, word limit -1 offset ?)""",
                [MOST_ANALYSES],
            )
