# SPDX-License-Identifier: GPL-3.0-or-later
"""A text changes while the plug is pulled, or in two windows at once: no tag is lost or stands on other words."""

from __future__ import annotations

import random
import time

import pytest
from faults.conftest import end
from faults.opened import opened

from reader.text.spans import Span
from reader.workspace import Workspace, edits

ROUNDS = 8
"""Of each journal mode."""


@pytest.fixture
def tagged(path):
    """How many tags there are, one on every seventh stretch."""
    with opened(path) as library:
        document = library.documents.list()[0]
        text = library.texts.open(document.id)
        spans = [Span(start, start + 5) for start in range(0, document.length - 10, 7)]
        Workspace(library, "x").edit(edits.tag_spans(text, document.id, spans, "place", "x"))
        return len(spans)


def assert_sound(path, tags):
    """The library is whole, every tag is there, in its place or without one, and stands on its words."""
    with opened(path, create=False) as library:
        assert library.check().problems == ()
        document = library.documents.list()[0]
        placed = library.annotations.page_after(document.id, None, 100_000)
        displaced = library.displaced.of_document(document.id)
        assert len({each.id for each in placed} | {each.id for each in displaced}) == tags
        text = library.texts.open(document.id)
        whole = text.slice(0, text.length)
        assert all(whole.startswith(a.prefix + a.quote + a.suffix, a.span.start - len(a.prefix)) for a in placed)
        return document.version


@pytest.mark.slow
def test_killed_at_any_moment_a_text_is_changed_whole_or_not_at_all(path, start, tagged):
    rnd, reached = random.Random(7), 1
    for number in range(ROUNDS):
        child = start("faults.corrector", path, f"author {number}")
        assert child.stdout.readline() == "ready\n"
        time.sleep(rnd.uniform(0.05, 0.5))
        said = end(child)
        assert "failed" not in said
        assert_sound(path, tagged)
        reached = max(reached, *[int(line.split()[1]) for line in said.splitlines() if line.startswith("version")], 1)

    assert reached > 2


@pytest.mark.slow
def test_what_a_killed_process_left_half_written_is_removed_by_the_next(path, start, tagged):
    for number in range(ROUNDS):
        child = start("faults.corrector", path, f"author {number}")
        assert child.stdout.readline() == "ready\n"
        time.sleep(0.1 + 0.02 * number)
        end(child)
    with opened(path) as library:
        library.versions.remove_abandoned()

        assert library._connection.value("select count(*) from version_drafts") == 0
    assert_sound(path, tagged)


@pytest.mark.slow
def test_two_processes_change_one_text_at_once_and_no_tag_is_lost(path, start, tagged):
    children = [start("faults.corrector", path, name, 3) for name in ("one", "other")]
    said = [child.communicate()[0] for child in children]

    assert [line for each in said for line in each.splitlines() if line.startswith("failed")] == []
    assert all("version" in each for each in said)
    assert_sound(path, tagged)
