# SPDX-License-Identifier: GPL-3.0-or-later
"""Learning from what the user does in a library: at once, in the background, and never against a decision.

The history says what was done since the last time; the library itself says what is true of the places it touched. The
model is derived from that and can be made anew from the library at any time. Two windows that learn at once do not
harm each other: who comes second begins anew with what the first one kept.
"""

from __future__ import annotations

import logging
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from reader.errors import Cancelled
from reader.model.ids import DocumentId, TagId
from reader.recognisers.knowledge import Knowledge
from reader.recognisers.learning import learner
from reader.recognisers.learning.lessons import Excerpt
from reader.recognisers.learning.memory import FormCount
from reader.recognisers.learning.model import LearnedModel
from reader.recognisers.learning.study import Passage, Study
from reader.recognisers.lexicon import shipped_lexicon
from reader.recognisers.paragraphs import ParagraphReader
from reader.recognisers.tagger.tagging import Tagger, shipped_tagger
from reader.recognisers.tokens import Tokeniser, Tokens
from reader.store import Library
from reader.workspace.applied_options import options_now, with_options
from reader.workspace.learned_models import (
    OWN,
    Learned,
    Progress,
    delete_own_model,
    forget_progress,
    forgotten_forms,
    learned_model,
    others_model,
    own_model,
    put_forgotten_form,
    put_own_model,
    stamp_of,
)
from reader.workspace.learning_lessons import SHOWN_FROM, Findings, Reader, excerpts_at
from reader.workspace.learning_news import EDITS_AT_ONCE, News, everything, news_since
from reader.workspace.learning_result import LearnResult
from reader.workspace.name_lists import names_of
from reader.workspace.registered_names import joined_names, registered_names

CHEAP_TO_REBUILD: Final = 300
"""Annotations and decisions up to which all is learned anew when something was taken back."""
_MOST_LESSONS: Final = 120
"""Passages learned from at a time."""
_MOST_REBUILT: Final = 500
"""Passages learned from when all is learned anew: the latest."""
_MOST_WHOLE: Final = 20
"""Documents learned from as a whole when all is learned anew."""
_MOST_REPLAYED: Final = 40
_REPLAYED_AMONG: Final = 4000
_CHAIN_PASSAGES: Final = 120
_OTHER_PASSAGES: Final = 40
_FEW_EXAMPLES: Final = 40
"""A tag with so few marks is learned anew with each; one with more when they have grown by a tenth."""
_FEWEST_EXAMPLES: Final = 3
_LONGEST_WHOLE: Final = 200_000
_FEWEST_MARKS: Final = 3
_MOST_TRIES: Final = 5

Asked = Callable[[], bool]
_log = logging.getLogger(__name__)


def knowledge_of(library: Library) -> Knowledge:
    """All that recognition knows in this library: what is shipped, the user's registry and lists, what was learned.

    Raises:
        LibraryError, ResourceMissing, RecogniserUnavailable.
    """
    names = joined_names(registered_names(library), names_of(library))
    return with_options(Knowledge(names=names, learned=learned_model(library)), options_now())


def learn_from(library: Library, cancelled: Asked) -> LearnResult:
    """Learn what was done and undone since the last time; does nothing when that was nothing.

    Raises:
        Cancelled, LibraryError, ResourceMissing, RecogniserUnavailable.
    """
    before = library.learning.version_of(OWN)
    if not library.read_only and options_now().learning:
        while _step(library, cancelled):
            pass
    after = library.learning.version_of(OWN)
    return LearnResult(has_changed=before != after, revision=after or "")


def rebuild(library_path: Path, cancelled: Asked = lambda: False) -> LearnResult:
    """Learn everything anew from the annotations and decisions of the library. Seconds, for a job.

    Raises:
        Cancelled, LibraryError, ResourceMissing, RecogniserUnavailable.
    """
    with Library.open(library_path, create=False) as library:
        with library.transaction():
            forget_progress(library)
        return learn_from(library, cancelled)


def reset(library: Library) -> None:
    """Forget what was learned, and the running figures. Annotations and decisions stay; new ones are learned from."""
    last, turn = library.learning.last_edit()
    undone = frozenset(library.learning.undone_edits())
    with library.transaction():
        delete_own_model(library)
        library.learning.forget_outcomes()
        put_own_model(
            library, LearnedModel(), Progress(edit=last, turn=turn, undone=undone, base=base_of(shipped_tagger()))
        )


def forget_form(library: Library, key: str, tag: TagId) -> None:
    """Let one form go from the memory: neither suggested nor kept away any more, until the user says something new."""
    for _ in range(_MOST_TRIES):
        learned = own_model(library)
        counts = dict(learned.model.memory.items())
        counts.pop((key, tag), None)
        memory = type(learned.model.memory)(counts)
        with library.transaction():
            if stamp_of(library) != learned.stamp:
                continue
            put_forgotten_form(library, key, tag)
            put_own_model(library, replace(learned.model, memory=memory), learned.progress or Progress())
            return


def base_of(tagger: Tagger) -> str:
    """Names the tagger's weights: what was learned on top of others is learned anew."""
    return f"{zlib.crc32(tagger.model.weights.tobytes()):08x}"


class _Teacher:
    """Learns from what was found, on top of what others taught."""

    def __init__(self, library: Library, cancelled: Asked) -> None:
        self._library = library
        self._cancelled = cancelled
        self.tagger = shipped_tagger()
        lexicon = shipped_lexicon()
        self._study = Study(self.tagger, ParagraphReader(lexicon).read, others_model(library))
        self._tokeniser = Tokeniser(lexicon)
        self._tags = {tag.id for tag in library.tagsets.tags()}

    def check(self) -> None:
        if self._cancelled():
            raise Cancelled

    def passages(self, excerpts: Iterable[Excerpt]) -> list[Passage]:
        found: list[Passage] = []
        for excerpt in excerpts:
            self.check()
            found += self._study.passages([excerpt])
        return found

    def with_verdicts(self, model: LearnedModel, found: Iterable[Findings]) -> LearnedModel:
        verdicts = [each for findings in found for each in findings.verdicts]
        texts: dict[str, Tokens] = {}
        for text, _ in verdicts:
            if text not in texts:
                texts[text] = self._tokeniser.tokens(text)
        return learner.with_verdicts(model, [(texts[text], verdict) for text, verdict in verdicts])

    def with_tagger(self, model: LearnedModel, new: Sequence[Passage]) -> LearnedModel:
        marks = (mark for each in new for mark in (*each.lesson.tagged, *each.lesson.refused))
        if not any(each.lesson.is_settled for each in new) and not any(mark.tag in learner.KINDS for mark in marks):
            return model
        replayed = self._library.learning.some_places(
            list(learner.KINDS), min(len(new), _MOST_REPLAYED), _REPLAYED_AMONG
        )
        old = self.passages(excerpts_at(self._library, replayed))
        return learner.with_tagger_taught(model, self.tagger, new, old)

    def with_chains(
        self, model: LearnedModel, tags: Iterable[TagId], new: Sequence[Passage], trained: dict[str, int]
    ) -> LearnedModel:
        """Chains for those of the tags that nobody ships a tagger for; ``trained`` is brought up to date."""
        counts = self._library.annotations.counts_by_tag()
        for tag in sorted((set(tags) & self._tags) - set(learner.KINDS)):
            self.check()
            count = counts.get(tag, 0)
            if count < _FEWEST_EXAMPLES:
                if tag in model.chains:
                    model = replace(model, chains={each: c for each, c in model.chains.items() if each != tag})
                continue
            model = learner.with_chain_tried(model, tag, new)
            last = trained.get(tag, 0)
            if count <= _FEW_EXAMPLES or tag not in model.chains or not last * 0.9 < count < last * 1.1:
                model = learner.with_chain_taught(model, tag, self._examples(tag))
                trained[tag] = count
            else:
                model = learner.with_chain_continued(model, tag, new, count)
        return model

    def _examples(self, tag: TagId) -> list[Passage]:
        """Passages with the tag, the latest, and some with other tags."""
        learning = self._library.learning
        places = learning.last_places(tag, _CHAIN_PASSAGES)
        others = learning.some_places(list(self._tags - {tag}), _OTHER_PASSAGES, _REPLAYED_AMONG)
        return self.passages(excerpts_at(self._library, [*others, *places]))


def _step(library: Library, cancelled: Asked) -> bool:
    """Learn a portion; True when there may be more."""
    learned = own_model(library)
    teacher = _Teacher(library, cancelled)
    base = base_of(teacher.tagger)
    begun = learned.progress
    if begun is None and _is_new(library):
        begun = Progress(base=base)
    if begun is None or begun.base != base:
        return _rebuild(library, learned, teacher, base)
    news, progress = news_since(library, begun, teacher.check)
    if not news.touched and not news.forms:
        is_far = progress.edit - begun.edit > EDITS_AT_ONCE // 2
        return not ((not is_far or _kept(library, learned, learned.model, progress, ())) and news.is_last)
    if news.has_undone and _marks_in(library) <= CHEAP_TO_REBUILD:
        return _rebuild(library, learned, teacher, base)
    found = _findings(library, news, teacher)
    whole = [each for each in news.touched if each not in progress.documents and _is_settled(library, each)]
    trained = dict(progress.trained)
    model = _taught(library, learned.model, news, found, whole, trained, teacher)
    documents = (*progress.documents, *whole)
    kept = _kept(library, learned, model, replace(progress, trained=trained, documents=documents), found)
    return not kept or not news.is_last


def _is_new(library: Library) -> bool:
    """Was nothing ever learned here, and is the history so short that it can be followed from its beginning?"""
    learning = library.learning
    return learning.version_of(OWN) is None and not learning.has_outcomes() and learning.last_edit()[0] <= EDITS_AT_ONCE


def _findings(library: Library, news: News, teacher: _Teacher, *, is_rebuilding: bool = False) -> list[Findings]:
    """What the touched places came to, for each document; nothing for one that is there no more."""
    found = []
    for document_id, touched in news.touched.items():
        teacher.check()
        if library.documents.with_keys([(document_id,)]):
            reader = Reader(library, document_id, is_rebuilding=is_rebuilding)
            found.append(reader.look_at(touched, most_lessons=_MOST_LESSONS))
        else:
            found.append(Findings())
    return found


def _taught(  # noqa: PLR0917 - the order in which it comes about
    library: Library,
    model: LearnedModel,
    news: News,
    found: Sequence[Findings],
    whole: Sequence[DocumentId],
    trained: dict[str, int],
    teacher: _Teacher,
) -> LearnedModel:
    """The model after all of this; documents that are settled are learned as a ``whole``."""
    for findings in found:
        for key, tag, by, _ in findings.refusals:
            news.count(key, tag, FormCount(refused=by))
    model = learner.with_forms(model, news.forms)
    model = teacher.with_verdicts(model, found)
    settled = [excerpt for document in whole for excerpt in Reader(library, document).whole(_MOST_REBUILT)]
    new = teacher.passages(settled or [excerpt for findings in found for excerpt in findings.excerpts])
    tags = {tag for places in news.touched.values() for _, tag in places}
    model = teacher.with_chains(model, tags, new, trained)
    model = teacher.with_tagger(model, new)
    return learner.with_forms(model, learner.left_alone(model, new)) if settled else model


def _rebuild(library: Library, learned: Learned, teacher: _Teacher, base: str) -> bool:
    """Learn all anew; True when it has to be tried again."""
    last, turn = library.learning.last_edit()
    undone = frozenset(library.learning.undone_edits())
    forgotten = forgotten_forms(library)
    news = everything(library, forgotten, teacher.check)
    found = _findings(library, news, teacher, is_rebuilding=True)
    for findings in found:
        for key, tag, by, time in findings.refusals:
            if time > forgotten.get((key, tag), ""):
                news.count(key, tag, FormCount(refused=by))
    model = learner.with_forms(LearnedModel(), news.forms)
    model = teacher.with_verdicts(model, found)
    trained: dict[str, int] = {}
    model = teacher.with_chains(model, library.annotations.counts_by_tag(), (), trained)
    whole = [each for each in news.touched if _is_settled(library, each)][-_MOST_WHOLE:]
    settled = teacher.passages(excerpt for each in whole for excerpt in Reader(library, each).whole(_MOST_REBUILT))
    others = [
        excerpt for each, its in zip(news.touched, found, strict=True) if each not in whole for excerpt in its.excerpts
    ]
    model = learner.with_tagger_taught(model, teacher.tagger, [*settled, *teacher.passages(_latest(others))])
    model = learner.with_forms(model, learner.left_alone(model, settled))
    if library.learning.last_edit() != (last, turn):
        return True
    _log.info("%s: learned anew from %d documents.", library.path, len(found))
    progress = Progress(edit=last, turn=turn, undone=undone, documents=tuple(whole), trained=trained, base=base)
    return not _kept(library, learned, model, progress, found)


def _latest(excerpts: Sequence[Excerpt]) -> list[Excerpt]:
    """The last excerpts that together have no more lessons than are learned from at once."""
    found: list[Excerpt] = []
    count = 0
    for excerpt in reversed(excerpts):
        count += len(excerpt.lessons)
        if count > _MOST_REBUILT and found:
            break
        found.append(excerpt)
    return found[::-1]


def _kept(
    library: Library, learned: Learned, model: LearnedModel, progress: Progress, found: Sequence[Findings]
) -> bool:
    """Keep all of it in one transaction; False when another window has kept something since, and nothing was kept."""
    if model is learned.model and progress == learned.progress:
        return True
    with library.transaction():
        if stamp_of(library) != learned.stamp:
            return False
        for findings in found:
            library.learning.delete_outcomes(findings.gone)
            library.learning.put_outcomes(findings.outcomes)
        put_own_model(library, model, progress)
    return True


def _is_settled(library: Library, document_id: DocumentId) -> bool:
    """Has the user settled every suggestion of a document that is not too long, and tagged something?"""
    found = library.documents.with_keys([(document_id,)]).get((document_id,))
    if found is None or found.length > _LONGEST_WHOLE or library.suggestions.version_of(document_id) is None:
        return False
    if library.annotations.count(document_id) < _FEWEST_MARKS:
        return False
    return library.learning.open_count(document_id, SHOWN_FROM) == 0


def _marks_in(library: Library) -> int:
    """Annotations and decisions of the library, as far as they matter for whether it is cheap to begin anew."""
    return sum(library.annotations.counts_by_tag().values()) + library.learning.decision_count()
