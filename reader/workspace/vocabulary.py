# SPDX-License-Identifier: GPL-3.0-or-later
"""How well words are known: what word a written form is, what status it has, and the edits that give it one."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.lexicon.records import PartOfSpeech
from reader.model.edit import Edit, RecordChange
from reader.model.ids import now
from reader.model.vocabulary import WordScope, WordState, WordStatus
from reader.store import Library
from reader.text import clitics
from reader.text.normalise import folded

if TYPE_CHECKING:
    from reader.lexicon.lookup import Lookup, Meaning
    from reader.workspace.words import Words

_TELLING: Final = frozenset("\u064e\u064f\u0650\u0651")
"""Marks by which lemmas are told apart; sukun and the like are written now so, now otherwise."""
_MARKS_OF_LEMMAS: Final = frozenset(map(chr, range(0x064B, 0x0660))) | {"\u0670"}
_SHORTEST_STEM: Final = 3
GLOSSES: Final = 4
"""Glosses of a word that are shown beside it and written on its card."""


class WordFacts(NamedTuple):
    """What a written form is, whatever stands around it.

    ``form_key`` and ``lemma_key`` are what statuses hang on, ``lemma`` what is shown. ``zipf`` is the frequency of the
    form as written, None where it is not listed. Without the lexicon the lemma is the form without its article.
    """

    form_key: str
    lemma_key: str
    lemma: str
    glosses: tuple[str, ...] = ()
    part_of_speech: PartOfSpeech = PartOfSpeech.UNKNOWN
    zipf: float | None = None
    is_from_lexicon: bool = False

    @property
    def is_name(self) -> bool:
        return self.part_of_speech is PartOfSpeech.PROPER_NOUN


class Standing(NamedTuple):
    """The status of a word, and whether it was said of its lemma, of this form alone, or never (None)."""

    status: WordStatus
    scope: WordScope | None = None


NEVER_SAID: Final = Standing(WordStatus.NEW)


@lru_cache(maxsize=16384)
def is_word_to_learn(written: str) -> bool:
    """Whether it has a letter of a script that runs from right to left; numbers and foreign words have none."""
    return any(unicodedata.bidirectional(char) in ("R", "AL") and char.isalpha() for char in written)


def form_key(written: str) -> str:
    """The letters of a form: its vowel signs, tatweel and controls do not tell it from others."""
    return folded(written, "lemma")


def lemma_key(lemma: str) -> str:
    """The letters of a lemma with the vowel signs that tell it from others."""
    return "".join(char for char in lemma if char not in _MARKS_OF_LEMMAS or char in _TELLING)


def bare_lemma(written: str) -> str:
    """What counts as the lemma where no lexicon says better: the form without article and what stands before that.

    Single letters such as و and ب are not parted off: without a lexicon كتاب would as well be ك + تاب.
    """
    key = form_key(written)
    found = (each for each in clitics.splits(written) if clitics.ARTICLE in each.proclitics)
    split = next((each for each in found if len(each.stem) >= _SHORTEST_STEM), None)
    return key if split is None else split.stem


def facts_of(written: Collection[str], lexicon: Words | None) -> dict[str, WordFacts]:
    """Each form that is a word to learn, with what it is; the same in every text, sentence and program."""
    wanted = [each for each in written if is_word_to_learn(each)]
    if lexicon is None:
        return {each: _bare_facts(each, None) for each in wanted}
    return {each: facts_from(each, lookup) for each, lookup in lexicon.look_up_alone(wanted).items()}


def facts_from(written: str, lookup: Lookup) -> WordFacts:
    """What a form is, from what the lexicon says of it by itself."""
    if not lookup.meanings:
        return _bare_facts(written, lookup.zipf)
    meaning: Meaning = lookup.meanings[0]
    return WordFacts(
        form_key=form_key(written),
        lemma_key=lemma_key(meaning.reading.lemma),
        lemma=meaning.reading.lemma,
        glosses=meaning.glosses[:GLOSSES],
        part_of_speech=meaning.reading.part_of_speech,
        zipf=lookup.zipf,
        is_from_lexicon=True,
    )


def standings(library: Library, facts: Iterable[WordFacts]) -> dict[tuple[str, str], Standing]:
    """The status of each word by its ``(form_key, lemma_key)``; words without one are left out.

    A form's own status comes first, then its lemma's, then that of a lemma written without vowel signs, which was
    given where there was no lexicon.
    """
    wanted = {(each.form_key, each.lemma_key): each for each in facts}
    forms = library.vocabulary.statuses(WordScope.FORM, {form for form, _ in wanted})
    keys = {key for _, lemma in wanted for key in (lemma, folded(lemma, "lemma"))}
    lemmas = library.vocabulary.statuses(WordScope.LEMMA, keys)
    found = {}
    for form, lemma in wanted:
        status = lemmas.get(lemma) or lemmas.get(folded(lemma, "lemma"))
        if form in forms:
            found[form, lemma] = Standing(forms[form], WordScope.FORM)
        elif status is not None:
            found[form, lemma] = Standing(status, WordScope.LEMMA)
    without = [each for key, each in wanted.items() if key not in found and not each.is_from_lexicon]
    bare = library.vocabulary.statuses_of_bare({each.lemma_key for each in without}) if without else {}
    for each in without:
        if each.lemma_key in bare:
            found[each.form_key, each.lemma_key] = Standing(bare[each.lemma_key], WordScope.LEMMA)
    return found


# Edits


class Marked(NamedTuple):
    """A word that is given a status: of ``scope``, with the key there and what is shown of it."""

    scope: WordScope
    key: str
    word: str


def marked(facts: WordFacts, written: str, *, for_form: bool = False) -> Marked:
    if for_form:
        return Marked(WordScope.FORM, facts.form_key, folded(written, "lemma"))
    return Marked(WordScope.LEMMA, facts.lemma_key, facts.lemma)


def set_statuses(library: Library, words: Sequence[Marked], status: WordStatus, author: str) -> Edit:
    """Give the words a status. A lemma that is new again has no record; a form may be new though its lemma is known."""
    return _edit(changes_to(library, dict.fromkeys(words, status), author))


def set_status_of_word(
    library: Library, facts: WordFacts, written: str, status: WordStatus, author: str, *, for_form: bool
) -> Edit:
    """Give one word on the page a status: the form alone, or its lemma; then what was said of the form is void."""
    changes = changes_to(library, {marked(facts, written, for_form=for_form): status}, author)
    if not for_form:
        own = library.vocabulary.find_states([(WordScope.FORM, facts.form_key)])
        changes += [RecordChange(state, None) for state in own.values()]
    return _edit(changes)


def changes_to(library: Library, wanted: Mapping[Marked, WordStatus], author: str) -> list[RecordChange]:
    """What has to change for each word to have the status wanted."""
    present = library.vocabulary.find_states((word.scope, word.key) for word in wanted)
    time = now()
    changes = []
    for word, status in wanted.items():
        before = present.get((word.scope, word.key))
        after = None if _is_void(word, status) else _state(before, word, status, author, time)
        if before != after:
            changes.append(RecordChange(before, after))
    return changes + _bare_ones_replaced(library, wanted)


# Inside


def _bare_facts(written: str, zipf: float | None) -> WordFacts:
    lemma = bare_lemma(written)
    return WordFacts(form_key=form_key(written), lemma_key=lemma, lemma=lemma, zipf=zipf)


def _is_void(word: Marked, status: WordStatus) -> bool:
    return word.scope is WordScope.LEMMA and status is WordStatus.NEW


def _state(before: WordState | None, word: Marked, status: WordStatus, author: str, time: str) -> WordState:
    if before is None:
        return WordState(
            scope=word.scope, key=word.key, word=word.word, status=status, author=author, created=time, modified=time
        )
    return before if before.status is status else replace(before, status=status, author=author, modified=time)


def _bare_ones_replaced(library: Library, wanted: Mapping[Marked, WordStatus]) -> list[RecordChange]:
    """What was said of the same lemmas where there was no lexicon goes: the lexicon's own spelling speaks now."""
    bare = {(WordScope.LEMMA, folded(word.key, "lemma")) for word in wanted if word.scope is WordScope.LEMMA}
    others = bare - {(word.scope, word.key) for word in wanted}
    return [RecordChange(state, None) for state in library.vocabulary.find_states(others).values()]


def _edit(changes: Sequence[RecordChange]) -> Edit:
    name = "set-word-status" if len(changes) <= 1 else "set-word-statuses"
    return Edit(name=name, document_id=None, changes=tuple(changes))
