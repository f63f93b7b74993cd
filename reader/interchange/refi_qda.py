# SPDX-License-Identifier: GPL-3.0-or-later
"""REFI-QDA: projects (.qdpx) and codebooks (.qdc) for MAXQDA, ATLAS.ti, NVivo, QualCoder, Taguette and others.

Counts code points of a plain text with line feeds alone, half-open. A tag is a code, an annotation a coded selection
with its note as description, a relation a link, an entity a case.
Source: REFI-QDA Standard 1.5, "Project" and "Codebook", qdasoftware.org.
"""

from __future__ import annotations

import uuid
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO
from xml.etree import ElementTree as ET  # For writing; what comes in is read by defusedxml.

from reader import __version__
from reader.errors import AnnotationsUnreadable
from reader.interchange.colours import hex_colour, role_of
from reader.interchange.content import Content, Options
from reader.interchange.fields import is_sound, read_bytes
from reader.interchange.format import ReadOptions
from reader.interchange.received import Received, ReceivedAnnotation, ReceivedEntity, ReceivedRelation, ReceivedTag
from reader.interchange.xml_text import parsed_xml
from reader.interchange.zip_members import ZipMembers
from reader.model.entity import Entity
from reader.model.ids import TagId
from reader.model.tagset import Tag, name_in

_PROJECT, _CODEBOOK = "urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0"
_OWN = uuid.UUID("0f4c7f1e-6d1b-4c53-9a3c-6a7f1d2b9e10")
"""The name space of GUIDs that are made of names."""
_NO_TIME = "1970-01-01T00:00:00Z"


def write(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    """A project: the codebook, every text as a source, and what is said about it. Memory: what is said, one text."""
    project = _Project(options)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for content in contents:
            source = project.add(content)
            archive.writestr(f"sources/{source}.txt", content.whole_text())
        archive.writestr("project.qde", _as_bytes(project.element()))


def write_codebook(contents: Iterable[Content], stream: BinaryIO, options: Options) -> None:
    """The tags alone, nested as they are."""
    tags: dict[TagId, Tag] = {tag.id: tag for content in contents for tag in content.tags}
    root = ET.Element("CodeBook", {"xmlns": _CODEBOOK, "origin": f"Hashiya {__version__}"})
    root.append(_codes(list(tags.values()), options.language))
    stream.write(_as_bytes(root))


class _Project:
    """A project while its documents are added."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._users: dict[str, str] = {}
        self._tags: dict[TagId, Tag] = {}
        self._cases: dict[str, ET.Element] = {}
        self._sources = ET.Element("Sources")
        self._links = ET.Element("Links")

    def add(self, content: Content) -> str:
        """The document as a source; its GUID."""
        document = content.document
        guid = _guid(document.id)
        self._tags |= {tag.id: tag for tag in content.tags}
        source = ET.SubElement(
            self._sources,
            "TextSource",
            {
                "guid": guid,
                "name": document.title,
                "plainTextPath": f"internal://{guid}.txt",
                "creationDateTime": document.created or _NO_TIME,
            },
        )
        written = set()
        entities = {entity.id: entity for entity in content.entities}
        for each in content.annotations():
            written.add(each.id)
            user = self._user(each.author)
            made = {"creatingUser": user, "creationDateTime": each.created or _NO_TIME}
            selection = ET.SubElement(
                source,
                "PlainTextSelection",
                {
                    "guid": _guid(each.id),
                    "name": " ".join(each.quote.split())[:60] or "…",
                    "startPosition": str(each.span.start),
                    "endPosition": str(each.span.end),
                    **made,
                    "modifyingUser": user,
                    "modifiedDateTime": each.modified or each.created or _NO_TIME,
                },
            )
            if each.note:
                ET.SubElement(selection, "Description").text = each.note
            coding = ET.SubElement(selection, "Coding", {"guid": _guid(f"coding {each.id}"), **made})
            ET.SubElement(coding, "CodeRef", {"targetGUID": _guid(each.tag_id)})
            if each.id in content.links and content.links[each.id] in entities:
                self._mention(entities[content.links[each.id]], each.id)
        for relation in content.relations():
            if {relation.source_id, relation.target_id} <= written:
                ends = {"originGUID": _guid(relation.source_id), "targetGUID": _guid(relation.target_id)}
                about = {"guid": _guid(relation.id), "name": relation.name, "direction": "OneWay"}
                ET.SubElement(self._links, "Link", about | ends)
        return guid

    def element(self) -> ET.Element:
        root = ET.Element("Project", {"xmlns": _PROJECT, "name": "Hashiya", "origin": f"Hashiya {__version__}"})
        users = ET.SubElement(root, "Users")
        for name, guid in self._users.items():
            ET.SubElement(users, "User", {"guid": guid, "name": name})
        ET.SubElement(root, "CodeBook").append(_codes(list(self._tags.values()), self._options.language))
        if self._cases:
            ET.SubElement(root, "Cases").extend(self._cases.values())
        root.append(self._sources)
        if len(self._links):
            root.append(self._links)
        return root

    def _user(self, name: str) -> str:
        return self._users.setdefault(name or "?", _guid(f"user {name}"))

    def _mention(self, entity: Entity, annotation_id: str) -> None:
        case = self._cases.get(entity.id)
        if case is None:
            case = self._cases[entity.id] = ET.Element("Case", {"guid": _guid(entity.id), "name": entity.name})
        ET.SubElement(case, "SelectionRef", {"targetGUID": _guid(annotation_id)})


def _codes(tags: Sequence[Tag], language: str) -> ET.Element:
    codes = ET.Element("Codes")
    made: dict[TagId | None, ET.Element] = {None: codes}
    waiting = list(tags)
    while waiting:
        ready = [tag for tag in waiting if tag.parent_id in made] or [waiting[0]]
        for tag in ready:
            about = {
                "guid": _guid(tag.id),
                "name": name_in(tag.names, language) or tag.id,
                "isCodable": "true",
                "color": hex_colour(tag.colour),
            }
            code = ET.SubElement(made.get(tag.parent_id, codes), "Code", about)
            if tag.description:
                ET.SubElement(code, "Description").text = tag.description
            made[tag.id] = code
            waiting.remove(tag)
    return codes


def _guid(identity: str) -> str:
    """A GUID: ours where the id is one, else one made of it, always the same."""
    try:
        return str(uuid.UUID(hex=identity))
    except ValueError:
        return str(uuid.uuid5(_OWN, identity))


def _as_bytes(root: ET.Element) -> bytes:
    raw: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return raw


def read(path: Path, options: ReadOptions) -> Iterator[Received]:
    """The text sources of a project, with their coded selections.

    Raises:
        FileError, AnnotationsUnreadable with the element among them.
    """
    members = _members(path, options.most_bytes)
    name = next((each for each in members if each.casefold().endswith(".qde")), None)
    if name is None:
        raise AnnotationsUnreadable(path, "", "there is no project.qde in it")
    root = parsed_xml(members[name], path, name)
    book = _Book(path, {})
    for codes in _found(root, "Codes"):
        book.take(codes, "")
    users = {_bare(user.get("guid")): user.get("name", "") for user in _found(root, "User")}
    cases, entities = _cases(root)
    links = list(_found(root, "Link"))
    for source in _found(root, "TextSource"):
        reader = _Source(path, book, users, cases)
        received = reader.received(source, _text_of(source, members, path))
        keys = {each.key for each in received.annotations}
        mentioned = {each.entity for each in received.annotations}
        yield Received(
            title=received.title,
            document_id=received.document_id,
            text=received.text,
            annotations=received.annotations,
            relations=tuple(_relation(link) for link in links if _bare(link.get("originGUID")) in keys),
            tags=tuple(book.tags.values()),
            entities=tuple(each for each in entities if each.key in mentioned),
            tool=f"refi-qda: {root.get('origin', '')}",
        )


def read_codebook(path: Path, options: ReadOptions) -> Iterator[Received]:
    """The codes of a codebook as tags, with no text.

    Raises:
        FileError, AnnotationsUnreadable among them.
    """
    root = parsed_xml(read_bytes(path, options.most_bytes), path)
    book = _Book(path, {})
    for codes in _found(root, "Codes"):
        book.take(codes, "")
    yield Received(text="", title=path.stem, tags=tuple(book.tags.values()), tool="refi-qda codebook")


@dataclass(slots=True)
class _Book:
    """The codes of a codebook as tags, those nested behind the one they stand in."""

    path: Path
    tags: dict[str, ReceivedTag] = field(default_factory=dict)

    def take(self, codes: Any, parent: str) -> None:
        for code in codes:
            if _local(code) != "Code":
                continue
            key = _bare(code.get("guid"))
            name = code.get("name", "")
            if not key or not name or key in self.tags:
                raise AnnotationsUnreadable(self.path, f"code “{name}”", "it has no name or GUID of its own")
            self.tags[key] = ReceivedTag(
                key=key,
                names=(("en", name),),
                colour=role_of(code.get("color", "")),
                description=_description(code),
                parent=parent,
            )
            self.take(code, key)


@dataclass(slots=True)
class _Source:
    path: Path
    book: _Book
    users: dict[str, str]
    cases: dict[str, str]

    def received(self, source: Any, text: str) -> Received:
        title = source.get("name", "")
        found: list[ReceivedAnnotation] = []
        for number, selection in enumerate((each for each in source if _local(each) == "PlainTextSelection"), 1):
            found += self._selection(selection, f"{title}, selection {number}")
        return Received(title=title, document_id=_bare(source.get("guid")), text=text, annotations=tuple(found))

    def _selection(self, selection: Any, place: str) -> Iterator[ReceivedAnnotation]:
        """An annotation for each code of the selection."""
        try:
            start, end = (int(selection.get(name, "")) for name in ("startPosition", "endPosition"))
        except ValueError:
            raise AnnotationsUnreadable(self.path, place, "its positions are no numbers") from None
        key = _bare(selection.get("guid"))
        refs = [(coding, ref) for coding in selection if _local(coding) == "Coding" for ref in coding]
        for number, (coding, ref) in enumerate(refs):
            code = _bare(ref.get("targetGUID"))
            if _local(ref) != "CodeRef":
                continue
            if code not in self.book.tags:
                raise AnnotationsUnreadable(self.path, place, "it is coded with a code that the codebook has not")
            yield ReceivedAnnotation(
                start=start,
                end=end,
                tag=code,
                note=_description(selection),
                author=self.users.get(_bare(coding.get("creatingUser") or selection.get("creatingUser")), ""),
                created=coding.get("creationDateTime") or selection.get("creationDateTime", ""),
                modified=selection.get("modifiedDateTime", ""),
                key=key if number == 0 else f"{key} {number}",
                entity=self.cases.get(_bare(selection.get("guid")), ""),
                place=place,
            )


def _cases(root: Any) -> tuple[dict[str, str], list[ReceivedEntity]]:
    """The case of each selection that is in one, and the cases."""
    of: dict[str, str] = {}
    entities = []
    for case in _found(root, "Case"):
        key = _bare(case.get("guid"))
        refs = [_bare(ref.get("targetGUID")) for ref in case if _local(ref) == "SelectionRef"]
        if refs:
            of |= dict.fromkeys(refs, key)
            entities.append(ReceivedEntity(key=key, name=case.get("name", ""), note=_description(case)))
    return of, entities


def _relation(link: Any) -> ReceivedRelation:
    return ReceivedRelation(
        source=_bare(link.get("originGUID")),
        target=_bare(link.get("targetGUID")),
        name=link.get("name", "") or "related",
        key=_bare(link.get("guid")),
    )


def _text_of(source: Any, members: dict[str, bytes], path: Path) -> str:
    """The text of a source: in the file itself, or in a member of the archive.

    Raises:
        AnnotationsUnreadable: when it is elsewhere (nothing is looked for outside), missing, or no UTF-8.
    """
    name = source.get("name", "")
    inline = next((each.text or "" for each in source if _local(each) == "PlainTextContent"), None)
    if inline is None:
        where = source.get("plainTextPath", "")
        wanted = PurePosixPath(where.removeprefix("internal://")).name
        raw = members.get(f"sources/{wanted}") or members.get(f"Sources/{wanted}")
        if raw is None:
            raw = next((raw for member, raw in members.items() if PurePosixPath(member).name == wanted), None)
        if not wanted or raw is None:
            raise AnnotationsUnreadable(path, f"source “{name}”", "its text is not in the project")
        try:
            inline = raw.decode("utf-8").removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            raise AnnotationsUnreadable(path, f"source “{name}”", f"byte {error.start} is not UTF-8") from None
    if not is_sound(inline):
        raise AnnotationsUnreadable(path, f"source “{name}”", "it has a character that no text has")
    return inline.replace("\r\n", "\n").replace("\r", "\n")


def _members(path: Path, most: int) -> dict[str, bytes]:
    """The project file and the plain texts of the archive; pictures, sound and pages are left where they are."""
    members = ZipMembers(read_bytes(path, most), path, most)
    return {name: members.read(name) for name in members.names if name.casefold().endswith((".qde", ".txt"))}


def _found(root: Any, name: str) -> Iterator[Any]:
    return (each for each in root.iter() if _local(each) == name)


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _description(element: Any) -> str:
    return next((each.text or "" for each in element if _local(each) == "Description"), "")


def _bare(guid: str | None) -> str:
    """The GUID as our ids are written; what is none stays as it is."""
    try:
        return uuid.UUID(guid or "").hex
    except ValueError:
        return guid or ""
