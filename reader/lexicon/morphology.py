# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts a written word into prefix, stem and suffix as a lexicon allows, and gives each way as a reading.

Source of the method: T. Buckwalter, Arabic Morphological Analyzer 1.0 (LDC2002L49), as its documentation describes it:
a segmentation holds when all three parts are listed and their categories agree pair by pair.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, Protocol

from reader.lexicon.records import Part, PartKind, PartOfSpeech, Reading
from reader.lexicon.transliteration import arabic_of
from reader.text import arabic
from reader.text.normalise import fold

LONGEST_PREFIX, LONGEST_SUFFIX = 4, 6
"""Letters; the longest that the tables list."""
LONGEST_WORD: Final = 40
"""Letters; nothing longer is looked up."""
_VOWEL_SIGNS: Final = arabic.TASHKEEL - {"\u0651"}
_PARTS_OF_SPEECH: Final = {
    "ADJ": PartOfSpeech.ADJECTIVE,
    "ADV": PartOfSpeech.ADVERB,
    "NOUN": PartOfSpeech.NOUN,
    "NOUN_PROP": PartOfSpeech.PROPER_NOUN,
    "PREP": PartOfSpeech.PREPOSITION,
    "CONJ": PartOfSpeech.CONJUNCTION,
    "SUB_CONJ": PartOfSpeech.CONJUNCTION,
    "ABBREV": PartOfSpeech.ABBREVIATION,
    "VERB_PERFECT": PartOfSpeech.PERFECT,
    "VERB_IMPERFECT": PartOfSpeech.IMPERFECT,
    "VERB_IMPERATIVE": PartOfSpeech.IMPERATIVE,
    "PV_PASS": PartOfSpeech.PERFECT,
}
_VERB_CATEGORIES: Final = {
    "PV": PartOfSpeech.PERFECT,
    "IV": PartOfSpeech.IMPERFECT,
    "CV": PartOfSpeech.IMPERATIVE,
}
_LEMMA_NUMBER: Final = re.compile(r"_\d+$")
_LEMMA_VOWELS: Final = re.compile(r"-[aiu]+$")


class Affix(NamedTuple):
    """A prefix or suffix chain, vocalised in Arabic letters; ``functions`` as ``(form, tag)`` pairs."""

    form: str
    category: str
    functions: tuple[tuple[str, str], ...]


class Stem(NamedTuple):
    """A stem, vocalised in Arabic letters; ``lemma`` and ``function`` (its tag or "") as the lexicon writes them."""

    form: str
    category: str
    gloss: str
    function: str
    lemma: str
    root: str


class Stems(Protocol):
    """Where stems are looked up."""

    def stems_with(self, keys: Collection[str]) -> Mapping[str, Sequence[Stem]]:
        """The stems of each key that has some; keys are Arabic letters without marks."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Affixes:
    """The small tables: prefixes and suffixes by key, and the pairs of categories that agree."""

    prefixes: Mapping[str, Sequence[Affix]]
    suffixes: Mapping[str, Sequence[Affix]]
    prefix_stem: frozenset[tuple[str, str]]
    stem_suffix: frozenset[tuple[str, str]]
    prefix_suffix: frozenset[tuple[str, str]]


class Analyser:
    """Readings of words, in the order of the lexicon; ranking is another's duty."""

    def __init__(self, affixes: Affixes, stems: Stems, source: str) -> None:
        self._affixes = affixes
        self._stems = stems
        self._source = source

    def analyse(self, word: str) -> tuple[Reading, ...]:
        """The readings of a word as it is written; none where the lexicon lacks it. Marks rule readings out."""
        return self.analyse_all([word])[word]

    def analyse_all(self, words: Iterable[str]) -> dict[str, tuple[Reading, ...]]:
        """The readings of each word: one question to the lexicon for all of them. O(letters)."""
        forms = {word: _letters_of(word) for word in words}
        spellings = {word: _spellings(letters) for word, letters in forms.items()}
        stems = self._stems.stems_with({key for all_ in spellings.values() for s in all_ for key in _stem_keys(s)})
        return {word: self._first_readings(word, spellings[word], stems) for word in forms}

    def _first_readings(
        self, word: str, spellings: Sequence[str], stems: Mapping[str, Sequence[Stem]]
    ) -> tuple[Reading, ...]:
        """The readings of the first spelling that has some; what the hand wrote rules out others."""
        for letters in spellings:
            readings = [each for each in self._readings(letters, stems) if agrees_with_marks(word, each.form)]
            if readings:
                fitting = [each for each in readings if agrees_with_hamza(word, each.form)] or readings
                doubled = [each for each in fitting if ends_alike(word, each.form)] or fitting
                return tuple(dict.fromkeys(doubled))
        return ()

    def _readings(self, letters: str, stems: Mapping[str, Sequence[Stem]]) -> Iterator[Reading]:
        for start, end in _segmentations(len(letters)):
            prefixes = self._affixes.prefixes.get(letters[:start])
            suffixes = self._affixes.suffixes.get(letters[end:]) if prefixes else None
            if not prefixes or not suffixes:
                continue
            for stem in stems.get(letters[start:end], ()):
                yield from self._joined(prefixes, stem, suffixes)

    def _joined(self, prefixes: Sequence[Affix], stem: Stem, suffixes: Sequence[Affix]) -> Iterator[Reading]:
        fitting = [each for each in suffixes if (stem.category, each.category) in self._affixes.stem_suffix]
        if not fitting:
            return
        for prefix in prefixes:
            if (prefix.category, stem.category) not in self._affixes.prefix_stem:
                continue
            for suffix in fitting:
                if (prefix.category, suffix.category) in self._affixes.prefix_suffix:
                    yield self._reading(prefix, stem, suffix)

    def _reading(self, prefix: Affix, stem: Stem, suffix: Affix) -> Reading:
        kind = part_of_speech(stem)
        parts = [Part(form=form, kind=PartKind.PREFIX, function=tag) for form, tag in prefix.functions]
        parts.append(Part(form=stem.form, kind=PartKind.STEM, function=stem.function or kind.name))
        parts += [Part(form=form, kind=PartKind.SUFFIX, function=tag) for form, tag in suffix.functions]
        return Reading(
            form=prefix.form + stem.form + suffix.form,
            parts=tuple(parts),
            lemma=lemma_form(stem),
            lemma_id=stem.lemma or stem.form,
            root=stem.root,
            part_of_speech=kind,
            glosses=tuple(each.strip() for each in stem.gloss.split(";") if each.strip()),
            source=self._source,
            category=stem.category,
        )


def part_of_speech(stem: Stem) -> PartOfSpeech:
    """From the entry's own tag, else from its category; a capital in the gloss of a noun makes it a name."""
    tag = stem.function
    if tag:
        if tag in _PARTS_OF_SPEECH:
            return _PARTS_OF_SPEECH[tag]
        return PartOfSpeech.PRONOUN if "PRON" in tag else PartOfSpeech.PARTICLE
    if kind := _VERB_CATEGORIES.get(stem.category[:2]):
        return kind
    if stem.category.startswith("N"):
        return PartOfSpeech.PROPER_NOUN if stem.gloss[:1].isupper() else PartOfSpeech.NOUN
    return PartOfSpeech.PARTICLE


def lemma_form(stem: Stem) -> str:
    """The vocalised lemma in Arabic letters: without its number and the vowels of the imperfect."""
    if not stem.lemma:
        return stem.form
    return arabic_of(_LEMMA_VOWELS.sub("", _LEMMA_NUMBER.sub("", stem.lemma)))


def functions_of(field: str) -> tuple[tuple[str, str], ...]:
    """``(form, tag)`` pairs from an affix's own analysis, such as ``wa/CONJ+bi/PREP+``; empty forms are left out."""
    pairs = []
    for piece in field.split("+"):
        form, slash, tag = piece.partition("/")
        if slash:
            pairs.append(("" if form == "(null)" else arabic_of(form), tag))
    return tuple(pair for pair in pairs if pair[0])


def agrees_with_marks(written: str, vocalised: str) -> bool:
    """Whether every mark in ``written`` stands in ``vocalised`` too, letter by letter.

    A written vowel must be the same; a written shadda must be there; what is not written says nothing. The case
    vowel on the last letter, which readings do not have, may be anything.
    """
    if not any(char in arabic.TASHKEEL for char in written):
        return True
    one, other = _with_marks(written), _with_marks(vocalised)
    if len(one) != len(other):
        return True
    last = len(one) - 1
    return all(_agree(marks, other[index][1], index == last) for index, (_, marks) in enumerate(one))


def agrees_with_hamza(written: str, vocalised: str) -> bool:
    """Whether every hamza that is written on an alef stands on the same side of it in ``vocalised``.

    An alef without hamza says nothing, for many leave it out; with one, أن is not إنّ.
    """
    one, other = _letters_of(written), _letters_of(vocalised)
    if len(one) != len(other):
        return True
    return all(letter not in _SEATED or other[index] == letter for index, letter in enumerate(one))


def ends_alike(written: str, vocalised: str) -> bool:
    """Whether a shadda that is written on the last letter stands there in ``vocalised`` too: تعدّ is not تُعِد."""
    if "\u0651" not in written:
        return True
    one, other = _with_marks(written), _with_marks(vocalised)
    return "\u0651" not in one[-1][1] or (bool(other) and "\u0651" in other[-1][1])


def _agree(written: frozenset[str], read: frozenset[str], is_last: bool) -> bool:
    if "\u0651" in written and "\u0651" not in read and not is_last:
        return False
    own, others = written & _VOWEL_SIGNS, read & _VOWEL_SIGNS
    return is_last or not own or not others or bool(own & others)


def _with_marks(word: str) -> list[tuple[str, frozenset[str]]]:
    found: list[tuple[str, frozenset[str]]] = []
    for char in word:
        if char in arabic.MARKS:
            if found:
                found[-1] = (found[-1][0], found[-1][1] | {char})
        elif char != arabic.TATWEEL:
            found.append((char, frozenset()))
    return found


def _letters_of(word: str) -> str:
    return fold(word, "lemma").text


def _spellings(letters: str) -> tuple[str, ...]:
    """The word as written, then as it is often misspelt: ى for ي at the end, ه for ة, hamza left out."""
    if not letters or len(letters) > LONGEST_WORD:
        return ()
    found = [letters]
    swapped = {"ي": "ى", "ى": "ي", "ه": "ة", "ة": "ه"}.get(letters[-1])
    if swapped:
        found.append(letters[:-1] + swapped)
    bare = letters.translate(_WITHOUT_HAMZA)
    return tuple(dict.fromkeys([*found, bare]))


_SEATED: Final = frozenset("أإآ")
_WITHOUT_HAMZA: Final = str.maketrans("أإآ", "ااا")


def _segmentations(length: int) -> Iterator[tuple[int, int]]:
    for start in range(min(LONGEST_PREFIX, length - 1) + 1):
        for end in range(length, max(start, length - LONGEST_SUFFIX - 1), -1):
            yield start, end


def _stem_keys(letters: str) -> Iterator[str]:
    for start, end in _segmentations(len(letters)):
        yield letters[start:end]
