# SPDX-License-Identifier: GPL-3.0-or-later
"""The measuring tool reads tags leniently and counts as it says."""

import importlib.util
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "evaluate_recognisers.py"


@pytest.fixture(scope="module")
def script():
    specification = importlib.util.spec_from_file_location("evaluate_recognisers", SCRIPT)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_inside_without_beginning_begins_an_entity(script):
    found = script.entities_of(["O", "I-PER", "I-PER", "B-LOC", "I-ORG"], 10)
    assert found == {
        script.Entity(11, 13, "person"),
        script.Entity(13, 14, "place"),
        script.Entity(14, 15, "organisation"),
    }


def test_other_classes_do_not_count(script):
    assert script.entities_of(["B-MISC", "I-MISC", "O"], 0) == set()


def test_suggestions_are_compared_by_the_tokens_they_touch(script):
    document = [[("زار", "O"), ("باكو", "B-LOC"), ("والهند", "B-LOC")]]
    gold, found, _ = script.compare(document, 0.0)
    assert gold == found


def test_overlap_with_the_same_tag_counts_half(script):
    gold = [{script.Entity(0, 3, "person")}]
    found = [{script.Entity(1, 3, "person")}]
    assert "exact F1   0.0%  partial F1  50.0%" in script.row("all", gold, found)


def test_whole_table_is_printed(script, tmp_path, capsys, monkeypatch):
    path = tmp_path / "small.conll"
    path.write_text("زار\tO\nباكو\tB-LOC\n\nعاد\tO\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["evaluate", str(path)])
    script.main()
    assert "P 100.0%  R 100.0%  exact F1 100.0%" in capsys.readouterr().out
