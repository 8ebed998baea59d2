"""The date of a page is the one that it states for its article, in many publishers' shapes."""

import json

import pytest

from geo.text.readers import read_document
from tests.unit.text.readers.samples import PROSE, web_page

TEXT = f"<p>{PROSE}</p><p>{PROSE} On 3 March 2019 it opened, and on 2020-05-06 it closed.</p>"
TITLE = "<h1>Ice in the Bay</h1>"
TIME = "<time datetime='2025-11-03T10:00'>a while ago</time>"
CREDITS = "<span>Jane Doe</span><span>Nov. 3, 2025</span><span>Share</span>"
PAGE = f"<article>{TITLE}{TEXT}</article>"


def _script(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def ld(kind: str, **values: str) -> str:
    return _script(json.dumps({"@type": kind, **values}))


STATED = {
    "open graph": (
        "<meta property='article:published_time' content='2025-11-03T23:30:00-05:00'>",
        PAGE,
    ),
    "modified too": (
        (
            "<meta property='article:modified_time' content='2025-12-24'>"
            "<meta property='article:published_time' content='2025-11-03'>"
        ),
        PAGE,
    ),
    "parsely": ("<meta name='parsely-pub-date' content='2025-11-03T10:00:00Z'>", PAGE),
    "dublin core": ("<meta name='DC.date.issued' content='2025-11-03'>", PAGE),
    "dc date": ("<meta name='dc.date' content='20251103'>", PAGE),
    "plain date": ("<meta name='date' content='Mon, 03 Nov 2025 10:00:00 GMT'>", PAGE),
    "citation": ("<meta name='citation_publication_date' content='2025/11/03'>", PAGE),
    "microdata": (
        "",
        f"<article>{TITLE}<meta itemprop='datePublished' content='2025-11-03'>{TEXT}</article>",
    ),
    "json": (
        ld("NewsArticle", datePublished="2025-11-03T10:00:00Z", dateModified="2025-12-24"),
        PAGE,
    ),
    "json graph": (
        _script(
            '{"@graph":[{"@type":"WebSite"},{"@type":["Article"],"datePublished":"2025-11-03"},'
            '{"@type":"WebPage","datePublished":"2013-01-01"}]}'
        ),
        PAGE,
    ),
    "time": (
        "",
        f"<article><header>{TITLE}{TIME}</header>{TEXT}</article>",
    ),
    "time above": ("", f"<main><time datetime='2025-11-03'>Nov 3</time>{TITLE}{TEXT}</main>"),
    "updated first": (
        "",
        (
            f"<article>{TITLE}<p>Updated <time class='updated' datetime='2025-12-24'>x</time></p>"
            f"<p>Published <time datetime='2025-11-03'>y</time></p>{TEXT}</article>"
        ),
    ),
    "pubdate": ("", f"<div>{TITLE}{TEXT}<time pubdate datetime='2025-11-03'>x</time></div>"),
    "class": (
        "",
        f"<div>{TITLE}{TEXT}<span class='entry-date published'>November 3, 2025</span></div>",
    ),
    "byline": ("", f"<div>{TITLE}<p>By Jane Doe | 3 November 2025 | 5 min read</p>{TEXT}</div>"),
    "spans": (
        "",
        f"<div>{TITLE}<div>{CREDITS}</div>{TEXT}</div>",
    ),
    "label apart": ("", f"<div>{TITLE}<ul><li><b>Published:</b> 03.11.2025</li></ul>{TEXT}</div>"),
    "after standfirst": ("", f"<div>{TITLE}<p>{PROSE[:160]}</p><p>3 November 2025</p>{TEXT}</div>"),
    "broken headline": ("", f"<div><h1>Ice<br>in the Bay</h1><p>3 November 2025</p>{TEXT}</div>"),
    "logo is h1": (
        "",
        f"<header><h1>Paper</h1></header><main>{TITLE}<p>3 November 2025</p>{TEXT}</main>",
    ),
    "h2": (
        "<title>Ice in the Bay | Paper</title>",
        f"<h2>Ice in the Bay</h2><p>3 November 2025</p>{TEXT}",
    ),
    "unknown tags": (
        "",
        f"<x-app><x-head>{TITLE}<x-date>3 November 2025</x-date></x-head>{TEXT}</x-app>",
    ),
    "address": ("<link rel=canonical href='https://paper.example/2025/11/03/ice'>", PAGE),
    "only updated": ("", f"<article>{TITLE}<p>Updated: 3 November 2025</p>{TEXT}</article>"),
    "labels before the times": (
        "",
        (
            f"<article>{TITLE}<p>Updated: <time datetime=2025-12-24>24 Dec</time>, published "
            f"{TIME}</p>{TEXT}</article>"
        ),
    ),
    "weekday and language": (
        "",
        f"<article>{TITLE}<p>Publié le lundi 3 novembre 2025 à 12h04</p>{TEXT}</article>",
    ),
    "far ahead and right": (
        "<meta name='date' content='2999-01-01'>",
        f"<div>{TITLE}<p>3 November 2025</p>{TEXT}</div>",
    ),
}


@pytest.mark.parametrize("case", STATED)
def test_the_stated_day_of_publication_is_the_date(case: str) -> None:
    head, body = STATED[case]
    assert read_document(web_page(body, head), name="a.html").date == "2025-11-03"


ABSENT = {
    "nothing": ("", PAGE),
    "made": (
        "<meta name='created' content='2013-12-23'><meta name='changed' content='2025-11-03'>",
        PAGE,
    ),
    "dcterms": ("<meta name='dcterms.created' content='2013-12-23'>", PAGE),
    "last modified": (
        "<meta http-equiv='last-modified' content='2025-11-03'>",
        PAGE,
    ),
    "modified": ("<meta property='article:modified_time' content='2025-11-03'>", PAGE),
    "expires": ("<meta property='article:expiration_time' content='2025-11-03'>", PAGE),
    "generator": ("<meta name='generator' content='Maker 2025-11-03'>", PAGE),
    "ahead": ("<meta property='article:published_time' content='2999-01-01'>", PAGE),
    "epoch": ("<meta property='article:published_time' content='1970-01-01T00:00:00Z'>", PAGE),
    "two readings": ("<meta name='date' content='03/04/2025'>", PAGE),
    "copyright": ("", f"{PAGE}<footer>© 2013-2025 Paper. Last built 2025-11-03</footer>"),
    "copyright day": ("", f"{PAGE}<p>Copyright 3 November 2025 Paper</p>"),
    "masthead": ("", f"<div>Monday, 3 November 2025</div>{PAGE}"),
    "other teasers": ("", f"{PAGE}<aside><time datetime='2025-11-03'>x</time></aside>"),
    "comments": (
        "",
        f"{PAGE}<div class=comments><p>Ann</p><time datetime='2025-11-03'>x</time></div>",
    ),
    "prose time": (
        "",
        f"<article>{TITLE}<p>{PROSE} On {TIME} it froze.</p></article>",
    ),
    "a list in json": (
        _script(
            '{"@type":"ItemList","itemListElement":'
            '[{"@type":"Article","datePublished":"2025-11-03"}]}'
        ),
        PAGE,
    ),
    "a film in json": (
        ld("VideoObject", datePublished="2025-11-03", uploadDate="2025-11-03"),
        PAGE,
    ),
    "caption": (
        "",
        (
            f"<article>{TITLE}<figure><figcaption>Murmansk, 3 November 2025</figcaption></figure>"
            f"{TEXT}</article>"
        ),
    ),
    "looked at": ("", f"<article>{TITLE}<p>Accessed 3 November 2025</p>{TEXT}</article>"),
    "event's date": ("", f"<article>{TITLE}<p>Event date: 3 March 2025</p>{TEXT}</article>"),
    "picture": (
        "",
        f"<article>{TITLE}<img src='https://p.example/2025/11/03/a.jpg'>{TEXT}</article>",
    ),
    "event": ("", f"<article>{TITLE}{TEXT}<p>Register before 3 November 2025</p></article>"),
}


@pytest.mark.parametrize("case", ABSENT)
def test_any_other_day_is_not_the_date_of_the_article(case: str) -> None:
    head, body = ABSENT[case]
    assert read_document(web_page(body, head), name="a.html").date is None
