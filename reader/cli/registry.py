# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya entities``: the library's entities listed, shown, merged, taken in from files and given out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from reader.cli.cells import visible
from reader.cli.output import say, write, write_json, write_json_object
from reader.errors import UnknownEntity
from reader.interchange import entities_csv, entities_skos
from reader.model.entity import Entity
from reader.model.entity_rules import written_identifiers
from reader.model.ids import EntityId, TagId
from reader.store import EntityOrder, Library
from reader.workspace.entities import merge, merged
from reader.workspace.entity_import import (
    ImportPlan,
    export_entities,
    import_entities,
    plan_import,
    read_entities,
)
from reader.workspace.own_library import own_library_path

_PAGE = 500
_COMPANY = 20
_CONTEXT = 32


def list_entities(
    path: Path | None, text: str, kind: str | None, *, by_mentions: bool, as_json: bool, as_csv: bool
) -> None:
    """Entities with the text in a name, one a line: id, kind, mentions, names. JSON and CSV have every field.

    Raises:
        LibraryError.
    """
    with _reading(path) as library:
        kinds = None if kind is None else frozenset({TagId(kind) if kind else None})
        order = EntityOrder.MENTIONS if by_mentions else EntityOrder.NAME
        ids = library.entities.ids(text, kinds, order)
        if as_csv:
            entities_csv.write(library.entities.find(ids), sys.stdout)
        elif as_json:
            write_json_object([("entities", _all_fields(library, ids))])
        else:
            for entity, count in _with_counts(library, ids):
                others = "، ".join(entity.names[1:])
                write(visible(f"{entity.id}  {entity.kind or '-':<12}  {count:>6}  {entity.name}  {others}".rstrip()))


def show_entity(path: Path | None, reference: str, *, as_json: bool) -> None:
    """All about one entity: its fields, every mention with its document and context, what stands beside it.

    Raises:
        UnknownEntity, LibraryError.
    """
    with _reading(path) as library:
        entity = entity_called(library, reference)
        if as_json:
            fields = _fields(entity, library.entities.mention_counts([entity.id]).get(entity.id, 0))
            write_json_object(
                [*fields.items(), ("beside", _beside(library, entity)), ("places", _places(library, entity))]
            )
        else:
            _show(library, entity)


def import_file(
    path: Path | None, file: Path, *, encoding: str | None, take_theirs: bool, dry_run: bool, as_json: bool
) -> None:
    """Take entities in from a table or from SKOS; in contradictions the library is right unless ``take_theirs``.

    Raises:
        FileError: naming file and place; nothing is changed then.
        LibraryError.
    """
    content = read_entities(file, encoding)
    with Library.open(path or own_library_path()) as library:
        plan = plan_import(library, content)
        edit = import_entities(plan, take_theirs=take_theirs)
        if edit.changes and not dry_run:
            library.apply(edit, author="hashiya")
    if as_json:
        write_json(_plan_fields(plan, written=not dry_run))
    else:
        _tell_plan(plan, written=not dry_run)


def export_file(path: Path | None, out: str, *, form: str | None, as_json: bool) -> None:
    """Write every entity to a file, or to standard output for ``-``; the form is that of the suffix unless named.

    Raises:
        FileIsFolder, FileUnwritable, LibraryError.
    """
    with _reading(path) as library:
        if out == "-":
            (entities_skos if form == "skos" else entities_csv).write(library.entities.list(), sys.stdout)
            return
        count = export_entities(library, Path(out), form=form)
    if as_json:
        write_json({"out": out, "entities": count})
    else:
        say(f"{out}: {count} entities written.")


def merge_entities(path: Path | None, into: str, others: Iterable[str], *, as_json: bool) -> None:
    """All that is said of the others is said of ``into``; the others go.

    Raises:
        UnknownEntity, LibraryError.
    """
    with Library.open(path or own_library_path(), create=False) as library:
        kept = entity_called(library, into)
        going = [entity_called(library, other) for other in others]
        result = merged([kept, *going], kept)
        library.apply(merge(library, [kept, *going], kept, result.entity), author="hashiya")
        after = library.entities.get(kept.id)
        fields = _fields(after, library.entities.mention_counts([after.id]).get(after.id, 0))
    conflicts = [{"field": field, "values": list(values)} for field, values in result.conflicts]
    if as_json:
        write_json({"entity": fields, "merged": [entity.id for entity in going], "conflicts": conflicts})
        return
    for field, values in result.conflicts:
        say(f"{field}: they contradict each other ({', '.join(values)}).")
    say(f"{after.name}: {len(going)} entities became one; it has {fields['mentions']} mentions.")


def entity_called(library: Library, reference: str) -> Entity:
    """The entity with this id, identifier (``wikidata:Q9248``) or, when no other has it too, name.

    Raises:
        UnknownEntity: when there is none, or more than one.
    """
    if found := library.entities.find([EntityId(reference)]):
        return found[0]
    scheme, _, identifier = reference.partition(":")
    found = library.entities.with_identifier(scheme, identifier) or library.entities.named(reference)
    if len(found) != 1:
        raise UnknownEntity(reference, len(found))
    return found[0]


def _reading(path: Path | None) -> Library:
    return Library.open(path or own_library_path(), create=False, read_only=True)


def _with_counts(library: Library, ids: list[EntityId]) -> Iterator[tuple[Entity, int]]:
    for start in range(0, len(ids), _PAGE):
        page = library.entities.find(ids[start : start + _PAGE])
        counts = library.entities.mention_counts([entity.id for entity in page])
        yield from ((entity, counts.get(entity.id, 0)) for entity in page)


def _all_fields(library: Library, ids: list[EntityId]) -> Iterator[dict[str, Any]]:
    return (_fields(entity, count) for entity, count in _with_counts(library, ids))


def _fields(entity: Entity, mentions: int) -> dict[str, Any]:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "aliases": list(entity.aliases),
        "translations": [{"language": language, "name": name} for language, name in entity.translations],
        "identifiers": written_identifiers(entity.external_ids),
        "note": entity.note,
        "mentions": mentions,
    }


def _places(library: Library, entity: Entity) -> Iterator[dict[str, Any]]:
    """Every mention; ``start`` and ``end`` are code points of the document, half-open."""
    titles = {document.id: document.title for document in library.documents.list()}
    ids = library.entities.mention_ids(entity.id)
    for start in range(0, len(ids), _PAGE):
        for each in library.annotations.find(ids[start : start + _PAGE]):
            yield {
                "annotation": each.id,
                "document": each.document_id,
                "title": titles.get(each.document_id, ""),
                "start": each.span.start,
                "end": each.span.end,
                "text": each.quote,
                "tag": each.tag_id,
                "before": each.prefix,
                "after": each.suffix,
            }


def _beside(library: Library, entity: Entity) -> list[dict[str, Any]]:
    found = library.entities.beside(entity.id, _COMPANY)
    return [{"id": other.id, "name": other.name, "documents": count} for other, count in found]


def _show(library: Library, entity: Entity) -> None:
    write(visible(f"{entity.name}  ({entity.kind or 'no kind'}, {entity.id})"))
    translations = ", ".join(f"{name} ({language})" for language, name in entity.translations)
    lines = (
        ("also", "، ".join(entity.aliases)),
        ("in other languages", translations),
        ("identifiers", ", ".join(written_identifiers(entity.external_ids))),
        ("note", entity.note),
        ("beside", "، ".join(f"{each['name']} ({each['documents']})" for each in _beside(library, entity))),
    )
    for head, line in lines:
        if line:
            write(visible(f"  {head}: {line}"))
    for place in _places(library, entity):
        before, after = place["before"][-_CONTEXT:], place["after"][:_CONTEXT]
        words = " ".join(f"{before}[{place['text']}]{after}".split())
        write(visible(f"  {place['title']}, {place['start']}-{place['end']}: {words}"))


def _plan_fields(plan: ImportPlan, *, written: bool) -> dict[str, Any]:
    return {
        "file": str(plan.path),
        "written": written and not plan.is_empty,
        "new": [{"id": entity.id, "name": entity.name} for entity in plan.new],
        "changed": [{"id": change.before.id, "name": change.before.name} for change in plan.changed],
        "same": plan.same,
        "conflicts": [
            {
                plan.unit: each.number,
                "id": each.entity.id,
                "name": each.entity.name,
                "field": each.field,
                "library": each.here,
                "file": each.there,
            }
            for each in plan.conflicts
        ],
        "ignored": list(plan.ignored),
        "unknown_kinds": dict(plan.unknown_kinds),
    }


def _tell_plan(plan: ImportPlan, *, written: bool) -> None:
    for each in plan.conflicts:
        what = f"the library says “{each.here}”, the file “{each.there}”" if each.here else f"“{each.there}” is taken"
        say(f"{plan.path}, {plan.unit} {each.number}: {each.entity.name}, {each.field}: {what}.")
    for kind, count in plan.unknown_kinds:
        say(f"{plan.path}: no tag is called “{kind}”; {count} entities have no kind.")
    if plan.ignored:
        say(f"{plan.path}: nothing was made of {', '.join(plan.ignored)}.")
    done = "imported" if written else "to import; nothing was written"
    say(f"{plan.path}: {len(plan.new)} new, {len(plan.changed)} changed, {plan.same} the same: {done}.")
