# SPDX-License-Identifier: GPL-3.0-or-later
"""A little annotated corpus of our own sentences, and a tagger made from it."""

from __future__ import annotations

import itertools

import pytest

from reader.recognisers.tagger.building import build
from reader.recognisers.tagger.tagging import Tagger
from reader.recognisers.tagger.training import Recipe

PEOPLE = ("سلمى الوزاني", "مراد بلقاسم", "كوركيس أفندي", "زينون", "طالوت بن نصر")
PLACES = ("تلمسان", "باكو", "قرطاجنة", "وادي النيل")
BODIES = ("دار السلام", "نادي الفرسان")
PATTERNS = (
    ("قال {person} أمس إن المطر قليل .", "زار {person} مدينة {place} يوم الأحد ."),
    ("وصل القطار إلى {place} بعد الظهر .", "اشترت {body} بيتا قديما في {place} ."),
    ("لم يأت أحد إلى السوق هذا الصباح .", "كتب {person} رسالة إلى {body} ."),
)


def columns(pattern: str, names: dict[str, tuple[str, str]]) -> str:
    """The pattern filled in, as lines of a token and its tag."""
    lines = []
    for word in pattern.split():
        name, kind = names.get(word.strip("{}"), (word, "")) if word.startswith("{") else (word, "")
        for number, token in enumerate(name.split()):
            tag = f"{'I' if number else 'B'}-{kind}" if kind else "O"
            lines.append(f"{token}\t{tag}")
    return "\n".join(lines) + "\n"


def little_corpus() -> str:
    sentences = []
    for person, place, body in itertools.product(PEOPLE, PLACES, BODIES):
        names = {"person": (person, "PER"), "place": (place, "LOC"), "body": (body, "ORG")}
        sentences += [columns(pattern, names) for pair in PATTERNS for pattern in pair]
    return "\n".join(sentences)


@pytest.fixture(scope="session")
def corpus(tmp_path_factory):
    path = tmp_path_factory.mktemp("corpus") / "little.conll"
    path.write_text(little_corpus(), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def model(corpus):
    return build([corpus], Recipe(rounds=4, averaged_from=1))


@pytest.fixture(scope="session")
def tagger(model):
    return Tagger(model)
