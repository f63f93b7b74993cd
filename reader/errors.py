# SPDX-License-Identifier: GPL-3.0-or-later
"""Every failure that can be expected, each with the fields its message needs.

The message is English, for the command line and the log; ``ui/messages.py`` has the sentence the window shows.
Both say what happened and what to do. Anything that is not a ``ReaderError`` is a bug of ours.
"""

from __future__ import annotations

from pathlib import Path


class ReaderError(Exception):
    """An expected failure. ``str()`` is one or two English sentences: what happened, what to do."""


class Cancelled(ReaderError):
    """The user stopped a job."""

    def __init__(self) -> None:
        super().__init__("Stopped. What was done before the stop is kept.")


# Values


class InvalidSpan(ReaderError):
    def __init__(self, start: int, end: int) -> None:
        self.start, self.end = start, end
        super().__init__(f"A span from {start} to {end} is empty or begins before the text.")


class SpanOutsideText(ReaderError):
    def __init__(self, start: int, end: int, length: int) -> None:
        self.start, self.end, self.length = start, end, length
        super().__init__(f"The span {start} to {end} lies outside the text, which has {length} characters.")


class SpanTooLong(ReaderError):
    def __init__(self, length: int, longest: int) -> None:
        self.length, self.longest = length, longest
        super().__init__(f"The selection has {length} characters; a tag can cover {longest}. Select less.")


# Files that are read


class FileError(ReaderError):
    """A failure about one file; ``path`` names it."""

    def __init__(self, path: Path, sentence: str) -> None:
        self.path = path
        super().__init__(f"{path}: {sentence}")


class FileMissing(FileError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, "there is no such file. Check the name, or whether a drive is missing.")


class FileIsFolder(FileError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, "this is a folder. Choose a file in it.")


class FileUnreadable(FileError):
    def __init__(self, path: Path, reason: str) -> None:
        self.reason = reason
        super().__init__(path, f"the file cannot be read ({reason}). Check its permissions.")


class FileEmpty(FileError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, "the file holds no text.")


class FileIsBinary(FileError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, "this is not a text file. Save it as plain text (UTF-8) first.")


class FileUndecodable(FileError):
    def __init__(self, path: Path, encoding: str, byte_offset: int) -> None:
        self.encoding, self.byte_offset = encoding, byte_offset
        super().__init__(
            path, f"byte {byte_offset} is not {encoding}. The file is damaged, or its encoding is another one: name it."
        )


class FileChanged(FileError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, "the file changed while it was being read. Open it again.")


class FileTooLarge(FileError):
    def __init__(self, path: Path, largest_bytes: int) -> None:
        self.largest_bytes = largest_bytes
        super().__init__(path, f"the file is larger than {largest_bytes >> 20} MB. Divide it.")


class FileDamaged(FileError):
    """``reason`` is a clause such as “the archive is damaged”; the window has a translation of the known ones."""

    def __init__(self, path: Path, reason: str) -> None:
        self.reason = reason
        super().__init__(path, f"the file is damaged ({reason}). Get it again, or save it anew with its own program.")


class FileUnsafe(FileError):
    """Refused for what it would do to the machine; ``reason`` as in ``FileDamaged``."""

    def __init__(self, path: Path, reason: str) -> None:
        self.reason = reason
        super().__init__(path, f"the file was refused ({reason}). Nothing of it was opened.")


class FileProtected(FileError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, "the file is protected by a password. Save a copy without one and open that.")


class FileCopyProtected(FileError):
    """A book under a shop's copy protection (DRM)."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, "the book is under copy protection (DRM), which only its shop's program opens. Get a copy without it."
        )


class NoText(FileError):
    """The file is what it says, but there is nothing to read in it; ``reason`` as in ``FileDamaged``."""

    def __init__(self, path: Path, reason: str) -> None:
        self.reason = reason
        super().__init__(path, f"there is no text in the file ({reason}).")


class NoColumn(FileError):
    """A table without the column ``wanted``, or, when that is empty, without any that could hold the text."""

    def __init__(self, path: Path, wanted: str, there: str) -> None:
        self.wanted, self.there = wanted, there
        missing = f"there is no column “{wanted}”" if wanted else "no column holds texts"
        super().__init__(path, f"{missing} among: {there}. Say which column holds the text.")


class FormatNotRead(FileError):
    """``format`` is the name of a kind of file that is recognised, such as RTF."""

    def __init__(self, path: Path, format: str) -> None:  # noqa: A002 - what it is
        self.format = format
        super().__init__(
            path, f"this is a file of the kind {format}, which Hashiya does not read. Save it as DOCX or text."
        )


class ImportTooLong(FileError):
    def __init__(self, path: Path, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(path, f"reading the file took more than {seconds} seconds and was stopped. Divide it.")


class ImportTooHeavy(FileError):
    def __init__(self, path: Path, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        super().__init__(path, f"reading the file took more than {most_bytes >> 20} MB of memory. Divide it.")


class ImporterCrashed(FileError):
    """The process that read the file ended; ``reason`` names the signal or exit code."""

    def __init__(self, path: Path, reason: str) -> None:
        self.reason = reason
        super().__init__(path, f"the file could not be read: what reads it broke off ({reason}). Nothing was imported.")


class EncodingUnknown(ReaderError):
    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"“{name}” is not an encoding Hashiya reads. Try utf-8, utf-16, windows-1256 or iso-8859-6.")


class FileUnwritable(FileError):
    def __init__(self, path: Path, reason: str) -> None:
        self.reason = reason
        super().__init__(path, f"the file cannot be written ({reason}). Choose another place.")


# The library


class LibraryError(FileError):
    """A failure of the library file; ``path`` names it."""


class LibraryMissing(LibraryError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, "there is no library here. Check the name, or leave it out to use your own.")


class LibraryLocked(LibraryError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, "another program is writing to the library. Nothing was changed; try again.")


class LibraryReadOnly(LibraryError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, "the library can be read but not written. Nothing was changed; check its permissions.")


class LibraryUnreadable(LibraryError):
    def __init__(self, path: Path, reason: str) -> None:
        self.reason = reason
        super().__init__(path, f"the library cannot be opened ({reason}).")


class LibraryCorrupt(LibraryError):
    def __init__(self, path: Path, detail: str) -> None:
        self.detail = detail
        super().__init__(path, f"the library is damaged ({detail}). It was left as it is; restore a backup.")


class LibraryTooNew(LibraryError):
    def __init__(self, path: Path, found: int, known: int) -> None:
        self.found, self.known = found, known
        super().__init__(
            path, f"a newer Hashiya wrote this library (form {found}, this one knows {known}). Update Hashiya."
        )


class NotALibrary(LibraryError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, "this file is not a Hashiya library. It was left as it is; choose another.")


class LibraryReplaced(LibraryError):
    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "the library was moved, deleted or replaced while it was open, so the change was not saved. "
            "Put the file back and try again, or start Hashiya anew.",
        )


class DiskFull(LibraryError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, "the disk is full, so the change was not saved. Free some space and try again.")


class LibraryFailing(LibraryError):
    def __init__(self, path: Path, reason: str) -> None:
        self.reason = reason
        super().__init__(
            path,
            f"the disk did not do what was asked ({reason}), so nothing was saved. Check the disk, then try again.",
        )


class BackupFailed(LibraryError):
    def __init__(self, path: Path, reason: str) -> None:
        self.reason = reason
        super().__init__(path, f"the backup was not made ({reason}). Earlier backups are untouched.")


# What the library holds


class UnknownDocument(ReaderError):
    def __init__(self, reference: str) -> None:
        self.reference = reference
        super().__init__(f"The library has no document “{reference}”. `hashiya tags` without a name lists them.")


class WorkerEnded(ReaderError):
    """The process that did a piece of work behind the window ended before the work did."""

    def __init__(self, errand: str, reason: str) -> None:
        self.errand, self.reason = errand, reason
        super().__init__(
            f"The process that worked behind the window ended too early ({errand}: {reason}). "
            "Your tags are untouched; start the work again."
        )


class DocumentNotReady(ReaderError):
    """The text is shown from its file and not in the library yet, or no text is open."""

    def __init__(self) -> None:
        super().__init__("The text is not in the library yet, so nothing was done. Wait a moment and try again.")


class UnknownTag(ReaderError):
    def __init__(self, reference: str) -> None:
        self.reference = reference
        super().__init__(f"The tagset has no tag “{reference}”.")


class EditConflict(ReaderError):
    """The stored record is no longer what the edit started from: another window or program changed it."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(
            f"This {what} has been changed elsewhere in the meantime, so nothing was done. Look at it anew."
        )


class EditUnderWay(ReaderError):
    """An edit of very many records is being made; a second one has to wait."""

    def __init__(self) -> None:
        super().__init__("A large change is still being made, so nothing else was changed. Wait for it, or stop it.")


class TagInUse(ReaderError):
    def __init__(self, name: str, count: int) -> None:
        self.name, self.count = name, count
        super().__init__(f"{count} annotations have the tag “{name}”. Say what is to become of them.")


_ENTITY_PROBLEMS = {
    "name": "“{}” cannot be the name of an entity: it is empty or longer than 1,000 characters.",
    "language": "“{}” is not a language such as ar, en or zh-Hans.",
    "identifier": "“{}” is not an identifier such as wikidata:Q9248 or geonames:587084.",
    "kind": "“{}” has no kind, so it is not known which tag its mention gets. Tag the words first.",
}


class EntityInvalid(ReaderError):
    """An entity cannot have this ``value``. ``field`` is a key of the sentences above."""

    def __init__(self, field: str, value: str) -> None:
        self.field, self.value = field, value
        super().__init__(_ENTITY_PROBLEMS.get(field, "An entity cannot have this: “{}”.").format(value))


class TermBaseUnknown(ReaderError):
    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"There is no term base called “{name}”.")


class UnknownDictionary(ReaderError):
    """``count`` is how many dictionaries the reference fits, where it is more than one."""

    def __init__(self, reference: str, count: int = 0) -> None:
        self.reference, self.count = reference, count
        if count:
            sentence = f"{count} dictionaries are called “{reference}”. Give the id of the one you mean."
        else:
            sentence = f"There is no dictionary “{reference}”. `hashiya dictionary` lists them."
        super().__init__(sentence)


class UnknownEntity(ReaderError):
    def __init__(self, reference: str, count: int = 0) -> None:
        self.reference, self.count = reference, count
        if count:
            sentence = f"{count} entities are called “{reference}”. Give the id of the one you mean."
        else:
            sentence = f"The library has no entity “{reference}”. `hashiya entities list` lists them."
        super().__init__(sentence)


_RECORD_PROBLEMS = {
    "no-name-column": "there is no column “name” among: {}",
    "column-twice": "two columns are called “{}”",
    "no-rows": "there is nothing below the row of column names{}",
    "cells": "the row has {} cells more than there are columns; a text with a comma needs quotation marks around it",
    "quotes": "the quotation marks do not fit together ({})",
    "no-name": "there is no name{}",
    "id-twice": "the id “{}” stood in the file before",
    "identifier-twice": "“{}” belongs to an entity that stood in the file before",
    "name": "“{}” cannot be a name",
    "language": "“{}” is not a language such as ar or en",
    "identifier": "“{}” is not an identifier such as wikidata:Q9248 or geonames:587084",
    "json": "this is not JSON ({})",
    "no-concepts": "there is no SKOS concept in it{}",
    "field": "a value of “{}” is not what it should be",
    "no-source-column": "there is no column “source” among: {}",
    "status": "“{}” is not a status: preferred, admitted, proposed or deprecated",
    "xml": "this is not XML as it should be ({})",
    "entities": "it declares entities of its own, which is refused{}",
    "no-terms": "there is no term in it ({})",
    "circle": "“broader” leads back to where it began: {}",
}


class FormatUnknown(FileError):
    """``known`` names the endings that tell a format."""

    def __init__(self, path: Path, known: str) -> None:
        self.known = known
        super().__init__(path, f"its name tells no format that is known here. Known are: {known}.")


class RecordUnreadable(FileError):
    """A place in a file that cannot be imported. ``unit`` is ``"line"`` or ``"record"``, ``number`` counts from 1.

    ``problem`` is a key of the sentences above, ``detail`` what fills them.
    """

    def __init__(self, path: Path, unit: str, number: int, problem: str, detail: str = "") -> None:
        self.unit, self.number, self.problem, self.detail = unit, number, problem, detail
        reason = _RECORD_PROBLEMS.get(problem, "{}").format(detail)
        super().__init__(path, f"{unit} {number}: {reason}. Nothing was imported.")


class AnnotationsUnreadable(FileError):
    """A file of annotations that is not what its format asks for.

    ``place`` says where, for people: "line 12", "annotation 3", or "" for the whole file. ``reason`` is an English
    clause; formats have too many rules for each to be translated.
    """

    def __init__(self, path: Path, place: str, reason: str) -> None:
        self.place, self.reason = place, reason
        super().__init__(path, f"{place + ': ' if place else ''}{reason}. Nothing was imported.")


class FormatCannotHold(ReaderError):
    """The format ``name`` cannot say what is to be written; ``reason`` is an English clause."""

    def __init__(self, name: str, reason: str) -> None:
        self.name, self.reason = name, reason
        super().__init__(f"The format {name} cannot hold this: {reason}. Choose another one.")


class FormatTooNew(FileError):
    def __init__(self, path: Path, name: str) -> None:
        self.name = name
        super().__init__(path, f"it was written by a newer Hashiya ({name}). Update Hashiya to read it.")


class FormatUnavailable(ReaderError):
    """``extra`` is the optional part that would have to be installed for the format ``name``."""

    def __init__(self, name: str, extra: str) -> None:
        self.name, self.extra = name, extra
        super().__init__(f"The format {name} needs a part that is not installed. Install it with: hashiya[{extra}]")


class RecogniserUnavailable(ReaderError):
    def __init__(self, name: str, reason: str) -> None:
        self.name, self.reason = name, reason
        super().__init__(f"The recogniser “{name}” cannot be used: {reason}")


class LexiconMissing(ReaderError):
    def __init__(self) -> None:
        super().__init__(
            "No lexicon is installed. Install Hashiya with the extra “lexicon”: pip install 'hashiya[lexicon]'."
        )


class VocaliserMissing(ReaderError):
    def __init__(self) -> None:
        super().__init__(
            "Nothing that makes vowel signs is installed. Install Hashiya with the extra “tashkeel”: "
            "pip install 'hashiya[tashkeel]'."
        )


class LexiconDamaged(ReaderError):
    def __init__(self, path: Path, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"The lexicon file {path} cannot be used: {reason}.")


_DICTIONARY_PROBLEMS = {
    "format": "this is no dictionary of a kind that can be read. {detail}",
    "several": "there are several dictionaries in it. Choose one of its files: {detail}",
    "missing": "the file {detail} that belongs to it is missing",
    "header": "its header is not as it should be: {detail}",
    "cut": "it was cut off: {detail}",
    "outside": "the index points outside the text of the dictionary: {detail}",
    "packed": "it cannot be unpacked ({detail})",
    "bomb": "it unpacks to far more than a dictionary holds ({detail})",
    "unsafe": "it names a file outside itself: {detail}",
    "encoding": "it is not {detail}",
    "entities": "it declares entities of its own, which is refused",
    "json": "a part of it is not JSON ({detail})",
    "empty": "there is no entry in it that can be used",
    "extra": "files of this kind need an extra: pip install 'hashiya[dictionaries]'. {detail}",
    "failed": "it is damaged, or of a kind that cannot be read ({detail})",
}


class DictionaryUnreadable(FileError):
    """A dictionary cannot be imported. ``problem`` is a key of the sentences above, ``detail`` what fills them.

    ``place`` is where in the file, in English; "" where the file as a whole is meant.
    """

    def __init__(self, path: Path, problem: str, detail: str = "", place: str = "") -> None:
        self.problem, self.detail, self.place = problem, detail, place
        reason = _DICTIONARY_PROBLEMS.get(problem, "{detail}").format(detail=detail).rstrip(". ")
        at = f" (at {place})" if place else ""
        super().__init__(path, f"{reason}{at}. Nothing was imported.")


class DictionaryKnown(FileError):
    """The dictionary is on the shelf already, as ``title``."""

    def __init__(self, path: Path, title: str) -> None:
        self.title = title
        super().__init__(path, f"this dictionary is there already, as “{title}”. Nothing was imported.")


class DictionaryDamaged(ReaderError):
    """A dictionary on the shelf, imported before, cannot be read any more."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"The dictionary file {path} cannot be used: {reason}. Remove it and import it again.")


_MODEL_PROBLEMS = {
    "not-installed": "{detail} is not installed. Install Hashiya with its extra: pip install 'hashiya[neural]'.",
    "no-folder": "there is no such folder. Choose the folder that holds the model.",
    "missing": "{detail} is missing. Choose a folder with a model exported to ONNX, with all its files.",
    "unreadable": "a file cannot be read ({detail}). Check its permissions.",
    "damaged": "a file is damaged or of another kind ({detail}). Export the model anew.",
    "no-labels": "{detail} names no labels (id2label). Choose a model for token classification, or a GLiNER model.",
    "outside": "the model wants to read “{detail}”, which lies outside its folder. That is refused; export it anew.",
    "mismatch": "its files do not fit together ({detail}). Export model and tokenizer from the same source.",
    "unsupported": "a model of this kind cannot be used ({detail}). Use token classification or a span-level GLiNER.",
    "no-kinds": "it is not told what to look for. Name at least one kind, with its tag.",
    "too-many-kinds": "it cannot look for {detail} kinds at once. Name fewer.",
    "failed": "it failed while reading the text ({detail}). Export the model anew, or choose another.",
}


class ModelUnusable(RecogniserUnavailable):
    """A neural model cannot be used. ``problem`` is a key of the sentences above, ``detail`` a file or a reason."""

    def __init__(self, folder: Path, problem: str, detail: str) -> None:
        self.folder, self.problem, self.detail = folder, problem, detail
        super().__init__(str(folder), _MODEL_PROBLEMS.get(problem, "{detail}").format(detail=detail))


class ResourceMissing(ReaderError):
    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"“{name}” is missing from this installation. Install Hashiya again.")


class LearnedFileUnusable(FileError):
    """A file of learned suggestions cannot be used, or not be made; ``reason`` is English."""

    def __init__(self, path: Path, reason: str) -> None:
        self.reason = reason
        super().__init__(path, f"this cannot be used as a file of what was learned ({reason}). Nothing was changed.")


class GoldUnreadable(ReaderError):
    """A file of hand-annotated text is not one. ``line`` counts from 1; 0 speaks of the file as a whole."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        self.path, self.line, self.reason = path, line, reason
        place = f"{path}, line {line}" if line else str(path)
        super().__init__(f"{place} cannot be used as annotated text: {reason}.")
