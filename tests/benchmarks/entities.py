# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions to a registry of 100,000 entities with 1,000,000 links; run by hand, prints milliseconds."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reader.model.edit import Edit, RecordChange
from reader.model.entity import Entity, EntityLink
from reader.model.ids import EntityId, TagId
from reader.store import EntityOrder, Library
from reader.text.spans import Span
from reader.workspace import edits, entities
from reader.workspace.entity_proposals import entities_of_document, propose, surroundings_of

ENTITIES, DOCUMENTS, LINKS_OF_ONE = 100_000, 200, 5_000
WORDS = (
    *("محمد", "أحمد", "علي", "حسن", "القاهرة", "النيل", "بغداد", "دمشق", "عمر", "زيد", "خالد", "ليلى", "سعاد"),
    *("المدينة", "الجامعة", "الوزارة", "باكو", "طنطا"),
)


def name_of(number: int) -> str:
    """Names of three words, each different."""
    first, second = WORDS[number % len(WORDS)], WORDS[number // len(WORDS) % len(WORDS)]
    return f"{first} {second} {number:x}"


def fill(path: Path) -> None:
    """The library of the benchmark; some minutes."""
    with Library.open(path) as library:
        made = [
            Entity(id=f"{n:032x}", name=name_of(n), kind="person", aliases=(f"Name {n:x}",)) for n in range(ENTITIES)
        ]
        for start in range(0, ENTITIES, 10_000):
            changes = tuple(RecordChange(None, each) for each in made[start : start + 10_000])
            library.apply(Edit(name="import-entities", document_id=None, changes=changes), author="x")
        for number in range(DOCUMENTS):
            content = "".join(f"{name_of((number * 499 + n * 7) % ENTITIES)}، " for n in range(LINKS_OF_ONE))
            document = library.texts.add(content, title=f"نص {number}")
            text = library.texts.open(document.id)
            spans, at = [], 0
            for n in range(LINKS_OF_ONE):
                length = len(name_of((number * 499 + n * 7) % ENTITIES))
                spans.append(Span(at, at + length))
                at += length + 2
            edit = edits.tag_spans(text, document.id, spans, "person", "x")
            links = tuple(
                RecordChange(
                    None,
                    EntityLink(annotation_id=change.after.id, entity_id=f"{(number * 499 + n * 7) % ENTITIES:032x}"),
                )
                for n, change in enumerate(edit.changes)
            )
            library.apply(Edit(name="link", document_id=document.id, changes=edit.changes + links), author="x")
            print(f"\r{number + 1} of {DOCUMENTS}", end="", file=sys.stderr)


def measure(name: str, ask: Callable[[], object], times: int = 7) -> None:
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        ask()
        taken.append((time.perf_counter() - start) * 1000)
    print(f"{name:48} {statistics.median(taken):9.2f} ms   worst {max(taken):9.2f}")


def questions(library: Library) -> dict[str, Callable[[], object]]:
    """What the window asks; those marked are asked in a job, all others on the GUI thread."""
    registry, path = library.entities, library.path
    document = library.documents.list()[0]
    text = library.texts.open(document.id)
    mention = library.annotations.page_after(document.id, None, 100)[50]
    entity = registry.entity_of(mention.id)
    assert entity is not None
    around = surroundings_of(library, document.id, text, mention.span)
    page = registry.ids("محمد احمد")[:100]
    return {
        "a page of the list (100 entities, counted)": lambda: registry.mention_counts(
            [each.id for each in registry.find(page)]
        ),
        "named": lambda: registry.named("محمد أحمد 12"),
        "beginning with one letter": lambda: registry.beginning_with("م", 20),
        "beginning with a word": lambda: registry.beginning_with("القاهرة", 20),
        "entities of a document": lambda: registry.of_document(document.id),
        "surroundings of a tag": lambda: surroundings_of(library, document.id, text, mention.span),
        "proposals for a tag": lambda: propose(library, mention.quote, TagId("person"), around),
        "proposals for a typed word": lambda: propose(library, mention.quote, None, around, typed="مح"),
        "alike in the document": lambda: entities.alike(library, mention),
        "link one annotation": lambda: library.apply(
            entities.link(library, [mention], EntityId(f"{time.perf_counter_ns() % ENTITIES:032x}")), author="x"
        ),
        "all, by name (job)": registry.ids,
        "all, by mentions (job)": lambda: registry.ids(order=EntityOrder.MENTIONS),
        "with a text anywhere (job)": lambda: registry.ids("حمد"),
        "mentions of an entity (job)": lambda: registry.mention_ids(entity.id),
        "beside an entity (job)": lambda: registry.beside(entity.id, 5),
        "alike in the library (job)": lambda: entities.alike(library, mention, everywhere=True),
        "what a document mentions (job)": lambda: entities_of_document(path, document.id, lambda: False),
        "all names, for recognition (job)": lambda: sum(1 for _ in registry.names()),
    }


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp()) / "entities.hashiya"
    if not path.exists():
        fill(path)
    measure("open the library (job)", lambda: Library.open(path, read_only=True).close())
    with Library.open(path) as library:
        print(f"{library.entities.count()} entities, {path.stat().st_size >> 20} MB")
        for name, ask in questions(library).items():
            measure(name, ask)


if __name__ == "__main__":
    main()
