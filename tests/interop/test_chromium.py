# SPDX-License-Identifier: GPL-3.0-or-later
"""The page for reading in a real browser: what is copied is the text, it fits a phone, and keys reach everything."""

from __future__ import annotations

import html
import io
import json
import re
import shutil
import subprocess

import pytest
from interchange.nasty import TEXTS, content_of

from reader.interchange import FORMATS, Options

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ASK = """
const page = frame.contentDocument, told = {};
const article = page.querySelector('article'), selection = frame.contentWindow.getSelection();
selection.selectAllChildren(article);
told.copied = selection.toString();
selection.removeAllRanges();
told.width = page.documentElement.scrollWidth;
told.notes = [...page.querySelectorAll('aside')].map(each => {
  const box = each.getBoundingClientRect();
  const beside = each.parentElement.querySelector('.x,table').getBoundingClientRect();
  return [box.left, box.right, box.top, beside.left, beside.right, beside.top, beside.bottom];
});
const box = page.getElementById('labels');
box.focus();
told.focused = page.activeElement === box;
const label = page.querySelector('.l');
told.labels = [getComputedStyle(label).display !== 'none'];
box.click();
told.labels.push(getComputedStyle(label).display !== 'none');
"""


@pytest.fixture(scope="session")
def browser() -> str:
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(f"none of {', '.join(BROWSERS)} is installed")
    return found


@pytest.fixture
def shown(browser, tmp_path):
    """What the browser says of the page of a text, so many pixels wide."""

    def show(text_name: str, width: int):
        stream = io.BytesIO()
        FORMATS["html"].write([content_of(text_name)], stream, Options(language="ar"))
        page = re.sub(r"<meta http-equiv[^>]*>", "", stream.getvalue().decode())  # else it would let no script look
        frame = (
            f'<iframe id="frame" style="width:{width}px;height:900px;border:0" srcdoc="{html.escape(page)}"></iframe>'
        )
        ask = f"<script>frame.onload=()=>{{{ASK};out.textContent=JSON.stringify(told)}}</script>"
        path = tmp_path / "frame.html"
        head = '<!DOCTYPE html><meta charset="utf-8"><body style="margin:0">'
        path.write_text(f'{head}{frame}<pre id="out"></pre>{ask}', encoding="utf-8")
        command = [browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=4000"]
        command += [f"--user-data-dir={tmp_path / 'profile'}", "--window-size=1400,1000", "--dump-dom", path.as_uri()]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=True)
        said = re.search(r'<pre id="out">(.*?)</pre>', done.stdout, re.DOTALL)
        assert said, done.stderr[-1000:]
        return json.loads(html.unescape(said[1]))

    return show


@pytest.mark.parametrize("text_name", TEXTS)
def test_what_is_copied_is_the_text(shown, text_name):
    copied = shown(text_name, 1280)["copied"]

    assert copied.strip("\n") == TEXTS[text_name].strip("\n")


@pytest.mark.parametrize("text_name", ["plain", "mixed", "crowd", "markup"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_reaches_beyond_the_window(shown, width, text_name):
    assert shown(text_name, width)["width"] <= width


def test_notes_stand_beside_the_text_on_a_desk_and_below_it_on_a_phone(shown):
    for left, right, top, beside_left, _, beside_top, _ in shown("plain", 1280)["notes"]:
        assert left < right <= beside_left
        assert abs(top - beside_top) < 60
    for _, _, top, _, _, _, beside_bottom in shown("plain", 390)["notes"]:
        assert top >= beside_bottom - 1


def test_a_key_reaches_the_switch_that_hides_the_names(shown):
    told = shown("plain", 1280)

    assert told["focused"]
    assert told["labels"] == [True, False]
