# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done with term bases: edits of them, and their terms found in a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.lexicon.terms import LemmasOf, TermIndex, TermMatch, form_key
from reader.model.edit import Edit, RecordChange
from reader.model.ids import TermBaseId, TermId, new_id, now
from reader.model.term import Term, TermBase, TermDismissal
from reader.store import Library


def add_base(library: Library, name: str, source_language: str = "ar", target_language: str = "en") -> Edit:
    """A new term base behind the others."""
    last = max((base.priority for base in library.terms.bases()), default=-1)
    base = TermBase(
        id=TermBaseId(new_id()),
        name=name,
        source_language=source_language,
        target_language=target_language,
        priority=last + 1,
    )
    return _edit("add-term-base", [RecordChange(None, base)])


def change_base(before: TermBase, after: TermBase) -> Edit:
    """Another name, other languages, on or off."""
    return _edit("change-term-base", [RecordChange(before, after)] if before != after else [])


def order_bases(library: Library, wanted: Sequence[TermBaseId]) -> Edit:
    """Give the bases the priorities of this order; those that are not named follow as they were."""
    bases = sorted(library.terms.bases(), key=lambda base: _place(wanted, base.id))
    changes = [RecordChange(base, replace(base, priority=place)) for place, base in enumerate(bases)]
    return _edit("order-term-bases", [change for change in changes if change.before != change.after])


def remove_base(library: Library, base_id: TermBaseId) -> Edit:
    """Take away a base with its terms and what was dismissed of them."""
    terms = library.terms.of_base(base_id)
    changes = _removals(library, terms)
    return _edit("remove-term-base", [*changes, RecordChange(library.terms.base(base_id), None)])


def new_term(base_id: TermBaseId, source: str, author: str, **fields: object) -> Term:
    """A term with a fresh identity; ``fields`` are those of ``Term``."""
    time = now()
    blank = Term(id=TermId(new_id()), base_id=base_id, source=source, author=author, created=time, modified=time)
    return replace(blank, **fields)  # type: ignore[arg-type]


def add_terms(terms: Iterable[Term]) -> Edit:
    return _edit("add-terms", [RecordChange(None, term) for term in terms])


def change_term(before: Term, after: Term) -> Edit:
    """Other fields of one term; the time of the change is set."""
    changed = [] if before == after else [RecordChange(before, replace(after, modified=now()))]
    return _edit("change-term", changed)


def remove_terms(library: Library, term_ids: Iterable[TermId]) -> Edit:
    return _edit("remove-terms", _removals(library, library.terms.find(term_ids)))


def dismiss(library: Library, term_id: TermId, written: str, author: str) -> Edit:
    """These written words are never this term; nothing where that was said before."""
    form = form_key(written)
    if (term_id, form) in library.terms.dismissed():
        return _edit("dismiss-term", [])
    record = TermDismissal(term_id=term_id, form=form, author=author, created=now())
    return _edit("dismiss-term", [RecordChange(None, record)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The terms of all bases that are on, ready to be found in texts."""

    index: TermIndex
    dismissed: frozenset[tuple[TermId, str]]

    def find(self, text: str, lemmas_of: LemmasOf | None = None) -> list[TermMatch]:
        """The terms in the text in its order, without those the user dismissed."""
        found = self.index.find(text, lemmas_of)
        if not self.dismissed:
            return found
        return [m for m in found if (m.term_id, form_key(text[m.span.start : m.span.end])) not in self.dismissed]


def terms_of(library: Library) -> Terms:
    """Read the terms; 50,000 take a third of a second."""
    return Terms(index=TermIndex(library.terms.for_matching()), dismissed=library.terms.dismissed())


def _removals(library: Library, terms: Sequence[Term]) -> list[RecordChange]:
    dismissals = library.terms.dismissals_of([term.id for term in terms])
    going: list[Term | TermDismissal] = [*dismissals, *terms]
    return [RecordChange(record, None) for record in going]


def _place(wanted: Sequence[TermBaseId], base_id: TermBaseId) -> int:
    return wanted.index(base_id) if base_id in wanted else len(wanted)


def _edit(name: str, changes: Sequence[RecordChange]) -> Edit:
    return Edit(name=name, document_id=None, changes=tuple(changes))
