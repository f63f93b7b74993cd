# SPDX-License-Identifier: GPL-3.0-or-later
"""How well the words in view are known: looked up as they come into view, in a worker, and kept in memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import ReaderError
from reader.model.edit import Changes
from reader.model.reading import ReadingChoice
from reader.model.vocabulary import LEARNING, WordScope, WordStatus
from reader.store import Library
from reader.text.segment import word_bounds
from reader.text.spans import Span
from reader.ui.controller import Controller
from reader.ui.jobs import Jobs
from reader.ui.models.vocabulary import ShownWord
from reader.ui.reading_pane import Mark, MarkKind
from reader.workspace import vocabulary
from reader.workspace.vocabulary import NEVER_SAID, Standing, WordFacts
from reader.workspace.vocabulary_figures import Share, name_spans, name_tags, share_of
from reader.workspace.worker import errand

KIND: Final = "facts-of-words"
_SOON_MS: Final = 30
_KEPT: Final = 50_000
"""Forms remembered at most."""
_AT_ONCE: Final = 2_000

Key = tuple[str, str]


class PageWords(QObject):
    """Marks for the words of any stretch of the page, from memory; those not known yet come with ``changed``.

    Signals:
        changed (): marks and statuses may be others. failed (ReaderError).
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, controller: Controller, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._jobs = jobs
        self.shows_learning = True
        self.shows_new = False
        self._facts: dict[str, WordFacts] = {}
        self._standings: dict[Key, Standing] = {}
        self._wanted: dict[str, None] = {}
        self._choices: tuple[ReadingChoice, ...] = ()
        self._has_states: bool | None = None
        self._has_failed = False
        self._name_tags: frozenset[str] | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._start)

    @property
    def is_looking(self) -> bool:
        return self._soon.isActive() or self._jobs.is_running(KIND)

    @property
    def is_on(self) -> bool:
        """Whether anything could be marked: what is being learned only when there is something."""
        return self.shows_new or (self.shows_learning and self._is_vocabulary_used())

    def marks_in(self, span: Span) -> Sequence[Mark]:
        """A mark for each word of the span that is new or being learned, as far as those are shown."""
        text, document = self._controller.text, self._controller.document
        if text is None or document is None or not self.is_on:
            return ()
        piece = text.slice(span.start, span.end)
        bounds = [(start, end) for start, end in word_bounds(piece) if vocabulary.is_word_to_learn(piece[start:end])]
        written = {piece[start:end] for start, end in bounds}
        self._look_for(written - self._facts.keys())
        facts = {each: self._facts[each] for each in written & self._facts.keys()}
        self._read_standings(facts.values())
        names = self._names(span) if self.shows_new else ()
        marks = []
        for start, end in bounds:
            place = Span(start + span.start, end + span.start)
            each = facts.get(piece[start:end])
            if each is not None and (mark := self._mark(each, place, names)) is not None:
                marks.append(mark)
        return marks

    def facts(self, written: str) -> WordFacts | None:
        """What a form is; None while that is being looked up (``changed`` follows) and for what is no word to learn."""
        if not vocabulary.is_word_to_learn(written):
            return None
        found = self._facts.get(written)
        if found is None:
            self._look_for([written])
        return found

    def shown(self, written: str) -> ShownWord | None:
        """The word with its status; None as for ``facts``."""
        facts = self.facts(written)
        if facts is None:
            return None
        self._read_standings([facts])
        standing = self._standings[_key(facts)]
        is_of_form = standing.scope is WordScope.FORM
        return ShownWord(written=written, lemma=facts.lemma, status=standing.status, is_of_form=is_of_form)

    def on_changed(self, changes: Changes) -> None:
        """An edit, ours or another program's, has touched something."""
        if changes.tagset:
            self._name_tags = None
        if changes.readings and self._have_choices_changed():
            self.on_lexicon_ready()
        if changes.vocabulary:
            self._has_states = None
            self._standings.clear()
            self.changed.emit()

    def on_lexicon_ready(self) -> None:
        """What was found without the lexicon is looked up again with it."""
        self._facts.clear()
        self._standings.clear()
        self.changed.emit()

    # Inside

    def _have_choices_changed(self) -> bool:
        """Whether other readings are chosen for every place than when this was asked last."""
        nothing: tuple[ReadingChoice, ...] = ()
        found = self._controller.ask(lambda library: tuple(library.readings.everywhere()), nothing)
        has_changed, self._choices = found != self._choices, found
        return has_changed

    def _is_vocabulary_used(self) -> bool:
        if self._has_states is None:
            self._has_states = self._controller.ask(lambda library: library.vocabulary.count_states() > 0, False)
        return self._has_states

    def _mark(self, facts: WordFacts, place: Span, names: Sequence[Span]) -> Mark | None:
        standing = self._standings[_key(facts)]
        if standing.status in LEARNING:
            if not self.shows_learning:
                return None
            return Mark(place, MarkKind.WORD, _mark_key(place), "word-learning", str(standing.status.step))
        if standing.status is not WordStatus.NEW or not self.shows_new:
            return None
        is_name = facts.is_name or any(each.overlaps(place) for each in names)
        if share_of(standing, is_name=is_name) is Share.NAME:
            return None
        return Mark(place, MarkKind.WORD, _mark_key(place), "word-new")

    def _read_standings(self, facts: Iterable[WordFacts]) -> None:
        """Ask the library for what is not remembered, once for all."""
        missing = {_key(each): each for each in facts if _key(each) not in self._standings}
        if not missing:
            return
        nothing: dict[Key, Standing] = {}
        found = self._controller.ask(lambda library: vocabulary.standings(library, missing.values()), nothing)
        self._standings |= {key: found.get(key, NEVER_SAID) for key in missing}

    def _names(self, span: Span) -> Sequence[Span]:
        document = self._controller.document
        if document is None:
            return ()

        def read(library: Library) -> Sequence[Span]:
            if self._name_tags is None:
                self._name_tags = name_tags(library)
            return name_spans(library, document.id, span, self._name_tags)

        nothing: Sequence[Span] = ()
        return self._controller.ask(read, nothing)

    def _look_for(self, written: Iterable[str]) -> None:
        before = len(self._wanted)
        self._wanted |= dict.fromkeys(written)
        if len(self._wanted) > before and not self._jobs.is_running(KIND):
            self._soon.start()

    def _start(self) -> None:
        forms = list(self._wanted)[:_AT_ONCE]
        if not forms or self._jobs.is_running(KIND):
            return

        def take(found: dict[str, WordFacts]) -> None:
            if len(self._facts) + len(found) > _KEPT:
                self._facts.clear()
            self._facts |= found
            for each in forms:
                self._wanted.pop(each, None)
            self.changed.emit()

        def fail(error: ReaderError) -> None:
            self._wanted.clear()
            if not self._has_failed:  # else it would be told at each turn of the page
                self.failed.emit(error)
            self._has_failed = True

        path = self._controller.library_path if self._controller.is_open else None
        work = errand("facts_of_forms", forms=forms, library_path=path)
        job = self._jobs.start(KIND, work, on_success=take, on_failure=fail)
        job.ended.connect(self._go_on)

    def _go_on(self) -> None:
        if self._wanted:
            self._soon.start()


def _key(facts: WordFacts) -> Key:
    return facts.form_key, facts.lemma_key


def _mark_key(place: Span) -> str:
    return f"{place.start}-{place.end}"
