# SPDX-License-Identifier: GPL-3.0-or-later
# ruff: noqa: E501 - the pages are as wide as pages are
"""Web pages as news sites, encyclopedias, blogs and ministries make them, with what a reader would call the article."""

from __future__ import annotations

from dataclasses import dataclass

SENTENCES = (
    "افتتحت الوزارة صباح أمس معرضًا يضم أكثر من ثلاثمئة مخطوط نادر جُمعت من مكتبات المدينة القديمة.",
    "وقال مدير المعرض إن الترميم استغرق أربع سنوات، وشارك فيه واحد وعشرون خبيرًا من ست دول.",
    "وأضاف أنّ النسخ المرقمنة (بدقة 600 dpi) ستتاح للباحثين مجانًا خلال الشهر المقبل.",
    "ويُتوقع أن يستقبل المعرض نحو 12 ألف زائر قبل أن ينتقل إلى القاعة الكبرى في الميناء.",
    "من جهتها أوضحت أمينة المكتبة أن الفهرسة ما زالت جارية، وأن قسم الخرائط لم يُفتح بعد.",
    "وكانت المدينة قد فقدت جزءًا من أرشيفها في حريق قديم، فتبرعت العائلات بما حفظته في بيوتها.",
)
QUOTE = "إن الورق يصبر أكثر مما نصبر، لكنه لا يصبر إلى الأبد."
TITLE = "معرض المخطوطات يعيد أرشيف المدينة إلى النور"
JUNK = (
    "الرئيسية", "اتصل بنا", "نستخدم ملفات الارتباط", "اقرأ أيضًا", "إعلان ممول", "شارك على", "جميع الحقوق محفوظة",
    "الأكثر قراءة", "اشترك في النشرة", "التعليقات", "سجّل الدخول",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage:
    """``article`` are the paragraphs a reader wants, in order."""

    name: str
    html: str
    article: tuple[str, ...]
    author: str = ""
    date: str = ""
    address: str = ""
    language: str = "ar"


def paragraphs(*numbers: int) -> str:
    return "".join(f"<p>{SENTENCES[number]}</p>" for number in numbers)


NAV = (
    '<ul class="menu"><li><a href="/">الرئيسية</a></li><li><a href="/w">العالم</a></li>'
    '<li><a href="/c">اتصل بنا</a></li></ul>'
)
COOKIES = '<div id="cookie-banner">نستخدم ملفات الارتباط لتحسين تجربتك في هذا الموقع. <button>موافق</button></div>'
RELATED = (
    '<div class="related-posts"><h3>اقرأ أيضًا</h3><ul><li><a href="/1">خبر آخر عن ميناء المدينة وسفنه الجديدة</a></li>'
    '<li><a href="/2">خبر ثالث عن المدارس وعودة التلاميذ إليها</a></li></ul></div>'
)
SHARE = '<div class="share-buttons"><a href="#">شارك على فيسبوك</a> <a href="#">شارك على تويتر</a></div>'
FOOTER = '<footer class="site-footer"><p>جميع الحقوق محفوظة للموقع، ولا يجوز النقل بغير إذن مكتوب منه.</p></footer>'


def news() -> WebPage:
    html = f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
<title>{TITLE} | صحيفة الميناء</title><meta property="og:title" content="{TITLE}">
<meta property="og:site_name" content="صحيفة الميناء"><meta property="og:url" content="https://example.org/n/1">
<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":"WebSite","name":"الميناء"}},
{{"@type":"NewsArticle","headline":"{TITLE}","author":[{{"@type":"Person","name":"ليلى حداد"}}],
"datePublished":"2024-03-15T08:30:00+03:00"}}]}}</script><script>var x="<p>لا شيء</p>";</script></head>
<body class="has-sidebar single">{COOKIES}<header class="site-header"><nav>{NAV}</nav></header>
<div class="page"><main><article><header><h1 class="title">{TITLE}</h1>
<div class="byline">بقلم: <a rel="author" href="/l">ليلى حداد</a> <time datetime="2024-03-15">15 مارس 2024</time></div></header>
{SHARE}<figure><img src="https://example.org/a.jpg"><figcaption>قاعة العرض كما بدت أمس</figcaption></figure>
<div class="article-body">{paragraphs(0, 1)}<div class="ad-box">إعلان ممول</div><h2>ترميم طويل</h2>{paragraphs(2)}
<blockquote><p>{QUOTE}</p></blockquote>{paragraphs(3)}{RELATED}{paragraphs(4)}</div></article></main>
<aside class="sidebar"><h3>الأكثر قراءة</h3><p>هنا قائمة طويلة من الأخبار التي قرأها الناس أكثر من غيرها هذا الأسبوع كله.</p></aside></div>
<section id="comments"><h3>التعليقات</h3><p>تعليق طويل من قارئ يريد أن يقول رأيه في المعرض وفي من أقامه وفي كل شيء.</p></section>
<div class="newsletter">اشترك في النشرة البريدية ليصلك كل جديد</div>{FOOTER}</body></html>"""
    article = (
        TITLE, "قاعة العرض كما بدت أمس", SENTENCES[0], SENTENCES[1], "ترميم طويل", SENTENCES[2], QUOTE, SENTENCES[3],
        SENTENCES[4],
    )  # fmt: skip
    return WebPage(
        name="news",
        html=html,
        article=article,
        author="ليلى حداد",
        date="2024-03-15",
        address="https://example.org/n/1",
    )


def encyclopedia() -> WebPage:
    html = f"""<!DOCTYPE html><html class="client-nojs" lang="ar" dir="rtl"><head><meta charset="UTF-8">
<title>مخطوطات الميناء - الموسوعة</title><link rel="canonical" href="https://example.org/wiki/M"></head><body>
<div id="mw-navigation"><div class="vector-menu"><ul><li><a href="/">الرئيسية</a></li><li>سجّل الدخول</li></ul></div></div>
<div id="content" class="mw-body" role="main"><h1 id="firstHeading" class="firstHeading">مخطوطات الميناء</h1>
<div id="bodyContent"><div id="siteSub" class="noprint">من الموسوعة</div><a class="mw-jump-link" href="#x">اتصل بنا</a>
<div id="mw-content-text"><div class="mw-parser-output"><table class="infobox"><caption>مخطوطات الميناء</caption>
<tr><th>العدد</th><td>312</td></tr><tr><th>المكان</th><td>المكتبة <b>القديمة</b></td></tr></table>
<p><b>مخطوطات الميناء</b> مجموعة من الكتب الخطية<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup>. {SENTENCES[0]}</p>
<div id="toc" class="toc"><h2>محتويات</h2><ul><li><a href="#a">1 تاريخها</a></li></ul></div>
<h2><span class="mw-headline" id="a">تاريخها</span><span class="mw-editsection">[<a href="/e">عدل</a>]</span></h2>
{paragraphs(5, 1)}<ul><li>مصحف بخط مغربي</li><li>خريطة للساحل<ul><li>نسخة ملونة</li></ul></li></ul>
<h3><span class="mw-headline">ترميمها</span></h3>{paragraphs(2)}<h2>مراجع</h2><div class="reflist"><ol class="references">
<li id="cite_note-1"><span class="mw-cite-backlink"><a href="#cite_ref-1">^</a></span> <span class="reference-text">سجل المكتبة، ص 12.</span></li>
</ol></div><table class="navbox"><tr><th>بوابات</th></tr><tr><td><a href="/p">بوابة الكتب</a> · <a href="/q">بوابة المدن</a></td></tr></table>
</div></div><div id="catlinks" class="catlinks">تصنيفات: <a href="/k">مخطوطات</a></div></div></div>
<div id="footer"><ul><li>جميع الحقوق محفوظة وفق الرخصة المذكورة في صفحة الاستخدام العام للموسوعة كلها</li></ul></div></body></html>"""
    article = (
        "مخطوطات الميناء", "مخطوطات الميناء", "العدد\t312", "المكان\tالمكتبة القديمة",
        f"مخطوطات الميناء مجموعة من الكتب الخطية[1]. {SENTENCES[0]}", "تاريخها", SENTENCES[5], SENTENCES[1],
        "مصحف بخط مغربي", "خريطة للساحل", "نسخة ملونة", "ترميمها", SENTENCES[2], "مراجع", "سجل المكتبة، ص 12.",
    )  # fmt: skip
    return WebPage(name="encyclopedia", html=html, article=article, address="https://example.org/wiki/M")


def wordpress() -> WebPage:
    html = f"""<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="UTF-8"><title>{TITLE} &#8211; مدونة الورق</title>
<meta name="author" content="سامر قاسم"><meta property="article:published_time" content="2023-11-02T10:00:00+00:00">
<meta property="og:site_name" content="مدونة الورق"></head><body class="post-template-default single single-post">
<div id="page" class="site"><header id="masthead" class="site-header"><p class="site-title">مدونة الورق</p>
<nav id="site-navigation">{NAV}</nav></header><div id="content" class="site-content"><div id="primary" class="content-area">
<main id="main" class="site-main"><article id="post-12" class="post-12 post type-post hentry category-books">
<header class="entry-header"><h1 class="entry-title">{TITLE}</h1><div class="entry-meta"><span class="posted-on">
<time class="entry-date published" datetime="2023-11-02T10:00:00+00:00">2 نوفمبر 2023</time></span>
<span class="byline">بقلم <span class="author vcard"><a class="url fn n" href="/a">سامر قاسم</a></span></span></div></header>
<div class="entry-content">{paragraphs(0, 1, 2)}<ol><li>جرد المجموعة</li><li>تصويرها</li></ol>{paragraphs(3)}
<pre>مكتبة/
    خرائط/</pre><div class="sharedaddy sd-sharing-enabled"><h3>شارك على:</h3><ul><li><a href="#">تويتر</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>اقرأ أيضًا</h3></div></div>
<footer class="entry-footer"><span class="cat-links">نُشر في <a href="/c">كتب</a></span><span class="tags-links">وسوم
<a href="/t">ورق</a></span></footer></article><nav class="navigation post-navigation"><a href="/p">المقال السابق</a></nav>
<div id="comments" class="comments-area"><h2>التعليقات</h2><ol class="comment-list"><li>شكرًا لكم على هذا المقال المفيد الذي
قرأته مرتين وأنا أنتظر المزيد منه.</li></ol></div></main></div><aside id="secondary" class="widget-area">
<section class="widget"><h2>الأكثر قراءة</h2><ul><li><a href="/x">عن الحبر</a></li></ul></section></aside></div>
{FOOTER}</div></body></html>"""
    article = (
        TITLE, SENTENCES[0], SENTENCES[1], SENTENCES[2], "جرد المجموعة", "تصويرها", SENTENCES[3],
        "مكتبة/\n    خرائط/",
    )  # fmt: skip
    return WebPage(name="wordpress", html=html, article=article, author="سامر قاسم", date="2023-11-02")


def blogger() -> WebPage:
    html = f"""<!DOCTYPE html><html class='v2' dir='rtl' lang='ar' xmlns='http://www.w3.org/1999/xhtml'><head>
<meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/><title>دفتر الميناء: {TITLE}</title>
<link href='http://example.org/2012/05/a.html' rel='canonical'/></head><body class='loading'><div class='navbar section'>
<div class='widget Navbar'>سجّل الدخول</div></div><div class='content'><div class='header-outer'><h1 class='title'>
<a href='/'>دفتر الميناء</a></h1></div><div class='main-outer'><div class='columns'><div class='column-center-outer'>
<div class='main section' id='main'><div class='widget Blog' id='Blog1'><div class='blog-posts hfeed'>
<h2 class='date-header'><span>الأحد، 6 مايو 2012</span></h2><div class='post hentry' itemprop='blogPost'>
<h3 class='post-title entry-title' itemprop='name'>{TITLE}</h3><div class='post-header'></div>
<div class='post-body entry-content' itemprop='description articleBody'><div dir="rtl" style="text-align: right;" trbidi="on">
{SENTENCES[0]}<br /><br />{SENTENCES[1]}<br /><br /><div class="separator"><a href="a.jpg"><img src="a.jpg"/></a></div>
<b>{SENTENCES[2]}</b><br /><br />{SENTENCES[5]}</div></div><div class='post-footer'><span class='post-author vcard'>مرسلة بواسطة
<span class='fn' itemprop='author'>نادر سليم</span></span><div class='post-share-buttons'><a href='#'>شارك على فيسبوك</a></div></div></div></div>
<div class='comments' id='comments'><h4>التعليقات</h4></div><div class='blog-pager' id='blog-pager'><a href='/'>الرئيسية</a></div></div></div></div>
<div class='column-right-outer'><aside><div class='widget PopularPosts'><h2>الأكثر قراءة</h2></div></aside></div></div></div>
<div class='footer-outer'>جميع الحقوق محفوظة</div></div></body></html>"""
    article = (TITLE, SENTENCES[0], SENTENCES[1], SENTENCES[2], SENTENCES[5])
    return WebPage(
        name="blogger", html=html, article=article, author="نادر سليم", address="http://example.org/2012/05/a.html"
    )


def ministry() -> WebPage:
    html = f"""<html lang="ar-SA"><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256">
<title>وزارة الثقافة - {TITLE}</title></head><body dir="rtl"><form id="aspnetForm" action="/"><table width="100%" cellpadding="0">
<tr><td colspan="2"><table><tr><td><a href="/">الرئيسية</a></td><td><a href="/c">اتصل بنا</a></td></tr></table></td></tr>
<tr><td width="20%" valign="top"><div id="leftMenu" class="submenu"><a href="/1">الوزير</a><br><a href="/2">الأنظمة</a></div></td>
<td valign="top"><h1 class="pageTitle">{TITLE}</h1><div class="newsDate">15/03/2024</div><div class="ms-rtestate-field">
{paragraphs(0, 1)}<table border="1"><tr><th>القسم</th><th>العدد</th><th>الحال</th></tr>
<tr><td>الخرائط</td><td>٤٢</td><td>قيد الفهرسة</td></tr><tr><td>الرسائل</td><td colspan="2">١٢٠</td></tr></table>
{paragraphs(3)}<p dir="ltr">Ministry of Culture, Press Office (release no. 41).</p></div></td></tr>
<tr><td colspan="2" class="footer">جميع الحقوق محفوظة</td></tr></table></form></body></html>"""
    article = (
        TITLE, SENTENCES[0], SENTENCES[1], "القسم\tالعدد\tالحال", "الخرائط\t٤٢\tقيد الفهرسة", "الرسائل\t١٢٠\t",
        SENTENCES[3], "Ministry of Culture, Press Office (release no. 41).",
    )  # fmt: skip
    return WebPage(name="ministry", html=html, article=article, language="ar-SA")


def amp() -> WebPage:
    html = f"""<!doctype html><html ⚡ lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{TITLE}</title>
<link rel="canonical" href="https://example.org/amp/1"><style amp-boilerplate>body{{}}</style></head><body>
<amp-sidebar id="s"><ul><li><a href="/">الرئيسية</a></li></ul></amp-sidebar><header class="amp-header"><a href="/">الميناء</a></header>
<article class="amp-wp-article"><h1>{TITLE}</h1><p class="subtitle">لقاء مع من حفظوا الورق</p>
<amp-img src="https://example.org/a.jpg"></amp-img>{paragraphs(0, 1)}<amp-ad type="x"><div>إعلان ممول</div></amp-ad>
{paragraphs(4, 5)}<amp-social-share type="twitter">شارك على تويتر</amp-social-share></article>
<footer><p>جميع الحقوق محفوظة</p></footer></body></html>"""
    article = (TITLE, "لقاء مع من حفظوا الورق", SENTENCES[0], SENTENCES[1], SENTENCES[4], SENTENCES[5])
    return WebPage(name="amp", html=html, article=article, address="https://example.org/amp/1")


PAGES = (news(), encyclopedia(), wordpress(), blogger(), ministry(), amp())
