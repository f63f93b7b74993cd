# SPDX-License-Identifier: GPL-3.0-or-later
"""Web pages saved as one file: the page in the envelope, its address and encoding, damaged envelopes."""

from __future__ import annotations

import base64
import quopri

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import read
from web_pages import TITLE, news

from reader.errors import FileError, NoText

HEAD = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/from\r\nSubject: =?utf-8?Q?x?=\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----X"\r\n\r\n'
)


def part(kind: str, body: bytes, way: str, extra: str = "") -> bytes:
    encoded = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring, "8bit": bytes}[way](body)
    return (
        f"------X\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {way}\r\n{extra}\r\n".encode()
        + encoded
        + b"\r\n"
    )


def envelope(*parts: bytes) -> bytes:
    return HEAD.encode() + b"".join(parts) + b"------X--\r\n"


@pytest.mark.parametrize("way", ["base64", "quoted-printable", "8bit"])
def test_the_page_is_taken_out_of_its_envelope(tmp_path, way):
    path = tmp_path / "a.mhtml"
    path.write_bytes(envelope(part("text/html", news().html.encode(), way), part("image/png", b"\x89PNG", "base64")))
    got = read(path, "mhtml")
    assert got.text.split("\n")[0] == TITLE
    assert dict(got.metadata)["address"] == "https://example.org/from"


def test_the_encoding_the_envelope_tells_counts(tmp_path):
    html = news().html.replace('<meta charset="utf-8">', "")
    path = tmp_path / "a.mht"
    path.write_bytes(
        envelope(part('text/html; charset="windows-1256"', html.encode("windows-1256", "ignore"), "base64"))
    )
    got = read(path, "mhtml")
    assert (got.encoding, got.text.split("\n")[0]) == ("windows-1256", TITLE)


def test_a_page_of_a_frame_is_not_taken_for_the_page(tmp_path):
    frame = part("text/html", "<p>إعلان طويل جدا في إطار</p>".encode(), "base64", "Content-ID: <frame>\r\n")
    main = part("text/html", news().html.encode(), "base64", "Content-ID: <main>\r\n")
    path = tmp_path / "a.mhtml"
    path.write_bytes(envelope(frame, main).replace(b'type="text/html";', b'type="text/html"; start="<main>";'))
    assert TITLE in read(path, "mhtml").text


@pytest.mark.parametrize("data", [HEAD.encode(), envelope(part("image/png", b"x", "base64")), b"x"])
def test_an_envelope_without_a_page_is_told(tmp_path, data):
    path = tmp_path / "a.mhtml"
    path.write_bytes(data)
    with pytest.raises(NoText):
        read(path, "mhtml")


def test_envelopes_in_envelopes_end_somewhere(tmp_path):
    path = tmp_path / "a.mhtml"
    path.write_bytes(b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n' * 3000)
    with pytest.raises(FileError):
        read(path, "mhtml")


@settings(max_examples=100, deadline=None)
@given(cut=st.integers(0, 4000), places=st.lists(st.tuples(st.integers(0, 4000), st.binary(max_size=4)), max_size=5))
def test_whatever_is_damaged_there_is_a_text_or_an_error_of_ours(tmp_path_factory, cut, places):
    data = bytearray(envelope(part("text/html", news().html.encode(), "quoted-printable")))
    for place, junk in places:
        data[place : place + len(junk)] = junk
    path = tmp_path_factory.mktemp("mhtml") / "a.mhtml"
    path.write_bytes(data[: len(data) - cut])
    try:
        got = read(path, "mhtml")
    except FileError:
        return
    assert got.text
