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
from geo.catalogue.features import Catalogue
from geo.catalogue.records import DATA, NATURAL_EARTH, Feature, Source
from geo.escape import Markup, element, join
from geo.markup.cards import source_line
from geo.markup.passages import external
from geo.text.articles import Article

Parts = Mapping[str, str]
_CODE = re.compile(r"`([^`]+)`")
_PACKAGE = re.compile(r"[A-Za-z0-9._-]+")
_FINGERPRINT_CHARS = 12


def prose(parts: Parts, **values: object) -> Markup:
    """Return titled paragraphs; `values` fill their gaps, and words in backticks become code.

    Paragraphs have a blank line between them; other line ends are spaces.
    """
    return join(
        *(
            element(
                "section",
                element("h2", title),
                *(element("p", *_split_code(paragraph)) for paragraph in _paragraphs(text, values)),
                class_="prose",
            )
            for title, text in parts.items()
        )
    )


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
    return element(
        "section",
        element("h2", messages.SOURCES_AND_LICENCES),
        element("p", messages.SOURCES_LEAD.format(count=total)),
        *groups,
        _articles(articles),
        class_="prose",
    )


def _group(title: str, counted: dict[Source, int]) -> Markup:
    rows = [
        element("li", source_line(source), " ", messages.ON_FEATURES.format(count=count))
        for source, count in counted.items()
    ]
    return join(element("h3", title), element("ul", *rows)) if rows else Markup("")


def _articles(articles: Sequence[Article]) -> Markup:
    rows = []
    for article in articles:
        day = f"{article.date:%Y-%m-%d}" if article.date else ""
        facts = (article.agency, article.publisher, day, article.copyright)
        rest = "".join(f". {part.rstrip('.')}" for part in facts if part)
        has_address = article.url.startswith(("https://", "http://"))
        title = external(article.headline, article.url) if has_address else article.headline
        rows.append(element("li", title, rest, "."))
    return (
        join(element("h3", messages.SOURCE_ARTICLES), element("ul", *rows)) if rows else Markup("")
    )


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
        element("h2", messages.VERSIONS),
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


def hosting() -> Markup:
    """Return the hosting page: what goes to sleep, what does not, how to deploy."""
    where = (
        join(messages.DEPLOYED_HERE, ": ", external(messages.DEPLOYED_AT, messages.DEPLOYED_AT))
        if messages.DEPLOYED_AT
        else messages.NOT_DEPLOYED
    )
    source = external(messages.HOSTING_SOURCE, messages.HOSTING_SOURCE_URL)
    return join(
        prose(messages.HOSTING_PARTS),
        element("p", where, class_="small"),
        element("p", source, class_="small"),
    )
