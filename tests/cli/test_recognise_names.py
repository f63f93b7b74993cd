# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya recognise --names --model``: the user's lists come first; a model is asked as well; slips are told."""

import pytest
from builders import TEXTS
from recognisers.neural import tiny_models

from reader import settings as names
from reader.settings import Settings, settings_path


def found(hashiya, *arguments):
    return [(each["text"], each["tag"], each["entity"]) for each in hashiya("recognise", *arguments, "--json").json]


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "text.txt"
    path.write_text("زَارَ زَرقُونَ الجديدة 😀 وعاد.\n", encoding="utf-8")
    return path


def test_names_of_a_list_are_found_with_their_tag_and_entity(hashiya, tmp_path, text):
    path = tmp_path / "names.csv"
    path.write_text("الوسم,الاسم,الكيان\nمكان,زرقون الجديدة,زرقون\n", encoding="utf-16")

    assert ("زَرقُونَ الجديدة", "place", "زرقون") in found(hashiya, text, "--names", path)
    assert ("زَرقُونَ الجديدة", "place", "زرقون") not in found(hashiya, text)


def test_names_without_a_tag_get_the_one_named(hashiya, tmp_path, text):
    path = tmp_path / "names.txt"
    path.write_text("زرقون الجديدة\n", encoding="utf-8")

    assert found(hashiya, text, "--names", path, "--names-tag", "حدث")[0][:2] == ("زَرقُونَ الجديدة", "event")


@pytest.mark.parametrize("jobs", [1, 2])
def test_broken_lines_are_told_once_and_the_rest_is_used(hashiya, tmp_path, text, jobs):
    path = tmp_path / "names.csv"
    path.write_text("زرقون الجديدة,place\nسالم,nobody\n«»,place\n", encoding="utf-8")
    other = tmp_path / "other.txt"
    other.write_text(TEXTS["astral"] + "زرقون الجديدة", encoding="utf-8")
    told = hashiya("recognise", text, other, "--names", path, "--jobs", jobs, "--jsonl")

    assert told.out.count('"place"') >= 2
    assert told.err.count("line 2: the tagset has no tag “nobody”") == 1
    assert told.err.count("line 3: ") == 1


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--names", "none.txt", "--json"], "no such file"),
        (["--names", "text.txt", "--names-tag", "nothing", "--json"], "no tag “nothing”"),
        (["--names", "text.txt"], "go with a format"),
        (["--model", "."], "go with a format"),
        (["--model", ".", "--json"], "model.onnx is missing"),
        (["--model", "none", "--json", "--jobs", 2], "there is no such folder"),
        (["--model", ".", "--json", "--kind", "person"], "--kind takes KIND=TAG"),
    ],
)
def test_what_cannot_be_done_is_told(hashiya, text, arguments, reason):
    told = hashiya("recognise", text, *arguments)

    assert told.code != 0
    assert reason in told.err


def test_stages_that_are_off_in_the_window_are_off_here(hashiya, tmp_path):
    path = tmp_path / "text.txt"
    path.write_text("انعقد في 3 مارس 2020.", encoding="utf-8")
    assert ("3 مارس 2020", "date", "") in found(hashiya, path)
    settings = Settings.load(settings_path())
    settings.set(names.STAGES_OFF, ["dates"])
    settings.save()

    assert ("3 مارس 2020", "date", "") not in found(hashiya, path)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_model_is_asked_as_well(hashiya, tmp_path, text, jobs):
    folder = tiny_models.save_label_model(tmp_path / "نموذج", tiny_models.word_piece(["زرقون"]), {"زرقون": "B-ORG"})
    other = tmp_path / "other.txt"
    other.write_text("ثم زَرقُون 😀.", encoding="utf-8")
    arguments = (text, other, "--jobs", jobs, "--jsonl", "--model", folder)

    assert hashiya("recognise", *arguments).out.count('"organisation"') == 2
    assert hashiya("recognise", *arguments, "--kind", "ORG=event").out.count('"event"') == 2
