# SPDX-License-Identifier: GPL-3.0-or-later
"""A compiled lexicon: one SQLite file in the cache folder that is made once and then only read."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from reader.errors import Cancelled, LexiconDamaged, LibraryError
from reader.lexicon.frequencies import TENTHS
from reader.lexicon.morphology import Affix, Affixes, Analyser, Stem
from reader.lexicon.priors import estimate
from reader.store.connection import Connection, OperationalError, connect, disconnect

FORM: Final = "lexicon-11"
"""Changes with the tables below or with what is computed into them; a file of another form is made anew."""
_WEIGHED_FORMS: Final = 40_000
"""Commonest forms from which the priors are estimated: more change little and cost seconds."""
_SLICE: Final = 5000
_TABLES: Final = (
    "create table about (name text primary key, value text not null) strict",
    """create table stems (
  key text not null, form text not null, category text not null, gloss text not null, function text not null,
  lemma text not null, root text not null
) strict""",
    "create table affixes (side text not null, key text not null, form text, category text, functions text) strict",
    "create table pairs (sides text not null, first text not null, second text not null) strict",
    """create table priors (
  what text not null, name text not null, kind text not null, weight real not null, primary key (what, name, kind)
) strict, without rowid""",
    "create table frequencies (form text primary key, zipf integer not null) strict, without rowid",
)
_INDEXES: Final = ("create index stems_by_key on stems (key)", "create index stems_by_root on stems (root)")

Progress = Callable[[int, int], None]


class LexiconFile:
    """A compiled lexicon, open for reading on the thread that opened it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @classmethod
    def open(cls, path: Path) -> LexiconFile:
        """The file at ``path``.

        Raises:
            LexiconDamaged: when it is missing, damaged or of another form.
        """
        try:
            connection = connect(path, read_only=True, patience_ms=1000)
        except LibraryError as error:
            raise LexiconDamaged(path, str(error)) from error
        try:
            form = connection.value("select value from about where name = 'form'")
        except (LibraryError, OperationalError) as error:
            disconnect(connection)
            raise LexiconDamaged(path, str(error)) from error
        if form != FORM:
            disconnect(connection)
            raise LexiconDamaged(path, f"its form is {form}, not {FORM}")
        return cls(connection)

    def close(self) -> None:
        disconnect(self._connection)

    def stems_with(self, keys: Collection[str]) -> dict[str, list[Stem]]:
        """The stems of each key that has some; keys are Arabic letters without marks."""
        found: dict[str, list[Stem]] = {}
        sql = """select s.key, s.form, s.category, s.gloss, s.function, s.lemma, s.root
            from json_each(?) as k cross join stems as s on s.key = k.value order by s.rowid"""
        for key, *fields in self._connection.rows(sql, [json.dumps(sorted(keys), ensure_ascii=False)]):
            found.setdefault(key, []).append(Stem(*fields))
        return found

    def affixes(self) -> Affixes:
        sides: dict[str, dict[str, list[Affix]]] = {"prefix": {}, "suffix": {}}
        for side, key, form, category, functions in self._connection.rows(
            "select side, key, form, category, functions from affixes order by rowid"
        ):
            pairs = tuple((written, tag) for written, tag in json.loads(functions))
            sides[side].setdefault(key, []).append(Affix(form, category, pairs))
        allowed: dict[str, set[tuple[str, str]]] = {"ab": set(), "bc": set(), "ac": set()}
        for name, first, second in self._connection.rows("select sides, first, second from pairs"):
            allowed[name].add((first, second))
        return Affixes(
            prefixes=sides["prefix"],
            suffixes=sides["suffix"],
            prefix_stem=frozenset(allowed["ab"]),
            stem_suffix=frozenset(allowed["bc"]),
            prefix_suffix=frozenset(allowed["ac"]),
        )

    def affix_priors(self) -> dict[tuple[str, str], float]:
        """Logarithms of the probabilities of affix chains, by ``affix_key``."""
        rows = self._connection.rows("select name, kind, weight from priors where what = 'affixes'")
        return {(name, kind): weight for name, kind, weight in rows}

    def lemma_priors(self, lemma_ids: Collection[str]) -> dict[tuple[str, str], float]:
        """Logarithms of the probabilities of these lemmas, by ``lemma_key``; lemmas never seen are left out."""
        sql = """select p.name, p.kind, p.weight from json_each(?) as k
            cross join priors as p on p.what = 'lemma' and p.name = k.value"""
        rows = self._connection.rows(sql, [json.dumps(sorted(lemma_ids), ensure_ascii=False)])
        return {(name, kind): weight for name, kind, weight in rows}

    def zipf(self, forms: Collection[str]) -> dict[str, float]:
        """Zipf value of each form (profile "lemma") that is listed: about 1 for the rarest, 7 for the commonest."""
        sql = """select f.form, f.zipf from json_each(?) as k cross join frequencies as f on f.form = k.value"""
        rows = self._connection.rows(sql, [json.dumps(sorted(forms), ensure_ascii=False)])
        return {form: tenths / TENTHS for form, tenths in rows}

    def keys_of_root(self, root: str) -> frozenset[str]:
        """How the stems of the root are written: Arabic letters without marks."""
        rows = self._connection.rows("select distinct key from stems where root = ?", [root])
        return frozenset(str(key) for (key,) in rows)

    def stems_of_root(self, root: str) -> list[Stem]:
        """One stem of each lemma of the root."""
        sql = """select min(form), category, gloss, function, lemma, root from stems
            where root = ? and lemma <> '' group by lemma order by lemma"""
        return [Stem(*fields) for fields in self._connection.rows(sql, [root])]


def build_lexicon_file(
    path: Path,
    stems: Iterable[tuple[str, Stem]],
    affixes: Affixes,
    frequencies: Mapping[str, int],
    *,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> None:
    """Make the file at ``path``, whole or not at all; ``frequencies`` are Zipf values in tenths, commonest first.

    Raises:
        Cancelled: when ``cancelled()`` says so; what was at ``path`` is as it was.
        LexiconDamaged, LibraryError: as reading the tables and writing the file do.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}-{os.getpid()}")
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    connection = connect(fresh, read_only=False, patience_ms=1000)
    try:
        _fill(connection, stems, affixes, frequencies, progress=progress, cancelled=cancelled)
        disconnect(connection)
        fresh.replace(path)
    finally:
        disconnect(connection)
        fresh.unlink(missing_ok=True)


def _fill(
    connection: Connection,
    stems: Iterable[tuple[str, Stem]],
    affixes: Affixes,
    frequencies: Mapping[str, int],
    *,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> None:
    # Nothing of an unfinished file is ever used, so it need not be safe on the way.
    connection.execute("pragma journal_mode = off")
    connection.execute("pragma synchronous = off")
    connection.execute("begin")
    for sql in _TABLES:
        connection.execute(sql)
    _fill_stems(connection, stems, cancelled)
    _fill_affixes(connection, affixes)
    connection.run_many("insert into frequencies values (?, ?)", list(frequencies.items()))
    for sql in _INDEXES:
        connection.execute(sql)
    _fill_priors(connection, affixes, frequencies, progress, cancelled)
    connection.run_many("insert into about values (?, ?)", [("form", FORM)])
    connection.execute("commit")


def _fill_stems(connection: Connection, stems: Iterable[tuple[str, Stem]], cancelled: Callable[[], bool]) -> None:
    rows: list[tuple[str, ...]] = []

    def write() -> None:
        if cancelled():
            raise Cancelled
        connection.run_many("insert into stems values (?, ?, ?, ?, ?, ?, ?)", rows)
        rows.clear()

    for key, stem in stems:
        rows.append((key, *stem))
        if len(rows) == _SLICE:
            write()
    write()


def _fill_affixes(connection: Connection, affixes: Affixes) -> None:
    rows = [
        (side, key, each.form, each.category, json.dumps(each.functions, ensure_ascii=False))
        for side, table in (("prefix", affixes.prefixes), ("suffix", affixes.suffixes))
        for key, listed in table.items()
        for each in listed
    ]
    connection.run_many("insert into affixes values (?, ?, ?, ?, ?)", rows)
    named = (("ab", affixes.prefix_stem), ("bc", affixes.stem_suffix), ("ac", affixes.prefix_suffix))
    pairs = [(name, *pair) for name, allowed in named for pair in sorted(allowed)]
    connection.run_many("insert into pairs values (?, ?, ?)", pairs)


def _fill_priors(
    connection: Connection,
    affixes: Affixes,
    frequencies: Mapping[str, int],
    progress: Progress,
    cancelled: Callable[[], bool],
) -> None:
    analyser = Analyser(affixes, LexiconFile(connection), "")
    forms = list(frequencies)[:_WEIGHED_FORMS]
    weighed = []
    for start in range(0, len(forms), _SLICE):
        if cancelled():
            raise Cancelled
        progress(start, len(forms))
        piece = forms[start : start + _SLICE]
        readings = analyser.analyse_all(piece)
        weighed += [(10 ** (frequencies[form] / TENTHS), readings[form]) for form in piece]
    priors = estimate(weighed, cancelled=cancelled)
    rows = [*_prior_rows("lemma", priors.lemmas), *_prior_rows("affixes", priors.affixes)]
    connection.run_many("insert into priors values (?, ?, ?, ?)", rows)
    progress(len(forms), len(forms))


def _prior_rows(what: str, weights: Mapping[tuple[str, str], float]) -> Sequence[tuple[str, str, str, float]]:
    return [(what, name, kind, weight) for (name, kind), weight in weights.items()]
