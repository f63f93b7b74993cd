# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya train`` and ``hashiya evaluate`` as processes: figures, weights, and files that are none."""

import pytest

GOLD = "زار\tO\nمحمود\tB-PER\nدرويش\tI-PER\nمدينة\tO\nباكو\tB-LOC\n.\tO\n\nوعاد\tO\nإلى\tO\nالهند\tB-LOC\n.\tO\n"


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.conll"
    path.write_text(GOLD, encoding="utf-8")
    return path


def test_table_tells_each_class_and_all(hashiya, gold):
    done = hashiya("evaluate", "--gold", gold)
    assert done.code == 0
    assert [line.split()[0] for line in done.out.splitlines() if line.split()[:1] and "%" in line][:4] == [
        "PER",
        "ORG",
        "LOC",
        "micro",
    ]
    assert "tokens a second" in done.out
    assert "Calibration" in done.out


def test_figures_as_json(hashiya, gold):
    figures = hashiya("evaluate", "--gold", gold, "--json").json
    assert figures["tokens"] == 10
    assert figures["micro"]["wanted"] == 3
    assert figures["micro"]["f1"] == pytest.approx(1.0)
    assert figures["classes"]["LOC"]["recall"] == pytest.approx(1.0)
    assert 0 <= figures["calibration"]["error"] <= 1


def test_rules_alone_and_threshold(hashiya, gold):
    figures = hashiya("evaluate", "--gold", gold, "--rules-only", "--threshold", "1", "--json").json
    assert (figures["micro"]["found"], figures["threshold"]) == (0, 1.0)
    assert figures["without_threshold"]["found"] > 0


def test_errors_are_listed(hashiya, gold):
    done = hashiya("evaluate", "--gold", gold, "--threshold", "1", "--errors", "place")
    assert "missed\t1\t[باكو]" in done.out


def test_wrong_scheme_is_told_with_file_and_line(hashiya, gold):
    gold.write_text("زار\tO\nباكو\tPLACE\n", encoding="utf-8")
    done = hashiya("evaluate", "--gold", gold)
    assert done.code == 1
    assert f"{gold}, line 2" in done.err
    assert done.out == ""


def test_weights_made_here_can_be_measured_and_are_the_same_again(hashiya, gold, tmp_path):
    one, other = tmp_path / "one.bin", tmp_path / "other.bin"
    assert hashiya("train", "--out", one, gold).code == 0
    assert hashiya("train", "--out", other, gold).code == 0
    assert one.read_bytes() == other.read_bytes()
    done = hashiya("evaluate", "--gold", gold, "--model", one, "--json")
    assert done.json["learned_from"] == [str(gold)]


def test_damaged_weights_are_named(hashiya, gold, tmp_path):
    path = tmp_path / "weights.bin"
    path.write_bytes(b"hashiya-tagger 1\n{}")
    done = hashiya("evaluate", "--gold", gold, "--model", path)
    assert done.code == 1
    assert str(path) in done.err


def test_corpus_that_is_none_leaves_old_weights_alone(hashiya, gold, tmp_path):
    gold.write_text("كلام عادي\n", encoding="utf-8")
    out = tmp_path / "weights.bin"
    out.write_bytes(b"old")
    done = hashiya("train", "--out", out, gold)
    assert done.code == 1
    assert str(gold) in done.err
    assert out.read_bytes() == b"old"


def test_place_that_cannot_be_written_is_named(hashiya, gold, tmp_path):
    done = hashiya("train", "--out", tmp_path / "gone" / "weights.bin", gold)
    assert done.code == 1
    assert "weights.bin" in done.err
