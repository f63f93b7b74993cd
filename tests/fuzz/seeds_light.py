# SPDX-License-Identifier: GPL-3.0-or-later
"""Small files of the light formats, as they should be."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable

TEXT = "عنوان المقال\n\nفي البَدْءِ كان WTDC-25 مؤتمرًا، ثم 𞤀𞤣𞤤 و\u200fكلام \U0001d7d9\U0001d7da.\nسطر ثانٍ من الفقرة.\n"
MARKDOWN = """---
title: "عنوان"
date: 2025-01-02
---
# عنوان رئيسي

فقرة **غليظة** و[رابط](http://x.example) مع ![صورة](z.png).

- بند
  1. داخلي
> اقتباس

| أ | ب |
|---|---|
| ١ | ٢ |

```
code
```
<div>نص داخل <b>وسم</b></div>
"""
SUBRIP = "1\n00:00:01,000 --> 00:00:02,500\n<i>مرحبا</i>\nبكم\n\n2\n00:00:03,000 --> 00:00:04,000\nوداعا\n"
WEBVTT = "WEBVTT - عنوان\n\nNOTE ملاحظة\n\n1\n00:01.000 --> 00:02.000 align:start\n<v زيد>مرحبا &amp; أهلا\n"
OPENITI = (
    "######OpenITI#\n\n#META# 010.AuthorNAME\t:: الجاحظ\n#META# 020.BookTITLE\t:: البيان\n#META#Header#End#\n\n"
    "### | باب\n# كلام أول\n~~يتبع هنا PageV01P001 ثم صفحة ثانية\n# شطر %~% شطر ms01\nPageV01P002\n"
)
CSV = 'title,body,author,date,url\nعنوان,"نص أول\nسطر ""ثان""",زيد,2020/1/5,http://a.example/c\nآخر,نص,عمرو,أمس,\n'
RECORDS = [{"headline": f"ع{i}", "content": f"نص {i}\nسطر", "meta": {"author": "زيد"}} for i in range(3)]
JSONL = "\n".join(json.dumps(record, ensure_ascii=False) for record in RECORDS)


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {"أ/a.md": MARKDOWN, "b.srt": SUBRIP, "c.csv": CSV, "d.txt": TEXT}.items():
            archive.writestr(name, text)
    return out.getvalue()


def _as(text: str, encoding: str = "utf-8") -> Callable[[], bytes]:
    return lambda: text.encode(encoding, "replace")


SEEDS = {
    "text": [
        _as(TEXT * 5),
        _as(TEXT, "utf-16"),
        _as(TEXT, "windows-1256"),
        _as(TEXT, "utf-32"),
        _as(TEXT, "mac_arabic"),
    ],
    "markdown": [_as(MARKDOWN), _as(MARKDOWN * 20)],
    "subtitles": [_as(SUBRIP), _as(WEBVTT), _as(SUBRIP * 50)],
    "openiti": [_as(OPENITI)],
    "table": [_as(CSV), _as(CSV, "utf-16"), _as(CSV.replace(",", ";"), "windows-1256")],
    "json": [_as(JSONL), _as(json.dumps(RECORDS)), _as(json.dumps({"articles": RECORDS}))],
    "archive": [archive],
}
