"""The figure of "May this ship go?" to print: the scale with both sums, and the mix of ice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from geo import messages
from geo.draw.palette import ICE_TONES, LIGHT
from geo.exchange.season.sheet import VALUE_PT, BlockSheet, Plot, PlotAxes, make_block_figure
from geo.markup.season.polaris import SCALE, bands, class_name, ice_name, level_words, signed
from geo.measure.season.polaris import WHOLE, example_of

if TYPE_CHECKING:
    from datetime import date

    from geo.draw.figure import Form, Size
    from geo.measure.season.polaris import Assessment, Polaris

NAVY, QUIET = LIGHT.kinds["route"], LIGHT.quiet_ink
_BANDS = {"special": ICE_TONES["light"][3], "elevated": ICE_TONES["light"][1], "normal": "#F4F8F9"}
_NAMES, _VALUES, _PRODUCTS = -6.4, 12.2, 14.4
"""Where the names of ice begin, and where values and products end, in tenths."""
_NEAR, _FAR = 12, 26
"""Sums nearer to each other than this are written aside; beyond that far at the scale's end."""


def make_polaris_figure(
    polaris: Polaris,
    found: Assessment,
    *,
    form: Form,
    size: Size,
    address: str,
    day: date,
) -> bytes:
    """Return the figure of a sum as a file's bytes.

    Parameters
    ----------
    address, day
        Where and when it was made.

    Raises
    ------
    ExportError
        Form or size is not one of ours.
    """
    mix = {share.ice_type: share.tenths for share in found.shares}
    captions = [messages.POLARIS_CAPTION.format(escort=found.ice_class.escort_adds)]
    captions += [messages.POLARIS_IS_EXAMPLE] if example_of(mix) else []
    sheet = BlockSheet(
        question=messages.SEASON_QUESTIONS["polaris"],
        answer=_answer(found),
        rows=[
            [Plot(messages.POLARIS_FIGURE_SCALE, "", partial(_scale, found))],
            [Plot(*messages.POLARIS_FIGURE_MIX, partial(_mix, polaris, found))],
        ],
        captions=[" ".join([*captions, messages.POLARIS_CAVEAT])],
        sources=[f"{source} ({sure})" for source, sure in polaris.sources.items()],
        address=address,
        day=day,
    )
    return make_block_figure(sheet, form=form, size=size)


def _answer(found: Assessment) -> str:
    """Return the ice class, and what the sum allows alone and behind an icebreaker."""
    said = (
        words.format(total=signed(each.total), level=level_words(each))
        for words, each in (
            (messages.POLARIS_ALONE, found.alone),
            (messages.POLARIS_ESCORTED, found.escorted),
        )
    )
    return " ".join((f"{class_name(found.ice_class.id)}:", *said))


def _scale(found: Assessment, plot: PlotAxes) -> None:
    low, high = SCALE
    plot.scales((low - 1, high + 1), (-1.5, 2.2))
    for band in bands(found.ice_class):
        look: dict[str, Any] = {"facecolor": _BANDS[band.level], "edgecolor": QUIET}
        wide = band.end - band.start
        plot.axes.barh(0, wide, 0.62, left=band.start, linewidth=0.7, **look)
        words = messages.POLARIS_BANDS[band.level]
        plot.say((band.start + band.end) / 2, -0.31, words, dy=12, color=QUIET)
        if band.start > low:
            plot.say(band.start, -0.31, signed(band.start), dy=28, color=QUIET)
    for end, align in ((low, "left"), (high, "right")):
        plot.say(end, -0.31, signed(end), dy=28, align=align, color=QUIET)
    alone, escorted = found.alone.total, found.escorted.total
    for total, fill in ((escorted, "white"), (alone, LIGHT.ink)):
        _wedge(total, fill, plot)
    _names(alone, escorted, plot)


def _wedge(total: int, fill: str, plot: PlotAxes) -> None:
    """Draw the wedge of a sum; one beyond the scale is an arrow at its end."""
    low, high = SCALE
    marker = "<" if total < low else ">" if total > high else "v"
    look: dict[str, Any] = {"markerfacecolor": fill, "markeredgecolor": LIGHT.ink}
    place = min(max(total, low), high)
    plot.dot(place, 0.5, 9, marker=marker, markeredgewidth=1.2, **look)


def _names(alone: int, escorted: int, plot: PlotAxes) -> None:
    """Write both sums over their wedges; near an end of the scale both stand there."""
    words = [
        messages.POLARIS_MARKS[name].format(total=signed(total))
        for name, total in (("alone", alone), ("escorted", escorted))
    ]
    look: dict[str, Any] = {"dy": -16, "size": VALUE_PT, "weight": "bold"}
    low, high = SCALE
    if alone < -_FAR or escorted > _FAR:
        end, align = (low, "left") if alone < -_FAR else (high, "right")
        plot.say(end, 0.5, ", ".join(words), align=align, **look)
        return
    is_near = escorted - alone < _NEAR
    plot.say(alone, 0.5, words[0], align="right" if is_near else "center", **look)
    plot.say(escorted, 0.5, words[1], align="left" if is_near else "center", **look)


def _mix(polaris: Polaris, found: Assessment, plot: PlotAxes) -> None:
    """Draw the tenths of each type of ice with its value and their product, and the sum below."""
    count = max(len(found.shares), 4)
    plot.scales((_NAMES, _PRODUCTS), (count + 0.6, -0.6))
    at_right: dict[str, Any] = {"align": "right", "size": VALUE_PT}
    for at, share in enumerate(found.shares):
        name = ice_name(share.ice_type, polaris.ice[share.ice_type])
        plot.say(_NAMES, at, name, align="left", size=VALUE_PT)
        plot.axes.barh(at, WHOLE, 0.46, color=_BANDS["normal"], linewidth=0)
        plot.axes.barh(at, share.tenths, 0.46, color=NAVY, linewidth=0)
        plot.say(share.tenths, at, str(share.tenths), dx=6, align="left", weight="bold")
        value = messages.POLARIS_TIMES.format(value=signed(share.value))
        plot.say(_VALUES, at, value, color=QUIET, **at_right)
        plot.say(_PRODUCTS, at, signed(share.tenths * share.value), **at_right)
    last = len(found.shares)
    plot.line((_NAMES, _PRODUCTS), (last - 0.5,) * 2, color=LIGHT.hairline, linewidth=0.8)
    tenths = sum(share.tenths for share in found.shares)
    plot.say(0, last, messages.POLARIS_TENTHS.format(tenths=tenths), align="left", color=QUIET)
    total = messages.POLARIS_SUM.format(total=signed(found.alone.total))
    plot.say(_PRODUCTS, last, total, weight="bold", **at_right)
