"""The figure of a view to print: PDF, SVG or PNG, with its sentence, sources, date and address."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from geo import messages
from geo.catalogue.records import Feature, Source
from geo.draw import figure
from geo.draw.figure import FORMS, SIZES, Form, Size
from geo.draw.figure.sheet import SheetText
from geo.draw.label_types import RANKS
from geo.errors import ExportError
from geo.exchange.cite import VERSION
from geo.exchange.snapshot import (
    ViewSnapshot,
    land_sources,
    scale_sentence,
    selection_title,
    source_text,
)
from geo.linker.links import Link
from geo.markup.quotes import cut_pieces
from geo.sentences import long_day

__all__ = ["FORMS", "SIZES", "make_figure", "make_preview", "sheet_text"]
_MAIN_SOURCES = 3
_SPACES = re.compile(r"\s+")
_ENCYCLOPEDIA = "Wikipedia"


def make_figure(snapshot: ViewSnapshot, *, form: Form = "pdf", size: Size = "a4") -> bytes:
    """Return the figure of a view as a file's bytes; deterministic for a view and day.

    Raises
    ------
    ExportError
        Nothing is shown, or form or size is not one of ours.
    """
    snapshot.require_features()
    if form not in FORMS or size not in SIZES:
        raise ExportError(
            f"No figure as {form!r} in {size!r}: formats are {', '.join(FORMS)}, "
            f"sizes {', '.join(SIZES)}."
        )
    return figure.make_figure(
        snapshot.scene,
        snapshot.chart,
        sheet_text(snapshot),
        form=form,
        size=size,
        metadata=_metadata(snapshot, form),
    )


def make_preview(snapshot: ViewSnapshot, *, size: Size) -> bytes:
    """Return the figure of a view as a small PNG, to be looked at on a screen.

    Raises
    ------
    ExportError
        Nothing is shown.
    """
    snapshot.require_features()
    return figure.make_figure(
        snapshot.scene,
        snapshot.chart,
        sheet_text(snapshot),
        form="png",
        size=size,
        metadata=_metadata(snapshot, "png"),
        dots_per_inch=figure.PREVIEW_DOTS_PER_INCH,
    )


def sheet_text(snapshot: ViewSnapshot) -> SheetText:
    """Return the text on the figure's panel."""
    made = messages.FIGURE_MADE.format(
        app=messages.APP, version=VERSION, day=long_day(snapshot.day)
    )
    title = selection_title(snapshot.catalogue, snapshot.view)
    quote, quoted_from = quotation(snapshot)
    sources = main_sources(snapshot)
    return SheetText(
        title=title or messages.FIGURE_TITLE,
        kicker=messages.APP,
        sentence=snapshot.sentence,
        quote=quote,
        quoted_from=quoted_from,
        scale=scale_sentence(snapshot.chart.frame.id),
        sources=[_named(source) for source in sources],
        more_sources=len({*snapshot.sources, *sources}) - len(sources),
        foot=(f"{messages.NOT_FOR_NAVIGATION}.", made, snapshot.address),
    )


def quotation(snapshot: ViewSnapshot) -> tuple[Sequence[tuple[str, bool]], str]:
    """Return the passage to quote in pieces, and where it is from.

    It is the passage of the view, else the first that mentions the selection. Without a selection
    it is the first that mentions a route, else the first that mentions anything shown.
    """
    view, kinds = snapshot.view, snapshot.catalogue.features

    def rank(link: Link) -> tuple[bool, bool]:
        is_route = kinds[link.feature].kind == "route"
        return link.passage != view.passage, not is_route

    links = [link for link in snapshot.links if view.feature in {"", link.feature}]
    if not links:
        return (), ""
    link = min(links, key=rank)
    article, passage = snapshot.passages[link.passage]
    facts = (article.headline, article.publisher, long_day(article.date) if article.date else "")
    said = cut_pieces(article, passage, link.mentions)
    plain = [(_SPACES.sub(" ", text), is_mention) for text, is_mention in said]
    return [("“", False), *plain, ("”", False)], ", ".join(fact for fact in facts if fact)


def main_sources(snapshot: ViewSnapshot) -> tuple[Source, ...]:
    """Return the sources that matter most: of the selection, of the main ways shown, of the land.

    The selection's come first, or the hero's without one; then those of the other routes and
    corridors by their rank on the map. What this project drew itself is named in the foot.
    """
    chart = snapshot.chart
    ways = [f for f in snapshot.features if f.kind in {"route", "corridor"}]
    ways.sort(key=lambda way: chart.ranks.get(way.id, len(RANKS)))
    own = snapshot.catalogue.features.get(snapshot.view.feature)
    land = land_sources()[:1]
    found = dict.fromkeys(source for each in (own, *ways) if each for source in _telling(each))
    return (*[each for each in found if each not in land][: _MAIN_SOURCES - len(land)], *land)


def _telling(feature: Feature) -> Iterator[Source]:
    """Yield a feature's sources that say something about it, an encyclopedia's last.

    Not those that only say where it lies: they have no publisher, or are tables of a software
    package.
    """
    telling = [
        source
        for source in feature.sources
        if source.publisher
        and source.publisher != messages.APP
        and "package" not in f"{source.title} {source.licence}"
    ]
    return iter(sorted(telling, key=lambda source: source.publisher == _ENCYCLOPEDIA))


def _named(source: Source) -> str:
    """Return a source in one line for print; of the land, whose it is."""
    if source in land_sources():
        return messages.FIGURE_LAND.format(publisher=source.publisher.split(";")[0])
    try:
        day = long_day(date.fromisoformat(source.date))
    except ValueError:  # a year, or none
        day = source.date
    return source_text(replace(source, url="", date=day))


def _metadata(snapshot: ViewSnapshot, form: Form) -> dict[str, Any]:
    return file_metadata(form, snapshot.sentence, snapshot.day, snapshot.address)


def file_metadata(form: Form, sentence: str, day: date, address: str) -> dict[str, Any]:
    """Return a figure's metadata as matplotlib's `savefig` takes them for a format."""
    title = f"{messages.APP}: {sentence}"
    moment = datetime.combine(day, time(), tzinfo=UTC)
    maker = f"{messages.APP} {VERSION}"
    rights = f"{messages.NOT_FOR_NAVIGATION}. {messages.LICENCE_NOTE}"
    if form == "pdf":
        return {"Title": title, "Subject": rights, "Creator": maker, "CreationDate": moment}
    if form == "svg":
        return {"Title": title, "Rights": rights, "Creator": maker, "Date": day.isoformat()}
    return {
        "Title": title,
        "Copyright": rights,
        "Software": maker,
        "Creation Time": moment.isoformat(),
        "Source": address,
    }
