# SPDX-License-Identifier: GPL-3.0-or-later
"""Every expected failure has its sentence, in both languages, with file names isolated."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from reader import errors
from reader.ui.i18n import InterfaceLanguage
from reader.ui.messages import filled, sentence_for

PATH = Path("/نصوص/my %2 text.txt")
KINDS = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.ReaderError)]


def made(kind: type[errors.ReaderError]) -> errors.ReaderError:
    """An error of the kind, each of its fields filled by name."""
    values: dict[str, Any] = {"path": PATH, "start": 3, "end": 9, "length": 7, "longest": 5, "byte_offset": 11}
    values |= {"found": 9, "known": 1, "count": 4, "largest_bytes": 1 << 20, "seconds": 60, "most_bytes": 1 << 30}
    fields = list(inspect.signature(kind.__init__).parameters.values())[1:]
    if kind.__init__ is Exception.__init__:
        return kind("what happened")
    return kind(*[values.get(field.name, f"<{field.name}>") for field in fields])


@pytest.fixture(params=["en", "ar"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    speaking = InterfaceLanguage(qapp)
    speaking.use(request.param)
    yield request.param
    speaking.forget()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_failure_has_a_sentence_of_its_own(kind: type[errors.ReaderError], language: str) -> None:
    error = made(kind)
    sentence = sentence_for(error)

    assert sentence != str(error) or kind is errors.Cancelled
    assert not re.search(r"%\d", sentence.replace(str(PATH), ""))
    assert bool(re.search(r"[\u0621-\u064a]{3}", sentence.replace(str(PATH), ""))) == (language == "ar")


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if issubclass(kind, errors.FileError)], ids=lambda k: k.__name__
)
def test_file_names_are_isolated(kind: type[errors.ReaderError], language: str) -> None:
    assert f"\u2068{PATH}\u2069" in sentence_for(made(kind))


def test_a_kind_without_a_sentence_gets_that_of_its_family(qapp: QApplication) -> None:
    class FileOfTomorrow(errors.FileError):
        """A kind a newer version might have."""

    assert "\u2068a.txt\u2069" in sentence_for(FileOfTomorrow(Path("a.txt"), "it is from tomorrow"))


def test_a_value_with_a_percent_sign_is_left_alone() -> None:
    assert filled("%1 and %2", "%2", "b") == "\u2068%2\u2069 and \u2068b\u2069"
