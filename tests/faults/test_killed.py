# SPDX-License-Identifier: GPL-3.0-or-later
"""The plug is pulled (kill -9) at any moment: whatever was acknowledged is there, whole, with its history."""

from __future__ import annotations

import random
import time

import pytest
from faults.conftest import end
from faults.opened import opened

from reader.workspace import Workspace

ROUNDS = 20
"""Of each journal mode."""


def said(output):
    """``{annotation: start}`` of what the process said it had tagged, and the ids it was taking back when it ended."""
    tagged, undoing = {}, set()
    for line in output.splitlines(keepends=True):
        match line.split() if line.endswith("\n") else ():
            case ["tagged", identity, start]:
                tagged[identity] = int(start)
                undoing.discard(identity)
            case ["undoing", identity]:
                undoing.add(identity)
            case ["undone", identity]:
                del tagged[identity]
    return tagged, undoing


def stored(library):
    document = library.documents.list()[0]
    return {each.id: each for each in library.annotations.page_after(document.id, None, 100_000)}


@pytest.mark.slow
def test_no_acknowledged_tag_is_lost_however_often_the_process_is_killed(path, journal, start):
    rnd, acknowledged, doubtful = random.Random(5), {}, set()
    for number in range(ROUNDS):
        child = start("faults.tagger", path, f"author {number}")
        assert child.stdout.readline() == "ready\n"
        time.sleep(rnd.uniform(0.01, 0.2))
        tagged, in_doubt = said(end(child))
        acknowledged |= tagged
        doubtful |= in_doubt
        with opened(path, create=False) as library:
            assert library.check().problems == ()
            found = stored(library)
            assert acknowledged.keys() - doubtful <= found.keys()
            assert all(found[key].span.start == start for key, start in acknowledged.items() if key in found)
            assert_history_agrees(library, found)

    assert len(acknowledged) > ROUNDS


def assert_history_agrees(library, found):
    """Every edit that is done has its annotation, every one undone has not."""
    done = {"done": set(), "undone": set(), "dropped": set()}
    for identity, state in library._connection.rows(
        "select record_id, state from history_changes join history on history.id = edit_id"
    ):
        done[state].add(identity)
    assert done["done"] == found.keys()


@pytest.mark.slow
def test_process_that_follows_a_killed_one_can_take_its_last_edit_back(path, start):
    child = start("faults.tagger", path, "x")
    assert child.stdout.readline() == "ready\n"
    time.sleep(0.2)
    end(child)
    with opened(path) as library:
        before = stored(library)
        workspace = Workspace(library, "y")
        workspace.undo()
        assert len(stored(library)) == len(before) - 1
        workspace.redo()
        assert stored(library) == before


@pytest.mark.slow
def test_import_that_is_killed_is_never_seen_and_leaves_nothing(path, start):
    for number in range(6):
        child = start("faults.importer", path)
        assert child.stdout.readline() == "ready\n"
        time.sleep(0.03 * number)
        end(child)
        with opened(path) as library:
            library.texts.remove_abandoned()
            assert library.documents.count() == 1
            assert library.check().problems == ()
            assert library._connection.value("select count(distinct document_id) from text_chunks") == 1
