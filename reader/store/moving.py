# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in the stretches that two versions of a text share moves with them, in the transaction of the change.

All else an edit has to speak of itself. A stretch moves as it is in the map of the two versions, so that taking the
change back moves everything to where it was.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from reader.errors import EditConflict, LibraryCorrupt
from reader.model.document import Document
from reader.store.annotations import AnnotationRepository, checksum_of
from reader.store.bins import bin_of
from reader.store.connection import Connection
from reader.store.versions import Run, runs_between

_AWAY: Final = 1 << 40
"""What moves goes first behind everything there can be, so that no two meet on the way and none moves twice."""


class _Placed(NamedTuple):
    """A table whose rows stand at places of a text.

    ``start`` and ``end`` are columns or expressions, ``before`` and ``behind`` code points of surroundings a row keeps;
    ``also`` what else follows from the place; ``left`` what is done to rows outside the stretches.
    """

    table: str
    noun: str
    columns: tuple[str, ...]
    end: str
    before: str = "0"
    behind: str = "0"
    also: str = ""
    where: str = "1"
    key: str = ""
    left: str = "refuse"


_CONTEXT: Final = ("length(prefix)", "length(suffix)")
_CHECKED: Final = ", ".join(
    {"start": f"start - {_AWAY}", "end": f'"end" - {_AWAY}'}.get(name, name) for name in AnnotationRepository.columns
)
_BIN: Final = f'bin = hashiya_bin(start - {_AWAY}, "end" - {_AWAY})'

_TABLES: Final = (
    _Placed(
        "annotations", "annotation", ("start", '"end"'), '"end"', *_CONTEXT,
        also=f"{_BIN}, checksum = hashiya_checksum({_CHECKED})", key="id",
    ),
    _Placed("decisions", "decision", ("start", '"end"'), '"end"'),
    _Placed("suggestions", "suggestion", ("start", '"end"'), '"end"', also=_BIN, left="delete"),
    _Placed("suggestion_outcomes", "outcome", ("start", '"end"'), '"end"', left="leave"),
    _Placed("reading_choices", "chosen reading", ("start",), "start + length(quote)", *_CONTEXT, key="id"),
    _Placed(
        "displaced", "annotation without a place", ("proposed_start", "proposed_end"), "proposed_end",
        where="state = 'doubtful'", key="id",
    ),
)  # fmt: skip


def move_with_text(connection: Connection, before: Document, after: Document, spoken_of: Collection[str]) -> None:
    """Move everything of a document from one version of its text to another, but the records ``spoken_of`` by id.

    To be called inside the transaction that brings the other version into force. Suggestions outside of what the two
    versions share are dropped, for they are a cache. Cost: O(what moves).

    Raises:
        EditConflict: when something else stands outside of what the two versions share.
        LibraryCorrupt: when nobody noted what they share.
    """
    runs = runs_between(connection, before.id, after.version, before.version)
    if runs is None:
        raise LibraryCorrupt(connection.path, f"versions {before.version} and {after.version} have no map")
    kept = sorted(run for run in runs if run.kind == "kept")
    connection.create_function("hashiya_bin", 2, bin_of, deterministic=True)
    connection.create_function("hashiya_checksum", -1, lambda *row: checksum_of(row), deterministic=True)
    ids = json.dumps(sorted(spoken_of))
    for placed in _TABLES:
        _move(connection, placed, before.id, kept, ids)
    _ask_anew(connection, before, after)


def _move(connection: Connection, placed: _Placed, document_id: str, runs: Sequence[Run], ids: str) -> None:
    start = placed.columns[0]
    others = f"{placed.key} not in (select value from json_each(?))" if placed.key else "? is not null"
    mine = f"document_id = ? and {placed.where} and {others}"
    away = ", ".join(f"{column} = {column} + ?" for column in placed.columns)
    inside = f"{start} - {placed.before} >= ? and {placed.end} + {placed.behind} <= ? and {start} between ? and ?"
    connection.run_many(
        f"update {placed.table} set {away} where {mine} and {inside}",
        [
            (*[run.new - run.old + _AWAY] * len(placed.columns), document_id, ids, *_edges(run), *_edges(run))
            for run in runs
            if run.old != run.new
        ],
    )
    _settle_left(connection, placed, document_id, runs, mine, ids)
    back = ", ".join([*(f"{column} = {column} - {_AWAY}" for column in placed.columns), *filter(None, [placed.also])])
    connection.execute(f"update {placed.table} set {back} where document_id = ? and {start} >= {_AWAY}", [document_id])


def _edges(run: Run) -> tuple[int, int]:
    return run.old, run.old + run.length


def _settle_left(  # noqa: PLR0917 - as ``_move``
    connection: Connection, placed: _Placed, document_id: str, runs: Sequence[Run], mine: str, ids: str
) -> None:
    """See to the rows that stand in no stretch: refuse, delete or leave them."""
    if placed.left == "leave":
        return
    start = placed.columns[0]
    sql = f"""select distinct {start}, {placed.end}, {start} - {placed.before}, {placed.end} + {placed.behind}
        from {placed.table} where {mine} and {start} < {_AWAY}"""
    staying = [run for run in runs if run.old == run.new]
    starts = [run.old for run in staying]
    outside = list[tuple[str, int, int]]()
    for first, last, from_, to in connection.rows(sql, [document_id, ids]):
        index = bisect_right(starts, from_) - 1
        if index < 0 or to > staying[index].old + staying[index].length:
            outside.append((document_id, first, last))
    if outside and placed.left == "refuse":
        raise EditConflict(placed.noun)
    connection.run_many(
        f"delete from {placed.table} where document_id = ? and {start} = ? and {placed.end} = ?", outside
    )


_READ_ANEW: Final = 200_000
"""Code points up to which a text that changed is read anew by the recognisers as a whole; see ``refreshing.WHOLE``."""


def _ask_anew(connection: Connection, before: Document, after: Document) -> None:
    """Have the recognisers look at the text again. A long one keeps what it has outside of what was changed."""
    if after.length <= _READ_ANEW or abs(after.length - before.length) > _READ_ANEW:
        connection.execute("update recognitions set version = '' where document_id = ?", [before.id])
