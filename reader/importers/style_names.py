# SPDX-License-Identifier: GPL-3.0-or-later
"""What a word processor's paragraph style is for, told by its name in the languages our users' programs speak."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.model.structure import BlockKind

_HEADING = re.compile(
    r"(?:heading|überschrift|titre|encabezado|título|titolo|rubrik|kop|başlık|заголовок|nagłówek|标题|見出し|"
    r"العنوان|عنوان|سرنویس|سرفصل|عنوان رئيسي|כותרת)[\s_]*([1-9١-٩۱-۹])"
)
_NAMES = {
    BlockKind.TITLE: (
        "title|titel|titre|título|titolo|العنوان|عنوان|العنوان الرئيسي|عنوان المستند|başlık|название|כותרת טקסט"
    ),
    BlockKind.SUBTITLE: (
        "subtitle|untertitel|sous-titre|subtítulo|sottotitolo|عنوان فرعي|العنوان الفرعي|altyazı|подзаголовок"
    ),
    BlockKind.QUOTATION: (
        "quote|intense quote|block text|quotations|quotation|zitat|citation|block quotation|اقتباس|اقتباس مكثف|نقل قول"
    ),
    BlockKind.CAPTION: (
        "caption|table caption|tablecaption|image caption|imagecaption|figurecaption|figure caption|"
        "beschriftung|légende|تسمية توضيحية|illustration|figure"
    ),
    BlockKind.CODE: "html preformatted|preformatted text|source code|code|macro text|نص منسق مسبقا",
}
_KINDS = {name: kind for kind, names in _NAMES.items() for name in names.split("|")}
_DIGITS = str.maketrans("١٢٣٤٥٦٧٨٩۱۲۳۴۵۶۷۸۹", "123456789123456789")


@lru_cache(maxsize=4096)
def kind_of_style(name: str) -> tuple[BlockKind, int] | None:
    """Kind and level that a style's name means; None when it says nothing.

    ``Heading_20_1`` is how OpenDocument writes ``Heading 1``.
    """
    plain = re.sub("_([0-9a-f]{2})_", lambda found: chr(int(found[1], 16)), name).strip().casefold()
    if found := _HEADING.fullmatch(plain):
        return BlockKind.HEADING, int(found[1].translate(_DIGITS))
    kind = _KINDS.get(plain)
    return (kind, 0) if kind is not None else None
