# SPDX-License-Identifier: GPL-3.0-or-later
"""What the fourth form of the library adds: readings chosen, vocabulary, the structure of texts and their versions."""

from __future__ import annotations

from typing import Final

READINGS: Final = (
    """create table reading_choices (
  id text primary key,
  document_id text references documents (id) on delete restrict on update restrict,
  start integer not null check (start >= 0),
  quote text not null,
  prefix text not null,
  suffix text not null,
  key text not null,
  form text not null,
  lemma text not null,
  lemma_id text not null,
  root text not null,
  part_of_speech text not null,
  glosses text not null,
  source text not null,
  author text not null,
  created text not null
) strict""",
    "create index reading_choices_of_document on reading_choices (document_id, start)",
    """create table word_analyses (
  source text not null,
  word text not null,
  content text not null,
  created text not null,
  primary key (source, word)
) strict, without rowid""",
    "create index word_analyses_by_age on word_analyses (created, word)",
)

VOCABULARY: Final[tuple[str, ...]] = (
    """create table word_states (
  scope text not null check (scope in ('lemma', 'form')),
  key text not null,
  word text not null,
  status text not null
    check (status in ('new', 'learning-1', 'learning-2', 'learning-3', 'learning-4', 'known', 'ignored')),
  author text not null,
  created text not null,
  modified text not null,
  folded text not null,
  primary key (scope, key)
) strict, without rowid""",
    "create index word_states_by_folded on word_states (folded) where scope = 'lemma'",
    """create table cards (
  id text primary key,
  lemma text not null,
  form text not null,
  gloss text not null,
  sentence text not null,
  start integer not null check (start >= 0),
  "end" integer not null check ("end" >= start),
  note text not null,
  source text not null,
  document_id text not null,
  author text not null,
  created text not null,
  modified text not null,
  folded text not null
) strict""",
    "create index cards_of_lemma on cards (lemma)",
    "create index cards_in_order on cards (created)",
)

STRUCTURE: Final = (
    """create table blocks (
  document_id text not null references documents (id) on delete restrict on update restrict,
  version integer not null,
  start integer not null check (start >= 0),
  "end" integer not null,
  kind text not null,
  level integer not null,
  label text not null,
  direction text not null check (direction in ('', 'rtl', 'ltr')),
  primary key (document_id, version, start, kind, "end"),
  check ("end" >= start)
) strict, without rowid""",
    "create index blocks_of_kind on blocks (document_id, version, kind, start)",
    'create index long_blocks on blocks (document_id, version, start) where "end" - start > 65536',
    """create table file_comments (
  document_id text not null references documents (id) on delete restrict on update restrict,
  version integer not null,
  position integer not null,
  start integer not null check (start >= 0),
  "end" integer not null,
  text text not null,
  author text not null,
  created text not null,
  primary key (document_id, version, position),
  check ("end" > start)
) strict, without rowid""",
    # The same text may come in twice when it is asked for, and a corrected text may become that of another document.
    "drop index document_of_digest",
    "create index document_of_digest on documents (digest) where state = 'ready'",
    "create index documents_by_source on documents (source)",
    "create index versions_by_digest on versions (digest, document_id)",
)

VERSIONS: Final = (
    "alter table versions add column author text not null default ''",
    "alter table versions add column origin text not null default 'import'",
    "alter table versions add column based_on integer",
    "alter table versions add column places integer not null default 0",
    "alter table versions add column removed integer not null default 0",
    "alter table versions add column added integer not null default 0",
    """create table version_pieces (
  document_id text not null references documents (id) on delete restrict on update restrict,
  version integer not null,
  position integer not null,
  chunk_version integer not null,
  first_chunk integer not null,
  chunks integer not null check (chunks > 0),
  primary key (document_id, version, position)
) strict, without rowid""",
    """create table version_maps (
  document_id text not null references documents (id) on delete restrict on update restrict,
  version integer not null,
  from_version integer not null,
  map blob not null,
  primary key (document_id, version, from_version)
) strict""",
    """create table version_drafts (
  document_id text not null references documents (id) on delete restrict on update restrict,
  version integer not null,
  machine text not null,
  process integer not null,
  process_started text not null,
  started text not null,
  primary key (document_id, version)
) strict, without rowid""",
    """create table history_texts (
  edit_id integer not null references history (id) on delete restrict on update restrict,
  document_id text not null,
  version integer not null,
  primary key (edit_id, document_id)
) strict, without rowid""",
    """create table displaced (
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
  version integer not null,
  state text not null check (state in ('doubtful', 'orphan')),
  proposed_start integer,
  proposed_end integer,
  check ("end" > start),
  check ((proposed_start is null) = (proposed_end is null)),
  check (state = 'orphan' or proposed_end > proposed_start)
) strict""",
    "create index displaced_of_document on displaced (document_id, state, proposed_start)",
    "create index displaced_by_tag on displaced (tag_id)",
    """create table displaced_relations (
  id text primary key,
  document_id text not null references documents (id) on delete restrict on update restrict,
  source_id text not null,
  target_id text not null,
  name text not null,
  note text not null,
  author text not null,
  created text not null
) strict""",
    "create index displaced_relations_by_source on displaced_relations (source_id)",
    "create index displaced_relations_by_target on displaced_relations (target_id)",
    """create table displaced_links (
  annotation_id text primary key references displaced (id) on delete restrict on update restrict,
  entity_id text not null references entities (id) on delete restrict on update restrict
) strict, without rowid""",
    "create index displaced_mentions on displaced_links (entity_id)",
)

STATEMENTS: Final = READINGS + VOCABULARY + STRUCTURE + VERSIONS
