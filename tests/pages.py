# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages for tests of the reading pane: faces, plain colours, an article of every difficulty."""

from __future__ import annotations

from pathlib import Path

import fontpkg_amiri
from PySide6.QtGui import QColor

from reader.ui.reading_pane import ReadingStyle, TagColour

SHIPPED_FACES = sorted((Path(fontpkg_amiri.__file__).parent / "files").glob("*.ttf"))

# The red part of every mark is that of the white page, so the red part of a picture is the ink alone.
PAGE = QColor(255, 255, 255)
MARK = TagColour(QColor(255, 200, 120), QColor(255, 0, 0))

ARTICLE = (
    "افتتاح المؤتمر الدولي\n\n"
    "قال الدكتور سيد ستار هاشمي إن مؤتمر WTDC-25 (Baku 2025) سينعقد في باكو من 26 – 28 نوفمبر 2025 بمشاركة 150 دولة، "
    "وأضاف أن الاتحاد الدولي للاتصالات (ITU) يرى في شبكات 5G فرصة ثمينة للدول الأعضاء كافة ولا سيما النامية منها.\n"
    "كَتَبَ الطَّالِبُ رِسَالَةً إِلَى أُسْتَاذِهِ فِي المَدِينَةِ البَعِيدَةِ، ثُمَّ ذَهَبَ إِلَى المَكْتَبَةِ لِيَقْرَأَ كِتَابًا عَنِ الأَلِفِ وَاللَّامِ.\n"
    "وفي الختام 😀 رمز رياضي 𞸀 وكلمة لا غير، ثم عاد الجميع إلى بيوتهم بسلام آمنين بعد يوم طويل من العمل والنقاش.\n"
)


def reading_style(**changes: object) -> ReadingStyle:
    colours = {
        "page": PAGE,
        "ink": QColor(0, 0, 0),
        "heading": QColor(0, 0, 0),
        "quiet": QColor(0, 0, 0),
        "selection": QColor(255, 220, 255),
        "caret": QColor(255, 0, 0),
        "hit": QColor(255, 255, 0),
        "accent": QColor(255, 0, 255),
    }
    tags = {f"tag-{number}": MARK for number in range(1, 13)}
    return ReadingStyle(colours=colours, tags=tags, **changes)  # type: ignore[arg-type]
