# SPDX-License-Identifier: GPL-3.0-or-later
"""Libraries with a text and very many tags, made once through the store and kept in the benchmarks' folder."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

from reader.model.annotation import Annotation
from reader.model.ids import AnnotationId, DocumentId, TagId, now
from reader.store import Library, migrations
from reader.text.spans import Span
from reader.workspace.importing import import_file

SPACING = 55
"""Code points from the beginning of a tag to that of the next: some 30 tags on a page."""

_TAGS = ("person", "role", "organisation", "place", "event", "date", "quantity", "term", "work")
_CONTEXT = 32


def library_with_tags(path: Path, text: Path, tags: int) -> tuple[Path, DocumentId]:
    """A library with the text and so many tags in it, as near to its start as their spacing allows.

    ``path`` is its place but for a mark of the tables' form: when that changes, the library is made anew.
    """
    path = path.with_name(f"{path.stem}-{_form()}.db")
    if path.exists():
        with Library.open(path) as library:
            return path, library.documents.list()[0].id
    unfinished = path.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    imported = import_file(unfinished, text, lambda _done, _total: None, lambda: False)
    with Library.open(unfinished) as library:
        annotations = islice(_annotations(library, imported.document_id), tags)
        while batch := tuple(islice(annotations, 20_000)):
            with library.transaction():
                library.annotations.insert(batch)
    return unfinished.rename(path), imported.document_id


def _form() -> str:
    """A mark of everything that says how the tables look."""
    migrations_file = Path(migrations.__file__)
    sources = [migrations_file, *sorted(migrations_file.parent.glob("*_form.py"))]
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:8]


def own_copy(library: Path) -> Path:
    """A copy for this worker alone, beside its settings."""
    own = Path(os.environ["XDG_DATA_HOME"]).parent / "library.db"
    shutil.copy(library, own)
    return own


def _annotations(library: Library, document_id: DocumentId) -> Iterator[Annotation]:
    """A tag every ``SPACING`` code points, 2 to 40 long, so that some overlap."""
    chance = random.Random(3)
    text = library.texts.open(document_id)
    time = now()
    numbers = count()
    for index, piece in text.texts():
        start_of_piece = text.start_of(index) or 0
        for place in range(0, len(piece) - 80, SPACING):
            start = place + chance.randrange(20)
            end = start + chance.choice((2, 5, 8, 12, 40))
            number = next(numbers)
            yield Annotation(
                id=AnnotationId(f"{number:032x}"),
                document_id=document_id,
                span=Span(start_of_piece + start, start_of_piece + end),
                quote=piece[start:end],
                prefix=piece[max(0, start - _CONTEXT) : start],
                suffix=piece[end : end + _CONTEXT],
                tag_id=TagId(_TAGS[number % len(_TAGS)]),
                author="benchmark",
                created=time,
                modified=time,
            )
