"""The panel of a voyage's figure: sentence, chart, variants, whose waters, sources, notice."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from geo import messages
from geo.catalogue.features import Catalogue
from geo.draw.figure.page import Page
from geo.draw.figure.sheet import width_in
from geo.draw.palette import LIGHT
from geo.exchange.cite import VERSION
from geo.exchange.snapshot import source_text
from geo.exchange.voyages.bars import (
    BOLD,
    PLAIN,
    Bars,
    columns_on,
    draw_numbers,
    fitted_size,
    numbers_of,
    rows_of,
)
from geo.exchange.voyages.words import co2_words, method_words, ship_words, sources_of
from geo.markup.voyages.numbers import metres
from geo.markup.voyages.sentence import by_words, headline_text, pair_words
from geo.markup.voyages.waters import NameOf, waters_words
from geo.markup.waters_strip import owner_name
from geo.measure.voyages.records import DIRECT, Variant, Voyage, Way
from geo.measure.voyages.shares import owner_of
from geo.sentences import long_day

_PERCENT = re.compile(r"(?:\d+ to )?\d+ %")
_WIDE_IN = 6.5
_SMALL_PT = 6.8
_VARIANT_IN = 0.158
_LEAST_VARIANTS = 2
_VARIANTS_HEAD_IN = 0.3
_WATERS_IN = 0.56
_SOURCE_IN = _SMALL_PT * 1.32 / 72
_SOURCES_HEAD_IN = 0.24
_LEAST_SOURCES, _MOST_SOURCES = 3, 14
_SHADES = ("#12606B", "#5AA3AC", "#94C3C8", "#BAD7DA")
_UNKNOWN, _LAND = "not_assessed", "land"
_MOST_STATES = 5


@dataclass(frozen=True)
class Panel:
    """What is written on the panel.

    Attributes
    ----------
    lit
        The `via` that the sentence speaks of; '' where nothing is open.
    pieces
        The sentence in pieces, each with its colour.
    method, ship
        How it was measured, and what days and CO2 were reckoned for.
    sources
        One per line.
    foot
        The last lines, the first in bold.
    """

    voyage: Voyage
    catalogue: Catalogue
    lit: str
    pieces: Sequence[tuple[str, str]]
    method: str
    ship: str
    sources: Sequence[str]
    foot: Sequence[str]


def panel_of(voyage: Voyage, lit: str, catalogue: Catalogue, *, address: str, day: date) -> Panel:
    """Return what is written on the panel of a voyage."""
    made = messages.FIGURE_MADE.format(app=messages.APP, version=VERSION, day=long_day(day))
    land = messages.FIGURE_LAND.format(publisher="Natural Earth")
    return Panel(
        voyage=voyage,
        catalogue=catalogue,
        lit=spoken_via(voyage, lit),
        pieces=_pieces(voyage, lit),
        method=method_words(voyage, lit),
        ship=ship_words(voyage),
        sources=[*(source_text(source) for source in sources_of(voyage)), land],
        foot=(f"{messages.NOT_FOR_NAVIGATION}.", *co2_words(voyage), made, address),
    )


def spoken_via(voyage: Voyage, lit: str) -> str:
    """Return the way that the sentence speaks of: the lit one unless it is shut; '' for none."""
    text = headline_text(voyage, lit)
    for way in voyage.ways:
        if way.is_open and (way.via == DIRECT or _distance_words(way) in text):
            return way.via
    return ""


def _distance_words(way: Way) -> str:
    return f"{messages.VOYAGE_UNIT}{messages.VOYAGE_BY_WAY.format(way=by_words(way))}"


def _pieces(voyage: Voyage, lit: str) -> list[tuple[str, str]]:
    """Return the sentence in pieces, its distance in the accent."""
    text = _PERCENT.sub(
        lambda found: found[0].replace(" ", "\N{NO-BREAK SPACE}"), headline_text(voyage, lit)
    )
    lead = messages.VOYAGE_LEAD.format(pair=pair_words(voyage))
    way = voyage.way(spoken_via(voyage, lit))
    if way is None or not text.startswith(lead):
        return [(text, LIGHT.ink)]
    end = messages.VOYAGE_UNIT if way.via == DIRECT else _distance_words(way)
    at = text.index(end) + len(end)
    return [(lead, LIGHT.ink), (text[len(lead) : at], LIGHT.highlight), (text[at:], LIGHT.ink)]


def draw_panel(page: Page, panel: Panel) -> None:
    """Draw the panel from its top down, and its foot at the bottom."""
    is_wide = page.width > _WIDE_IN
    page.rectangle((page.left, page.top - 0.05, 0.7, 0.05), color=LIGHT.highlight, linewidth=0)
    page.top -= 0.11
    page.write(messages.APP, size=9, weight="bold", after=0, color=LIGHT.quiet_ink)
    page.headline(panel.pieces, size=16.8 if is_wide else 16.2)
    page.write(panel.method, size=7.4, after=0.06, color=LIGHT.quiet_ink)
    Bars(page, panel.voyage, panel.lit).draw()
    page.write(panel.ship, size=_SMALL_PT, after=0.1, color=LIGHT.quiet_ink)
    _draw_rest(page, panel)


def _draw_rest(page: Page, panel: Panel) -> None:
    """Draw the variants, whose waters, and at the bottom as many sources as there is room for."""
    way = panel.voyage.way(panel.lit)
    are_rows = len(rows_of(panel.voyage)) != len(panel.voyage.ways)
    variants = way.variants if way and len(way.variants) > 1 and not are_rows else ()
    waters_in = _waters_in(page, panel, way)
    variants_in = len(variants) * _VARIANT_IN + _VARIANTS_HEAD_IN if variants else 0.0
    room_in = page.top - page.bottom - _SOURCES_HEAD_IN
    free = int((room_in - waters_in - variants_in) / _SOURCE_IN) - 1
    floor = _sources(page, panel, min(max(free, _LEAST_SOURCES), _MOST_SOURCES))
    if way and variants:
        _variants(page, panel, way, room_in=page.top - floor - waters_in)
    if way and waters_in and page.top - floor > waters_in:
        _waters(page, panel, way)


def _sources(page: Page, panel: Panel, most: int) -> float:
    """Write sources at the bottom, as many as `most` rows hold; return where they begin."""
    shown, rows = panel.sources, _rows(page, panel.sources)
    for count in range(len(panel.sources), 0, -1):
        shown = _chosen(panel.sources, count)
        rows = _rows(page, shown)
        if rows <= most:
            break
    more = len(panel.sources) - len(shown)
    begin = page.bottom + (rows + bool(more)) * _SOURCE_IN + _SOURCES_HEAD_IN
    part = page.part((page.left, page.bottom, page.width, begin - 0.03 - page.bottom))
    part.hairline(begin)
    part.write(messages.SOURCES, size=8.4, weight="bold", after=0.02)
    for line in shown:
        part.write(line, size=_SMALL_PT, after=0)
    if more:
        words = messages.FIGURE_MORE.format(count=more)
        part.write(words, size=_SMALL_PT, after=0, color=LIGHT.quiet_ink)
    return begin


def _rows(page: Page, lines: Sequence[str]) -> int:
    return sum(len(page.wrapped(line, _SMALL_PT, PLAIN)) for line in lines)


def draw_notice(page: Page, panel: Panel) -> float:
    """Write notice, date and address at the bottom of a column; return where the rest ends."""
    top, bottom, foot = page.top, page.bottom, page.bottom + page.height_of(panel.foot, _SMALL_PT)
    page.top = foot
    first, *others = panel.foot
    page.write(first, size=_SMALL_PT, weight="bold", after=0.01)
    for line in others:
        page.write(line, size=_SMALL_PT, after=0.01)
    page.top, page.bottom = top, bottom
    return foot


def _chosen(sources: Sequence[str], most: int) -> Sequence[str]:
    """Return the first sources, and the last, which is of the land."""
    return sources if len(sources) <= most else [*sources[: most - 1], sources[-1]]


def _variants(page: Page, panel: Panel, way: Way, *, room_in: float) -> None:
    """Draw the variants of a way as a table, as many as there is room for."""
    at = columns_on(page)
    rows = int((room_in - _VARIANTS_HEAD_IN) / _VARIANT_IN + 1e-6)
    if rows < _LEAST_VARIANTS:
        return
    page.top -= 0.15
    heading = f"{way.name}: "
    style: dict[str, Any] = {"va": "baseline", "font": BOLD, "size": 8.4}
    page.text(page.left, page.top, heading, color=LIGHT.highlight, **style)
    words = messages.VOYAGE_WAYS_THROUGH
    beside = page.left + width_in(heading, 8.4, BOLD)
    page.text(beside, page.top, f"{words[0].lower()}{words[1:]}", **style)
    page.top -= 0.05
    page.hairline(page.top)
    shown = way.variants if len(way.variants) <= rows else way.variants[: rows - 1]
    for variant in shown:
        page.top -= _VARIANT_IN
        colour = LIGHT.quiet_ink if variant.shut else LIGHT.ink
        name = variant.name or way.name
        quiet: dict[str, Any] = {"size": _SMALL_PT, "va": "baseline"}
        room = at.number(0) - 0.5 - page.left
        note = _depth_note(panel.voyage, variant)
        wide = width_in(f"{name}  ", 7.4, PLAIN)
        page.text(page.left, page.top + 0.04, name, size=7.4, va="baseline", color=colour)
        quiet["size"] = fitted_size(note, _SMALL_PT, PLAIN, room - wide)
        page.text(page.left + wide, page.top + 0.04, note, color=LIGHT.quiet_ink, **quiet)
        draw_numbers(page, at, page.top + 0.04, numbers_of(variant), color=colour, size=7.4)
        page.hairline(page.top, color=LIGHT.tint)
    if more := len(way.variants) - len(shown):
        words = messages.FIGURE_MORE.format(count=more)
        page.write(words, size=_SMALL_PT, after=0, color=LIGHT.quiet_ink)
    page.top -= 0.1


def _depth_note(voyage: Voyage, variant: Variant) -> str:
    draught = f"{voyage.ship.draught_m:.1f}"
    least = variant.least_depth
    shut = messages.VOYAGE_TOO_SHALLOW.format(draught=draught) if variant.shut else ""
    if least is None or least.least_depth_m is None:
        return shut
    words = messages.VOYAGE_FIGURE_DEPTH
    known = words.format(depth=metres(least.least_depth_m), strait=least.name)
    return "; ".join(filter(None, (shut, known)))


def _waters_in(page: Page, panel: Panel, way: Way | None) -> float:
    """Return how tall the waters of a way are, 0 where none are known."""
    if way is None or all(part.zone == _UNKNOWN for part in way.standing().stretches):
        return 0.0
    more = len(page.wrapped(_miles(panel, way.standing()), _SMALL_PT, PLAIN)) - 1
    return _WATERS_IN + more * _SOURCE_IN


def _miles(panel: Panel, variant: Variant) -> str:
    return " · ".join(waters_words(variant, _namer(panel.catalogue), _MOST_STATES))


def _waters(page: Page, panel: Panel, way: Way) -> None:
    """Draw whose waters a way crosses, from its start, to one scale; the miles below in words."""
    variant = way.standing()
    ranks = _ranks(variant)
    page.top -= 0.16
    words = messages.VOYAGE_WATERS_OF.format(origin=panel.voyage.origin.name)
    page.text(page.left, page.top, words, size=8.4, font=BOLD, va="baseline")
    if variant.name:
        room = page.width - width_in(words, 8.4, BOLD) - 0.1
        size = fitted_size(variant.name, _SMALL_PT, PLAIN, room)
        style: dict[str, Any] = {"va": "baseline", "ha": "right", "color": LIGHT.quiet_ink}
        page.text(page.left + page.width, page.top, variant.name, size=size, **style)
    bottom, tall = page.top - 0.22, 0.16
    for (state, zone), run in groupby(variant.stretches, key=owner_of):
        parts = list(run)
        start, end = (page.width * at / variant.nm for at in (parts[0].from_nm, parts[-1].to_nm))
        box = (page.left + start, bottom, end - start, tall)
        rank = ranks.get(state, len(_SHADES) - 1)
        _part(page, box, _name(panel.catalogue, state, zone), rank=rank, zone=zone)
    page.rectangle(
        (page.left, bottom, page.width, tall),
        facecolor="none",
        edgecolor=LIGHT.waters,
        linewidth=0.6,
        zorder=4,
    )
    page.top = bottom - 0.02
    page.write(_miles(panel, variant), size=_SMALL_PT, color=LIGHT.quiet_ink)


def _part(
    page: Page, box: tuple[float, float, float, float], name: str, *, rank: int, zone: str
) -> None:
    """Draw a part of the strip, with the state's name where it fits."""
    if zone == _UNKNOWN:
        look: dict[str, Any] = {"facecolor": "white", "hatch": "////////", "linewidth": 0}
        page.rectangle(box, edgecolor=LIGHT.graticule, zorder=2, **look)
        return
    without = LIGHT.land if zone == _LAND else "white"
    shade = _SHADES[min(rank, len(_SHADES) - 1)] if name else without
    page.rectangle(box, facecolor=shade, linewidth=0, zorder=2)
    if name and width_in(name, 7, BOLD) < box[2] - 0.08:
        colour = "white" if rank < _LEAST_VARIANTS - 1 else LIGHT.ink
        middle = (box[0] + box[2] / 2, box[1] + 0.045)
        style: dict[str, Any] = {"ha": "center", "va": "baseline", "color": colour, "zorder": 5}
        page.text(*middle, name, size=7, font=BOLD, **style)


def _ranks(variant: Variant) -> dict[str, int]:
    return {state: rank for rank, state in enumerate(variant.nm_by_waters)}


def _name(catalogue: Catalogue, state: str, zone: str) -> str:
    return owner_name((state, zone), _namer(catalogue)) if state else ""


def _namer(catalogue: Catalogue) -> NameOf:
    def name_of(identity: str) -> str:
        feature = catalogue.features.get(identity)
        return feature.name if feature else identity

    return name_of
