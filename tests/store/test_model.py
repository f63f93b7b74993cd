# SPDX-License-Identifier: GPL-3.0-or-later
"""The library against a plain dict: edit, undo, redo, reopen and crash in any order, and both say the same."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from builders import TEXTS, annotation
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from reader.model.edit import Edit, RecordChange
from reader.store import AnnotationFilter, Library
from reader.text.spans import Span

TEXT = "\n".join(TEXTS.values()) * 16
TAGS = ("person", "place", "date")
NOTES = ("", "ملاحظة", "x😀", "\n")

starts = st.one_of(st.integers(0, len(TEXT) - 1), st.sampled_from([0, 510, 511, 512, 1023, 1024, 4095]))
lengths = st.one_of(st.integers(1, 12), st.integers(1, len(TEXT)))


class LibraryAgainstDict(RuleBasedStateMachine):
    """``done`` and ``undone`` are the lines of undo and redo, each step the dict before and after it."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.library = Library.open(self.folder / "library.hashiya")
        self.document = self.library.texts.add(TEXT, title="x")
        self.model = {}
        self.done, self.undone = [], []

    def teardown(self):
        self.library.close()
        shutil.rmtree(self.folder)

    def apply(self, *changes):
        edit = Edit(name="change", document_id=self.document.id, changes=changes)
        self.library.apply(edit, author="x")
        before = dict(self.model)
        for change in changes:
            if change.before is not None:
                del self.model[change.before.id]
            if change.after is not None:
                self.model[change.after.id] = change.after
        self.done.append((before, dict(self.model)))
        self.undone.clear()

    def chosen(self, data):
        return data.draw(st.sampled_from(sorted(self.model.values(), key=lambda each: each.id)))

    @rule(places=st.lists(st.tuples(starts, lengths), min_size=1, max_size=6), tag=st.sampled_from(TAGS))
    def add(self, places, tag):
        made = [
            annotation(
                self.document.id, Span(start, min(start + length, len(TEXT))), tag, note=f"{len(self.done)} {number}"
            )
            for number, (start, length) in enumerate(places)
        ]
        self.apply(*(RecordChange(None, replace(each, quote=TEXT[each.span.start : each.span.end])) for each in made))

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def remove(self, data):
        self.apply(RecordChange(self.chosen(data), None))

    @precondition(lambda self: self.model)
    @rule(data=st.data(), start=starts, tag=st.sampled_from(TAGS), note=st.sampled_from(NOTES))
    def change(self, data, start, tag, note):
        before = self.chosen(data)
        quote = TEXT[start : start + 1]
        after = replace(before, span=Span(start, start + 1), quote=quote, tag_id=tag, note=f"{len(self.done)}{note}")
        self.apply(RecordChange(before, after))

    @precondition(lambda self: len(self.model) > 1)
    @rule()
    def remove_all(self):
        self.apply(*(RecordChange(each, None) for each in self.model.values()))

    @rule()
    def undo(self):
        self.library.undo()
        if self.done:
            step = self.done.pop()
            self.undone.append(step)
            self.model = dict(step[0])

    @rule()
    def redo(self):
        self.library.redo()
        if self.undone:
            step = self.undone.pop()
            self.done.append(step)
            self.model = dict(step[1])

    @rule(wal=st.booleans())
    def reopen(self, wal):
        self.library.close()
        self.library = Library.open(self.folder / "library.hashiya", wal=wal)

    @rule()
    def crash(self):
        """Go on with the files as they are at this moment, as after a power cut."""
        crashed = self.folder / "crashed"
        crashed.mkdir()
        for each in self.folder.glob("library.hashiya*"):
            if not each.name.endswith("-shm"):
                shutil.copy(each, crashed / each.name)
        self.library.close()
        for each in crashed.iterdir():
            each.replace(self.folder / each.name)
        crashed.rmdir()
        self.library = Library.open(self.folder / "library.hashiya")

    @invariant()
    def says_the_same(self):
        expected = sorted(self.model.values(), key=lambda each: (each.span.start, each.id))
        assert self.library.annotations.page_after(self.document.id, None, 10_000) == expected
        assert self.library.annotations.count(self.document.id) == len(expected)

    @invariant()
    def finds_the_same(self):
        span = Span(500, 530)
        expected = {each.id for each in self.model.values() if each.span.overlaps(span)}
        assert {each.id for each in self.library.annotations.overlapping(self.document.id, span)} == expected
        wanted = AnnotationFilter(tag_ids=frozenset({"date"}))
        number = sum(each.tag_id == "date" for each in self.model.values())
        assert self.library.annotations.count_matching(self.document.id, wanted) == number

    @invariant()
    def offers_the_same(self):
        assert (self.library.history.undo_name is None) == (not self.done)
        assert (self.library.history.redo_name is None) == (not self.undone)

    @rule()
    def check(self):
        assert self.library.check().problems == ()


TestLibraryAgainstDict = LibraryAgainstDict.TestCase
TestLibraryAgainstDict.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
