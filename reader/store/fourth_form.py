# SPDX-License-Identifier: GPL-3.0-or-later
"""What the fourth form of the library adds: readings chosen, vocabulary, the structure of texts and their versions."""

from __future__ import annotations

from typing import Final

READINGS: Final[tuple[str, ...]] = ()

VOCABULARY: Final[tuple[str, ...]] = ()

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
)

VERSIONS: Final[tuple[str, ...]] = ()

STATEMENTS: Final = READINGS + VOCABULARY + STRUCTURE + VERSIONS
