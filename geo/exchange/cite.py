"""How to cite a view: in plain text and in BibTeX."""

import html
import re
from datetime import date
from urllib.parse import urlsplit

from geo import release, words
from geo.draw.layers import LAYERS, layer_of
from geo.exchange.shown import Shown
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


def layer_titles(shown: Shown) -> list[str]:
    """Return the titles of the layers that hold something shown, in the registry's order."""
    held = {layer_of(feature).id for feature in shown.features}
    return [layer.title for layer in LAYERS if layer.id in held]


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
        f"{words.APP}, version {VERSION}: {shown.sentence.rstrip('.')}",
        f"Layers: {join_words(layer_titles(shown)) or 'none'}",
        f"Land: Natural Earth {NATURAL_EARTH}",
        f"Maritime zones: computed by {words.APP}, {zones}" if zones else "",
        f"{long_day(shown.day)}",
        shown.address,
    ]
    return ". ".join(part for part in parts if part)


def cite_bibtex(shown: Shown) -> str:
    """Return a citation of the view as one BibTeX entry of type misc."""
    zones = zones_date(shown)
    layers = join_words(layer_titles(shown)) or "none"
    note = f"Version {VERSION}. Layers: {layers}. Natural Earth {NATURAL_EARTH}."
    if zones:
        note += f" Maritime zones computed by the project, {zones}."
    key = re.sub(r"[^a-z0-9]+", "", shown.view.feature.lower()) or "view"
    rows = {
        "author": f"{{The {words.APP} authors}}",
        "title": f"{{{_tex(words.APP)}: {_tex(shown.sentence.rstrip('.'))}}}",
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
