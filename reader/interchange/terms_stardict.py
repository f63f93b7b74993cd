# SPDX-License-Identifier: GPL-3.0-or-later
"""A term base as a StarDict dictionary, for GoldenDict, KOReader, OmegaT and their like: .ifo, .idx, .dict, .syn.

Written by ourselves, for pyglossary is an extra. Source: "Format for StarDict dictionary files",
doc/StarDictFileFormat of the stardict 3.0.6 sources: offsets in network order, headwords sorted by stardict_strcmp.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO, Final

from reader.errors import FileUnwritable
from reader.interchange.files import write_binary_file
from reader.interchange.terms_article import TermArticle, article_of, on_one_line
from reader.model.term import Term, TermBase

_LONGEST_WORD_BYTES: Final = 255
_PARTS: Final = (".dict", ".idx", ".syn")
_FOREIGN: Final = (".dict.dz", ".idx.gz", ".syn.dz", ".index")
"""Files that other programs would read with ours, or instead of ours."""


def write_stardict(path: Path, base: TermBase, terms: Sequence[Term]) -> None:
    """Write the dictionary at ``path`` and the files beside it; the .ifo, which is added to another name, comes last.

    Raises:
        FileIsFolder, FileUnwritable: also when files beside it belong to another dictionary.
    """
    if path.suffix.lower() != ".ifo":
        path = path.with_name(f"{path.name}.ifo")
    _refuse_others(path)
    articles, index, synonyms = _content(base, terms)
    _write(path.with_suffix(".dict"), articles)
    _write(path.with_suffix(".idx"), index)
    if synonyms:
        rows = b"".join(word + b"\0" + number.to_bytes(4, "big") for word, number in synonyms)
        _write(path.with_suffix(".syn"), rows)
    else:
        path.with_suffix(".syn").unlink(missing_ok=True)
    header = _header(base, terms, len(index), len(synonyms))
    _write(path, header.encode())


def _write(path: Path, data: bytes) -> None:
    def write(stream: BinaryIO) -> None:
        stream.write(data)

    write_binary_file(path, write)


def _refuse_others(path: Path) -> None:
    """A dictionary of ours may be written over; one that only has the same name may not."""
    others = _FOREIGN if path.exists() else (*_FOREIGN, *_PARTS)
    found = next((each for suffix in others if (each := path.with_suffix(suffix)).exists()), None)
    if found is not None:
        raise FileUnwritable(path, f"{found.name} is there already and belongs to another dictionary")


def _content(base: TermBase, terms: Sequence[Term]) -> tuple[bytes, bytes, list[tuple[bytes, int]]]:
    """Articles, index, and the synonyms with the number of their entry."""
    articles, index = bytearray(), bytearray()
    synonyms: list[tuple[bytes, int]] = []
    rows = sorted(((_word(term.source), place, term) for place, term in enumerate(terms)), key=lambda r: _order(r[0]))
    for number, (word, _, term) in enumerate(rows):
        data = article_as_html(article_of(term, base), _heading(term, word)).encode()
        index += word + b"\0" + len(articles).to_bytes(4, "big") + len(data).to_bytes(4, "big")
        articles += data
        synonyms += [(_word(each), number) for each in dict.fromkeys(term.variants) if _word(each) != word]
    synonyms.sort(key=lambda each: (_order(each[0]), each[1]))
    return bytes(articles), bytes(index), synonyms


def _order(word: bytes) -> tuple[bytes, bytes]:
    """stardict_strcmp: as if ASCII letters were small, then by bytes."""
    return word.lower(), word


def _word(text: str) -> bytes:
    """The headword as the format can hold it; never empty, for a term is not."""
    data = on_one_line(text).encode()
    return data if len(data) <= _LONGEST_WORD_BYTES else data[:_LONGEST_WORD_BYTES].decode("utf-8", "ignore").encode()


def _heading(term: Term, word: bytes) -> str:
    """The whole term where the headword is only its beginning."""
    return "" if on_one_line(term.source).encode() == word else term.source


def article_as_html(article: TermArticle, heading: str = "") -> str:
    """The article in the plainest of HTML; every line takes its direction from what stands in it."""
    lines = [_line("b", heading), _line("i", article.labels)]
    if len(article.targets) > 1:
        lines.append("<ol>" + "".join(f'<li dir="auto">{_text(each)}</li>' for each in article.targets) + "</ol>")
    else:
        lines += [_line("b", each) for each in article.targets]
    if article.forbidden:
        forbidden = ", ".join(f"<s>{_text(each)}</s>" for each in article.forbidden)
        lines.append(f'<div dir="auto">✗ {_text(article.forbidden_label)}: {forbidden}</div>')
    lines += [_line("", article.definition), _line("small", article.note)]
    if article.example:
        source = f" ({_text(article.example_source)})" if article.example_source else ""
        label = _text(article.example_label)
        lines.append(f'<div dir="auto"><i>{label}: {_text(article.example)}{source}</i></div>')
    return "".join(lines) or "<div>—</div>"


def _line(tag: str, text: str) -> str:
    if not text:
        return ""
    return f'<div dir="auto"><{tag}>{_text(text)}</{tag}></div>' if tag else f'<div dir="auto">{_text(text)}</div>'


def _text(text: str) -> str:
    return html.escape(text, quote=False).replace("\n", "<br>")


def _header(base: TermBase, terms: Iterable[Term], index_bytes: int, synonyms: int) -> str:
    listed = list(terms)
    fields = {
        "version": "3.0.0",
        "bookname": on_one_line(base.name) or "terms",
        "wordcount": str(len(listed)),
        "idxfilesize": str(index_bytes),
        "sametypesequence": "h",
        "lang": f"{on_one_line(base.source_language)}-{on_one_line(base.target_language)}",
        "date": max((term.modified for term in listed), default="")[:10].replace("-", "."),
    }
    if synonyms:
        fields["synwordcount"] = str(synonyms)
    return "StarDict's dict ifo file\n" + "".join(f"{key}={value}\n" for key, value in fields.items() if value)
