# SPDX-License-Identifier: GPL-3.0-or-later
"""How well words are known, and the cards made of them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from typing import cast

from reader.model.ids import CardId
from reader.model.vocabulary import Card, WordScope, WordState, WordStatus
from reader.store.connection import Connection, Value
from reader.store.records import Key, RecordTable, Row
from reader.text.normalise import folded


class WordStateTable(RecordTable[WordState]):
    table = "word_states"
    noun = "status of a word"
    columns = ("scope", "key", "word", "status", "author", "created", "modified")
    key_columns = ("scope", "key")
    extra_columns = ("folded",)

    def where(self, where: str, parameters: Sequence[Value] = ()) -> list[WordState]:
        return self._records(f"select {self.selected()} from word_states where {where}", parameters)

    def row_of(self, record: WordState) -> Row:
        status = record.status.value
        return record.scope.value, record.key, record.word, status, record.author, record.created, record.modified

    def extras(self, record: WordState) -> Row:
        """The key without its marks: so it is found where there is no lexicon that could vocalise it."""
        return (folded(record.key, "lemma"),)

    def record_of(self, row: Sequence[Value]) -> WordState:
        scope, key, word, status, author, created, modified = map(str, row)
        return WordState(
            scope=WordScope(scope),
            key=key,
            word=word,
            status=WordStatus(status),
            author=author,
            created=created,
            modified=modified,
        )

    def key_of(self, record: WordState) -> Key:
        return record.scope.value, record.key


class CardTable(RecordTable[Card]):
    table = "cards"
    noun = "card"
    columns = (
        *("id", "lemma", "form", "gloss", "sentence", "start", "end", "note", "source", "document_id"),
        *("author", "created", "modified"),
    )
    extra_columns = ("folded",)

    def where(self, where: str, parameters: Sequence[Value] = ()) -> list[Card]:
        return self._records(f"select {self.selected()} from cards where {where}", parameters)

    def row_of(self, record: Card) -> Row:
        return (
            *(record.id, record.lemma, record.form, record.gloss, record.sentence, record.start, record.end),
            *(record.note, record.source, record.document_id, record.author, record.created, record.modified),
        )

    def extras(self, record: Card) -> Row:
        """All that is searched, folded, a line each."""
        searched = (record.lemma, record.form, record.gloss, record.sentence, record.note, record.source)
        return ("\n".join(folded(each) for each in searched),)

    def record_of(self, row: Sequence[Value]) -> Card:
        identity, lemma, form, gloss, sentence, start, end, *rest = row
        note, source, document_id, author, created, modified = map(str, rest)
        return Card(
            id=CardId(str(identity)),
            lemma=str(lemma),
            form=str(form),
            gloss=str(gloss),
            sentence=str(sentence),
            start=cast("int", start),
            end=cast("int", end),
            note=note,
            source=source,
            document_id=document_id,
            author=author,
            created=created,
            modified=modified,
        )

    def key_of(self, record: Card) -> Key:
        return (record.id,)


class VocabularyRepository:
    """Statuses of words and cards. They hang on words, not on texts: a text that goes takes none of them along."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.state_table = WordStateTable(connection)
        self.card_table = CardTable(connection)

    def states(self, scope: WordScope | None = None) -> list[WordState]:
        """Every status, or those of one scope, in order of key."""
        return self.state_table.where("?1 is null or scope = ?1 order by scope, key", [scope and scope.value])

    def count_states(self) -> int:
        return int(self._connection.value("select count(*) from word_states"))

    def find_states(self, keys: Iterable[tuple[WordScope, str]]) -> dict[tuple[WordScope, str], WordState]:
        """The statuses there are among these."""
        found = self.state_table.with_keys([(scope.value, key) for scope, key in keys])
        return {(state.scope, state.key): state for state in found.values()}

    def statuses(self, scope: WordScope, keys: Collection[str]) -> dict[str, WordStatus]:
        """The statuses of those of the keys that have one."""
        sql = """select s.key, s.status from json_each(?) as k
            cross join word_states as s on s.scope = ? and s.key = k.value"""
        rows = self._connection.rows(sql, [json.dumps(list(keys), ensure_ascii=False), scope.value])
        return {key: WordStatus(status) for key, status in rows}

    def lemma_statuses(self) -> dict[str, WordStatus]:
        """The status of every lemma that has one, by key."""
        rows = self._connection.rows("select key, status from word_states where scope = 'lemma'")
        return {key: WordStatus(status) for key, status in rows}

    def statuses_of_bare(self, keys: Collection[str]) -> dict[str, WordStatus]:
        """Of each bare spelling (profile “lemma”) the status of a lemma written so; of several, the first by key."""
        sql = """select s.folded, s.status from json_each(?) as k
            cross join word_states as s on s.scope = 'lemma' and s.folded = k.value order by s.key desc"""
        rows = self._connection.rows(sql, [json.dumps(list(keys), ensure_ascii=False)])
        return {key: WordStatus(status) for key, status in rows}

    # Cards

    def cards(self, phrase: str = "") -> list[Card]:
        """Every card of which something holds ``phrase``, folded; the newest first."""
        key = folded(phrase.strip())
        if not key:
            return self.card_table.where("true order by created desc, id")
        escaped = key.replace("!", "!!").replace("%", "!%").replace("_", "!_")
        return self.card_table.where("folded like ? escape '!' order by created desc, id", [f"%{escaped}%"])

    def count_cards(self) -> int:
        return int(self._connection.value("select count(*) from cards"))

    def find_cards(self, card_ids: Iterable[CardId]) -> list[Card]:
        """Those of the cards that are there, in the order asked for."""
        keys: list[Key] = [(card_id,) for card_id in card_ids]
        found = self.card_table.with_keys(keys)
        return [found[key] for key in keys if key in found]

    def cards_of(self, lemmas: Collection[str]) -> dict[str, int]:
        """How many cards each of the lemmas has, as they are written on the cards; those without are left out."""
        sql = """select c.lemma, count(*) from json_each(?) as k cross join cards as c on c.lemma = k.value
            group by c.lemma"""
        rows = self._connection.rows(sql, [json.dumps(list(lemmas), ensure_ascii=False)])
        return {lemma: int(count) for lemma, count in rows}
