# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of the house that no other tool checks: sizes, licence lines, the map, what is never imported."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

import reader
from reader.cli.commands import hashiya

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "reader").rglob("*.py"))
SCRIPTS = sorted([*(ROOT / "tests").rglob("*.py"), *(ROOT / "packaging").rglob("*.py")])
LONGEST_FUNCTION = 60
LONGEST_MODULE = 600
FORBIDDEN = {"urllib.request", "PySide6.QtNetwork", "xmlrpc", "asyncio", "telnetlib", "nntplib", "poplib", "imaplib"}
MAY_CATCH_EVERYTHING = {"reader/ui/app.py", "reader/ui/jobs.py"}
VAGUE = {"utils", "util", "common", "helpers", "helper", "misc"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def every_node(*kinds: type[ast.AST]) -> Iterator[tuple[Path, ast.AST]]:
    return ((path, node) for path in MODULES for node in ast.walk(tree_of(path)) if isinstance(node, kinds))


def imported_names(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names}
    if isinstance(node, ast.ImportFrom) and node.module:
        return {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return set()


@pytest.mark.parametrize("path", [*MODULES, *SCRIPTS], ids=name_of)
def test_every_file_names_its_licence_and_its_duty(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == "# SPDX-License-Identifier: GPL-3.0-or-later"
    tree = tree_of(path)
    assert ast.get_docstring(tree) or not tree.body


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_is_too_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


def test_no_function_is_too_long() -> None:
    functions = every_node(ast.FunctionDef, ast.AsyncFunctionDef)
    sizes = {f"{name_of(path)}:{node.name}": node.end_lineno - node.lineno + 1 for path, node in functions}
    assert sizes
    assert {name: size for name, size in sizes.items() if size > LONGEST_FUNCTION} == {}


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [name_of(path) for path in MODULES if path.stem in VAGUE or path.parent.name in VAGUE] == []


def test_nothing_can_reach_a_network() -> None:
    found = [(name_of(path), imported_names(node) & FORBIDDEN) for path, node in every_node(ast.Import, ast.ImportFrom)]
    assert found
    assert [entry for entry in found if entry[1]] == []


def test_unexpected_failures_are_caught_in_few_places_only() -> None:
    catchers = {name_of(path) for path, node in every_node(ast.ExceptHandler) if catches_everything(node)}
    assert {name for name in catchers if not name.startswith("reader/cli")} <= MAY_CATCH_EVERYTHING


def catches_everything(node: ast.AST) -> bool:
    """Whether a handler takes any exception and does not pass it on."""
    assert isinstance(node, ast.ExceptHandler)
    is_broad = node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"})
    last = node.body[-1]
    return is_broad and not (isinstance(last, ast.Raise) and last.exc is None)


def test_the_window_shows_no_text_that_cannot_be_translated() -> None:
    setters = {"setText", "setTitle", "setWindowTitle", "setToolTip", "setStatusTip", "setPlaceholderText"}
    setters |= {"setAccessibleName", "setAccessibleDescription", "setLabelText", "addMenu", "QLabel", "QPushButton"}
    raw = [
        f"{name_of(path)}:{node.lineno}"
        for path, node in every_node(ast.Call)
        if called_name(node) in setters and any(is_wording(argument) for argument in node.args)
    ]
    assert raw == []


def called_name(node: ast.AST) -> str:
    assert isinstance(node, ast.Call)
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def is_wording(node: ast.AST) -> bool:
    """A literal with a word in it; a name of the program is none."""
    if isinstance(node, ast.JoinedStr):
        return any(is_wording(part) for part in node.values)
    text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
    return any(char.isalpha() for char in text.replace("Hashiya", ""))


def test_the_map_names_every_package_and_module_of_the_top() -> None:
    packages = {path.parent.name for path in MODULES if path.name == "__init__.py"} - {"reader"}
    modules = {path.name for path in (ROOT / "reader").glob("*.py")} - {"__init__.py"}
    wanted = {f"{package}/" for package in packages} | modules
    assert wanted - set((reader.__doc__ or "").split()) == set()


def test_the_map_names_nothing_that_is_gone() -> None:
    named = {word for word in (reader.__doc__ or "").split() if word.endswith((".py", "/"))}
    there = {path.name for path in MODULES} | {f"{path.parent.name}/" for path in MODULES}
    assert named
    assert named - there == set()


def test_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = {name for name, command in hashiya.commands.items() if not command.hidden}
    assert shown
    assert {name for name in shown if f"hashiya {name}" not in readme} == set()


def test_readme_links_to_nothing_that_is_gone() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    links = {link for link in re.findall(r"\]\(([^)\s]+)\)", readme) if "://" not in link}
    assert links
    assert {link for link in links if not (ROOT / link).exists()} == set()


def test_calls_that_return_nothing_keep_none_alive() -> None:
    """PySide6 6.12.0 drops a reference to None at each such call, until the interpreter aborts."""
    target = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        target.setObjectName("x")
        target.parent()
    assert abs(sys.getrefcount(None) - before) < 100
