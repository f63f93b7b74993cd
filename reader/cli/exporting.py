# SPDX-License-Identifier: GPL-3.0-or-later
"""What ``hashiya export``, ``import-annotations`` and ``formats`` do."""

from __future__ import annotations

import getpass
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reader.cli import sources
from reader.cli.output import say, write, write_json
from reader.errors import FormatCannotHold, FormatUnknown, UnknownTag
from reader.interchange import EVERYTHING, FORMATS, Feature, Format, Options, ReadOptions, Unit, format_of
from reader.model.ids import DocumentId, TagId
from reader.settings import AUTHOR, Settings, settings_path
from reader.store import Library
from reader.workspace.annotation_import import take_in_annotations
from reader.workspace.annotation_plan import ImportPlan, plan_annotations, tag_key, tags_by_name
from reader.workspace.exporting import Selection, content_of, export_documents, losses, write_contents
from reader.workspace.own_library import own_library_path

LOST: Final[dict[Feature, str]] = {
    Feature.TEXT: "written without the text: {} of the documents",
    Feature.OVERLAPS: "left out, for they overlap a longer one: {} of the annotations",
    Feature.PARTS: "given to whole words, for they cover parts: {} of the annotations",
    Feature.LINES: "parted or left out at the end of a sentence: {} of the annotations",
    Feature.NOTES: "lost: {} of the notes",
    Feature.ATTRIBUTES: "without their attributes: {} of the annotations",
    Feature.RELATIONS: "lost: {} of the relations",
    Feature.ENTITIES: "lost: {} of the links to entities",
    Feature.STATUS: "no longer marked as suggestions: {} of them",
    Feature.UNPLACED: "not in the file: {} tags without a sure place (hashiya review lists them)",
}
"""What the counts of ``losses`` say, in words."""
_LEFT_OUT: Final = 3
_PROBLEMS_SHOWN: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The options of ``hashiya export``."""

    form: Format | None
    out: str
    tags: tuple[str, ...]
    least: float | None
    with_text: bool
    for_spreadsheets: bool
    language: str
    library: Path | None
    as_json: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The options of ``hashiya import-annotations``."""

    form: Format | None
    document: str | None
    create_tags: bool
    mapped: tuple[tuple[str, str], ...]
    dry_run: bool
    encoding: str | None
    as_json: bool


def export(names: Sequence[str], wanted: Wanted) -> None:
    """Write the documents with these names, or all for none, and say what the format does not hold.

    Raises:
        FormatUnknown, FormatUnavailable, FormatCannotHold, UnknownDocument, UnknownTag, LibraryError.
        FileIsFolder, FileUnwritable.
    """
    form = wanted.form or _form_for(wanted.out)
    if not wanted.with_text and Feature.TEXT in form.keeps and not form.can_leave_text_out:
        raise FormatCannotHold(form.name, "its positions are of no use without the text")
    options = Options(language=wanted.language, for_spreadsheets=wanted.for_spreadsheets)
    with _for_reading(wanted.library) as opened:
        library = sources.required(opened)
        chosen = [sources.document_or_file(name, library) for name in names] or library.documents.list()
        ids = [document.id for document in chosen]
        selection = Selection(tags=_tags(library, wanted.tags), least=wanted.least, with_text=wanted.with_text)
        path = library.path
        if wanted.out == "-":
            _say_losses(losses(path, ids, form, selection))
            contents = (content_of(library, document, selection) for document in chosen)
            write_contents(contents, len(chosen), form, options, sys.stdout.buffer)
            sys.stdout.buffer.flush()
            return
    lost = losses(path, ids, form, selection)
    _say_losses(lost)
    count = export_documents(path, ids, form, Path(wanted.out), options=options, selection=selection)
    if wanted.as_json:
        told: dict[str, object] = {"documents": ids, "format": form.name, "out": wanted.out, "annotations": count}
        if len(ids) == 1:
            told["document"] = ids[0]
        write_json({**told, "lost": {feature.value: number for feature, number in sorted(lost.items())}})
    else:
        say(f"{wanted.out}: {count} annotations written.")


def take_in(library: Path | None, path: Path, given: Given) -> int:
    """Take in the annotations of a file; the exit code.

    Raises:
        FormatUnknown, FormatUnavailable, FileError, UnknownDocument, UnknownTag, LibraryError, EditConflict.
    """
    form = given.form or _form_of(path)
    library_path = library or own_library_path()
    options = ReadOptions(encoding=given.encoding or "utf-8")
    plan = plan_annotations(
        library_path, path, form, options=options, document_id=_document(library_path, given.document)
    )
    mapping, outcome = _mapping(library_path, given.mapped), None
    if not given.dry_run:
        outcome = take_in_annotations(
            library_path, None, _author(), plan, create_tags=given.create_tags, mapping=mapping
        )
    left_out = len(plan.problems) + len(plan.unplaced) + (outcome.left_out if outcome else 0)
    said = {tag_key(name) for name in mapping}
    new_tags = [tag.key for tag in plan.new_tags if tag_key(tag.key) not in said]
    told = {
        "file": str(path),
        "format": form.name,
        "documents": len(plan.documents),
        "annotations": outcome.annotations if outcome else plan.count,
        "relations": outcome.relations if outcome else 0,
        "already_there": sum(each.already_there for each in plan.documents) + (outcome.already_there if outcome else 0),
        "found_again": sum(each.found_again for each in plan.documents),
        "new_documents": list(outcome.new_documents) if outcome else [],
        "new_tags": new_tags,
        "left_out": left_out,
        "problems": [{"place": each.place, "reason": each.reason} for each in plan.problems],
        "without_text": list(plan.unplaced),
    }
    if given.as_json:
        write_json(told)
    else:
        _say_import(plan, told, given, new_tags)
    return _LEFT_OUT if left_out else 0


def list_formats(*, as_json: bool) -> None:
    """A line for each format: name, ways, unit, what it does not keep."""
    if as_json:
        write_json([_fields(form) for form in FORMATS.values()])
        return
    for form in FORMATS.values():
        ways = "/".join(way for way, is_so in (("out", form.is_written), ("in", form.is_read)) if is_so)
        missing = ", ".join(sorted(feature.value for feature in EVERYTHING - form.keeps)) or "nothing"
        write(f"{form.name:16} {ways:7} {' '.join(form.suffixes):20} {form.title}")
        write(f"{'':16} {_counting(form)}; loses {missing}{_needs(form)}")


def _counting(form: Format) -> str:
    return "has no positions" if form.unit is Unit.NONE else f"counts {form.unit.value}"


def _needs(form: Format) -> str:
    return f"; needs hashiya[{form.extra}]" if form.extra else ""


def _fields(form: Format) -> dict[str, object]:
    return {
        "name": form.name,
        "title": form.title,
        "suffixes": form.suffixes,
        "media_type": form.media_type,
        "unit": form.unit.value,
        "keeps": sorted(feature.value for feature in form.keeps),
        "loses": sorted(feature.value for feature in EVERYTHING - form.keeps),
        "several_documents": form.holds_many,
        "out": form.is_written,
        "in": form.is_read,
        "needs": form.extra,
    }


def _author() -> str:
    """The name the user has set for annotations, else that of the system's user."""
    return Settings.load(settings_path()).get(AUTHOR) or getpass.getuser()


def _form_for(out: str) -> Format:
    form = FORMATS["json"] if out == "-" else format_of(out)
    if form is None:
        raise FormatUnknown(Path(out), ", ".join(_suffixes(reading=False)))
    return form


def _suffixes(*, reading: bool) -> list[str]:
    forms = [form for form in FORMATS.values() if (form.is_read if reading else form.is_written)]
    return sorted({suffix for form in forms for suffix in form.suffixes})


def _form_of(path: Path) -> Format:
    """The format of a file that comes in, by its content and its name."""
    from reader.interchange.detecting import detect_annotations  # noqa: PLC0415 - as everything a command needs

    found = detect_annotations(path)
    if found is None:
        raise FormatUnknown(path, ", ".join(_suffixes(reading=True)))
    return found.form


def _mapping(library_path: Path, mapped: Sequence[tuple[str, str]]) -> dict[str, TagId | None]:
    """Which tag of the library each tag of the file is; nothing behind the sign leaves the tag out."""
    if not mapped:
        return {}
    with Library.open(library_path, create=False, read_only=True) as library:
        known = tags_by_name(library.tagsets.tags())
    for _name, tag in mapped:
        if tag and tag_key(tag) not in known:
            raise UnknownTag(tag)
    return {name: known[tag_key(tag)] if tag else None for name, tag in mapped}


def _for_reading(library: Path | None) -> AbstractContextManager[Library | None]:
    return sources.library_for_reading(library)


def _document(library_path: Path, name: str | None) -> DocumentId | None:
    if name is None:
        return None
    with Library.open(library_path, create=False, read_only=True) as library:
        return sources.document_or_file(name, library).id


def _tags(library: Library, names: Sequence[str]) -> frozenset[TagId] | None:
    known = tags_by_name(library.tagsets.tags())
    for name in names:
        if tag_key(name) not in known:
            raise UnknownTag(name)
    return frozenset(known[tag_key(name)] for name in names) if names else None


def _say_losses(lost: Counter[Feature]) -> None:
    for feature, number in sorted(lost.items()):
        say(LOST.get(feature, f"lost: {{}} of {feature.value}").format(number))


def _say_import(plan: ImportPlan, told: dict[str, object], given: Given, new_tags: Sequence[str]) -> None:
    for problem in plan.problems[:_PROBLEMS_SHOWN]:
        say(f"left out: {problem.place}: {problem.reason}")
    if len(plan.problems) > _PROBLEMS_SHOWN:
        say(f"… and {len(plan.problems) - _PROBLEMS_SHOWN} more; --json lists them all.")
    for title in plan.unplaced:
        say(f"left out: neither the file nor the library has the text of “{title}”. Name it with --document.")
    if new_tags and not given.create_tags:
        say(
            f"The library has no such tags: {', '.join(new_tags)}. Make them with --create-tags, or say --map NAME=TAG."
        )
    verb = "would be taken in" if given.dry_run else "taken in"
    counts = (
        f"Annotations {verb}: {told['annotations']} (documents: {told['documents']})",
        f"there before: {told['already_there']}",
        f"found again elsewhere: {told['found_again']}",
        f"left out: {told['left_out']}",
    )
    say(f"{'; '.join(counts)}.")
