# SPDX-License-Identifier: GPL-3.0-or-later
"""All that is known of a word, gathered at once: lexicon, what the user chose, dictionaries; slow analyses follow."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.lexicon.lookup import Lookup, Meaning, Scope, vowels_of
from reader.model.edit import Changes, Edit
from reader.model.word_analysis import WordAnalysis
from reader.store import Library
from reader.text.normalise import folded
from reader.text.spans import Span
from reader.ui.controller import Controller
from reader.ui.open_dictionaries import OpenDictionaries
from reader.ui.open_lexicon import OpenLexicon
from reader.ui.popups.word_page import Morphology, WordPage
from reader.ui.word_analyses import WordAnalyses
from reader.workspace import readings
from reader.workspace.readings import Choices, WordPlace, choices_of


class WordAnswers(QObject):
    """Signals: changed (): what was said of words may be another now; ask again."""

    changed = Signal()

    def __init__(
        self,
        lexicon: OpenLexicon,
        dictionaries: OpenDictionaries,
        analyses: WordAnalyses,
        controller: Controller,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lexicon = lexicon
        self._dictionaries = dictionaries
        self._analyses = analyses
        self._controller = controller
        self._choices: Choices | None = None
        analyses.arrived.connect(self.changed)
        controller.document_changed.connect(self._forget_choices)
        controller.changed.connect(self._on_changed)

    def in_text(self, sentence: str, offset: int, span: Span | None) -> WordPage | None:
        """The word of the sentence that holds ``offset``; ``span`` is where it stands in the document.

        None while the lexicon is not open and nothing else is known of it.
        """
        found = self._lexicon.look_up_in(sentence, offset)
        word = found.word if found is not None else _word_at(sentence, offset, span)
        place = self._place(span)
        lookup = found or Lookup(word=word, meanings=())
        lookup = lookup if place is None else self._current().applied(lookup, place)
        return self._page(lookup, is_known=found is not None, is_in_text=True)

    def alone(self, word: str) -> WordPage:
        """A word by itself, from inside the popup."""
        found = self._lexicon.look_up_in(word, 0)
        lookup = self._current().applied_alone(found or Lookup(word=word, meanings=()))
        page = self._page(lookup, is_known=found is not None, is_in_text=False)
        return page or WordPage(lookup=lookup, sentence="", is_in_text=False)

    def nothing(self, word: str) -> WordPage:
        """A page that says nothing of the word itself."""
        return WordPage(lookup=Lookup(word=word, meanings=()), sentence="")

    def take(self, word: str, span: Span | None, meaning: Meaning, scope: Scope) -> bool:
        """The user says what is meant."""
        place, author = self._place(span), self._controller.author

        def edit(library: Library) -> Edit:
            if scope is Scope.PLACE and place is not None:
                return readings.choose_here(library, place, meaning, author)
            return readings.choose_everywhere(library, word, meaning, author, place)

        return self._controller.do(edit)

    def take_back(self, word: str, span: Span | None) -> bool:
        place = self._place(span)
        return self._controller.do(lambda library: readings.forget(library, word, place))

    # Inside

    def _page(self, lookup: Lookup, *, is_known: bool, is_in_text: bool) -> WordPage | None:
        lemmas = [meaning.reading.lemma for meaning in lookup.meanings[:1]]
        entries = self._dictionaries.entries_of([lookup.word, *lemmas])
        if not is_known and not lookup.meanings and not entries:
            return None
        return WordPage(
            lookup=lookup,
            sentence=None if is_known else "",
            entries=entries,
            morphology=_agreeing_first(self._analyses.of(lookup.word), lookup),
            is_in_text=is_in_text,
        )

    def _place(self, span: Span | None) -> WordPlace | None:
        document, text = self._controller.document, self._controller.text
        if span is None or document is None or text is None:
            return None
        return WordPlace(document_id=document.id, text=text, span=span)

    def _current(self) -> Choices:
        if self._choices is None:
            document = self._controller.document
            document_id = None if document is None else document.id
            self._choices = self._controller.ask(lambda library: choices_of(library, document_id), Choices())
        return self._choices

    def _forget_choices(self) -> None:
        self._choices = None

    def _on_changed(self, changes: Changes) -> None:
        if changes.readings:
            self._choices = None
            self.changed.emit()


def _agreeing_first(morphology: Morphology | None, lookup: Lookup) -> Morphology | None:
    """The analyses of the lemma and the root that are meant come first: the analyser does not know the sentence."""
    if morphology is None or not morphology.analyses or not lookup.meanings:
        return morphology
    meant = lookup.meanings[0].reading
    lemma, letters = vowels_of(meant.lemma), folded(meant.lemma)

    def differs(analysis: WordAnalysis) -> tuple[bool, bool, bool]:
        same_root = analysis.root == meant.root
        return folded(analysis.lemma) != letters, not same_root, vowels_of(analysis.lemma) != lemma

    return replace(morphology, analyses=tuple(sorted(morphology.analyses, key=differs)))


def _word_at(sentence: str, offset: int, span: Span | None) -> str:
    return sentence[offset : offset + len(span)] if span is not None else sentence[offset:].split(None, 1)[0]
