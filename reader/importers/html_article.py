# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the article of a web page is, and what in and around it is menu, advertising, related links or a form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from lxml.etree import _Element as Element

from reader.importers.markup_tags import DROPPED, local_name, word_set

_ASIDE_TAGS = word_set(
    "nav aside dialog menu amp-ad amp-sidebar amp-social-share amp-consent amp-user-notification amp-sticky-ad"
)
_ASIDE_ROLES = word_set(
    "navigation banner complementary contentinfo search dialog alertdialog menu menubar toolbar tablist tooltip"
)
_ASIDE_WORDS = word_set(
    "nav navbar navigation navbox menu submenu megamenu breadcrumb breadcrumbs sidebar sidebars widget widgets related "
    "relatedposts recommended recommendations recommendation trending popular mostread mostviewed share sharing sharer "
    "sharedaddy addtoany addthis social socials follow comments commentlist respond disqus cookie cookies consent gdpr "
    "banner advert advertisement advertising ads adsense adsbygoogle ad adbox sponsor sponsored promo promoted taboola "
    "outbrain newsletter subscribe subscription signup popup modal overlay lightbox pagination pager paging "
    "tagcloud tags taglist postmeta toolbar skiplink skip printfooter catlinks editsection noprint toc sistersitebox "
    "authorbox authorbio copyright footer sitefooter masthead siteheader topbar ticker breakingnews login "
    "search searchform screenreader visuallyhidden srcontent morenews readmore alsoread seealso jumptonav "
    "metadata mbox ambox fontsize feedback rating languages interlanguage"
)
_ASIDE_PAIRS = word_set(
    "related-posts related-articles related-news related-content related-links read-also read-more more-news see-also "
    "most-read most-viewed most-popular latest-news skip-link screen-reader sr-only visually-hidden post-navigation "
    "post-tags entry-tags post-meta entry-meta entry-footer post-footer post-share blog-pager site-header site-footer "
    "page-header page-footer main-header main-footer main-menu top-bar bottom-bar side-bar breaking-news author-box "
    "author-bio author-info cookie-notice newsletter-box mw-editsection mw-jump-link amp-sidebar amp-ad print-only "
    "jp-relatedposts wp-block-latest back-to-top social-share share-buttons share-bar comment-respond comments-area "
    "comment-form nav-links"
)
_BYLINE_WORDS = word_set("byline author dateline timestamp pubdate publishdate postdate entrydate posted")
_ARTICLE_WORDS = word_set(
    "article articlebody articlecontent articletext story storybody storycontent entrycontent entry postcontent "
    "postbody content maincontent pagecontent bodycontent mwparseroutput bodytext text newsbody newscontent"
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")
_PARAGRAPHS = frozenset({"p", "pre", "blockquote", "li", "td", "dd", "h1", "h2", "h3", "h4", "h5", "h6"})
_NEVER_ASIDE = frozenset({"html", "body", "main", "article", "h1", "blockquote", "pre", "tr"})
_LONG_ENOUGH = 40
_SHARE_OF_GOOD_TEXT = 0.8
_SHARE_WITHIN_ARTICLE = 0.97
_MOST_OF_THE_PAGE = 0.5
_LEAST_ARTICLE = 140
_LEAST_NAMED_SHARE = 0.4
_MOST_LINKED = 0.75


@dataclass(slots=True)
class Weights:
    """Letters below each element: ``all``, those in links, and those in paragraphs that read like running text."""

    letters: dict[Element, int] = field(default_factory=dict)
    linked: dict[Element, int] = field(default_factory=dict)
    good: dict[Element, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """``root`` holds the article; ``leave_out`` are the elements in it that do not belong to it."""

    root: Element
    leave_out: frozenset[Element]


def find_article(page: Element) -> Article | None:
    """The article of a page; None when nothing on it reads like one. O(n), without recursion.

    What calls itself a menu, a sidebar, advertising and so on is left aside, unless most of the page is in it. The
    article is the smallest element that holds most of the running text that is left.
    """
    weights = weigh(page)
    aside = _asides(page, weights)
    body = weigh(page, aside)
    root = _smallest_with_most(page, body, aside)
    if root is None or body.good.get(root, 0) < _LEAST_ARTICLE:
        root = _named_as_article(page, body)
    if root is None:
        return None
    within = frozenset(element for element in aside if _is_below(element, root))
    return Article(root=root, leave_out=within | _lists_of_links(root, body, within))


def words_of(element: Element) -> tuple[frozenset[str], frozenset[str]]:
    """The words in an element's class and id (``entry-content`` gives entry, content, entrycontent), and the pairs."""
    words: set[str] = set()
    pairs: set[str] = set()
    for name in f"{element.get('class') or ''} {element.get('id') or ''}"[:400].split():
        parts = [part.lower() for part in _WORD.findall(name)]
        words.update(parts[:1] if len(parts) > 1 else parts)
        words.add("".join(parts))
        pairs.update("-".join(pair) for pair in pairwise(parts))
    return frozenset(words), frozenset(pairs)


def is_byline(element: Element) -> bool:
    """Whether an element calls itself the line with author and date."""
    words, pairs = words_of(element)
    if element.get("rel") == "author" or (element.get("itemprop") or "") in ("author", "datePublished", "dateModified"):
        return True
    return bool(
        words & _BYLINE_WORDS or pairs & {"entry-meta", "post-meta", "article-meta", "meta-date", "meta-author"}
    )


def weigh(page: Element, aside: Iterable[Element] = ()) -> Weights:
    """Letters below each element of the page, those below ``aside`` not counted."""
    weights = Weights()
    passed = set(aside)
    order: list[Element] = []
    links: dict[Element, bool] = {}
    pending = [page]
    while pending:
        element = pending.pop()
        name = local_name(element)
        if not name or name in DROPPED or element in passed:
            continue
        parent = element.getparent()
        links[element] = name == "a" or (parent is not None and links.get(parent, False))
        order.append(element)
        pending.extend(element)
    for element in reversed(order):
        _weigh_one(element, weights, in_link=links[element])
    return weights


def _weigh_one(element: Element, weights: Weights, *, in_link: bool) -> None:
    """Add up an element whose children have been weighed."""
    own = _visible(element.text)
    children = [child for child in element if child in weights.letters]
    own += sum(_visible(child.tail) for child in element)
    letters = own + sum(weights.letters[child] for child in children)
    linked = own if in_link else 0
    linked += sum(weights.linked[child] for child in children)
    good = sum(weights.good[child] for child in children)
    name = local_name(element)
    if good == 0 and (name in _PARAGRAPHS or own >= _LONG_ENOUGH):
        good = letters - linked if letters >= _LONG_ENOUGH and linked * 2 < letters else 0
    elif own >= _LONG_ENOUGH and not in_link:
        good += own
    weights.letters[element], weights.linked[element], weights.good[element] = letters, linked, good


def _visible(text: str | None) -> int:
    return len(text.strip()) if text else 0


def _asides(page: Element, weights: Weights) -> set[Element]:
    """What says of itself that it is no article. What is in one is not looked at."""
    most = weights.good.get(page, 0) * _MOST_OF_THE_PAGE
    found: set[Element] = set()
    pending = [page]
    while pending:
        element = pending.pop()
        if element not in weights.letters:
            continue
        if _says_aside(element) and weights.good[element] <= most:
            found.add(element)
        else:
            pending.extend(element)
    return found


def _says_aside(element: Element) -> bool:
    name = local_name(element)
    if name in _NEVER_ASIDE:
        return False
    if name in _ASIDE_TAGS or (element.get("role") or "").lower() in _ASIDE_ROLES:
        return not _is_note(element)
    if name in ("header", "footer"):
        return not any(
            local_name(above) in ("article", "main", "blockquote", "figure") for above in element.iterancestors()
        )
    if _is_hidden(element):
        return True
    words, pairs = words_of(element)
    if pairs & _ASIDE_PAIRS:
        return True
    return bool(words & _ASIDE_WORDS) and not words & _ARTICLE_WORDS and not _is_note(element)


def _is_note(element: Element) -> bool:
    told = f"{element.get('role') or ''} {element.get('epub:type') or ''} {element.get('class') or ''}".lower()
    return "footnote" in told or "endnote" in told or "pullquote" in told


def _is_hidden(element: Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style


def _smallest_with_most(page: Element, weights: Weights, aside: set[Element]) -> Element | None:
    """Go down from the page as long as one child holds most of the running text.

    Below what calls itself an article the child has to hold nearly all of it.
    """
    if not weights.good.get(page, 0):
        return None
    element, share = page, _SHARE_OF_GOOD_TEXT
    while True:
        if _says_article(element):
            share = _SHARE_WITHIN_ARTICLE
        best = max(
            (child for child in element if child in weights.good and child not in aside),
            key=lambda child: weights.good[child],
            default=None,
        )
        if best is None or weights.good[best] < weights.good[element] * share:
            return element
        if local_name(best) in _PARAGRAPHS and local_name(best) not in ("td", "li", "dd"):
            return element
        element = best


def _named_as_article(page: Element, weights: Weights) -> Element | None:
    """Where nothing reads like running text (verse, an announcement): what calls itself the article, if it is most."""

    def letters(element: Element) -> int:
        return weights.letters[element] - weights.linked[element]

    named = [element for element in weights.letters if _says_article(element) or _is_main(element)]
    largest = max(named, key=letters, default=None)
    if largest is None or letters(largest) < max(letters(page) * _LEAST_NAMED_SHARE, 1):
        return None
    return largest


def _is_main(element: Element) -> bool:
    return local_name(element) == "main" or (element.get("role") or "").lower() == "main"


def _says_article(element: Element) -> bool:
    if local_name(element) == "article" or (element.get("itemprop") or "") == "articleBody":
        return True
    return bool(words_of(element)[0] & _ARTICLE_WORDS) and local_name(element) != "body"


def _is_below(element: Element, root: Element) -> bool:
    return any(above is root for above in element.iterancestors())


def _lists_of_links(root: Element, weights: Weights, aside: Iterable[Element]) -> frozenset[Element]:
    """Lists and boxes in the article that are little but links to other pages."""
    passed = set(aside)
    found = set()
    for element in root.iter("ul", "ol", "div", "section", "table"):
        letters = weights.letters.get(element, 0)
        if not letters or element in passed or any(above in found for above in element.iterancestors()):
            continue
        if weights.linked[element] <= letters * _MOST_LINKED or weights.good[element]:
            continue
        links = (link for link in element.iter("a") if not (link.get("href") or "#").startswith("#"))
        if next(links, None) is not None and next(links, None) is not None:
            found.add(element)
    return frozenset(found)
