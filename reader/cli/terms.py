# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya terms`` and ``hashiya termbase``: terms found in a text, term bases listed, taken in and written out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.cli.cells import visible
from reader.cli.gloss import opened_words
from reader.cli.output import say, write, write_json, write_json_object
from reader.cli.sources import Source
from reader.cli.terminal import phrase
from reader.errors import LexiconDamaged, LexiconMissing, TermBaseUnknown
from reader.lexicon.terms import TermMatch
from reader.model.term import Term, TermBase
from reader.store import Library
from reader.workspace import Workspace, terms, terms_import
from reader.workspace.terms_import import TermFormat, TermImport
from reader.workspace.words import Words


def list_matches(source: Source, library: Library, *, as_json: bool) -> None:
    """The terms in the text in its order."""
    found = _matches(source, library)
    if as_json:
        write_json_object([("title", source.title), ("terms", found)])
        return
    for each in found:
        targets = "; ".join(phrase(target) for target in each["targets"]) or "—"
        why = f"  ({', '.join(visible(reason) for reason in each['why'])})" if each["why"] else ""
        write(f"{each['start']:>9} {each['end']:>9}  {phrase(each['text'])}  → {targets}{why}")


def list_bases(library: Library | None, *, as_json: bool) -> None:
    """Every term base by priority."""
    bases = library.terms.bases() if library else []
    counted = [(base, library.terms.count(base.id)) for base in bases] if library else []
    if as_json:
        write_json_object([("term_bases", [_base_fields(base, count) for base, count in counted])])
        return
    for base, count in counted:
        off = "" if base.is_on else "  (off)"
        write(
            f"{count:>7}  {visible(base.source_language)} → {visible(base.target_language)}  {phrase(base.name)}{off}"
        )


def take_in(
    library: Library,
    path: Path,
    name: str,
    author: str,
    *,
    form: TermFormat | None,
    encoding: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Put the terms of a file into the base with this name, which is made when there is none.

    Raises:
        FormatUnknown, FileError, RecordUnreadable: nothing is changed then.
    """
    file = terms_import.read_terms(path, form, encoding)
    workspace = Workspace(library, author)
    base = _named(library, name)
    if base is None:
        making = terms.add_base(library, name, file.source_language or "ar", file.target_language or "en")
        if dry_run:
            _tell(name, len(file.records), 0, 0, as_json=as_json)
            return
        workspace.edit(making)
        base = _existing(library, name)
    plan = terms_import.plan_import(library, base.id, file, author)
    for ignored in file.ignored:
        say(f"{path}: not read: {ignored}")
    if not dry_run and plan.edit.changes:
        workspace.edit(plan.edit)
    _tell_plan(name, plan, as_json=as_json)


def write_out(library: Library, name: str, out: Path, form: TermFormat | None) -> None:
    """Write a base to a file.

    Raises:
        TermBaseUnknown, FormatUnknown, FileUnwritable.
    """
    base = _existing(library, name)
    found = library.terms.of_base(base.id)
    terms_import.write_terms(out, form or terms_import.format_of(out), base, found)
    say(f"{out}: {len(found)} terms written.")


def _matches(source: Source, library: Library) -> Iterator[dict[str, Any]]:
    ready, words = terms.terms_of(library), _words(library)
    offset = 0
    for _, piece in source.text.texts():
        found = ready.find(piece, None if words is None else words.sure_lemmas_of)
        known = {term.id: term for term in library.terms.find({match.term_id for match in found})}
        for match in found:
            yield _match_fields(piece, offset, match, known[match.term_id])
        offset += len(piece)
    if words is not None:
        words.close()


def _words(library: Library) -> Words | None:
    """The lexicon, by which other forms of a term's words are known; terms are found without it too."""
    try:
        return opened_words(library)
    except (LexiconMissing, LexiconDamaged) as error:
        if isinstance(error, LexiconDamaged):
            say(str(error))
        return None


def _match_fields(piece: str, offset: int, match: TermMatch, term: Term) -> dict[str, Any]:
    span, why = match.span, match.why
    return {
        "start": span.start + offset,
        "end": span.end + offset,
        "text": piece[span.start : span.end],
        "term": term.source,
        "id": term.id,
        "targets": list(term.targets),
        "forbidden": list(term.forbidden),
        "status": term.status.value,
        "domain": term.domain,
        "note": term.note,
        "why": [*why.proclitics, *why.endings, *why.enclitics, *why.lemmas],
    }


def _base_fields(base: TermBase, count: int) -> dict[str, Any]:
    return {
        "id": base.id,
        "name": base.name,
        "source_language": base.source_language,
        "target_language": base.target_language,
        "priority": base.priority,
        "on": base.is_on,
        "terms": count,
    }


def _named(library: Library, name: str) -> TermBase | None:
    return next((base for base in library.terms.bases() if name in (base.name, base.id)), None)


def _existing(library: Library, name: str) -> TermBase:
    found = _named(library, name)
    if found is None:
        raise TermBaseUnknown(name)
    return found


def _tell_plan(name: str, plan: TermImport, *, as_json: bool) -> None:
    _tell(name, len(plan.new), len(plan.changed), plan.same, as_json=as_json)


def _tell(name: str, new: int, changed: int, same: int, *, as_json: bool) -> None:
    if as_json:
        write_json({"term_base": name, "new": new, "changed": changed, "same": same})
    else:
        say(f"{name}: {new} new terms, {changed} changed, {same} there already.")
