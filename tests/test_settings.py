# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings: declared once, kept whole, defaults where the file is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import settings as names
from reader.settings import REMEMBERED_FILES, REMEMBERED_PLACES, SETTINGS, Setting, Settings, settings_path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "settings.json"


def test_every_default_is_accepted_and_every_name_is_used_once() -> None:
    assert all(setting.accepts(setting.default) for setting in SETTINGS)
    assert len({setting.name for setting in SETTINGS}) == len(SETTINGS)
    assert all(setting.meaning.endswith(".") for setting in SETTINGS)


def test_every_setting_of_the_module_is_in_the_table() -> None:
    declared = {value.name for value in vars(names).values() if isinstance(value, Setting)}

    assert declared == {setting.name for setting in SETTINGS}


def test_the_environment_names_another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HASHIYA_CONFIG_DIR", str(tmp_path))

    assert settings_path() == tmp_path / "settings.json"


def test_what_was_set_is_there_after_saving_and_loading(path: Path) -> None:
    settings = Settings.load(path)
    settings.set(names.THEME, "sepia")
    settings.save()

    assert Settings.load(path).get(names.THEME) == "sepia"


@pytest.mark.parametrize(
    "content",
    ["", "{", "[1]", '"text"', "\ufeff{}", '{"theme": "pink"}', '{"text_size_px": true}', '{"places": {"a": "1"}}'],
)
def test_a_damaged_file_gives_defaults_and_says_so(path: Path, content: str) -> None:
    path.parent.mkdir()
    path.write_text(content, "utf-8")
    settings = Settings.load(path)

    assert settings.problem
    assert [settings.get(setting) for setting in SETTINGS] == [setting.default for setting in SETTINGS]


def test_a_missing_file_is_no_problem(path: Path) -> None:
    assert Settings.load(path).problem == ""


def test_bytes_that_are_no_text_are_told(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe\x00{")

    assert Settings.load(path).problem


def test_what_a_newer_version_wrote_is_kept(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"of_tomorrow": 3}', "utf-8")
    settings = Settings.load(path)
    settings.save()

    assert '"of_tomorrow": 3' in path.read_text("utf-8")


def test_a_value_out_of_range_is_refused(path: Path) -> None:
    with pytest.raises(ValueError, match="text_size_px cannot be 5"):
        Settings.load(path).set(names.TEXT_SIZE_PX, 5)


def test_saving_leaves_nothing_but_the_file(path: Path) -> None:
    Settings.load(path).save()

    assert [each.name for each in path.parent.iterdir()] == ["settings.json"]


def test_only_the_places_of_the_documents_read_last_are_kept(path: Path) -> None:
    settings = Settings.load(path)
    for number in range(REMEMBERED_PLACES + 5):
        settings.remember_place(f"document {number}", number)

    assert len(settings.get(names.PLACES)) == REMEMBERED_PLACES
    assert settings.get(names.PLACES)[f"document {REMEMBERED_PLACES + 4}"] == REMEMBERED_PLACES + 4


def test_a_file_opened_again_moves_to_the_top(path: Path) -> None:
    settings = Settings.load(path)
    for number in [*range(REMEMBERED_FILES + 2), 5]:
        settings.remember_file(Path(f"/text {number}.txt"))

    assert settings.get(names.RECENT_FILES)[0] == "/text 5.txt"
    assert len(set(settings.get(names.RECENT_FILES))) == REMEMBERED_FILES
