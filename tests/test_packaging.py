# SPDX-License-Identifier: GPL-3.0-or-later
"""The two commands: found from anywhere, quick when all is set up, clear when something is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SCRIPTS = ("packaging/run", "packaging/test", ".ci/run")
TOOLS = ("awk", "bash", "cat", "dirname", "env", "flock", "id", "mkdir", "readlink", "rm", "sha256sum", "touch")
NOBODY = 65534
FOUND = "printf '\\tlibz.so.1 => /lib/libz.so.1 (0x1)\\n'"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose folder has a space and Arabic letters in its name, with a stand-in for an environment."""
    root = tmp_path / "قارئ جديد" / "hashiya"
    shutil.copytree(ROOT / "packaging", root / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", root)
    (root / ".venv" / "bin").mkdir(parents=True)
    (root / ".venv" / "bin" / "python").symlink_to(sys.executable)
    program(root / ".venv" / "bin" / "hashiya", 'printf "<%s>" "$PWD" "$@"')
    return root


def program(path: Path, script: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/bash\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def in_environment_script(checkout: Path, script: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a line of bash with the functions of the set-up at hand."""
    line = f'set -euo pipefail; root={str(checkout)!r}; source "$root/packaging/environment.bash"; {script}'
    return run("bash", "-c", line, **more)


def run(*command: str | Path, cwd: Path | None = None, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **more}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=60, check=False)


def finish_set_up(checkout: Path) -> None:
    assert in_environment_script(checkout, 'stamp_for run >"$(stamp_file run)"').returncode == 0


def tools(folder: Path, **stand_ins: str) -> Path:
    """A folder for PATH with what every system has, and stand-ins for the rest."""
    folder.mkdir(parents=True)
    for name in TOOLS:
        (folder / name).symlink_to(shutil.which(name) or name)
    for name, script in stand_ins.items():
        program(folder / name.replace("_", "-"), script)
    return folder


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_can_be_started_and_parsed(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)
    assert run("bash", "-n", ROOT / script).returncode == 0


def test_arguments_reach_the_program_as_they_are(checkout: Path, tmp_path: Path) -> None:
    finish_set_up(checkout)
    done = run(checkout / "packaging" / "run", "show", "مقال أول.txt", "", cwd=tmp_path)
    assert done.stdout == f"<{tmp_path}><show><مقال أول.txt><>"
    assert done.stderr == ""


def test_a_link_to_the_command_works_from_any_folder(checkout: Path, tmp_path: Path) -> None:
    finish_set_up(checkout)
    link = tmp_path / "حاشية"
    link.symlink_to(checkout / "packaging" / "run")
    assert run(link, cwd=tmp_path).stdout == f"<{tmp_path}>"


def test_a_second_start_adds_next_to_nothing(checkout: Path) -> None:
    finish_set_up(checkout)
    began = time.perf_counter()
    assert run(checkout / "packaging" / "run").returncode == 0
    assert time.perf_counter() - began < 20


@pytest.mark.parametrize("change", ['echo "# new" >>"$root/pyproject.toml"', 'touch "$unfinished"', "root=/elsewhere"])
def test_set_up_is_done_anew_after_a_change(checkout: Path, change: str) -> None:
    finish_set_up(checkout)
    asked = "is_up_to_date run && echo ready || echo stale"
    assert in_environment_script(checkout, asked).stdout == "ready\n"
    assert in_environment_script(checkout, f"{change}; {asked}").stdout == "stale\n"


def test_what_the_program_needs_is_set_up_without_what_its_developers_need(checkout: Path) -> None:
    finish_set_up(checkout)
    assert in_environment_script(checkout, "is_up_to_date test && echo ready || echo stale").stdout == "stale\n"


def test_two_set_ups_at_once_take_turns(checkout: Path) -> None:
    slow = 'install() { echo begin; sleep 0.5; echo end; stamp_for run >"$(stamp_file run)"; }'
    done = in_environment_script(checkout, f"{slow}; set_up run & set_up run; wait")
    assert done.stdout == "begin\nend\n"
    assert "Another set-up of this checkout is at work" in done.stderr


def test_changed_translations_are_compiled_without_installing_anything(checkout: Path) -> None:
    finish_set_up(checkout)
    texts = checkout / "resources" / "i18n"
    texts.mkdir(parents=True)
    (texts / "hashiya_ar.ts").touch()
    install = "install() { echo installed; }"
    compile_them = f'compile_translations() {{ touch "{texts}/hashiya_ar.qm"; echo compiled; }}'
    done = in_environment_script(checkout, f"{install}; {compile_them}; set_up run; set_up run")
    assert done.stdout == "compiled\n"


def test_an_old_python_is_told(checkout: Path, tmp_path: Path) -> None:
    path = tools(tmp_path / "bin", python3='[[ $1 == --version ]] && echo "Python 3.9.2"; exit 1')
    done = in_environment_script(checkout, "find_python", PATH=str(path))
    assert done.returncode == 1
    assert "needs Python 3.11 or later; this system has Python 3.9.2" in done.stderr


def test_who_may_not_install_packages_is_told_the_command(checkout: Path, tmp_path: Path) -> None:
    """On a system with the names of Ubuntu 24.04."""
    missing = ("libglib-2.0.so.0", "libgthread-2.0.so.0", "libxcb-cursor.so.0")
    path = tools(
        tmp_path / "bin",
        sudo="exit 1",
        apt_get="exit 1",
        apt_cache='[[ "${@: -1}" == libglib2.0-0t64 ]]',
        ldd="".join(f"printf '\\t{library} => not found\\n'; " for library in missing) + FOUND,
    )
    done = install_libraries_as_nobody(checkout, path)
    assert done.returncode == 1
    command = "sudo apt-get update && sudo apt-get install --no-install-recommends libglib2.0-0t64 libxcb-cursor0\n"
    assert command in done.stderr


def test_nothing_is_asked_for_when_no_library_is_missing(checkout: Path, tmp_path: Path) -> None:
    done = install_libraries_as_nobody(checkout, tools(tmp_path / "bin", ldd=FOUND, sudo="exit 1"))
    assert (done.returncode, done.stderr) == (0, "")


def test_an_environment_without_qt_is_not_taken_for_a_complete_one(checkout: Path, tmp_path: Path) -> None:
    path = tools(tmp_path / "bin", ldd=FOUND, sudo="exit 1")
    assert install_libraries_as_nobody(checkout, path, python="exit 1").returncode == 1


def install_libraries_as_nobody(
    checkout: Path, path: Path, *, python: str = "printf /qt"
) -> subprocess.CompletedProcess[str]:
    """The part of the set-up that looks for libraries, by somebody who is not root."""
    (checkout / ".venv" / "bin" / "python").unlink()
    program(checkout / ".venv" / "bin" / "python", python)
    folder = checkout
    while folder != Path(tempfile.gettempdir()) and folder.stat().st_uid == os.getuid():
        folder.chmod(folder.stat().st_mode | 0o055)
        folder = folder.parent
    line = f'set -euo pipefail; PATH={path}; root={str(checkout)!r}; source "$root/packaging/environment.bash"'
    command = ["bash", "-c", f"{line}; install_libraries"]
    if os.getuid() == 0:
        command = ["setpriv", f"--reuid={NOBODY}", "--clear-groups", *command]
    return run(*command)


def test_every_text_of_the_window_has_its_translation() -> None:
    done = run(sys.executable, ROOT / "packaging" / "translations.py", "check")
    assert (done.returncode, done.stdout.strip()) == (0, "")


def test_qt_is_kept_from_the_version_that_aborts() -> None:
    [requirement] = [line for line in PYPROJECT["project"]["dependencies"] if line.startswith("PySide6")]
    assert requirement == "PySide6-Essentials>=6.11,<6.12"


def test_the_installed_command_starts_the_program() -> None:
    done = run(Path(sys.executable).parent / "hashiya", "--version")
    assert done.returncode == 0
    assert "hashiya" in done.stdout
