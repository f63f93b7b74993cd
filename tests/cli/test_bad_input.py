# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command says in one line what is wrong with a file, ends with 1, and leaves everything as it was."""

import hashlib
import os
import sqlite3
import subprocess

import pytest

# Root without its privileges: permissions hold for it as for everybody.
WITHOUT_PRIVILEGES = ("setpriv", "--inh-caps=-all", "--bounding-set=-all")
only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root has privileges to give up, or can mount")

BAD = {
    "missing": "there is no such file",
    "folder": "this is a folder",
    "empty": "the file holds no text",
    "blank": "the file holds no text",
    "binary": "this is not a text file",
    "pdf": "the file is damaged",
    "torn": "is not utf-8",
    "pipe": "cannot be read",
    "device": "cannot be read",
    "sparse": "this is not a text file",
}


@pytest.fixture
def bad(tmp_path):
    folder = tmp_path / "bad"
    folder.mkdir()
    (folder / "folder").mkdir()
    (folder / "empty").touch()
    (folder / "blank").write_bytes(b" \n\n")
    (folder / "binary").write_bytes(bytes(range(256)) * 50)
    (folder / "pdf").write_bytes(b"%PDF-1.7\n")
    (folder / "torn").write_bytes("نص عربي طويل ".encode() * 50 + b"\xd8")
    os.mkfifo(folder / "pipe")
    (folder / "device").symlink_to("/dev/null")
    with (folder / "sparse").open("wb") as sparse:
        sparse.truncate(20 << 30)
    return folder


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_told_in_one_line(hashiya, bad, kind):
    done = hashiya("show", bad / kind)

    assert (done.code, done.out) == (1, "")
    assert BAD[kind] in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("command", ["tags", "recognise", "export"])
@pytest.mark.parametrize("kind", ["blank", "binary"])
def test_every_command_that_reads_a_file_tells_it(hashiya, bad, library, command, kind):
    done = hashiya(command, "--library", library, bad / kind)

    assert (done.code, done.out) == (1, "")
    assert BAD[kind] in done.err


def test_bad_files_leave_the_library_as_it_was(hashiya, bad, library):
    before = hashlib.sha256(library.read_bytes()).hexdigest()
    refused = {kind: sentence for kind, sentence in BAD.items() if kind not in {"torn", "folder"}}

    done = hashiya("import", "--library", library, *(bad / kind for kind in refused))

    assert done.code == 1
    *told, summary = done.err.splitlines()
    assert [line.count(sentence) for line, sentence in zip(told, refused.values(), strict=True)] == [1] * len(refused)
    assert f"{len(refused)} files skipped" in summary
    assert hashlib.sha256(library.read_bytes()).hexdigest() == before


def test_a_text_with_a_bad_byte_comes_in_and_that_is_told(hashiya, bad, library):
    done = hashiya("import", "--library", library, bad / "torn", "--json")

    assert done.code == 0
    (imported,) = done.json["imported"]
    assert [(notice["kind"], notice["count"]) for notice in imported["notices"]] == [("bad-bytes", 1)]
    assert "1 places are not utf-8" in done.err


@only_root
@pytest.mark.parametrize("command", ["show", "import"])
def test_an_unreadable_file_is_told(hashiya, tmp_path, command):
    path = tmp_path / "secret.txt"
    path.write_text("سر", encoding="utf-8")
    path.chmod(0o000)

    done = hashiya(command, path, prefix=WITHOUT_PRIVILEGES)

    assert done.code == 1
    assert "cannot be read (Permission denied)" in done.err


def test_one_bad_file_among_others_does_not_keep_them_out(hashiya, bad, library, article):
    done = hashiya("import", "--library", library, bad / "binary", article, "--json")

    assert done.code == 1
    assert [each["file"] for each in done.json["imported"]] == [str(article)]
    assert [each["error"] for each in done.json["failed"]] == ["FileIsBinary"]


@pytest.mark.parametrize("command", ["show", "tags", "export", "recognise"])
def test_a_document_nobody_knows_is_told(hashiya, library, command):
    done = hashiya(command, "--library", library, "unknown")

    assert done.code == 1
    assert "no document “unknown”" in done.err


@pytest.mark.parametrize("command", [["tags"], ["show", "x"], ["export", "x"], ["backup", "copy"], ["doctor"]])
def test_a_library_that_is_named_and_missing_is_told(hashiya, tmp_path, command):
    done = hashiya(*command, "--library", tmp_path / "none.hashiya")

    assert done.code == 1
    assert "there is no library here" in done.err
    assert not (tmp_path / "none.hashiya").exists()


@pytest.mark.parametrize("command", [["tags"], ["import", "article"], ["backup", "copy"], ["doctor"]])
@pytest.mark.parametrize("content", [b"some text that is no library\n" * 100, b""])
def test_a_file_that_is_no_library_is_told_and_left(hashiya, tmp_path, article, command, content):
    other = tmp_path / "other.db"
    other.write_bytes(content)

    done = hashiya(*[article if each == "article" else each for each in command], "--library", other)

    assert done.code == 1
    assert str(other) in done.err + done.out
    assert "Traceback" not in done.err
    assert other.read_bytes() == content


def test_a_library_is_not_read_as_a_text(hashiya, library):
    assert "not a text file" in hashiya("show", "--library", library, library).err
    assert "not a text file" in hashiya("import", "--library", library, library).err


def test_the_library_is_never_overwritten_by_an_export(hashiya, library, article):
    before = library.read_bytes()

    done = hashiya("export", "--library", library, article, "--format", "json", "--out", library)

    assert (done.code, library.read_bytes()) == (1, before)
    assert "it is the library itself" in done.err


@only_root
def test_a_library_that_can_only_be_read_is_told_when_something_is_to_be_written(hashiya, tmp_path, library):
    library.chmod(0o444)
    other = tmp_path / "other.txt"
    other.write_text("نص آخر", encoding="utf-8")

    done = hashiya("import", "--library", library, other, prefix=WITHOUT_PRIVILEGES)

    assert done.code == 1
    assert "can be read but not written" in done.err


@pytest.mark.slow
def test_a_locked_library_is_told_after_a_while(hashiya, library, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("نص آخر", encoding="utf-8")
    connection = sqlite3.connect(library, isolation_level=None)
    connection.execute("begin immediate")

    done = hashiya("import", "--library", library, other)
    connection.close()

    assert done.code == 1
    assert "another program is writing" in done.err
    assert hashiya("import", "--library", library, other).code == 0


@only_root
def test_a_full_disk_is_told_and_what_was_there_stays(hashiya, tmp_path, article):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no mounting here")
    try:
        library = disk / "books.hashiya"
        assert hashiya("import", "--library", library, article).code == 0
        large = tmp_path / "large.txt"
        large.write_text("سطر من كتاب كبير جدا\n" * 200_000, encoding="utf-8")

        done = hashiya("import", "--library", library, large)

        assert done.code == 1
        assert "the disk is full" in done.err
        assert [each["title"] for each in hashiya("tags", "--library", library, "--json").json["documents"]] == [
            "مؤتمر الاتصالات في باكو"
        ]
    finally:
        subprocess.run(["umount", str(disk)], check=True)
