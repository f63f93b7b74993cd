# SPDX-License-Identifier: GPL-3.0-or-later
"""Learning in processes of their own: two at once, and killed in the middle, leave what learning anew gives."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from reader.model.ids import TagId
from reader.store import Library
from reader.text.spans import Span
from reader.workspace import Workspace, edits, learning
from reader.workspace.learned_models import own_model
from reader.workspace.recognising import recognise_document

ROOT = Path(__file__).resolve().parents[2]
WORDS = ["بحمدون", "صوفر", "عاليه", "شملان", "سوق الغرب", "عيناب"]
LEARN = "import sys; from pathlib import Path; from reader.workspace.refreshing import learn; learn(Path(sys.argv[1]))"


@pytest.fixture
def tagged(path):
    """A library with a text in which each word was tagged, place by place, one edit each."""
    text = "".join(f"زار الوزير {word} ثم عاد من {word} 😀 أمس.\n" for word in WORDS * 4)
    with Library.open(path) as library:
        document = library.texts.add(text, title="قرى")
        recognise_document(path, document.id, lambda *_: None, lambda: False)
        tag_all(library, document, text)
    return path


def tag_all(library, document, text):
    workspace, opened = Workspace(library, "سلمى"), library.texts.open(document.id)
    for number, word in enumerate(WORDS * 3):
        start = -1
        for _ in range(number // len(WORDS) + 1):
            start = text.index(word, start + 1)
        span = Span(start, start + len(word))
        workspace.edit(edits.tag_spans(opened, document.id, [span], TagId("work"), "سلمى"))


def learning_process(path):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen([sys.executable, "-c", LEARN, str(path)], env=environment, stderr=subprocess.PIPE)


def forms(path):
    with Library.open(path) as library:
        return {form: replace(count, left=0) for form, count in own_model(library).model.memory.items()}


def wanted(path):
    """What learning anew gives."""
    learning.rebuild(path)
    return forms(path)


def test_two_that_learn_at_once_count_everything_once(tagged):
    both = [learning_process(tagged) for _ in range(2)]

    assert [(process.communicate()[1], process.returncode) for process in both] == [(b"", 0)] * 2
    learned = forms(tagged)
    assert learned == wanted(tagged)
    assert sum(count.tagged for count in learned.values()) == len(WORDS) * 3


@pytest.mark.parametrize("after_s", [0.15, 0.4, 0.6, 0.8])
def test_what_was_killed_in_between_is_learned_by_the_next(tagged, after_s):
    process = learning_process(tagged)
    time.sleep(after_s)
    process.kill()
    process.communicate()

    with Library.open(tagged) as library:
        assert library.check().is_whole
        learning.learn_from(library, lambda: False)

    assert forms(tagged) == wanted(tagged)


def test_learning_while_the_user_goes_on_misses_nothing(tagged):
    process = learning_process(tagged)
    with Library.open(tagged) as library:
        document = library.documents.list()[0]
        tag_all(library, document, library.texts.open(document.id).slice(0, document.length))
    assert process.communicate()[1] == b""

    with Library.open(tagged) as library:
        learning.learn_from(library, lambda: False)

    assert forms(tagged) == wanted(tagged)
