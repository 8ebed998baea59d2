"""How to cite a view: in plain text and in BibTeX."""

import re
from datetime import date
from urllib.parse import urlsplit

from geo import messages, release
from geo.catalogue.records import NATURAL_EARTH
from geo.draw.layers import LAYERS, layer_of, layers_on
from geo.escape import escape_attribute
from geo.exchange.snapshot import ViewSnapshot, selection_title
from geo.markup.evidence import place_in_article
from geo.sentences import join_words, long_day

VERSION = release.version()
_BIBTEX_SIGNS = {sign: f"\\{sign}" for sign in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def layers_sentence(snapshot: ViewSnapshot) -> str:
    """Return the layers that are on and not empty, and a note that named features are shown too."""
    held = {layer_of(snapshot.catalogue.features[identity]).id for identity in snapshot.places}
    on = layers_on(snapshot.view.shown, snapshot.view.hidden)
    titles = [layer.title for layer in LAYERS if layer.id in held and layer.id in on]
    beside = [messages.CITE_NAMED] if held - set(on) else []
    return messages.CITE_LAYERS.format(
        layers=join_words([*titles, *beside]) or messages.CITE_NO_LAYER
    )


def what_is_shown(snapshot: ViewSnapshot) -> list[str]:
    """Return what defines a view, one sentence each without a full stop.

    The sentence of the page (with the nations of the filter), what is selected with its variant,
    the passage and the article chosen, the frame of the map, the layers.
    """
    view, articles = snapshot.view, {article.id: article for article in snapshot.pane.articles}
    parts = [snapshot.sentence.rstrip(".")]
    if title := selection_title(snapshot.catalogue, view):
        parts.append(messages.CITE_SELECTED.format(name=title))
    article = articles.get(view.article)
    if view.passage in snapshot.passages:
        article, passage = snapshot.passages[view.passage]
        place = place_in_article(article, passage)
        parts.append(messages.CITE_PASSAGE.format(place=place, title=article.headline))
    elif article:
        parts.append(messages.CITE_ARTICLE.format(title=article.headline))
    return [*parts, messages.CITE_FRAME[snapshot.chart.frame.id], layers_sentence(snapshot)]


def base_of(url: str, page: str) -> str:
    """Return the app's own address from that of one of its pages, or '' where it is not known.

    Streamlit Community Cloud shows an app at `~/+/` below the address that readers know.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"}:
        return ""
    path = parts.path.rstrip("/").removesuffix(f"/{page}").removesuffix("/~/+")
    return f"{parts.scheme}://{parts.netloc}{path}/"


def embed_snippet(snapshot: ViewSnapshot, *, articles: bool) -> str:
    """Return the HTML that embeds the live view, the map alone or with the articles.

    A link to the app below it still works when the app sleeps, which a frame cannot wake.
    """
    sign = "&" if "?" in snapshot.address else "?"
    address = f"{snapshot.address}{sign}embed=true{'&with=articles' * articles}"
    title = ": ".join(
        part for part in (messages.APP, selection_title(snapshot.catalogue, snapshot.view)) if part
    )
    return (
        f'<iframe src="{escape_attribute(address)}" title="{escape_attribute(title)}" '
        'width="100%" height="860" loading="lazy" style="border:0"></iframe>\n'
        f'<p><a href="{escape_attribute(snapshot.address)}" target="_blank" rel="noopener">'
        f"{escape_attribute(title)}</a>. {messages.NOT_FOR_NAVIGATION}.</p>"
    )


def zones_date(snapshot: ViewSnapshot) -> str:
    """Return the latest date that a source of the zones states, or ''."""
    return max(
        (source.date for f in snapshot.catalogue.of_kind("zone") for source in f.sources),
        default="",
    )


def cite_plain(snapshot: ViewSnapshot) -> str:
    """Return a citation of the view in plain text."""
    zones = zones_date(snapshot)
    parts = [
        f"{messages.APP}, version {VERSION}: {'. '.join(what_is_shown(snapshot))}",
        f"Land: Natural Earth {NATURAL_EARTH}",
        f"Maritime zones: calculated by {messages.APP}, {zones}" if zones else "",
        f"{long_day(snapshot.day)}",
        snapshot.address,
    ]
    return ". ".join(part for part in parts if part)


def cite_bibtex(snapshot: ViewSnapshot) -> str:
    """Return a citation of the view as one BibTeX entry of type misc."""
    zones = zones_date(snapshot)
    title, *rest = what_is_shown(snapshot)
    note = f"Version {VERSION}. {'. '.join(rest)}. Natural Earth {NATURAL_EARTH}."
    if zones:
        note += f" Maritime zones calculated by the project, {zones}."
    key = re.sub(r"[^a-z0-9]+", "", snapshot.view.feature.lower()) or "view"
    return bibtex_entry(key, f"{messages.APP}: {title}", note, snapshot.address, snapshot.day)


def bibtex_entry(key: str, title: str, note: str, address: str, day: date) -> str:
    """Return a BibTeX entry of type misc by the app's authors; `key` follows app and year."""
    rows = {
        "author": f"{{The {messages.APP} authors}}",
        "title": f"{{{escape_tex(title)}}}",
        "year": str(day.year),
        "month": f"{day:%b}".lower(),
        "day": str(day.day),
        "url": address,
        "urldate": day.isoformat(),
        "note": escape_tex(note),
    }
    fields = "\n".join(f"  {name} = {{{value}}}," for name, value in rows.items())
    return f"@misc{{arcticpassages{day.year}{key},\n{fields}\n}}\n"


def escape_tex(text: str) -> str:
    """Return text in which nothing has a meaning for BibTeX."""
    return "".join(_BIBTEX_SIGNS.get(sign, sign) for sign in text)
