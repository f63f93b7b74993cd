# SPDX-License-Identifier: GPL-3.0-or-later
"""The learned models of a library: loaded for recognition, kept with how far learning has come, shared as files."""

from __future__ import annotations

import json
import logging
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from reader.errors import FileMissing, FileUnreadable, FileUnwritable, LearnedFileUnusable
from reader.model.ids import TagId, now
from reader.model.tagset import Tag
from reader.recognisers.learning.codec import MOST_BYTES
from reader.recognisers.learning.model import LearnedModel, pack, revision_of, unpack
from reader.store import Library
from reader.text.normalise import folded
from reader.workspace.learning_result import Imported, SharedModel

OWN: Final = "own"
"""What this library taught."""
SHARED: Final = "shared "
"""Models that others taught have names that begin so."""
FILE_SUFFIX: Final = ".hashiya-learned"
_PROGRESS: Final = "own progress"
_FORGOTTEN: Final = "own forgotten"
_FORM: Final = 1
_MOST_DOCUMENTS: Final = 300
_MOST_SHARED: Final = 8

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far learning has come in a library.

    ``edit`` and ``turn`` are the last of the history that were learned from, ``undone`` the edits that were taken back
    then. ``documents`` are those whose every suggestion was settled and learned from, ``trained`` tells for each tag of
    how many marks its chain was learned. ``base`` names the tagger's weights on which all was learned.
    """

    edit: int = 0
    turn: int = 0
    undone: frozenset[int] = frozenset()
    documents: tuple[str, ...] = ()
    trained: Mapping[str, int] = field(default_factory=dict)
    base: str = ""

    def packed(self) -> bytes:
        values = {
            "edit": self.edit,
            "turn": self.turn,
            "undone": sorted(self.undone),
            "documents": self.documents[-_MOST_DOCUMENTS:],
            "trained": dict(self.trained),
            "base": self.base,
        }
        line = json.dumps(values, ensure_ascii=False, sort_keys=True).encode("utf-8")
        return zlib.crc32(line).to_bytes(4, "little") + line

    @classmethod
    def unpacked(cls, content: bytes) -> Progress:
        """Raises: ValueError when the content is not what ``packed`` made."""
        if zlib.crc32(content[4:]) != int.from_bytes(content[:4], "little"):
            raise ValueError("its checksum is wrong: it is damaged")
        values = json.loads(content[4:])
        try:
            return cls(
                edit=int(values["edit"]),
                turn=int(values["turn"]),
                undone=frozenset(map(int, values["undone"])),
                documents=tuple(map(str, values["documents"])),
                trained={str(tag): int(count) for tag, count in values["trained"].items()},
                base=str(values["base"]),
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"it cannot be read ({error})") from error


class Learned(NamedTuple):
    """The library's own model and how far it has come; ``progress`` is None when it has to be learned from the start.

    ``stamp`` changes with every write to either.
    """

    model: LearnedModel
    progress: Progress | None
    stamp: str


# The library's own


def own_model(library: Library) -> Learned:
    """What the library taught so far. What is damaged or of another form is as if it were not there; that is logged."""
    stored, kept = library.learning.model(OWN), library.learning.model(_PROGRESS)
    stamp = "" if kept is None else f"{kept.version} {kept.modified}"
    if stored is None or kept is None:
        return Learned(LearnedModel(), None, stamp)
    try:
        if kept.version != f"{_FORM} {stored.version}":
            raise ValueError("its parts do not belong together")
        return Learned(_read(stored.content), Progress.unpacked(kept.content), stamp)
    except ValueError as error:
        _log.warning("%s: what was learned is learned anew, for %s.", library.path, error)
        return Learned(LearnedModel(), None, stamp)


def put_own_model(library: Library, model: LearnedModel, progress: Progress) -> str:
    """Keep the model; returns its revision. To be called inside a transaction."""
    content = pack(model)
    revision = revision_of(content)
    stored = library.learning.model(OWN)
    if stored is None or (stored.version, stored.content) != (revision, content):
        library.learning.put_model(OWN, revision, content)
    library.learning.put_model(_PROGRESS, f"{_FORM} {revision}", progress.packed())
    return revision


def delete_own_model(library: Library) -> None:
    """Forget all that the library taught. To be called inside a transaction."""
    for name in (OWN, _PROGRESS, _FORGOTTEN):
        library.learning.delete_model(name)


def forget_progress(library: Library) -> None:
    """Have all learned anew the next time. To be called inside a transaction."""
    library.learning.delete_model(_PROGRESS)


def stamp_of(library: Library) -> str:
    """The ``stamp`` of the present own model, without reading it."""
    kept = library.learning.model(_PROGRESS)
    return "" if kept is None else f"{kept.version} {kept.modified}"


# Forms the user let be forgotten


def forgotten_forms(library: Library) -> dict[tuple[str, TagId], str]:
    """Forms that the user removed from the memory, each with the time: what was said before it does not count."""
    kept = library.learning.model(_FORGOTTEN)
    if kept is None:
        return {}
    try:
        return {(str(key), TagId(str(tag))): str(time) for key, tag, time in json.loads(kept.content)}
    except (ValueError, TypeError) as error:
        _log.warning("%s: the list of forgotten forms is damaged (%s) and begins anew.", library.path, error)
        return {}


def put_forgotten_form(library: Library, key: str, tag: TagId) -> None:
    """To be called inside a transaction."""
    forms = forgotten_forms(library)
    forms[key, tag] = now()
    content = json.dumps([[key, tag, time] for (key, tag), time in forms.items()], ensure_ascii=False)
    library.learning.put_model(_FORGOTTEN, str(_FORM), content.encode("utf-8"))


# For recognition


def learned_model(library: Library) -> LearnedModel:
    """The library's own model over those that came in as files."""
    model = own_model(library).model
    others = others_model(library)
    return model if others is None else model.over(others)


def others_model(library: Library) -> LearnedModel | None:
    """What came in as files, together; None when nothing did."""
    found: LearnedModel | None = None
    for name in _shared_names(library):
        stored = library.learning.model(name)
        if stored is None:
            continue
        try:
            model = _read(stored.content)
        except ValueError as error:
            _log.warning("%s: the shared model “%s” is not used: %s.", library.path, name, error)
            continue
        found = model if found is None else found.over(model)
    return found


def revision(library: Library) -> str:
    """Changes whenever ``learned_model`` becomes another; reads no model."""
    versions = [library.learning.version_of(name) or "" for name in (OWN, *_shared_names(library))]
    return ".".join(filter(None, versions))


# Files


def shared_models(library: Library) -> list[SharedModel]:
    """The models that came in as files, by name; one that cannot be read has no forms."""
    found = []
    for name in _shared_names(library):
        stored = library.learning.model(name)
        try:
            forms = len(_read(stored.content).memory) if stored is not None else 0
        except ValueError:
            forms = 0  # ``others_model`` has logged it
        found.append(SharedModel(name, name.removeprefix(SHARED), forms))
    return found


def remove_shared_model(library: Library, name: str) -> None:
    with library.transaction():
        library.learning.delete_model(name)


def export_model(library_path: Path, path: Path) -> int:
    """Write what the library taught to a file, with the names of its tags; returns how many forms it knows.

    Raises:
        LearnedFileUnusable: when nothing was learned yet.
        FileUnwritable, LibraryError.
    """
    with Library.open(library_path, create=False) as library:
        model = own_model(library).model
        if model.is_empty:
            raise LearnedFileUnusable(path, "nothing was learned in this library yet")
        tags = [[tag.id, [name for _, name in tag.names]] for tag in library.tagsets.tags()]
    _write(path, pack(model, {"tags": tags}))
    return len(model.memory)


def import_model(library_path: Path, path: Path) -> Imported:
    """Put a file that ``export_model`` made beside what the library taught; one of the same name is replaced.

    Tags are recognised by their ids, else by one of their names; what is said of others is left out.

    Raises:
        FileMissing, FileUnreadable: when the file cannot be read.
        LearnedFileUnusable: saying why, when it is not such a file; the library is as it was.
        LibraryError.
    """
    model, more = _read_file(path)
    with Library.open(library_path, create=False) as library:
        tags = library.tagsets.tags()
        names = _own_tags(path, more, tags)
        known = model.of_tags(names, {tag.id for tag in tags})
        if known.is_empty:
            raise LearnedFileUnusable(path, "it speaks of none of the tags of this library")
        if len([name for name in _shared_names(library) if name != SHARED + path.stem]) >= _MOST_SHARED:
            raise LearnedFileUnusable(path, f"the library has {_MOST_SHARED} shared models already; remove one first")
        content = pack(known)
        with library.transaction():
            library.learning.put_model(SHARED + path.stem, revision_of(content), content)
    own = {tag.id for tag in tags}
    spoken_of = {tag for (_, tag), _ in model.memory.items()} | set(model.chains)
    unknown = [tag for tag in spoken_of if names.get(tag, tag) not in own]
    return Imported(path.stem, len(known.memory), len(unknown))


def _read_file(path: Path) -> tuple[LearnedModel, dict[str, Any]]:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    try:
        return unpack(content)
    except ValueError as error:
        raise LearnedFileUnusable(path, str(error)) from error


def _own_tags(path: Path, more: Mapping[str, Any], tags: Sequence[Tag]) -> dict[TagId, TagId]:
    """For each tag of the file that has another id here, that id."""
    ids = {tag.id for tag in tags}
    by_name = {folded(name): tag.id for tag in tags for _, name in tag.names}
    found: dict[TagId, TagId] = {}
    try:
        for identity, names in more.get("tags", []):
            same = [by_name[folded(str(name))] for name in names if folded(str(name)) in by_name]
            if identity not in ids and same:
                found[TagId(str(identity))] = same[0]
    except (TypeError, ValueError) as error:
        raise LearnedFileUnusable(path, f"its tags cannot be read ({error})") from error
    return found


def _write(path: Path, content: bytes) -> None:
    fresh = path.with_name(f".{path.name}.new")
    try:
        fresh.write_bytes(content)
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise FileUnwritable(path, error.strerror or str(error)) from error


def _shared_names(library: Library) -> list[str]:
    return [name for name in library.learning.model_names() if name.startswith(SHARED)]


@lru_cache(maxsize=4)
def _read(content: bytes) -> LearnedModel:
    """Kept, because it is asked for again with each text that is opened."""
    return unpack(content)[0]
