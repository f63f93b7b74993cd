# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles of our own, as data, from which tests and measurements make PDF files with the producers of others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of an article: ``kind`` is title, heading, paragraph, item or table (rows of cells)."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def _part(kind: str, text: str) -> Part:
    return Part(kind=kind, text=text)


NEWS = (
    _part("title", "افتتاح مكتبة المدينة بعد ترميم استمر ثلاث سنوات"),
    _part(
        "paragraph",
        "افتتح رئيس البلدية يوم الثلاثاء 14 أكتوبر 2025 مكتبة المدينة القديمة، بعد أعمال ترميم بلغت كلفتها 3,750,000 "
        "دينار (نحو 1.2 مليون دولار)، وقال في كلمته: «لا معنى لمدينة بلا كتاب، ولا مستقبل لمن لا يقرأ».",
    ),
    _part(
        "paragraph",
        "وتضم المكتبة ٤٥ ألف مجلد و١٢٠٠ مخطوط، إضافة إلى قاعة للأطفال وأخرى للباحثين. وأوضحت المديرة الآنسة ليلى "
        "الأسعد أن نظام الفهرسة الجديد يعتمد معيار MARC 21 وبرنامج Koha الحر، وأن الإعارة الإلكترونية ستبدأ قبل "
        "نهاية العام.",
    ),
    _part("heading", "إقبال كبير في اليوم الأول"),
    _part(
        "paragraph",
        "وشهد اليوم الأول حضور أكثر من 2000 زائر، بينهم طلاب من الجامعة الأهلية وأساتذة من كلية الآداب. وقال أحد "
        "الزوار إن القاعة الكبرى (بنيت عام 1932) احتفظت بأعمدتها الأصلية وبلاطها الملون، وإن الإضاءة أصبحت أفضل "
        "مما كانت عليه بنسبة 40%.",
    ),
    _part("item", "قاعة المطالعة: من الساعة 8:30 إلى 20:00"),
    _part("item", "قاعة الأطفال: من الساعة 10:00 إلى 17:00"),
    _part(
        "paragraph",
        "ويستطيع القراء الاشتراك مجانًا عبر الموقع الإلكتروني، أو الاتصال بالرقم 555-0134 خلال أيام العمل. وأضافت "
        "المديرة أن المكتبة ستنظم لقاءات أدبية كل أسبوع، أولها عن الرواية الأولى للكاتب إلياس الآلوسي.",
    ),
)

VOCALISED = (
    _part("title", "فِي فَضْلِ القِرَاءَةِ"),
    _part(
        "paragraph",
        "القِرَاءَةُ نُورُ العَقْلِ وَغِذَاءُ الرُّوحِ، وَمَنْ قَرَأَ كُلَّ يَوْمٍ صَفْحَةً لَمْ يَمْضِ عَلَيْهِ عَامٌ إِلَّا وَقَدْ أَتَمَّ كِتَابًا. "
        "وَلَا يُدْرِكُ لَذَّةَ الكِتَابِ إِلَّا مَنْ صَبَرَ عَلَى أَوَّلِهِ حَتَّى يَبْلُغَ آخِرَهُ.",
    ),
    _part(
        "paragraph",
        "وَقَدْ قِيلَ إِنَّ الكِتَابَ صَدِيقٌ لَا يَمَلُّ وَلَا يُمِلُّ، يُحَدِّثُكَ إِذَا شِئْتَ وَيَسْكُتُ إِذَا أَرَدْتَ. فَاجْعَلْ لَكَ مِنْهُ فِي كُلِّ "
        "لَيْلَةٍ نَصِيبًا، وَلَوْ كَانَ خَمْسَ صَفَحَاتٍ.",
    ),
    _part(
        "paragraph",
        "وَمِنَ النَّاسِ مَنْ يَشْتَرِي الكُتُبَ لِيُزَيِّنَ بِهَا الجُدْرَانَ، وَأُولَئِكَ كَمَنْ يَحْمِلُ المَاءَ وَلَا يَشْرَبُ. أَمَّا القَارِئُ فَيَعُودُ إِلَى "
        "الكِتَابِ الوَاحِدِ مَرَّةً بَعْدَ مَرَّةٍ، وَفِي كُلِّ مَرَّةٍ يَجِدُ فِيهِ مَا لَمْ يَجِدْهُ قَبْلَهَا.",
    ),
)

REPORT = (
    _part("title", "تقرير عن استهلاك المياه في الأحياء الشمالية"),
    _part(
        "paragraph",
        "يعرض هذا التقرير نتائج قياسات أجراها فريق البحث بين يناير ٢٠٢٤ ويونيو ٢٠٢٥ في أحد عشر حيًا. استُخدمت عدادات "
        "من طراز AquaMeter X2 ترسل قراءاتها كل 15 دقيقة، وعولجت البيانات ببرنامج R (الإصدار 4.3).",
    ),
    _part("heading", "النتائج الأولية"),
    _part(
        "paragraph",
        "بلغ متوسط الاستهلاك اليومي للفرد 142 لترًا، أي أقل من المعدل الوطني البالغ 168 لترًا. ولاحظ الفريق أن "
        "الاستهلاك يرتفع في يوليو وأغسطس بنسبة 18.5%، ثم ينخفض في الأشهر الباردة إلى ما دون 120 لترًا.",
    ),
    Part(
        kind="table",
        rows=(
            ("الحي", "السكان", "الاستهلاك"),
            ("الأندلس", "12,400", "139"),
            ("السلام", "8,950", "151"),
            ("الوادي", "21,300", "128"),
        ),
    ),
    _part(
        "paragraph",
        "ولا تشمل هذه الأرقام المحال التجارية ولا المدارس. وتشير الأدلة إلى أن إصلاح التسربات وحده كفيل بتوفير ما "
        "بين 9 و11 لترًا للفرد يوميًا، كما ورد في دراسة Smith & Haddad (2021) عن مدن مماثلة.",
    ),
    _part("heading", "التوصيات"),
    _part(
        "paragraph",
        "يوصي الفريق باستبدال الأنابيب الأقدم من ثلاثين عامًا أولًا، وبإطلاق حملة توعية في المدارس الابتدائية، وبنشر "
        "البيانات شهريًا بصيغة CSV لتكون متاحة للباحثين كافة. وإذا نُفذت هذه الإجراءات فمن المتوقع أن ينخفض "
        "الاستهلاك بحلول عام 2028 إلى أقل من 125 لترًا للفرد في اليوم.",
    ),
)

ARTICLES = {"news": NEWS, "vocalised": VOCALISED, "report": REPORT}


def truth_of(article: tuple[Part, ...]) -> str:
    """The text that a perfect extraction gives: a paragraph a line, cells of a row parted by tabs."""
    return "\n".join(
        part.text if part.kind != "table" else "\n".join("\t".join(row) for row in part.rows) for part in article
    )


def html_of(article: tuple[Part, ...], *, style: str = "") -> str:
    """The article as a page of HTML, right-to-left."""
    tags = {"title": "h1", "heading": "h2", "paragraph": "p", "item": "li"}
    body = "".join(_html_of_part(part, tags) for part in article)
    style_of_all = "body{direction:rtl;text-align:justify} td{padding:4px 14px}"
    return (
        f'<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{article[0].text}</title>'
        f"<style>{style_of_all}{style}</style></head><body>{body}</body></html>"
    )


def _html_of_part(part: Part, tags: dict[str, str]) -> str:
    if part.kind != "table":
        return f"<{tags[part.kind]}>{part.text.replace('&', '&amp;')}</{tags[part.kind]}>"
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in part.rows)
    return f'<table border="1" dir="rtl">{rows}</table>'
