# SPDX-License-Identifier: GPL-3.0-or-later
"""Terms as they are shown: with what stands in the text, their base, and why they were found, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from reader.lexicon.terms import TermMatch, Why, form_key, term_keys
from reader.model.term import Term, TermBase, TermStatus
from reader.ui.i18n import translate
from reader.ui.models.sentences import filled, isolated

_STATUSES: Final[dict[TermStatus, object]] = {
    TermStatus.PREFERRED: QT_TRANSLATE_NOOP("Terms", "preferred"),
    TermStatus.ADMITTED: QT_TRANSLATE_NOOP("Terms", "admitted"),
    TermStatus.PROPOSED: QT_TRANSLATE_NOOP("Terms", "proposed"),
    TermStatus.DEPRECATED: QT_TRANSLATE_NOOP("Terms", "no longer used"),
}
_PLURAL = QT_TRANSLATE_NOOP("Terms", "plural ending")
_DUAL = QT_TRANSLATE_NOOP("Terms", "ending of the dual")
_EITHER = QT_TRANSLATE_NOOP("Terms", "ending of the dual or the plural")
_FEMININE = QT_TRANSLATE_NOOP("Terms", "feminine ending")
_ENDINGS: Final[dict[str, object]] = {
    "ات": _PLURAL,
    "ون": _PLURAL,
    "ان": _DUAL,
    "تان": _DUAL,
    "تين": _DUAL,
    "ين": _EITHER,
    "يه": _FEMININE,
}
_WITH_ONE = QT_TRANSLATE_NOOP("Terms", "with %1")
_WITH_TWO = QT_TRANSLATE_NOOP("Terms", "with %1 and %2")
_WITH_THREE = QT_TRANSLATE_NOOP("Terms", "with %1, %2 and %3")
_FORM_OF = QT_TRANSLATE_NOOP("Terms", "a form of %1")
_SPELLED = QT_TRANSLATE_NOOP("Terms", "the other spelling %1")
_COMMA = QT_TRANSLATE_NOOP("Terms", ", ")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTerm:
    """A term found in the text; ``written`` is what stands there, without clitics."""

    match: TermMatch
    term: Term
    base: TermBase
    written: str


def status_in_words(status: TermStatus) -> str:
    return translate("Terms", str(_STATUSES[status]))


def why_in_words(shown: ShownTerm) -> str:
    """Why the term was found although the text has other letters; "" where it has the same."""
    return listed([*_spelling(shown), *_reasons(shown.match.why)])


def listed(values: Sequence[str]) -> str:
    """The values in a row, parted by the comma of the interface's language."""
    return translate("Terms", str(_COMMA)).join(values)


def best_target(term: Term) -> str:
    """What the term is to be called in the first place; "" where nothing is said."""
    return term.targets[0] if term.targets else ""


def _spelling(shown: ShownTerm) -> Iterator[str]:
    key = form_key(shown.written)
    if key == " ".join(term_keys(shown.term.source)):
        return
    for variant in shown.term.variants:
        if key == " ".join(term_keys(variant)):
            yield filled(translate("Terms", str(_SPELLED)), variant)
            return


def _reasons(why: Why) -> Iterator[str]:
    clitics = [*why.proclitics, *why.enclitics]
    if clitics:
        sentence = (_WITH_ONE, _WITH_TWO, _WITH_THREE)[min(len(clitics), 3) - 1]
        last = "".join(map(isolated, clitics[2:]))
        yield filled(translate("Terms", str(sentence)), *clitics[:2], last)
    for ending in dict.fromkeys(why.endings):
        yield translate("Terms", str(_ENDINGS[ending]))
    for lemma in why.lemmas:
        yield filled(translate("Terms", str(_FORM_OF)), lemma)
