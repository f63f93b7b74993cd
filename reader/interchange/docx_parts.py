# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a Word document that are the same for every text: styles, lists, settings, links.

Source: ECMA-376, part 1, WordprocessingML.
"""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KINDS = ("styles", "numbering", "settings", "comments")

_FONTS = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Amiri"/>'
_HEADING_HALF_POINTS = (36, 32, 30, 28, 28, 28)
_DEEPEST_LIST = 9
_NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
_REFERENCE = (
    '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>'
    '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>'
)


def content_types() -> str:
    """``[Content_Types].xml``."""
    overrides = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for kind in ("document.main", *_KINDS)
    ).replace("/word/document.main.xml", "/word/document.xml")
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    core = (
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    )
    return f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}{core}</Types>'


def package_links() -> str:
    """``_rels/.rels``."""
    main = f'<Relationship Id="r1" Type="{_LINK}/officeDocument" Target="word/document.xml"/>'
    core_type = f"{_PACKAGE}/relationships/metadata/core-properties"
    core = f'<Relationship Id="r2" Type="{core_type}" Target="docProps/core.xml"/>'
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{main}{core}</Relationships>'


def document_links() -> str:
    """``word/_rels/document.xml.rels``."""
    links = "".join(f'<Relationship Id="r{kind}" Type="{_LINK}/{kind}" Target="{kind}.xml"/>' for kind in _KINDS)
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def settings() -> str:
    return (
        f'{HEAD}<w:settings xmlns:w="{W}"><w:defaultTabStop w:val="720"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-US" w:bidi="ar-SA"/></w:settings>'
    )


def styles(*, right_to_left: bool) -> str:
    """The styles our paragraphs name; those of Word's own names are what every program knows."""
    way = "<w:bidi/>" if right_to_left else ""
    base = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_FONTS}<w:sz w:val="24"/><w:szCs w:val="30"/>'
        '<w:lang w:val="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    quiet = '<w:color w:val="5F5A52"/>'
    made = [
        f"{_NORMAL}<w:pPr>{way}</w:pPr></w:style>",
        _style("Title", "Title", '<w:spacing w:before="120" w:after="200"/>', _bold(44, 52)),
        _style("Subtitle", "Subtitle", "", quiet + _sized(26, 32)),
        *(
            _style(
                f"Heading{level}",
                f"heading {level}",
                f'<w:keepNext/><w:spacing w:before="280" w:after="80"/><w:outlineLvl w:val="{level - 1}"/>',
                _bold(size - 6, size),
            )
            for level, size in enumerate(_HEADING_HALF_POINTS, 1)
        ),
        _style("Quote", "Quote", '<w:ind w:start="480" w:end="240"/>', ""),
        _style("ListParagraph", "List Paragraph", '<w:spacing w:after="60"/><w:contextualSpacing/>', ""),
        _style("Caption", "caption", "", quiet + _sized(20, 25)),
        _style("FootnoteText", "footnote text", "", quiet + _sized(20, 25)),
        _style(
            "HTMLPreformatted",
            "HTML Preformatted",
            '<w:shd w:val="clear" w:color="auto" w:fill="F2EFE8"/><w:spacing w:after="0"/>',
            '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>' + _sized(20, 22),
        ),
        _style(
            "CommentText", "annotation text", '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>', _sized(20, 24)
        ),
        _REFERENCE,
    ]
    return f'{HEAD}<w:styles xmlns:w="{W}">{base}{"".join(made)}</w:styles>'


def numbering(starts: list[int]) -> str:
    """List 1 has bullets; each of the others counts from its number in ``starts``."""
    bullets = "".join(_level(level, "bullet", "•◦–"[level % 3]) for level in range(_DEEPEST_LIST))
    numbers = "".join(_level(level, "decimal", f"%{level + 1}.") for level in range(_DEEPEST_LIST))
    shapes = (
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>{bullets}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>{numbers}</w:abstractNum>'
    )
    lists = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/>'
        + "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for level in range(_DEEPEST_LIST)
        )
        + "</w:num>"
        for number, start in enumerate(starts, 2)
    )
    first = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return f'{HEAD}<w:numbering xmlns:w="{W}">{shapes}{first}{lists}</w:numbering>'


def _style(identity: str, name: str, paragraph: str, run: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _sized(latin: int, arabic: int) -> str:
    """Sizes in half points."""
    return f'<w:sz w:val="{latin}"/><w:szCs w:val="{arabic}"/>'


def _bold(latin: int, arabic: int) -> str:
    return f"<w:b/><w:bCs/>{_sized(latin, arabic)}"


def _level(level: int, form: str, text: str) -> str:
    indent = 400 * (level + 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="start"/><w:pPr><w:ind w:start="{indent}" w:hanging="320"/></w:pPr></w:lvl>'
    )
