# SPDX-License-Identifier: GPL-3.0-or-later
"""Term bases, their terms, and what the user said is none of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import cast

from reader.errors import EditConflict
from reader.lexicon.terms import term_keys
from reader.model.ids import TermBaseId, TermId
from reader.model.term import Term, TermBase, TermDismissal, TermStatus
from reader.store.connection import Connection, Value
from reader.store.records import Key, RecordTable, Row, packed_list, unpacked_list


class TermBaseTable(RecordTable[TermBase]):
    table = "term_bases"
    noun = "term base"
    columns = ("id", "name", "source_language", "target_language", "priority", "is_on")

    def all(self) -> list[TermBase]:
        return self._records(f"select {self.selected()} from term_bases order by priority, name, id")

    def row_of(self, record: TermBase) -> Row:
        languages = record.source_language, record.target_language
        return record.id, record.name, *languages, record.priority, int(record.is_on)

    def record_of(self, row: Sequence[Value]) -> TermBase:
        identity, name, source_language, target_language, priority, is_on = row
        return TermBase(
            id=TermBaseId(str(identity)),
            name=str(name),
            source_language=str(source_language),
            target_language=str(target_language),
            priority=cast("int", priority),
            is_on=bool(is_on),
        )

    def key_of(self, record: TermBase) -> Key:
        return (record.id,)


class TermTable(RecordTable[Term]):
    table = "terms"
    noun = "term"
    columns = (
        *("id", "base_id", "source", "variants", "targets", "forbidden", "domain", "part_of_speech", "status"),
        *("definition", "note", "example", "example_source", "author", "created", "modified"),
    )
    extra_columns = ("folded",)

    def where(self, where: str, parameters: Sequence[Value] = ()) -> list[Term]:
        return self._records(f"select {self.selected()} from terms where {where}", parameters)

    def row_of(self, record: Term) -> Row:
        return (
            *(record.id, record.base_id, record.source),
            *(packed_list(record.variants), packed_list(record.targets), packed_list(record.forbidden)),
            *(record.domain, record.part_of_speech, record.status.value, record.definition, record.note),
            *(record.example, record.example_source, record.author, record.created, record.modified),
        )

    def extras(self, record: Term) -> Row:
        """The folded spellings and the targets, each on a line, for finding."""
        spellings = [" ".join(term_keys(spelling)) for spelling in record.spellings]
        return ("\n".join([*spellings, *(target.casefold() for target in record.targets)]),)

    def record_of(self, row: Sequence[Value]) -> Term:
        identity, base_id, source, variants, targets, forbidden, *texts = map(str, row)
        domain, part_of_speech, status, definition, note, example, example_source, author, created, modified = texts
        return Term(
            id=TermId(identity),
            base_id=TermBaseId(base_id),
            source=source,
            variants=unpacked_list(variants),
            targets=unpacked_list(targets),
            forbidden=unpacked_list(forbidden),
            domain=domain,
            part_of_speech=part_of_speech,
            status=TermStatus(status),
            definition=definition,
            note=note,
            example=example,
            example_source=example_source,
            author=author,
            created=created,
            modified=modified,
        )

    def key_of(self, record: Term) -> Key:
        return (record.id,)


class DismissalTable(RecordTable[TermDismissal]):
    table = "term_dismissals"
    noun = "dismissed match of a term"
    columns = ("term_id", "form", "author", "created")
    key_columns = ("term_id", "form")

    def where(self, where: str, parameters: Sequence[Value] = ()) -> list[TermDismissal]:
        return self._records(f"select {self.selected()} from term_dismissals where {where}", parameters)

    def row_of(self, record: TermDismissal) -> Row:
        return record.term_id, record.form, record.author, record.created

    def record_of(self, row: Sequence[Value]) -> TermDismissal:
        term_id, form, author, created = map(str, row)
        return TermDismissal(term_id=TermId(term_id), form=form, author=author, created=created)

    def key_of(self, record: TermDismissal) -> Key:
        return record.term_id, record.form


class TermRepository:
    """The term bases of the library."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.base_table = TermBaseTable(connection)
        self.term_table = TermTable(connection)
        self.dismissal_table = DismissalTable(connection)

    def bases(self) -> list[TermBase]:
        """Every term base by priority."""
        return self.base_table.all()

    def base(self, base_id: TermBaseId) -> TermBase:
        """The term base.

        Raises:
            EditConflict: when it is there no more.
        """
        found = self.base_table.with_keys([(base_id,)])
        if not found:
            raise EditConflict(self.base_table.noun)
        return found[(base_id,)]

    def find(self, term_ids: Iterable[TermId]) -> list[Term]:
        """Those of the terms that are there, in the order asked for."""
        keys: list[Key] = [(term_id,) for term_id in term_ids]
        found = self.term_table.with_keys(keys)
        return [found[key] for key in keys if key in found]

    def count(self, base_id: TermBaseId) -> int:
        return int(self._connection.value("select count(*) from terms where base_id = ?", [base_id]))

    def page(self, base_id: TermBaseId, phrase: str, after: tuple[str, str] | None, limit: int) -> list[Term]:
        """Up to ``limit`` terms in order of source and id behind ``after``, of which one spelling or target holds
        ``phrase``, folded; all for ""."""
        where, parameters = self._matching(base_id, phrase)
        if after is not None:
            where += " and (source, id) > (?, ?)"
            parameters += [*after]
        return self.term_table.where(f"{where} order by source, id limit ?", [*parameters, limit])

    def of_base(self, base_id: TermBaseId) -> list[Term]:
        """All terms of a base in order of source and id."""
        return self.term_table.where("base_id = ? order by source, id", [base_id])

    def with_spelling(self, spelling: str) -> list[Term]:
        """The terms of every base of which one spelling is this one, folded."""
        key = " ".join(term_keys(spelling))
        found = self.term_table.where("'\n' || folded || '\n' like ? escape '!' order by id", [f"%\n{_like(key)}\n%"])
        return [term for term in found if key in {" ".join(term_keys(each)) for each in term.spellings}]

    def for_matching(self) -> list[tuple[TermId, tuple[str, ...]]]:
        """Ids and spellings of the terms of all bases that are on, the first base first."""
        sql = """select t.id, t.source, t.variants from term_bases as b join terms as t on t.base_id = b.id
            where b.is_on = 1 order by b.priority, b.name, b.id, t.source, t.id"""
        return [(TermId(i), (source, *unpacked_list(variants))) for i, source, variants in self._connection.rows(sql)]

    def dismissed(self) -> frozenset[tuple[TermId, str]]:
        """Terms and folded forms that are never a match."""
        rows = self._connection.rows("select term_id, form from term_dismissals")
        return frozenset((TermId(term_id), form) for term_id, form in rows)

    def dismissals_of(self, term_ids: Sequence[TermId]) -> list[TermDismissal]:
        where = "term_id in (select value from json_each(?)) order by term_id, form"
        return self.dismissal_table.where(where, [json.dumps(list(term_ids))])

    def _matching(self, base_id: TermBaseId, phrase: str) -> tuple[str, list[Value]]:
        key = " ".join(term_keys(phrase)) or phrase.strip().casefold()
        if not key:
            return "base_id = ?", [base_id]
        return "base_id = ? and folded like ? escape '!'", [base_id, f"%{_like(key)}%"]


def _like(text: str) -> str:
    """The text as it stands for itself in a LIKE with the escape sign ``!``."""
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")
