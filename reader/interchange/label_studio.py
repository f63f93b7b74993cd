# SPDX-License-Identifier: GPL-3.0-or-later
"""Tasks of Label Studio with their annotations and predictions (JSON), and the labelling configuration for them (XML).

Counts code points, half-open; old exports of Label Studio counted UTF-16 units, which the words beside each position
tell. Notes go where Label Studio keeps notes of regions; suggestions become predictions, with their score.
Source: labelstud.io, "Label Studio JSON format of annotated tasks".
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO
from xml.sax.saxutils import quoteattr

from reader.interchange.colours import hex_colour
from reader.interchange.content import CONFIDENCE, STATUS, SUGGESTED, Content, Options, is_suggested
from reader.interchange.fields import Fields, by_key, read_json
from reader.interchange.format import ReadOptions, as_text
from reader.interchange.received import Received, ReceivedAnnotation, ReceivedRelation
from reader.model.annotation import Annotation, Relation

_FROM, _TO = "label", "text"


def write(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    """A list of tasks, one a document."""
    with as_text(stream) as text:
        text.write("[")
        for number, content in enumerate(contents, 1):
            text.write(",\n" if number > 1 else "\n")
            text.write(json.dumps(_task(content, number, options), ensure_ascii=False))
        text.write("\n]\n")


def write_config(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    """The configuration of a project that shows what ``write`` writes: its labels, colours and keys."""
    tags = {tag.id: (tag, content.tag_name(tag.id, options.language)) for content in contents for tag in content.tags}
    with as_text(stream) as text:
        text.write('<View>\n  <Relations>\n    <Relation value="related"/>\n  </Relations>\n')
        text.write(f'  <Labels name="{_FROM}" toName="{_TO}">\n')
        for tag, name in tags.values():
            key = f" hotkey={quoteattr(tag.shortcut)}" if tag.shortcut else ""
            colour = hex_colour(tag.colour)
            text.write(f'    <Label value={quoteattr(name)} background="{colour}"{key}/>\n')
        text.write(f'  </Labels>\n  <Text name="{_TO}" value="$text" granularity="symbol"/>\n</View>\n')


def _task(content: Content, number: int, options: Options) -> dict[str, Any]:
    names = content.tag_names(options.language)
    decided: list[dict[str, Any]] = []
    proposed: list[dict[str, Any]] = []
    for each in content.annotations():
        region = _region(each, names.get(each.tag_id, each.tag_id))
        (proposed if is_suggested(each) else decided).append(region)
    result = [*decided, *(_relation(each) for each in content.relations())]
    document = content.document
    data = {
        "text": content.whole_text(),
        "title": document.title,
        "document": document.id,
        "metadata": by_key(document.metadata),
    }
    task: dict[str, Any] = {"id": number, "data": data, "annotations": [{"id": number, "result": result}]}
    if proposed:
        task["predictions"] = [{"model_version": "hashiya", "result": proposed}]
    return task


def _region(each: Annotation, name: str) -> dict[str, Any]:
    more = {
        "text": [each.note] if each.note else None,
        "attributes": by_key(each.attributes),
        "author": each.author,
        "created": each.created,
        "modified": each.modified,
    }
    region: dict[str, Any] = {
        "id": each.id,
        "from_name": _FROM,
        "to_name": _TO,
        "type": "labels",
        "value": {"start": each.span.start, "end": each.span.end, "text": each.quote, "labels": [name]},
        "meta": {key: value for key, value in more.items() if value},
    }
    score = dict(each.attributes).get(CONFIDENCE)
    return region | {"score": float(score)} if score and is_suggested(each) else region


def _relation(each: Relation) -> dict[str, Any]:
    return {
        "from_id": each.source_id,
        "to_id": each.target_id,
        "type": "relation",
        "direction": "right",
        "labels": [each.name],
        "meta": {"text": [each.note] if each.note else [], "id": each.id},
    }


def read(path: Path, options: ReadOptions) -> Iterator[Received]:
    """The tasks of an export; of several annotators' work each comes in under their name.

    Raises:
        FileError, AnnotationsUnreadable with the task among them.
    """
    value = read_json(path, options.most_bytes)
    tasks: Sequence[Any] = value if isinstance(value, list) else [value]
    for number, each in enumerate(tasks, 1):
        yield _received(Fields(each, path, f"task {number}"))


def _received(task: Fields) -> Received:
    data = task.inner("data")
    key = "text" if isinstance(data.values.get("text"), str) else _only_text(data)
    found: list[ReceivedAnnotation] = []
    relations: list[ReceivedRelation] = []
    taken: set[str] = set()
    for kind in ("annotations", "completions", "predictions"):
        for work in task.records(kind, f"{task.place}, {kind[:-1]}"):
            _take_work(work, found, relations, taken, is_proposed=kind == "predictions")
    return Received(
        title=data.text("title") if isinstance(data.values.get("title"), str) else "",
        document_id=data.text("document") if isinstance(data.values.get("document"), str) else "",
        metadata=data.inner("metadata").pairs_of_texts() if isinstance(data.values.get("metadata"), dict) else (),
        text=data.text(key).replace("\r\n", "\n"),
        annotations=tuple(found),
        relations=tuple(relations),
        tool="label studio",
    )


def _take_work(
    work: Fields,
    found: list[ReceivedAnnotation],
    relations: list[ReceivedRelation],
    taken: set[str],
    *,
    is_proposed: bool,
) -> None:
    """What one annotator or model made of the task. Regions that were copied from another's work share their ids."""
    keys: dict[str, str] = {}
    joined: list[Fields] = []
    for region in work.records("result", f"{work.place}, region"):
        if region.text("type") == "relation":
            joined.append(region)
        elif "start" in region.inner("value").values:
            own = region.key("id") or region.place
            key = keys.setdefault(own, own if own not in taken else f"{own} {work.place}")
            found += _annotations(region, work, key, is_proposed=is_proposed)
    taken.update(keys.values())
    relations += [_received_relation(each, keys) for each in joined]


def _only_text(data: Fields) -> str:
    """The field that holds the text, where it has another name: the longest."""
    texts = [name for name, value in data.values.items() if isinstance(value, str)]
    if not texts:
        raise data.fail("it has no text")
    return max(texts, key=lambda name: len(data.values[name]))


def _annotations(region: Fields, work: Fields, key: str, *, is_proposed: bool) -> Iterator[ReceivedAnnotation]:
    """One for each label of the region; relations join the first."""
    value, meta = region.inner("value"), region.inner("meta")
    kind = region.text("type")
    labels = value.texts(kind) or value.texts("labels")
    more = meta.values.get("text")
    notes = meta.texts("text") if isinstance(more, list) else (meta.text("text"),)
    proposed = ((STATUS, SUGGESTED),) if is_proposed else ()
    attributes = meta.pairs("attributes")
    for number, label in enumerate(labels or ("",), 1):
        yield ReceivedAnnotation(
            start=value.number("start"),
            end=value.number("end"),
            tag=label,
            quote=value.text("text"),
            note="\n".join(filter(None, notes)),
            attributes=(*attributes, *(pair for pair in proposed if pair not in attributes)),
            author=meta.text("author") or _worker(work),
            created=meta.text("created") or work.text("created_at"),
            modified=meta.text("modified") or work.text("updated_at"),
            key=key if number == 1 else f"{key} {number}",
            place=region.place,
        )


def _worker(work: Fields) -> str:
    """Who did it: Label Studio gives a number, or a person's record."""
    who = work.values.get("completed_by")
    if isinstance(who, dict):
        person = Fields(who, work.path, work.place)
        return person.text("email") or person.text("username") or str(who.get("id", ""))
    return f"label-studio:{who}" if isinstance(who, int) else work.text("model_version")


def _received_relation(region: Fields, keys: Mapping[str, str]) -> ReceivedRelation:
    labels = region.texts("labels")
    meta = region.inner("meta")
    ends = tuple(keys.get(region.key(name), region.key(name)) for name in ("from_id", "to_id"))
    source, target = reversed(ends) if region.text("direction") == "left" else ends
    return ReceivedRelation(
        source=source,
        target=target,
        name=labels[0] if labels else "related",
        note="\n".join(meta.texts("text")),
        place=region.place,
    )
