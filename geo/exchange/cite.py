"""How to cite a view: in plain text and in BibTeX."""

import html
import re
from datetime import date
from urllib.parse import urlsplit

from geo import release, words
from geo.draw.layers import LAYERS, layer_of, layers_on
from geo.exchange.shown import Shown, selection_title
from geo.view import join_words

VERSION = release.version()
NATURAL_EARTH = "4.1.0"
"""The edition of Natural Earth that land, coasts and zones are drawn from."""
_BIBTEX_SIGNS = {sign: f"\\{sign}" for sign in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def long_day(day: date) -> str:
    """Return a date as 22 November 2026."""
    return f"{day.day} {day:%B %Y}"


def layers_sentence(shown: Shown) -> str:
    """Return the layers that are on and show something; then, that named features are shown too."""
    held = {layer_of(shown.catalogue.features[identity]).id for identity in shown.places}
    on = layers_on(shown.view.shown, shown.view.hidden)
    titles = [layer.title for layer in LAYERS if layer.id in held and layer.id in on]
    beside = [words.CITE_NAMED] if held - set(on) else []
    return words.CITE_LAYERS.format(layers=join_words([*titles, *beside]) or words.CITE_NO_LAYER)


def what_is_shown(shown: Shown) -> list[str]:
    """Return what makes a view this one, a sentence each without its stop.

    The sentence of the page (with the nations of the filter), what is selected with its variant,
    the passage and the article chosen, the frame of the map, the layers.
    """
    view, articles = shown.view, {article.id: article for article in shown.reading.articles}
    parts = [shown.sentence.rstrip(".")]
    if title := selection_title(shown.catalogue, view):
        parts.append(words.CITE_SELECTED.format(name=title))
    article = articles.get(view.article)
    if view.passage in shown.passages:
        article, passage = shown.passages[view.passage]
        number = article.passages.index(passage) + 1
        parts.append(words.CITE_PASSAGE.format(number=number, title=article.headline))
    elif article:
        parts.append(words.CITE_ARTICLE.format(title=article.headline))
    return [*parts, words.CITE_FRAME[shown.chart.frame.id], layers_sentence(shown)]


def base_of(url: str, page: str) -> str:
    """Return the app's own address from that of one of its pages, or '' where it is not known.

    Streamlit Community Cloud shows an app at `~/+/` below the address that readers know.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"}:
        return ""
    path = parts.path.rstrip("/").removesuffix(f"/{page}").removesuffix("/~/+")
    return f"{parts.scheme}://{parts.netloc}{path}/"


def embed_snippet(shown: Shown, *, articles: bool) -> str:
    """Return the HTML that shows the living view, map alone or with the articles, elsewhere."""
    sign = "&" if "?" in shown.address else "?"
    address = f"{shown.address}{sign}embed=true{'&with=articles' * articles}"
    return (
        f'<iframe src="{html.escape(address)}" title="{words.APP}" '
        'width="100%" height="860" loading="lazy"></iframe>'
    )


def zones_date(shown: Shown) -> str:
    """Return the latest date that a source of the zones states, or ''."""
    return max(
        (source.date for f in shown.catalogue.of_kind("zone") for source in f.sources), default=""
    )


def cite_plain(shown: Shown) -> str:
    """Return a citation of the view in plain text."""
    zones = zones_date(shown)
    parts = [
        f"{words.APP}, version {VERSION}: {'. '.join(what_is_shown(shown))}",
        f"Land: Natural Earth {NATURAL_EARTH}",
        f"Maritime zones: computed by {words.APP}, {zones}" if zones else "",
        f"{long_day(shown.day)}",
        shown.address,
    ]
    return ". ".join(part for part in parts if part)


def cite_bibtex(shown: Shown) -> str:
    """Return a citation of the view as one BibTeX entry of type misc."""
    zones = zones_date(shown)
    title, *rest = what_is_shown(shown)
    note = f"Version {VERSION}. {'. '.join(rest)}. Natural Earth {NATURAL_EARTH}."
    if zones:
        note += f" Maritime zones computed by the project, {zones}."
    key = re.sub(r"[^a-z0-9]+", "", shown.view.feature.lower()) or "view"
    rows = {
        "author": f"{{The {words.APP} authors}}",
        "title": f"{{{_tex(words.APP)}: {_tex(title)}}}",
        "year": str(shown.day.year),
        "month": f"{shown.day:%b}".lower(),
        "day": str(shown.day.day),
        "url": shown.address,
        "urldate": shown.day.isoformat(),
        "note": _tex(note),
    }
    fields = "\n".join(f"  {name} = {{{value}}}," for name, value in rows.items())
    return f"@misc{{arcticpassages{shown.day.year}{key},\n{fields}\n}}\n"


def _tex(text: str) -> str:
    return "".join(_BIBTEX_SIGNS.get(sign, sign) for sign in text)
