"""The About and hosting pages in HTML: parts of prose, sources from the catalogue, versions."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from geo import messages, release
from geo.catalogue.facts import span_of
from geo.catalogue.features import Catalogue
from geo.catalogue.records import DATA, NATURAL_EARTH, Feature, Source
from geo.escape import Markup, element, join
from geo.markup.details import plain_dates
from geo.markup.passages import external
from geo.sentences import long_day
from geo.text.articles import Article

_WORDS = re.compile(r"[a-z0-9]+")
_LEAD_IN = re.compile(r"[A-Z][\w ]{2,16}(?:: )|\d\. ")
_CODE = re.compile(r"`([^`]+)`")
_PACKAGE = re.compile(r"[A-Za-z0-9._-]+")
_FINGERPRINT_CHARS = 12


def anchor_of(title: str) -> str:
    """Return the anchor of a subject, for the end of an address: its title in small letters."""
    return "-".join(_WORDS.findall(title.lower()))


def contents(titles: Iterable[str]) -> Markup:
    """Return the list of contents: a link to each subject of the page."""
    entries = [element("li", element("a", title, href=f"#{anchor_of(title)}")) for title in titles]
    return element("nav", element("ol", *entries), class_="contents", aria_label=messages.CONTENTS)


def prose(text: str, **values: object) -> Markup:
    """Return paragraphs; `values` fill their gaps, and words in backticks become code.

    Paragraphs have a blank line between them; other line ends are spaces. A word and a colon at the
    beginning of one are set apart as what it is about, numbers with a full stop as a step.
    """
    paragraphs = [element("p", *_lead_in(each)) for each in _paragraphs(text, values)]
    return element("section", *paragraphs, class_="prose")


def _lead_in(paragraph: str) -> list[object]:
    """Split what a paragraph is about from its beginning."""
    if found := _LEAD_IN.match(paragraph):
        return [element("strong", found[0]), *_split_code(paragraph[found.end() :])]
    return _split_code(paragraph)


def _paragraphs(text: str, values: Mapping[str, object]) -> list[str]:
    return [" ".join(each.split()) for each in text.format(**values).split("\n\n")]


def _split_code(text: str) -> list[object]:
    """Split a text at backticks; the odd pieces are code."""
    return [
        element("code", piece) if index % 2 else piece
        for index, piece in enumerate(_CODE.split(text))
    ]


def unique_sources(features: Iterable[Feature]) -> dict[Source, int]:
    """Return each source once with the number of features that name it, the most used first.

    Confidence and day of retrieval belong to the feature, so they do not distinguish sources here.
    """
    counts: dict[Source, int] = {}
    for feature in features:
        bare = {replace(source, confidence="", retrieved="") for source in feature.sources}
        for source in bare:
            counts[source] = counts.get(source, 0) + 1
    order = sorted(counts, key=lambda source: (-counts[source], source.publisher, source.title))
    return {source: counts[source] for source in order}


def sources(catalogue: Catalogue, articles: Sequence[Article] = ()) -> Markup:
    """Return every source of the catalogue, grouped by what is based on it, then the articles."""
    total = len(unique_sources(catalogue.features.values()))
    groups = [
        _group(title, unique_sources(catalogue.of_kind(*kinds)))
        for title, kinds in messages.SOURCE_GROUPS.items()
    ]
    return join(
        element("section", element("p", messages.SOURCES_LEAD.format(count=total)), class_="prose"),
        *groups,
        _articles(articles),
    )


def _group(title: str, counted: dict[Source, int]) -> Markup:
    rows = [
        (
            _titled(source.title, source.url),
            source.publisher,
            plain_dates(source.date),
            source.licence,
            count,
        )
        for source, count in counted.items()
    ]
    return _table(title, messages.SOURCE_HEADS, rows)


def _articles(articles: Sequence[Article]) -> Markup:
    rows = [
        (
            _titled(article.headline, article.url),
            article.agency,
            article.publisher,
            long_day(article.date) if article.date else "",
            article.copyright,
        )
        for article in articles
    ]
    return _table(messages.SOURCE_ARTICLES, messages.ARTICLE_HEADS, rows)


def _titled(title: str, url: str) -> Markup | str:
    """Return a title without its full stop, as a link where it has an address."""
    bare = title.rstrip(".")
    return external(bare, url) if url.startswith(("https://", "http://")) else bare


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> Markup:
    """Return a table that unfolds under its title and the number of its rows."""
    if not rows:
        return Markup("")
    return element(
        "details",
        element("summary", title, " ", element("span", len(rows), class_="small")),
        _scrolling(title, heads, rows),
        class_="fold",
    )


def _scrolling(
    title: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[object]],
    *,
    class_: str = "sources",
) -> Markup:
    """Return a table that scrolls sideways where it is too wide."""
    head = element("tr", *(element("th", each, scope="col") for each in heads))
    body = [
        element(
            "tr",
            element("th", first, scope="row"),
            *(element("td", cell) for cell in others),
        )
        for first, *others in rows
    ]
    table = element(
        "table", element("thead", head), element("tbody", *body), class_=class_, aria_label=title
    )
    return element("div", table, class_="scrolls", tabindex="0", role="region", aria_label=title)


def last_checks(catalogue: Catalogue) -> Markup:
    """Return when facts were last checked: the oldest and the latest day by kinds of features."""
    groups = {title: catalogue.of_kind(*kinds) for title, kinds in messages.SOURCE_GROUPS.items()}
    rows = [
        (title, *(plain_dates(day) for day in span_of(features)), len(features))
        for title, features in groups.items()
        if features
    ]
    title, heads = messages.FACTS_CHECKED, messages.FACTS_CHECKED_HEADS
    table = _scrolling(title, heads, rows, class_="sources checks")
    return join(prose(messages.FACTS_CHECKED_LEAD), table)


@cache
def data_fingerprint(folder: Path = DATA) -> str:
    """Return a fingerprint of the catalogue's data.

    It depends on the names and bytes of all files, and is cached.
    """
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode())
        with suppress(OSError):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:_FINGERPRINT_CHARS]


def versions(catalogue: Catalogue) -> Markup:
    """Return the versions of the app, its data and the packages that it runs on."""
    rows = {
        messages.VERSION_ROWS["app"]: release.version(),
        messages.VERSION_ROWS["data"]: data_fingerprint(),
        messages.VERSION_ROWS["features"]: str(len(catalogue.features)),
        **_packages(),
    }
    cells = [
        element("tr", element("th", name, scope="row"), element("td", value))
        for name, value in rows.items()
    ]
    return element(
        "section",
        element("p", messages.VERSIONS_LEAD),
        element("table", element("tbody", *cells), class_="figures"),
        class_="prose",
    )


def _packages() -> dict[str, str]:
    """Return the installed version of each direct dependency."""
    found: dict[str, str] = {}
    for line in release.requirements():
        if name := _PACKAGE.match(line):
            try:
                found[name[0]] = version(name[0])
            except PackageNotFoundError:
                continue
    return found


def citations(day: str) -> tuple[str, str]:
    """Return how to cite the app and its data, as plain text.

    Parameters
    ----------
    day
        The day of the visit, ISO 8601.
    """
    values = {
        "version": release.version(),
        "data": data_fingerprint(),
        "natural_earth": NATURAL_EARTH,
        "address": messages.DEPLOYED_AT or messages.CITE_NO_ADDRESS,
        "day": day,
    }
    return messages.CITE_APP.format(**values), messages.CITE_DATA.format(**values)


def deployment() -> Markup:
    """Return where the public copy is, and what the hosting page is based on."""
    where = (
        join(messages.DEPLOYED_HERE, ": ", external(messages.DEPLOYED_AT, messages.DEPLOYED_AT))
        if messages.DEPLOYED_AT
        else messages.NOT_DEPLOYED
    )
    source = external(messages.HOSTING_SOURCE, messages.HOSTING_SOURCE_URL)
    return element("section", element("p", where), element("p", source), class_="prose")
