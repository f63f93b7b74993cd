# SPDX-License-Identifier: GPL-3.0-or-later
"""Every form the library file has had: an append-only list, and the way from an older form to the present one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.errors import LibraryCorrupt, LibraryTooNew
from reader.store import fourth_form
from reader.store.connection import Connection

APPLICATION_ID = 0x48534859
"""“HSHY”, in the file header at byte 68: says that the file is ours."""

MIGRATION_SET = "hashiya"


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One step from a form to the next. ``statements`` run in order, then ``finish`` for what SQL cannot do."""

    name: str
    statements: tuple[str, ...]
    finish: Callable[[Connection], None] | None = None


_FIRST = Migration(
    name="m001_first",
    statements=(
        """create table documents (
  id text primary key,
  title text not null,
  digest text not null,
  length integer not null,
  direction text not null check (direction in ('rtl', 'ltr')),
  source text not null,
  encoding text not null,
  metadata text not null,
  created text not null,
  modified text not null,
  version integer not null default 1,
  state text not null default 'ready' check (state in ('importing', 'ready', 'removed'))
) strict""",
        "create unique index document_of_digest on documents (digest) where state = 'ready'",
        """create table versions (
  document_id text not null references documents (id) on delete restrict on update restrict,
  version integer not null,
  digest text not null,
  length integer not null,
  encoding text not null,
  source text not null,
  created text not null,
  primary key (document_id, version)
) strict, without rowid""",
        """create table text_chunks (
  document_id text not null references documents (id) on delete restrict on update restrict,
  version integer not null,
  position integer not null,
  length integer not null,
  bytes integer not null,
  text text not null,
  primary key (document_id, version, position)
) strict""",
        "create index chunk_directory on text_chunks (document_id, version, position, length, bytes)",
        """create table imports (
  document_id text primary key references documents (id) on delete restrict on update restrict,
  machine text not null,
  process integer not null,
  process_started text not null,
  started text not null
) strict, without rowid""",
        """create table tagsets (
  id text primary key,
  names text not null,
  description text not null
) strict, without rowid""",
        """create table tags (
  id text primary key,
  tagset_id text not null references tagsets (id) on delete restrict on update restrict,
  names text not null,
  colour text not null,
  shortcut text not null,
  description text not null,
  parent_id text references tags (id) on delete restrict on update restrict,
  position integer not null
) strict, without rowid""",
        """create table annotations (
  id text primary key,
  document_id text not null references documents (id) on delete restrict on update restrict,
  start integer not null check (start >= 0),
  "end" integer not null,
  quote text not null,
  prefix text not null,
  suffix text not null,
  tag_id text not null references tags (id) on delete restrict on update restrict,
  note text not null,
  attributes text not null,
  author text not null,
  created text not null,
  modified text not null,
  provenance text not null,
  folded text not null,
  bin integer not null,
  checksum text not null,
  check ("end" > start)
) strict""",
        'create index annotations_by_place on annotations (document_id, bin, start, "end")',
        "create index annotations_in_order on annotations (document_id, start)",
        "create index annotations_by_tag on annotations (tag_id, document_id, start)",
        """create table annotation_counts (
  document_id text not null,
  tag_id text not null,
  author text not null,
  count integer not null,
  primary key (document_id, tag_id, author)
) strict, without rowid""",
        """create table relations (
  id text primary key,
  document_id text not null references documents (id) on delete restrict on update restrict,
  source_id text not null references annotations (id) on delete restrict on update restrict,
  target_id text not null references annotations (id) on delete restrict on update restrict,
  name text not null,
  note text not null,
  author text not null,
  created text not null
) strict""",
        "create index relations_of_document on relations (document_id)",
        "create index relations_by_source on relations (source_id)",
        "create index relations_by_target on relations (target_id)",
        """create table entities (
  id text primary key,
  name text not null,
  kind text references tags (id) on delete restrict on update restrict,
  aliases text not null,
  translations text not null,
  external_ids text not null,
  note text not null
) strict""",
        "create index entities_by_name on entities (name)",
        "create index entities_by_kind on entities (kind)",
        """create table entity_links (
  annotation_id text primary key references annotations (id) on delete restrict on update restrict,
  entity_id text not null references entities (id) on delete restrict on update restrict
) strict, without rowid""",
        "create index mentions_of_entity on entity_links (entity_id)",
        """create table decisions (
  document_id text not null references documents (id) on delete restrict on update restrict,
  start integer not null check (start >= 0),
  "end" integer not null,
  quote text not null,
  tag_id text not null references tags (id) on delete restrict on update restrict,
  verdict text not null check (verdict in ('accepted', 'rejected')),
  author text not null,
  created text not null,
  primary key (document_id, start, "end", tag_id),
  check ("end" > start)
) strict, without rowid""",
        "create index decisions_by_tag on decisions (tag_id)",
        """create table suggestions (
  document_id text not null references documents (id) on delete restrict on update restrict,
  start integer not null check (start >= 0),
  "end" integer not null,
  quote text not null,
  tag_id text not null,
  source text not null,
  confidence real not null,
  reason text not null,
  value text not null,
  bin integer not null,
  is_open integer not null check (is_open in (0, 1)),
  primary key (document_id, start, "end", tag_id),
  check ("end" > start)
) strict, without rowid""",
        'create index suggestions_by_place on suggestions (document_id, bin, start, "end")',
        "create index open_suggestions_in_order on suggestions (document_id, start) where is_open = 1",
        "create index open_suggestions_by_tag on suggestions (document_id, tag_id) where is_open = 1",
        """create table recognitions (
  document_id text primary key references documents (id) on delete restrict on update restrict,
  version text not null,
  complete integer not null check (complete in (0, 1)),
  modified text not null
) strict, without rowid""",
        """create table history (
  id integer primary key autoincrement,
  name text not null,
  document_id text,
  author text not null,
  session text not null,
  created text not null,
  changes integer not null,
  state text not null default 'done' check (state in ('done', 'undone', 'dropped')),
  turn integer,
  undone_by text
) strict""",
        "create index history_of_undone on history (turn) where state = 'undone'",
        "create index history_of_document on history (document_id)",
        """create table history_changes (
  id integer primary key,
  edit_id integer not null references history (id) on delete restrict on update restrict,
  record text not null,
  record_id text not null,
  before text,
  after text,
  check (before is not null or after is not null)
) strict""",
        "create index changes_of_edit on history_changes (edit_id)",
    ),
)


def _fill_entity_index(connection: Connection) -> None:
    from reader.store import entity_index  # noqa: PLC0415 - a library in the present form needs none of it

    entity_index.fill(connection)


_SECOND = Migration(
    name="m002_learning",
    statements=(
        "alter table suggestions add column entity text not null default ''",
        "alter table suggestions add column folded text not null default ''",
        "alter table suggestions add column group_key text not null default ''",
        "drop index open_suggestions_in_order",
        "drop index open_suggestions_by_tag",
        """create index open_suggestions_in_order on suggestions (document_id, start, "end", tag_id, confidence)
  where is_open = 1""",
        """create index open_suggestions_by_group
  on suggestions (document_id, tag_id, group_key, start, "end", confidence) where is_open = 1""",
        """create table learned_models (
  name text primary key,
  version text not null,
  content blob not null,
  modified text not null
) strict""",
        """create table suggestion_outcomes (
  id integer primary key,
  document_id text not null references documents (id) on delete restrict on update restrict,
  start integer not null check (start >= 0),
  "end" integer not null,
  tag_id text not null,
  outcome text not null check (outcome in ('accepted', 'rejected', 'corrected', 'retagged', 'missed')),
  source text not null,
  confidence real not null,
  created text not null,
  check ("end" > start)
) strict""",
        "create index outcomes_of_document on suggestion_outcomes (document_id, start)",
        "create index history_of_turns on history (turn) where turn is not null",
        """create table entity_names (
  folded text not null,
  entity_id text not null,
  words integer not null,
  rank integer not null,
  primary key (folded, entity_id, words)
) strict, without rowid""",
        """create table entity_identifiers (
  scheme text not null,
  identifier text not null,
  entity_id text not null,
  primary key (scheme, identifier, entity_id)
) strict, without rowid""",
        """create table entity_documents (
  entity_id text not null,
  document_id text not null,
  count integer not null,
  primary key (entity_id, document_id)
) strict, without rowid""",
        "create index entities_of_document on entity_documents (document_id, entity_id, count)",
        """create table entity_refusals (
  document_id text not null references documents (id) on delete restrict on update restrict,
  folded text not null,
  entity_id text not null references entities (id) on delete restrict on update restrict,
  author text not null,
  created text not null,
  primary key (document_id, folded, entity_id)
) strict, without rowid""",
        "create index refusals_of_entity on entity_refusals (entity_id)",
        """create table name_lists (
  id text primary key,
  title text not null,
  source text not null,
  tag_id text not null,
  is_on integer not null check (is_on in (0, 1)),
  names integer not null,
  skipped integer not null,
  notes text not null,
  modified text not null,
  content blob not null
) strict""",
    ),
    finish=_fill_entity_index,
)

_THIRD = Migration(
    name="m003_terms",
    statements=(
        """create table term_bases (
  id text primary key,
  name text not null,
  source_language text not null,
  target_language text not null,
  priority integer not null,
  is_on integer not null check (is_on in (0, 1))
) strict""",
        """create table terms (
  id text primary key,
  base_id text not null references term_bases (id) on delete restrict on update restrict,
  source text not null,
  variants text not null,
  targets text not null,
  forbidden text not null,
  domain text not null,
  part_of_speech text not null,
  status text not null check (status in ('preferred', 'admitted', 'proposed', 'deprecated')),
  definition text not null,
  note text not null,
  example text not null,
  example_source text not null,
  author text not null,
  created text not null,
  modified text not null,
  folded text not null
) strict""",
        "create index terms_of_base on terms (base_id, source, id)",
        """create table term_dismissals (
  term_id text not null references terms (id) on delete restrict on update restrict,
  form text not null,
  author text not null,
  created text not null,
  primary key (term_id, form)
) strict, without rowid""",
    ),
)

_FOURTH = Migration(name="m004_reading", statements=fourth_form.STATEMENTS)

MIGRATIONS: tuple[Migration, ...] = (_FIRST, _SECOND, _THIRD, _FOURTH)
"""Never edit one that was released; append. The file's ``user_version`` is how many of them it has had."""


def form_of(connection: Connection) -> int:
    """The file's ``user_version``: how many migrations it has had."""
    return int(connection.value("pragma user_version"))


def refuse_unknown_form(connection: Connection, migrations: Sequence[Migration] = MIGRATIONS) -> int:
    """The form of the file, when this program knows it.

    Raises:
        LibraryTooNew: when it has had migrations that are not in the list.
        LibraryCorrupt: when its version and its list of migrations contradict each other.
    """
    form, known = form_of(connection), [migration.name for migration in migrations]
    if form > len(known):
        raise LibraryTooNew(connection.path, form, len(known))
    applied = applied_names(connection)
    if not set(applied) <= set(known):
        raise LibraryTooNew(connection.path, len(applied), len(known))
    if applied != known[:form]:
        raise LibraryCorrupt(connection.path, "its version and its list of migrations contradict each other")
    return form


def applied_names(connection: Connection) -> list[str]:
    """Names of the migrations the file has had, oldest first."""
    if not connection.value("select count(*) from sqlite_schema where name = '_sqlite_migrations' and type = 'table'"):
        return []
    sql = "select name from _sqlite_migrations where migration_set = ? order by id"
    return [str(name) for (name,) in connection.rows(sql, [MIGRATION_SET])]


def migrate(
    connection: Connection,
    migrations: Sequence[Migration] = MIGRATIONS,
    *,
    back_up: Callable[[Connection], Path] | None = None,
) -> None:
    """Bring the file to the newest form: all of it or nothing, once, whoever else is trying.

    ``back_up`` makes a verified copy of the older form first. Foreign keys are off while tables are rebuilt and
    checked before the commit; so is that no annotation went missing.

    Raises:
        LibraryCorrupt: when a migration would break a reference or lose an annotation; nothing is changed then.
    """
    if back_up is not None and form_of(connection) < len(migrations):
        back_up(connection)
    connection.execute("pragma foreign_keys = off")
    try:
        _apply_pending(connection, migrations)
    finally:
        connection.execute("pragma foreign_keys = on")


def _apply_pending(connection: Connection, migrations: Sequence[Migration]) -> None:
    connection.execute("begin immediate")
    try:
        refuse_unknown_form(connection, migrations)
        before = _annotations_in(connection)
        _run_set(connection, migrations)
        _refuse_losses(connection, before)
        connection.execute(f"pragma user_version = {len(migrations)}")
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise


def _run_set(connection: Connection, migrations: Sequence[Migration]) -> None:
    # Imported here because it costs 65 ms and a library in the present form needs none of it.
    from sqlite_utils import Database, Migrations  # noqa: PLC0415

    known = Migrations(MIGRATION_SET)
    for migration in migrations:
        known(name=migration.name)(lambda _, step=migration: run(connection, step))
    known.apply(Database(connection, recursive_triggers=False, execute_plugins=False))


def run(connection: Connection, migration: Migration) -> None:
    """The statements of one migration, inside whatever transaction there is."""
    for statement in migration.statements:
        connection.execute(statement)
    if migration.finish is not None:
        migration.finish(connection)


def _annotations_in(connection: Connection) -> int:
    if not connection.value("select count(*) from sqlite_schema where name = 'annotations' and type = 'table'"):
        return 0
    return int(connection.value("select count(*) from annotations"))


def _refuse_losses(connection: Connection, before: int) -> None:
    broken = connection.row("pragma foreign_key_check")
    if broken is not None:
        raise LibraryCorrupt(connection.path, f"a record of {broken[0]} refers to one of {broken[2]} that is missing")
    after = _annotations_in(connection)
    if after < before:
        raise LibraryCorrupt(connection.path, f"updating it would have lost {before - after} annotations")
