"""The figure of "Through what ice?" to print: the strips of both routes, month by month."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from geo import messages
from geo.catalogue.sea_ice import EDGE_PERCENT
from geo.draw.palette import ICE_TONES, LIGHT
from geo.exchange.season.ice_map import IceMap, draw_ice_map
from geo.exchange.season.sheet import BlockSheet, Plot, PlotAxes, make_block_figure
from geo.markup.season.ice_strip import day_at
from geo.markup.season.ice_words import answer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geo.draw.figure import Form, Size
    from geo.markup.season.ice_strip import Shown
    from geo.measure.season.ice import Strip

TONES = ICE_TONES["light"]
_MONTHS = 12
_MAP_SHARE = 0.9
"""How wide the map is, a strip being 1."""
_NAMES = 7.0
"""How many months wide the names beside a strip are."""


def make_ice_figure(
    strips: Sequence[Shown],
    of_day: date,
    ice: IceMap | None,
    *,
    form: Form,
    size: Size,
    address: str,
    day: date,
) -> bytes:
    """Return the figure of the map and of the strips as a file's bytes.

    Parameters
    ----------
    of_day
        The day that is marked.
    ice
        The map of the month; None where its table cannot be read.
    address, day
        Where and when it was made.

    Raises
    ------
    ExportError
        Form or size is not one of ours.
    """
    years = messages.ICE_YEARS
    rests = (messages.ICE_RESTS.format(years=years), messages.ICE_RESTS_STRONG)
    plots = [
        Plot(one.route, messages.ICE_WAY.format(way=one.way), partial(_strip, one, of_day))
        for one in strips
    ]
    if ice:
        drawn = partial(draw_ice_map, ice)
        plots.insert(0, Plot(ice.title, messages.ICE_MAP_HEAD, drawn, _MAP_SHARE))
    sheet = BlockSheet(
        question=messages.SEASON_QUESTIONS["ice"],
        answer=answer([(one.route, one.strip) for one in strips], of_day.month),
        rows=[[*plots]],
        captions=[f"{''.join(rests)}{messages.ICE_RESTS_END}"],
        sources=[f"{messages.ICE_SOURCE} ({messages.ICE_CONFIDENCE})"],
        address=address,
        day=day,
    )
    return make_block_figure(sheet, form=form, size=size)


def _strip(shown: Shown, of_day: date, plot: PlotAxes) -> None:
    strip = shown.strip
    plot.scales((0, _MONTHS + _NAMES), (strip.length_nm, -0.06 * strip.length_nm))
    for month, letter in enumerate(messages.MONTHS_SHORT, start=1):
        look: dict[str, Any] = {"color": LIGHT.quiet_ink}
        if month == of_day.month:
            look = {"color": LIGHT.highlight, "weight": "bold"}
        plot.say(month - 0.5, -0.03 * strip.length_nm, letter[:1], **look)
        for start, end, number in strip.runs(month):
            plot.axes.barh(
                (start + end) / 2, 1, end - start, left=month - 1, color=TONES[number], linewidth=0
            )
    _edge(strip, plot)
    x = day_at(of_day)
    plot.line((x, x), (0, strip.length_nm), color=LIGHT.highlight, linewidth=1.5, zorder=4)
    for place in shown.places:
        look = {"align": "left", "dx": 8}
        if place.kind == "sea":
            plot.say(_MONTHS, place.nm, place.name, color=LIGHT.quiet_ink, style="italic", **look)
            continue
        plot.line((_MONTHS, _MONTHS + 0.25), (place.nm,) * 2, color=LIGHT.rim, linewidth=0.8)
        miles = messages.ICE_PLACE_NM.format(nm=place.nm)
        plot.say(_MONTHS, place.nm, f"{place.name} {miles}", **look)


def _edge(strip: Strip, plot: PlotAxes) -> None:
    """Draw the line between pieces and months on both sides of 15 %."""
    covered = strip.ice_percent >= EDGE_PERCENT
    look: dict[str, Any] = {"color": LIGHT.ink, "linewidth": 1.2, "zorder": 3}
    for month, at in np.argwhere(covered[:, 1:] != covered[:, :-1]):
        nm = float(strip.ends_nm[at + 1])
        plot.line((month, month + 1), (nm, nm), **look)
    for month, at in np.argwhere(covered[1:] != covered[:-1]):
        ends = (float(strip.ends_nm[at]), float(strip.ends_nm[at + 1]))
        plot.line((month + 1, month + 1), ends, **look)
