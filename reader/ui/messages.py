# SPDX-License-Identifier: GPL-3.0-or-later
"""Every expected failure as a sentence of the interface's language: what happened, and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from reader import errors
from reader.ui import dictionary_messages, entity_messages, import_messages, interchange_messages
from reader.ui.i18n import isolated

translate = QCoreApplication.translate
E = TypeVar("E", bound=errors.ReaderError)
Sentence = Callable[[errors.ReaderError], str]
_SENTENCES: dict[type[errors.ReaderError], Sentence] = {
    **cast(dict[type[errors.ReaderError], Sentence], entity_messages.SENTENCES),
    **dictionary_messages.SENTENCES,
    **import_messages.SENTENCES,
    **interchange_messages.SENTENCES,
}


def sentence_for(error: errors.ReaderError) -> str:
    """What to tell the user about the failure; that of its nearest known kind."""
    for kind in type(error).__mro__:
        if kind in _SENTENCES:
            return _SENTENCES[kind](error)
    return str(error)


def _tells(kind: type[E]) -> Callable[[Callable[[E], str]], Callable[[E], str]]:
    def register(sentence: Callable[[E], str]) -> Callable[[E], str]:
        _SENTENCES[kind] = cast(Sentence, sentence)
        return sentence

    return register


def filled(sentence: str, *values: object) -> str:
    """The sentence with ``%1``, ``%2`` … replaced by the values, each isolated."""
    return re.sub(r"%([1-9])", lambda place: isolated(str(values[int(place[1]) - 1])), sentence)


@_tells(errors.ReaderError)
def _reader_error(error: errors.ReaderError) -> str:
    return filled(translate("Messages", "Something that can be expected went wrong: %1"), str(error))


@_tells(errors.Cancelled)
def _cancelled(_error: errors.Cancelled) -> str:
    return translate("Messages", "Stopped. What was done before the stop is kept.")


@_tells(errors.InvalidSpan)
def _invalid_span(error: errors.InvalidSpan) -> str:
    return filled(
        translate("Messages", "These words cannot be selected: from %1 to %2 there is nothing. Select again."),
        error.start,
        error.end,
    )


@_tells(errors.SpanOutsideText)
def _span_outside_text(error: errors.SpanOutsideText) -> str:
    return filled(
        translate(
            "Messages",
            "The place %1 to %2 lies outside the text, which has %3 characters. Open the document again.",
        ),
        error.start,
        error.end,
        error.length,
    )


@_tells(errors.SpanTooLong)
def _span_too_long(error: errors.SpanTooLong) -> str:
    return filled(
        translate("Messages", "The selection has %1 characters, and a tag can cover %2. Select less."),
        error.length,
        error.longest,
    )


@_tells(errors.FileError)
def _file_error(error: errors.FileError) -> str:
    return filled(translate("Messages", "Something is wrong with the file %1. Look at it and try again."), error.path)


@_tells(errors.FileMissing)
def _file_missing(error: errors.FileMissing) -> str:
    return filled(
        translate("Messages", "There is no file %1. Check the name, or whether a drive is missing."), error.path
    )


@_tells(errors.FileIsFolder)
def _file_is_folder(error: errors.FileIsFolder) -> str:
    return filled(translate("Messages", "%1 is a folder. Choose a file in it."), error.path)


@_tells(errors.FileUnreadable)
def _file_unreadable(error: errors.FileUnreadable) -> str:
    return filled(
        translate("Messages", "The file %1 cannot be read (%2). Check its permissions."), error.path, error.reason
    )


@_tells(errors.FileEmpty)
def _file_empty(error: errors.FileEmpty) -> str:
    return filled(translate("Messages", "The file %1 holds no text. Choose another."), error.path)


@_tells(errors.FileIsBinary)
def _file_is_binary(error: errors.FileIsBinary) -> str:
    return filled(translate("Messages", "%1 is not a text file. Save it as plain text (UTF-8) first."), error.path)


@_tells(errors.FileUndecodable)
def _file_undecodable(error: errors.FileUndecodable) -> str:
    return filled(
        translate(
            "Messages",
            "The file %1 is damaged or not in the encoding %2: byte %3 does not belong to it. Save "
            "it as UTF-8 and open it again.",
        ),
        error.path,
        error.encoding,
        error.byte_offset,
    )


@_tells(errors.FileTooLarge)
def _file_too_large(error: errors.FileTooLarge) -> str:
    size = QLocale().formattedDataSize(error.largest_bytes, 0)
    return filled(translate("Messages", "The file %1 is larger than %2. Divide it."), error.path, size)


@_tells(errors.FileChanged)
def _file_changed(error: errors.FileChanged) -> str:
    return filled(translate("Messages", "The file %1 changed while it was being read. Open it again."), error.path)


@_tells(errors.FileUnwritable)
def _file_unwritable(error: errors.FileUnwritable) -> str:
    return filled(
        translate("Messages", "The file %1 cannot be written (%2). Choose another place."), error.path, error.reason
    )


@_tells(errors.LibraryError)
def _library_error(error: errors.LibraryError) -> str:
    return filled(
        translate(
            "Messages",
            "Something is wrong with the library %1. Nothing was changed; start Hashiya anew.",
        ),
        error.path,
    )


@_tells(errors.LibraryMissing)
def _library_missing(error: errors.LibraryMissing) -> str:
    return filled(
        translate("Messages", "There is no library %1. Check the name, or leave it out to use your own."), error.path
    )


@_tells(errors.LibraryLocked)
def _library_locked(error: errors.LibraryLocked) -> str:
    return filled(
        translate("Messages", "Another program is writing to the library %1. Nothing was changed; try again."),
        error.path,
    )


@_tells(errors.LibraryReadOnly)
def _library_read_only(error: errors.LibraryReadOnly) -> str:
    return filled(
        translate(
            "Messages",
            "The library %1 can be read but not written. Nothing was changed; check its permissions.",
        ),
        error.path,
    )


@_tells(errors.LibraryUnreadable)
def _library_unreadable(error: errors.LibraryUnreadable) -> str:
    return filled(
        translate(
            "Messages",
            "The library %1 cannot be opened (%2). Check its permissions and the folder it lies in.",
        ),
        error.path,
        error.reason,
    )


@_tells(errors.LibraryCorrupt)
def _library_corrupt(error: errors.LibraryCorrupt) -> str:
    return filled(
        translate("Messages", "The library %1 is damaged (%2). It was left as it is; restore a backup."),
        error.path,
        error.detail,
    )


@_tells(errors.LibraryTooNew)
def _library_too_new(error: errors.LibraryTooNew) -> str:
    return filled(
        translate(
            "Messages",
            "A newer Hashiya wrote the library %1: it has form %2, and this Hashiya knows %3. Update Hashiya.",
        ),
        error.path,
        error.found,
        error.known,
    )


@_tells(errors.NotALibrary)
def _not_a_library(error: errors.NotALibrary) -> str:
    return filled(
        translate("Messages", "The file %1 is not a Hashiya library. It was left as it is; choose another."), error.path
    )


@_tells(errors.LibraryReplaced)
def _library_replaced(error: errors.LibraryReplaced) -> str:
    return filled(
        translate(
            "Messages",
            "The library %1 was moved, deleted or replaced while it was open, so the change was not "
            "saved. Put the file back and try again, or start Hashiya anew.",
        ),
        error.path,
    )


@_tells(errors.DiskFull)
def _disk_full(error: errors.DiskFull) -> str:
    return filled(
        translate(
            "Messages",
            "The disk with the library %1 is full, so the change was not saved. Free some space and try again.",
        ),
        error.path,
    )


@_tells(errors.BackupFailed)
def _backup_failed(error: errors.BackupFailed) -> str:
    return filled(
        translate(
            "Messages",
            "The backup of %1 was not made (%2). Earlier backups are untouched; choose another place.",
        ),
        error.path,
        error.reason,
    )


@_tells(errors.UnknownDocument)
def _unknown_document(error: errors.UnknownDocument) -> str:
    return filled(
        translate("Messages", "The library has no document %1. Choose one from the list of documents."), error.reference
    )


@_tells(errors.UnknownTag)
def _unknown_tag(error: errors.UnknownTag) -> str:
    return filled(translate("Messages", "The tagset has no tag %1. Choose another."), error.reference)


@_tells(errors.EditConflict)
def _edit_conflict(error: errors.EditConflict) -> str:
    return filled(
        translate(
            "Messages",
            "This was changed elsewhere in the meantime, so nothing was done (%1). Look at it anew "
            "and repeat the change if it is still wanted.",
        ),
        error.what,
    )


@_tells(errors.TagInUse)
def _tag_in_use(error: errors.TagInUse) -> str:
    return filled(
        translate("Messages", "Annotations have the tag %1 (%2 of them). Say what is to become of them."),
        error.name,
        error.count,
    )


@_tells(errors.TermBaseUnknown)
def _term_base_unknown(error: errors.TermBaseUnknown) -> str:
    return filled(translate("Messages", "There is no term base called %1."), error.name)


@_tells(errors.FormatUnknown)
def _format_unknown(error: errors.FormatUnknown) -> str:
    return filled(
        translate("Messages", "The name of %1 tells no format that is known here. Known are: %2."),
        error.path,
        error.known,
    )


@_tells(errors.LexiconMissing)
def _lexicon_missing(_error: errors.LexiconMissing) -> str:
    return translate("Messages", "No lexicon is installed. Install Hashiya with its extra “lexicon”.")


@_tells(errors.VocaliserMissing)
def _vocaliser_missing(_error: errors.VocaliserMissing) -> str:
    return translate(
        "Messages", "Nothing that makes vowel signs is installed. Install Hashiya with its extra “tashkeel”."
    )


@_tells(errors.LexiconDamaged)
def _lexicon_damaged(error: errors.LexiconDamaged) -> str:
    return filled(translate("Messages", "The lexicon in %1 cannot be used: %2"), error.path, error.reason)


@_tells(errors.LearnedFileUnusable)
def _learned_file_unusable(error: errors.LearnedFileUnusable) -> str:
    sentence = translate("Messages", "%1 cannot be used as a file of what was learned (%2). Nothing was changed.")
    return filled(sentence, error.path, error.reason)


@_tells(errors.RecogniserUnavailable)
def _recogniser_unavailable(error: errors.RecogniserUnavailable) -> str:
    return filled(translate("Messages", "The recogniser %1 cannot be used: %2"), error.name, error.reason)


MODEL_PROBLEMS = {
    "not-installed": QT_TRANSLATE_NOOP(
        "Messages", "The model in %1 cannot be used: %2 is not installed. Install Hashiya with its extra “neural”."
    ),
    "no-folder": QT_TRANSLATE_NOOP("Messages", "There is no folder %1. Choose the folder that holds the model."),
    "missing": QT_TRANSLATE_NOOP(
        "Messages",
        "The folder %1 has no file %2. Choose a folder with a model exported to ONNX, with all its files.",
    ),
    "unreadable": QT_TRANSLATE_NOOP(
        "Messages", "A file of the model in %1 cannot be read (%2). Check its permissions."
    ),
    "damaged": QT_TRANSLATE_NOOP(
        "Messages", "A file of the model in %1 is damaged or of another kind (%2). Export the model anew."
    ),
    "no-labels": QT_TRANSLATE_NOOP(
        "Messages",
        "The model in %1 names no labels (%2). Choose a model for token classification, or a GLiNER model.",
    ),
    "outside": QT_TRANSLATE_NOOP(
        "Messages", "The model in %1 wants to read %2, outside its folder. That is refused; export it anew."
    ),
    "mismatch": QT_TRANSLATE_NOOP(
        "Messages",
        "The files of the model in %1 do not fit together (%2). Export model and tokenizer from the same source.",
    ),
    "unsupported": QT_TRANSLATE_NOOP(
        "Messages",
        "A model of the kind in %1 cannot be used (%2). Choose one for token classification, or a span-level GLiNER.",
    ),
    "no-kinds": QT_TRANSLATE_NOOP(
        "Messages", "The model in %1 is not told what to look for. Name at least one kind, with its tag."
    ),
    "too-many-kinds": QT_TRANSLATE_NOOP(
        "Messages", "The model in %1 cannot look for so many kinds at once (%2). Name fewer."
    ),
    "failed": QT_TRANSLATE_NOOP(
        "Messages", "The model in %1 failed while reading the text (%2). Export it anew, or choose another."
    ),
}
"""Sentences for ``ModelUnusable`` by its problem; %1 is the folder, %2 a file or a reason."""


@_tells(errors.ModelUnusable)
def _model_unusable(error: errors.ModelUnusable) -> str:
    known = MODEL_PROBLEMS.get(error.problem, MODEL_PROBLEMS["failed"])
    return filled(translate("Messages", str(known)), error.folder, error.detail)


@_tells(errors.ResourceMissing)
def _resource_missing(error: errors.ResourceMissing) -> str:
    return filled(translate("Messages", "%1 is missing from this installation. Install Hashiya again."), error.name)


@_tells(errors.EncodingUnknown)
def _encoding_unknown(error: errors.EncodingUnknown) -> str:
    return filled(
        translate(
            "Messages",
            "There is no encoding %1 among those Hashiya reads. Try utf-8, utf-16, windows-1256 or iso-8859-6.",
        ),
        error.name,
    )


@_tells(errors.LibraryFailing)
def _library_failing(error: errors.LibraryFailing) -> str:
    return filled(
        translate(
            "Messages",
            "The disk with the library %1 did not do what was asked (%2), so the change was not saved. "
            "Check the disk, then try again.",
        ),
        error.path,
        error.reason,
    )


@_tells(errors.DocumentNotReady)
def _document_not_ready(_error: errors.DocumentNotReady) -> str:
    return translate("Messages", "The text is not in the library yet, so nothing was done. Try again in a moment.")


@_tells(errors.WorkerEnded)
def _worker_ended(error: errors.WorkerEnded) -> str:
    return filled(
        translate(
            "Messages",
            "What was going on behind the page ended too early (%1). Your tags are untouched; start it again.",
        ),
        error.reason,
    )


@_tells(errors.EditUnderWay)
def _edit_under_way(_error: errors.EditUnderWay) -> str:
    return translate(
        "Messages",
        "A large change is still being made, so nothing else was changed. Wait until it is done, or stop it.",
    )
