# SPDX-License-Identifier: GPL-3.0-or-later
"""PDF files of our articles by the programs people use; a producer that is not on the machine is left out."""

from __future__ import annotations

import ctypes
import ctypes.util
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

from articles_for_pdf import Part, html_of, truth_of

Producer = Callable[[tuple[Part, ...], Path], None]

_FONT_FILES = (
    "/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
)


class NotHere(Exception):
    """The producer is not installed."""


def chromium(style: str) -> Producer:
    def make(article: tuple[Part, ...], target: Path) -> None:
        program = _program("chromium", "chromium-browser", "google-chrome")
        page = target.with_suffix(".html")
        page.write_text(html_of(article, style=style), encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        _run([program, *options, f"--print-to-pdf={target}", page.as_uri()])

    return make


def libre_office(style: str) -> Producer:
    def make(article: tuple[Part, ...], target: Path) -> None:
        program = _program("soffice", "libreoffice")
        page = target.with_suffix(".html")
        page.write_text(html_of(article, style=style), encoding="utf-8")
        home = f"-env:UserInstallation=file://{target.parent}/office"
        command = [
            program,
            home,
            "--headless",
            "--infilter=HTML (StarWriter)",
            "--convert-to",
            "pdf:writer_web_pdf_Export",
        ]
        _run([*command, "--outdir", str(target.parent), str(page)])

    return make


def qt(style: str) -> Producer:
    def make(article: tuple[Part, ...], target: Path) -> None:
        from PySide6.QtGui import QGuiApplication, QPageSize, QPdfWriter, QTextDocument, QTextOption

        _application = QGuiApplication.instance() or QGuiApplication(["pdf"])
        document = QTextDocument()
        option = QTextOption()
        from PySide6.QtCore import Qt

        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        document.setDefaultTextOption(option)
        document.setHtml(html_of(article, style=style))
        writer = QPdfWriter(str(target))
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        document.print_(writer)

    return make


def weasyprint(style: str) -> Producer:
    def make(article: tuple[Part, ...], target: Path) -> None:
        try:
            from weasyprint import HTML
        except (ImportError, OSError) as failure:
            raise NotHere(str(failure)) from failure
        HTML(string=html_of(article, style=style)).write_pdf(str(target))

    return make


def xelatex(font: str) -> Producer:
    def make(article: tuple[Part, ...], target: Path) -> None:
        program = _program("xelatex")
        source = target.with_suffix(".tex")
        source.write_text(_tex_of(article, font), encoding="utf-8")
        _run(
            [program, "-interaction=batchmode", f"-output-directory={target.parent}", str(source)], accept_failure=True
        )

    return make


def cairo(font: str) -> Producer:
    def make(article: tuple[Part, ...], target: Path) -> None:
        _with_pango(truth_of(article), target, font)

    return make


def baked(*, presentation: bool) -> Producer:
    """The classical damaged kind: letters joined and put in visual order before they are drawn."""

    def make(article: tuple[Part, ...], target: Path) -> None:
        try:
            from reportlab.pdfbase import pdfmetrics
            from reportlab.pdfbase.ttfonts import TTFont
            from reportlab.pdfgen.canvas import Canvas
        except ImportError as failure:
            raise NotHere(str(failure)) from failure
        from arabic_reshaper import reshape
        from bidi.algorithm import get_display

        pdfmetrics.registerFont(TTFont("ours", _FONT_FILES[1]))
        canvas = Canvas(str(target), pagesize=(595, 842))
        height = 780
        for line in _wrapped(truth_of(article), 78):
            drawn = get_display(reshape(line) if presentation else line, base_dir="R")
            canvas.setFont("ours", 11)
            canvas.drawRightString(545, height, drawn.replace("\t", "    "))
            height -= 18 if line.strip() else 10
        canvas.save()

    return make


def fpdf(article: tuple[Part, ...], target: Path) -> None:
    try:
        from fpdf import FPDF
    except ImportError as failure:
        raise NotHere(str(failure)) from failure
    pdf = FPDF()
    pdf.add_page()
    pdf.add_font("ours", fname=_FONT_FILES[1])
    pdf.set_font("ours", size=12)
    pdf.set_text_shaping(use_shaping_engine=True, direction="rtl")
    for line in truth_of(article).split("\n"):
        pdf.multi_cell(0, 8, line.replace("\t", "    "), align="R", new_x="LMARGIN", new_y="NEXT")
        pdf.ln(3)
    pdf.output(str(target))


_NASKH, _AMIRI = "body{font-family:'Noto Naskh Arabic'}", "body{font-family:Amiri}"
_COLUMNS = "body{font-family:Amiri;columns:2;column-gap:30px}"

PRODUCERS: dict[str, Producer] = {
    "chromium-naskh": chromium(_NASKH),
    "chromium-amiri": chromium(_AMIRI),
    "chromium-columns": chromium(_COLUMNS),
    "libreoffice-naskh": libre_office(_NASKH),
    "libreoffice-amiri": libre_office(_AMIRI),
    "qt-naskh": qt(_NASKH),
    "qt-amiri": qt(_AMIRI),
    "weasyprint-naskh": weasyprint(_NASKH),
    "weasyprint-amiri": weasyprint(_AMIRI),
    "weasyprint-columns": weasyprint(_COLUMNS),
    "xelatex-amiri": xelatex("Amiri"),
    "xelatex-naskh": xelatex("Noto Naskh Arabic"),
    "cairo-amiri": cairo("Amiri 11"),
    "cairo-naskh": cairo("Noto Naskh Arabic 9"),
    "fpdf2": fpdf,
    "baked-forms": baked(presentation=True),
    "baked-letters": baked(presentation=False),
}


def made(articles: dict[str, tuple[Part, ...]], folder: Path) -> Iterator[tuple[str, str, Path]]:
    """``(producer, article, file)`` of every producer that is here; files that exist already are taken as they are."""
    for producer, make in PRODUCERS.items():
        for name, article in articles.items():
            target = folder / f"{producer}-{name}.pdf"
            if not target.exists():
                try:
                    make(article, target)
                except NotHere:
                    continue
            if target.exists():
                yield producer, name, target


def _program(*names: str) -> str:
    for name in names:
        if found := shutil.which(name):
            return found
    raise NotHere(names[0])


def _run(command: list[str], *, accept_failure: bool = False) -> None:
    subprocess.run(command, check=not accept_failure, capture_output=True, timeout=180)


def _wrapped(text: str, width: int) -> Iterator[str]:
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            if line and len(line) + len(word) >= width:
                yield line
                line = word
            else:
                line = f"{line} {word}" if line else word
        yield line
        yield " "


def _tex_of(article: tuple[Part, ...], font: str) -> str:
    lines = [
        r"\documentclass[12pt,a4paper]{article}",
        r"\usepackage{fontspec}\usepackage{bidi}",
        rf"\setmainfont[Script=Arabic]{{{font}}}",
        r"\begin{document}\setRTL",
    ]
    for part in article:
        lines += [*_tex_of_part(part), ""]
    return "\n".join([*lines, r"\end{document}"])


def _tex_of_part(part: Part) -> list[str]:
    # The package sets each word from the right; runs of Latin words want to be told.
    text = re.sub(r"[A-Za-z][A-Za-z0-9&. ()]*[A-Za-z0-9)]", lambda run: rf"\LR{{{run[0]}}}", part.text)
    for sign in "%&":
        text = text.replace(sign, f"\\{sign}")
    if part.kind == "title":
        return [rf"\section*{{\LARGE {text}}}"]
    if part.kind == "heading":
        return [rf"\section*{{{text}}}"]
    if part.kind == "table":
        rows = [" & ".join(row) + r" \\" for row in part.rows]
        return [r"\begin{tabular}{" + "r" * len(part.rows[0]) + "}", *rows, r"\end{tabular}"]
    return [text]


def _with_pango(text: str, target: Path, font: str) -> None:
    names = [ctypes.util.find_library(name) for name in ("cairo", "pango-1.0", "pangocairo-1.0", "gobject-2.0")]
    if not all(names):
        raise NotHere("pango")
    cairo_library, pango, pangocairo, _ = (ctypes.CDLL(name) for name in names)
    for library, functions in (
        (cairo_library, ("cairo_pdf_surface_create", "cairo_create")),
        (pango, ("pango_font_description_from_string",)),
        (pangocairo, ("pango_cairo_create_layout",)),
    ):
        for function in functions:
            getattr(library, function).restype = ctypes.c_void_p
    size = (ctypes.c_double(595), ctypes.c_double(842))
    surface = ctypes.c_void_p(cairo_library.cairo_pdf_surface_create(str(target).encode(), *size))
    context = ctypes.c_void_p(cairo_library.cairo_create(surface))
    layout = ctypes.c_void_p(pangocairo.pango_cairo_create_layout(context))
    pango.pango_layout_set_font_description(
        layout, ctypes.c_void_p(pango.pango_font_description_from_string(font.encode()))
    )
    pango.pango_layout_set_width(layout, 495 * 1024)
    pango.pango_layout_set_justify(layout, 1)
    pango.pango_layout_set_text(layout, text.replace("\n", "\n\n").encode(), -1)
    cairo_library.cairo_move_to(context, ctypes.c_double(50), ctypes.c_double(50))
    pangocairo.pango_cairo_show_layout(context, layout)
    cairo_library.cairo_show_page(context)
    cairo_library.cairo_destroy(context)
    cairo_library.cairo_surface_finish(surface)
    cairo_library.cairo_surface_destroy(surface)
