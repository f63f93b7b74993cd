# SPDX-License-Identifier: GPL-3.0-or-later
"""What the process that reads untrusted files and ours say to each other: JSON, one message or document a line.

No pickle here: whoever takes that process over with a crafted file must not get further than the text of a document.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from reader import errors
from reader.importers.extracted import Columns, Comment, Extracted, Notice, NoticeKind, Options, Original
from reader.model.structure import Block, BlockKind
from reader.text.direction import Direction

_UNFIT = re.compile("[\x00\r\ud800-\udfff]")
_LONGEST_MESSAGE = 1 << 20


class StrangeAnswer(Exception):
    """The other side said what no process of ours says."""


def send(pipe: IO[bytes], message: Mapping[str, object]) -> None:
    """Raises OSError when the other side is gone."""
    pipe.write(json.dumps(message).encode("ascii") + b"\n")
    pipe.flush()


def receive(pipe: IO[bytes]) -> dict[str, Any] | None:
    """The next message; None when the other side is gone.

    Raises:
        StrangeAnswer.
    """
    line = pipe.readline(_LONGEST_MESSAGE)
    if not line.endswith(b"\n"):
        return None
    try:
        message = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise StrangeAnswer("a message is no JSON") from error
    if not isinstance(message, dict):
        raise StrangeAnswer("a message is no object")
    return message


def options_as_json(options: Options) -> dict[str, Any]:
    return asdict(options)


def options_of(message: Mapping[str, Any]) -> Options:
    columns = message["columns"]
    extra = tuple((str(name), str(value)) for name, value in message["extra"])
    return Options(**{**message, "columns": Columns(**columns) if columns else None, "extra": extra})


def failure_as_json(error: errors.ReaderError) -> dict[str, Any]:
    """An expected failure: its class and its fields that are plain values."""
    fields = {name: value for name, value in vars(error).items() if isinstance(value, str | int)}
    return {"failed": type(error).__name__, "fields": fields, "says": str(error)}


def failure_of(message: Mapping[str, Any], path: Path) -> errors.ReaderError:
    """The failure of ``failure_as_json``; one about a file is about ``path``, whatever it says.

    Raises:
        StrangeAnswer.
    """
    kind = getattr(errors, str(message.get("failed")), None)
    if not (isinstance(kind, type) and issubclass(kind, errors.ReaderError)):
        raise StrangeAnswer(f"{message.get('failed')} is no failure that is expected")
    error = kind.__new__(kind)
    error.args = (str(message.get("says", "")),)
    vars(error).update({str(name): value for name, value in dict(message.get("fields", {})).items()})
    if isinstance(error, errors.FileError):
        error.path = path
    return error


def write_document(out: IO[str], document: Extracted) -> int:
    """Append a document to a file of them; how many characters that took."""
    record = asdict(document)
    record["text"] = fit(document.text)
    if document.original is not None:
        record["original"]["text"] = fit(document.original.text)
    line = _UNFIT.sub("\ufffd", json.dumps(record, ensure_ascii=False))
    return out.write(line + "\n")


def fit(text: str) -> str:
    """``text`` fit to be stored, every offset as it was: for importers that did not see to it themselves."""
    if not _UNFIT.search(text):
        return text
    return _UNFIT.sub(lambda found: "\n" if found[0] == "\r" else "\ufffd", text)


def read_documents(lines: IO[str]) -> Iterator[Extracted]:
    """The documents in a file that ``write_document`` wrote.

    Raises:
        StrangeAnswer: for what it did not write.
    """
    for line in lines:
        try:
            yield _document_of(json.loads(line))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise StrangeAnswer(f"a document cannot be read ({type(error).__name__}: {error})") from error


def _document_of(record: dict[str, Any]) -> Extracted:
    text = fit(str(record["text"]))
    original = record["original"]
    return Extracted(
        text=text,
        blocks=_blocks_of(record["blocks"], len(text)),
        title=str(record["title"]),
        metadata=tuple((str(key), str(value)) for key, value in record["metadata"]),
        comments=tuple(_comment_of(comment, len(text)) for comment in record["comments"]),
        notices=tuple(
            Notice(kind=NoticeKind(notice["kind"]), count=int(notice["count"]), detail=str(notice["detail"]))
            for notice in record["notices"]
        ),
        direction=Direction(record["direction"]) if record["direction"] else None,
        encoding=str(record["encoding"]),
        source_detail=str(record["source_detail"]),
        original=_original_of(original) if original else None,
    )


def _blocks_of(records: list[dict[str, Any]], length: int) -> tuple[Block, ...]:
    blocks = []
    for record in records:
        start, end = int(record["start"]), int(record["end"])
        if end > length:
            raise ValueError("a block reaches beyond the text")
        blocks.append(
            Block(
                kind=BlockKind(record["kind"]),
                start=start,
                end=end,
                level=int(record["level"]),
                label=str(record["label"]),
                direction=Direction(record["direction"]) if record["direction"] else None,
            )
        )
    return tuple(blocks)


def _comment_of(record: dict[str, Any], length: int) -> Comment:
    start, end = int(record["start"]), int(record["end"])
    if not 0 <= start < end <= length:
        raise ValueError("a comment is about nothing")
    return Comment(
        start=start, end=end, text=str(record["text"]), author=str(record["author"]), created=str(record["created"])
    )


def _original_of(record: dict[str, Any]) -> Original:
    text = fit(str(record["text"]))
    runs = tuple((int(a), int(b), int(length), str(kind)) for a, b, length, kind in record["runs"])
    return Original(text=text, runs=runs, blocks=_blocks_of(record["blocks"], len(text)))
