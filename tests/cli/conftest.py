# SPDX-License-Identifier: GPL-3.0-or-later
"""Real processes of the program, each with a library of its own."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from builders import annotation

from reader.model.edit import Edit, RecordChange
from reader.store import Library
from reader.text.spans import Span
from reader.workspace.importing import import_file

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = """مؤتمر الاتصالات في باكو

وصل وزير الاتصالات الدكتور ستار هاشمي إلى باكو يوم الإثنين 17 نوفمبر 2025 ليشارك في مؤتمر WTDC-25 مع الاتحاد (ITU).

وَقَالَ الوَزِيرُ: «إِنَّ المُؤْتَمَرَ مُهِمٌّ» 😀 𞸀.
The city of Baku lies on the Caspian Sea.
"""


@dataclass(frozen=True)
class Done:
    """How a process ended; ``out`` and ``err`` are what it wrote, as UTF-8."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def environment(tmp_path):
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LD_LIBRARY_PATH") if name in os.environ}
    return kept | {
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "HASHIYA_CONFIG_DIR": str(tmp_path / "settings"),
        "HASHIYA_CACHE_DIR": str(tmp_path / "cache"),
        "LANG": "C.UTF-8",
    }


@pytest.fixture
def hashiya(tmp_path, environment):
    """Runs ``hashiya`` with these arguments in a process of its own."""

    def run(*arguments, more=None, prefix=()):
        done = subprocess.run(
            [*prefix, sys.executable, "-W", "error", "-m", "reader", *map(str, arguments)],
            capture_output=True,
            cwd=tmp_path,
            env=environment | (more or {}),
            timeout=120,
            check=False,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "مقال.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def made_library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    article = folder / "article.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    import_file(folder / "books.hashiya", article, lambda _done, _total: None, lambda: False)
    return folder / "books.hashiya"


@pytest.fixture
def library(made_library, tmp_path):
    """A library that holds the article."""
    return Path(shutil.copy(made_library, tmp_path / "books.hashiya"))


@pytest.fixture
def tagged(library, article):
    """The library with two annotations, one nested in the other, and one beyond U+FFFF."""
    text = article.read_text(encoding="utf-8")
    with Library.open(library) as opened:
        (document,) = opened.documents.list()
        for phrase, tag, note in (
            ("الدكتور ستار هاشمي", "person", "=ملاحظة"),
            ("الدكتور", "role", ""),
            ("😀 𞸀", "term", ""),
        ):
            start = text.index(phrase)
            made = annotation(document.id, Span(start, start + len(phrase)), tag, quote=phrase, note=note)
            change = RecordChange(None, made)
            opened.apply(Edit(name="add-annotation", document_id=document.id, changes=(change,)), author="test")
    return library
