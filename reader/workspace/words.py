# SPDX-License-Identifier: GPL-3.0-or-later
"""Words looked up: the compiled lexicon, found or made in the cache folder, and the reading that fits the sentence."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from reader.errors import LexiconDamaged, LexiconMissing
from reader.lexicon.context import Ranked, rank, shipped_chain
from reader.lexicon.frequencies import shipped_frequencies
from reader.lexicon.lookup import Lookup, meanings_of, with_choice
from reader.lexicon.morphology import Affixes, Analyser, Stem, Stems
from reader.lexicon.priors import Priors
from reader.lexicon.records import Reading
from reader.lexicon.tables import STEMS, installed_tables, read_affixes, read_stems
from reader.model.reading import ReadingChoice
from reader.settings import cache_folder
from reader.store.lexicon_file import FORM, LexiconFile, build_lexicon_file
from reader.text.normalise import fold
from reader.text.segment import sentences, words
from reader.text.spans import Span

SOURCE: Final = "Buckwalter 1.0"
"""What is named as the source of its glosses."""

Progress = Callable[[int, int], None]

_REACH: Final = 8
"""Words and signs on either side that are asked which reading is meant; farther ones say next to nothing."""
_KEPT_WORDS: Final = 5000
_SURE: Final = 0.5
"""A lemma that is likelier is the word's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossed:
    """A word of a text: ``span`` in its code points, half-open, and what is said of it there."""

    span: Span
    lookup: Lookup


class Lexicon(Stems, Protocol):
    """What is asked of a lexicon: ``store.lexicon_file.LexiconFile`` is one, ``NoLexicon`` another."""

    def affixes(self) -> Affixes: ...
    def affix_priors(self) -> dict[tuple[str, str], float]: ...
    def lemma_priors(self, lemma_ids: Collection[str]) -> dict[tuple[str, str], float]: ...
    def zipf(self, forms: Collection[str]) -> dict[str, float]: ...
    def keys_of_root(self, root: str) -> frozenset[str]: ...
    def close(self) -> None: ...


class NoLexicon:
    """Stands for the lexicon where none is installed: it knows no word."""

    def affixes(self) -> Affixes:
        none = frozenset[tuple[str, str]]()
        return Affixes(prefixes={}, suffixes={}, prefix_stem=none, stem_suffix=none, prefix_suffix=none)

    def affix_priors(self) -> dict[tuple[str, str], float]:
        return {}

    def lemma_priors(self, lemma_ids: Collection[str]) -> dict[tuple[str, str], float]:  # noqa: ARG002
        return {}

    def zipf(self, forms: Collection[str]) -> dict[str, float]:  # noqa: ARG002
        return {}

    def stems_with(self, keys: Collection[str]) -> dict[str, list[Stem]]:  # noqa: ARG002
        return {}

    def keys_of_root(self, root: str) -> frozenset[str]:  # noqa: ARG002
        return frozenset()

    def close(self) -> None:
        return


class Words:
    """An open lexicon. To be used and closed on the thread that opened it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._analyser = Analyser(lexicon.affixes(), lexicon, SOURCE)
        self._affix_priors = lexicon.affix_priors()
        self._known: dict[str, tuple[Reading, ...]] = {}
        self.chosen: Mapping[str, ReadingChoice] = {}
        """Readings the user chose for every place, by the folded word (profile "lemma"); they come first."""

    def close(self) -> None:
        self._lexicon.close()

    def look_up(self, sentence: Sequence[str], wanted: Sequence[int] | None = None) -> list[Lookup]:
        """The words of a sentence, or those at the ``wanted`` places, as they are meant beside each other.

        Signs and numbers belong in the sentence: they part what stands around them.
        """
        known = self._readings(sentence)
        priors = self._priors_of(known.values())
        ranked = rank(sentence, [known[word] for word in sentence], priors, shipped_chain())
        chosen = range(len(sentence)) if wanted is None else wanted
        zipf = self._lexicon.zipf({fold(sentence[index], "lemma").text for index in chosen})
        return [self._lookup(sentence[index], ranked[index], zipf) for index in chosen]

    def _lookup(self, word: str, ranked: Sequence[Ranked], zipf: Mapping[str, float]) -> Lookup:
        key = fold(word, "lemma").text
        found = Lookup(word=word, meanings=meanings_of(ranked), zipf=zipf.get(key))
        return with_choice(found, self.chosen[key]) if key in self.chosen else found

    def look_up_in(self, sentence: str, offset: int) -> Lookup | None:
        """The word that holds ``offset`` (a code point of ``sentence``), with so much around it as tells; or None."""
        tokens = tokens_of(sentence)
        place = next(
            (i for i, (span, is_word) in enumerate(tokens) if is_word and span.start <= offset < span.end), None
        )
        if place is None:
            return None
        near = tokens[max(0, place - _REACH) : place + _REACH + 1]
        around = [sentence[span.start : span.end] for span, _ in near]
        return self.look_up(around, [min(place, _REACH)])[0]

    def _readings(self, sentence: Sequence[str]) -> dict[str, tuple[Reading, ...]]:
        """The readings of each word; those met before are remembered, up to a bound."""
        missing = [word for word in sentence if word not in self._known]
        if len(self._known) + len(missing) > _KEPT_WORDS:
            self._known.clear()
            missing = list(sentence)
        self._known.update(self._analyser.analyse_all(missing))
        return {word: self._known[word] for word in sentence}

    def _priors_of(self, readings: Iterable[Sequence[Reading]]) -> Priors:
        lemma_ids = {reading.lemma_id for each in readings for reading in each}
        return Priors(lemmas=self._lexicon.lemma_priors(lemma_ids), affixes=self._affix_priors)

    def sure_lemmas_of(self, words: Collection[str]) -> dict[str, tuple[str, ...]]:
        """Of each word, however it is meant, the lemma the user chose or which is likelier than all others together;
        () without one."""
        known = self._readings(tuple(words))
        priors = self._priors_of(known.values())
        found = {}
        for word, readings in known.items():
            lookup = self._lookup(word, rank([word], [readings], priors, shipped_chain())[0], {})
            sure = (each for each in lookup.meanings if each.chosen or each.probability > _SURE)
            found[word] = tuple(each.reading.lemma for each in sure)[:1]
        return found

    def look_up_alone(self, words: Collection[str]) -> dict[str, Lookup]:
        """Each word as it is meant most often, whatever stands beside it: the same wherever it is asked for."""
        known = self._readings(tuple(words))
        priors = self._priors_of(known.values())
        zipf = self._lexicon.zipf({fold(word, "lemma").text for word in known})
        chain = shipped_chain()
        return {
            word: self._lookup(word, rank([word], [readings], priors, chain)[0], zipf)
            for word, readings in known.items()
        }

    def keys_of_root(self, root: str) -> frozenset[str]:
        """How the stems of the root are written: Arabic letters without marks."""
        return self._lexicon.keys_of_root(root)

    def zipf_of(self, forms: Collection[str]) -> dict[str, float]:
        """Frequency of each form (profile “lemma”) that is listed: about 1 for the rarest, 7 for the commonest."""
        return self._lexicon.zipf(forms)

    def gloss(self, text: str) -> Iterator[Glossed]:
        """Every word of the text in its order, sentence by sentence."""
        for sentence in sentences(text):
            piece = text[sentence.start : sentence.end]
            tokens = tokens_of(piece)
            places = [index for index, (_, is_word) in enumerate(tokens) if is_word]
            lookups = self.look_up([piece[span.start : span.end] for span, _ in tokens], places)
            for index, lookup in zip(places, lookups, strict=True):
                yield Glossed(span=tokens[index][0].shifted(sentence.start), lookup=lookup)


def words_alone() -> Words:
    """Words without a lexicon: only what the user chose is known of them."""
    return Words(NoLexicon())


def tokens_of(sentence: str) -> list[tuple[Span, bool]]:
    """The words of a sentence, and between them the signs, each with whether it is a word."""
    found: list[tuple[Span, bool]] = []
    end = 0
    for span in words(sentence):
        found += [(Span(at, at + 1), False) for at in range(end, span.start) if not sentence[at].isspace()]
        found.append((span, True))
        end = span.end
    return found + [(Span(at, at + 1), False) for at in range(end, len(sentence)) if not sentence[at].isspace()]


def ready_lexicon() -> Path | None:
    """Where the compiled lexicon lies; None when it has to be compiled first.

    Raises:
        LexiconMissing: when no lexicon is installed.
        LexiconDamaged: when its tables cannot be read.
    """
    folder = installed_tables()
    if folder is None:
        raise LexiconMissing
    path = compiled_path(folder)
    try:
        LexiconFile.open(path).close()
    except LexiconDamaged:
        return None
    return path


def compile_lexicon(progress: Progress, cancelled: Callable[[], bool]) -> Path:
    """Compile the installed lexicon, which takes about six seconds, once; returns where it lies.

    Raises:
        LexiconMissing, LexiconDamaged: as ``ready_lexicon``.
        Cancelled: when ``cancelled()`` said so.
        LibraryError: when the cache folder cannot be written.
    """
    folder = installed_tables()
    if folder is None:
        raise LexiconMissing
    path = compiled_path(folder)
    frequencies = shipped_frequencies()
    build_lexicon_file(
        path, read_stems(folder), read_affixes(folder), frequencies, progress=progress, cancelled=cancelled
    )
    return path


def words_in(path: Path) -> Words:
    """The compiled lexicon at ``path``, opened.

    Raises:
        LexiconDamaged: when it is damaged or of another form.
    """
    return Words(LexiconFile.open(path))


def open_words(
    *, progress: Progress = lambda _done, _total: None, cancelled: Callable[[], bool] = lambda: False
) -> Words:
    """The installed lexicon; compiled first when it has not been.

    Raises:
        LexiconMissing: when no lexicon is installed.
        LexiconDamaged: when its tables cannot be read.
        Cancelled, LibraryError: as ``compile_lexicon``.
    """
    return words_in(ready_lexicon() or compile_lexicon(progress, cancelled))


def compiled_path(folder: Path) -> Path:
    """Where the lexicon compiled from these tables lies: other tables or another form have another name.

    Raises:
        LexiconDamaged: when the tables cannot be read.
    """
    try:
        content = (folder / STEMS).read_bytes()
    except OSError as error:
        raise LexiconDamaged(folder / STEMS, error.strerror or str(error)) from error
    return cache_folder() / f"{FORM}-{hashlib.sha256(content).hexdigest()[:16]}.sqlite"
