"""The figure of "May this ship go?" to print: the mix of ice, and the scale with both sums."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from geo import messages
from geo.draw.palette import LIGHT
from geo.exchange.season.sheet import BlockSheet, Plot, PlotAxes, make_block_figure
from geo.markup.season.polaris import SCALE, bands, class_name, ice_name, outcome_words, signed
from geo.measure.season.polaris import WHOLE

if TYPE_CHECKING:
    from datetime import date

    from geo.draw.figure import Form, Size
    from geo.measure.season.polaris import Assessment, Level, Polaris

_TONES: dict[Level, str] = {"special": "#5B8DBD", "elevated": "#C6DAEA", "normal": "#FFFFFF"}
_ROWS = 9
"""As many rows as the sheet is divided into, so that few types of ice do not stand far apart."""
_NEAR = 14
"""Sums that are nearer to each other have their words on both sides of the wedges."""


def make_polaris_figure(
    polaris: Polaris, found: Assessment, *, form: Form, size: Size, address: str, day: date
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
    escort = found.ice_class.escort_adds
    sheet = BlockSheet(
        question=messages.SEASON_QUESTIONS["polaris"],
        answer=" ".join(outcome_words(found)),
        rows=[
            [
                Plot(
                    messages.POLARIS_CLASS,
                    class_name(found.ice_class.id),
                    partial(_mix, polaris, found),
                ),
                Plot(messages.POLARIS_SCALE_TITLE, "", partial(_scale, found), 1.4),
            ]
        ],
        captions=[f"{messages.POLARIS_CAPTION.format(escort=escort)} {messages.POLARIS_CAVEAT}"],
        sources=[f"{source} ({confidence})" for source, confidence in polaris.sources.items()],
        address=address,
        day=day,
    )
    return make_block_figure(sheet, form=form, size=size)


def _mix(polaris: Polaris, found: Assessment, plot: PlotAxes) -> None:
    """Write each type of ice with its tenths and its value, and the sum below."""
    plot.scales((0, 10), (max(_ROWS, len(found.shares) + 2), 0))
    for at, share in enumerate(found.shares, start=1):
        name = ice_name(share.ice_type, polaris.ice[share.ice_type])
        times = messages.POLARIS_TIMES.format(value=signed(share.value))
        plot.say(0, at, name, align="left")
        plot.say(8, at, str(share.tenths), align="right", weight="bold")
        plot.say(10, at, times, align="right", color=LIGHT.quiet_ink)
    below = len(found.shares) + 1
    plot.line((0, 10), (below - 0.5, below - 0.5), color=LIGHT.hairline, linewidth=0.8)
    plot.say(0, below, messages.POLARIS_TENTHS.format(tenths=WHOLE), align="left")
    total = messages.POLARIS_SUM.format(total=signed(found.alone.total))
    plot.say(10, below, total, align="right", weight="bold")


def _scale(found: Assessment, plot: PlotAxes) -> None:
    """Draw the bands from -30 to 30, and a wedge for each sum; one beyond stands at the end."""
    low, high = SCALE
    plot.scales((low - 1, high + 1), (_ROWS, 0))
    levels = bands(found.ice_class)
    for band in levels:
        middle, wide = (band.start + band.end) / 2, band.end - band.start
        look: dict[str, Any] = {"edgecolor": LIGHT.kinds["route"], "linewidth": 0.8}
        plot.axes.barh(3, wide, 0.5, left=band.start, facecolor=_TONES[band.level], **look)
        plot.say(middle, 3.7, messages.POLARIS_BANDS[band.level], color=LIGHT.quiet_ink)
    for band in levels[1:]:
        plot.say(band.start, 4.2, signed(band.start), color=LIGHT.quiet_ink)
    alone, escorted = found.alone.total, found.escorted.total
    is_near = abs(escorted - alone) < _NEAR
    for name, total, fill, align in (
        ("alone", alone, LIGHT.ink, "right" if is_near else "center"),
        ("escorted", escorted, "white", "left" if is_near else "center"),
    ):
        at = min(max(total, low), high)
        marker = "v" if at == total else "<" if total < low else ">"
        plot.dot(at, 2.5, 7, marker=marker, markerfacecolor=fill, color=LIGHT.ink)
        words = messages.POLARIS_MARKS[name].format(total=signed(total))
        plot.say(at, 1.9, words, align=align, weight="bold" if name == "alone" else "normal")
